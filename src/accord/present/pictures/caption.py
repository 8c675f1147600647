"""What a network picture was counted from, in sentences."""

from collections.abc import Iterator

from accord.model.discourse import NetworkMatrix, Recipe
from accord.present.wording import period, plural

__all__ = ["caption_of", "title_of"]

#: More filters than a caption can name.
MAX_NAMED = 4


def title_of(network: NetworkMatrix) -> str:
    """Name a picture by its axes.

    Example:
        >>> from accord.model.discourse import Recipe
        >>> title_of(
        ...     NetworkMatrix(
        ...         recipe=Recipe(), rows=(), columns=(), cells={}, statements=0
        ...     )
        ... )
        'organization by concept'
    """
    recipe = network.recipe
    if _is_of_chains(recipe):
        return "Who takes from whom"
    if recipe.network_type == "onemode":
        return f"{recipe.variable1} by {recipe.variable1}, through {recipe.variable2}"
    return f"{recipe.variable1} by {recipe.variable2}"


def caption_of(network: NetworkMatrix) -> list[str]:
    """Say what was counted, what was filtered, and what was left out."""
    if _is_of_chains(network.recipe):
        taken = plural(network.statements, "time")
        shapes = "Discs take, squares give; the thicker a line, the more documents."
        return [f"Words were taken over {taken}. {shapes}"]
    return [" ".join(_sentences(network))]


def _is_of_chains(recipe: Recipe) -> bool:
    """Tell a network of who takes from whom, which was not counted from statements."""
    return (recipe.variable1, recipe.variable2) == ("takes", "gives")


def _filters(recipe: Recipe) -> Iterator[str]:
    """Say what was left out, or kept alone; many values are counted."""
    for variable in dict.fromkeys(name for name, _ in recipe.exclude):
        values = [value for name, value in recipe.exclude if name == variable]
        word = "Only" if variable in recipe.invert else "Without"
        named = " or ".join(values)
        if len(values) > MAX_NAMED:
            yield f"{word} {len(values)} values of {variable}."
        else:
            yield f"{word} {variable} = {named}."


def _sentences(network: NetworkMatrix) -> Iterator[str]:
    """Give the sentences one by one."""
    recipe = network.recipe
    counted = plural(network.statements, "statement")
    between = ""
    if network.first and network.last:
        between = f", {period(network.first.date(), network.last.date())}"
    yield f"{counted}{between}."
    how = f"{recipe.network_type.capitalize()}, {recipe.aggregation}"
    if recipe.qualifier and recipe.aggregation != "ignore":
        how += f" of {recipe.qualifier}"
    yield f"{how}; normalization: {recipe.normalization}; duplicates: {recipe.duplicates}."
    yield from _filters(recipe)
    if recipe.start or recipe.stop:
        ends = [m.date().isoformat() if m else "…" for m in (recipe.start, recipe.stop)]
        yield f"From {ends[0]} to {ends[1]}."
    if recipe.min_frequency > 1:
        yield f"At least {recipe.min_frequency} statements for each row and column."
    left_out = [
        f"{number} {why}"
        for number, why in (
            (network.uncoded, "without a value"),
            (network.undated, "without a date"),
            (network.duplicates, "as duplicates"),
        )
        if number
    ]
    if left_out:
        yield f"Left out: {', '.join(left_out)}."
    if recipe.compat:
        yield f"Counted as {recipe.compat} does."
