"""From an event list and a recipe to a network."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from accord.errors import InputError
from accord.map.network.counting import Codes, Tally, code, count
from accord.map.network.onemode import one_mode
from accord.map.network.products import Ints
from accord.map.network.selecting import Selection, select
from accord.map.network.twomode import two_mode
from accord.model.discourse import (
    COMPAT,
    Aggregation,
    EventList,
    NetworkMatrix,
    Recipe,
)

__all__ = [
    "assemble",
    "build_network",
    "build_networks",
    "check_recipe",
    "filter_events",
    "tally_events",
]

_AGGREGATIONS = {
    "twomode": ("ignore", "subtract", "combine"),
    "onemode": ("ignore", "congruence", "conflict", "subtract"),
}
_NORMALIZATIONS = {
    "twomode": ("no", "activity", "prominence"),
    "onemode": ("no", "average", "jaccard", "cosine"),
}


def build_network(events: EventList, recipe: Recipe) -> NetworkMatrix:
    """Count a network.

    Args:
        events: Coded statements of one type, all of them: levels and isolates are
            taken from those that the filters drop, too.
        recipe: What to count, and how.

    Returns:
        The matrix with named axes, its recipe and what was left out.

    Raises:
        InputError: Two parts of the recipe do not go together.
        UnknownNameError: The recipe names a variable or value that is not there.

    Cost:
        Linear in the statements; one-mode also that of ``products.multiply``.

    Source:
        [leifeld2017]
    """
    return next(build_networks(events, [recipe]))


def build_networks(
    events: EventList, recipes: Iterable[Recipe]
) -> Iterator[NetworkMatrix]:
    """Count several networks, one after the other; see ``build_network``.

    Statements are selected and counted once for all recipes in a row that differ in
    what is made of the counts alone.

    Args:
        events: Coded statements of one type, all of them.
        recipes: What to count, and how.

    Returns:
        The networks, in the order of the recipes.
    """
    known: tuple[Recipe, Selection, Codes, Tally] | None = None
    for recipe in recipes:
        check_recipe(events, recipe)
        counted = _counted(recipe)
        if known is None or known[0] != counted:
            selection = select(events, recipe)
            codes = code(events, recipe, selection)
            known = counted, selection, codes, count(codes)
        yield assemble(recipe, *known[1:])


def _counted(recipe: Recipe) -> Recipe:
    """Keep of a recipe what statements are selected and counted by."""
    used: Aggregation = "ignore" if recipe.aggregation == "ignore" else "combine"
    return replace(recipe, network_type="twomode", aggregation=used, normalization="no")


def tally_events(events: EventList, recipe: Recipe) -> Tally:
    """Count statements without making a network of them yet; see ``build_network``."""
    check_recipe(events, recipe)
    return count(code(events, recipe, select(events, recipe)))


def assemble(
    recipe: Recipe, selection: Selection, codes: Codes, tally: Tally
) -> NetworkMatrix:
    """Make a network of statements that are already counted.

    Args:
        recipe: What to count, and how; its filters are not applied again.
        selection: The statements counted, and how many were not.
        codes: The same statements, numbered.
        tally: Their counts, weighted or not.

    Returns:
        The matrix with named axes, its recipe and what was left out.
    """
    twomode = recipe.network_type == "twomode"
    moments = [s.when for s in selection.statements if s.when is not None]
    rows = _frequencies(codes.rows, codes.row)
    return NetworkMatrix(
        recipe=recipe,
        rows=codes.rows,
        columns=codes.columns if twomode else codes.rows,
        cells=two_mode(tally, recipe) if twomode else one_mode(tally, recipe),
        statements=len(codes.row),
        undated=selection.undated,
        uncoded=selection.uncoded,
        duplicates=selection.duplicates,
        first=moments[0] if moments else None,
        last=moments[-1] if moments else None,
        frequencies=(
            rows,
            _frequencies(codes.columns, codes.column) if twomode else rows,
        ),
    )


def filter_events(events: EventList, recipe: Recipe) -> EventList:
    """Keep the statements that a recipe counts, by moment.

    Args:
        events: Coded statements of one type.
        recipe: Its filters and variables are what matters.

    Returns:
        The same event list with fewer statements.

    Raises:
        InputError: Two parts of the recipe do not go together.
        UnknownNameError: The recipe names a variable or value that is not there.
    """
    check_recipe(events, recipe)
    return replace(events, statements=select(events, recipe).statements)


def _frequencies(names: Sequence[str], numbers: Ints) -> Mapping[str, int]:
    """Count the statements of each name that has any."""
    counts = np.bincount(numbers, minlength=len(names)).tolist()
    return {name: found for name, found in zip(names, counts, strict=True) if found}


def check_recipe(events: EventList, recipe: Recipe) -> None:
    """Refuse what makes no sense together.

    Raises:
        InputError: Two parts of the recipe do not go together.
        UnknownNameError: The qualifier is no variable.
    """
    _refuse_unless(
        recipe.aggregation, _AGGREGATIONS[recipe.network_type], "aggregation", recipe
    )
    _refuse_unless(
        recipe.normalization,
        _NORMALIZATIONS[recipe.network_type],
        "normalization",
        recipe,
    )
    if recipe.compat not in (None, COMPAT):
        message = f"No peer is known as {recipe.compat!r}."
        raise InputError(message, hint=f"Give {COMPAT} or nothing.")
    if recipe.variable1 == recipe.variable2:
        message = f"Both variables are {recipe.variable1!r}."
        raise InputError(message, hint="A network relates two variables.")
    if recipe.aggregation == "ignore":
        return
    if recipe.qualifier is None:
        message = f"To {recipe.aggregation} needs a qualifier."
        raise InputError(message, hint="Give one, as agreement, or ignore it.")
    text = events.variable(recipe.qualifier).kind in ("text", "long text")
    plain = recipe.network_type == "twomode" and recipe.aggregation == "subtract"
    if text and plain and recipe.compat is None:
        message = f"The values of {recipe.qualifier!r} have no sign to subtract by."
        raise InputError(message, hint="Choose ignore or combine.")


def _refuse_unless(
    given: str, known: tuple[str, ...], what: str, recipe: Recipe
) -> None:
    """Refuse a choice that the type of network does not have."""
    if given not in known:
        message = f"A {recipe.network_type} network has no {what} {given!r}."
        raise InputError(message, hint=f"It has: {', '.join(known)}.")
