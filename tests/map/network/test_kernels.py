"""Kernels: heights, and weighted networks against a twin in floating point."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from math import isclose, sqrt
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError
from accord.map.network import build_slices
from accord.map.network.kernels import height
from accord.model.discourse import (
    COMPAT,
    Aggregation,
    CodedStatement,
    EventList,
    Kernel,
    NetworkMatrix,
    Normalization,
    Recipe,
    TimeWindow,
    Variable,
)

START = datetime(2024, 1, 1, tzinfo=UTC)
VARIABLES = (
    Variable("organization", "text"),
    Variable("concept", "text"),
    Variable("agreement", "boolean"),
    Variable("tone", "text"),
)
KERNELS: tuple[Kernel, ...] = get_args(Kernel)
Row = tuple[str, str, bool, str]

rows = st.tuples(
    st.sampled_from(["Union", "Board", "Mayor"]),
    st.sampled_from(["pay", "hours"]),
    st.booleans(),
    st.sampled_from(["calm", "sharp"]),
)
piles = st.lists(st.tuples(rows, st.integers(0, 9)), min_size=1, max_size=9)


def events_of(pile: list[tuple[Row, int]]) -> EventList:
    statements = tuple(
        CodedStatement(str(n), "d", START + timedelta(days=day), 0, 1, row)
        for n, (row, day) in enumerate(pile)
    )
    return EventList(statement_type="T", variables=VARIABLES, statements=statements)


@pytest.mark.parametrize("kernel", KERNELS)
def test_a_kernel_is_even_falls_outwards_and_integrates_to_one(kernel: Kernel) -> None:
    step = 0.001
    heights = height(kernel, np.arange(-8000, 8001) * step).tolist()

    assert isclose(sum(heights) * step, 1, rel_tol=1e-3)
    assert heights == heights[::-1]
    outwards = heights[8000:]
    assert all(a >= b for a, b in pairwise(outwards))


def weighted(
    pile: list[tuple[Row, int]], kernel: Kernel, day: int, half: int
) -> list[tuple[Row, float]]:
    found = [
        (row, float(height(kernel, np.array((at - day) / half))))
        for row, at in sorted(pile, key=lambda p: p[1])
    ]
    return [(row, weight) for row, weight in found if weight]


def slices_of(
    pile: list[tuple[Row, int]], recipe: Recipe, kernel: Kernel
) -> dict[int, NetworkMatrix]:
    slices = build_slices(events_of(pile), recipe, unit="days", size=3, kernel=kernel)
    return {(piece.middle - START).days: piece.network for piece in slices}


@given(
    piles,
    st.sampled_from(KERNELS),
    st.sampled_from(["ignore", "congruence", "conflict", "subtract"]),
    st.sampled_from(["no", "average", "cosine", "jaccard"]),
    st.sampled_from(["agreement", "tone"]),
)
@settings(max_examples=50, deadline=None)
def test_one_mode_networks_equal_their_twin(
    pile: list[tuple[Row, int]],
    kernel: Kernel,
    aggregation: Aggregation,
    normalization: Normalization,
    qualifier: str,
) -> None:
    recipe = Recipe(
        network_type="onemode",
        aggregation=aggregation,
        normalization=normalization,
        qualifier=qualifier,
    )
    place = 2 if qualifier == "agreement" else 3

    for day, network in slices_of(pile, recipe, kernel).items():
        near = weighted(pile, kernel, day, 2)

        def pairs(
            one: str, two: str, kind: str, near: list[tuple[Row, float]] = near
        ) -> float:
            factor = {
                "ignore": (1, 1),
                "congruence": (1, 0),
                "conflict": (0, 1),
                "subtract": (1, -1),
            }[kind]
            return sum(
                sqrt(u * v) * factor[a[place] != b[place]]
                for (a, u), (b, v) in product(near, near)
                if (a[0], b[0]) == (one, two) and a[1] == b[1]
            )

        like = "ignore" if aggregation == "ignore" else "congruence"
        for a, b in product(network.rows, network.rows):
            own = [pairs(name, name, like) for name in (a, b)]
            active = sum(weight for row, weight in near if row[0] in (a, b))
            divisor = {
                "no": 1.0,
                "average": active / 2,
                "cosine": sqrt(own[0] * own[1]),
                "jaccard": sum(own) - pairs(a, b, like),
            }[normalization]
            expected = pairs(a, b, aggregation) / divisor if a != b else 0
            assert isclose(network.value(a, b), expected, rel_tol=1e-9, abs_tol=1e-9)


@given(
    piles, st.sampled_from(KERNELS), st.sampled_from(["no", "activity", "prominence"])
)
@settings(max_examples=40, deadline=None)
def test_two_mode_networks_equal_their_twin(
    pile: list[tuple[Row, int]], kernel: Kernel, normalization: Normalization
) -> None:
    recipe = Recipe(aggregation="subtract", normalization=normalization)

    for day, network in slices_of(pile, recipe, kernel).items():
        near = weighted(pile, kernel, day, 2)
        for a, c in product(network.rows, network.columns):
            signed = sum(
                w * (1 if row[2] else -1) for row, w in near if row[:2] == (a, c)
            )
            divisor = {
                "no": 1.0,
                "activity": sum(w for row, w in near if row[0] == a),
                "prominence": sum(w for row, w in near if row[1] == c),
            }[normalization]
            assert isclose(
                network.value(a, c), signed / divisor, rel_tol=1e-9, abs_tol=1e-9
            )


def test_slices_stand_on_every_day_of_the_range() -> None:
    row: Row = ("Union", "pay", True, "calm")

    slices = slices_of([(row, 0), (row, 21)], Recipe(), "gaussian")

    assert sorted(slices) == list(range(22))
    # A gaussian has no end: every statement is in every slice.
    assert {network.statements for network in slices.values()} == {2}


def test_uneven_months_weigh_both_sides_alike() -> None:
    days = [-31, 0, 29]
    statements = tuple(
        CodedStatement(
            str(day), "d", datetime(2024, 2, 1, tzinfo=UTC) + timedelta(days=day), 0, 1,
            (f"On {day}", "pay", True, "calm"),
        )
        for day in days
    )  # fmt: skip
    events = EventList(statement_type="T", variables=VARIABLES, statements=statements)

    slices = list(
        build_slices(events, Recipe(), unit="months", size=4, kernel="triangular")
    )

    assert slices[1].middle == datetime(2024, 2, 1, tzinfo=UTC)
    network = slices[1].network
    # January has 31 days of the 62 before, February 29 of the 60 after.
    assert isclose(network.value("On -31", "pay"), 1 - 31 / 62)
    assert isclose(network.value("On 29", "pay"), 1 - 29 / 60)


@pytest.mark.parametrize(
    ("recipe", "unit", "says"),
    [
        (Recipe(), "events", "a window of events has none"),
        (Recipe(compat=COMPAT), "days", "not computed as dna-3.1.2"),
        (Recipe(aggregation="combine"), "days", "whatever its weight"),
    ],
)
def test_kernels_that_make_no_sense_are_refused(
    recipe: Recipe, unit: TimeWindow, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        build_slices(events_of([]), recipe, unit=unit, size=4, kernel="uniform")
