"""Bargaining solutions: which efficient packages four rules of fairness choose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import Any

__all__ = ["Chosen", "choose_solutions"]

Gains = Sequence[Fraction]

_CONVEX = (
    "Chosen among packages, not among lotteries over them; with few packages it may lie "
    "apart from the solution in theory."
)
_SCALE = (
    "It compares the parties' utilities with each other, which means something only if "
    "all are measured on one scale; stretching one party's numbers changes it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What one rule chooses.

    Attributes:
        rule: nash, kalai-smorodinsky, egalitarian or utilitarian.
        points: Numbers of the points chosen; several if they tie.
        scale_free: Whether it stays the same if one party's utilities are stretched or
            shifted.
        warning: What to keep in mind.
    """

    rule: str
    points: tuple[int, ...]
    scale_free: bool
    warning: str


def choose_solutions(gains: Sequence[Gains]) -> tuple[Chosen, ...]:
    """Choose points by Nash's, Kalai and Smorodinsky's and two more rules.

    Nash takes the greatest product of gains; Kalai-Smorodinsky the point at which the
    least share of a party's best gain is greatest, then the second least, and so on;
    egalitarian the same for gains as they are; utilitarian the greatest sum.

    Args:
        gains: For each efficient point in the zone of agreement what each party gains
            over its alternative; at least 0.

    Returns:
        One choice a rule; none if there are no points.

    Source:
        [nash1950], [kalai1975], [kalai1977]; ties by leximin as in [imai1983].

    Example:
        >>> points = [(3, 0), (2, 1), (0, 2)]
        >>> [c.points for c in choose_solutions(points)]
        [(1,), (1,), (1,), (0, 1)]
    """
    if not gains:
        return ()
    exact = [tuple(Fraction(gain) for gain in point) for point in gains]
    ideal = [max(column) for column in zip(*exact, strict=True)]

    def shares(point: Gains) -> list[Fraction]:
        # Who can gain nothing anywhere takes no part in the comparison.
        return sorted(g / best for g, best in zip(point, ideal, strict=True) if best)

    rules: list[tuple[str, Callable[[Gains], Any], bool]] = [
        ("nash", prod, True),
        ("kalai-smorodinsky", shares, True),
        ("egalitarian", sorted, False),
        ("utilitarian", sum, False),
    ]
    nobody_short = all(ideal)
    return tuple(
        Chosen(
            rule=name,
            points=_best([score(point) for point in exact]),
            scale_free=free,
            warning=_warning(name, scale_free=free, nobody_short=nobody_short),
        )
        for name, score, free in rules
    )


def _best(scores: Sequence[Any]) -> tuple[int, ...]:
    """Give the numbers of all that reach the greatest score."""
    greatest = max(scores)
    return tuple(n for n, score in enumerate(scores) if score == greatest)


def _warning(rule: str, *, scale_free: bool, nobody_short: bool) -> str:
    """Say what to keep in mind."""
    said = [_CONVEX] if scale_free else [_SCALE]
    if rule == "nash" and not nobody_short:
        said.append("Somebody can gain nothing, so that every product is zero.")
    return " ".join(said)
