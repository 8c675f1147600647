"""Doubt widens intervals, and a result that hangs on one outlet shows it."""

from dataclasses import replace

import pytest

from accord.errors import InputError, UnknownNameError
from accord.map.network import build_network
from accord.map.structure import measure_polarization
from accord.map.uncertainty import bootstrap_network, drop_outlets
from accord.model.discourse import EventList, Recipe
from accord.testing.debates import make_camps, make_debate

RECIPE = Recipe(network_type="onemode", aggregation="subtract", normalization="average")


def with_outlets(events: EventList, *names: str, confidence: float = 1.0) -> EventList:
    """Let outlets print the statements in turn."""
    statements = tuple(
        replace(
            s,
            values=(*s.values[:3], names[number % len(names)]),
            confidence=confidence,
        )
        for number, s in enumerate(events.statements)
    )
    return replace(events, statements=statements)


@pytest.mark.parametrize("unit", ["statements", "outlets"])
def test_intervals_hold_what_is_there(unit: str) -> None:
    events = with_outlets(
        make_camps("ABCD", "EFGH", concepts=5), "Herald", "Gazette", "Post"
    )

    found = bootstrap_network(events, RECIPE, unit=unit, draws=60, seed=3)  # type: ignore[arg-type]

    network = build_network(events, RECIPE)
    assert len(found.ties) == len(list(network.ties()))
    for tie in found.ties:
        assert tie.value == network.value(tie.row, tie.column)
        assert tie.interval.low <= tie.interval.high
        assert 0 <= tie.same_sign <= 1
    assert found.polarization == measure_polarization(events, RECIPE)
    assert 0 <= found.interval.low < found.interval.high <= 1
    assert found.same_camp > 0.9
    assert found == bootstrap_network(events, RECIPE, unit=unit, draws=60, seed=3)  # type: ignore[arg-type]


def test_doubt_about_statements_weakens_ties() -> None:
    sure = make_camps("ABC", "DEF", concepts=6)
    doubted = with_outlets(sure, "Herald", confidence=0.4)

    firm, weak = (
        bootstrap_network(events, RECIPE, draws=80) for events in (sure, doubted)
    )

    for one, two in zip(firm.ties, weak.ties, strict=True):
        assert one.value == two.value
        assert abs(two.interval.high + two.interval.low) <= abs(
            one.interval.high + one.interval.low
        )
        assert two.same_sign <= one.same_sign
    assert weak.same_camp <= firm.same_camp


def test_statements_nobody_believes_make_no_network() -> None:
    events = with_outlets(make_camps("AB", "CD"), "Herald", confidence=0.0)

    found = bootstrap_network(events, RECIPE, draws=5)

    assert (found.interval.low, found.interval.high) == (0, 0)
    assert {(t.interval.low, t.interval.high) for t in found.ties} == {(0, 0)}


def test_one_outlet_can_carry_a_dispute() -> None:
    quiet = make_debate(
        *((name, f"c{n}", True) for name in "ABCD" for n in range(3)),
        outlets=("Herald",),
    )
    loud = make_debate(
        *((name, f"c{n}", name in "AB") for name in "ABCD" for n in range(3, 9)),
        ("Z", "c3", True),
        outlets=("Tattler",),
    )
    events = replace(quiet, statements=(*quiet.statements, *loud.statements))

    found = drop_outlets(events, RECIPE)

    worst = found.without[0]
    assert worst.outlet == "Tattler"
    assert worst.polarization == 0 < found.polarization
    assert worst.lost == ("Z",)
    assert worst.flipped > 0
    assert {drop.outlet: drop.statements for drop in found.without} == {
        "Tattler": 25,
        "Herald": 12,
    }


def test_an_outlet_that_prints_what_others_print_is_not_missed() -> None:
    events = with_outlets(make_camps("AB", "CD", concepts=4), "Herald")
    twice = replace(
        events,
        statements=(
            *events.statements,
            *with_outlets(events, "Gazette").statements,
        ),
    )

    found = drop_outlets(twice, RECIPE)

    for drop in found.without:
        assert drop.polarization == pytest.approx(found.polarization)
        assert (drop.agreement, drop.flipped, drop.lost) == (1, 0, ())
        assert drop.correlation == pytest.approx(1)


def test_a_filter_may_name_what_goes_with_the_outlet() -> None:
    events = with_outlets(make_camps("AB", "CD"), "Herald", "Gazette")
    recipe = replace(RECIPE, exclude=(("source", "Gazette"),))

    with pytest.raises(InputError, match="There are 1 values of source"):
        drop_outlets(events, recipe)


@pytest.mark.parametrize(
    ("events", "recipe", "draws", "says"),
    [
        (make_camps("A", "B"), Recipe(), 9, "No twomode intervals"),
        (make_camps("A", "B"), RECIPE, 0, "intervals of 0 draws"),
        (make_debate(), RECIPE, 9, "no statements to draw of"),
    ],
)
def test_what_has_no_intervals_is_refused(
    events: EventList, recipe: Recipe, draws: int, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        bootstrap_network(events, recipe, draws=draws)


def test_outlets_must_be_named() -> None:
    nameless = with_outlets(make_camps("A", "B"), "")
    with pytest.raises(InputError, match="No statement has a source"):
        bootstrap_network(nameless, RECIPE, unit="outlets", draws=2)
    with pytest.raises(UnknownNameError, match="no variable 'paper'"):
        bootstrap_network(nameless, RECIPE, unit="outlets", outlet="paper", draws=2)
