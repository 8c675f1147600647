"""Anchors: words of an issue's own that show that a text is about it.

A text in which no term stands may still be on the issue: "the wards are full" in a dispute
on a maternity ward. Such words count only for what is said without naming anything.
"""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from accord.model import Codebook
from accord.position.meaning.questions import is_content
from accord.position.meaning.roots import root
from accord.position.phrases import Tokens, phrase_stems

__all__ = ["find_anchors", "main_issue"]

_FEWEST = 2


@lru_cache(maxsize=16)
def _own_words(codebook: Codebook) -> Mapping[str, int]:
    """Map the root of each word that one issue alone has to the place of the issue."""
    users: dict[str, set[int]] = {}
    for place, issue in enumerate(codebook.issues):
        for phrase in (issue.question, *issue.terms):
            for word in phrase_stems(phrase):
                if is_content(word):
                    users.setdefault(root(word), set()).add(place)
    return {word: min(places) for word, places in users.items() if len(places) == 1}


def find_anchors(codebook: Codebook, tokens: Tokens) -> list[tuple[int, int]]:
    """Find the words that belong to one issue, as (token, place of the issue)."""
    words = _own_words(codebook)
    return [
        (at, words[found])
        for at, stem in enumerate(tokens.stems)
        if (found := root(stem)) in words
    ]


def main_issue(codebook: Codebook, anchors: list[tuple[int, int]]) -> int | None:
    """Find the issue that a text is about: the only one, or the one with most words.

    Returns:
        Its place; None if the text has too few words of any, or as many of two.
    """
    if len(codebook.issues) == 1:
        return 0
    counts = Counter(place for _, place in anchors)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _FEWEST:
        return None
    tied = len(ranked) > 1 and ranked[1][1] == ranked[0][1]
    return None if tied else ranked[0][0]
