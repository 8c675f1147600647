"""Which statements of an event list are counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from accord.errors import UnknownNameError
from accord.map.network.periods import period_of
from accord.model.discourse import (
    CodedStatement,
    EventList,
    Recipe,
    Value,
    Variable,
)

__all__ = ["Selection", "Use", "select", "values_of"]

#: A way to see the variables of a recipe in a statement: first, second, qualifier.
Use = tuple[str, str, Value]

_TRUE, _FALSE = frozenset({"1", "true", "yes"}), frozenset({"0", "false", "no"})


@dataclass(frozen=True, slots=True)
class Selection:
    """What is counted, and what is not.

    Attributes:
        uses: Of each statement kept, what is counted of it.
        statements: The statements kept, in the same order.
        undated: How many fell for want of a date.
        uncoded: How many fell for want of a value.
        duplicates: How many fell as duplicates.
    """

    uses: tuple[Use, ...]
    statements: tuple[CodedStatement, ...]
    undated: int
    uncoded: int
    duplicates: int


def select(events: EventList, recipe: Recipe) -> Selection:
    """Filter an event list as a recipe says.

    The order is: by date, by value, for want of a value, duplicates, rare values.

    Args:
        events: All statements of the type.
        recipe: What is asked for.

    Returns:
        What is kept, by moment; undated ones come last.

    Raises:
        UnknownNameError: A filter names a variable or a value that is not there.

    Cost:
        That of sorting the statements.
    """
    ordered = sorted(events.statements, key=_moment)
    dated, undated = _within(ordered, recipe)
    wanted = _sieve(events, recipe)
    passed = [statement for statement in dated if wanted(statement)]
    reader = _reader(events, recipe)
    coded = [(s, use) for s in passed if (use := reader(s)) is not None]
    unique = _drop_duplicates(coded, recipe)
    kept = _drop_rare(unique, recipe.min_frequency)
    return Selection(
        uses=tuple(use for _, use in kept),
        statements=tuple(statement for statement, _ in kept),
        undated=undated,
        uncoded=len(passed) - len(coded),
        duplicates=len(coded) - len(unique),
    )


def _moment(statement: CodedStatement) -> tuple[bool, float]:
    """Sort by moment, undated last."""
    when = statement.when
    return (when is None, 0.0 if when is None else when.timestamp())


def _within(
    statements: Sequence[CodedStatement], recipe: Recipe
) -> tuple[list[CodedStatement], int]:
    """Keep what lies in the range; count what has no date to tell."""
    if recipe.start is None and recipe.stop is None:
        return list(statements), 0
    kept, undated = [], 0
    for statement in statements:
        if statement.when is None:
            undated += 1
        elif _covers(statement.when, recipe):
            kept.append(statement)
    return kept, undated


def _covers(when: datetime, recipe: Recipe) -> bool:
    """Tell whether a moment lies in the range; both ends belong to it."""
    begun = recipe.start is None or recipe.start <= when
    return begun and (recipe.stop is None or when <= recipe.stop)


def _sieve(events: EventList, recipe: Recipe) -> Callable[[CodedStatement], bool]:
    """Make the test that the filters by value set."""
    listed: dict[int, set[Value]] = {}
    for name, text in recipe.exclude:
        place = events.position(name)
        listed.setdefault(place, set()).add(_meant(events, place, text))
    inverted = {events.position(name) for name in recipe.invert}

    def wanted(statement: CodedStatement) -> bool:
        return all(
            (statement.values[place] in values) == (place in inverted)
            for place, values in listed.items()
        )

    return wanted


def _meant(events: EventList, place: int, text: str) -> Value:
    """Find the value that a filter's text stands for.

    Raises:
        UnknownNameError: No statement has it.
    """
    variable = events.variables[place]
    known = {statement.values[place] for statement in events.statements}
    value = _parse(variable, text)
    # Both truth values exist, even where only one was ever coded.
    if value not in known and not isinstance(value, bool):
        near = get_close_matches(text, sorted(str(v) for v in known if v), n=1)
        hint = f"Did you mean {near[0]!r}?" if near else "Values are matched exactly."
        message = f"No statement has {text!r} as {variable.name}."
        raise UnknownNameError(message, hint=hint)
    return value


def _parse(variable: Variable, text: str) -> Value:
    """Read a filter's text as a value of a variable."""
    if variable.kind == "boolean" and text.casefold() in _TRUE | _FALSE:
        return text.casefold() in _TRUE
    if variable.kind == "integer" and text.removeprefix("-").isdecimal():
        return int(text)
    return text


def _reader(
    events: EventList, recipe: Recipe
) -> Callable[[CodedStatement], Use | None]:
    """Make the function that reads a recipe's variables; None if one has no value."""
    first = events.position(recipe.variable1)
    second = events.position(recipe.variable2)
    used = recipe.aggregation != "ignore" and recipe.qualifier is not None
    third = None if recipe.qualifier is None else events.position(str(recipe.qualifier))

    def read(statement: CodedStatement) -> Use | None:
        one, two = statement.values[first], statement.values[second]
        level = None if third is None else statement.values[third]
        if one in (None, "") or two in (None, ""):
            return None
        if used and level in (None, ""):
            return None
        return str(one), str(two), level

    return read


def _drop_duplicates(
    coded: Sequence[tuple[CodedStatement, Use]], recipe: Recipe
) -> list[tuple[CodedStatement, Use]]:
    """Keep the first of what is the same in the same scope."""
    if recipe.duplicates == "include":
        return list(coded)
    seen: set[object] = set()
    kept = []
    for statement, use in coded:
        scope = _scope(statement, recipe)
        level = use[2] if recipe.aggregation != "ignore" else None
        key = (use[0], use[1], type(level), level, scope)
        if scope is not None and key in seen and not _boxed(level, recipe):
            continue
        seen.add(key)
        kept.append((statement, use))
    return kept


def _scope(statement: CodedStatement, recipe: Recipe) -> object:
    """Name what a statement counts once in; None if that cannot be known."""
    if recipe.duplicates == "document":
        return statement.document
    if recipe.duplicates == "acrossrange":
        return "all"
    if statement.when is None:
        return None
    compat = recipe.compat is not None
    return period_of(statement.when, recipe.duplicates, compat=compat)


def _boxed(level: Value, recipe: Recipe) -> bool:
    """Tell whether the peer takes a number for different from itself.

    It compares integers outside [-128, 127] by identity (its defect 6).
    """
    small = not isinstance(level, int) or -128 <= level <= 127
    return recipe.compat is not None and not small


def _drop_rare(
    coded: Sequence[tuple[CodedStatement, Use]], least: int
) -> Sequence[tuple[CodedStatement, Use]]:
    """Drop rare values until every value left has enough statements.

    Cost:
        Linear in the statements for each round; a round drops at least one value.
    """
    kept = coded
    while least > 1:
        firsts = Counter(use[0] for _, use in kept)
        seconds = Counter(use[1] for _, use in kept)
        frequent = [
            pair
            for pair in kept
            if firsts[pair[1][0]] >= least and seconds[pair[1][1]] >= least
        ]
        if len(frequent) == len(kept):
            break
        kept = frequent
    return kept


def values_of(statements: Iterable[CodedStatement], place: int) -> set[str]:
    """List what a variable's values are, empty ones left out."""
    found = {statement.values[place] for statement in statements}
    return {str(value) for value in found if value not in (None, "")}
