"""Put what the store holds together into one dispute."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from accord.app.toolbox import Knowledge
from accord.model import (
    JOIN_RULES,
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
    Statement,
)
from accord.model.discourse import NetworkMatrix, Recipe
from accord.ports import View

__all__ = ["draw_together", "gather_actors", "gather_dispute"]

#: Producer of the actors that only a text knows.
TEXT_PRODUCER = "resolve.text.v1"

#: More nodes than a reader tells apart in one picture.
MAX_DRAWN = 40


def gather_dispute(
    view: View, *, name: str, codebook: Codebook, knowledge: Knowledge
) -> Dispute:
    """Gather everything; dossiers hold the whole-pile findings about them too."""
    from accord.link import gather_stories, trace_chains
    from accord.map.outlets import compare_outlets
    from accord.solve.whole import solve_dispute

    dossiers = tuple(_with_pile_findings(view))
    links = tuple(view.records(Link))
    documents = [dossier.document for dossier in dossiers]
    attributions = (one for dossier in dossiers for one in dossier.attributions)
    mentions = (mention for dossier in dossiers for mention in dossier.mentions)
    gathered = Dispute(
        name=name,
        codebook=codebook,
        dossiers=dossiers,
        actors=gather_actors(mentions, knowledge=knowledge),
        links=links,
        ledger=tuple(view.records(Position)),
        shifts=tuple(view.records(Shift)),
        irreconcilable=tuple(view.records(Irreconcilable)),
        failures=tuple(view.records(Failure)),
        outlets=compare_outlets(dossiers, codebook, links=links),
        network=draw_together(dossiers),
        stories=gather_stories(documents, links),
        chains=trace_chains(documents, attributions, links),
    )
    return replace(gathered, solution=solve_dispute(gathered))


def draw_together(dossiers: Iterable[Dossier]) -> NetworkMatrix | None:
    """Count who agrees with whom, of known actors, as many as a picture can hold.

    Returns:
        The one-mode network of agreement less disagreement, by average activity;
        those with the most statements if there are too many. None of fewer than 3.
    """
    from accord.map.network import build_network, code_statements

    known = [
        replace(d, statements=tuple(s for s in d.statements if _is_known(s)))
        for d in dossiers
    ]
    events = code_statements(known)
    said = Counter(statement.values[1] for statement in events.statements)
    counts = sorted(said.values(), reverse=True)
    least = counts[MAX_DRAWN] + 1 if len(counts) > MAX_DRAWN else 1
    rare = [str(name) for name, count in said.items() if count < least]
    recipe = Recipe(
        network_type="onemode",
        aggregation="subtract",
        normalization="average",
        exclude=tuple(("organization", name) for name in sorted(rare)),
    )
    network = build_network(events, recipe)
    return network if len(network.rows) >= 3 else None


def _is_known(statement: Statement) -> bool:
    """Tell whether it is known whose position a statement states."""
    body = statement.speaks_for
    return (body.actor if body else statement.actor) is not None


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
    from accord.resolve import BODY_OF_TEXT

    names = sorted({m.name for m in mentions}, key=lambda name: (name.isupper(), name))
    joined = {mention.text for mention in mentions if mention.rule in JOIN_RULES}
    body = any(mention.rule == BODY_OF_TEXT for mention in mentions)
    return Actor(
        id=actor_id,
        produced_by=TEXT_PRODUCER,
        kind="organisation" if body else "person",
        names=tuple(dict.fromkeys((*names, *sorted(joined)))),
    )


def _with_pile_findings(view: View) -> Iterator[Dossier]:
    """Give all dossiers, with the findings that came of comparing documents."""
    found: dict[str, list[Finding]] = {}
    for finding in view.records(Finding):
        found.setdefault(finding.document, []).append(finding)
    for dossier in view.dossiers():
        findings = tuple(found.get(dossier.document.id, ()))
        yield replace(dossier, findings=findings)
