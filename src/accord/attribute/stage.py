"""The stage: a dossier in, the same dossier with its attributions out."""

import re
from dataclasses import replace

from accord.attribute.dialogue import (
    DIALOGUE,
    cut_loose,
    find_strays,
    merge,
    read_dialogue,
)
from accord.attribute.lexicon import data_texts
from accord.attribute.passages import mask_furniture, passages
from accord.model import Attribution, Document, Dossier, Finding, Span, digest
from accord.ports import Tagger

__all__ = ["AttributeStage"]

_NOTES = {
    "unbalanced-quote": "This quotation mark has no counterpart in its paragraph.",
    "garbled-quote": "A quotation opens here inside one that is still open.",
}
# A number that belongs to the noun behind a participle.
_COUNTED = re.compile(
    r"\b(?:with|from|for|by|in|to|on|against|over|carrying)"
    r"(?: (?:some|about|around|nearly|almost))? \d[\d,.]*$"
)
_SAMPLING = frozenset("questioned surveyed polled interviewed sampled asked".split())
_SAMPLE = re.compile(
    r"(?:a (?:representative )?sample|(?:some|about|around|nearly|more than|over) \d|\d)",
    re.IGNORECASE,
)
# Doubts of one kind listed a document; an article has a handful at most.
_MOST_DOUBTS = 50


class AttributeStage:
    """Runs a tagger over a document and doubts its odd quotation marks.

    Args:
        tagger: Finds the attributions.
        min_confidence: Attributions below it are dropped, in [0, 1].

    Attributes:
        producer: Name and version; of the findings it makes.
    """

    producer = "attribute.stage.v1"

    def __init__(self, tagger: Tagger, *, min_confidence: float = 0.0) -> None:
        self._tagger = tagger
        self._floor = min_confidence

    def fingerprint(self) -> str:
        """Hash everything that the output depends on, but for the input."""
        return digest(
            self.producer,
            self._tagger.producer,
            DIALOGUE,
            str(self._floor),
            *data_texts(),
        )

    def __call__(self, dossier: Dossier) -> Dossier:
        """Put the tagger's attributions in the place of any made before."""
        document = dossier.document
        known = [
            (f.kind, Span(f.start, f.end))
            for f in dossier.findings
            if f.start is not None
            and f.end is not None
            and not f.produced_by.startswith("attribute.")
        ]
        findings = tuple(
            finding
            for finding in _doubts(document, produced_by=self.producer)
            if not _is_known(finding, known)
        )
        tagged = cut_loose(document, tuple(self._tagger.tag(document)))
        dialogue = read_dialogue(document)
        found = merge(document, tagged, dialogue)
        if not dialogue:
            # In a transcript or an interview the layout has said whose words are whose.
            found = (*found, *find_strays(document, found))
        kept = tuple(
            a
            for a in found
            if a.confidence >= self._floor
            and not _counts_things(a)
            and not _asks_a_sample(a)
        )
        ordered = sorted(_freed(kept), key=lambda one: (one.hull, one.id))
        filled = replace(dossier, attributions=tuple(ordered))
        return filled.with_findings("attribute", findings)


def _counts_things(one: Attribution) -> bool:
    """Tell "a flight with 43 rejected applicants" from "43 rejected the plan"."""
    if one.source is None or one.cue is None or len(one.cue.spans) > 1:
        return False
    tied = one.cue.start - one.source.end == 1
    done = one.cue.text.endswith("ed") and " " not in one.cue.text
    return tied and done and _COUNTED.search(one.source.text) is not None


def _asks_a_sample(one: Attribution) -> bool:
    """Tell "questioned 1,004 adults", which says nothing, from speech."""
    cue = one.cue.text.lower() if one.cue else ""
    return cue in _SAMPLING and _SAMPLE.match(one.content.text) is not None


def _freed(kept: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Take out nesting in attributions that were dropped."""
    ids = {a.id for a in kept}
    return tuple(
        a if a.nested_in is None or a.nested_in in ids else replace(a, nested_in=None)
        for a in kept
    )


def _is_known(finding: Finding, known: list[tuple[str, Span]]) -> bool:
    """Tell whether another room has doubted the same place already."""
    if finding.start is None or finding.end is None:
        return False
    span = Span(finding.start, finding.end)
    return any(kind == finding.kind and other.overlaps(span) for kind, other in known)


def _doubts(document: Document, *, produced_by: str) -> tuple[Finding, ...]:
    """Doubt the quotation marks that do not fit; of very many, the first of each kind.

    A file that is no prose would bury the findings of the whole pile.
    """
    found: dict[str, list[Span]] = {}
    for passage in passages(mask_furniture(document)):
        for doubt in passage.doubts:
            token = passage.tokens[doubt.index]
            found.setdefault(doubt.kind, []).append(Span(token.start, token.end))
    return tuple(
        Finding.about(
            document,
            kind,
            note=_note(kind, left=len(spans) - number if number == _MOST_DOUBTS else 0),
            produced_by=produced_by,
            span=span,
        )
        for kind, spans in found.items()
        for number, span in enumerate(spans[:_MOST_DOUBTS], 1)
    )


def _note(kind: str, *, left: int) -> str:
    """Say what is doubtful, and how many more of it are not listed."""
    return _NOTES[kind] + (f" {left:,} more like it follow." if left else "")
