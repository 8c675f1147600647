"""Dossiers from marked text: ``[Arle]`` is a mention, ``{...|Arle}`` is said by Arle."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from accord.model import (
    Attribution,
    Document,
    Dossier,
    Furniture,
    Mention,
    Span,
    Speaker,
    When,
)

ACTORS = {
    "Arle": "state:arle",
    "Belm": "state:belm",
    "Corva": "state:corva",
    "Dorn": "state:dorn",
    "Arle's parliament": "org:arlish-parliament",
    "the Bund": "org:bund",
    "the Carriers' Union": "org:carriers",
    "RailCo": "org:railco",
    "Quill Polls": "org:quill",
    "the Tide Fund": "org:fund",
    "Ode Varn": "per:varn",
    "Lea Minsk": "per:minsk",
    "Ivo Kest": "per:kest",
}
_MARKS = re.compile(r"[\[\]{}]|\|([^|}]*)(?=\})")

Read = Callable[..., Dossier]


def _read(
    marked: str, *, published: date | None = None, furniture: str | None = None
) -> Dossier:
    """Make a dossier from marked text."""
    text = _MARKS.sub("", marked)
    document = Document(
        id="document-1",
        produced_by="test.v1",
        path="pile/1.txt",
        title=None,
        outlet=None,
        author=None,
        language="en",
        url=None,
        published=When.on(published) if published else None,
        length_chars=len(text),
        sha256="",
        furniture=_furniture(text, furniture),
        text=text,
    )
    mentions: list[Mention] = []
    attributions: list[Attribution] = []
    opened: dict[str, int] = {}
    removed = 0
    for match in _MARKS.finditer(marked):
        at = match.start() - removed
        mark = match.group()
        removed += len(mark)
        if mark in {"[", "{"}:
            opened[mark] = at
        elif mark == "]":
            words = text[opened["["] : at]
            mentions.append(_mention(opened["["], words))
        elif mark.startswith("|"):
            attributions.append(_said(document, opened["{"], at, match[1]))
    return Dossier(
        document=document, mentions=tuple(mentions), attributions=tuple(attributions)
    )


def _furniture(text: str, words: str | None) -> tuple[Furniture, ...]:
    if words is None:
        return ()
    start = text.index(words)
    return (Furniture(start, start + len(words), "other"),)


def _mention(start: int, words: str) -> Mention:
    return Mention(
        document="document-1",
        start=start,
        end=start + len(words),
        text=words,
        actor=ACTORS.get(words),
        name=words,
        rule="test",
        confidence=1.0,
    )


def _said(document: Document, start: int, end: int, name: str) -> Attribution:
    made = Attribution.of(
        document,
        source=(),
        cue=(),
        content=(Span(start, end),),
        mode="indirect",
        produced_by="test.v1",
        confidence=1.0,
    )
    actor = ACTORS.get(name)
    status = "resolved" if actor else "unresolved"
    return replace(made, speaker=Speaker(actor, name, status, "test", 1.0))


@pytest.fixture
def read() -> Read:
    """Make dossiers from marked text."""
    return _read
