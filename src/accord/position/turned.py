"""Poles said the other way round: "voluntary fees", "the fees must be voluntary"."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Generic, TypeVar

from accord.position.phrases import (
    GAP,
    PhraseIndex,
    Tokens,
    load_table,
    phrase_stems,
    stem_set,
)

__all__ = ["TurnedIndex"]

L = TypeVar("L")

_HELPERS = stem_set(
    "must should shall will would can could may might ought need to have only always "
    "not never now still therefore instead cannot mustn't shouldn't can't won't wouldn't"
)
_COPULAS = stem_set("be remain stay become isn't aren't wasn't weren't")
# What stands between subject and predicate: helping verbs and short adverbs.
_BETWEEN_TOKENS = 7
# What begins with one of these names no quality that could be said of the rest.
_TURNING = ("negators", "no_negators", "obliging", "intending", "possible")


class TurnedIndex(Generic[L]):
    """Phrases whose first word is looked for as the predicate of the rest.

    Args:
        phrases: Pairs of a phrase of two words or more and its label; phrases that
            cannot be turned round are passed over.
    """

    def __init__(self, phrases: Iterable[tuple[str, L]]) -> None:
        parted: list[tuple[str, tuple[str, L]]] = []
        for phrase, label in phrases:
            words = [word for word in phrase.split() if phrase_stems(word)]
            stems = phrase_stems(phrase)
            if len(words) > 1 and GAP not in stems and stems[0] not in _turning():
                parted.append((" ".join(words[1:]), (stems[0], label)))
        self._subjects: PhraseIndex[tuple[str, L]] = PhraseIndex(parted)

    def find(self, tokens: Tokens) -> Iterator[tuple[int, L]]:
        """Find the predicates, each with the label of its phrase.

        Cost:
            Linear in the number of tokens.
        """
        for hit in self._subjects.find(tokens):
            word, label = hit.label
            at = _find_predicate(tokens, hit.last, word)
            if at is not None:
                yield at, label


def _find_predicate(tokens: Tokens, begin: int, word: str) -> int | None:
    """Find a word that is said of the subject before ``begin``."""
    stems = tokens.stems
    linked = False
    for at in range(begin, min(len(stems), begin + _BETWEEN_TOKENS)):
        if linked and stems[at] == word:
            return at
        linked = linked or stems[at] in _COPULAS
        if stems[at] not in _COPULAS and stems[at] not in _HELPERS:
            return None
    return None


@cache
def _turning() -> frozenset[str]:
    """List the words that only turn, oblige or intend."""
    table = load_table("polarity.yaml")
    phrases = (phrase for kind in _TURNING for phrase in table[kind])
    return frozenset(stems[0] for p in phrases if len(stems := phrase_stems(p)) == 1)
