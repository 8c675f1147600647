"""Formal analysis of a case in a file: reads it, solves it, gives plain JSON."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from accord.errors import InputError
from accord.model.negotiation import Game
from accord.solve.power import read_game, solve_power
from accord.solve.power.solving import Power

__all__ = ["power_as_json", "power_of_file"]

_BYTES_AT_MOST = 64_000_000


def power_of_file(path: Path) -> tuple[Game, Power]:
    """Work out the power of each player of the game in a file.

    Raises:
        InputError: The file cannot be read, or holds no game that can be solved.
    """
    game = read_game(_read_object(path))
    return game, solve_power(game)


def power_as_json(game: Game, power: Power) -> dict[str, Any]:
    """Write the power under a rule as plain values, fractions as text.

    Lists are in the order of the players; veto players, dummies and the dictator are
    given by their numbers in that order, from 0, and by name beside.
    """
    exact: dict[str, Any] = {
        "winning": power.winning,
        "minimal_winning": power.minimal_winning,
        "vulnerable": power.vulnerable,
        "swings": list(power.swings),
    }
    for name, values in _fractions(power).items():
        exact[name] = None if values is None else [str(value) for value in values]
    exact["coleman_collectivity"] = str(power.coleman_act)
    places = {name: number for number, name in enumerate(power.players)}
    dictator = () if power.dictator is None else (power.dictator,)
    named = {"veto": power.veto, "dictator": dictator, "dummy": power.dummies}
    exact |= {key: [places[name] for name in names] for key, names in named.items()}
    decimal: dict[str, Any] = {
        name: [float(value) for value in values]
        for name, values in _fractions(power).items()
        if values is not None
    }
    decimal["coleman_collectivity"] = float(power.coleman_act)
    return {
        "id": game.id,
        "title": game.title,
        "players": list(power.players),
        **exact,
        "minimal_blocking_sets": power.minimal_blocking,
        "names": {key: list(names) for key, names in named.items()},
        "decimal": decimal,
        "notes": list(power.notes),
    }


def _fractions(power: Power) -> dict[str, tuple[Fraction, ...] | None]:
    """Name the indices that have a value for each player, as papers shorten them."""
    return {
        "SSI": power.shapley_shubik,
        "BZ_abs": power.banzhaf_absolute,
        "BZ_norm": power.banzhaf_normalised,
        "coleman_prevent": power.coleman_prevent,
        "coleman_initiate": power.coleman_initiate,
        "deegan_packel": power.deegan_packel,
        "johnston": power.johnston,
        "holler_pgi": power.holler,
        "rae": power.rae,
    }


def _read_object(path: Path) -> Mapping[str, Any]:
    """Read a file that holds one JSON object."""
    hint = "Give a file that holds one JSON object in UTF-8."
    try:
        if path.stat().st_size > _BYTES_AT_MOST:
            message = f"The file {path} is larger than {_BYTES_AT_MOST:,} bytes."
            raise InputError(message, hint=hint)
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        message = f"The file {path} cannot be read: {error}."
        raise InputError(message, hint=hint) from error
    if not isinstance(value, dict):
        message = f"The file {path} holds no JSON object."
        raise InputError(message, hint=hint)
    return value
