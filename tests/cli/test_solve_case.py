"""Case files from the ledger to the answer, on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
CASE: dict[str, Any] = {
    "title": "A dam",
    "parties": [{"id": "N", "name": "Northland"}, {"id": "S", "name": "Southland"}],
    "issues": [{"id": "dam", "question": "Build it?", "options": ["yes", "no"]}],
    "demands": [
        {
            "id": "n-dam",
            "party": "N",
            "accepts": {"dam": ["yes"]},
            "status": "asserted",
            "evidence": [{"text": "The dam will stand.", "speaker": "Ilva Ren"}],
        },
        {"id": "s-dam", "party": "S", "accepts": {"dam": ["no"]}, "weight": 2},
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
BARTER = {
    "id": "barter",
    "disagreement": [0, 0],
    "goods": [
        {"name": "boat", "owner": "Ann", "u_ann": 2, "u_ben": 5},
        {"name": "net", "owner": "Ben", "u_ann": 4, "u_ben": 1},
    ],
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[object], str]:
    def to_file(value: object) -> str:
        path = tmp_path / "case.json"
        path.write_text(json.dumps(value), encoding="utf-8")
        return str(path)

    return to_file


def test_a_draft_of_the_ledger_can_be_solved(
    accord: Run, write: Callable[[object], str]
) -> None:
    drafted = accord("solve", "draft")
    case = json.loads(drafted.out)

    assert drafted.code == 0
    assert "Drafted" in drafted.err
    assert case["demands"][0]["evidence"][0]["text"]
    found = accord("solve", "conflicts", write(case), "--json")
    assert found.code == 0
    assert json.loads(found.out)["pairs"]
    assert json.loads(accord("solve", "packages", write(case), "--json").out)[
        "zone_empty"
    ]


def test_conflicts_are_shown_with_quotations_and_what_must_give(
    accord: Run, write: Callable[[object], str]
) -> None:
    result = accord("solve", "conflicts", write(CASE))
    words = " ".join(result.out.split())

    assert result.code == 0
    assert "Under these modelled preferences no package meets both" in words
    assert "Northland: only “yes” on “dam” “The dam will stand.” — Ilva Ren" in words
    assert "Southland: only “no” on “dam” no quotation (analyst)" in words
    assert words.index("Northland gave up") < words.index("Southland gave up")
    assert "50% asserted in texts" in result.err


def test_where_all_can_be_met_it_says_so(
    accord: Run, write: Callable[[object], str]
) -> None:
    result = accord(
        "solve", "conflicts", write(CASE | {"demands": CASE["demands"][:1]})
    )

    assert "all demands can be met together" in result.out


def test_clauses_give_numbers_from_one(
    accord: Run, write: Callable[[object], str]
) -> None:
    path = write({"id": "x", "clauses": [[1], [-1], [-1, 2], [-2]]})

    assert json.loads(accord("solve", "conflicts", path, "--json").out) == {
        "mus": [[1, 2], [1, 3, 4]],
        "mcs": [[1], [2, 3], [2, 4]],
        "complete": True,
    }
    assert "mus   1 3 4" in accord("solve", "conflicts", path).out


def test_a_limit_is_said(accord: Run, write: Callable[[object], str]) -> None:
    path = write({"clauses": [[1], [-1], [-1, 2], [-2]]})

    result = accord("solve", "conflicts", path, "--limit", "1")
    assert "a limit was reached" in result.out


def test_packages_by_utilities_name_rules_and_warn(
    accord: Run, write: Callable[[object], str]
) -> None:
    result = accord("solve", "packages", write(CASE | {"utilities": UTILITIES}))

    assert result.code == 0
    assert "nash, kalai-smorodinsky" in result.out
    assert "worth: Northland 3, Southland 1" in result.out
    assert "one scale" in result.err.replace("\n", " ")


def test_packages_by_demands_say_what_stands_in_the_way(
    accord: Run, write: Callable[[object], str]
) -> None:
    words = " ".join(accord("solve", "packages", write(CASE)).out.split())

    assert "the zone of agreement is empty" in words
    assert "The least that would open it" in words
    assert "- Northland gave up the demand for “yes” on “dam”" in words
    assert "dam no Northland" in words
    assert "or dam: yes meets then: Northland on dam; but not: Southland" in words
    assert "What stands in the way" in words


def test_packages_as_json_name_parties_and_issues(
    accord: Run, write: Callable[[object], str]
) -> None:
    result = accord(
        "solve", "packages", write(CASE | {"utilities": UTILITIES}), "--json"
    )
    value = json.loads(result.out)

    assert value["ideal"] == {"N": 3.0, "S": 2.0}
    assert value["frontier"][0]["options"] == {"dam": "yes"}
    assert value["frontier"][0]["utilities"] == {"N": 3.0, "S": 1.0}
    assert value["solutions"][0]["rule"] == "nash"
    assert value["basis"]["analyst"] == 1.0


def test_a_bargain_is_solved_without_a_case(
    accord: Run, write: Callable[[object], str]
) -> None:
    path = write(BARTER)
    value = json.loads(accord("solve", "packages", path, "--json").out)

    assert value["nash"] == [2.0, 4.0]
    assert value["packages"]["nash"] == {"boat": "give", "net": "give"}
    assert "efficient outcomes of 4 packages" in accord("solve", "packages", path).out


def test_every_problem_of_a_case_is_reported(
    accord: Run, write: Callable[[object], str]
) -> None:
    broken = CASE | {"demands": [{"id": "x", "party": "?"}], "moods": 1}
    result = accord("solve", "conflicts", write(broken))

    assert result.code == 3
    assert result.err.count("case.json:") == 3


@pytest.mark.parametrize("text", ["{", "[1]", '{"clauses": [[1, "a"]]}'])
def test_what_cannot_be_read_is_an_input_error(
    accord: Run, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")

    result = accord("solve", "conflicts", str(path))
    assert result.code == 3
    assert "Hint:" in result.err


def test_conflicts_are_followed_through_time_and_checked(
    accord: Run, write: Callable[[object], str]
) -> None:
    case = json.loads(json.dumps(CASE))
    for demand, day in zip(case["demands"], ("2024-01-03", "2024-01-20"), strict=True):
        demand["evidence"] = [{"text": "…", "said": day, "outlet": "Post"}]
    path = write(case)

    shown = accord("solve", "conflicts", path, "--by", "month")
    value = json.loads(
        accord("solve", "conflicts", path, "--by", "month", "--json").out
    )
    firm = accord("solve", "conflicts", path, "--robust")
    zone = json.loads(accord("solve", "packages", path, "--robust", "--json").out)

    assert "2024-01-01 to 2024-01-31: 2 demands voiced, 1 conflict" in shown.out
    assert value["periods"][0]["conflicts"] == [["n-dam", "s-dam"]]
    assert "Post" in firm.out
    assert "not probabilities" in firm.err
    assert zone["robustness"]["holdings"][0]["conclusion"] == ["zone-empty"]
    assert zone["robustness"]["holdings"][0]["hangs_on"] == ["Post"]


def test_packages_say_how_firmly_they_hold(
    accord: Run, write: Callable[[object], str]
) -> None:
    result = accord("solve", "packages", write(CASE), "--robust")

    assert result.code == 0
    assert "the zone of agreement is empty" in result.out
    assert "efficient: dam: no" in result.out
    assert "efficient, as the first but dam: yes" in result.out
