"""Put what the store holds together into one dispute."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from accord.app.toolbox import Knowledge
from accord.model import (
    Actor,
    Codebook,
    Dispute,
    Dossier,
    Failure,
    Finding,
    Irreconcilable,
    Link,
    Mention,
    Position,
    Shift,
)
from accord.ports import View

__all__ = ["gather_actors", "gather_dispute"]

#: Producer of the actors that only a text knows.
TEXT_PRODUCER = "resolve.text.v1"


def gather_dispute(
    view: View, *, name: str, codebook: Codebook, knowledge: Knowledge
) -> Dispute:
    """Gather everything; dossiers hold the whole-pile findings about them too."""
    dossiers = tuple(_with_pile_findings(view))
    mentions = (mention for dossier in dossiers for mention in dossier.mentions)
    return Dispute(
        name=name,
        codebook=codebook,
        dossiers=dossiers,
        actors=gather_actors(mentions, knowledge=knowledge),
        links=tuple(view.records(Link)),
        ledger=tuple(view.records(Position)),
        shifts=tuple(view.records(Shift)),
        irreconcilable=tuple(view.records(Irreconcilable)),
        failures=tuple(view.records(Failure)),
    )


def gather_actors(
    mentions: Iterable[Mention], *, knowledge: Knowledge
) -> tuple[Actor, ...]:
    """List the actors that are mentioned, by name, each with its mentions."""
    by_actor: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.actor is not None:
            by_actor.setdefault(mention.actor, []).append(mention)
    known = {actor.id: actor for actor in knowledge.actors if actor.id in by_actor}
    actors = (
        replace(known.get(i) or _text_actor(i, found), mentions=tuple(found))
        for i, found in by_actor.items()
    )
    return tuple(sorted(actors, key=lambda actor: (actor.name, actor.id)))


def _text_actor(actor_id: str, mentions: list[Mention]) -> Actor:
    """Make an actor that no pack knows of the words that texts use."""
    names = sorted({mention.name for mention in mentions})
    return Actor(
        id=actor_id, produced_by=TEXT_PRODUCER, kind="person", names=tuple(names)
    )


def _with_pile_findings(view: View) -> Iterator[Dossier]:
    """Give all dossiers, with the findings that came of comparing documents."""
    found: dict[str, list[Finding]] = {}
    for finding in view.records(Finding):
        found.setdefault(finding.document, []).append(finding)
    for dossier in view.dossiers():
        findings = tuple(found.get(dossier.document.id, ()))
        yield replace(dossier, findings=findings)
