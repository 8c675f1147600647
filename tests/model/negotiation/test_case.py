"""Case files: read as written, and refused with every problem at once."""

import json
from pathlib import Path
from typing import Any

import pytest

from accord.errors import ConfigurationError
from accord.model.negotiation.case_reading import case_to_json, read_case


def small_case() -> dict[str, Any]:
    return {
        "title": "A dam",
        "parties": [{"id": "N", "name": "Northland"}, {"id": "S", "name": "Southland"}],
        "issues": [{"id": "dam", "question": "Build it?", "options": ["yes", "no"]}],
        "demands": [
            {
                "id": "n",
                "party": "N",
                "accepts": {"dam": ["yes"]},
                "status": "asserted",
                "evidence": [{"text": "We will build it.", "said": "2025-03-01"}],
            },
            {"id": "s", "party": "S", "forbids": [{"dam": ["yes"]}], "weight": 2},
        ],
        "exclusions": [{"id": "x", "combination": {"dam": ["no"]}}],
        "utilities": [{"party": "N", "issue": "dam", "option": "yes", "value": 1}],
        "preferences": [{"party": "S", "issue": "dam", "ranking": [["no"], ["yes"]]}],
    }


def problems(value: object) -> dict[str, str]:
    with pytest.raises(ConfigurationError) as caught:
        read_case(json.dumps(value))
    return {p.path.removeprefix("case.json:"): p.message for p in caught.value.problems}


def test_a_case_reads_as_it_was_written() -> None:
    case = read_case(json.dumps(small_case()))
    written = case_to_json(case)

    assert written["demands"][0]["accepts"] == {"dam": ["yes"]}
    assert written["demands"][1]["forbids"] == [{"dam": ["yes"]}]
    assert written["exclusions"][0]["combination"] == {"dam": ["no"]}
    assert read_case(json.dumps(written)) == case
    assert case.party("N").name == "Northland"


def test_every_problem_is_reported_at_once() -> None:
    value = small_case()
    value["parties"].append({"id": "N", "name": "Another"})
    value["issues"].append({"id": "empty", "question": "?", "options": []})
    value["demands"][0]["party"] = "X"
    value["demands"][1]["forbids"] = [{"dam": ["maybe"]}, {}]
    value["demands"][1]["weight"] = 0
    value["demands"].append({"id": "e", "party": "N"})
    value["utilities"].append({"party": "N", "value": 1})
    value["capability"] = [{"party": "N", "value": -1}]
    value["nonsense"] = []
    value["moves"] = [{"party": "N", "issue": "river", "option": "yes"}, 3]

    found = problems(value)

    assert set(found) == {
        "parties",
        "issues[1].options",
        "demands[0].party",
        "demands[1].forbids[0]",
        "demands[1].forbids[1]",
        "demands[1].weight",
        "demands[2]",
        "utilities[1]",
        "capability[0].value",
        "nonsense",
        "moves[0]",
        "moves[1]",
    }
    assert found["demands[1].forbids[0]"] == "the issue 'dam' has no option 'maybe'"
    assert found["utilities[1]"] == "issue and option missing"


def test_an_option_in_two_places_of_a_ranking_is_a_cycle() -> None:
    value = small_case()
    value["preferences"][0]["ranking"] = [["no"], ["yes"], ["no"]]

    assert problems(value) == {"preferences[0].ranking": "'no' stands more than once"}


def test_a_number_given_twice_and_one_that_is_none_are_refused() -> None:
    value = small_case()
    value["utilities"] *= 2
    text = json.dumps(value).replace('"weight": 2', '"weight": NaN')

    with pytest.raises(ConfigurationError) as caught:
        read_case(text)

    assert [p.path for p in caught.value.problems] == [
        "case.json:demands[1].weight",
        "case.json:utilities[1]",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "not JSON"),
        ("[]", "a case is an object"),
        ('{"schema": "accord-case/9"}', "The schema is 'accord-case/9'"),
        ('{"parties": {}}', "expected an array"),
        ('{"title": 3}', "expected str"),
    ],
)
def test_what_is_no_case_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match="cannot be used") as caught:
        read_case(text)

    assert said in str(caught.value)


def test_the_case_in_the_documentation_is_sound() -> None:
    page = Path(__file__).parents[3] / "docs" / "methods" / "conflicts.md"
    text = page.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0]

    assert len(read_case(text).demands) == 2
