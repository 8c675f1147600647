"""The words that page furniture is made of, ready to match."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast, get_args

import yaml

from accord.model import FurnitureKind, digest
from accord.read.units import Unit, plain

__all__ = ["Lexicon", "lexicon"]

# A line that starts like furniture may be this long; prose that happens to start so
# ("Get the latest figures, the minister said, and ...") is mostly longer.
_MAX_START_WORDS = 45
_MAX_HEAD_WORDS = 7


@dataclass(frozen=True, slots=True)
class _Kind:
    """The phrases of one kind of furniture."""

    kind: FurnitureKind
    whole: frozenset[str]
    start: re.Pattern[str] | None
    heads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The furniture lexicon.

    Attributes:
        version: Hash of its source.
        kinds: Phrases by kind, in the order they are tried.
        form_fields: Labels of a comment form.
        promotion: Finds a word that sells.
        reporting: Finds a word of reported speech.
    """

    version: str
    kinds: tuple[_Kind, ...]
    form_fields: frozenset[str]
    promotion: re.Pattern[str]
    reporting: re.Pattern[str]

    def kind_of(self, unit: Unit) -> FurnitureKind | None:
        """Name the kind of furniture a whole line is, if the lexicon knows it."""
        if unit.words > _MAX_START_WORDS:
            return None
        line = unit.plain
        quoted = unit.text.lstrip()[:1] in tuple("\"“'‘«„")
        for kind in self.kinds:
            if line in kind.whole:
                return kind.kind
            if quoted or kind.start is None or not kind.start.match(line):
                continue
            # "By using ..., the minister said" is an article's sentence.
            if not self.reporting.search(line):
                return kind.kind
        return None

    def opens(self, unit: Unit) -> FurnitureKind | None:
        """Name the kind of block a line is the heading of, if it is one."""
        if unit.words > _MAX_HEAD_WORDS:
            return None
        for kind in self.kinds:
            if unit.plain in kind.heads:
                return kind.kind
            if kind.kind == "subscription" and _starts_with(unit.plain, kind.heads):
                return kind.kind
        return None


@cache
def lexicon() -> Lexicon:
    """Load the lexicon."""
    source = resources.files("accord.read") / "data" / "furniture.yaml"
    text = source.read_text(encoding="utf-8")
    loaded = cast("dict[str, Any]", yaml.safe_load(text))
    kinds = tuple(
        _Kind(
            kind=name,
            whole=frozenset(plain(p) for p in loaded[name].get("whole", ())),
            start=_starting(loaded[name].get("start", ())),
            heads=frozenset(plain(p) for p in loaded[name].get("heads", ())),
        )
        for name in get_args(FurnitureKind)
        if name in loaded
    )
    return Lexicon(
        version=digest(text),
        kinds=kinds,
        form_fields=frozenset(plain(p) for p in loaded["comment-form"]["fields"]),
        promotion=_containing(loaded["promotion"]),
        reporting=_containing(loaded["reporting"]),
    )


def _starts_with(line: str, phrases: Iterable[str]) -> bool:
    """Tell whether a line starts with one of the phrases that take an object."""
    return any(
        p.endswith((" to", " for")) and line.startswith(f"{p} ") for p in phrases
    )


def _starting(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Compile phrases that a line may start with; a word must end where they end."""
    parts = [
        re.escape(p) + (r"\b" if p[-1].isalpha() else "")
        for p in sorted(phrases, key=lambda p: (-len(p), p))
    ]
    return re.compile("|".join(parts)) if parts else None


def _containing(words: Iterable[str]) -> re.Pattern[str]:
    """Compile words that a line may hold anywhere."""
    parts = sorted((re.escape(w) for w in words), key=lambda p: (-len(p), p))
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
