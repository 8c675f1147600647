"""Input that makes no sense ends in a clear error, or a bounded answer that says so."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

DAM = {
    "parties": [{"id": "N", "name": "North"}],
    "issues": [{"id": "dam", "question": "Build it?", "options": ["yes", "no"]}],
    "demands": [{"id": "n", "party": "N", "accepts": {"dam": ["yes"]}}],
}
OPTION = [{"name": "dig"}]


def never(way: str) -> dict[str, Any]:
    return {"id": f"no-{way}", "combination": {"dam": [way]}}


def maker(**more: Any) -> dict[str, Any]:
    return {
        "options": OPTION,
        "decision_makers": [{"name": "A", "options": [0], **more}],
    }


@pytest.mark.parametrize(
    ("command", "value", "message"),
    [
        ("conflicts", {**DAM, "exclusions": [never("yes"), never("no")]}, "contradict"),
        ("packages", {**DAM, "exclusions": [never("yes"), never("no")]}, "no package"),
        ("stability", maker(), "no preferences"),
        ("stability", maker(prefers=[[1, 2], [2, 1]]), "in a circle"),
        ("stability", maker(ranking_most_to_least=[1, 2, 1]), "ranked twice"),
        ("stability", maker(priorities=["9"]), "option's number"),
        ("power", {"players": [], "quota": 1, "weights": []}, "no players"),
        ("power", {"players": ["A", "B"], "quota": 5, "weights": [2, 1]}, "above the"),
        ("power", {"players": ["A"], "quota": 0, "weights": [1]}, "without anybody"),
        ("forecast", {"actors": []}, "no actors"),
        ("forecast", {"parties": []}, "lies on a line"),
        ("conflicts", {"numbers": [1]}, "holds no case"),
        ("packages", {"title": "x"}, "no issues"),
    ],
)
def test_it_is_refused_with_a_hint(
    accord: Run, tmp_path: Path, command: str, value: object, message: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(value), encoding="utf-8")

    result = accord("solve", command, str(path), "--json")

    assert (result.code, result.out) == (3, "")
    assert message in json.loads(result.err)["message"]
    assert json.loads(result.err)["hint"]


def test_a_million_states_are_refused_before_they_are_made(
    accord: Run, tmp_path: Path
) -> None:
    path = tmp_path / "large.json"
    options = [{"name": f"o{number}"} for number in range(20)]
    makers = [{"name": "A", "options": list(range(20)), "priorities": ["1"]}]
    path.write_text(
        json.dumps({"options": options, "decision_makers": makers}), encoding="utf-8"
    )

    result = accord("solve", "stability", str(path))

    assert result.code == 3
    assert "1,048,576 states" in result.err


def test_more_conflicts_than_asked_for_are_bounded_and_it_is_said(
    accord: Run, tmp_path: Path
) -> None:
    path = tmp_path / "many.json"
    parties = [{"id": f"p{number}", "name": f"p{number}"} for number in range(30)]
    demands = [
        {"id": party["id"], "party": party["id"], "accepts": {"seat": [party["id"]]}}
        for party in parties
    ]
    seat = {"id": "seat", "question": "Whose?", "options": [p["id"] for p in parties]}
    case = {"parties": parties, "issues": [seat], "demands": demands}
    path.write_text(json.dumps(case), encoding="utf-8")

    shown = accord("solve", "conflicts", str(path), "--limit", "10")
    value = json.loads(
        accord("solve", "conflicts", str(path), "--limit", "10", "--json").out
    )

    assert shown.code == 0
    assert "a limit was reached" in shown.err
    assert not value["complete"]
    assert len(value["knots"][0]["conflicts"]) == 10
    assert len(value["knots"][0]["cheapest"]["demands"]) == 29


def save(folder: Path, name: str, value: object) -> str:
    """Write JSON, or text as it is."""
    path = folder / name
    text = value if isinstance(value, str) else json.dumps(value)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_player_who_stands_twice_is_named(accord: Run, tmp_path: Path) -> None:
    game = {"players": ["A", "B", "A"], "quota": 2, "weights": [2, 1, 1]}

    result = accord("solve", "power", save(tmp_path, "game.json", game))

    assert result.code == 3
    assert "'A' stands twice" in result.err


def test_a_game_too_large_to_count_can_be_estimated_with_intervals(
    accord: Run, tmp_path: Path
) -> None:
    game = {"players": 1_200, "quota": 601, "weights": [1] * 1_200}
    path = save(tmp_path, "game.json", game)

    refused = accord("solve", "power", path)
    estimated = accord("solve", "power", path, "--estimate", "50", "--json")
    (first, *_) = json.loads(estimated.out)["SSI_estimate"]

    assert refused.code == 3
    assert "--estimate" in refused.err
    assert first["low"] <= first["value"] <= first["high"]
    assert (
        estimated.out
        == accord("solve", "power", path, "--estimate", "50", "--json").out
    )
    assert "95% from" in accord("solve", "power", path, "--estimate", "50").out


def test_an_estimate_without_a_game_says_what_is_missing(accord: Run) -> None:
    result = accord("solve", "power", "--estimate", "50")

    assert result.code == 3
    assert "needs the file of a game" in result.err


def test_who_can_move_without_preferences_is_not_taken_as_indifferent(
    accord: Run, tmp_path: Path
) -> None:
    case = {
        "parties": [{"id": "N", "name": "North"}, {"id": "S", "name": "South"}],
        "issues": [{"id": "dam", "question": "?", "options": ["yes", "no"]}],
        "demands": [{"id": "d", "party": "N", "accepts": {"dam": ["yes"]}}],
        "moves": [{"party": "S", "issue": "dam", "option": "no"}],
    }

    result = accord("solve", "stability", save(tmp_path, "case.json", case))

    assert result.code == 3
    assert (
        "South can move, but nothing in the case tells what they prefer" in result.err
    )


def test_every_problem_of_one_entry_is_told(accord: Run, tmp_path: Path) -> None:
    text = """
