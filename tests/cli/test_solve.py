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


DILEMMA = {
    "decision_makers": [
        {"name": "Row", "options": [0], "ranking_most_to_least": [3, 4, 1, 2]},
        {"name": "Column", "options": [1], "ranking_most_to_least": [2, 4, 1, 3]},
    ],
    "options": [{"name": "row yields"}, {"name": "column yields"}],
}


@pytest.fixture
def dilemma(tmp_path: Path) -> Path:
    path = tmp_path / "dilemma.json"
    path.write_text(json.dumps(DILEMMA), encoding="utf-8")
    return path


def test_stability_as_json_gives_equilibria_by_concept(
    accord: Run, dilemma: Path
) -> None:
    result = accord("solve", "stability", str(dilemma), "--json")

    value = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert value["R"] == [1]
    assert value["GMR"] == value["SMR"] == value["SEQ"] == [1, 4]
    assert value["sanctions"] == "formal"
    assert value["stability_by_dm"]["R"] == [[1, 3], [1, 2]]


def test_stability_for_reading_says_under_what_it_holds(
    accord: Run, dilemma: Path
) -> None:
    result = accord("solve", "stability", str(dilemma))

    assert result.code == 0
    assert "s4 (row yields, column yields)" in result.out
    assert "under these modelled preferences; sanctions: formal" in result.err


def test_a_state_is_explained_in_words_or_as_json(accord: Run, dilemma: Path) -> None:
    told = accord("solve", "stability", str(dilemma), "--explain", "4").out
    value = json.loads(
        accord("solve", "stability", str(dilemma), "--explain", "4", "--json").out
    )

    assert "Row would not move to s3 (column yields), because Column could answer" in (
        " ".join(told.split())
    )
    assert value["state"] == 4
    assert {reason["concept"] for reason in value["reasons"]} == {
        "R", "GMR", "SMR", "SEQ",
    }  # fmt: skip


def test_equilibria_say_how_firmly_they_hold(accord: Run, dilemma: Path) -> None:
    told = accord("solve", "stability", str(dilemma), "--robust")
    value = json.loads(
        accord("solve", "stability", str(dilemma), "--robust", "--json").out
    )

    assert "67%" in told.out
    assert "Row: s1 over s2" in " ".join(told.out.split())
    assert "not probabilities" in told.err
    assert value["tried"] == 6
    assert value["sanctions"] == "formal"


def test_an_unknown_state_or_semantics_is_refused(accord: Run, dilemma: Path) -> None:
    no_state = accord("solve", "stability", str(dilemma), "--explain", "9")
    no_name = accord("solve", "stability", str(dilemma), "--sanctions", "all")

    assert (no_state.code, no_name.code) == (3, 3)
    assert "no state 9" in no_state.err
    assert "Known are: formal, single-move, each-once" in no_name.err


def test_without_a_file_the_rules_of_the_workspace_are_answered(accord: Run) -> None:
    told = accord("solve", "power")
    value = json.loads(accord("solve", "power", "--json").out)

    words = " ".join(told.out.split())

    assert told.code == 0
    assert "Can the river board ever be triggered against a member who holds" in words
    assert "No, not without that member's own agreement." in words
    assert "the river board can never be triggered against" in words
    assert "What the rule alone allows" in told.err
    [answer] = value["guarantees"]
    assert answer["against_veto"] is False
    assert answer["coleman_collectivity"] == "1/4"
    assert len(answer["veto"]) == 2
    assert " ".join(answer["evidence"].split()) in words


def test_a_folder_that_is_no_workspace_is_said(accord: Run) -> None:
    result = accord("solve", "power", "-w", "missing")

    assert result.code == 3
    assert "no workspace" in result.err


def test_rules_are_compared_side_by_side(accord: Run, tmp_path: Path) -> None:
    path = tmp_path / "council.json"
    more = {"title": "weighted", "quota": 3, "weights": [2, 1, 1]}
    path.write_text(json.dumps({**COUNCIL, "alternatives": [more]}), encoding="utf-8")

    shown = accord("solve", "power", str(path), "--compare")
    value = json.loads(accord("solve", "power", str(path), "--compare", "--json").out)

    (comparison,) = value["comparisons"]
    assert [rule["title"] for rule in comparison["rules"]] == [
        "a council", "weighted", "unanimity", "two thirds",
    ]  # fmt: skip
    assert comparison["rules"][2]["veto"] == ["Arle", "Belm", "Corva"]
    assert comparison["rules"][3]["SSI"] == ["1/3", "1/3", "1/3"]
    assert "0.6667 veto" in shown.out


def test_the_rules_of_a_workspace_are_compared(accord: Run) -> None:
    result = accord("solve", "power", "--compare", "--json")

    assert result.code == 0
    assert isinstance(json.loads(result.out)["comparisons"], list)


def test_alternatives_that_are_no_rules_are_refused(
    accord: Run, tmp_path: Path
) -> None:
    path = tmp_path / "council.json"
    path.write_text(json.dumps({**COUNCIL, "alternatives": 7}), encoding="utf-8")

    assert accord("solve", "power", str(path), "--compare").code == 3
