"""The expected-utility model: the published trace, and what holds for every variant."""

import json
import os
from pathlib import Path

import pytest

from accord.model.negotiation.contest import Contest, Stake
from accord.solve.forecast.challenge import VARIANTS, Variant, play
from accord.solve.forecast.reading import read_contests

DATA = Path(os.environ.get("ACCORD_DATA", Path(__file__).parents[3] / "../shared/data"))
GOLD = DATA / "negotiation" / "bdm_scholz.json"
REFERENCE = VARIANTS[0]
HARBOUR = Contest(
    stakes=(
        Stake("Port", 0.5, 0.0, 0.8),
        Stake("Town", 0.2, 4.0, 0.4),
        Stake("Union", 0.4, 10.0, 0.9),
        Stake("Bank", 0.6, 6.0, 0.3),
    )
)


@pytest.mark.shared
@pytest.mark.skipif(not GOLD.exists(), reason="no bdm_scholz.json in $ACCORD_DATA")
def test_the_trace_of_the_emission_standards_is_reproduced() -> None:
    for case in json.loads(GOLD.read_text(encoding="utf-8"))["cases"]:
        (contest,) = read_contests(case)
        played = play(contest, REFERENCE, rounds=10)
        expected = case["expected"]
        assert played[0].mean == pytest.approx(expected["initial_weighted_mean"])
        for found, told in zip(played, expected.get("rounds", []), strict=False):
            assert found.positions == pytest.approx(told["positions"], abs=1e-12)
            assert found.median == pytest.approx(told["condorcet_median"], abs=1e-12)
            assert found.mean == pytest.approx(told["weighted_mean"], abs=1e-12)
        if "rounds" not in expected:  # in the other case nobody ever moves
            assert played[0].positions == played[10].positions
            assert played[0].median == expected["initial_median"]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_nobody_leaves_the_range_and_renaming_changes_nothing(variant: Variant) -> None:
    order = (2, 0, 3, 1)
    turned = Contest(stakes=tuple(HARBOUR.stakes[number] for number in order))

    played = play(HARBOUR, variant, rounds=6)
    again = play(turned, variant, rounds=6)

    assert len(played) == 7
    for one, other in zip(played, again, strict=True):
        assert all(0 <= position <= 10 for position in one.positions)
        assert other.positions == pytest.approx([one.positions[n] for n in order])


def test_variants_disagree_which_is_why_they_stand_side_by_side() -> None:
    ends = {play(HARBOUR, variant, rounds=3)[-1].positions for variant in VARIANTS}

    assert len(ends) > 2


def test_where_all_want_the_same_nobody_moves() -> None:
    agreed = Contest(stakes=(Stake("A", 1, 5, 1), Stake("B", 2, 5, 1)))

    assert play(agreed, REFERENCE, rounds=2)[-1].positions == (5, 5)
