"""Prints what coalitions, ways and changes of preference do to a conflict."""

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.model.negotiation import Conflict
from accord.solve.exchanges import Exchanged, Firmness
from accord.solve.stability.coalitions import CoalitionStability
from accord.solve.stability.concepts import CONCEPTS_IN_WORDS
from accord.solve.stability.explaining import name_state
from accord.solve.stability.inverse import Requirement
from accord.solve.stability.status_quo import PathStep, Reached

__all__ = ["draw_coalitions", "draw_firmness", "draw_ways", "tell_requirements"]

_SHOWN = 40
_ORDERS = 3


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


def draw_firmness(conflict: Conflict, exchanged: Exchanged, *, quiet: bool) -> None:
    """Draw in which share of small errors each equilibrium holds, and what breaks it."""
    places = {state: place for place, state in enumerate(conflict.state_ids)}
    concepts = list(dict.fromkeys(one.concept for one in exchanged.firmness))
    shares = {(one.state, one.concept): one for one in exchanged.firmness}
    drawn = new_table()
    drawn.add_column("state", ratio=2, overflow="fold")
    for concept in concepts:
        drawn.add_column(concept, justify="right")
    drawn.add_column("hangs on", ratio=3, overflow="fold")
    for state in sorted({one.state for one in exchanged.firmness}):
        held = [shares.get((state, concept)) for concept in concepts]
        cells = ["" if one is None else f"{one.share:.0%}" for one in held]
        first = next(one for one in held if one is not None)
        drawn.add_row(Text(name_state(conflict, places[state])), *cells, _hangs(first))
    if exchanged.firmness:
        data_console().print(drawn)
    else:
        data_console().print(Text("No state is stable for every decision maker."))
    say(
        f"Share of {exchanged.tried:,} exchanges of two neighbours in somebody's order "
        f"(of {exchanged.possible:,}) after which the state still holds; beside it what it "
        "hangs on under the first concept. --json has all.",
        CONCEPTS_IN_WORDS,
        exchanged.caveat,
        quiet=quiet,
    )


def _hangs(firmness: Firmness) -> Text:
    """Name the orders that a state hangs on."""
    orders = [
        f"{one.decision_maker}: {_states(one.better)} over {_states(one.worse)}"
        for one in firmness.hangs_on[:_ORDERS]
    ]
    more = len(firmness.hangs_on) - len(orders)
    return Text("; ".join([*orders, *([f"{more} more"] if more else [])]))


def _states(states: Sequence[int]) -> str:
    """Write some states."""
    shown = ", ".join(f"s{state}" for state in states[:_ORDERS])
    return f"{shown}, …" if len(states) > _ORDERS else shown


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
