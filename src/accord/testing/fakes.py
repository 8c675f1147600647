"""Small working parts in the place of real ones.

The stages do little, but by the same rules as the real rooms: pure, idempotent,
each with a fingerprint that changes with its settings. ``FakeRead`` fails on
purpose on texts that say so.
"""

import os
import re
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from accord.errors import UnreadableError
from accord.model import (
    Attribution,
    Dossier,
    Failure,
    Finding,
    Link,
    Mention,
    Span,
    Speaker,
    digest,
)
from accord.ports import RawItem
from accord.testing.builders import (
    make_document,
    make_finding,
    make_link,
    make_statement,
)

__all__ = [
    "FakeAttribute",
    "FakeFetcher",
    "FakeLink",
    "FakeLinked",
    "FakePosition",
    "FakeRead",
    "FakeResolve",
    "FixedClock",
    "crash_marker",
    "kill_marker",
]

#: Text on which ``FakeRead`` raises an error that is none of ours.
crash_marker = "CRASH"
#: Text on which ``FakeRead`` ends its own process.
kill_marker = "KILL"

_QUOTE = re.compile(r'"([^"\n]+)"')
_NAME = re.compile(r"\b[A-Z]\w+")


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still.

    Attributes:
        moment: What it shows.
    """

    moment: datetime = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the moment it stands at."""
        return self.moment


@dataclass(slots=True)
class FakeFetcher:
    """Items held in memory; counts what was loaded.

    Attributes:
        items: Bytes by path, or a failure to give in the item's place.
        loaded: Paths loaded so far.
    """

    items: dict[str, bytes | Failure]
    loaded: list[str] = field(default_factory=list)

    def find(self, paths: Sequence[str]) -> Sequence[str]:
        """List all items, in the order of ``paths`` if any are given."""
        return [path for path in paths if path in self.items] or sorted(self.items)

    def load(self, places: Iterable[str]) -> Iterator[RawItem | Failure]:
        """Give the items one after the other."""
        for path in places:
            self.loaded.append(path)
            item = self.items[path]
            yield RawItem(path, ".txt", item) if isinstance(item, bytes) else item


@dataclass(frozen=True, slots=True)
class FakeRead:
    """Decodes UTF-8.

    Attributes:
        version: Part of the fingerprint, to change it at will.
    """

    version: int = 1
    producer: str = "read.fake.v1"

    def fingerprint(self) -> str:
        """Hash what the output depends on."""
        return digest(self.producer, self.version)

    def __call__(self, item: RawItem) -> Dossier:
        """Make a dossier of an item."""
        text = item.data.decode("utf-8", "replace")
        if not text.strip():
            message = f"{item.path} holds no text."
            raise UnreadableError(message)
        if crash_marker in text:
            raise ZeroDivisionError(crash_marker)
        if kill_marker in text:
            os.kill(os.getpid(), signal.SIGTERM)
        document = replace(make_document(text, path=item.path), produced_by="read.fake")
        finding = make_finding(document, produced_by=self.producer)
        return Dossier(document=document, findings=(finding,))


@dataclass(frozen=True, slots=True)
class FakeAttribute:
    """Finds what stands between straight quotation marks."""

    version: int = 1
    producer: str = "attribute.fake.v1"

    def fingerprint(self) -> str:
        """Hash what the output depends on."""
        return digest(self.producer, self.version)

    def __call__(self, dossier: Dossier) -> Dossier:
        """Fill in the attributions."""
        document = dossier.document
        found = tuple(
            Attribution.of(
                document,
                source=(),
                cue=(),
                content=(Span(*match.span(1)),),
                mode="direct",
                produced_by=self.producer,
                confidence=1 / self.version,
            )
            for match in _QUOTE.finditer(document.text)
        )
        return replace(dossier, attributions=found)


@dataclass(frozen=True, slots=True)
class FakeResolve:
    """Takes every word with a capital for a name, the first for the speaker."""

    version: int = 1
    producer: str = "resolve.fake.v1"

    def fingerprint(self) -> str:
        """Hash what the output depends on."""
        return digest(self.producer, self.version)

    def __call__(self, dossier: Dossier) -> Dossier:
        """Fill in mentions and speakers; doubt a text without names."""
        document = dossier.document
        mentions = tuple(
            Mention(
                document=document.id,
                start=match.start(),
                end=match.end(),
                text=match.group(),
                actor=f"per:{match.group().lower()}",
                name=match.group(),
                rule="capital",
                confidence=1 / self.version,
            )
            for match in _NAME.finditer(document.text)
        )
        attributions = dossier.attributions
        if mentions:
            first = mentions[0]
            speaker = Speaker(first.actor, first.name, "resolved", "first", 1.0)
            attributions = tuple(replace(a, speaker=speaker) for a in attributions)
        doubts: tuple[Finding, ...] = ()
        if not mentions:
            kind = "unresolved-speaker"
            doubts = (make_finding(document, kind=kind, produced_by=self.producer),)
        filled = replace(dossier, mentions=mentions, attributions=attributions)
        return filled.with_findings("resolve", doubts)


@dataclass(frozen=True, slots=True)
class FakePosition:
    """Takes an attribution that holds a term for support of the issue.

    Attributes:
        terms: Issue ids by term.
    """

    terms: tuple[tuple[str, str], ...] = (("strait", "open-strait"),)
    producer: str = "position.fake.v1"

    def fingerprint(self) -> str:
        """Hash what the output depends on."""
        return digest(self.producer, self.terms)

    def __call__(self, dossier: Dossier) -> Dossier:
        """Fill in acts and statements."""
        document = dossier.document
        attributions = tuple(replace(a, act="say") for a in dossier.attributions)
        statements = tuple(
            make_statement(
                document,
                words=attribution.content.text,
                actor=attribution.speaker.actor,
                name=attribution.speaker.name or "unknown",
                issue=issue,
                attribution=attribution.id,
            )
            for attribution in attributions
            for term, issue in self.terms
            if term in attribution.content.text
        )
        return replace(dossier, attributions=attributions, statements=statements)


@dataclass(frozen=True, slots=True)
class FakeLinked:
    """What linking gives.

    Attributes:
        links: Relations.
        findings: Doubts.
        notice: What to say of how it was done.
    """

    links: tuple[Link, ...]
    findings: tuple[Finding, ...]
    notice: str = ""


@dataclass(frozen=True, slots=True)
class FakeLink:
    """Links attributions with the same content, and doubts the later document."""

    producer: str = "link.fake.v1"

    def fingerprint(self) -> str:
        """Hash what the output depends on."""
        return digest(self.producer)

    def __call__(self, dossiers: Sequence[Dossier]) -> FakeLinked:
        """Find echoes over the whole pile."""
        first: dict[str, Attribution] = {}
        links: list[Link] = []
        findings: list[Finding] = []
        for dossier in dossiers:
            for attribution in dossier.attributions:
                earlier = first.setdefault(attribution.content.text, attribution)
                if earlier.document == attribution.document:
                    continue
                links.append(make_link(earlier.id, attribution.id))
                findings.append(
                    make_finding(
                        dossier.document,
                        kind="uncredited-copy",
                        words=attribution.content.text,
                        produced_by=self.producer,
                    )
                )
        return FakeLinked(tuple(links), tuple(findings))
