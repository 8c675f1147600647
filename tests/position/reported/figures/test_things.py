"""What a figure measures: the words beside it, up to where they turn elsewhere."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "It has €800m for cranes, €450m for dredging and €250m for rail links.",
            ["for cranes", "for dredging", "for rail links"],
        ),
        ("They made a second bid of £38 million.", ["a second bid"]),
        ("Halberg's first offer, made in June, was £31m.",
         ["Halberg's first offer was"]),
        ("The contract is worth £85,000 a week.", ["The contract"]),
        ("The city's €310 million stadium loan is due.", ["stadium loan is due"]),
        ("The levy brought in a royalty of 6.5 per cent, up from 4 per cent.",
         ["a royalty", "a royalty"]),
        ("About 40,000 passengers had been stranded when it closed.",
         ["passengers had been stranded"]),
        ("They land 7,300 tonnes of cod a year.", ["cod"]),
        ("The dam, 138 metres tall, stands.", ["The dam"]),
        ("Two thirds of the money will come as loans.",
         ["the money will come as loans"]),
        ("They must cut water use by a third within five years.",
         ["They must cut water use"]),
        ("Support was strongest among workers (81 percent).",
         ["Support was strongest among workers"]),
        ("They want a 40-year port lease.", ["port lease"]),
        ("The fund would be short of 2.9 billion euros in 2027.",
         ["The fund would be short"]),
    ],
)  # fmt: skip
def test_what_is_measured_ends_where_the_clause_does(
    read: Read, text: str, things: list[str]
) -> None:
    found = [f.what for f in find_reported(read(text)).figures]
    assert found[: len(things)] == things


def test_what_a_polled_share_does_is_told_without_whom_it_is_of(read: Read) -> None:
    text = "A poll found that 58 per cent of voters in Orle would reject the loan."
    (share,) = find_reported(read(text)).figures
    assert (share.population, share.what) == ("voters in Orle", "would reject the loan")


def test_it_is_told_in_few_words(read: Read) -> None:
    words = " ".join(f"word{letter}" for letter in "abcdefghijklmnopq")
    (share,) = find_reported(read(f"They paid 3 million euros for {words}.")).figures
    assert len(share.what.split()) <= 8
