"""Each command: what it asks of the app, what it prints where, and how it leaves."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from accord import __version__
from accord.errors import (
    ConfigurationError,
    InternalError,
    Problem,
    StoreError,
    UnreadableError,
)
from accord.model import Codebook
from accord.present.columns import KINDS
from accord.present.tables import plural_kind

Run = Callable[..., Any]
PLURALS = [plural_kind(kind) for kind in KINDS]


def test_version_is_printed_on_stdout(accord: Run) -> None:
    assert accord("--version").out == f"accord {__version__}\n"


@pytest.mark.parametrize("kind", PLURALS)
def test_show_prints_a_table_of_every_kind(accord: Run, kind: str) -> None:
    result = accord("show", kind)

    assert result.code == 0
    assert max(len(line) for line in result.out.splitlines()) <= 80
    assert result.out.strip()


@pytest.mark.parametrize("kind", PLURALS)
def test_show_prints_one_object_a_line(accord: Run, kind: str) -> None:
    result = accord("show", kind, "--jsonl")

    assert (result.code, result.err) == (0, "")
    for line in result.out.splitlines():
        assert isinstance(json.loads(line), dict)


def test_the_formats_hold_the_same_records(accord: Run) -> None:
    lines = accord("show", "attributions", "--jsonl").out.splitlines()
    array = json.loads(accord("show", "attributions", "--json").out)
    table = list(
        csv.DictReader(io.StringIO(accord("show", "attributions", "--csv").out))
    )

    ids = [json.loads(line)["id"] for line in lines]
    assert ids == [record["id"] for record in array] == [row["id"] for row in table]
    assert [row["content"] for row in table] == [
        record["content"]["text"] for record in array
    ]


def test_filters_reach_the_app_as_they_are_meant(accord: Run, workspace: Any) -> None:
    accord(
        "show", "statement", "-w", "there", "--actor", "RUS", "--issue", "a",
        "--outlet", "Post", "--since", "2024-01-01", "--until", "2024-02-01",
        "--document", "pile/a.txt",
    )  # fmt: skip

    assert workspace.asked[-2:] == [
        {"opened": "there", "create": False},
        {
            "kind": "statements",
            "actor": "RUS",
            "issue": "a",
            "outlet": "Post",
            "since": date(2024, 1, 1),
            "until": date(2024, 2, 1),
            "document": "pile/a.txt",
        },
    ]


def test_the_workspace_may_come_from_the_environment(
    accord: Run, workspace: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCORD_WORKSPACE", "elsewhere")
    accord("ledger")

    assert {"opened": "elsewhere", "create": False} in workspace.asked


def test_the_ledger_names_signs_words_and_dates(accord: Run) -> None:
    result = accord("ledger")

    assert result.code == 0
    for words in ("+ support", "− oppose", "if conditional", "2× 2025-01-22"):
        assert words in result.out
    assert max(len(line) for line in result.out.splitlines()) <= 80


def test_the_ledger_as_json_is_positions(accord: Run) -> None:
    records = json.loads(accord("ledger", "--json").out)

    assert {record["stance"] for record in records} == {
        "support",
        "oppose",
        "conditional",
    }
    assert all(record["statements"] for record in records)


def test_report_prints_only_the_path(accord: Run, workspace: Any) -> None:
    result = accord("report")

    assert (result.code, result.err) == (0, "")
    assert result.out == f"{workspace.path / 'report.html'}\n"


def test_run_tells_what_it_did_on_stderr(accord: Run, workspace: Any) -> None:
    result = accord("run", "a.txt", "folder", "-", "-w", "there", "--jobs", "2")

    assert (result.code, result.out) == (0, "")
    assert workspace.asked[-1] == {
        "paths": ["a.txt", "folder", "-"],
        "issues": None,
        "actors": (),
        "jobs": 2,
        "columns": {},
    }
    for words in (
        "5 documents", "9 attributions", "8 statements", "3 links", "2 findings",
        "8 of 9 resolved", "5 read, 1 unchanged, 0 failed", "chosen by the words",
        "issues.yaml", "report.html", "accord ledger -w there",
    ):  # fmt: skip
        assert words in result.err


def test_run_without_a_codebook_that_fits_says_how_to_draft_one(
    accord: Run, workspace: Any
) -> None:
    workspace.dispute_ = replace(workspace.dispute_, codebook=Codebook("none", ()))
    said = accord("run", "a.txt", "-w", "there").err

    assert "Issues:   none yet" in said
    assert "accord issues propose -w there > my-issues.yaml" in said
    assert "accord run -w there --issues my-issues.yaml" in said


def test_run_with_a_failed_item_names_it_and_leaves_with_1(
    accord: Run, workspace: Any
) -> None:
    workspace.failures = workspace.dispute_.failures
    result = accord("run", "a.txt")

    assert result.code == 1
    assert "dam/06-broken.bin: It holds no text." in result.err


def test_quiet_says_nothing(accord: Run) -> None:
    assert accord("run", "a.txt", "--quiet").err == ""
    assert accord("show", "findings", "-q").err == ""


def test_run_takes_issues_and_several_packs_of_actors(
    accord: Run, workspace: Any
) -> None:
    accord("run", "a", "--issues", "i.yaml", "--actors", "x.yaml", "--actors", "y.yaml")

    assert workspace.asked[-1]["issues"] == "i.yaml"
    assert list(workspace.asked[-1]["actors"]) == ["x.yaml", "y.yaml"]


def test_run_without_paths_works_on_what_the_workspace_has(
    accord: Run, workspace: Any
) -> None:
    result = accord("run", "-w", "there")

    assert result.code == 0
    assert workspace.asked[-1]["paths"] == []
    assert {"opened": "there", "create": False} in workspace.asked


def test_run_without_paths_makes_no_workspace(accord: Run) -> None:
    result = accord("run", "-w", "missing")

    assert result.code == 3
    assert "There is no workspace in missing." in result.err


def test_run_takes_the_columns_of_tables(accord: Run, workspace: Any) -> None:
    accord("run", "a.csv", "--columns", "text=body, title=Head line")

    assert workspace.asked[-1]["columns"] == {"text": "body", "title": "Head line"}


@pytest.mark.parametrize("kind", ["attributions", "statements", "mentions"])
def test_the_doubtful_are_shown_first_with_their_confidence(
    accord: Run, kind: str
) -> None:
    rows = json.loads(accord("show", kind, "--doubtful", "--json").out)
    plain = json.loads(accord("show", kind, "--json").out)

    assert [row["confidence"] for row in rows] == sorted(
        row["confidence"] for row in plain
    )
    assert "confidence" in accord("show", kind, "--doubtful").out


def test_demo_prints_the_few_truest_things(accord: Run, workspace: Any) -> None:
    result = accord("demo", "--sample", "depot", "-w", "there")
    told = " ".join(result.out.split())

    assert result.code == 0
    assert {"demo": "there", "sample": "depot", "jobs": None, "on_progress": None} in (
        workspace.asked
    )
    assert "− oppose" in result.out
    assert "“We will raise the dam, and nobody downstream has a veto" in told
    assert (
        "“Not one metre more: the river is ours as much as theirs,” Quill told" in told
    )
    assert "report.html" in result.out
    assert max(len(line) for line in result.out.splitlines() if "/" not in line) <= 80


def test_demo_refuses_a_sample_that_is_not_there(accord: Run) -> None:
    result = accord("demo", "--sample", "atlantis")

    assert result.code == 2
    assert "depot, strait" in result.err


def test_check_tells_settings_versions_and_quotes(accord: Run, workspace: Any) -> None:
    result = accord("check")

    assert result.code == 0
    for words in ("jobs", "default", "0.1.0", "21 quotes checked", "all is well"):
        assert words in result.out
    workspace.problems = ("statement-1 quotes what is not there",)
    broken = accord("check")
    assert broken.code == 1
    assert "statement-1 quotes what is not there" in broken.out


def test_check_as_json_is_one_object(accord: Run) -> None:
    found = json.loads(accord("check", "--json").out)

    assert found["quotes_checked"] == 21
    assert found["settings"][0] == {"name": "jobs", "value": "2", "origin": "default"}


def test_issues_check_lists_the_questions(accord: Run) -> None:
    result = accord("issues", "check")

    assert result.code == 0
    assert "Should both towns decide together?" in result.out
    assert "sound" in result.err


def test_issues_check_tells_which_way_each_term_points(
    accord: Run, tmp_path: Path
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "issues:\n  - id: ban\n    question: Should the ban on lamps be lifted?\n"
        "    terms: [ban on lamps, lifting the ban]\n"
    )

    rows = [
        " ".join(r.split())
        for r in accord("issues", "check", str(file)).out.splitlines()
    ]

    assert rows[-2:] == ["ban lifting the ban yes", "ban ban on lamps no"]


def test_issues_check_reads_a_file(accord: Run, tmp_path: Path) -> None:
    good = tmp_path / "mine.yaml"
    good.write_text("issues:\n  - id: gates\n    question: Should they open?\n")
    bad = tmp_path / "bad.yaml"
    bad.write_text("issues:\n  - id: gates\n")

    assert "Should they open?" in accord("issues", "check", str(good)).out
    refused = accord("issues", "check", str(bad))
    assert refused.code == 3
    assert "question" in refused.err
    gone = accord("issues", "check", str(tmp_path / "gone.yaml"))
    assert gone.code == 3
    assert "Hint:" in gone.err


def test_unresolved_speakers_come_with_yaml_to_fill_in(accord: Run) -> None:
    assert "A person close to the talks" in accord("actors", "unresolved").out
    stubs = accord("actors", "unresolved", "--stubs").out
    assert stubs.startswith("actors:\n  - id: per:someone\n")
    assert json.loads(accord("actors", "unresolved", "--json").out)[0]["count"] == 1
    assert accord("actors", "unresolved", "--csv").out.startswith('"words","times"')


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show",), "KIND"),
        (("shove",), "shove"),
        (("show", "findings", "--csv", "--json"), "--json and --csv"),
        (("show", "findings", "--since", "yesterday"), "yesterday"),
        (("show", "links", "--doubtful"), "--doubtful"),
        (("run", "a", "--jobs", "-1"), "--jobs"),
        (("run", "a", "--columns", "words=body"), "words=body"),
        (("run", "a", "--columns", "text"), "FIELD=NAME"),
    ],
)
def test_misuse_leaves_with_2_and_points_to_help(
    accord: Run, arguments: tuple[str, ...], words: str
) -> None:
    result = accord(*arguments)

    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert "--help" in result.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnreadableError("It holds no text.", hint="Try another."), 3),
        (
            ConfigurationError(
                "The codebook is wrong.",
                problems=[Problem("issues[0].id", "missing")],
                hint="Try another.",
            ),
            3,
        ),
        (StoreError("The store is locked.", hint="Try another."), 4),
        (InternalError("An invariant broke.", hint="Try another."), 70),
    ],
)
def test_errors_leave_with_their_code_and_a_hint(
    accord: Run, workspace: Any, error: Exception, code: int
) -> None:
    workspace.error = error
    result = accord("run", "a.txt")

    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("Error: ")
    assert "Hint: Try another." in result.err
    assert "Traceback" not in result.err


def test_every_problem_of_a_codebook_is_told(accord: Run, workspace: Any) -> None:
    workspace.error = ConfigurationError(
        "Wrong.", problems=[Problem("a", "one"), Problem("b", "two")]
    )
    result = accord("run", "a.txt")

    assert "a: one" in result.err
    assert "b: two" in result.err


def test_a_bug_says_where_to_report_it(accord: Run, workspace: Any) -> None:
    workspace.error = ZeroDivisionError("division by zero")
    result = accord("run", "a.txt")

    assert result.code == 70
    assert "ZeroDivisionError: division by zero" in result.err
    assert "CONTRIBUTING.md" in result.err


def test_debug_shows_the_trace(accord: Run, workspace: Any) -> None:
    workspace.error = ZeroDivisionError("division by zero")

    assert "Traceback" in accord("run", "a.txt", "--debug").err


def test_an_interrupted_run_leaves_with_130(accord: Run, workspace: Any) -> None:
    workspace.error = KeyboardInterrupt()
    result = accord("run", "a.txt")

    assert result.code == 130
    assert "Interrupted" in result.err


def test_errors_are_json_where_json_is_asked_for(accord: Run) -> None:
    result = accord("show", "findings", "--json", "-w", "missing")
    assert result.code == 3
    assert result.out == ""
    told = json.loads(result.err)
    assert told["code"] == "input"
    assert "missing" in told["message"]
    assert "accord run" in told["hint"]

    misused = json.loads(accord("show", "--jsonl").err)
    assert misused["code"] == "usage"


def test_an_unknown_kind_leaves_with_3_and_lists_the_kinds(accord: Run) -> None:
    result = accord("show", "opinions")

    assert result.code == 3
    assert "attributions" in result.err


def test_markup_in_an_error_is_shown_as_it_is(accord: Run, workspace: Any) -> None:
    workspace.error = UnreadableError("The file [bold]x[/bold] is empty.")

    assert "[bold]x[/bold]" in accord("run", "a.txt").err
