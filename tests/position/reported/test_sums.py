"""Sums: what a text adds up is checked, what it does not add up is left alone."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.model import Dossier
from accord.position.reported import find_wrong_sums

Read = Callable[..., Dossier]


def notes(dossier: Dossier) -> list[str]:
    return [f.note for f in find_wrong_sums(dossier, produced_by="test.v1")]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The tally was 12 + 7 + 4 = 24.", "12 + 7 + 4 = 23, not 24."),
        ("It has 24 seats: 12 for the Greens, 7 for the Reds and 4 for others.",
         "12 + 7 + 4 = 23, not 24."),
        ("Of the crew 12 came from Arle, 7 from Belm and 4 from Corva, 24 in all.",
         "12 + 7 + 4 = 23, not 24."),
        ("Twenty ships sailed: eleven tugs, six barges and two ferries.",
         "11 + 6 + 2 = 19, not 20."),
        ("It found 54 percent in favour, 38 percent against and 12 percent undecided.",
         "54 + 38 + 12 = 104, not 100."),
        ("The fund has 1,200 claims: 700 from farms and 450 from mills.",
         "700 + 450 = 1,150, not 1,200."),
    ],
)  # fmt: skip
def test_a_sum_that_does_not_add_up_is_a_finding(
    read: Read, text: str, note: str
) -> None:
    assert notes(read(text)) == [note]


@pytest.mark.parametrize(
    "text",
    [
        "The tally was 12 + 7 + 5 = 24.",
        "It has 24 seats: 12 for the Greens, 7 for the Reds and 5 for others.",
        "It found 54 percent in favour, 38 percent against and 8 percent undecided.",
        "It found 54 percent in favour, 38 percent against and 9 percent undecided.",
        # No sums at all
        "Of 24 ships 12 sailed in May, 7 in June and 4 were sold.",
        "The vote was 61 to 39, with 5 abstentions.",
        "From 2014 to 2018 it had 4 plants, 2 ports and 1 mine.",
        "Some 64 percent of 1,200 adults oppose it, 81 percent in Arle, 47 in Belm.",
        "It paid 20 euros: 3 percent more, and 5 years late.",
    ],
)
def test_numbers_that_add_up_or_are_no_sum_are_left_alone(
    read: Read, text: str
) -> None:
    assert notes(read(text)) == []


def test_the_finding_covers_the_sum(read: Read) -> None:
    dossier = read("Rain fell. The tally was 12 + 7 + 4 = 24. It rained.")
    (finding,) = find_wrong_sums(dossier, produced_by="test.v1")
    assert finding.text == "12 + 7 + 4 = 24"
    assert finding.kind == "sum-mismatch"


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.integers(1, 90), min_size=2, max_size=5), st.integers(-3, 3))
def test_a_finding_is_made_exactly_if_the_total_is_off(
    read: Read, parts: list[int], off: int
) -> None:
    text = f"It is {' + '.join(map(str, parts))} = {sum(parts) + off}."
    assert bool(notes(read(text))) == (off != 0)
