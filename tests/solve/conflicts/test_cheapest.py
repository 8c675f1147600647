"""The cheapest way out is the cheapest, and what is not proven is said to be."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model.negotiation.case_reading import case_from_json
from accord.solve.conflicts import find_conflicts, plain_groups
from accord.solve.conflicts.cheapest import find_cheapest
from accord.solve.conflicts.groups import Groups

CLAUSES = st.lists(
    st.lists(st.sampled_from([-3, -2, -1, 1, 2, 3]), min_size=1, max_size=3),
    min_size=1,
    max_size=6,
)


def least_cost(groups: Groups, costs: list[int]) -> int:
    """Try every assignment."""
    return min(
        sum(
            cost
            for clauses, cost in zip(groups.soft, costs, strict=True)
            if not all(any(signs[abs(x) - 1] == (x > 0) for x in c) for c in clauses)
        )
        for signs in product((False, True), repeat=3)
    )


@settings(max_examples=60, deadline=None)
@given(CLAUSES, st.lists(st.integers(1, 4), min_size=6, max_size=6))
def test_nothing_is_cheaper_than_the_cheapest(
    clauses: list[list[int]], costs: list[int]
) -> None:
    groups, costs = plain_groups(clauses), costs[: len(clauses)]

    found = find_cheapest(groups, costs, known=range(len(clauses)))

    assert found.proven
    assert sum(costs[number] for number in found.groups) == least_cost(groups, costs)


def test_costs_too_many_to_count_leave_what_is_known() -> None:
    groups = plain_groups([[1], [-1]])

    found = find_cheapest(groups, [9_000, 1], known=[0])

    assert (found.groups, found.proven) == ((0,), False)


def test_where_not_all_ways_are_listed_the_cheapest_is_found_all_the_same() -> None:
    """Seven against one: giving the one up is cheapest, and a red line never is."""
    demands = [
        {"id": f"d{n}", "party": "A", "accepts": {"i": ["yes"]}, "weight": 0.5}
        for n in range(7)
    ]
    demands.append({"id": "no", "party": "B", "accepts": {"i": ["no"]}, "weight": 3})
    case = {
        "parties": [{"id": p, "name": p} for p in "AB"],
        "issues": [{"id": "i", "question": "?", "options": ["yes", "no"]}],
    }

    (knot,) = find_conflicts(
        case_from_json({**case, "demands": demands}), limit=1
    ).knots
    demands[7] = {**demands[7], "kind": "red-line"}
    (firm,) = find_conflicts(
        case_from_json({**case, "demands": demands}), limit=1
    ).knots

    assert not knot.complete
    assert knot.cheapest.demands == ("no",)
    assert knot.cheapest_proven
    assert firm.cheapest.red_lines == ()
    assert len(firm.cheapest.demands) == 7


def test_every_subset_of_a_cheapest_set_is_not_enough() -> None:
    groups = plain_groups([[1], [-1], [2], [-2], [1, 2], [-1, -2]])

    found = find_cheapest(groups, [1] * 6, known=range(6))

    for size in range(len(found.groups)):
        for fewer in combinations(found.groups, size):
            kept = [g for n, g in enumerate(groups.soft) if n not in fewer]
            assert least_cost(Groups(tuple(kept)), [1] * len(kept)) > 0
