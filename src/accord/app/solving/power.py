"""Power under a rule: of a game in a file, of the rules in a workspace's texts."""

import dataclasses
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from accord.app.solving.files import read_object
from accord.app.workspace import Workspace
from accord.model import Mechanism
from accord.model.negotiation import Game
from accord.solve.power import read_game, solve_guarantee, solve_power
from accord.solve.power.guarantee import Guarantee
from accord.solve.power.solving import Power

__all__ = ["guarantees_as_json", "guarantees_of", "power_as_json", "power_of_file"]


def power_of_file(path: Path) -> tuple[Game, Power]:
    """Work out the power of each player of the game in a file.

    Raises:
        InputError: The file cannot be read, or holds no game that can be solved.
    """
    game = read_game(read_object(path))
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


def guarantees_of(
    workspace: Workspace,
) -> tuple[tuple[Mechanism, Guarantee], ...]:
    """Tell of every decision rule in a workspace whether it can act against a veto.

    Returns:
        Each mechanism as a text describes it, with the answer.
    """
    names = {actor.id: actor.names[0] for actor in workspace.records("actors")}
    return tuple(
        (told, solve_guarantee(told, names=names))
        for told in workspace.records("mechanisms")
    )


def guarantees_as_json(
    guarantees: Sequence[tuple[Mechanism, Guarantee]],
) -> dict[str, Any]:
    """Write the answers as plain values, each with the words it rests on."""
    return {
        "guarantees": [
            {
                "name": told.name,
                "rule": told.rule.kind,
                "against_veto": answer.against_veto,
                "veto": list(answer.veto),
                "members": [dataclasses.asdict(one) for one in answer.standings],
                "coleman_collectivity": None if answer.act is None else str(answer.act),
                "missing": list(answer.missing),
                "sentence": answer.sentence,
                "mechanism": told.id,
                "document": told.document,
                "evidence": told.evidence.text,
            }
            for told, answer in guarantees
        ]
    }
