"""Reading a game from a JSON object."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from fractions import Fraction
from math import ceil, lcm
from typing import Any

from accord.errors import InputError
from accord.model.negotiation import Combined, Game, Rule, Weighted
from accord.solve.power.players import Groups, read_players
from accord.solve.power.wording import parse_rule

__all__ = ["read_game"]

_DEPTH_AT_MOST = 50
_HINT = "docs/methods/power.md shows the forms a game can have."


def read_game(value: Mapping[str, Any]) -> Game:
    """Read a game.

    Args:
        value: ``players`` (names, or how many, or how many by group), ``groups`` (names
            for lists of players), and one of: ``quota`` and ``weights`` (a list in the
            order of the players, or an object by name); a ``rule`` in words, as
            ``"A in S and |S| >= 3"``, or as an object; ``population``, ``unit``,
            ``quota_units``, ``min_members`` and ``blocking_min`` for a double majority
            that fewer than so many members cannot block.

    Returns:
        The game.

    Raises:
        InputError: The object is no game, or its rule contradicts itself.

    Example:
        >>> read_game({"players": ["A", "B"], "quota": 2, "weights": [2, 1]}).wins(
        ...     {"A"}
        ... )
        True
    """
    players, groups = read_players(value)
    rule = _rule(value, players, groups)
    return Game(
        players=players,
        rule=rule,
        id=str(value.get("id") or ""),
        title=str(value.get("title") or ""),
    )


def _rule(value: Mapping[str, Any], players: tuple[str, ...], groups: Groups) -> Rule:
    """Read the rule in whichever form it is given."""
    if value.get("population") is not None:
        return _double_majority(value, players)
    weights = value.get("weights")
    weighed = None if weights is None else _weights(weights, players)
    rule = value.get("rule")
    if isinstance(rule, str):
        return parse_rule(rule, players=players, weights=weighed, groups=groups)
    if isinstance(rule, Mapping):
        return _structured(rule, players, groups, depth=0)
    if weighed is None or value.get("quota") is None:
        message = "The game has neither weights with a quota nor a rule."
        raise InputError(message, hint=_HINT)
    return weigh(weighed, _number(value["quota"], "quota"))


def _weights(given: object, players: tuple[str, ...]) -> dict[str, Fraction]:
    """Read weights as a list in the order of the players, or by name."""
    if isinstance(given, Mapping):
        pairs = list(given.items())
    elif isinstance(given, list) and len(given) == len(players):
        pairs = list(zip(players, given, strict=True))
    else:
        size = len(given) if isinstance(given, list) else "no"
        message = f"There are {size} weights for {len(players)} players."
        raise InputError(message, hint="Give one weight for each player, in order.")
    return {str(n): _number(w, f"weight of {n!r}") for n, w in pairs}


def _number(given: object, what: str) -> Fraction:
    """Read a number exactly as it is written."""
    if isinstance(given, (int, float, str)) and not isinstance(given, bool):
        try:
            number = Decimal(str(given))
        except InvalidOperation:
            number = Decimal("nan")
        # A number of a million digits is no weight.
        if number.is_finite() and abs(number.adjusted()) < 100:
            return Fraction(number)
    message = f"The {what} is {given!r}, which is no number."
    raise InputError(message, hint="Give a number from 0 on.")


def _whole(given: object, what: str) -> int:
    """Read a number of members or units; parts of one count as one more."""
    return int(Decimal(ceil(_number(given, what))).to_integral_value(ROUND_CEILING))


def weigh(weights: Mapping[str, Fraction], quota: Fraction) -> Weighted:
    """Make a weighted rule of any numbers, by the smallest unit they share."""
    unit = lcm(*(weight.denominator for weight in weights.values()))
    pairs = tuple((name, int(weight * unit)) for name, weight in weights.items())
    return Weighted(ceil(quota * unit), pairs)


def _double_majority(value: Mapping[str, Any], players: tuple[str, ...]) -> Rule:
    """Read a rule of so many members with so many people."""
    people = _weights(value["population"], players)
    unit = _number(value.get("unit", 1), "unit")
    if unit <= 0:
        message = f"The unit is {unit}."
        raise InputError(message, hint="Give the number of people that count as one.")
    weights = tuple((name, round(count / unit)) for name, count in people.items())
    parts: list[Rule] = [
        Weighted(_whole(value.get("quota_units"), "quota_units"), weights)
    ]
    if value.get("min_members"):
        least = _whole(value["min_members"], "min_members")
        parts.insert(0, Weighted.count(least, players))
    rule: Rule = Combined.all_of(*parts) if len(parts) > 1 else parts[0]
    blocking = _whole(value.get("blocking_min") or 0, "blocking_min")
    if blocking > 1:
        enough = Weighted.count(len(players) - blocking + 1, players)
        rule = Combined.any_of(rule, enough)
    return rule


def _structured(
    value: object, players: tuple[str, ...], groups: Groups, *, depth: int
) -> Rule:
    """Read a rule that is written as an object."""
    if depth > _DEPTH_AT_MOST or not isinstance(value, Mapping):
        message = f"A part of the rule is no object or too deep: {str(value)[:60]!r}."
        raise InputError(message, hint=_HINT)

    def parts(given: object) -> tuple[Rule, ...]:
        listed = given if isinstance(given, list) else []
        return tuple(_structured(v, players, groups, depth=depth + 1) for v in listed)

    match value:
        case {"all": rules} | {"and": rules}:
            return Combined(max(1, len(parts(rules))), parts(rules))
        case {"any": rules} | {"or": rules}:
            return Combined(1, parts(rules))
        case {"at_least": needed, "of": rules}:
            return Combined(_whole(needed, "at_least"), parts(rules))
        case {"veto": names}:
            return Weighted.unanimity(_names(names, groups))
        case {"members": needed}:
            among = _names(value.get("among", list(players)), groups)
            return Weighted.count(_whole(needed, "members"), among)
        case {"quota": quota, "weights": weights}:
            return weigh(_weights(weights, players), _number(quota, "quota"))
        case _:
            message = f"A part of the rule is not understood: {str(value)[:60]!r}."
            raise InputError(message, hint=_HINT)


def _names(given: object, groups: Groups) -> Sequence[str]:
    """Read a list of names; that of a group stands for its members."""
    listed = [given] if isinstance(given, str) and given in groups else given
    if isinstance(listed, list) and all(isinstance(name, str) for name in listed):
        return [one for name in listed for one in groups.get(name, (name,))]
    message = f"{str(given)[:60]!r} is no list of names."
    raise InputError(message, hint=_HINT)
