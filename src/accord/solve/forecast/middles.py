"""Middles: one number for where a contest lies, by simple rules."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from accord.model.negotiation.contest import Stake

__all__ = ["RULES", "plain_mean", "plain_median", "weighted_mean", "weighted_median"]


def weighted_mean(stakes: Sequence[Stake]) -> float:
    """Average the positions, each weighted by capability times salience.

    Returns:
        A number between the outermost positions.

    Source:
        [vandenbos1991] (the compromise model), [achen2006] (why it comes near Nash's
        solution where failure would be costly).
    """
    total = sum(stake.weight for stake in stakes)
    return sum(stake.weight * stake.position for stake in stakes) / total


def weighted_median(stakes: Sequence[Stake]) -> float:
    """Find the position that nothing beats in a vote weighted by what each brings.

    Returns:
        The first position, from the lowest, with half of the weight at or below it;
        with distances as preferences this is Condorcet's winner.

    Source:
        [black1948].
    """
    order = sorted(stakes, key=lambda stake: stake.position)
    sums = list(accumulate(stake.weight for stake in order))
    # Sums of decimals may miss one half by a hair.
    half = sums[-1] / 2 * (1 - 1e-12)
    return next(
        s.position for s, reached in zip(order, sums, strict=True) if reached >= half
    )


def plain_mean(stakes: Sequence[Stake]) -> float:
    """Average the positions, everybody counting the same."""
    return sum(stake.position for stake in stakes) / len(stakes)


def plain_median(stakes: Sequence[Stake]) -> float:
    """Find the middle position, everybody counting the same."""
    return weighted_median([Stake(s.name, 1.0, s.position, 1.0) for s in stakes])


def strongest(stakes: Sequence[Stake]) -> float:
    """Give the position of the first of those who bring the most to bear."""
    return max(stakes, key=lambda stake: stake.weight).position


#: The two forecasts, and the baselines that they must beat to be worth anything.
RULES: dict[str, Callable[[Sequence[Stake]], float]] = {
    "weighted-mean": weighted_mean,
    "weighted-median": weighted_median,
    "mean": plain_mean,
    "median": plain_median,
    "strongest": strongest,
}
