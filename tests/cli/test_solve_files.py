"""Forecasts, conversions and comparisons of files from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ACTORS = "Actor,Capability,Position,Salience\nArle,2,0,0.5\nBelm,1,8,1\nCorva,4,2,0.5\n"
DITCH = {
    "useManualPreferenceRanking": True,
    "options": [{"name": "dig", "permittedDirection": "both"}],
    "decisionMakers": [
        {"name": "Farm", "options": [0], "preferences": [], "preferenceRanking": [2, 1]}
    ],
    "infeasibles": [],
}
CASE = {
    "title": "Toll",
    "parties": [{"id": "A", "name": "Arle"}, {"id": "B", "name": "Belm"}],
    "issues": [{"id": "toll", "question": "A toll?", "options": ["yes", "no"]}],
    "demands": [
        {"id": "d", "party": "A", "accepts": {"toll": ["yes"]}},
        {"id": "e", "party": "B", "accepts": {"toll": ["no"]}},
    ],
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, object], str]:
    def written(name: str, value: object) -> str:
        path = tmp_path / name
        text = value if isinstance(value, str) else json.dumps(value)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return written


def test_a_forecast_of_actors_names_its_spread(accord: Run, write: Any) -> None:
    path = write("actors.csv", ACTORS)

    shown = accord("solve", "forecast", path)
    value = json.loads(accord("solve", "forecast", path, "--json").out)

    assert shown.code == 0
    assert "the weighted mean is 3 (from" in " ".join(shown.out.split())
    assert "not a probability of agreement" in shown.err
    (forecast,) = value["forecasts"]
    assert forecast["estimates"][0]["value"] == 3.0
    assert forecast["experiment"] == []
    assert forecast["basis"]["analyst"] == 1.0


def test_the_experiment_shows_its_variants_side_by_side(
    accord: Run, write: Any
) -> None:
    path = write("actors.csv", ACTORS)

    result = accord(
        "solve", "forecast", path, "--experiment", "--rounds", "2", "--json"
    )
    shown = accord("solve", "forecast", path, "--experiment")

    (forecast,) = json.loads(result.out)["forecasts"]
    assert len(forecast["experiment"]) == 6
    assert len(forecast["experiment"][0]["spreads"]) == 3
    assert "reference" in shown.out
    assert "its variants disagree" in shown.err


def test_a_case_is_forecast_issue_by_issue(accord: Run, write: Any) -> None:
    result = accord("solve", "forecast", write("case.json", CASE), "--json")

    (forecast,) = json.loads(result.out)["forecasts"]
    assert forecast["title"] == "A toll?"
    assert "0 is “yes”, 1 is “no”" in forecast["sentence"]
    assert forecast["estimates"][0]["value"] == 0.5
    assert forecast["basis"]["values"] == ["demands:d", "demands:e"]


def test_a_backtest_needs_outcomes(accord: Run, write: Any) -> None:
    actors = [
        {"name": "A", "capability": 1, "position": 0, "salience": 1},
        {"name": "B", "capability": 3, "position": 4, "salience": 1},
    ]
    path = write("all.json", {"cases": [{"actors": actors, "outcome": 3}]})

    value = json.loads(accord("solve", "forecast", path, "--backtest", "--json").out)
    shown = accord("solve", "forecast", path, "--backtest")
    refused = accord("solve", "forecast", write("a.csv", ACTORS), "--backtest")

    assert (value["scores"][0]["rule"], value["scores"][0]["error"]) == (
        "weighted-mean",
        0.0,
    )
    assert "weighted-mean" in shown.out
    assert "too few" in shown.err
    assert refused.code == 3


def test_a_gmcr_file_goes_through_json_and_back(accord: Run, write: Any) -> None:
    path = write("ditch.gmcr", DITCH)

    stable = json.loads(accord("solve", "stability", path, "--json").out)
    as_json = accord("solve", "convert", path).out
    back = accord("solve", "convert", write("c.json", as_json), "--to", "gmcr").out

    assert stable["R"] == [2]
    assert stable["title"] == "ditch"
    assert json.loads(as_json)["states"][1] == {"id": 2, "values": "Y", "label": ""}
    assert json.loads(back)["decisionMakers"] == DITCH["decisionMakers"]


def test_actors_go_to_ktab_and_back(accord: Run, write: Any) -> None:
    ktab = accord("solve", "convert", write("a.csv", ACTORS), "--to", "ktab").out
    back = json.loads(accord("solve", "convert", write("k.csv", ktab)).out)

    assert ktab.splitlines()[2] == "Arle,,2,0,50"
    assert back["cases"][0]["actors"][1]["position"] == 8
    of_case = accord("solve", "convert", write("case.json", CASE), "--to", "ktab").out
    assert "Belm,,1,1,100" in of_case


@pytest.mark.parametrize(
    ("name", "to"), [("a.csv", "gmcr"), ("d.gmcr", "ktab"), ("d.gmcr", "xml")]
)
def test_what_a_form_cannot_hold_is_refused(
    accord: Run, write: Any, name: str, to: str
) -> None:
    path = write(name, ACTORS if name.endswith("csv") else DITCH)

    result = accord("solve", "convert", path, "--to", to)

    assert (result.code, result.out) == (3, "")
    assert "Hint:" in result.err


def test_two_editions_of_a_case_are_compared(accord: Run, write: Any) -> None:
    before = write("one.json", CASE)
    after = write(
        "two.json", {**CASE, "title": "Tolls", "demands": CASE["demands"][:1]}
    )

    shown = accord("solve", "diff", before, after)
    value = json.loads(accord("solve", "diff", before, after, "--json").out)
    same = accord("solve", "diff", before, before)

    assert shown.out.splitlines() == ['~ title: "Toll" -> "Tolls"', "- demands:e"]
    assert "version does not rise" in shown.err
    assert value["changes"][1]["kind"] == "removed"
    assert "Nothing is different" in same.err


CHICKEN: dict[str, Any] = {
    "options": [{"name": "Row swerves"}, {"name": "Column swerves"}],
    "decision_makers": [
        {"name": "Row", "options": [0], "priorities": ["2", "1 IFF -2"]},
        {"name": "Column", "options": [1], "ranking_most_to_least": [2, 4, 3, 1]},
    ],
}


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_coalitions_ways_and_changes_of_preference_are_shown(
    accord: Run, write: Any, options: tuple[str, ...]
) -> None:
    path = write("chicken.json", CHICKEN)

    together = accord("solve", "stability", path, "--coalitions", *options)
    ways = accord("solve", "stability", path, "--from", "1", *options)
    inverse = accord("solve", "stability", path, "--inverse", "4", *options)

    assert (together.code, ways.code, inverse.code) == (0, 0, 0)
    if options:
        assert json.loads(together.out)["R"] == [2, 3]
        assert json.loads(ways.out)["reached"][0]["by_improvements"] == [
            {"mover": "Row", "to": 2}
        ]
        assert len(json.loads(ways.out)["graph"]["arcs"]) == 8
        assert json.loads(inverse.out)["requirements"][0]["ways"] == [[3]]
    else:
        assert "✓" in together.out
        assert "Row to s2" in ways.out
        assert "Row would stay in s4" in inverse.out
        assert "modelled" in together.err


def test_a_conflict_is_drafted_from_the_ledger(accord: Run, write: Any) -> None:
    drafted = accord("solve", "draft", "--conflict")
    solved = accord("solve", "stability", write("c.json", drafted.out), "--json")

    assert drafted.code == solved.code == 0
    assert json.loads(drafted.out)["options"][0]["evidence"]
    assert "not read from a text" in drafted.err
    assert json.loads(solved.out)["R"]
