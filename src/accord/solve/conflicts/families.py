"""Families: sets of clauses of which the minimal sets are known in closed form.

They show that a search is right at any size: so many demands for different ways to settle
one issue clash in pairs; neighbours around an odd circle cannot all differ in two colours,
but without any one of them they can; and one pigeon more than there are holes needs every
clause to be impossible.
"""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from accord.errors import InputError
from accord.solve.conflicts.groups import Clause, Groups, plain_groups

__all__ = ["FAMILIES", "family_groups"]

_AT_MOST = 200


def _exclusive(demands: int) -> Groups:
    """Make so many demands, each for another way to settle one issue."""
    ways = range(1, demands + 1)
    return plain_groups(
        [[way] for way in ways], hard=[[-a, -b] for a, b in combinations(ways, 2)]
    )


def _circle(places: int) -> Groups:
    """Make a demand for each two neighbours of a circle: that their colours differ."""
    pairs = [(place + 1, (place + 1) % places + 1) for place in range(places)]
    return Groups(tuple(((a, b), (-a, -b)) for a, b in pairs), ())


def _pigeons(holes: int) -> Groups:
    """Make a demand of each clause that puts one pigeon too many into holes."""

    def at(pigeon: int, hole: int) -> int:
        return pigeon * holes + hole + 1

    pigeons = range(holes + 1)
    clauses: list[Clause] = [
        tuple(at(pigeon, hole) for hole in range(holes)) for pigeon in pigeons
    ]
    clauses += [
        (-at(one, hole), -at(other, hole))
        for hole in range(holes)
        for one, other in combinations(pigeons, 2)
    ]
    return plain_groups(clauses)


#: By the field that gives its size.
FAMILIES = {"k": _exclusive, "n": _circle, "holes": _pigeons}


def family_groups(value: Mapping[str, Any]) -> Groups | None:
    """Make the clauses of a family from its size.

    Args:
        value: One of ``k`` (demands for different ways to settle one issue), ``n``
            (places of a circle in two colours) and ``holes`` (for one pigeon more).

    Returns:
        The groups; None if no size is given.

    Raises:
        InputError: The size is no number, or too large.

    Example:
        >>> groups = family_groups({"k": 3})
        >>> len(groups.soft), len(groups.hard)
        (3, 3)
    """
    for name, make in FAMILIES.items():
        size = value.get(name)
        if size is None:
            continue
        if type(size) is not int or not 2 <= size <= _AT_MOST:
            message = f"The size {name!r} is {size!r}."
            raise InputError(message, hint=f"Give a whole number from 2 to {_AT_MOST}.")
        return make(size)
    return None