parties:
- {id: N, name: North}
issues:
- {id: dam, question: "Shall it be built?", options: [yes, no]}
demands:
- {id: d, party: X, kind: wsh, weigt: 3, accepts: {dam: [yes]}}
- {id: e, accepts: {dam: yes}}
"""
    result = accord("solve", "conflicts", save(tmp_path, "case.yaml", text))

    assert result.code == 3
    for part in (
        "demands[0]: there is no field 'weigt'",
        "demands[0]: kind: expected one of 'red-line', 'demand', 'wish', got 'wsh'",
        "demands[0].party: there is no party 'X'",
        "demands[1]: the field 'party' is missing",
        "demands[1]: accepts[0].options: expected an array, got 'yes'",
    ):
        assert part in result.err


def test_yaml_keeps_yes_and_days_as_words_and_refuses_doubles(
    accord: Run, tmp_path: Path
) -> None:
    text = """
parties: [{id: N, name: North}, {id: S, name: South}]
issues: [{id: dam, question: "?", options: [yes, no]}]
demands:
- {id: n, party: N, accepts: {dam: [yes]}, evidence: [{text: x, said: 2024-05-01}]}
- {id: s, party: S, accepts: {dam: [no]}}
"""
    path = save(tmp_path, "case.yaml", text)
    found = accord("solve", "conflicts", path)
    double = save(tmp_path, "double.yml", "title: a\ntitle: b\n")
    broken = save(tmp_path, "broken.yml", "title: [a\n")

    assert "only “no” on “dam”" in found.out
    assert "2024-05-01" in found.out
    assert "'title' stands twice" in accord("solve", "conflicts", double).err
    assert "cannot be read" in accord("solve", "conflicts", broken).err
    assert (
        "holds no YAML object"
        in accord("solve", "conflicts", save(tmp_path, "list.yml", "- a\n")).err
    )


def test_clauses_that_can_all_hold_are_told_so(accord: Run, tmp_path: Path) -> None:
    path = save(tmp_path, "clauses.json", {"clauses": [[1], [2]]})

    assert "All clauses can hold together" in accord("solve", "conflicts", path).out
