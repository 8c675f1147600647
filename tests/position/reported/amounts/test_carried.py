import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Span
from accord.position.reported.amounts import Amount, Before, find_amounts


def amounts(text: str) -> list[Amount]:
    return list(find_amounts(text, Span(0, len(text))))


def told(text: str) -> list[tuple[float | None, str]]:
    return [(one.value, one.unit) for one in amounts(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "12 million euros would go to Orle, 9 million to Tarn and 27 million to the state.",
            [(12e6, "EUR"), (9e6, "EUR"), (27e6, "EUR")],
        ),
        (
            "Norland gave $1.5 billion, Orland 900 million and the bank 1.2 billion.",
            [(1.5e9, "USD"), (9e8, "USD"), (1.2e9, "USD")],
        ),
        (
            "They paid 12,000 euros to Orle, 9,000 to Tarn and 7,500 to Veld.",
            [(12e3, "EUR"), (9e3, "EUR"), (7500.0, "EUR")],
        ),
        (
            "The reform shuts 214 beds out of 1,180.",
            [(214.0, "beds"), (1180.0, "beds")],
        ),
        (
            "They send 420 monitors, 180 of them by ship.",
            [(420.0, "monitors"), (180.0, "monitors")],
        ),
        (
            "More than 26,000 people left; the state puts the number at 17,500.",
            [(26000.0, "people"), (17500.0, "people")],
        ),
        (
            "It has 48,317 signatures, nearly double the 25,000 needed.",
            [(48317.0, "signatures"), (25000.0, "signatures")],
        ),
        (
            "Enrolment fell from 21,300 in 2015 to 16,900 last year.",
            [(21300.0, "enrolment"), (16900.0, "enrolment")],
        ),
        (
            "Some 54 percent were for it, 38 against.",
            [(54.0, "percent"), (38.0, "percent")],
        ),
        (
            "The share is 36 percent, down four points since July.",
            [(36.0, "percent"), (4.0, "percentage points")],
        ),
    ],
)
def test_a_bare_number_has_the_unit_of_one_beside_it(
    text: str, figures: list[tuple[float, str]]
) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The dam cost 3 billion euros; 2 million have fled.",
        "It cost 30,000 euros in 2015 and nothing in 2016.",
        "The army lost 300 tanks. Route 66 was shut.",
        "It cost 40 million euros, and a 2.0 version followed.",
    ],
)
def test_what_counts_something_else_has_no_unit_carried_to_it(text: str) -> None:
    assert len(amounts(text)) == 1


def test_a_unit_is_carried_from_the_sentence_before() -> None:
    text = "He offered 40 million euros. We lose 15 million."
    middle = text.index("We")
    before = Before()
    for one in find_amounts(text, Span(0, middle)):
        before = before.then(one)
    [carried] = find_amounts(text, Span(middle, len(text)), before=before)
    assert (carried.value, carried.unit) == (15e6, "EUR")


def test_a_vote_is_no_range() -> None:
    assert told("Members voted by 78% to 22% for it.") == [
        (78.0, "percent"),
        (22.0, "percent"),
    ]


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 99), st.integers(2, 99))
def test_the_items_of_a_list_have_one_unit(one: int, other: int) -> None:
    text = f"Of it {one} million euros goes to A and {other} million to B."
    assert told(text) == [(one * 1e6, "EUR"), (other * 1e6, "EUR")]
