"""Power under a rule: of a game in a file, of the rules in a workspace's texts."""

import dataclasses
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from accord.app.solving.files import read_object
from accord.app.workspace import Workspace
from accord.errors import InputError
from accord.model import Mechanism
from accord.model.negotiation import Game
from accord.model.solved import SolvedRule
from accord.solve.comparing import (
    RulePower,
    common_alternatives,
    compare_rules,
)
from accord.solve.power import (
    estimate_power,
    read_game,
    solve_guarantee,
    solve_power,
)
from accord.solve.power.guarantee import Guarantee
from accord.solve.power.sampling import Estimate
from accord.solve.power.solving import Power
from accord.solve.whole.rules import solve_rules

__all__ = [
    "Answered",
    "comparison_of_file",
    "comparisons_as_json",
    "comparisons_of",
    "estimate_as_json",
    "estimate_of_file",
    "guarantees_as_json",
    "guarantees_of",
    "power_as_json",
    "power_of_file",
]

#: A mechanism, whether it can act against a veto, and who might be its members.
Answered = tuple[Mechanism, Guarantee, SolvedRule]


def power_of_file(path: Path) -> tuple[Game, Power]:
    """Work out the power of each player of the game in a file.

    Raises:
        InputError: The file cannot be read, or holds no game that can be solved.
    """
    game = read_game(read_object(path))
    return game, solve_power(game)


def estimate_of_file(path: Path, *, samples: int, seed: int) -> Estimate:
    """Estimate the Shapley-Shubik index of the game in a file from orders drawn.

    Raises:
        InputError: The file cannot be read, holds no game, or the number of orders is
            out of range.
    """
    chance = Random(seed)  # noqa: S311 - a simulation, seeded
    return estimate_power(read_game(read_object(path)), rng=chance, samples=samples)


def estimate_as_json(estimate: Estimate) -> dict[str, Any]:
    """Write estimates as plain values, none without its interval."""
    return {
        "players": list(estimate.players),
        "samples": estimate.samples,
        "SSI_estimate": [dataclasses.asdict(one) for one in estimate.shapley_shubik],
        "notes": ["Estimated from orders drawn by chance: 95 per cent intervals."],
    }


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


def guarantees_of(workspace: Workspace) -> tuple[Answered, ...]:
    """Tell of every decision rule in a workspace whether it can act against a veto.

    Returns:
        Each mechanism as a text describes it, with the answer, and with who might be
        its members where the text does not list them.
    """
    dispute = workspace.dispute()
    names = {actor.id: actor.name for actor in dispute.actors}
    told = {m.id: m for dossier in dispute.dossiers for m in dossier.mechanisms}
    return tuple(
        (mechanism, solve_guarantee(mechanism, names=names), rule)
        for rule in solve_rules(dispute)
        for mechanism in (told[rule.mechanism],)
    )


def guarantees_as_json(guarantees: Sequence[Answered]) -> dict[str, Any]:
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
                "status": told.status,
                "candidates": [
                    {
                        "name": vote.name,
                        "would_hold_veto": vote.has_veto,
                        "status": "inferred",
                        "evidence": vote.evidence.text if vote.evidence else None,
                    }
                    for vote in rule.candidates
                ],
                "candidates_sentence": rule.candidates_sentence,
            }
            for told, answer, rule in guarantees
        ]
    }


def comparison_of_file(path: Path) -> tuple[Game, tuple[RulePower, ...]]:
    """Hold the rule of a game beside others that its players could decide by.

    The file may name them: ``alternatives``, each a game without ``players``. Unanimity,
    two thirds and a majority are always among them.

    Raises:
        InputError: The file cannot be read, or holds no game that can be solved.
    """
    value = read_object(path)
    game = read_game(value)
    given = value.get("alternatives") or []
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        message = "The game's alternatives are no list of rules."
        hint = 'Write "alternatives": [{"title": "...", "quota": 2, "weights": [...]}].'
        raise InputError(message, hint=hint)
    others = [read_game({**one, "players": list(game.players)}) for one in given]
    return game, compare_rules([game, *others, *common_alternatives(game)])


def comparisons_of(
    workspace: Workspace,
) -> tuple[tuple[Game, tuple[RulePower, ...]], ...]:
    """Hold every decision rule in a workspace beside others, where it can be solved."""
    games = [answer.game for _, answer, _ in guarantees_of(workspace) if answer.game]
    return tuple(
        (game, compare_rules([game, *common_alternatives(game)])) for game in games
    )


def comparisons_as_json(
    comparisons: Sequence[tuple[Game, tuple[RulePower, ...]]],
) -> dict[str, Any]:
    """Write rules side by side as plain values, fractions as text."""
    return {
        "comparisons": [
            {
                "title": game.title,
                "players": list(game.players),
                "rules": [_rule_as_json(rule) for rule in rules],
            }
            for game, rules in comparisons
        ]
    }


def _rule_as_json(rule: RulePower) -> dict[str, Any]:
    """Write one rule as plain values."""
    return {
        "title": rule.title,
        "veto": list(rule.veto),
        "dummies": list(rule.dummies),
        "coleman_collectivity": str(rule.act),
        "SSI": [str(value) for value in rule.shapley_shubik],
        "BZ_abs": [str(value) for value in rule.banzhaf_absolute],
        "BZ_norm": [str(value) for value in rule.banzhaf_normalised],
        "coleman_prevent": [str(value) for value in rule.prevent],
        "coleman_initiate": [str(value) for value in rule.initiate],
    }
