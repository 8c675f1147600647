"""Pictures of what is solved, from the command line: SVG or PNG, with their tables."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# ruff: noqa: S314 - our own pictures
Run = Callable[..., Any]
CASE: dict[str, Any] = {
    "title": "A dam",
    "parties": [{"id": "N", "name": "Northland"}, {"id": "S", "name": "Southland"}],
    "issues": [{"id": "dam", "question": "Build it?", "options": ["yes", "no"]}],
    "demands": [
        {"id": "n", "party": "N", "accepts": {"dam": ["yes"]}},
        {"id": "s", "party": "S", "accepts": {"dam": ["no"]}},
    ],
}
UTILITIES = [
    {"party": party, "issue": "dam", "option": option, "value": value}
    for party, option, value in [
        ("N", "yes", 3),
        ("N", "no", 0),
        ("S", "yes", 1),
        ("S", "no", 2),
    ]
]
COUNCIL = {"players": ["Arle", "Belm"], "weights": [2, 1], "quota": 2}
BARTER = {
    "id": "barter",
    "disagreement": [0, 0],
    "goods": [
        {"name": "boat", "owner": "Ann", "u_ann": 2, "u_ben": 5},
        {"name": "net", "owner": "Ben", "u_ann": 4, "u_ben": 1},
    ],
}
CONFLICT = {
    "title": "A strike",
    "decision_makers": [
        {"name": "Union", "options": [0], "ranking_most_to_least": [3, 4, 1, 2]},
        {"name": "Firm", "options": [1], "ranking_most_to_least": [2, 4, 1, 3]},
    ],
    "options": [{"name": "strike ends"}, {"name": "wages rise"}],
}


@pytest.mark.parametrize(
    ("command", "given", "shown", "columns"),
    [
        ("conflicts", CASE, "Northland", "conflict,demand,party,since,sentence"),
        ("packages", CASE, "Southland", "number,package,Northland,Southland"),
        (
            "packages",
            CASE | {"utilities": UTILITIES},
            "worth to Northland",
            "package,Northland,Southland,in zone,chosen by",
        ),
        ("packages", BARTER, "nash", "ann,ben,in zone,chosen by"),
        ("power", COUNCIL, "Arle", "player,Shapley-Shubik,Banzhaf,role"),
        ("stability", CONFLICT, "Union", "mover,from,to,improves"),
    ],
)
def test_a_picture_shows_its_data_and_has_its_table_beside_it(
    accord: Run,
    tmp_path: Path,
    *,
    command: str,
    given: object,
    shown: str,
    columns: str,
) -> None:
    file, picture = tmp_path / "given.json", tmp_path / "picture.svg"
    file.write_text(json.dumps(given), encoding="utf-8")

    result = accord("solve", command, str(file), "--out", str(picture))

    assert (result.code, result.out) == (0, "")
    assert "Written:" in result.err
    words = "".join(ET.fromstring(picture.read_text(encoding="utf-8")).itertext())
    assert shown in words
    table = picture.with_suffix(".csv").read_text(encoding="utf-8")
    assert table.splitlines()[0] == columns
    assert len(table.splitlines()) > 1


def test_a_png_is_a_png(accord: Run, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    file, picture = tmp_path / "council.json", tmp_path / "power.png"
    file.write_text(json.dumps(COUNCIL), encoding="utf-8")

    assert accord("solve", "power", str(file), "--out", str(picture)).code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_name_that_is_no_picture_is_refused(accord: Run, tmp_path: Path) -> None:
    file = tmp_path / "council.json"
    file.write_text(json.dumps(COUNCIL), encoding="utf-8")

    result = accord("solve", "power", str(file), "--out", str(tmp_path / "power.gif"))

    assert result.code == 3
    assert "End it with .svg or .png" in result.err
