"""Ellipses: "Its neighbour does not.", "So will Portugal.", "Like Arle, Corva is for it".

They say again, or deny, what somebody else was said to want in the sentence before, or in
their own.
"""

from collections.abc import Iterator, Sequence

from accord.position.implied.leanings import BESIDE, MOVED, Leaning
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem, stem_set

__all__ = ["find_ellipses"]

# What only the text itself tells.
_TOLD = "ellipsis"
_STOPS = frozenset((SENTENCE_END, ".", ";"))
_DOES = stem_set("do doesn't don't didn't")
_IS = stem_set("be have will would can could")
_IS_NOT = stem_set("isn't aren't wasn't weren't hasn't haven't won't wouldn't can't")
_SAME = stem_set("so nor neither")
_NOT = ("not",)
_DOES_SO = stem_set("do be have")
_PROTEST = stem("protest")
_AGAINST = stem("against")
_BE = stem("be")
_BE_TOKENS = 2
_ALIKE = {stem("like"): 1, stem("unlike"): -1}
_BACKED = stem_set("back support second flank join")
_BY = ("by",)
_BEFORE = frozenset((SENTENCE_END, ",", ";"))
# "Approved the plan, angering Corva"
_MOVES = {
    **dict.fromkeys(stem_set("delight please relieve"), 1),
    **dict.fromkeys(
        stem_set("anger infuriate enrage dismay alarm upset outrage irk annoy"), -1
    ),
}


def find_ellipses(page: Page) -> Iterator[Leaning]:
    """Find such words by place.

    Cost:
        Linear in the length of the text.
    """
    stems = page.tokens.stems
    for at, word in enumerate(stems):
        if word in _DOES or word in _IS or word in _IS_NOT:
            yield from _auxiliary(stems, at)
        elif word == "as" and _opens(stems, at) and _does_so(stems, at + 1):
            yield Leaning(at, at + 2, 1, "answer", _TOLD, voiced=True)
        elif word == _PROTEST and at in page.tokens.inflected and _ends(stems, at + 1):
            yield Leaning(at, at + 1, -1, "event", _TOLD)
        elif word == _AGAINST and _ends(stems, at + 1):
            yield from _flatly(stems, at)
        elif word in _ALIKE and stems[at - 1 : at] in ((), (SENTENCE_END,)):
            yield from _alike(page, at)
        elif word in _MOVES and at in page.tokens.gerunds and stems[at - 1] == ",":
            yield Leaning(at, at + 1, _MOVES[word], "event", MOVED, voiced=True)
        elif word in _BACKED and stems[at - 1 : at] == (",",):
            yield from _backed(page, at)


def _auxiliary(stems: Sequence[str], at: int) -> Iterator[Leaning]:
    """Find "so does", "nor will" and, at the end of a sentence, "does not" or "is not"."""
    before = stems[at - 1] if at else SENTENCE_END
    apart = stems[at + 1 : at + 2] == _NOT
    if before in _SAME:
        yield Leaning(at - 1, at + 1 + apart, 1, "answer", _TOLD, voiced=True)
        return
    last = at + 1 + apart
    negated = apart or stems[at] not in ("do", *_IS)
    if before == "and" or not _ends(stems, last) or last >= len(stems):
        return
    if negated or stems[at] in _DOES:
        yield Leaning(at, last, -1 if negated else 1, "answer", _TOLD)


def _flatly(stems: Sequence[str], at: int) -> Iterator[Leaning]:
    """Find "Corva, too, is against."."""
    before = stems[max(0, at - _BE_TOKENS) : at]
    if _BE in before and "not" not in before:
        yield Leaning(at, at + 1, -1, "thing", _TOLD)


def _opens(stems: Sequence[str], at: int) -> bool:
    """Tell where a clause begins."""
    return at == 0 or stems[at - 1] in _BEFORE


def _alike(page: Page, at: int) -> Iterator[Leaning]:
    """Find "Like Arle, Corva is for it": Arle is on the side that the sentence tells."""
    if at + 1 in page.scene.covered or at + 1 in page.tokens.capitals:
        sign = _ALIKE[page.tokens.stems[at]]
        yield Leaning(at, at + 1, sign, "answer", BESIDE, voiced=True)


def _backed(page: Page, at: int) -> Iterator[Leaning]:
    """Find "Arle, backed by Corva, opposes it", where no thing is what is backed."""
    if page.tokens.stems[at + 1 : at + 2] != _BY:
        return
    if not page.scene.targets_in(at - 2, at):
        yield Leaning(at, at + 2, 1, "answer", BESIDE, voiced=True)


def _does_so(stems: Sequence[str], at: int) -> bool:
    """Tell ", as did the Greens" from ", as expected"; who did so is looked for after it."""
    return at < len(stems) and stems[at] in _DOES_SO


def _ends(stems: Sequence[str], at: int) -> bool:
    """Tell where a sentence ends."""
    return at >= len(stems) or stems[at] in _STOPS
