"""Words around two parties as hashed features; no vocabulary is kept.

What decides an act stands between who acts and whom it is aimed at, and which of the two
comes first. Features go by a hash into a fixed number of places, so a model holds numbers
alone and no words of the texts it was trained on.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from zlib import crc32

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.ports import ActCase

__all__ = ["PLACES", "between", "features", "masked"]

#: Places of the hash.
PLACES = 16_384

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+")
_ENDINGS = ("ations", "ation", "ings", "ing", "ed", "es", "s")
_SHORTEST_STEM = 4
_AFTER_SOURCE = 5
_BEFORE_TARGET = 4
_SOURCE, _TARGET = "SOURCE", "TARGET"


def masked(case: ActCase, source: str, target: str) -> str:
    """Give the text with other words for both parties."""
    parties = ((case.source, source), (case.target, target))
    cuts = [(place, words) for place, words in parties if place is not None]
    text = case.text
    for (start, end), words in sorted(cuts, reverse=True):
        text = f"{text[:start]} {words} {text[end:]}"
    return " ".join(text.split())


def between(case: ActCase, source: str, target: str) -> str:
    """Give the words from one party to the other, both replaced; all if one is missing."""
    if case.source is None or case.target is None:
        return masked(case, source, target)
    (first, last), (one, other) = sorted((case.source, case.target)), (source, target)
    if first == case.target:
        one, other = other, one
    return " ".join(f"{one} {case.text[first[1] : last[0]]} {other}".split())


def features(case: ActCase) -> Floats:
    """Hash what stands in a case; each kind of feature has length 1.

    Returns:
        A vector of PLACES numbers.
    """
    vector = np.zeros(PLACES, dtype=np.float32)
    for kind, values in _kinds(case):
        counts: dict[str, float] = {}
        for value in values:
            counts[value] = counts.get(value, 0.0) + 1.0
        length = sqrt(sum(count * count for count in counts.values()))
        for value, count in counts.items():
            number = crc32(f"{kind}:{value}".encode())
            sign = 1.0 if number >> 31 else -1.0
            vector[number % PLACES] += sign * count / length
    return vector


def _kinds(case: ActCase) -> Iterator[tuple[str, Sequence[str]]]:
    """Give each kind of feature with its values."""
    words = [_fold(w) for w in _WORD.findall(masked(case, _SOURCE, _TARGET))]
    yield "word", words
    yield "pair", _pairs(words)
    yield "act", case.acts
    yield "rule", (case.rule or "none",)
    if _SOURCE not in words:
        return
    source = words.index(_SOURCE)
    yield "after", [_stem(w) for w in words[source + 1 : source + 1 + _AFTER_SOURCE]]
    if _TARGET not in words:
        return
    target = words.index(_TARGET)
    order = ">" if source < target else "<"
    inner = words[min(source, target) + 1 : max(source, target)]
    yield "order", (order,)
    yield "inner", [order + w for w in inner]
    yield "stem", [_stem(w) for w in inner]
    yield "path", [order + p for p in _pairs(["^", *inner, "$"])]
    yield "before", [_stem(w) for w in words[max(0, target - _BEFORE_TARGET) : target]]


def _fold(word: str) -> str:
    """Fold case and numbers; leave the parties."""
    if word in {_SOURCE, _TARGET}:
        return word
    return "#" if word.isdigit() else word.lower()


def _pairs(words: Sequence[str]) -> list[str]:
    """Give neighbours."""
    return [f"{a} {b}" for a, b in pairwise(words)]


def _stem(word: str) -> str:
    """Cut an ending off."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
