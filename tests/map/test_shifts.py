"""Shifts are dated changes of stance; a torn day is none."""

from dataclasses import replace
from datetime import date

import pytest

from accord.map import find_shifts
from accord.model import (
    Codebook,
    Document,
    Dossier,
    Issue,
    Passage,
    Shift,
    Stance,
    Statement,
    When,
)
from accord.testing.builders import make_link

CODEBOOK = Codebook("test", (Issue(id="toll", question="Should the toll stay?"),))
DOCUMENT = Document(
    id="document-1",
    produced_by="test.v1",
    path="pile/1.txt",
    title=None,
    outlet=None,
    author=None,
    language=None,
    url=None,
    published=None,
    length_chars=3,
    sha256="",
    furniture=(),
    text="yes",
)


def a_statement(name: str, stance: Stance, when: When | None) -> Statement:
    return Statement(
        id=f"statement-{name}",
        produced_by="test.v1",
        attribution=None,
        document="document-1",
        actor="per:oda",
        name="Oda",
        speaks_for=None,
        issue="toll",
        option=None,
        stance=stance,
        strength=0.0,
        act="say",
        when=when,
        evidence=Passage(0, 3, "yes"),
        cues=(),
        confidence=0.5,
    )


def on(day: int) -> When:
    return When.on(date(2031, 3, day))


def shifts_of(*drawn: tuple[Stance, When | None]) -> list[Shift]:
    statements = [a_statement(str(n), s, w) for n, (s, w) in enumerate(drawn)]
    dossier = Dossier(document=DOCUMENT, statements=tuple(statements))
    return list(find_shifts([dossier], CODEBOOK))


def test_a_shift_joins_the_last_statement_before_to_the_first_one_after() -> None:
    (shift,) = shifts_of(
        ("oppose", on(1)), ("oppose", on(5)), ("support", on(9)), ("support", on(12))
    )

    assert (shift.from_.stance, shift.from_.statement) == ("oppose", "statement-1")
    assert (shift.to.stance, shift.to.statement) == ("support", "statement-2")
    assert shift.actor == "per:oda"


def test_a_condition_that_is_added_is_a_shift() -> None:
    (shift,) = shifts_of(("oppose", on(1)), ("conditional", on(9)))

    assert shift.to.stance == "conditional"


@pytest.mark.parametrize(
    "drawn",
    [
        [("oppose", on(1)), ("support", on(1))],
        [("oppose", on(1)), ("unclear", on(2))],
        [("oppose", on(1)), ("support", None)],
        [("oppose", on(1)), ("support", When.unresolved("lately"))],
        [("oppose", on(1)), ("oppose", on(2))],
        [],
    ],
)
def test_no_shift_without_two_dated_definite_stances_of_different_days(
    drawn: list[tuple[Stance, When | None]],
) -> None:
    assert shifts_of(*drawn) == []


def test_a_torn_day_between_two_stances_hides_neither() -> None:
    (shift,) = shifts_of(
        ("oppose", on(1)), ("oppose", on(4)), ("support", on(4)), ("support", on(8))
    )

    assert shift.from_.statement == "statement-0"
    assert shift.to.statement == "statement-3"


def test_dates_that_overlap_prove_no_change() -> None:
    march = When(date(2031, 3, 1), date(2031, 3, 31), "month", "explicit")

    assert shifts_of(("oppose", on(10)), ("support", march)) == []


def test_going_there_and_back_makes_two_shifts_in_order_of_time() -> None:
    there, back = shifts_of(
        ("support", on(1)), ("oppose", on(9)), ("oppose", on(12)), ("support", on(20))
    )

    assert there.to.stance == "oppose"
    assert back.to.stance == "support"
    assert there.id != back.id


def test_a_lone_statement_against_those_before_and_after_is_no_shift() -> None:
    assert shifts_of(("support", on(1)), ("oppose", on(9)), ("support", on(20))) == []


def test_a_step_on_the_way_from_no_to_yes_is_kept() -> None:
    drawn: list[tuple[Stance, When | None]] = [
        ("oppose", on(1)),
        ("conditional", on(9)),
        ("support", on(20)),
    ]

    assert [s.to.stance for s in shifts_of(*drawn)] == ["conditional", "support"]


def test_a_condition_qualifies_the_yes_of_its_day() -> None:
    (shift,) = shifts_of(("oppose", on(1)), ("support", on(9)), ("conditional", on(9)))

    assert (shift.to.stance, shift.to.statement) == ("conditional", "statement-2")


def test_one_statement_on_each_side_is_said_to_show_nothing() -> None:
    (shift,) = shifts_of(("oppose", on(1)), ("support", on(9)))

    assert (shift.utterances, shift.p_value, shift.exact) == ((1, 1), 1.0, True)
    assert shift.note == (
        "Oda opposed toll until 2031-03-01 (1 utterance) and supported it from "
        "2031-03-09 (1 utterance). Chance alone would show a change as clear in 100% "
        "of orders: too few statements to tell a move from chance."
    )


def test_a_long_record_on_both_sides_convinces() -> None:
    drawn: list[tuple[Stance, When | None]] = [
        *(("oppose", on(day)) for day in range(1, 6)),
        *(("support", on(day)) for day in range(10, 15)),
    ]
    (shift,) = shifts_of(*drawn)

    assert shift.before == tuple(f"statement-{n}" for n in range(5))
    assert shift.after == tuple(f"statement-{n}" for n in range(5, 10))
    assert shift.p_value == pytest.approx(2 / 252, abs=1e-6)
    assert "0.8% of orders" in shift.note


def test_there_and_back_each_rest_on_their_own_stretch() -> None:
    there, back = shifts_of(
        ("support", on(1)), ("oppose", on(9)), ("oppose", on(12)), ("support", on(20))
    )

    assert (there.before, there.after) == (
        ("statement-0",),
        ("statement-1", "statement-2"),
    )
    assert (back.before, back.after) == (there.after, ("statement-3",))


def test_what_several_outlets_report_is_one_utterance() -> None:
    statements = [
        replace(a_statement(str(n), stance, on(day)), attribution=f"attribution-{n}")
        for n, (stance, day) in enumerate(
            [("oppose", 1), ("support", 8), ("support", 9)]
        )
    ]
    dossier = Dossier(document=DOCUMENT, statements=tuple(statements))
    echo = make_link("attribution-1", "attribution-2")

    (alone,) = find_shifts([dossier], CODEBOOK)
    (joined,) = find_shifts([dossier], CODEBOOK, links=[echo])
    assert (alone.utterances, joined.utterances) == ((1, 2), (1, 1))
