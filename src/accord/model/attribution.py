"""Attributions: who, by which word, what; and what the later rooms add."""

from dataclasses import dataclass
from typing import Literal

from accord.model.actor import ActorRef
from accord.model.document import Document
from accord.model.ids import content_id
from accord.model.span import Extract, Passage, Span
from accord.model.when import When

__all__ = [
    "UNRESOLVED",
    "Attribution",
    "Modality",
    "Mode",
    "Speaker",
    "SpeakerStatus",
    "Via",
]

Mode = Literal["direct", "mixed", "indirect"]
SpeakerStatus = Literal["resolved", "anonymous", "group", "unresolved"]
Modality = Literal["asserted", "conditional", "negated", "future", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who an attribution's source is, and why we think so.

    Attributes:
        actor: Actor id; None unless a known actor.
        name: Name to show; None if nothing is known.
        status: ``resolved`` to one actor; ``anonymous`` if the text hides a person
            ("an official"); ``group`` if it speaks of several ("Western leaders");
            else ``unresolved``.
        rule: Name of the rule that decided.
        confidence: In [0, 1]; not calibrated.
    """

    actor: str | None
    name: str | None
    status: SpeakerStatus
    rule: str
    confidence: float


UNRESOLVED = Speaker(None, None, "unresolved", "none", 0.0)


@dataclass(frozen=True, slots=True)
class Via:
    """Someone who passed the words on, between the speaker and this document.

    Attributes:
        actor: Actor or outlet id; None if not known.
        name: Name to show; the words of the text if the actor is not known.
        start: First character of the words that name them.
        end: One past the last character.
    """

    actor: str | None
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One report of speech, thought or intent.

    ``source``, ``cue``, ``content``, ``mode`` and ``nested_in`` come from the
    attribute room; ``speaker``, ``speaks_for``, ``via`` and ``said`` from resolve;
    ``act``, ``modality``, ``condition`` and ``target`` from position.

    Attributes:
        id: Hash of document and spans.
        produced_by: The tagger, versioned.
        document: Document id.
        source: The words that say who; None if the text leaves them out.
        cue: The words that say that it is reported; None if there are none.
        content: The words reported, without the quotation marks around them.
        mode: ``direct``: all inside quotation marks; ``mixed``: partly; else
            ``indirect``.
        nested_in: Id of the attribution whose content holds this one.
        speaker: The source as an actor.
        speaks_for: Whose position the speaker states at that date; None if only
            their own.
        via: Who passed it on, nearest to this document first.
        said: When it was said; None if the text does not tell.
        act: What the words do, as ``demand``; None until the position room.
        modality: How firmly it is put.
        condition: The words that set a condition; None if there is none.
        target: Whom it is aimed at; None if nobody.
        confidence: That this is an attribution with these spans, in [0, 1].
    """

    id: str
    produced_by: str
    document: str
    source: Extract | None
    cue: Extract | None
    content: Extract
    mode: Mode
    nested_in: str | None = None
    speaker: Speaker = UNRESOLVED
    speaks_for: ActorRef | None = None
    via: tuple[Via, ...] = ()
    said: When | None = None
    act: str | None = None
    modality: Modality = "asserted"
    condition: Passage | None = None
    target: ActorRef | None = None
    confidence: float = 0.5

    @property
    def hull(self) -> Span:
        """The range that holds source, cue and content."""
        parts = [part for part in (self.source, self.cue, self.content) if part]
        return Span(min(p.start for p in parts), max(p.end for p in parts))

    @classmethod
    def of(
        cls,
        document: Document,
        *,
        source: tuple[Span, ...],
        cue: tuple[Span, ...],
        content: tuple[Span, ...],
        mode: Mode,
        produced_by: str,
        confidence: float,
        nested_in: str | None = None,
    ) -> "Attribution":
        """Build an attribution from offsets alone; the words come from the text.

        Raises:
            SpanError: No content, or offsets that leave the text.
        """
        return cls(
            id=content_id(
                "attribution",
                document.id,
                *(
                    [(s.start, s.end) for s in spans]
                    for spans in (source, cue, content)
                ),
            ),
            produced_by=produced_by,
            document=document.id,
            source=document.extract(source) if source else None,
            cue=document.extract(cue) if cue else None,
            content=document.extract(content),
            mode=mode,
            nested_in=nested_in,
            confidence=confidence,
        )
