"""What the map room makes of a whole workspace."""

from collections.abc import Sequence
from typing import Literal

from accord.app.toolbox import Knowledge
from accord.model import ActorRef, Codebook, Link, Position
from accord.model.outlets import OutletComparison
from accord.ports import View

__all__ = ["RollUp", "build_positions", "compare", "find_homes"]

RollUp = Literal["person", "body", "state"]


def build_positions(
    view: View, codebook: Codebook, *, knowledge: Knowledge, roll_up: RollUp
) -> tuple[Position, ...]:
    """Build the ledger anew; see ``accord.map.build_ledger``."""
    from accord.map import build_ledger

    return build_ledger(
        view.dossiers(),
        codebook,
        links=view.records(Link),
        roll_up=roll_up,
        homes=find_homes(knowledge),
    )


def compare(
    view: View,
    codebook: Codebook,
    outlets: Sequence[str],
    *,
    knowledge: Knowledge,
    roll_up: RollUp,
) -> OutletComparison:
    """Set outlets side by side; see ``accord.map.outlets``."""
    from accord.map.outlets import compare_outlets

    return compare_outlets(
        view.dossiers(),
        codebook,
        links=view.records(Link),
        outlets=outlets,
        roll_up=roll_up,
        homes=find_homes(knowledge),
    )


def find_homes(knowledge: Knowledge) -> dict[str, ActorRef]:
    """Find the state that each known body is a part of, by the body's id."""
    known = {actor.id: actor for actor in knowledge.actors}
    homes: dict[str, ActorRef] = {}
    for actor in knowledge.actors:
        at, seen = actor, {actor.id}
        while at.kind != "state" and at.part_of in known and at.part_of not in seen:
            at = known[at.part_of]
            seen.add(at.id)
        if at.kind == "state" and at is not actor:
            homes[actor.id] = at.ref
    return homes
