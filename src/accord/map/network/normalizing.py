"""What the cells of a one-mode network are divided by."""

from collections.abc import Callable, Iterator, Mapping
from math import sqrt

from accord.map.network.counting import Tally
from accord.map.network.products import Sums, Term, multiply
from accord.model.discourse import Recipe

__all__ = ["Divide", "divisors"]

#: Gives the divisor of a row, with the other row of the pair.
Divide = Callable[[int], float]


def divisors(tally: Tally, recipe: Recipe) -> Iterator[Divide] | None:
    """Make the function that gives a pair's divisor, row by row.

    ``average`` is the mean of both rows' numbers of statements. Jaccard and cosine
    compare what both share with what each shares with itself, so that congruence,
    conflict and their difference stay between -1 and 1. Under ``compat`` they are the
    peer's: Jaccard mixes counts with products, and the cosine divides by the product
    of the activities.

    Args:
        tally: Statements by row, column and level.
        recipe: The normalisation, the aggregation and the peer.

    Returns:
        For each row that has statements, ascending; None if nothing is divided.
    """
    if recipe.normalization == "no":
        return None
    if recipe.normalization == "average":
        return _averages(tally)
    if recipe.compat is not None:
        if recipe.normalization == "cosine":
            return _peer_cosines(tally)
        return _peer_jaccards(tally)
    if recipe.normalization == "cosine":
        return _cosines(tally, recipe)
    return _jaccards(tally, recipe)


def _averages(tally: Tally) -> Iterator[Divide]:
    """Divide by the mean number of statements."""
    active, unit = tally.active, tally.unit
    for own in (active[row] for row in sorted(active)):
        yield lambda other, own=own: (own + active[other]) / 2 / unit  # type: ignore[misc]


def _peer_cosines(tally: Tally) -> Iterator[Divide]:
    """Divide by the product of the numbers of statements."""
    active = tally.active
    for own in (active[row] for row in sorted(active)):
        yield lambda other, own=own: float(own * active[other])  # type: ignore[misc]


def _cosines(tally: Tally, recipe: Recipe) -> Iterator[Divide]:
    """Divide by the geometric mean of what each shares with itself."""
    selves, scale = _with_themselves(tally, recipe)
    for own in (selves[row] for row in sorted(selves)):
        yield lambda other, own=own: sqrt(own * selves[other]) / scale  # type: ignore[misc]


def _jaccards(tally: Tally, recipe: Recipe) -> Iterator[Divide]:
    """Divide by what each shares with itself, what both share taken off."""
    selves, scale = _with_themselves(tally, recipe)
    terms = _likeness(tally, recipe)
    for row, both in multiply(terms, size=len(tally.rows)):
        yield _without(selves, row, both, scale)


def _peer_jaccards(tally: Tally) -> Iterator[Divide]:
    """Divide by what only one of both uses, plus the products of what both use.

    With b for 1 where a row uses a feature, and e for its further statements on it,
    that is both activities less the sum of b b' - e e'.
    """
    used = {f: dict.fromkeys(rows, 1) for f, rows in tally.cells.items()}
    more = {
        f: {row: number - 1 for row, number in rows.items() if number > 1}
        for f, rows in tally.cells.items()
    }
    less = {f: {row: -n for row, n in rows.items()} for f, rows in more.items()}
    active = tally.active
    terms: list[Term] = [(used, used), (less, more)]
    for row, both in multiply(terms, size=len(tally.rows)):
        yield _without(active, row, both, 1)


def _without(own: Mapping[int, int], row: int, both: Sums, scale: int) -> Divide:
    """Make the function that takes what both share off what each has."""

    def divide(other: int) -> float:
        return (own[row] + own[other] - both.get(other, 0)) / scale

    return divide


def _likeness(tally: Tally, recipe: Recipe) -> list[Term]:
    """Tell what sharing means: the same column, or a level near on the same column."""
    if recipe.aggregation == "ignore":
        by_column = tally.by_column()
        return [(by_column, by_column)]
    return [(tally.cells, tally.near())]


def _with_themselves(tally: Tally, recipe: Recipe) -> tuple[dict[int, int], int]:
    """Measure what each row shares with itself, and how that is scaled."""
    found: dict[int, int] = dict.fromkeys(sorted(tally.active), 0)
    for left, right in _likeness(tally, recipe):
        for feature, rows in left.items():
            others = right.get(feature, {})
            for row, number in rows.items():
                found[row] += number * others.get(row, 0)
    scale = 1 if recipe.aggregation == "ignore" else tally.scale
    return found, scale * tally.unit**2
