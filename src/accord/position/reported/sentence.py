"""Sentences with what is known of them: who is named there, and who says so."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from accord.model import (
    ActorRef,
    Attribution,
    Document,
    Dossier,
    Mention,
    Span,
    When,
)
from accord.text import sentences
from accord.text.dates import DateFound, find_dates

__all__ = ["Sentence", "party_refs", "read_sentences", "sentence_spans"]

# What may stand between the members of a list: "Arle, the Bund and the Upper Corva".
_JOIN = re.compile(
    r"['’]?s?\s*(?:(?P<comma>,)|,?\s*(?P<and>and|or|as\s+well\s+as|&))?\s*(?:the|both)?\s*"
    r"(?:[A-Z][\w’']*\s+){0,3}",
)
_AHEAD = re.compile(
    r"\b(?:will|shall|plans?|planned|scheduled|due|expected|set|going|upcoming|next"
    r"|tomorrow|is to|are to|intends?)\b",
    re.IGNORECASE,
)
# In characters.
_BEFORE = 25
# In characters. No sentence of prose is longer; what is has lost its full stops, and
# is read piece by piece so that the work stays linear.
_LONGEST = 2000
_PLACE = re.compile(
    r"\b(?:in|at)\s+(?:the\s+)?((?:[A-Z][\w’'-]+)(?:\s+(?:(?:of|de|del|la|da|do)\s+)?[A-Z][\w’'-]+){0,3})"
)
# After "in Western" comes a noun; the words are no place.
_ADJECTIVE = re.compile(
    r"(?<=ern|ish|ian|ese)\s+(?!(?:and|or|on|in|at|to|for|from|with|after|before|last|next"
    r"|this|earlier|later|said|was|is|has)\b)[a-z]"
)
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Article"
    r"|Section|Parliament|Mr|Mrs)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence outside page furniture.

    Attributes:
        document: Its document.
        span: Where it stands.
        text: Its words.
        mentions: Actors named in it, in text order, none within another.
        known: All mentions of the document.
        attributions: Reports of speech whose content reaches into it.
        line: Number of its line, so that neighbours of one paragraph are known.
    """

    document: Document
    span: Span
    text: str
    mentions: tuple[Mention, ...]
    known: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    line: int

    def said_by(self, offset: int) -> ActorRef | None:
        """Return who says what stands at an offset of the document; None if nobody.

        The innermost report counts. A speaker who is not known is named in the words
        of the text.
        """
        within = [
            a
            for a in self.attributions
            if any(s.start <= offset < s.end for s in a.content.spans)
        ]
        if not within:
            return None
        inner = min(within, key=lambda a: (len(a.content.text), a.content.start))
        name = inner.speaker.name or (inner.source.text if inner.source else None)
        return ActorRef(inner.speaker.actor, name) if name else None

    def list_from(self, offset: int) -> list[Mention]:
        """Return the actors listed from an offset on: "A, B and C"."""
        found: list[Mention] = []
        last_and = 0
        for mention in self.mentions:
            if mention.start < offset:
                continue
            joint = _JOIN.fullmatch(self.document.text[offset : mention.start])
            if joint is None or (found and not self._joins(found[-1], mention, joint)):
                break
            found.append(mention)
            last_and = len(found) if joint["and"] else last_and
            offset = mention.end
        # Without an "and" at its end a list is a clause that ends with a comma.
        return found[: max(1, last_and)]

    def list_until(self, offset: int) -> list[Mention]:
        """Return the actors listed right before an offset."""
        found: list[Mention] = []
        for mention in reversed([m for m in self.mentions if m.end <= offset]):
            joint = _JOIN.fullmatch(self.document.text[mention.end : offset])
            if joint is None or (found and not self._joins(mention, found[0], joint)):
                break
            if len(found) == 1 and not joint["and"] and mention.actor != found[0].actor:
                break
            found.insert(0, mention)
            offset = mention.start
        return found

    def _joins(self, one: Mention, other: Mention, joint: re.Match[str]) -> bool:
        """Tell whether two mentions are of one list, or of one name."""
        return bool(joint["and"] or joint["comma"] or one.actor == other.actor)

    def dates(self, start: int) -> Iterator[DateFound]:
        """Find the dates from an offset of the document to the sentence's end."""
        if start >= self.span.end:
            return iter(())
        published = self.document.published
        anchor = published.end if published else None
        rest = Span(start, self.span.end)
        return find_dates(self.document.text, anchor=anchor, span=rest)

    def date_near(self, offset: int) -> When | None:
        """Return the date that stands nearest to an offset."""
        published = self.document.published
        anchor = published.end if published else None
        found = self.dates(self.span.start)
        nearest = min(
            found, key=lambda d: (abs(d.start - offset), d.start), default=None
        )
        if nearest is None:
            return None
        # "will hold talks on Friday": the word of what is to come stands before both.
        low = max(self.span.start, min(offset, nearest.start) - _BEFORE)
        if anchor and _AHEAD.search(self.document.text, low, nearest.start):
            return _put_ahead(nearest.when, anchor)
        return nearest.when

    def is_to_come(self, when: When | None) -> bool:
        """Tell whether a date lies after the day the text was published."""
        published = self.document.published
        day = published and published.start
        return bool(day and when and when.start and when.start > day)

    def place_near(self, offset: int) -> str | None:
        """Return the place, as "in Orle", that stands nearest to an offset."""
        places = [
            (abs(match.start(1) + self.span.start - offset), match[1])
            for match in _PLACE.finditer(self.text)
            if not _NO_PLACE.match(match[1])
            and not _ADJECTIVE.match(self.text, match.end(1))
        ]
        return min(places)[1] if places else None


