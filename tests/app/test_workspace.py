"""A workspace with the real rooms."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import yaml

import accord
from accord import app
from accord.app.sifting.kinds import KINDS
from accord.errors import (
    ConfigurationError,
    InputError,
    StoreError,
    UnknownNameError,
)
from accord.model import RECORD_KINDS, Document, dumps

ISSUES = """\
issues:
  - id: ferry-fare
    question: Should the ferry fare rise?
    terms: [fare, fares, ferry]
    poles:
      support: [raise the fare, higher fares]
      oppose: [freeze the fare]
"""
PACK = """\
actors:
  - id: org:harbour-union
    kind: organisation
    names: [Harbour Union]
    source: invented
  - id: per:teal
    kind: person
    names: [Orrin Teal, Teal]
    gender: m
    source: invented
"""
ARTICLES = {
    "a.txt": (
        "Title: Fare talks stall\nOutlet: The Quay\nDate: 2024-03-05\n\n"
        "The Harbour Union rejected the plan on Tuesday. “We demand that the city "
        "freeze the fare,” said Orrin Teal, the union's leader.\n"
    ),
    "b.txt": (
        "Title: City answers\nOutlet: Evening Post\nDate: 2024-03-07\n\n"
        "The city council said it would raise the fare in May. Orrin Teal told "
        "reporters that the ferry crews “will not accept higher fares”.\n"
    ),
    "c.txt": "Date: 2024-03-09\n\nNobody spoke. The ferry was late again.\n",
}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "coverage"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "fares.yaml").write_text(ISSUES, encoding="utf-8")
    (tmp_path / "harbour.yaml").write_text(PACK, encoding="utf-8")
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[app.Workspace]:
    with accord.open(tmp_path / "w") as opened:
        yield opened


def run(workspace: app.Workspace, pile: Path, **options: object) -> app.RunReport:
    given = {
        "issues": pile.parent / "fares.yaml",
        "actors": [pile.parent / "harbour.yaml"],
    } | options
    return workspace.run([pile], **given)  # type: ignore[arg-type]


def export(workspace: app.Workspace) -> str:
    return "\n".join(
        f"{kind} {dumps(record)}"
        for kind in KINDS
        if kind != "judgements"
        for record in workspace.records(kind)
    )


def fresh_export(folder: Path, pile: Path, **options: object) -> str:
    with accord.open(folder) as fresh:
        run(fresh, pile, **options)
        return export(fresh)


def test_a_run_leads_from_files_to_a_report(
    workspace: app.Workspace, pile: Path
) -> None:
    report = run(workspace, pile)
    assert (report.items, report.processed, report.unchanged) == (3, 3, 0)
    assert report.failures == ()
    assert report.chosen is False
    assert report.report == workspace.path / "report.html"
    html = report.report.read_text(encoding="utf-8")
    assert "Fare talks stall" in html
    assert [d.path for d in workspace.documents()] == [
        f"coverage/{name}" for name in sorted(ARTICLES)
    ]
    said = [a for a in workspace.attributions() if a.speaker.actor == "per:teal"]
    assert len(said) == 2
    assert {s.issue for s in workspace.statements()} == {"ferry-fare"}


def test_the_folder_holds_what_it_says_and_nothing_else(
    workspace: app.Workspace, pile: Path
) -> None:
    run(workspace, pile)
    workspace.close()
    found = sorted(entry.name for entry in workspace.path.iterdir())
    assert found == [
        "accord.db", "accord.lock", "accord.toml", "actors", "issues.yaml",
        "report.html",
    ]  # fmt: skip
    assert (workspace.path / "actors" / "harbour.yaml").read_text() == PACK
    assert (workspace.path / "issues.yaml").read_text() == ISSUES


def test_a_second_run_does_nothing_and_changes_nothing(
    workspace: app.Workspace, pile: Path
) -> None:
    first = run(workspace, pile)
    before, drawn = export(workspace), first.report.stat().st_mtime_ns
    again = workspace.run([pile])
    assert (again.items, again.processed, again.unchanged) == (3, 0, 3)
    assert export(workspace) == before
    assert again.report.stat().st_mtime_ns == drawn


def test_a_changed_codebook_gives_what_a_fresh_run_gives(
    workspace: app.Workspace, pile: Path, tmp_path: Path
) -> None:
    run(workspace, pile)
    other = tmp_path / "other.yaml"
    other.write_text(ISSUES.replace("ferry-fare", "fare-rise"), encoding="utf-8")
    (pile / "c.txt").unlink()
    report = run(workspace, pile, issues=other)
    assert (report.items, report.processed) == (2, 3)
    assert {s.issue for s in workspace.statements()} == {"fare-rise"}
    (pile / "c.txt").write_text(ARTICLES["c.txt"], encoding="utf-8")
    assert export(workspace) == fresh_export(tmp_path / "v", pile, issues=other)
    kept = (workspace.path / "issues.previous.yaml").read_text(encoding="utf-8")
    assert kept == ISSUES


def test_a_changed_file_gives_what_a_fresh_run_gives(
    workspace: app.Workspace, pile: Path, tmp_path: Path
) -> None:
    run(workspace, pile)
    (pile / "b.txt").write_text(ARTICLES["a.txt"], encoding="utf-8")
    report = run(workspace, pile)
    assert (report.processed, report.unchanged) == (1, 2)
    assert export(workspace) == fresh_export(tmp_path / "v", pile)
    assert {link.kind for link in workspace.records("links")} >= {"copy"}


def test_new_actors_resolve_what_was_unresolved(
    workspace: app.Workspace, pile: Path, tmp_path: Path
) -> None:
    run(workspace, pile, actors=[])
    assert not [a for a in workspace.records("actors") if a.id == "per:teal"]
    run(workspace, pile)
    (teal,) = (a for a in workspace.records("actors") if a.id == "per:teal")
    assert {m.text for m in teal.mentions} >= {"Orrin Teal"}
    assert export(workspace) == fresh_export(tmp_path / "v", pile)


def test_a_run_without_paths_reads_what_is_there_with_new_actors(
    workspace: app.Workspace, pile: Path, tmp_path: Path
) -> None:
    run(workspace, pile, actors=[])
    report = workspace.run([], actors=[tmp_path / "harbour.yaml"])
    assert (report.items, report.processed) == (0, 3)
    assert export(workspace) == fresh_export(tmp_path / "v", pile)


def test_the_number_of_workers_and_the_order_of_paths_do_not_matter(
    workspace: app.Workspace, pile: Path, tmp_path: Path
) -> None:
    run(workspace, pile)
    with accord.open(tmp_path / "v", jobs=2) as other:
        paths = [pile / name for name in sorted(ARTICLES, reverse=True)]
        other.run(
            paths, issues=tmp_path / "fares.yaml", actors=[tmp_path / "harbour.yaml"]
        )
        assert export(other) == export(workspace)


def test_files_that_cannot_be_read_are_failures_and_heal(
    workspace: app.Workspace, pile: Path
) -> None:
    (pile / "empty.txt").touch()
    (pile / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")
    (pile / "broken.pdf").write_bytes(b"%PDF-1.7\nnot much more")
    (pile / "latin.txt").write_bytes("Zoë said “no” … \xff".encode("cp1252", "replace"))
    report = run(workspace, pile)
    failed = {f.item.rpartition("/")[2]: f.code for f in report.failures}
    assert failed == dict.fromkeys(
        ("broken.pdf", "empty.txt", "photo.jpg"), "input.unreadable"
    )
    assert report.processed == 4
    assert [f.item for f in workspace.failures()] == [f.item for f in report.failures]
    (pile / "empty.txt").write_text("Not empty: “yes,” said Teal.")
    healed = run(workspace, pile)
    assert (healed.processed, len(healed.failures)) == (1, 2)


def test_a_path_that_is_not_there_is_an_input_error(
    workspace: app.Workspace, pile: Path
) -> None:
    with pytest.raises(InputError, match="No such file or folder"):
        workspace.run([pile / "nowhere.txt"])


def test_without_issues_a_codebook_is_chosen_and_can_be_edited(
    workspace: app.Workspace, pile: Path
) -> None:
    (pile / "d.txt").write_text(
        "The union demanded higher wages. “We will strike,” said Teal, “unless the "
        "employers raise pay.” The strike would be the first since the pay deal. "
        "Ferry workers want a wage rise and a shorter working week.\n"
    )
    report = run(workspace, pile, issues=None)
    assert report.chosen
    path = workspace.path / "issues.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Accord chose these issues itself")
    assert [i["id"] for i in yaml.safe_load(text)["issues"]] == [
        issue.id for issue in workspace.codebook().issues
    ]
    assert report.codebook == workspace.codebook().name
    again = run(workspace, pile, issues=None)
    assert (again.chosen, again.processed) == (False, 0)
    path.write_text(ISSUES, encoding="utf-8")
    assert run(workspace, pile, issues=None).processed == 4
    assert {s.issue for s in workspace.statements()} == {"ferry-fare"}


def test_a_run_over_nothing_readable_chooses_nothing(
    workspace: app.Workspace, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    report = workspace.run(tmp_path / "empty.txt")
    assert (report.chosen, report.codebook, report.processed) == (False, "none", 0)
    assert len(report.failures) == 1
    assert report.report.exists()
    assert not (workspace.path / "issues.yaml").exists()


@pytest.mark.parametrize(
    ("option", "content"),
    [
        ("issues", "issues: 7"),
        ("actors", "actors: [{id: 1}]"),
        ("issues", "a: ["),
    ],
)
def test_a_bad_codebook_or_pack_is_refused_before_anything_is_copied(
    workspace: app.Workspace, pile: Path, tmp_path: Path, option: str, content: str
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError):
        run(workspace, pile, **{option: bad if option == "issues" else [bad]})
    assert not (workspace.path / "actors" / "bad.yaml").exists()
    assert not (workspace.path / "issues.yaml").exists()
    assert list(workspace.documents()) == []


def test_a_codebook_or_pack_that_is_not_there_is_a_configuration_error(
    workspace: app.Workspace, pile: Path
) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.yaml cannot be read"):
        run(workspace, pile, issues="none.yaml")
    with pytest.raises(ConfigurationError, match=r"none\.yaml cannot be read"):
        run(workspace, pile, actors=["none.yaml"])


def test_packs_come_from_folders_too_and_doubles_are_refused(
    workspace: app.Workspace, pile: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "packs"
    folder.mkdir()
    shutil.copy(tmp_path / "harbour.yaml", folder)
    (folder / "notes.txt").write_text("not a pack")
    run(workspace, pile, actors=[folder])
    assert [p.name for p in (workspace.path / "actors").iterdir()] == ["harbour.yaml"]
    (folder / "harbour.yaml").write_text(PACK.replace("Orrin", "Oren"))
    with pytest.raises(ConfigurationError, match="Two different actor packs"):
        run(workspace, pile, actors=[folder, tmp_path / "harbour.yaml"])


def test_records_of_every_kind_can_be_asked_for(
    workspace: app.Workspace, pile: Path
) -> None:
    run(workspace, pile)
    assert set(KINDS.values()) == set(RECORD_KINDS.values())
    for name, kind in KINDS.items():
        assert all(isinstance(record, kind) for record in workspace.records(name))
    assert [d.path for d in workspace.records("document", outlet="quay")] == [
        "coverage/a.txt"
    ]
    assert list(workspace.records("ledger")) == list(workspace.records("positions"))
    assert len(list(workspace.records("statements", actor="Teal"))) > 0
    with pytest.raises(UnknownNameError, match="documents, findings"):
        workspace.records("articles")


def test_the_dispute_holds_everything_in_order(
    workspace: app.Workspace, pile: Path
) -> None:
    run(workspace, pile)
    dispute = workspace.dispute()
    assert dispute.name == "w"
    assert [d.document for d in dispute.dossiers] == list(workspace.documents())
    assert [a.name for a in dispute.actors] == sorted(a.name for a in dispute.actors)
    assert all(actor.mentions for actor in dispute.actors)
    assert dispute.ledger == tuple(workspace.records("positions"))
    findings = [f for d in dispute.dossiers for f in d.findings]
    assert findings == list(workspace.findings())


def test_names_that_nobody_answers_to_are_counted(
    workspace: app.Workspace, pile: Path
) -> None:
    run(workspace, pile, actors=[])
    texts = [unresolved.text for unresolved in workspace.unresolved()]
    assert any("Teal" in text or "city council" in text.lower() for text in texts)


def test_a_sound_workspace_passes_its_check(
    workspace: app.Workspace, pile: Path
) -> None:
    run(workspace, pile)
    report = workspace.check()
    assert report.problems == ()
    assert report.quotes_checked > 10
    assert ("accord", accord.__version__) in report.versions
    assert [s.name for s in report.settings][:2] == ["name", "jobs"]


def test_a_check_finds_a_text_that_was_tampered_with(
    workspace: app.Workspace, pile: Path
) -> None:
    run(workspace, pile)
    with closing(sqlite3.connect(workspace.path / "accord.db")) as connection:
        connection.execute(
            "UPDATE records SET body = replace(body, 'freeze the fare', "
            "'double the fare') WHERE kind = 'document'"
        )
        connection.commit()
    problems = workspace.check().problems
    assert any("not the one that was read" in problem for problem in problems)
    assert any("double the fare" in problem for problem in problems)


def test_rulings_survive_runs_and_name_a_record_that_is_there(
    workspace: app.Workspace, pile: Path
) -> None:
    run(workspace, pile)
    statement = next(workspace.statements())
    first = workspace.judge(statement.id, "reject", by="A. Reader", note="No stance.")
    second = workspace.judge(statement.id, "accept", by="B. Reader")
    (pile / "a.txt").write_text("Date: 2024-03-05\n\nAll was quiet.\n")
    run(workspace, pile)
    assert list(workspace.records("judgements")) == [first, second]
    assert first.at.endswith("+00:00")
    with pytest.raises(UnknownNameError, match="statement-none"):
        workspace.judge("statement-none", "accept", by="A. Reader")


def test_opening_what_is_no_workspace_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="accord run PATH"):
        accord.open(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is a file"):
        accord.open(tmp_path / "file")
    with pytest.raises(StoreError, match="cannot be made"):
        accord.open(tmp_path / "file" / "below")


def test_a_workspace_is_opened_again_with_its_settings(
    workspace: app.Workspace, pile: Path
) -> None:
    run(workspace, pile)
    (workspace.path / "accord.toml").write_text('name = "The fare dispute"')
    with accord.open(str(workspace.path), create=False) as again:
        assert again.name == "The fare dispute"
        assert export(again) == export(workspace)
        assert "The fare dispute" in again.write_report().read_text(encoding="utf-8")


def test_documents_beside_the_workspace_are_read_and_its_own_files_are_not(
    pile: Path,
) -> None:
    with accord.open(pile) as inside:
        run(inside, pile)
        again = run(inside, pile)
        assert again.items == 3
        assert len(list(inside.documents())) == 3


def test_a_report_that_cannot_be_written_is_a_store_error_and_leaves_no_draft(
    workspace: app.Workspace, pile: Path
) -> None:
    run(workspace, pile)
    (workspace.path / "report.html").unlink()
    (workspace.path / "report.html").mkdir()
    with pytest.raises(StoreError, match=r"report\.html cannot be written"):
        workspace.write_report()
    assert not [p for p in workspace.path.iterdir() if p.suffix == ".tmp"]


def test_the_steps_of_a_run_are_told_in_order(
    workspace: app.Workspace, pile: Path
) -> None:
    seen: list[app.Progress] = []
    run(workspace, pile, issues=None, on_progress=seen.append)
    stages = list(dict.fromkeys(step.stage for step in seen))
    assert stages == ["resolve", "position", "join", "link", "map", "solve", "present"]
    assert all(0 < step.done <= step.total for step in seen)


def test_a_broken_surrogate_in_a_file_does_no_harm(
    workspace: app.Workspace, pile: Path
) -> None:
    row = '{"text": "Teal said: \\"no \\ud800 deal\\".", "title": "\\udfff"}\n'
    (pile / "rows.jsonl").write_text(row)
    report = run(workspace, pile)
    assert report.items == 4
    assert report.processed + len(report.failures) == 4
    assert workspace.check().problems == ()


@pytest.mark.shared
def test_the_seeds_run_without_a_failure_and_every_quotation_stands(
    workspace: app.Workspace,
) -> None:
    root = Path(__file__).parents[2]
    seeds = Path(os.environ.get("ACCORD_DATA", root / "../shared/data")) / "seeds"
    if not seeds.is_dir():
        pytest.skip(f"no seed documents at {seeds}; set ACCORD_DATA")
    report = workspace.run([seeds])
    assert (report.processed, report.failures) == (5, ())
    assert workspace.check().problems == ()
    assert isinstance(next(workspace.documents()), Document)
