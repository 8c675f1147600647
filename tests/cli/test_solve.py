"""What is solved goes to stdout, exactly; what is said about it to stderr."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
COUNCIL = {
    "id": "council",
    "title": "a council",
    "players": ["Arle", "Belm", "Corva"],
    "rule": "Arle in S and |S| >= 2",
}


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "council.json"
    path.write_text(json.dumps(COUNCIL), encoding="utf-8")
    return path


def test_power_as_json_is_exact_and_in_the_order_of_the_players(
    accord: Run, council: Path
) -> None:
    result = accord("solve", "power", str(council), "--json")

    value = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert value["players"] == COUNCIL["players"]
    assert value["SSI"] == ["2/3", "1/6", "1/6"]
    assert value["BZ_abs"] == ["3/4", "1/4", "1/4"]
    assert value["coleman_collectivity"] == "3/8"
    assert (value["veto"], value["dummy"], value["dictator"]) == ([0], [], [])
    assert value["names"]["veto"] == ["Arle"]
    assert value["decimal"]["rae"] == [0.875, 0.625, 0.625]


def test_power_for_reading_names_the_veto(accord: Run, council: Path) -> None:
    result = accord("solve", "power", str(council))

    assert result.code == 0
    assert "Arle" in result.out
    assert "0.6667" in result.out
    assert "3 of 8 coalitions win (0.375); veto: Arle." in result.err
    assert "under the rule as a council describes it" in result.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "no JSON object"),
        ("{", "cannot be read"),
        ('{"players": []}', "no players"),
        ('{"players": ["A"], "quota": 2, "weights": [1]}', "above the total"),
    ],
)
def test_a_file_that_holds_no_game_is_refused(
    accord: Run, tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")

    result = accord("solve", "power", str(path), "--json")

    assert (result.code, result.out) == (3, "")
    assert message in json.loads(result.err)["message"]


def test_a_file_that_is_not_there_is_refused(accord: Run, tmp_path: Path) -> None:
    result = accord("solve", "power", str(tmp_path / "none.json"))

    assert result.code == 3
    assert "Hint:" in result.err
