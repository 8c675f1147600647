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
