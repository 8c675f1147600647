"""The ledger's cells and pictures, outlets side by side, networks as files."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_cell_opens_its_statements(accord: Run, workspace: Any) -> None:
    position = workspace.dispute_.ledger[0]
    result = accord("ledger", "--cell", position.name, position.issue, "--jsonl")

    found = [json.loads(line)["id"] for line in result.out.splitlines()]
    assert result.code == 0
    assert set(position.statements) <= set(found)


def test_people_are_kept_apart_when_asked(accord: Run, workspace: Any) -> None:
    result = accord("ledger", "--roll-up", "person", "--csv")

    speakers = {s.name for s in workspace.statements()}
    assert result.code == 0
    assert {row["name"] for row in rows(result.out)} == speakers


def test_the_ledger_is_drawn_with_its_table_beside_it(
    accord: Run, tmp_path: Path
) -> None:
    path = tmp_path / "ledger.svg"
    result = accord("ledger", "--out", str(path), "--actor", "Voss")

    assert result.code == 0
    assert "Only actor = Voss." in path.read_text(encoding="utf-8")
    assert rows(path.with_suffix(".csv").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lanes", ["actor", "issue"])
def test_a_timeline_goes_to_stdout(accord: Run, lanes: str) -> None:
    result = accord("ledger", "--timeline", lanes)

    assert result.code == 0
    assert result.out.startswith("<svg ")
    assert "when they spoke" in result.out


def test_a_picture_needs_a_name_that_says_its_format(accord: Run) -> None:
    assert accord("ledger", "--out", "ledger.doc").code == 2
    assert accord("ledger", "--format", "png").code == 2


def test_outlets_stand_side_by_side(accord: Run, workspace: Any) -> None:
    outlets = {d.outlet for d in workspace.documents() if d.outlet}
    shown = accord("compare", "--outlets")
    profiles = accord("compare", "--outlets", "--part", "profiles", "--csv")
    whole = accord("compare", "--outlets", "--json")

    assert (shown.code, profiles.code, whole.code) == (0, 0, 0)
    assert "Cue words for the same speaker" in shown.out
    assert {row["outlet"] for row in rows(profiles.out)} == outlets
    assert {o["outlet"] for o in json.loads(whole.out)["outlets"]} == outlets


def test_coverage_has_a_column_for_each_outlet(accord: Run, workspace: Any) -> None:
    outlet = next(d.outlet for d in workspace.documents() if d.outlet)
    result = accord("compare", "--outlets", "--csv")

    counts = [int(row[outlet]) for row in rows(result.out)]
    assert result.code == 0
    assert sum(counts) == sum(
        len(d.statements)
        for d in workspace.dispute_.dossiers
        if d.document.outlet == outlet
    )


def test_comparing_needs_two_documents_or_outlets(accord: Run) -> None:
    assert accord("compare").code == 2
    assert accord("compare", "--outlets", "No Such Paper").code == 3


@pytest.mark.parametrize("ending", ["svg", "net", "graphml", "json", "csv"])
def test_a_network_goes_to_a_file_in_the_format_of_its_ending(
    accord: Run, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"network.{ending}"
    result = accord("network", "dam", "--out", str(path), "--quiet")

    begins = {
        "svg": "<svg",
        "net": "*Vertices",
        "graphml": "<?xml",
        "json": "{",
        "csv": ",",
    }
    assert result.code == 0
    assert not result.out
    assert path.read_text(encoding="utf-8").startswith(begins[ending])


def test_outlets_are_left_out_or_kept_alone(accord: Run, workspace: Any) -> None:
    outlet = next(d.outlet for d in workspace.documents() if d.outlet)
    whole, without, only = (
        accord("network", "dam", "--network-type", "eventlist", *options)
        for options in (
            (),
            ("--exclude-sources", outlet),
            ("--exclude-sources", outlet, "--invert-sources"),
        )
    )

    counts = [len(rows(result.out)) for result in (whole, without, only)]
    assert counts[1] + counts[2] == counts[0]
    assert counts[2] > 0


def test_a_time_of_day_needs_its_day(accord: Run) -> None:
    assert accord("network", "dam", "--start-time", "12:00:00").code == 2
    late = accord(
        "network", "dam", "--start-date", "2001-01-01", "--start-time", "12:00:00"
    )
    assert late.code == 0
