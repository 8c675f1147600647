"""One actor under two names: what only shows when documents are compared.

A document that says "Mayor Ambrus" all the way through, and another with "Vera Ambrus,
mayor of Tolna"; "the ferry crews' union" here, "Ferry Crews' Union of Tolna (FCUT)"
there. A join says who is meant, by which rule, and what speaks for it. Where two could
be meant, or something speaks against it, there is none.
"""

from collections.abc import Iterable
from dataclasses import replace

from accord.model import ActorRef, Dossier, Join, content_id
from accord.resolve.joins.gathering import Appearance, gather
from accord.resolve.joins.rules import Bodies, Meant, Namesakes, People
from accord.resolve.joins.spoken import Key, find_spoken_for, key_of_one
from accord.resolve.joins.wholes import Whole

__all__ = ["JOINER", "join_actors"]

#: Producer of the joins, versioned.
JOINER = "resolve.joins.v1"
_BY_OFFICE = 0.75


def join_actors(dossiers: Iterable[Dossier]) -> tuple[Join, ...]:
    """Find who is one actor across the documents of a pile.

    Args:
        dossiers: All documents after the resolve room, in any order; each is looked
            at once.

    Returns:
        At most one join for each actor of each document, by path and place.

    Cost:
        Linear in the mentions, and as many small sets in memory as there are names;
        no text is kept.

    Example:
        >>> join_actors([])
        ()
    """
    pile = gather(dossiers)
    wholes = [Whole(tuple(seen)) for _, seen in sorted(pile.wholes.items())]
    people = [w for w in wholes if {one.kind for one in w.seen} == {"person"}]
    bodies = [w for w in wholes if {one.kind for one in w.seen} == {"body"}]
    named = [Whole(tuple(seen)) for _, seen in sorted(pile.named.items())]
    answers = (
        *Bodies(bodies).answer(pile.shorts),
        *People(people, others=named).answer(pile.shorts),
        *Namesakes(named).answer(pile.shorts),
    )
    meant: dict[Key, Meant] = {key_of_one(one): found for one, found in answers}
    joins = {key_of_one(one): (one.place, _join(one, found)) for one, found in answers}
    for one, whole, body in find_spoken_for(people, meant, pile.shorts):
        key = key_of_one(one)
        join = joins[key][1] if key in joins else _join(one, _by_office(whole, body))
        joins[key] = (one.place, replace(join, speaks_for=body))
    ordered = sorted(joins.values(), key=lambda found: (found[0], found[1].id))
    return tuple(join for _, join in ordered)


def _by_office(whole: Whole, body: ActorRef) -> Meant:
    """Say that an office elsewhere tells whom a person speaks for."""
    why = f"speaks for {body.name} by an office that other documents tell"
    return Meant(whole, "office", _BY_OFFICE, why)


def _join(one: Appearance, meant: Meant) -> Join:
    """Write a join down."""
    whole, first = meant.whole, meant.whole.first
    who = (
        f"{whole.name} {meant.why}."
        if meant.rule == "office"
        else f"“{one.ref.name}” is taken for {whole.name}: {meant.why}."
    )
    return Join(
        id=content_id("join", one.document, one.ref.actor, one.ref.name, whole.actor),
        produced_by=JOINER,
        document=one.document,
        alone=one.ref,
        actor=whole.actor,
        name=whole.name,
        rule=meant.rule,
        confidence=meant.confidence,
        speaks_for=None,
        evidence=one.passage,
        full_document=first.document,
        full_evidence=first.passage,
        note=who,
    )
