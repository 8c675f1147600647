"""Paraphrases: "walk out" for a strike, "lay down arms" for a truce.

Many disputes are about the same few things, and those who are for or against them say so
without naming them: who wants to "go back to work" is against the strike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from accord.model import Codebook, Issue
from accord.position.meaning.pointing import points_of
from accord.position.phrases import load_table, phrase_stems, stem, tokenise

__all__ = ["find_paraphrases"]


@dataclass(frozen=True, slots=True)
class _Thing:
    """What many disputes are about.

    Attributes:
        keys: Stems of the words that name it, each as they follow one another.
        deeds: What is done for it and against it, with the sign of it.
    """

    keys: frozenset[tuple[str, ...]]
    deeds: tuple[tuple[str, int], ...]


def find_paraphrases(codebook: Codebook) -> Iterator[tuple[str, int, int]]:
    """Find what stands for the things that a codebook asks about.

    Returns:
        Phrases, each with the place of its issue and with the sign of whoever does so; none
        where two issues ask about one thing.
    """
    for thing in _things():
        asked = [
            (place, sign)
            for place, issue in enumerate(codebook.issues)
            if (sign := _sign(issue, thing))
        ]
        if len(asked) != 1:
            continue
        ((place, sign),) = asked
        known = {phrase_stems(t) for issue in codebook.issues for t in issue.terms}
        for phrase, way in thing.deeds:
            if phrase_stems(phrase) not in known:
                yield phrase, place, sign * way


def _sign(issue: Issue, thing: _Thing) -> int:
    """Give the sign of who is for a thing; 0 where an issue does not ask about it."""
    question = tokenise(issue.question).stems
    asked = any(_has(question, key) for key in thing.keys)
    if not asked and thing.keys.isdisjoint(map(phrase_stems, issue.terms)):
        return 0
    ends = (t for t in issue.terms if _ends(phrase_stems(t), thing.keys))
    term = next(ends, None)
    return points_of(issue.question, issue.terms, term) if term else 0


def _has(stems: Sequence[str], key: Sequence[str]) -> bool:
    """Tell whether words follow one another somewhere."""
    return any(
        tuple(stems[at : at + len(key)]) == tuple(key) for at in range(len(stems))
    )


def _ends(words: tuple[str, ...], keys: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether a term ends with a word for the thing."""
    return any(words[-len(key) :] == key for key in keys)


@cache
def _things() -> tuple[_Thing, ...]:
    """Read what many disputes are about."""
    rows: Sequence[Mapping[str, Sequence[str]]] = load_table("paraphrases.yaml")[
        "things"
    ]
    return tuple(
        _Thing(
            frozenset(tuple(map(stem, key.split())) for key in row["keys"]),
            tuple(
                (phrase, sign)
                for side, sign in (("for", 1), ("against", -1))
                for phrase in row[side]
            ),
        )
        for row in rows
    )
