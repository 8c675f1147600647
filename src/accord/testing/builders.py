"""Records in one call, with spans that hold by construction."""

import hashlib
from datetime import date

from accord.errors import InputError
from accord.model import (
    ActorRef,
    Attribution,
    Document,
    Dossier,
    Failure,
    Finding,
    Join,
    Judgement,
    Link,
    Mention,
    Mode,
    Passage,
    Position,
    Ruling,
    Span,
    Speaker,
    SpeakerStatus,
    Stance,
    Statement,
    When,
    content_id,
)

__all__ = [
    "make_attribution",
    "make_document",
    "make_dossier",
    "make_failure",
    "make_finding",
    "make_join",
    "make_judgement",
    "make_link",
    "make_mention",
    "make_passage",
    "make_position",
    "make_speaker",
    "make_statement",
    "span_of",
]

PRODUCER = "testing.builders.v1"
SAMPLE_TEXT = 'Mara Voss said the strait "must stay open". Talks go on.'


def make_document(
    text: str = SAMPLE_TEXT,
    *,
    path: str = "pile/a.txt",
    title: str | None = None,
    outlet: str | None = None,
    published: date | None = None,
) -> Document:
    """Make a document of a text.

    Example:
        >>> make_document("No deal.", path="pile/b.txt").length_chars
        8
    """
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=content_id("document", path, sha256),
        produced_by=PRODUCER,
        path=path,
        title=title,
        outlet=outlet,
        author=None,
        language="en",
        url=None,
        published=When.on(published) if published else None,
        length_chars=len(text),
        sha256=sha256,
        furniture=(),
        text=text,
    )


def span_of(document: Document, words: str) -> Span:
    """Find words in a document; their first place counts.

    Raises:
        InputError: The document does not hold them.
    """
    start = document.text.find(words)
    if start < 0 or not words:
        message = f"{document.path} does not hold {words!r}."
        raise InputError(message)
    return Span(start, start + len(words))


def make_attribution(
    document: Document,
    *,
    content: str,
    source: str | None = None,
    cue: str | None = None,
    mode: Mode = "indirect",
) -> Attribution:
    """Make an attribution from words of the document.

    Example:
        >>> document = make_document()
        >>> make_attribution(document, content="must stay open").content.start
        27
    """
    return Attribution.of(
        document,
        source=(span_of(document, source),) if source else (),
        cue=(span_of(document, cue),) if cue else (),
        content=(span_of(document, content),),
        mode=mode,
        produced_by=PRODUCER,
        confidence=0.5,
    )


def make_finding(
    document: Document,
    *,
    kind: str = "no-date",
    words: str | None = None,
    produced_by: str = PRODUCER,
) -> Finding:
    """Doubt some words of a document, or the whole of it."""
    return Finding.about(
        document,
        kind,
        note="Doubted for a test.",
        produced_by=produced_by,
        span=span_of(document, words) if words else None,
    )


def make_mention(document: Document, words: str, *, actor: str | None) -> Mention:
    """Say that words of a document name an actor."""
    span = span_of(document, words)
    return Mention(
        document=document.id,
        start=span.start,
        end=span.end,
        text=words,
        actor=actor,
        name=words,
        rule="test",
        confidence=1.0,
    )


def make_statement(
    document: Document,
    *,
    words: str,
    actor: str | None = "per:voss",
    name: str = "Mara Voss",
    issue: str = "open-strait",
    stance: Stance = "support",
    speaks_for: ActorRef | None = None,
    when: date | None = None,
    attribution: str | None = None,
) -> Statement:
    """Say that words of a document state a stance."""
    span = span_of(document, words)
    strength = {"support": 0.8, "oppose": -0.8}.get(stance, 0.0)
    return Statement(
        id=content_id("statement", document.id, span.start, span.end, actor, issue),
        produced_by=PRODUCER,
        attribution=attribution,
        document=document.id,
        actor=actor,
        name=name,
        speaks_for=speaks_for,
        issue=issue,
        option=None,
        stance=stance,
        strength=strength,
        act="demand",
        when=When.on(when) if when else None,
        evidence=document.passage(span.start, span.end),
        cues=(),
        confidence=0.5,
    )


