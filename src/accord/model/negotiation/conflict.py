"""Conflicts: states, who can move between them, and who prefers what."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from accord.errors import InputError

__all__ = [
    "STATES_AT_MOST",
    "Conflict",
    "ConflictOption",
    "ConflictState",
    "DecisionMaker",
    "Direction",
]

STATES_AT_MOST = 32_768

Direction = Literal["both", "forward", "back"]


@dataclass(frozen=True, slots=True)
class ConflictOption:
    """Something that one decision maker can do or leave.

    Attributes:
        name: What it is.
        direction: Whether it can be taken up and given up (``both``), only taken up
            (``forward``), or only given up (``back``).
    """

    name: str
    direction: Direction = "both"


@dataclass(frozen=True, slots=True)
class ConflictState:
    """A state the conflict can be in.

    Attributes:
        id: Its number.
        values: By option, ``Y`` taken, ``N`` not taken, ``-`` either; empty if the
            conflict has no options, or its moves are given.
        label: What it is called; empty if it has no name.
    """

    id: int
    values: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class DecisionMaker:
    """Somebody who can move the conflict and prefers some states to others.

    Attributes:
        name: Who it is.
        ranking: Ids of all states in groups of equals, the most preferred first.
        options: Numbers of the options it decides on, from 0.
        unknown: Pairs of states of which it is not known which it prefers, whatever the
            ranking says.
    """

    name: str
    ranking: tuple[tuple[int, ...], ...]
    options: tuple[int, ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A conflict as a graph model: who can bring it from where to where.

    Attributes:
        decision_makers: Who can move it.
        states: Where it can be.
        options: What the states are made of; empty if they are only named.
        moves: By decision maker and state, the ids of the states it can move to at
            once; None to take the moves from the options.
        id: Short name; empty if it has none.
        title: What it models; empty if not said.

    Raises:
        InputError: The parts do not fit together; the message says which.

    Example:
        >>> row = DecisionMaker("Row", ((2,), (1,)), (0,))
        >>> states = (ConflictState(1, "N"), ConflictState(2, "Y"))
        >>> options = (ConflictOption("agree"),)
        >>> Conflict(decision_makers=(row,), states=states, options=options).state_ids
        (1, 2)
    """

    decision_makers: tuple[DecisionMaker, ...]
    states: tuple[ConflictState, ...]
    options: tuple[ConflictOption, ...] = ()
    moves: tuple[tuple[tuple[int, ...], ...], ...] | None = None
    id: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        self._check_states()
        self._check_owners()
        for decision_maker in self.decision_makers:
            self._check_ranking(decision_maker)
        self._check_moves()

    @property
    def state_ids(self) -> tuple[int, ...]:
        """The numbers of the states, in order."""
        return tuple(state.id for state in self.states)

    def _check_states(self) -> None:
        """Refuse no states, too many, twins, and values that fit no options."""
        if not self.states or not self.decision_makers:
            message = "The conflict has no states or no decision makers."
            raise InputError(message, hint="Give at least one of each.")
        if len(self.states) > STATES_AT_MOST:
            message = f"The conflict has {len(self.states):,} states."
            hint = f"Up to {STATES_AT_MOST:,} can be analysed; rule some out."
            raise InputError(message, hint=hint)
        _refuse_twins(self.state_ids, "The state {} is there twice.")
        for state in self.states:
            # Where moves are given, a state may be known by its number alone.
            bare = not state.values and self.moves is not None
            fits = bare or len(state.values) == len(self.options)
            if not fits or set(state.values) - set("YN-"):
                message = (
                    f"The values {state.values[:60]!r} of state {state.id} do not fit "
                    f"the {len(self.options)} options."
                )
                raise InputError(message, hint="Give Y, N or - for each option.")

    def _check_owners(self) -> None:
        """Refuse options that nobody has, or more than one."""
        names = [decision_maker.name for decision_maker in self.decision_makers]
        _refuse_twins(names, "The decision maker {!r} is there twice.")
        owned = [number for d in self.decision_makers for number in d.options]
        _refuse_twins(owned, "The option number {} belongs to two decision makers.")
        strange = set(owned) - set(range(len(self.options)))
        if strange:
            message = f"There is no option number {min(strange)}."
            raise InputError(message, hint="Options are numbered from 0.")

    def _check_ranking(self, decision_maker: DecisionMaker) -> None:
        """Refuse a ranking that misses a state, holds one twice or knows more."""
        name = decision_maker.name
        ranked = [state for group in decision_maker.ranking for state in group]
        if not ranked:
            message = f"{name} has no preferences."
            raise InputError(message, hint="Rank the states, the most preferred first.")
        _refuse_twins(
            ranked, f"{name} prefers state {{}} to itself: it is ranked twice."
        )
        known = set(self.state_ids)
        pairs = {state for pair in decision_maker.unknown for state in pair}
        strange = (set(ranked) | pairs) - known
        if strange:
            message = f"{name} ranks state {min(strange)}, which is not there."
            raise InputError(message, hint="Rank only the conflict's states.")
        missing = known - set(ranked)
        if missing:
            message = (
                f"{name}'s ranking lacks {len(missing)} states: {min(missing)}, ..."
            )
            hint = (
                "Rank every state; name pairs as unknown where the order is not known."
            )
            raise InputError(message, hint=hint)

    def _check_moves(self) -> None:
        """Refuse moves that do not fit the decision makers and states."""
        if self.moves is None:
            if not self.options:
                message = "The conflict has neither options nor moves."
                raise InputError(message, hint="Give one of them.")
            return
        known = set(self.state_ids)
        if len(self.moves) != len(self.decision_makers) or any(
            len(rows) != len(self.states) for rows in self.moves
        ):
            message = "The moves do not fit the decision makers and states."
            hint = "Give, by decision maker, one list for each state."
            raise InputError(message, hint=hint)
        strange = {to for rows in self.moves for row in rows for to in row} - known
        if strange:
            message = f"A move leads to state {min(strange)}, which is not there."
            raise InputError(message, hint="Move only between the conflict's states.")


def _refuse_twins(values: Iterable[object], message: str) -> None:
    """Refuse the first value that comes twice."""
    seen: set[object] = set()
    for value in values:
        if value in seen:
            raise InputError(message.format(value), hint="Leave one of them out.")
        seen.add(value)
