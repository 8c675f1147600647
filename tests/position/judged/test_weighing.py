"""Weighing rules and judge: a likelihood, and no favour for a side."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.ports import Sides
from accord.position.judged.weighing import FEATURES, Taken, features, likelihood

RULES = ("said.governed", "told.leaning-votes", "author.open", "said.leaning-harm", "")
OTHER = {"support": "oppose", "oppose": "support", "conditional": "conditional"}
SHARES = st.lists(st.integers(1, 50), min_size=4, max_size=4).map(
    lambda parts: Sides(*(part / sum(parts) for part in parts))
)
TAKEN = st.builds(
    Taken,
    stance=st.sampled_from(sorted(OTHER)),
    rule=st.sampled_from(RULES),
    strength=st.floats(-1, 1),
    beside=st.lists(st.sampled_from(sorted(OTHER)), max_size=2).map(tuple),
    loose=st.sampled_from([0.0, 1.0]),
    several=st.booleans(),
)


@given(TAKEN, SHARES)
@settings(max_examples=40)
def test_a_likelihood_is_a_share_and_every_number_has_a_name(
    taken: Taken, sides: Sides
) -> None:
    assert 0.0 <= likelihood(taken, sides) <= 1.0
    assert set(features(taken, sides)) <= set(FEATURES)


@given(TAKEN, SHARES)
@settings(max_examples=40)
def test_turning_everything_around_changes_nothing(taken: Taken, sides: Sides) -> None:
    turned = Sides(sides.oppose, sides.support, sides.neither, sides.conditional)
    beside = tuple(OTHER[stance] for stance in taken.beside)
    around = replace(
        taken, stance=OTHER[taken.stance], strength=-taken.strength, beside=beside
    )

    assert likelihood(taken, sides) == likelihood(around, turned)


@given(TAKEN)
@settings(max_examples=20)
def test_the_more_the_judge_sees_a_side_the_likelier_it_is(taken: Taken) -> None:
    less, more = Sides(0.25, 0.25, 0.25, 0.25), Sides(0.32, 0.32, 0.04, 0.32)

    assert likelihood(taken, more) > likelihood(taken, less)


@given(TAKEN, SHARES)
@settings(max_examples=20)
def test_what_else_is_read_of_the_same_party_speaks_for_a_side_or_against_it(
    taken: Taken, sides: Sides
) -> None:
    alone = likelihood(replace(taken, beside=()), sides)

    agreed = likelihood(replace(taken, beside=(taken.stance,)), sides)
    doubted = likelihood(replace(taken, beside=("another",)), sides)

    assert doubted < alone < agreed


@given(TAKEN, SHARES)
@settings(max_examples=20)
def test_what_is_named_by_a_stand_in_or_beside_other_issues_is_less_likely(
    taken: Taken, sides: Sides
) -> None:
    sure = likelihood(replace(taken, loose=0.0, several=False), sides)

    assert likelihood(replace(taken, loose=1.0, several=False), sides) < sure
    assert likelihood(replace(taken, loose=0.0, several=True), sides) < sure


def test_there_is_one_number_for_each_feature() -> None:
    taken = Taken("support", "said.governed", 0.8)

    assert len(set(FEATURES)) == len(FEATURES)
    assert likelihood(taken, Sides(0.7, 0.1, 0.1, 0.1), (0.0,) * len(FEATURES)) == 0.5
