"""Prints what coalitions, ways and changes of preference do to a conflict."""

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.model.negotiation import Conflict
from accord.solve.stability.coalitions import CoalitionStability
from accord.solve.stability.concepts import CONCEPTS_IN_WORDS
from accord.solve.stability.explaining import name_state
from accord.solve.stability.inverse import Requirement
from accord.solve.stability.status_quo import PathStep, Reached

__all__ = ["draw_coalitions", "draw_ways", "tell_requirements"]

_SHOWN = 40


def draw_coalitions(
    conflict: Conflict, solved: CoalitionStability, *, quiet: bool
) -> None:
    """Draw the states that no coalition would leave."""
    drawn = new_table()
    drawn.add_column("state", ratio=3, overflow="fold")
    for concept in solved.equilibria:
        drawn.add_column(concept, justify="center")
    for place, state in enumerate(conflict.state_ids):
        marks = ["✓" if state in held else "" for held in solved.equilibria.values()]
        if any(marks):
            drawn.add_row(Text(name_state(conflict, place)), *marks)
    data_console().print(drawn)
    say(
        "✓ is stable for every decision maker and every coalition, under these modelled "
        f"preferences; sanctions: {solved.sanctions}. --json has each coalition.",
        quiet=quiet,
    )


def draw_ways(conflict: Conflict, reached: Sequence[Reached], *, quiet: bool) -> None:
    """Draw the nearest states with the shortest ways to them."""
    places = {state: place for place, state in enumerate(conflict.state_ids)}
    drawn = new_table()
    drawn.add_column("state", ratio=2, overflow="fold")
    drawn.add_column("by improvements", ratio=2, overflow="fold")
    drawn.add_column("by any moves", ratio=2, overflow="fold")
    for one in reached[:_SHOWN]:
        drawn.add_row(
            Text(name_state(conflict, places[one.state])),
            Text(_way(one.by_improvements)),
            Text(_way(one.by_moves)),
        )
    data_console().print(drawn)
    if len(reached) > _SHOWN:
        say(f"{len(reached) - _SHOWN} more states: --json.", quiet=quiet)
    say(
        "The shortest ways, nobody moving twice in a row, under these modelled "
        "preferences. That a state can be reached does not make it hold.",
        quiet=quiet,
    )


def _way(steps: Sequence[PathStep] | None) -> str:
    """Write a way."""
    if steps is None:
        return "-"
    return ", ".join(f"{step.mover} to s{step.to}" for step in steps)


def tell_requirements(found: Sequence[Requirement], *, quiet: bool) -> None:
    """Write what each decision maker would have to prefer, line by line."""
    # Concepts that ask for the same are told once.
    for (name, sentence), same in groupby(
        found, key=lambda one: (one.decision_maker, one.sentence)
    ):
        concepts = ", ".join(one.concept for one in same)
        data_console().print(Text(f"{name} ({concepts}): {sentence}"))
    say(
        CONCEPTS_IN_WORDS,
        "The least changes that are enough, the others' preferences staying as modelled.",
        quiet=quiet,
    )
