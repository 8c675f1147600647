"""From an event list and a recipe to a network."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from accord.errors import InputError
from accord.map.network.counting import Tally, count
from accord.map.network.onemode import one_mode
from accord.map.network.selecting import Selection, select
from accord.map.network.twomode import two_mode
from accord.model.discourse import COMPAT, EventList, NetworkMatrix, Recipe

__all__ = ["assemble", "build_network", "check_recipe", "filter_events"]

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
    check_recipe(events, recipe)
    return assemble(events, recipe, select(events, recipe))


def assemble(
    events: EventList,
    recipe: Recipe,
    selection: Selection,
    weights: Sequence[float] | None = None,
) -> NetworkMatrix:
    """Count a network of statements that are already selected.

    Args:
        events: Coded statements of one type, all of them.
        recipe: What to count, and how; its filters are not applied again.
        selection: What to count it of.
        weights: How much each statement counts; 1 if None.

    Returns:
        The matrix with named axes, its recipe and what was left out.
    """
    tally = count(events, recipe, selection, weights)
    if recipe.network_type == "twomode":
        columns = tally.columns
        cells = _named(tally, two_mode(tally, recipe))
    else:
        columns = tally.rows
        cells = one_mode(tally, recipe)
    moments = [s.when for s in selection.statements if s.when is not None]
    return NetworkMatrix(
        recipe=recipe,
        rows=tally.rows,
        columns=columns,
        cells=cells,
        statements=len(selection.uses),
        undated=selection.undated,
        uncoded=selection.uncoded,
        duplicates=selection.duplicates,
        first=moments[0] if moments else None,
        last=moments[-1] if moments else None,
        frequencies=_frequencies(selection, recipe),
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


def _named(
    tally: Tally, cells: Mapping[int, Mapping[int, float]]
) -> dict[str, dict[str, float]]:
    """Put names in the place of numbers, in the order of the axes."""
    return {
        tally.rows[row]: {tally.columns[c]: cells[row][c] for c in sorted(cells[row])}
        for row in sorted(cells)
        if cells[row]
    }


def _frequencies(
    selection: Selection, recipe: Recipe
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Count the statements of each row and each column."""
    rows = Counter(use[0] for use in selection.uses)
    if recipe.network_type == "onemode":
        return rows, rows
    return rows, Counter(use[1] for use in selection.uses)


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
