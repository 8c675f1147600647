"""The timeline's geometry."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from accord.model import ActorRef, Statement, When
from accord.present.timeline import MAX_LANES, MAX_STACK, WIDTH, draw_timeline
from accord.testing.builders import make_document, make_statement
from accord.testing.dispute import make_dispute

DOCUMENT = make_document()


def stated(when: date | None, *, name: str = "Sorn", issue: str = "a") -> Statement:
    return make_statement(
        DOCUMENT, words="must stay open", when=when, name=name, actor=name, issue=issue
    )


def test_nothing_dated_is_no_picture() -> None:
    assert draw_timeline([]) is None
    assert draw_timeline([stated(None)]) is None


def test_every_dated_statement_is_drawn_or_counted() -> None:
    statements = [s for d in make_dispute().dossiers for s in d.statements]
    drawn = draw_timeline(statements)

    assert drawn is not None
    assert drawn.undated == 1
    dots = [dot for lane in drawn.lanes for dot in lane.dots]
    assert sum(1 + dot.more for dot in dots) == len(statements) - 1
    assert [lane.name for lane in drawn.lanes] == ["Ostrel", "Sorn"]


def test_later_lies_further_right_and_all_within_the_picture() -> None:
    days = [date(2025, 1, 1) + timedelta(n * 9) for n in range(20)]
    drawn = draw_timeline([stated(d, issue=str(n)) for n, d in enumerate(days)])

    assert drawn is not None
    xs = [dot.x for dot in drawn.lanes[0].dots]
    assert xs == sorted(xs)
    assert 0 < xs[0] < xs[-1] < WIDTH


def test_signs_of_one_day_are_stacked_and_the_rest_is_counted() -> None:
    day = date(2025, 1, 1)
    drawn = draw_timeline([stated(day, issue=str(n)) for n in range(10)])

    assert drawn is not None
    dots = drawn.lanes[0].dots
    assert len({dot.y for dot in dots}) == len(dots) == MAX_STACK
    assert dots[-1].more == 10 - MAX_STACK


def test_a_year_is_no_place_on_the_axis() -> None:
    year = replace(
        stated(None),
        when=When(date(2025, 1, 1), date(2025, 12, 31), "year", "explicit"),
    )
    drawn = draw_timeline([stated(date(2025, 3, 1)), year])

    assert drawn is not None
    assert drawn.undated == 1
    assert drawn.period == "1 Mar 2025"


def test_statements_stand_in_the_lane_of_whom_they_speak_for() -> None:
    speaker = replace(
        stated(date(2025, 3, 1), name="Joren Quill"), speaks_for=ActorRef("t", "Sorn")
    )
    expert = replace(stated(date(2025, 3, 2), name="an expert"), actor=None)
    drawn = draw_timeline([speaker, expert])

    assert drawn is not None
    assert [lane.name for lane in drawn.lanes] == ["Sorn"]
    assert drawn.left_out == 1


def test_too_many_actors_are_told_not_squeezed() -> None:
    day = date(2025, 1, 1)
    drawn = draw_timeline([stated(day, name=f"actor {n:02}") for n in range(30)])

    assert drawn is not None
    assert (len(drawn.lanes), drawn.left_out) == (MAX_LANES, 30 - MAX_LANES)


@pytest.mark.parametrize(
    ("days", "first_label"),
    [
        (1, "27 Dec"),
        (8, "27 Dec"),
        (60, "27 Dec"),
        (300, "2025"),
        (2000, "2025"),
        (40_000, None),
    ],
)
def test_the_axis_has_few_ticks_for_days_and_for_centuries(
    days: int, first_label: str | None
) -> None:
    begin = date(2024, 12, 27)
    drawn = draw_timeline([stated(begin), stated(begin + timedelta(days), issue="b")])

    assert drawn is not None
    assert 1 <= len(drawn.ticks) <= 16
    if first_label:
        assert drawn.ticks[0].label == first_label


def test_months_within_one_year_name_the_year_once() -> None:
    drawn = draw_timeline(
        [stated(date(2025, 2, 10)), stated(date(2025, 8, 1), issue="b")]
    )

    assert drawn is not None
    assert [tick.label for tick in drawn.ticks][:2] == ["Mar 2025", "Apr"]
