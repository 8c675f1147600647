"""The graph of a conflict over numbered states: moves and preferences."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from accord.errors import InputError
from accord.model.negotiation import Conflict

__all__ = ["Graph", "Moves", "code", "draw_graph"]

#: By state, the states that somebody can move to at once.
Moves = list[list[int]]

# Pairs of states compared where a state stands for several.
_LOOSE_AT_MOST = 2_000
_MOVES_AT_MOST = 40_000_000


@dataclass(frozen=True, slots=True)
class Graph:
    """A conflict whose states are numbered from 0.

    Attributes:
        size: Number of states.
        moves: By decision maker, then by state.
        values: By decision maker and state, the place in its ranking, from 0 for the
            least preferred.
        unknown: By decision maker, the states whose order against a state is unknown.
    """

    size: int
    moves: tuple[Moves, ...]
    values: tuple[list[int], ...]
    unknown: tuple[dict[int, set[int]], ...]

    @property
    def players(self) -> range:
        """The numbers of the decision makers."""
        return range(len(self.moves))


def draw_graph(conflict: Conflict) -> Graph:
    """Number the states and find all moves.

    Args:
        conflict: The conflict.

    Returns:
        The graph. A move changes only options that the mover owns, each in a direction
        that is permitted, and leads to another state.

    Raises:
        InputError: There are too many moves to be listed.

    Cost:
        Linear in states and moves; quadratic in states if one stands for several.
    """
    places = {state: place for place, state in enumerate(conflict.state_ids)}
    if conflict.moves is not None:
        moves = tuple(
            [
                [places[to] for to in row if places[to] != place]
                for place, row in enumerate(rows)
            ]
            for rows in conflict.moves
        )
    elif any("-" in state.values for state in conflict.states):
        moves = tuple(
            _loose_moves(conflict, d.options) for d in conflict.decision_makers
        )
    else:
        moves = tuple(_moves(conflict, d.options) for d in conflict.decision_makers)
    values, unknown = [], []
    for decision_maker in conflict.decision_makers:
        by_state = [0] * len(places)
        for value, group in enumerate(reversed(decision_maker.ranking)):
            for state in group:
                by_state[places[state]] = value
        values.append(by_state)
        pairs: dict[int, set[int]] = defaultdict(set)
        for one, other in decision_maker.unknown:
            if one != other:
                pairs[places[one]].add(places[other])
                pairs[places[other]].add(places[one])
        unknown.append(dict(pairs))
    return Graph(len(places), moves, tuple(values), tuple(unknown))


def _mask(conflict: Conflict, options: Sequence[int], direction: str) -> int:
    """Mark the options among these that go in one direction only."""
    return sum(
        1 << number
        for number in options
        if conflict.options[number].direction == direction
    )


def code(values: str) -> int:
    """Write which options are taken as bits, the first option the lowest."""
    return int(values[::-1].replace("Y", "1").replace("N", "0") or "0", 2)


def _moves(conflict: Conflict, options: Sequence[int]) -> Moves:
    """Find one decision maker's moves from the options it owns."""
    own = sum(1 << number for number in options)
    forward = _mask(conflict, options, "forward")
    back = _mask(conflict, options, "back")
    codes = [code(state.values) for state in conflict.states]
    alike: dict[int, list[int]] = defaultdict(list)
    for place, taken in enumerate(codes):
        alike[taken & ~own].append(place)
    if sum(len(group) ** 2 for group in alike.values()) > _MOVES_AT_MOST:
        message = f"One decision maker has more than {_MOVES_AT_MOST:,} moves."
        raise InputError(message, hint="Give it fewer options, or rule states out.")
    moves: Moves = []
    for place, taken in enumerate(codes):
        group = alike[taken & ~own]
        if forward or back:
            group = [
                to
                for to in group
                if not (taken & ~codes[to] & forward or codes[to] & ~taken & back)
            ]
        moves.append([to for to in group if to != place])
    return moves


def _loose_moves(conflict: Conflict, options: Sequence[int]) -> Moves:
    """Find moves where a state may leave an option open."""
    if len(conflict.states) > _LOOSE_AT_MOST:
        message = f"{len(conflict.states):,} states, some of them for several."
        hint = f"States with - are compared up to {_LOOSE_AT_MOST:,}; give the moves."
        raise InputError(message, hint=hint)
    allowed = {
        "both": {"YY", "NN", "YN", "NY"},
        "forward": {"YY", "NN", "NY"},
        "back": {"YY", "NN", "YN"},
    }
    pairs = [
        allowed[option.direction] if number in options else {"YY", "NN"}
        for number, option in enumerate(conflict.options)
    ]
    return [
        [
            place
            for place, after in enumerate(conflict.states)
            if after is not before
            and all(
                "-" in one + other or one + other in fitting
                for one, other, fitting in zip(
                    before.values, after.values, pairs, strict=True
                )
            )
        ]
        for before in conflict.states
    ]
