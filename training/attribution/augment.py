"""Variations of a document, so that the tagger does not learn one country's press.

Quotation marks of other houses, and other people's names; offsets follow.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Iterable

Edit = tuple[int, int, str]

#: Opening and closing marks of houses: straight, British, angular, German.
MARKS = (('"', '"'), ("‘", "’"), ("«", "»"), ("„", "“"))

_WORD = re.compile(r"[A-Z][a-z]{3,}")


def vary(document: dict, rnd: random.Random, names: list[str], plain: set[str]) -> dict:
    """Give a document other quotation marks, other names, or both.

    Args:
        document: Text with attributions.
        rnd: Where choices come from.
        names: Surnames to choose from.
        plain: Words that also occur in lower case somewhere: they are no names.
    """
    edits: list[Edit] = []
    if rnd.random() < 0.6:
        edits += _marks(document["text"], rnd.choice(MARKS))
    if rnd.random() < 0.7:
        edits += _names(document, rnd, names, plain)
    return rewrite(document, edits) if edits else document


def lower_words(documents: Iterable[dict]) -> set[str]:
    """Collect the words that occur in lower case."""
    return {w for d in documents for w in re.findall(r"\b[a-z]+\b", d["text"])}


def _marks(text: str, pair: tuple[str, str]) -> list[Edit]:
    """Exchange double quotation marks, line by line."""
    edits = []
    inside = False
    for place, character in enumerate(text):
        if character == "\n":
            inside = False
        elif character in '“”"':
            opening = character == "“" or (character == '"' and not inside)
            edits.append((place, place + 1, pair[0] if opening else pair[1]))
            inside = opening
    return edits


def _names(
    document: dict, rnd: random.Random, names: list[str], plain: set[str]
) -> list[Edit]:
    """Exchange names that occur in sources, each for the same other one throughout."""
    text = document["text"]
    found = {
        word
        for attribution in document["attributions"]
        for start, end in attribution["source"]
        for word in _WORD.findall(text[start:end])
        if word.lower() not in plain
    }
    chosen = {word: rnd.choice(names) for word in sorted(found) if rnd.random() < 0.6}
    return [
        (m.start(), m.end(), chosen[m.group()])
        for m in _WORD.finditer(text)
        if m.group() in chosen
    ]


def rewrite(document: dict, edits: list[Edit]) -> dict:
    """Apply edits that do not overlap, and move the spans with the text."""
    text = document["text"]
    pieces, befores, afters = [], [0], [0]
    at = size = 0
    for start, end, new in sorted(edits):
        pieces += [text[at:start], new]
        size += start - at + len(new)
        at = end
        befores.append(end)
        afters.append(size)
    pieces.append(text[at:])

    def move(place: int) -> int:
        k = bisect_right(befores, place) - 1
        return afters[k] + place - befores[k]

    attributions = [
        {
            role: [[move(start), move(end)] for start, end in spans]
            for role, spans in attribution.items()
            if role in ("source", "cue", "content")
        }
        for attribution in document["attributions"]
    ]
    return {"id": document["id"], "text": "".join(pieces), "attributions": attributions}
