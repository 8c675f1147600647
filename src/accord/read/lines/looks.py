"""What a line looks like by itself."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log1p
from zlib import crc32

import numpy as np
import numpy.typing as npt

from accord.model import FurnitureKind
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
_CUT = ("...", "…", "[…]", "[...]")
_RARE_WORD = 4
_NO_LINES: Sequence[frozenset[str]] = (frozenset(),)

LOOKS = (
    "chars", "words", "word_length", "prose", "ends_sentence", "ends_colon", "ends_cut",
    "ends_question", "ends_exclamation", "starts_upper", "starts_lower", "starts_digit",
    "bullet", "upper", "title_case", "digit", "sign", "commas", "inner_stops", "quotes",
    "brackets", "bars", "address", "clock", "short_words", "tabs",
    "to_reader", "for_self", "of_site", "gap", "copies", "in_article",
    "in_earlier", "like_above", "like_below", "rule_place", "rule_words", "rule_any",
)  # fmt: skip


def looks(units: Sequence[Unit], kinds: Mapping[int, FurnitureKind]) -> Array:
    """Describe each line in numbers.

    Args:
        units: The lines.
        kinds: What the rules call furniture, by line.

    Returns:
        One row a line, one column for each of ``LOOKS``.

    Cost:
        Linear in the number of characters.
    """
    copies = Counter(unit.plain for unit in units)
    bags = [_rare_words(unit) for unit in units]
    article: Counter[str] = Counter()
    for unit, bag in zip(units, bags, strict=True):
        if unit.is_prose:
            article.update(bag)
    earlier: set[str] = set()
    rows: list[tuple[float, ...]] = []
    for index, (unit, bag) in enumerate(zip(units, bags, strict=True)):
        rows.append(
            (
                *_look(unit),
                log1p(copies[unit.plain] - 1),
                _share_known(bag, article, own=unit.is_prose),
                len(bag & earlier) / max(1, len(bag)),
                max(
                    _likeness(bag, other)
                    for other in bags[max(0, index - 2) : index] or _NO_LINES
                ),
                max(
                    _likeness(bag, other)
                    for other in bags[index + 1 : index + 3] or _NO_LINES
                ),
                *_rule(kinds.get(index)),
            )
        )
        if unit.is_prose:
            earlier |= bag
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
    )


def _rare_words(unit: Unit) -> frozenset[str]:
    """Give the words that may tell one story from another."""
    return frozenset(
        word.strip(".,:;!?\"'()")
        for word in unit.plain.split()
        if len(word) >= _RARE_WORD
    )


def _share_known(bag: frozenset[str], article: Counter[str], *, own: bool) -> float:
    """Tell which share of a line's words the page's prose holds elsewhere."""
    if not bag:
        return 0.0
    floor = 1 if own else 0
    return sum(1 for word in bag if article[word] > floor) / len(bag)


_BY_PLACE = frozenset({"navigation", "header", "byline"})


def _likeness(bag: frozenset[str], other: frozenset[str]) -> float:
    """Tell which share of the shorter line's rare words the other line holds too."""
    shorter = min(len(bag), len(other))
    return len(bag & other) / shorter if shorter > 1 else 0.0


def _rule(kind: FurnitureKind | None) -> tuple[float, ...]:
    """Tell what the rules say of a line."""
    return (
        kind in _BY_PLACE,
        kind is not None and kind not in _BY_PLACE,
        kind is not None,
    )
