"""Families have the minimal sets that are known in closed form."""

from itertools import combinations

import pytest

from accord.errors import InputError
from accord.solve.conflicts import find_all_sets
from accord.solve.conflicts.families import family_groups
from accord.solve.conflicts.groups import Sets


def solved(**size: object) -> Sets:
    groups = family_groups(size)
    assert groups is not None
    return find_all_sets(groups)


@pytest.mark.parametrize("demands", [2, 5])
def test_demands_for_different_ways_clash_in_pairs(demands: int) -> None:
    found = solved(k=demands)

    assert found.mus == tuple(combinations(range(demands), 2))
    assert found.mcs == tuple(combinations(range(demands), demands - 1))


def test_an_odd_circle_breaks_as_a_whole_and_an_even_one_does_not() -> None:
    odd, even = solved(n=7), solved(n=6)

    assert odd.mus == (tuple(range(7)),)
    assert odd.mcs == tuple((place,) for place in range(7))
    assert even.mus == even.mcs == ()


def test_pigeons_need_every_clause() -> None:
    found = solved(holes=2)

    assert found.mus == (tuple(range(9)),)
    assert len(found.mcs) == 9


def test_what_has_no_size_is_no_family_and_a_wrong_size_is_refused() -> None:
    assert family_groups({"title": "x"}) is None
    for size in (1, 10_000, "five", True):
        with pytest.raises(InputError, match="The size"):
            family_groups({"k": size})
