"""What chance alone would show: exact tests that respect small numbers."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from math import comb, exp, factorial, lgamma, sqrt

__all__ = [
    "ExactTest",
    "adjust",
    "compare_shares",
    "judge_change",
    "wilson_range",
]

# Orders that are counted one by one, a few hundredths of a second; above, a sample.
MAX_ORDERS = 2_000
SAMPLED_ORDERS = 1_999
SEED = 20_250_101
# 97.5th percentile of the standard normal distribution, for ranges of 95 %.
_Z = 1.959963984540054
# Sums of floats that are equal but for rounding count as equal.
_SLACK = 1e-9

#: A p-value, and the smallest one that these numbers could have given at all.
ExactTest = tuple[float, float]


def judge_change(scores: Sequence[int], at: int) -> tuple[float, bool]:
    """Tell how often chance shows a change as clear as one between two runs.

    The clearness of a change is the difference of the means before and after it,
    weighed by how many values stand on either side. Because the place was chosen
    for its change, an order of chance may show its clearest change anywhere.

    Args:
        scores: Values in order of time.
        at: How many of them stand before the change.

    Returns:
        The share of orders that show a change at least as clear, and whether all
        orders were counted. Never 0: the order seen is one of them.

    Cost:
        Up to 2,000 orders, each linear in the number of values.

    Source:
        [phipson2010] for counting the order seen among a sample.

    Example:
        >>> judge_change([1, -1], 1)
        (1.0, True)
        >>> judge_change([1, 1, 1, 1, -1, -1, -1, -1], 4)
        (0.02857142857142857, True)
    """
    seen = _clearness(scores, at) - _SLACK
    orders = factorial(len(scores))
    for times in Counter(scores).values():
        orders //= factorial(times)
    if orders <= MAX_ORDERS:
        hits = sum(_clearest(order) >= seen for order in _orders(scores))
        return hits / orders, True
    generator = random.Random(SEED)  # noqa: S311 - a sample, no secret
    shuffled = list(scores)
    hits = 1
    for _ in range(SAMPLED_ORDERS):
        generator.shuffle(shuffled)
        hits += _clearest(shuffled) >= seen
    return hits / (SAMPLED_ORDERS + 1), False


def _clearness(scores: Sequence[int], at: int) -> float:
    """Weigh the difference of the means on both sides of a place."""
    before, after = scores[:at], scores[at:]
    apart = sum(after) / len(after) - sum(before) / len(before)
    return abs(apart) * sqrt(len(before) * len(after) / len(scores))


def _clearest(scores: Sequence[int]) -> float:
    """Find the clearest change anywhere in an order."""
    total, count, sum_before, best = sum(scores), len(scores), 0, 0.0
    for at in range(1, count):
        sum_before += scores[at - 1]
        apart = abs((total - sum_before) / (count - at) - sum_before / at)
        best = max(best, apart * sqrt(at * (count - at) / count))
    return best


def _orders(scores: Sequence[int]) -> Iterator[list[int]]:
    """Give each order of the values once."""
    left = Counter(scores)
    order: list[int] = []

    def extend() -> Iterator[list[int]]:
        if len(order) == len(scores):
            yield order
            return
        for value in sorted(left):
            if left[value]:
                left[value] -= 1
                order.append(value)
                yield from extend()
                order.pop()
                left[value] += 1

    return extend()


def compare_shares(hits: int, of: int, other_hits: int, other_of: int) -> ExactTest:
    """Compare two shares by Fisher's exact test, two-sided.

    Args:
        hits: Counted on this side.
        of: Out of how many.
        other_hits: Counted on the other side.
        other_of: Out of how many.

    Returns:
        The p-value, and the smallest that any table with the same margins has: where
        that is above 0.05, the numbers are too few to show anything.

    Cost:
        Linear in the smaller margin.

    Source:
        [fisher1935].

    Example:
        >>> p, least = compare_shares(3, 3, 0, 3)
        >>> round(p, 3), round(least, 3)
        (0.1, 0.1)
    """
    total, marked = of + other_of, hits + other_hits
    low, high = max(0, marked - other_of), min(marked, of)
    chances = [_chance(k, of, other_of, marked, total) for k in range(low, high + 1)]
    seen = chances[hits - low] * (1 + 1e-7)
    rarest = min(chances) * (1 + 1e-7)
    p_value = min(1.0, sum(chance for chance in chances if chance <= seen))
    return p_value, min(1.0, sum(chance for chance in chances if chance <= rarest))


def _chance(k: int, of: int, other_of: int, marked: int, total: int) -> float:
    """Give the chance of one table with fixed margins."""
    if total <= 1_000:
        return comb(of, k) * comb(other_of, marked - k) / comb(total, marked)
    return exp(
        _log_comb(of, k) + _log_comb(other_of, marked - k) - _log_comb(total, marked)
    )


def _log_comb(n: int, k: int) -> float:
    """Give the logarithm of a binomial coefficient."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def adjust(p_values: Sequence[float]) -> list[float]:
    """Adjust p-values for how many tests there are, by the false discovery rate.

    Source:
        [benjamini1995].

    Example:
        >>> adjust([0.01, 0.04, 0.03])
        [0.03, 0.04, 0.04]
    """
    order = sorted(range(len(p_values)), key=lambda at: p_values[at])
    adjusted = [1.0] * len(p_values)
    least = 1.0
    for rank in range(len(order), 0, -1):
        at = order[rank - 1]
        least = min(least, p_values[at] * len(order) / rank)
        adjusted[at] = least
    return adjusted


def wilson_range(hits: int, of: int) -> tuple[float, float]:
    """Give the range of 95 % around a share; all of [0, 1] where nothing is counted.

    Source:
        [wilson1927].

    Example:
        >>> tuple(round(end, 2) for end in wilson_range(1, 1))
        (0.21, 1.0)
    """
    if not of:
        return 0.0, 1.0
    share, spread = hits / of, _Z**2 / of
    middle = (share + spread / 2) / (1 + spread)
    half = sqrt(share * (1 - share) * spread + spread**2 / 4) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)
