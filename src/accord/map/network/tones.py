"""Tone towards actors as an event list: who blames, threatens, praises or backs whom."""

from collections.abc import Iterable, Iterator

from accord.map.network.coding import Names, moment_of
from accord.model import ActorRef, Attribution, Document, Dossier
from accord.model.discourse import CodedStatement, EventList, Value, Variable

__all__ = ["TONE_TYPE", "code_tones"]

TONE_TYPE = "Accord Tone"

_VARIABLES = (
    Variable("person", "text"),
    Variable("organization", "text"),
    Variable("target", "text"),
    Variable("agreement", "boolean"),
    Variable("act", "text"),
    Variable("words", "long text"),
    Variable("document", "text", of_document=True),
    Variable("title", "text", of_document=True),
    Variable("source", "text", of_document=True),
    Variable("author", "text", of_document=True),
)
# Acts that are friendly or unfriendly to whom they are aimed at. To refuse, to demand or
# to warn is neither: one does so to friends as well.
_FRIENDLY = {
    "praise": True,
    "support": True,
    "accuse": False,
    "criticise": False,
    "threaten": False,
    "protest": False,
}


def code_tones(dossiers: Iterable[Dossier]) -> EventList:
    """Code the tone of words towards actors as discourse networks need it.

    A row is an attribution whose act is friendly or unfriendly and aimed at somebody
    else who is known or named. The person is who speaks; the organization is whom
    they speak for, else they themselves; agreement is yes where the tone is friendly;
    the words are those that prove it.

    Args:
        dossiers: Of all documents, with the acts and targets of their attributions.

    Returns:
        One row an attribution, by document path and place. What is denied ("did not
        blame") or only possible is left out, and so is what nobody is known to say.

    Cost:
        That of sorting the documents by path.
    """
    ordered = sorted(dossiers, key=lambda d: (d.document.path, d.document.id))
    tones = [
        (dossier.document, attribution, target)
        for dossier in ordered
        for attribution in dossier.attributions
        if (target := _target(attribution)) is not None
    ]
    names = Names(pair for _, one, target in tones for pair in _named(one, target))
    return EventList(
        statement_type=TONE_TYPE,
        variables=_VARIABLES,
        statements=tuple(_row(*tone, names) for tone in tones),
    )


def _target(attribution: Attribution) -> ActorRef | None:
    """Give whom an attribution has a tone towards; None if nobody."""
    target, speaker = attribution.target, attribution.speaker
    if attribution.act not in _FRIENDLY or attribution.modality != "asserted":
        return None
    if target is None or not speaker.name or any(map(str.isdigit, speaker.name)):
        # "38 percent" of those asked are nobody.
        return None
    own = {(speaker.actor, speaker.name)}
    if attribution.speaks_for is not None:
        own.add((attribution.speaks_for.actor, attribution.speaks_for.name))
    same = any(
        target.actor == actor if target.actor else target.name == name
        for actor, name in own
    )
    return None if same else target


def _named(
    attribution: Attribution, target: ActorRef
) -> Iterator[tuple[str | None, str]]:
    """Give whom a row names."""
    yield attribution.speaker.actor, attribution.speaker.name or ""
    yield target.actor, target.name
    if attribution.speaks_for is not None:
        yield attribution.speaks_for.actor, attribution.speaks_for.name


def _row(
    document: Document, attribution: Attribution, target: ActorRef, names: Names
) -> CodedStatement:
    """Code one attribution."""
    person = names.of(attribution.speaker.actor, attribution.speaker.name or "")
    body = attribution.speaks_for
    span = attribution.hull
    values: tuple[Value, ...] = (
        person,
        names.of(body.actor, body.name) if body is not None else person,
        names.of(target.actor, target.name),
        _FRIENDLY[attribution.act or ""],
        attribution.act,
        " ".join(document.text[span.start : span.end].split()),
        document.path,
        document.title,
        document.outlet,
        document.author,
    )
    return CodedStatement(
        id=attribution.id,
        document=document.id,
        when=moment_of(attribution.said, document),
        start=span.start,
        end=span.end,
        values=values,
        confidence=attribution.confidence,
    )