def _put_ahead(when: When, published: date) -> When:
    """Read a weekday of what is still to come as the next one."""
    weekday = (when.text or "").strip().lower().endswith("day")
    if weekday and when.start == when.end and when.start and when.start < published:
        return When.on(when.start + timedelta(days=7), state="resolved", text=when.text)
    return when


def read_sentences(dossier: Dossier) -> tuple[Sentence, ...]:
    """Read a document sentence by sentence, page furniture left out.

    Cost:
        Linear.
    """
    document = dossier.document
    mentions = _outermost(dossier.mentions)
    starts = [mention.start for mention in mentions]
    found: list[Sentence] = []
    attributions = sorted(dossier.attributions, key=lambda a: a.content.start)
    line = at = taken = 0
    reaching: list[Attribution] = []
    for span in sentence_spans(document):
        line += document.text.count("\n", at, span.start)
        low, high = bisect_left(starts, span.start), bisect_right(starts, span.end - 1)
        while taken < len(attributions) and (
            attributions[taken].content.start < span.end
        ):
            reaching.append(attributions[taken])
            taken += 1
        reaching = [a for a in reaching if a.content.end > span.start]
        found.append(
            Sentence(
                document=document,
                span=span,
                text=span.of(document.text),
                mentions=tuple(mentions[low:high]),
                known=dossier.mentions,
                attributions=tuple(reaching),
                line=line,
            )
        )
        at = span.start
    return tuple(found)


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Drop mentions within others."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def sentence_spans(document: Document) -> Iterator[Span]:
    """Find the sentences outside page furniture.

    Where furniture cuts one, the longest piece that is left counts.
    """
    furniture = document.furniture
    number = 0
    for span in sentences(document.text):
        while number < len(furniture) and furniture[number].end <= span.start:
            number += 1
        pieces, start, index = [], span.start, number
        while index < len(furniture) and furniture[index].start < span.end:
            pieces.append((start, furniture[index].start))
            start = furniture[index].end
            index += 1
        pieces.append((start, span.end))
        first, last = max(pieces, key=lambda piece: (piece[1] - piece[0], -piece[0]))
        for begin in range(first, last, _LONGEST):
            yield Span(begin, min(begin + _LONGEST, last))


def party_refs(mentions: Iterable[Mention]) -> tuple[ActorRef, ...]:
    """Point to the actors of mentions, each once, in text order."""
    refs: dict[str, ActorRef] = {}
    for mention in mentions:
        refs.setdefault(
            mention.actor or mention.name, ActorRef(mention.actor, mention.name)
        )
    return tuple(refs.values())
