"""``accord compare`` and ``accord show links`` on the workspace made by hand."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def paths(accord: Run) -> list[str]:
    lines = accord("show", "documents", "--jsonl").out.splitlines()
    return [json.loads(line)["path"] for line in lines]


def test_two_documents_stand_side_by_side(accord: Run, paths: list[str]) -> None:
    result = accord("compare", paths[0], paths[1])

    assert (result.code, result.err) == (0, "")
    assert max(map(len, result.out.splitlines())) <= 80


def test_json_tells_what_is_shared_and_what_one_alone_has(
    accord: Run, paths: list[str]
) -> None:
    told = json.loads(accord("compare", paths[0], paths[1], "--json").out)

    assert [told["a"]["path"], told["b"]["path"]] == paths[:2]
    assert {"first", "passages", "echoes", "contradictions", "only_a"} <= told.keys()


@pytest.mark.parametrize("second", ["nowhere.txt", None, "t"])
def test_a_name_that_fits_no_document_or_one_twice_or_many_is_refused(
    accord: Run, paths: list[str], second: str | None
) -> None:
    result = accord("compare", paths[0], paths[0] if second is None else second)

    assert result.code == 3
    assert "Hint:" in result.err


def test_who_names_an_outlet_is_told_how_outlets_are_compared(accord: Run) -> None:
    result = accord("compare", "River Wire", "Lowland Post")

    assert result.code == 3
    assert "--outlets" in result.err


def test_links_show_both_their_ends(accord: Run) -> None:
    count = len(accord("show", "links", "--jsonl").out.splitlines())

    result = accord("show", "links")

    heads = ("Echo", "Copy", "Passed on", "Contradiction?")
    shown = [line for line in result.out.splitlines() if line.startswith(heads)]
    assert len(shown) == count > 0
    assert f"{count} link" in result.err


def test_a_table_of_links_is_there_for_the_asking(accord: Run) -> None:
    assert not accord("show", "links", "--table").out.startswith("Echo")


def test_chains_show_who_takes_from_whom(accord: Run, tmp_path: Path) -> None:
    told = json.loads(accord("show", "chains", "--json").out)
    assert [(tie["taker"], tie["giver"]) for tie in told] == [
        ("River Wire", "Lowland Post")
    ]

    result = accord("compare", "--chains", "--out", str(tmp_path / "c.graphml"))

    assert result.code == 0
    assert 'edgedefault="directed"' in (tmp_path / "c.graphml").read_text()


def test_chains_are_not_written_in_a_format_that_there_is_not(
    accord: Run, tmp_path: Path
) -> None:
    assert accord("compare", "--chains", "--out", str(tmp_path / "c.doc")).code == 2


def test_a_story_counts_its_reprints(accord: Run) -> None:
    (story,) = accord("show", "stories", "--jsonl").out.splitlines()
    assert len(json.loads(story)["documents"]) == 2
    assert "1 story" in accord("show", "stories").err
