"""Contradictions: two reports of one utterance that do not agree. Candidates only."""

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from accord.link.compare import (
    NEAR,
    QUOTED_CONTENT,
    REWORDED_SHARE,
    SAME_OCCASION,
    Match,
)
from accord.link.differences import Difference, differences
from accord.link.utterances import Relation, Utterance, is_person, relate
from accord.link.words.tokens import is_content, meaning

__all__ = ["Contradiction", "contradict", "is_doubted"]

# Share of all words, in their order, that two reports must have in common (Dice), and
# content words, to be one utterance though they say different things of it.
# Set on evals/echoes, dev half; tried 0.4 to 0.8.
LEAST_ALIKE = 0.6
LEAST_CONTENT = 3
# Where nearly all words are common, fewer of them have to say something.
NEARLY_ALL = 0.8
FEWEST_CONTENT = 2


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two reports that seem to be of one utterance and differ in what it says.

    Attributes:
        a: The utterance on the page that comes first in canonical order.
        b: The other.
        similarity: Share of their words in common, in order (Dice), in (0, 1].
        differences: Where they part; at least one.
    """

    a: Utterance
    b: Utterance
    similarity: float
    differences: tuple[Difference, ...]


def contradict(
    a: Utterance,
    b: Utterance,
    match: Match | None,
    *,
    relation: Relation,
    apart: int | None,
) -> Contradiction | None:
    """Look for what two utterances do not agree on.

    Args:
        a: The one.
        b: The other, of another document.
        match: Why they are held for one utterance; None if they are not.
        relation: How their speakers are related.
        apart: Days between them; None if not known.

    Returns:
        Where they differ in a negation, a number, a date or who spoke; None if they
        agree, or have too little in common to be reports of one utterance.

    Cost:
        Quadratic in the number of words at worst.
    """
    if apart is None or apart > (SAME_OCCASION if match else NEAR):
        return None
    if match and match.how != "verbatim" and relation == "different":
        return None
    if not match and relation != "same":
        return None
    common = len(set(a.stems).intersection(b.stems))
    if not match and common < FEWEST_CONTENT:
        return None
    if not match and not (_shares_enough(a, b, common) or _is_nearly_all(a, b)):
        return None
    alike = _alike(a, b)
    found: tuple[Difference, ...] = ()
    if alike >= LEAST_ALIKE:
        found = differences(a.words, b.words)
    if match and _names_another(a, b, relation):
        ours, theirs = (
            (name or "").partition(":")[2] for name in (a.speaker, b.speaker)
        )
        found += (Difference("speaker", (ours,), (theirs,)),)
    return Contradiction(a, b, alike, found) if found else None


def is_doubted(a: Utterance, b: Utterance, match: Match) -> bool:
    """Tell whether two people are named for the same words, of which few say anything."""
    few = sum(map(is_content, match.words)) < QUOTED_CONTENT
    return few and _names_another(a, b, relate(a, b))


def _shares_enough(a: Utterance, b: Utterance, common: int) -> bool:
    """Tell whether two utterances have most of their content words in common."""
    return common >= LEAST_CONTENT and 2 * common >= REWORDED_SHARE * (
        len(a.stems) + len(b.stems)
    )


def _is_nearly_all(a: Utterance, b: Utterance) -> bool:
    """Tell whether two utterances are in nearly all words the same, in whatever order."""
    shared = (Counter(a.words) & Counter(b.words)).total()
    return 2 * shared >= NEARLY_ALL * (len(a.words) + len(b.words))


def _alike(a: Utterance, b: Utterance) -> float:
    """Return the share of words that two utterances have in common, in order."""
    ours, theirs = ([meaning(word) for word in one.words] for one in (a, b))
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in blocks)
    return 2 * kept / (len(ours) + len(theirs))


def _names_another(a: Utterance, b: Utterance, relation: Relation) -> bool:
    """Tell whether two people are named for the same words."""
    return relation == "different" and is_person(a.speaker) and is_person(b.speaker)
