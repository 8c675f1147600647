"""Prints what was solved."""

import json
from collections.abc import Mapping
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from accord.cli.output.streams import data_console, say, write
from accord.model.negotiation import Game
from accord.solve.power.solving import Power

__all__ = ["draw_power", "say_power", "write_object"]


def write_object(value: Mapping[str, Any]) -> None:
    """Write a result as one JSON object."""
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def new_table() -> Table:
    """Make a table as all the others are."""
    return Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0)
    )


def draw_power(power: Power) -> None:
    """Draw the indices that are read most; the rest stands in the JSON."""
    drawn = new_table()
    drawn.add_column("player", ratio=3, overflow="fold")
    for heading in ("Shapley-Shubik", "Banzhaf", "share", "prevent", "initiate"):
        drawn.add_column(heading, justify="right")
    drawn.add_column("role")
    for number, player in enumerate(power.players):
        values = (
            power.shapley_shubik,
            power.banzhaf_absolute,
            power.banzhaf_normalised,
            power.coleman_prevent,
            power.coleman_initiate,
        )
        numbers = [f"{float(value[number]):.4f}" for value in values]
        drawn.add_row(Text(player), *numbers, _role(power, player))
    data_console().print(drawn)


def _role(power: Power, player: str) -> str:
    """Say what a player is beyond its numbers."""
    if player == power.dictator:
        return "dictator"
    if player in power.veto:
        return "veto"
    return "dummy" if player in power.dummies else ""


def say_power(game: Game, power: Power, *, quiet: bool) -> None:
    """Say how the body decides as a whole, and what is not in the numbers."""
    act = power.coleman_act
    say(
        f"{power.winning:,} of {1 << len(power.players):,} coalitions win "
        f"({float(act):.4g}); veto: {', '.join(power.veto) or 'nobody'}.",
        "This is what the rule alone gives each player, under the rule as "
        f"{game.title or 'the file'} describes it; wishes, abstention and enforcement "
        "are not in it. --json gives every index as exact fractions.",
        *power.notes,
        quiet=quiet,
    )
