"""Variants: "taxpayers' money" for public money, "a second count" for a recount.

A codebook gives a thing two or three names; the language has more. These say the same wherever
they stand, unlike the nouns of :mod:`~accord.position.meaning.names.kin`, which must be definite.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from accord.model import Codebook
from accord.position.meaning.operators import find_operators
from accord.position.meaning.pointing import points_of
from accord.position.meaning.questions import read_terms
from accord.position.phrases import load_table, phrase_stems, tokenise

__all__ = ["find_variants"]

_Words = tuple[str, ...]


def find_variants(codebook: Codebook) -> Iterator[tuple[str, int, int]]:
    """Find other names for what a codebook names.

    Returns:
        Phrases, each with the place of its issue and with the sign of whoever is for it; none
        that two issues could mean.

    Example:
        >>> from accord.model import Issue
        >>> ask = Issue(
        ...     id="vote",
        ...     question="Should there be a referendum?",
        ...     terms=("referendum",),
        ... )
        >>> ("plebiscite", 0, 1) in find_variants(Codebook("votes", (ask,)))
        True
    """
    found: dict[str, set[tuple[int, int]]] = {}
    known: set[_Words] = set()
    for place, issue in enumerate(codebook.issues):
        terms = issue.terms or read_terms(issue)
        poles = (*issue.poles.support, *issue.poles.oppose)
        known.update(phrase_stems(phrase) for phrase in (*terms, *poles))
        for term in terms:
            groups = _groups_of(term)
            sign = points_of(issue.question, terms, term) if groups else 0
            for phrase in (phrase for group in groups for phrase in group):
                found.setdefault(phrase, set()).add((place, sign))
    for phrase, places in found.items():
        if len(places) == 1 and phrase_stems(phrase) not in known:
            yield (phrase, *next(iter(places)))


def _groups_of(term: str) -> Sequence[tuple[str, ...]]:
    """Give the groups that a term or, where it has several words, its end belongs to.

    What "close the maternity unit" ends with is what is closed, and no other name for it.
    """
    words = phrase_stems(term)
    done = any(not op.first for op in find_operators(tokenise(term)))
    last = 1 if done else max(1, len(words) - 1)
    ends = (words[at:] for at in range(last))
    return next((_groups()[end] for end in ends if end in _groups()), ())


@cache
def _groups() -> Mapping[_Words, tuple[tuple[str, ...], ...]]:
    """Map each name to the groups that have it."""
    fields: Mapping[str, Sequence[Sequence[str]]] = load_table("variants.yaml")
    groups: dict[_Words, tuple[tuple[str, ...], ...]] = {}
    for group in (tuple(names) for field in fields.values() for names in field):
        for name in group:
            words = phrase_stems(name)
            groups[words] = (*groups.get(words, ()), group)
    return groups
