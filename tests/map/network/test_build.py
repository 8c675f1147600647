"""Networks against a twin that counts pair by pair, straight from the definitions."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import pairwise, product
from math import isclose, sqrt
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import InputError, UnknownNameError
from accord.map.network import build_network, build_networks, filter_events
from accord.model.discourse import (
    COMPAT,
    Aggregation,
    CodedStatement,
    Duplicates,
    EventList,
    NetworkMatrix,
    Normalization,
    Recipe,
    Value,
    Variable,
)

VARIABLES = (
    Variable("organization", "text"),
    Variable("concept", "text"),
    Variable("agreement", "boolean"),
    Variable("weight", "integer"),
    Variable("tone", "text"),
    Variable("source", "text", of_document=True),
)
QUALIFIERS = ("agreement", "weight", "tone")
START = datetime(2023, 12, 20, tzinfo=UTC)
ONE_MODE: tuple[Aggregation, ...] = ("ignore", "congruence", "conflict", "subtract")
TWO_MODE: tuple[Aggregation, ...] = ("ignore", "subtract", "combine")

rows = st.tuples(
    st.sampled_from(["Union", "Board", "Mayor", "Press", ""]),
    st.sampled_from(["pay", "hours", "safety"]),
    st.booleans(),
    st.integers(-2, 2),
    st.sampled_from(["calm", "sharp"]),
    st.sampled_from(["Herald", "Gazette"]),
)
piles = st.lists(st.tuples(rows, st.integers(0, 30)), min_size=1, max_size=14)
fast = settings(max_examples=60, deadline=None)


def events_of(pile: list[tuple[tuple[Value, ...], int]]) -> EventList:
    statements = tuple(
        CodedStatement(str(n), f"d{day}", START + timedelta(days=day), 0, 1, values)
        for n, (values, day) in enumerate(pile)
    )
    return EventList(statement_type="T", variables=VARIABLES, statements=statements)


def coded(*rows: tuple[str, str, bool]) -> EventList:
    """Statements of organization, concept and agreement, a day apart."""
    return events_of(
        [((*row, 0, "calm", "Herald"), day) for day, row in enumerate(rows)]
    )


def counted(events: EventList, qualifier: str) -> list[tuple[str, str, Value]]:
    place = events.position(qualifier)
    return [
        (str(s.values[0]), str(s.values[1]), s.values[place])
        for s in events.statements
        if s.values[0] and s.values[1]
    ]


def span_of(events: EventList) -> int:
    """Distance between the highest and the lowest weight."""
    weights = [int(s.values[3] or 0) for s in events.statements]
    return max(weights) - min(weights) or 1


def near(a: Value, b: Value, span: int) -> Fraction:
    if isinstance(a, int) and isinstance(b, int):
        return 1 - Fraction(abs(a - b), span)
    return Fraction(a == b)


def twin_one_mode(
    events: EventList, recipe: Recipe
) -> dict[tuple[str, str], Fraction | float]:
    """Compare every statement of one row with every statement of the other."""
    assert recipe.qualifier is not None
    uses = counted(events, recipe.qualifier)
    numeric = recipe.qualifier != "tone"
    span = span_of(events) if recipe.qualifier == "weight" else 1

    def pairs(one: str, two: str, kind: str) -> Fraction:
        found = Fraction(0)
        for (x, j, k), (y, m, n) in product(uses, uses):
            if (x, y) == (one, two) and j == m:
                close = Fraction(1) if kind == "ignore" else near(k, n, span)
                found += {"conflict": 1 - close, "subtract": 2 * close - 1}.get(
                    kind, close
                )
        return found

    def alone(one: str, two: str) -> int:
        other = {(j, k) for x, j, k in uses if x == two}
        return sum(x == one and (j, k) not in other for x, j, k in uses)

    def value(one: str, two: str) -> Fraction:
        kind = recipe.aggregation
        if kind in ("conflict", "subtract") and not numeric:
            conflict = Fraction(alone(one, two) + alone(two, one))
            if kind == "conflict":
                return conflict
            return pairs(one, two, "congruence") - conflict
        return pairs(one, two, kind)

    def divisor(one: str, two: str) -> Fraction | float:
        acts = [sum(x == name for x, _, _ in uses) for name in (one, two)]
        likeness = "ignore" if recipe.aggregation == "ignore" else "congruence"
        own = [pairs(name, name, likeness) for name in (one, two)]
        same = sum(
            (x, y) == (one, two) and (j, k) == (m, n)
            for (x, j, k), (y, m, n) in product(uses, uses)
        )
        peer = recipe.compat is not None
        return {
            "no": Fraction(1),
            "average": Fraction(sum(acts), 2),
            "cosine": acts[0] * acts[1] if peer else sqrt(own[0] * own[1]),
            "jaccard": alone(one, two) + alone(two, one) + same
            if peer
            else own[0] + own[1] - pairs(one, two, likeness),
        }[recipe.normalization]

    names = sorted({x for x, _, _ in uses})
    return {
        (a, b): value(a, b) / divisor(a, b) if a != b and divisor(a, b) else 0
        for a, b in product(names, names)
    }


def same(network: NetworkMatrix, twin: dict[tuple[str, str], Fraction | float]) -> bool:
    return all(
        isclose(network.value(*pair), value, rel_tol=1e-12, abs_tol=1e-12)
        for pair, value in twin.items()
    )


@given(
    piles,
    st.sampled_from(ONE_MODE),
    st.sampled_from(["no", "average", "jaccard", "cosine"]),
    st.sampled_from(QUALIFIERS),
    st.sampled_from([None, COMPAT]),
)
@fast
def test_one_mode_equals_its_twin(
    pile: list[tuple[tuple[Value, ...], int]],
    aggregation: Aggregation,
    normalization: Normalization,
    qualifier: str,
    compat: str | None,
) -> None:
    events = events_of(pile)
    recipe = Recipe(
        network_type="onemode",
        aggregation=aggregation,
        normalization=normalization,
        qualifier=qualifier,
        compat=compat,
    )

    assert same(build_network(events, recipe), twin_one_mode(events, recipe))


@given(
    piles,
    st.sampled_from(TWO_MODE),
    st.sampled_from(["no", "activity", "prominence"]),
    st.sampled_from(["agreement", "weight"]),
)
@fast
def test_two_mode_equals_its_twin(
    pile: list[tuple[tuple[Value, ...], int]],
    aggregation: Aggregation,
    normalization: Normalization,
    qualifier: str,
) -> None:
    events = events_of(pile)
    uses = counted(events, qualifier)
    place = events.position(qualifier)
    levels: list[Value] = [False, True]
    if qualifier == "weight":
        levels = sorted({int(s.values[place] or 0) for s in events.statements})

    def cell(row: str, column: str) -> int:
        here = [k for x, j, k in uses if (x, j) == (row, column)]
        if aggregation == "ignore":
            return len(here)
        if aggregation == "combine":
            bits = "".join(str(int(level in here)) for level in levels)
            return int(bits, 2)
        if qualifier == "agreement":
            return sum(1 if k else -1 for k in here)
        return sum(int(k or 0) for k in here)

    found = build_network(
        events,
        Recipe(
            aggregation=aggregation, normalization=normalization, qualifier=qualifier
        ),
    )

    for row, column in product(found.rows, found.columns):
        along = found.columns if normalization == "activity" else found.rows
        pairs = [
            (row, c) if normalization == "activity" else (c, column) for c in along
        ]
        divisor = {
            "no": 1,
            "combine": sum(cell(*pair) != 0 for pair in pairs),
        }.get(
            "no" if normalization == "no" else aggregation,
            sum((x, j) in pairs for x, j, _ in uses),
        )
        expected = cell(row, column) / divisor if divisor else 0
        assert isclose(found.value(row, column), expected, abs_tol=1e-12)


@given(piles, st.permutations(["Union", "Board", "Mayor", "Press"]))
@fast
def test_renaming_rows_renames_the_network(
    pile: list[tuple[tuple[Value, ...], int]], names: list[str]
) -> None:
    new = dict(zip(["Union", "Board", "Mayor", "Press"], names, strict=True)) | {"": ""}
    renamed = [((new[str(v[0])], *v[1:]), day) for v, day in pile]
    recipe = Recipe(
        network_type="onemode", aggregation="subtract", normalization="cosine"
    )

    before = build_network(events_of(pile), recipe)
    after = build_network(events_of(renamed), recipe)

    for a, b in product(before.rows, before.rows):
        assert before.value(a, b) == after.value(new[a], new[b])


@given(
    piles,
    st.sampled_from(["no", "average", "jaccard", "cosine"]),
    st.sampled_from(["agreement", "weight"]),
)
@fast
def test_laws_of_one_mode_networks(
    pile: list[tuple[tuple[Value, ...], int]],
    normalization: Normalization,
    qualifier: str,
) -> None:
    events = events_of(pile)
    made = {
        kind: build_network(
            events,
            Recipe(
                network_type="onemode",
                aggregation=kind,
                normalization=normalization,
                qualifier=qualifier,
            ),
        )
        for kind in ONE_MODE
    }

    for a, b in product(made["ignore"].rows, made["ignore"].rows):
        values = {kind: made[kind].value(a, b) for kind in ONE_MODE}
        difference = values["congruence"] - values["conflict"]
        assert isclose(values["subtract"], difference, abs_tol=1e-12)
        for kind in ONE_MODE:
            assert values[kind] == made[kind].value(b, a)
            assert a != b or values[kind] == 0
            if normalization in ("jaccard", "cosine"):
                assert abs(values[kind]) <= 1 + 1e-12


@given(piles, st.sampled_from(get_args(Duplicates)), st.randoms(use_true_random=False))
@fast
def test_the_order_of_statements_does_not_matter(
    pile: list[tuple[tuple[Value, ...], int]], duplicates: Duplicates, chance: object
) -> None:
    recipe = Recipe(aggregation="combine", duplicates=duplicates)
    events = events_of(pile)
    shuffled = list(events.statements)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    before = build_network(events, recipe)
    after = build_network(replace(events, statements=tuple(shuffled)), recipe)

    assert before == after


@given(
    piles,
    st.lists(
        st.tuples(st.sampled_from(ONE_MODE), st.sampled_from(["no", "cosine"])),
        max_size=4,
    ),
    st.sampled_from(["include", "document"]),
)
@settings(max_examples=25, deadline=None)
def test_several_networks_are_what_each_is_alone(
    pile: list[tuple[tuple[Value, ...], int]],
    kinds: list[tuple[Aggregation, Normalization]],
    duplicates: Duplicates,
) -> None:
    events = events_of(pile)
    recipes = [
        Recipe(
            network_type="onemode",
            aggregation=aggregation,
            normalization=normalization,
            duplicates=duplicates,
        )
        for aggregation, normalization in kinds
    ]

    together = list(build_networks(events, recipes))

    assert together == [build_network(events, recipe) for recipe in recipes]


@given(piles, st.integers(1, 4))
@fast
def test_every_row_and_column_has_the_least_frequency(
    pile: list[tuple[tuple[Value, ...], int]], least: int
) -> None:
    found = build_network(events_of(pile), Recipe(min_frequency=least))

    assert found.total() == found.statements
    for row in found.dense():
        assert sum(row) >= least
    for column in zip(*found.dense(), strict=True):
        assert sum(column) >= least


@given(piles, st.sampled_from(["Herald", "Gazette"]))
@fast
def test_a_filter_and_its_inverse_share_the_statements_out(
    pile: list[tuple[tuple[Value, ...], int]], outlet: str
) -> None:
    events = events_of(pile)
    if outlet not in {s.values[5] for s in events.statements}:
        return
    kept = Recipe(exclude=(("source", outlet),))

    without = build_network(events, kept)
    only = build_network(events, replace(kept, invert=("source",)))

    assert (
        without.statements + only.statements
        == build_network(events, Recipe()).statements
    )


def test_duplicates_nest() -> None:
    days = [0, 0, 1, 11, 12, 13, 400]
    events = events_of(
        [(("Union", "pay", True, 0, "calm", "Herald"), day) for day in days]
    )

    counts = {
        scope: build_network(events, Recipe(duplicates=scope)).statements
        for scope in get_args(Duplicates)
    }

    # 20, 20, 21 and 31 December 2023, 1 and 2 January 2024, 23 January 2025.
    assert counts == {
        "include": 7,
        "document": 6,
        "week": 4,
        "month": 3,
        "year": 3,
        "acrossrange": 1,
    }


def test_the_peer_takes_the_same_month_of_two_years_for_one() -> None:
    events = events_of(
        [(("Union", "pay", True, 0, "calm", "Herald"), day) for day in (0, 366)]
    )
    monthly = Recipe(duplicates="month")

    assert build_network(events, monthly).statements == 2
    assert build_network(events, replace(monthly, compat=COMPAT)).statements == 1


def test_the_peer_does_not_see_that_great_numbers_are_the_same() -> None:
    events = events_of(
        [(("Union", "pay", True, 200, "calm", "Herald"), 0) for _ in range(2)]
    )
    recipe = Recipe(
        qualifier="weight", aggregation="subtract", duplicates="acrossrange"
    )

    assert build_network(events, recipe).statements == 1
    assert build_network(events, replace(recipe, compat=COMPAT)).statements == 2


def test_ignoring_the_qualifier_folds_opposite_stances_into_one() -> None:
    events = coded(("Union", "pay", True), ("Union", "pay", False))
    once = Recipe(duplicates="acrossrange")

    assert build_network(events, once).value("Union", "pay") == 1
    both = build_network(events, replace(once, aggregation="combine"))
    assert both.value("Union", "pay") == 3


def test_ambivalent_is_not_absent() -> None:
    events = coded(("Union", "pay", True), ("Union", "pay", False))

    subtracted = build_network(events, Recipe(aggregation="subtract"))

    assert subtracted.rows == ("Union",)
    assert list(subtracted.ties()) == []


def test_an_ordinal_scale_counts_by_distance() -> None:
    values = [("Union", 2), ("Board", 1), ("Mayor", -2)]
    events = events_of(
        [((name, "pay", True, w, "calm", "Herald"), 0) for name, w in values]
    )
    recipe = Recipe(
        network_type="onemode", aggregation="congruence", qualifier="weight"
    )

    found = build_network(events, recipe)

    assert found.value("Union", "Board") == 0.75
    assert found.value("Mayor", "Board") == 0.25
    assert found.value("Union", "Mayor") == 0


def test_isolates_get_an_empty_row() -> None:
    events = coded(("Union", "pay", True), ("Board", "hours", True))
    recipe = Recipe(exclude=(("organization", "Board"),))

    assert build_network(events, recipe).rows == ("Union",)
    everyone = build_network(events, replace(recipe, isolates=True))
    assert everyone.rows == ("Board", "Union")
    assert list(everyone.dense()) == [(0.0, 0.0), (0.0, 1.0)]


def test_a_range_has_both_its_ends_and_no_undated_statement() -> None:
    events = coded(*[("Union", "pay", True)] * 4)
    undated = replace(events.statements[0], id="u", when=None)
    events = replace(events, statements=(undated, *events.statements))
    moments = [s.when for s in events.statements if s.when]

    found = build_network(events, Recipe(start=moments[1], stop=moments[2]))

    assert (found.statements, found.undated) == (2, 1)
    assert (found.first, found.last) == (moments[1], moments[2])
    assert build_network(events, Recipe()).statements == 5


def test_what_is_not_coded_is_left_out_and_counted() -> None:
    events = events_of(
        [
            (("Union", "pay", None, 0, "calm", "Herald"), 0),
            (("", "pay", True, 0, "calm", "Herald"), 0),
            (("Board", "pay", True, 0, "calm", "Herald"), 0),
        ]
    )

    ignoring = build_network(events, Recipe())
    subtracting = build_network(events, Recipe(aggregation="subtract"))

    assert (ignoring.statements, ignoring.uncoded) == (2, 1)
    assert (subtracting.statements, subtracting.uncoded) == (1, 2)


def test_the_event_list_is_filtered_and_in_order() -> None:
    events = coded(
        ("Union", "pay", True), ("Board", "pay", True), ("Union", "pay", False)
    )
    backwards = replace(events, statements=events.statements[::-1])

    kept = filter_events(backwards, Recipe(exclude=(("organization", "Board"),)))

    assert [s.id for s in kept.statements] == ["0", "2"]
    moments = [s.when for s in kept.statements if s.when]
    assert all(a <= b for a, b in pairwise(moments))


@pytest.mark.parametrize(
    ("recipe", "says"),
    [
        (Recipe(aggregation="congruence"), "no aggregation 'congruence'"),
        (Recipe(normalization="average"), "no normalization 'average'"),
        (Recipe(network_type="onemode", aggregation="combine"), "'combine'"),
        (Recipe(compat="dna-2"), "No peer is known as 'dna-2'"),
        (Recipe(variable2="organization"), "Both variables are"),
        (Recipe(aggregation="subtract", qualifier=None), "needs a qualifier"),
        (Recipe(aggregation="subtract", qualifier="tone"), "no sign"),
    ],
)
def test_what_does_not_go_together_is_refused(recipe: Recipe, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        build_network(coded(("Union", "pay", True)), recipe)

    assert caught.value.hint


@pytest.mark.parametrize(
    ("recipe", "says"),
    [
        (Recipe(variable1="actor"), "no variable 'actor'"),
        (Recipe(exclude=(("outlet", "Herald"),)), "no variable 'outlet'"),
        (Recipe(invert=("outlet",)), "no variable 'outlet'"),
        (Recipe(exclude=(("organization", "Onion"),)), "Did you mean 'Union'"),
    ],
)
def test_a_name_that_is_not_there_is_refused(recipe: Recipe, says: str) -> None:
    with pytest.raises(UnknownNameError, match=says):
        build_network(coded(("Union", "pay", True)), recipe)


@pytest.mark.parametrize("text", ["true", "1", "Yes"])
def test_a_filter_knows_the_words_for_truth(text: str) -> None:
    events = coded(("Union", "pay", True), ("Board", "pay", False))

    found = build_network(events, Recipe(exclude=(("agreement", text),)))

    assert found.rows == ("Board",)


def test_a_filter_knows_numbers() -> None:
    events = events_of(
        [(("Union", "pay", True, w, "calm", "Herald"), 0) for w in (-2, 1)]
    )

    found = build_network(events, Recipe(exclude=(("weight", "-2"),)))

    assert found.statements == 1


def test_a_network_refuses_names_it_does_not_have() -> None:
    found = build_network(coded(("Union", "pay", True)), Recipe())

    with pytest.raises(UnknownNameError, match="no 'hours'"):
        found.value("Union", "hours")


def test_an_empty_list_makes_an_empty_network() -> None:
    found = build_network(coded(), Recipe(network_type="onemode"))

    assert (found.rows, found.columns, found.total()) == ((), (), 0)
    assert found.first is None


def test_subtracting_texts_counts_them_only_as_the_peer_does() -> None:
    recipe = Recipe(aggregation="subtract", qualifier="tone", compat=COMPAT)

    assert build_network(coded(("Union", "pay", True)), recipe).total() == 1
