"""Weighing rules and judge: shares, and no favour for a side."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Statement
from accord.ports import Sides, StanceCase
from accord.position.judged.cases import Candidate
from accord.position.judged.weighing import ANSWERS, FEATURES, weigh_sides
from accord.testing.builders import make_document, make_statement

DOCUMENT = make_document("Arle wants the port closed.")
STANCES = ("support", "oppose", "conditional", "unclear", None)
RULES = ("said.governed", "told.judged", "author.open", "said.leaning-harm", "")
OTHER = {"support": "oppose", "oppose": "support"}
SHARES = st.lists(st.integers(1, 50), min_size=4, max_size=4).map(
    lambda parts: Sides(*(part / sum(parts) for part in parts))
)


def candidate(stance: str | None, rule: str = "", *, named: bool = True) -> Candidate:
    statement: Statement | None = None
    if stance is not None:
        statement = make_statement(DOCUMENT, words="the port", stance=stance)  # type: ignore[arg-type]
        statement = replace(statement, rule=rule)
    case = StanceCase("Arle wants the port closed.", "Should the port be closed?")
    return Candidate(0, case, statement, None, None, named)


CANDIDATES = st.builds(
    candidate, st.sampled_from(STANCES), st.sampled_from(RULES), named=st.booleans()
)


@given(CANDIDATES, SHARES)
@settings(max_examples=40)
def test_the_shares_sum_to_one(one: Candidate, sides: Sides) -> None:
    shares = weigh_sides(one, sides)

    assert tuple(shares) == ANSWERS
    assert abs(sum(shares.values()) - 1) < 1e-9


@given(st.sampled_from(STANCES), st.sampled_from(RULES), SHARES)
@settings(max_examples=40)
def test_turning_everything_around_turns_the_answer_around(
    stance: str | None, rule: str, sides: Sides
) -> None:
    turned = Sides(sides.oppose, sides.support, sides.neither, sides.conditional)

    plain = weigh_sides(candidate(stance, rule), sides)
    other = weigh_sides(candidate(OTHER.get(stance or "", stance), rule), turned)

    for answer in ANSWERS:
        assert abs(plain[answer] - other[OTHER.get(answer, answer)]) < 1e-9  # type: ignore[index]


@given(CANDIDATES)
@settings(max_examples=20)
def test_the_more_the_judge_sees_a_side_the_likelier_it_is(one: Candidate) -> None:
    less, more = Sides(0.2, 0.3, 0.3, 0.2), Sides(0.4, 0.2, 0.2, 0.2)

    assert weigh_sides(one, more)["support"] > weigh_sides(one, less)["support"]


def test_there_is_one_number_for_each_feature() -> None:
    even = weigh_sides(candidate("support"), Sides(0.7, 0.1, 0.1, 0.1), (0,) * 99)

    assert len(set(FEATURES)) == len(FEATURES)
    assert set(even.values()) == {0.25}
