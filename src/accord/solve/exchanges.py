"""Exchanges: which equilibria hold if two neighbours in somebody's order change places.

In comes a conflict; out comes, for each concept and each of its equilibria, in which share
of the exchanges it still is one, and on which it hangs. An exchange puts two groups of
states that stand next to each other in one decision maker's order the other way round:
the least that an order can be wrong by. Limits: one exchange at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accord.model.negotiation import Conflict, DecisionMaker
from accord.solve.stability import solve_stability
from accord.solve.stability.reach import Sanctions

__all__ = ["Exchange", "Exchanged", "Firmness", "check_equilibria"]

EXCHANGES_AT_MOST = 200
# States times exchanges: some seconds.
_STATES_AT_MOST = 50_000


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two neighbours in an order that change places.

    Attributes:
        decision_maker: Whose order it is.
        better: Ids of the states that it is modelled to prefer.
        worse: Ids of the states next below them.
    """

    decision_maker: str
    better: tuple[int, ...]
    worse: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmness:
    """How firmly one state is an equilibrium.

    Attributes:
        state: Its id.
        concept: By which concept.
        share: Share of the exchanges after which it still is.
        hangs_on: Those after which it is not.
    """

    state: int
    concept: str
    share: float
    hangs_on: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """How firmly the equilibria of a conflict hold.

    Attributes:
        tried: How many exchanges were tried.
        possible: How many there are; if more, they were taken evenly from all orders.
        firmness: By state and concept.
        caveat: What the shares are not.
    """

    tried: int
    possible: int
    firmness: tuple[Firmness, ...]
    caveat: str = (
        "Shares of the orders next to those modelled, not probabilities; orders may be "
        "wrong by more than one exchange."
    )


def check_equilibria(
    conflict: Conflict, *, sanctions: Sanctions = "formal"
) -> Exchanged:
    """Check how firmly each equilibrium holds against small errors in the orders.

    Args:
        conflict: The conflict.
        sanctions: Which answers the others have, as in ``solve_stability``.

    Returns:
        A firmness for each equilibrium of each concept; of unknown preferences what
        holds in any case.

    Raises:
        InputError: As ``solve_stability``.

    Cost:
        That of ``solve_stability`` for each exchange, of which there are at most 200.
    """
    found = solve_stability(conflict, sanctions=sanctions).necessary.equilibria
    every = list(_exchanges(conflict))
    most = max(1, min(EXCHANGES_AT_MOST, _STATES_AT_MOST // len(conflict.states)))
    step = -(-len(every) // most) if every else 1
    tried = every[::step]
    after = [
        solve_stability(_exchanged(conflict, one), sanctions=sanctions).necessary
        for one in tried
    ]
    firmness = []
    for concept, states in found.items():
        held = [frozenset(one.equilibria.get(concept, ())) for one in after]
        for state in states:
            lost = [
                one for one, kept in zip(tried, held, strict=True) if state not in kept
            ]
            share = 1 - len(lost) / len(tried) if tried else 1.0
            firmness.append(
                Firmness(
                    state=state,
                    concept=concept,
                    share=round(share, 4),
                    hangs_on=tuple(lost),
                )
            )
    return Exchanged(tried=len(tried), possible=len(every), firmness=tuple(firmness))


def _exchanges(conflict: Conflict) -> Iterator[Exchange]:
    """List the neighbours of all orders."""
    for maker in conflict.decision_makers:
        for better, worse in zip(maker.ranking, maker.ranking[1:], strict=False):
            yield Exchange(maker.name, better, worse)


def _exchanged(conflict: Conflict, exchange: Exchange) -> Conflict:
    """Put two neighbours of one order the other way round."""

    def turned(maker: DecisionMaker) -> DecisionMaker:
        if maker.name != exchange.decision_maker:
            return maker
        ranking = list(maker.ranking)
        place = ranking.index(exchange.better)
        ranking[place : place + 2] = [exchange.worse, exchange.better]
        return replace(maker, ranking=tuple(ranking))

    makers = tuple(turned(maker) for maker in conflict.decision_makers)
    return replace(conflict, decision_makers=makers)
