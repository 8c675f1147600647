"""The words that page furniture is made of, ready to match."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast

import yaml

from accord.model import FurnitureKind, digest
from accord.read.units import Unit, plain

__all__ = ["Lexicon", "lexicon"]

# A line that starts like furniture may be this long; prose that happens to start so
# ("Get the latest figures, the minister said, and ...") is mostly longer.
_MAX_START_WORDS = 45
_MAX_HEAD_WORDS = 7
_QUOTES = ('"', "“", "”", "«", "»", "„")
# What a site tells its reader about the reader's data; an article has one of these.
_OF_DATA = re.compile(
    r"\b(?:personal (?:data|information)|consents?|cookies?|opt(?:ing)?[- ]outs?"
    r"|third part(?:y|ies)|process(?:ed|ing)|privacy|advertisements?|data protection"
    r"|browsers?|vendors)\b"
)
_TO_READER = re.compile(r"\byours?\b|\byou\b")
_LEAST_OF_DATA = 2
# So many of them are a site's even with a word like "according to".
_SURELY_OF_DATA = 4

# What furniture says in many wordings.
_BY_WORDS: tuple[tuple[FurnitureKind, re.Pattern[str]], ...] = (
    (
        "navigation",
        re.compile(
            r"^.{0,40}\b(?:share|like|tweet|forward) (?:this|the|our) (?:story|article|post"
            r"|page|news|report)\b.{0,60}$"
            r"|^the post .{2,200} (?:appeared first on|first appeared on) .{2,80}$"
        ),
    ),
    (
        "byline",
        re.compile(
            r"^\d{1,3}[ -]?min(?:ute)?s?(?: (?:read|listen|watch))?$"
            r"|^(?:by|from) (?:our|a|the) .{0,40}\b(?:correspondents?|reporters?|staff|desk"
            r"|team|editors?|writers?)(?: in .{2,30})?$"
        ),
    ),
    (
        "caption",
        re.compile(
            r"^[\[(](?:embedded )?(?:video|image|photo|picture|audio|tweet|gallery|map|chart"
            r"|graphic|infographic)\b.{0,120}[\])]$"
        ),
    ),
    (
        "comment-form",
        re.compile(
            r"^comments? ?\(\d{1,5}\)$|^\d{1,5} (?:responses?|comments?|replies|thoughts?)(?: (?:to|on)\b.{0,150})?$"
            r"|^leave (?:a|your|us a|us your) (?:\w+ )?(?:comments?|reply|response|thoughts?"
            r"|message|feedback)$|"
            r"\byour e-?mail\b.{0,30}\b(?:not|never|stays?|kept|private)\b"
            r"|\b(?:required|obligatory|mandatory|compulsory) fields\b"
            r"|\bfields (?:marked|with an? asterisk)\b"
            r"|\b(?:save|remember|store|keep) my (?:name|data|details|e-?mail)\b"
            r"|\blog ?in\b.{0,30}\bto (?:join|comment|reply|post|take part)\b"
        ),
    ),
    (
        "notice",
        re.compile(
            # One word boundary before all of them: tried once a word, not once each.
            r"\b(?:(?:this|these|the) cookies? (?:is|are|was) (?:set|used|installed|native)"
            r"|(?:this|the) cookie (?:stores|sets|helps|contains|records)"
            r"|(?:we|site|website|page) uses? cookies|our (?:privacy|cookie) policy"
            r"|we (?:store|place|set) cookies|these cookies (?:enable|allow|collect|help us"
            r"|let us|are (?:necessary|essential)|(?:may|can) be set)"
            r"|all rights reserved|reprinted with (?:kind )?permission"
            r"|we(?: \w+)? (?:earn|receive) (?:an? |some )?(?:\w+ )?commissions?"
            r"|affiliate commissions?|not intended to diagnose|registered trademarks? of"
            r"|information (?:provided|contained|presented) (?:on|in) this (?:web ?site|page|blog)"
            r"|(?:views|opinions) expressed\b.{0,60}"
            r"\b(?:of the (?:author|writer)s?|(?:author|writer)'s? own|necessarily)"
            r"|contents? (?:of|on) this (?:web ?site|page|site (?:is|are) (?:© ?\d+|protected|owned))"
            r"|advertisement (?:has not|hasn't|did not) load(?:ed)?)\b"
        ),
    ),
    (
        "subscription",
        re.compile(
            r"^never miss (?:a|an|out|the|our|what)\b|\b(?:(?:in|to|into) your (?:inbox|mailbox"
            r"|e-?mail)|unsubscribe|(?:sign|signing) up (?:for|to) (?:our|the|a|free)"
            r"|subscribe to (?:our|the|my)|our (?:free )?newsletters?"
            r"|i (?:would like to|agree to|consent to)\b.{0,80}\b(?:e-?mail(?:ed|s)?"
            r"|newsletters?|personal data|privacy policy)"
            r"|(?:story|article) you(?:'ve| have)? just (?:read|finished)"
            r"|save this (?:article|story) by|tap here to|we want to hear from you"
            r"|get in touch (?:with us|at \S{1,60}@\w+))\b"
        ),
    ),
    (
        "link-stub",
        re.compile(
            r"^(?:for|to) .{3,60}\b(?:click|tap|press)(?: on)? (?:here|this|the)\b.{0,40}$"
        ),
    ),
)
_TEASER_HEAD = re.compile(
    r"(?:do not|don't) miss(?: (?:this|these|out))?"
    r"|(?:you|readers) (?:may|might|could|will|would)(?: also)? (?:like|enjoy|love"
    r"|be interested in|have missed|want to read)(?: .{2,20})?"
    r"|(?:more|other|further|latest|recent|top|related|popular|recommended|trending"
    r"|similar|featured|suggested) (?:news|stories|articles|posts|headlines|reading|reads"
    r"|content|coverage|videos?|links|items|for you)(?: .{2,30})?"
    r"|more from .{2,40}|also (?:on|in) (?:this|our|the) (?:site|paper|issue|section)"
    r"|(?:read|watch|see) (?:next|more|also)|elsewhere on .{2,30}|before you go"
)
# The sections of the lexicon in the order they are tried, and their kinds.
_SECTIONS: tuple[tuple[str, FurnitureKind], ...] = (
    ("byline", "byline"),
    ("subscription", "subscription"),
    ("comment-form", "comment-form"),
    ("teaser", "teaser"),
    ("link-stub", "link-stub"),
    ("notice", "notice"),
    ("sharing", "navigation"),
    ("navigation", "navigation"),
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """The phrases of one kind of furniture."""

    section: str
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
        media: Words in the names of outlets.
        sections: Names of a site's parts.
        promotion: Finds a word that sells.
        reporting: Finds a word of reported speech.
    """

    version: str
    kinds: tuple[_Kind, ...]
    form_fields: frozenset[str]
    media: frozenset[str]
    sections: frozenset[str]
    promotion: re.Pattern[str]
    reporting: re.Pattern[str]

    def kind_of(self, unit: Unit, *, outside: bool) -> FurnitureKind | None:
        """Name the kind of furniture a whole line is, if the lexicon knows it.

        Args:
            unit: The line.
            outside: Whether it stands before or after all prose. Menu entries and
                buttons of one word are sub-headings within an article.
        """
        if unit.words > _MAX_START_WORDS:
            return None
        for kind in self.kinds:
            if not outside and _needs_place(kind.section, unit):
                continue
            if unit.plain in kind.whole or self._starts(unit, kind):
                return kind.kind
        return self._kind_by_words(unit)

    def _starts(self, unit: Unit, kind: _Kind) -> bool:
        """Tell whether a line starts like a kind, and does not report speech."""
        if kind.start is None or unit.text.lstrip()[:1] in _QUOTES:
            return False
        # "By using ..., the minister said" is an article's sentence.
        return bool(
            kind.start.match(unit.plain.lstrip("(["))
        ) and not self.is_reporting(unit)

    def _kind_by_words(self, unit: Unit) -> FurnitureKind | None:
        """Name the kind of a line by words that only furniture puts together."""
        if any(mark in unit.text for mark in _QUOTES) or self.is_reporting(unit):
            return None
        for kind, pattern in _BY_WORDS:
            if pattern.search(unit.plain):
                return kind
        return None

    def is_reporting(self, unit: Unit) -> bool:
        """Tell whether a line holds a word of reported speech."""
        return bool(self.reporting.search(unit.plain))

    def is_on_data(self, unit: Unit) -> bool:
        """Tell whether a site speaks to its reader of the reader's data."""
        if _TO_READER.search(unit.plain) is None:
            return False
        if any(mark in unit.text for mark in _QUOTES):
            return False
        count = len(frozenset(_OF_DATA.findall(unit.plain)))
        least = _SURELY_OF_DATA if self.is_reporting(unit) else _LEAST_OF_DATA
        return count >= least

    def opens(self, unit: Unit) -> FurnitureKind | None:
        """Name the kind of block a line is the heading of, if it is one."""
        if unit.words > _MAX_HEAD_WORDS:
            return None
        for kind in self.kinds:
            if unit.plain in kind.heads:
                return kind.kind
            if kind.kind == "subscription" and _starts_with(unit.plain, kind.heads):
                return kind.kind
        return "teaser" if _TEASER_HEAD.fullmatch(unit.plain) else None


@cache
def lexicon() -> Lexicon:
    """Load the lexicon."""
    source = resources.files("accord.read") / "data" / "furniture.yaml"
    text = source.read_text(encoding="utf-8")
    loaded = cast("dict[str, Any]", yaml.safe_load(text))
    kinds = tuple(
        _Kind(
            section=name,
            kind=kind,
            whole=frozenset(plain(p) for p in loaded[name].get("whole", ())),
            start=_starting(loaded[name].get("start", ())),
            heads=frozenset(plain(p) for p in loaded[name].get("heads", ())),
        )
        for name, kind in _SECTIONS
    )
    return Lexicon(
        version=digest(text),
        kinds=kinds,
        form_fields=frozenset(plain(p) for p in loaded["comment-form"]["fields"]),
        media=frozenset(loaded["media"]),
        sections=frozenset(plain(p) for p in loaded["navigation"]["whole"]),
        promotion=_containing(loaded["promotion"]),
        reporting=_containing(loaded["reporting"]),
    )


def _needs_place(section: str, unit: Unit) -> bool:
    """Tell whether a line is known as furniture only outside the article."""
    return section == "navigation" or (
        unit.words == 1 and section in {"sharing", "teaser", "comment-form", "byline"}
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