def make_dossier(
    text: str = SAMPLE_TEXT,
    *,
    path: str = "pile/a.txt",
    outlet: str | None = None,
    published: date | None = None,
) -> Dossier:
    """Make a dossier with one record of several kinds.

    The first word is an actor, the whole text is attributed to nobody and states a
    stance on one issue, and the missing date is a finding.

    Example:
        >>> dossier = make_dossier("Valdoria agrees.")
        >>> dossier.statements[0].evidence.text
        'Valdoria agrees.'
    """
    document = make_document(text, path=path, outlet=outlet, published=published)
    first = text.split(maxsplit=1)[0]
    attribution = make_attribution(document, content=text)
    return Dossier(
        document=document,
        findings=(make_finding(document), make_finding(document, words=first)),
        attributions=(attribution,),
        mentions=(make_mention(document, first, actor="per:first"),),
        statements=(
            make_statement(
                document, words=text, when=published, attribution=attribution.id
            ),
        ),
    )


def make_failure(
    item: str = "pile/bad.bin", *, error: str = "It holds no text."
) -> Failure:
    """Say that an item could not be read."""
    return Failure(
        id=content_id("failure", item, "read"),
        produced_by=PRODUCER,
        item=item,
        stage="read",
        code="input.unreadable",
        error=error,
    )


def make_judgement(on: str, *, ruling: Ruling = "accept", note: str = "") -> Judgement:
    """Rule on a record at a fixed moment."""
    return Judgement(
        id=content_id("judgement", on, ruling, note),
        produced_by=PRODUCER,
        on=on,
        ruling=ruling,
        old=None,
        new=None,
        by="A. Reader",
        at="2024-05-01T12:00:00+00:00",
        note=note,
    )


def make_join(short: Dossier, full: Dossier, *, actor: str = "text:voss") -> Join:
    """Join the first mention of one dossier to the first of another."""
    one, other = short.mentions[0], full.mentions[0]
    return Join(
        id=content_id("join", one.document, one.actor, one.name, actor),
        produced_by="test",
        document=one.document,
        alone=ActorRef(one.actor, one.name),
        actor=actor,
        name=other.name,
        rule="last-name",
        confidence=0.75,
        speaks_for=None,
        evidence=Passage(one.start, one.end, one.text),
        full_document=other.document,
        full_evidence=Passage(other.start, other.end, other.text),
        note=f"“{one.name}” is taken for {other.name}.",
    )


def make_link(a: str, b: str) -> Link:
    """Link two records as echoes."""
    first, second = sorted((a, b))
    return Link(
        id=content_id("link", "echo", first, second),
        produced_by=PRODUCER,
        kind="echo",
        a=first,
        b=second,
        similarity=1.0,
        first=None,
        credited=None,
        note="The same words.",
    )


def make_position(statement: Statement) -> Position:
    """Make the ledger's cell of one statement."""
    return Position(
        id=content_id("position", statement.actor, statement.issue),
        produced_by=PRODUCER,
        actor=statement.actor,
        name=statement.name,
        issue=statement.issue,
        stance=statement.stance,
        strength=statement.strength,
        ambivalent=False,
        statements=(statement.id,),
        outlets=(),
        first=statement.when,
        last=statement.when,
    )


def make_speaker(name: str, *, actor: str | None = None) -> Speaker:
    """Make a speaker that is resolved if an actor is given."""
    status: SpeakerStatus = "resolved" if actor else "unresolved"
    return Speaker(actor, name, status, "test", 1.0 if actor else 0.0)


def make_passage(document: Document, words: str) -> Passage:
    """Cut words out of a document."""
    span = span_of(document, words)
    return document.passage(span.start, span.end)
