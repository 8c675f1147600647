"""Polls: their sample, pollster and margin stand anywhere; several do not mix."""

from collections.abc import Callable

import pytest

from accord.model import Dossier, Figure
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


def shares(dossier: Dossier) -> list[Figure]:
    return [f for f in find_reported(dossier).figures if f.unit == "percent"]


def told(figure: Figure) -> tuple[int | None, str | None, float | None]:
    name = figure.pollster.name if figure.pollster else None
    return figure.sample, name, figure.margin


SPREAD = (
    "Sixty-two percent of residents of Orle oppose the lease, while 29% support it, "
    "according to a poll by [Quill Polls].\n"
    "In Tarn, 51 per cent back it and 44 per cent are against.\n"
    "[Quill Polls] questioned 1,004 adults between 4 and 8 March 2031.\n"
    "“Two in three say no,” said the mayor."
)


def test_the_sample_may_stand_paragraphs_behind_the_shares(read: Read) -> None:
    first, second, *_ = shares(read(SPREAD))
    assert told(first) == (1004, "Quill Polls", 3.0)
    assert told(second) == (1004, "Quill Polls", 2.8)


def test_the_share_of_one_place_keeps_the_pollster_and_has_no_margin(
    read: Read,
) -> None:
    _, _, third, fourth, _ = shares(read(SPREAD))
    assert told(third) == (1004, "Quill Polls", None)
    assert told(fourth) == (1004, "Quill Polls", None)
    assert (third.population, fourth.population) == ("Tarn", "Tarn")


def test_every_share_of_a_poll_tells_when_it_was_taken(read: Read) -> None:
    first, second, *_ = shares(read(SPREAD))
    assert first.fielded == second.fielded
    assert first.fielded is not None
    assert str(first.fielded.start) == "2031-03-04"


def test_a_second_poll_has_its_own_sample(read: Read) -> None:
    text = (
        "A poll of 1,200 adults by [Quill Polls] found that 64 percent oppose the plan.\n"
        "A separate survey of 640 firms by the chamber of commerce found that 83 percent "
        "had lost orders."
    )
    one, other = shares(read(text))
    assert told(one) == (1200, "Quill Polls", 2.7)
    assert told(other) == (640, "chamber of commerce", 2.9)
    assert other.population == "firms"


def test_a_rival_pollster_by_name_begins_a_poll(read: Read) -> None:
    text = (
        "Polls differ. Fairway Polls surveyed 900 people and found 40 percent in favour. "
        "Plumb Research interviewed 1,500 people and found 52 percent in favour."
    )
    one, other = shares(read(text))
    assert told(one)[:2] == (900, "Fairway Polls")
    assert told(other)[:2] == (1500, "Plumb Research")


def test_the_margin_that_a_text_tells_goes_first(read: Read) -> None:
    text = (
        "Only 36% of adults want it open, the latest Vantage tracker shows. The survey of "
        "2,041 adults has a margin of error of plus or minus 3 percentage points."
    )
    (share,) = shares(read(text))
    assert told(share) == (2041, "Vantage", 3.0)


def test_neighbours_that_give_answers_report_the_poll(read: Read) -> None:
    text = (
        "Nearly seven in ten Norlanders oppose it. Some 22 percent are in favour.\n"
        "The poll of 1,500 people was carried out by [Quill Polls].\n"
        "Another 9 percent are undecided.\n"
        "Wages rose by 3 percent."
    )
    samples = [one.sample for one in shares(read(text))]
    assert samples == [1500, 1500, 1500, None]


def test_who_pays_for_a_poll_is_the_pollster_only_if_nobody_else_is(read: Read) -> None:
    text = "A survey commissioned by [the Tide Fund] shows 53 percent in favour.{}"
    (paid,) = shares(read(text.format("")))
    (asked,) = shares(read(text.format(" Pollster Datalys spoke to 806 tenants.")))
    assert told(paid)[1] == "the Tide Fund"
    assert told(asked) == (806, "Datalys", 3.4)


@pytest.mark.parametrize(
    "text",
    [
        "Voters go to the polls on Sunday; 40 percent oppose the plan.",
        "Police questioned 140 drivers; 40 percent oppose the plan.",
        "The polls open at eight. Some 40 percent back it.",
    ],
)
def test_where_nobody_is_polled_there_is_no_poll(read: Read, text: str) -> None:
    assert [told(one) for one in shares(read(text))] == [(None, None, None)]


def test_what_somebody_claims_beside_a_poll_is_no_share_of_it(read: Read) -> None:
    text = (
        "A poll of 1,200 adults by [Quill Polls] found that 64 percent oppose it. "
        "{Ninety percent of lorries are empty|Ode Varn}, she said."
    )
    assert [one.sample for one in shares(read(text))] == [1200, None]
