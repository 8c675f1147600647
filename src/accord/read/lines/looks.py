"""What a line looks like by itself."""

import itertools
import re
from collections.abc import Mapping, Sequence
from math import log1p
from zlib import crc32

import numpy as np
import numpy.typing as npt

from accord.model import FurnitureKind
from accord.read.captions import picture_words
from accord.read.lines.among import AMONG, among, rare_words
from accord.read.units import Unit
from accord.text import ends_sentence

__all__ = ["LOOKS", "WORD_SLOTS", "looks", "word_slots"]

Array = npt.NDArray[np.float32]

# Words are told apart by a hash of this many values.
WORD_SLOTS = 1 << 14
# A line says what it is with its first and last words.
_MOST_WORDS = 60

_UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽА-ЯΑ-Ω]")
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[^\w\s]")
_INNER_STOP = re.compile(r"[.!?…。][\"”’»)]*\s")
_QUOTE = re.compile(r"[\"“”„«»]")
_BAR = re.compile(r"[|›»→•·>]|\s/\s")
_ADDRESS = re.compile(r"https?:|www\.|@|©|\.(?:com|org|net)\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b(?:19|20)\d\d\b")
_BULLET = re.compile(r"[-•·*+✓✔◦▪]\s?")
_TABS = re.compile(r"\t|\s{3}")
# Who speaks to the reader, who speaks for himself, and what only a site speaks of.
_TO_READER = frozenset("you your yours we our ours us please".split())
_FOR_SELF = frozenset("i i'm i've i'd my me mine lol imo".split())
_OF_SITE = frozenset(
    """
    cookie cookies consent consents opt opt-out opting-out browser browsers vendors partners
    advertising advertisement advertisements ads advertisers tracking analytics device
    preferences privacy policy settings third-party personalised personalized gdpr
    """.split()
)
# Marks between pieces of furniture are no longer than this.
_MOST_OF_MARK = 100
# What heads readers' talk, what heads it beyond doubt, and what stands between its turns.
_TALK_HEAD = re.compile(
    r"(?i)\W{0,4}(?:[1-9][\d,.]{0,6} |(?:all|top|top rated|user|reader|readers'?|latest|recent"
    r"|best|newest|oldest|view|show|join the) ){0,2}"
    r"(?:comments|responses|replies|discussion|conversation"
    r"|kommentare|commentaires|comentários|comentarios|commenti)\b[^?.,]{0,30}$"
    r"|\W{0,4}1 (?:comment|response|kommentar|commentaire|comentário)$"
)
_TALK_ON = re.compile(
    r"(?i)\W{0,4}[1-9][\d,.]{0,6} (?:comments?|responses?|replies|thoughts?) (?:to|on)\b"
)
_TALK = re.compile(
    r"(?i)\b(?:says|said|wrote|writes|schrieb):$|\brepl(?:y|ied)\b|\bpermalink\b"
    r"|\brating: \d|\b(?:up|down)votes?\b|\b\d+ likes?\b|\bjoined:|\bposts:|\banonymous\b"
    r"|\breport (?:abuse|comment)|\bantworten\b|\brépondre\b|\bresponder\b|\bmoderat"
)
_AGO = re.compile(
    r"(?i)\b(?:\d+|an?|one) ?(?:m|h|d|w|mins?|minutes?|hrs?|hours?|days?|weeks?|months?"
    r"|years?) ago\b|\bil y a \d|\bvor \d+ (?:st|min|tag)|\bhá \d|\bat \d{1,2}:\d\d"
)
# The commonest verbs of told events.
_PAST = frozenset(
    """
    was were had did said told made took came went became began added asked called gave
    got found left met saw wrote held won lost could would
    """.split()
)
_HEADLINE = 200
# A headline and what follows it, without a space in between.
_GLUED = re.compile(r"\w[a-z]{2}[.?!’”\"]?[A-Z][a-z]{0,12} [a-z0-9]")
_CUT = ("...", "…", "[…]", "[...]")

