"""Dossiers with one attribution, out of a marked text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from accord.model import (
    ActorRef,
    Attribution,
    Document,
    Dossier,
    Mention,
    Span,
    Speaker,
    When,
    content_id,
)

PART = re.compile(r"\[([scx]) ([^\]]*)\]")
SPEAKER = Speaker("state:arle", "Arle", "resolved", "test", 0.9)


def read_marked(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """Take [s source], [c cue] and [x content] out of a text."""
    text, at = "", 0
    spans: dict[str, list[Span]] = {"s": [], "c": [], "x": []}
    for part in PART.finditer(marked):
        text += marked[at : part.start()]
        spans[part[1]].append(Span(len(text), len(text) + len(part[2])))
        text += part[2]
        at = part.end()
    return text + marked[at:], spans


def write_document(text: str) -> Document:
    """Make a document that was published on a known day."""
    return Document(
        id=content_id("document", text),
        produced_by="test",
        path="a.txt",
        title=None,
        outlet="Gazette",
        author=None,
        language="en",
        url=None,
        published=When.on(date(2031, 5, 2)),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )


@pytest.fixture
def dossier_of() -> Callable[..., Dossier]:
    """Build a dossier from a marked text and the actors named in it."""

    def build(
        marked: str,
        *,
        names: Mapping[str, str] | None = None,
        speaker: Speaker = SPEAKER,
        speaks_for: ActorRef | None = None,
        mode: str = "indirect",
    ) -> Dossier:
        text, spans = read_marked(marked)
        document = write_document(text)
        attributions = []
        if spans["x"]:
            plain = Attribution.of(
                document,
                source=tuple(spans["s"]),
                cue=tuple(spans["c"]),
                content=tuple(spans["x"]),
                mode=mode,  # type: ignore[arg-type]
                produced_by="test",
                confidence=0.8,
            )
            attributions.append(replace(plain, speaker=speaker, speaks_for=speaks_for))
        mentions = sorted(
            Mention(
                document=document.id,
                start=match.start(),
                end=match.end(),
                text=name,
                actor=actor,
                name=name,
                rule="test",
                confidence=0.9,
            )
            for name, actor in (names or {}).items()
            for match in re.finditer(rf"\b{re.escape(name)}\b", text)
        )
        return Dossier(
            document=document,
            attributions=tuple(attributions),
            mentions=tuple(mentions),
        )

    return build
