"""All minimal sets, against brute force, published cases and each other."""

import random
from itertools import chain, combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.solve.conflicts import find_all_sets, find_smallest, plain_groups
from accord.solve.conflicts.groups import Groups
from accord.solve.conflicts.oracle import Oracle
from accord.solve.conflicts.pairs import find_pairs

CLAUSES = st.lists(
    st.lists(
        st.sampled_from([-4, -3, -2, -1, 1, 2, 3, 4]), min_size=1, max_size=3
    ),
    max_size=8,
)  # fmt: skip
GROUPS = st.lists(
    st.lists(
        st.lists(st.sampled_from([-3, -2, -1, 1, 2, 3]), max_size=2), max_size=3
    ),
    max_size=6,
)  # fmt: skip


def is_met(groups: Groups, chosen: tuple[int, ...]) -> bool:
    clauses = [*groups.hard, *(c for number in chosen for c in groups.soft[number])]
    return any(
        all(
            any((literal > 0) == values[abs(literal) - 1] for literal in c)
            for c in clauses
        )
        for values in product((False, True), repeat=groups.variables)
    )


def brute_force(groups: Groups) -> tuple[set[tuple[int, ...]], set[tuple[int, ...]]]:
    everything = range(len(groups.soft))
    subsets = list(
        chain.from_iterable(
            combinations(everything, size) for size in range(len(groups.soft) + 1)
        )
    )
    met = {subset: is_met(groups, subset) for subset in subsets}
    mus = {
        s
        for s in subsets
        if not met[s] and all(met[tuple(x for x in s if x != g)] for g in s)
    }

    def rest(s: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(x for x in everything if x not in s)

    mcs = {
        s
        for s in subsets
        if s
        and met[rest(s)]
        and all(not met[rest(tuple(x for x in s if x != g))] for g in s)
    }
    return mus, mcs


def minimal_hitting_sets(sets: set[tuple[int, ...]]) -> set[tuple[int, ...]]:
    members = sorted({x for s in sets for x in s})
    touching = [
        c
        for size in range(1, len(members) + 1)
        for c in combinations(members, size)
        if all(set(c) & set(s) for s in sets)
    ]
    return {c for c in touching if not any(set(o) < set(c) for o in touching)}


@settings(max_examples=60, deadline=None)
@given(CLAUSES)
def test_all_sets_of_clauses_are_those_of_brute_force(clauses: list[list[int]]) -> None:
    groups = plain_groups(clauses)
    found = find_all_sets(groups)

    assert found.complete
    assert (set(found.mus), set(found.mcs)) == brute_force(groups)


@settings(max_examples=60, deadline=None)
@given(GROUPS)
def test_all_sets_of_groups_are_those_of_brute_force(
    soft: list[list[list[int]]],
) -> None:
    groups = Groups(
        tuple(tuple(tuple(c) for c in group) for group in soft), hard=((1, 2), (-1, 3))
    )
    found = find_all_sets(groups)

    assert (set(found.mus), set(found.mcs)) == brute_force(groups)


@settings(max_examples=40, deadline=None)
@given(CLAUSES)
def test_both_kinds_are_each_others_minimal_hitting_sets(
    clauses: list[list[int]],
) -> None:
    found = find_all_sets(plain_groups(clauses))

    assert minimal_hitting_sets(set(found.mus)) == set(found.mcs)
    assert minimal_hitting_sets(set(found.mcs)) == set(found.mus)


@settings(max_examples=40, deadline=None)
@given(CLAUSES)
def test_the_smallest_set_is_one_of_the_smallest(clauses: list[list[int]]) -> None:
    groups = plain_groups(clauses)
    everything, smallest = find_all_sets(groups), find_smallest(groups)

    assert smallest.proven
    if not everything.mus:
        assert smallest.groups is None
        return
    assert smallest.groups in everything.mus
    assert len(smallest.groups) == len(everything.mus[0])


def test_renaming_variables_and_reordering_clauses_permutes_the_sets() -> None:
    chooser = random.Random(5)  # noqa: S311 - no secret
    clauses = [
        [v * chooser.choice((1, -1)) for v in chooser.sample(range(1, 7), 2)]
        for _ in range(26)
    ]
    order = chooser.sample(range(26), 26)
    renamed = [
        [-(7 - abs(x)) if x > 0 else 7 - abs(x) for x in clauses[n]] for n in order
    ]

    one, other = (
        find_all_sets(plain_groups(clauses)),
        find_all_sets(plain_groups(renamed)),
    )

    assert one.mus
    assert {frozenset(order[n] for n in s) for s in other.mus} == {
        frozenset(s) for s in one.mus
    }


def test_exclusive_demands_conflict_pair_by_pair() -> None:
    exclusive = [(-a, -b) for a, b in combinations(range(1, 6), 2)]
    groups = Groups(tuple(((n,),) for n in range(1, 6)), hard=tuple(exclusive))

    found = find_all_sets(groups)

    assert found.mus == tuple(combinations(range(5), 2))
    assert found.mcs == tuple(combinations(range(5), 4))


def test_two_colours_do_not_reach_around_an_odd_cycle() -> None:
    edges = [(n, n % 7 + 1) for n in range(1, 8)]
    groups = Groups(tuple(((a, b), (-a, -b)) for a, b in edges))

    found = find_all_sets(groups)

    assert found.mus == (tuple(range(7)),)
    assert found.mcs == tuple((n,) for n in range(7))


def test_pigeons_need_every_clause_to_be_impossible() -> None:
    def at(pigeon: int, hole: int) -> int:
        return pigeon * 3 + hole + 1

    clauses = [[at(p, h) for h in range(3)] for p in range(4)]
    clauses += [
        [-at(p, h), -at(q, h)] for h in range(3) for p, q in combinations(range(4), 2)
    ]

    assert find_all_sets(plain_groups(clauses)).mus == (tuple(range(len(clauses))),)


def hard_instance(demands: int, variables: int) -> Groups:
    chooser = random.Random(7)  # noqa: S311 - no secret
    return plain_groups(
        [
            [
                v * chooser.choice((1, -1))
                for v in chooser.sample(range(1, variables + 1), 3)
            ]
            for _ in range(demands)
        ]
    )


def test_a_limit_on_sets_is_kept_and_said() -> None:
    found = find_all_sets(hard_instance(100, 20), limit=50)

    assert not found.complete
    assert max(len(found.mus), len(found.mcs)) == 50


def test_a_limit_on_work_is_kept_said_and_gives_the_same_everywhere() -> None:
    groups = hard_instance(100, 20)
    found = find_all_sets(groups, effort=500)

    assert found.calls == 500
    assert not found.complete
    assert found == find_all_sets(groups, effort=500)


def test_a_smallest_set_that_is_not_proven_is_minimal_all_the_same() -> None:
    groups = hard_instance(100, 20)
    found = find_smallest(groups, effort=40)

    assert not found.proven
    assert found.groups is not None
    alone = plain_groups([groups.soft[n][0] for n in found.groups])
    assert find_all_sets(alone).mus == (tuple(range(len(found.groups))),)


def test_rules_that_contradict_each_other_are_an_error() -> None:
    with pytest.raises(InputError, match="contradict each other"):
        find_all_sets(plain_groups([[1]], hard=[[2], [-2]]))


def test_a_literal_of_zero_is_an_error() -> None:
    with pytest.raises(InputError, match="literal 0"):
        plain_groups([[1, 0]])


def test_where_all_can_be_met_nothing_has_to_give() -> None:
    found = find_all_sets(plain_groups([[1], [2], []][:2]))

    assert (found.mus, found.mcs, found.complete) == ((), (), True)


def test_a_demand_that_nothing_can_meet_is_a_set_of_its_own() -> None:
    found = find_all_sets(plain_groups([[], [1]]))

    assert (found.mus, found.mcs) == (((0,),), ((0,),))


@settings(max_examples=40, deadline=None)
@given(CLAUSES)
def test_single_demands_and_pairs_are_those_of_asking_about_each(
    clauses: list[list[int]],
) -> None:
    groups = plain_groups(clauses)
    alone = {(n,) for n in range(len(clauses)) if not is_met(groups, (n,))}
    pairs = {
        pair
        for pair in combinations(range(len(clauses)), 2)
        if not is_met(groups, pair) and not any((n,) in alone for n in pair)
    }
    with Oracle(groups, effort=1_000) as oracle:
        assert list(find_pairs(oracle)) == [*sorted(alone), *sorted(pairs)]