_LOOK = (
    "chars", "words", "word_length", "prose", "ends_sentence", "ends_colon", "ends_cut",
    "ends_question", "ends_exclamation", "starts_upper", "starts_lower", "starts_digit",
    "bullet", "upper", "title_case", "digit", "sign", "commas", "inner_stops", "quotes",
    "brackets", "bars", "address", "clock", "short_words", "tabs", "to_reader",
    "for_self", "of_site", "gap", "talk", "ago", "picture", "past", "names", "ends_stop", "glued",
)  # fmt: skip
_RULE = ("rule_place", "rule_words", "rule_any")
LOOKS = (*_LOOK, *AMONG, *_RULE)


def looks(
    units: Sequence[Unit],
    kinds: Mapping[int, FurnitureKind],
    *,
    bags: Sequence[frozenset[str]] | None = None,
) -> Array:
    """Describe each line in numbers.

    Args:
        units: The lines.
        kinds: What the rules call furniture, by line.
        bags: The rare words of each line, if they are known already.

    Returns:
        One row a line, one column for each of ``LOOKS``.

    Cost:
        Linear in the number of characters.
    """
    if bags is None:
        bags = [rare_words(unit) for unit in units]
    rows = [
        (*_look(unit), *beside, *_rule(kinds.get(index)))
        for index, (unit, beside) in enumerate(
            zip(units, among(units, bags), strict=True)
        )
    ]
    return np.asarray(rows, dtype=np.float32).reshape(len(rows), len(LOOKS))


def word_slots(unit: Unit) -> list[int]:
    """Hash a line's words and pairs of neighbouring words."""
    words = unit.plain.split()
    if len(words) > _MOST_WORDS:
        half = _MOST_WORDS // 2
        words = words[:half] + words[-half:]
    marked = ["^", *words, "$"]
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(marked)]
    return sorted({crc32(w.encode()) % WORD_SLOTS for w in (*words, *pairs)})


def _look(unit: Unit) -> tuple[float, ...]:
    """Describe the form of one line."""
    text = unit.text
    size = len(text)
    words = text.split()
    plain = [word.strip(".,:;!?()") for word in unit.plain.split()]
    count = max(1, len(words))
    stripped = text.rstrip("\"'”’»)]*_ \u00a0")
    last = stripped[-1:]
    first = text.lstrip("\"'“‘«([*_#-•· ")[:1]
    return (
        log1p(size),
        log1p(len(words)),
        size / count,
        unit.is_prose,
        ends_sentence(text),
        last in {":", ";", ","},
        text.rstrip().endswith(_CUT),
        last == "?",
        last == "!",
        first.isupper(),
        first.islower(),
        first.isdigit(),
        _BULLET.match(text) is not None,
        len(_UPPER.findall(text)) / size,
        sum(1 for word in words if word[:1].isupper()) / count,
        len(_DIGIT.findall(text)) / size,
        len(_SIGN.findall(text)) / size,
        text.count(",") / count,
        log1p(len(_INNER_STOP.findall(text))),
        log1p(len(_QUOTE.findall(text))),
        text.count("(") / count,
        log1p(len(_BAR.findall(text))),
        _ADDRESS.search(text) is not None,
        _CLOCK.search(text) is not None,
        sum(1 for word in words if len(word) <= 3 and word.islower()) / count,
        log1p(len(_TABS.findall(text))),
        sum(1 for word in plain if word in _TO_READER) / count,
        sum(1 for word in plain if word in _FOR_SELF) / count,
        sum(1 for word in plain if word in _OF_SITE) / count,
        min(unit.gap, 3),
        _talk(text),
        size <= _MOST_OF_MARK and _AGO.search(text) is not None,
        log1p(picture_words(text)),
        sum(1 for word in plain if word in _PAST) / count,
        log1p(sum(1 for word in words[1:] if word[:1].isupper())),
        last in {".", "!", "?", "…"},
        _GLUED.search(text[:_HEADLINE]) is not None,
    )


_BY_PLACE = frozenset({"navigation", "header", "byline"})


def _talk(text: str) -> float:
    """Tell a mark of readers' talk (1) from its head (2), and from a head for sure (3)."""
    if _TALK_ON.match(text):
        return 3
    if len(text) > _MOST_OF_MARK:
        return 0
    return 2 if _TALK_HEAD.match(text) else float(_TALK.search(text) is not None)


def _rule(kind: FurnitureKind | None) -> tuple[float, ...]:
    """Tell what the rules say of a line."""
    return (
        kind in _BY_PLACE,
        kind is not None and kind not in _BY_PLACE,
        kind is not None,
    )
