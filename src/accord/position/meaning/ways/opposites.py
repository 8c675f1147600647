"""Opposites: words of which who is for the one is against the other: "secrecy", "publish"."""

from collections.abc import Sequence
from functools import cache

from accord.position.meaning.naming import EASING, UNDOING
from accord.position.meaning.operators import find_operators
from accord.position.meaning.ways.asked import Asked, is_gerund_noun, sign_at
from accord.position.phrases import (
    Hit,
    PhraseIndex,
    Tokens,
    load_table,
    stem_set,
    tokenise,
)

__all__ = ["read_opposite"]

# "Run ambulances during the strike" asks for no strike.
_CIRCUMSTANCES = stem_set("during after before despite")
_ASIDE_TOKENS = 2
_HOLDING = stem_set("embargo moratorium veto curfew") | EASING | UNDOING
_SIDES = stem_set("side party faction camp neighbour country")
_PARTING = stem_set("lay hand surrender")
_BE = "be"
_TURNING = ("against", "negation", "less")


@cache
def _pairs() -> PhraseIndex[tuple[int, int]]:
    """Look for all words of the pairs at once; the label is the pair and the side."""
    return PhraseIndex(
        (phrase, (number, side))
        for number, sides in enumerate(load_table("opposites.yaml")["pairs"])
        for side, phrases in zip((1, -1), sides, strict=True)
        for phrase in phrases
    )


def read_opposite(asked: Asked, term: str) -> int:
    """Read a term by what the question sets against it.

    Returns:
        The sign of who is for the term; 0 where no pair has a word of both.
    """
    tokens = tokenise(term)
    named = _pairs().find_outermost(tokens)
    if not named:
        return 0
    held = _held(asked)
    for hit in reversed(named):
        pair, side = hit.label
        there = [(other, sign, is_so) for (n, other), sign, is_so in held if n == pair]
        if there:
            # "Should the toll road be free?": what it is to be says more than its name.
            sides = {other for other, _, _ in there}
            said = (
                there if len(sides) == 1 else sorted(there, key=lambda one: not one[2])
            )
            return said[0][1] * said[0][0] * side * _turns(tokens, hit)
    return 0


def _held(asked: Asked) -> list[tuple[tuple[int, int], int, bool]]:
    """Find the words of pairs in a question.

    Returns:
        Pair and side, what the question does with it, and whether something is to be so.
    """
    stems = asked.tokens.stems
    found: list[tuple[tuple[int, int], int, bool]] = []
    for hit in _pairs().find_outermost(asked.tokens):
        before: Sequence[str] = stems[max(0, hit.first - _ASIDE_TOKENS) : hit.first]
        if _CIRCUMSTANCES.isdisjoint(before) and not _only_describes(asked, hit.first):
            # "Be charged": what is to be done is what is asked for.
            done = before[-1:] == (_BE,) and hit.first in asked.tokens.inflected
            sign = 1 if done else sign_at(asked, _with_verb(asked, hit))
            found.append((hit.label, sign, _BE in before))
    return found


def _only_describes(asked: Asked, at: int) -> bool:
    """Tell "the warring sides", of whom no war is asked, and what is left aside."""
    after = asked.tokens.stems[at + 1 : at + 2]
    return at in asked.aside or not _SIDES.isdisjoint(after)


def _with_verb(asked: Asked, hit: Hit[tuple[int, int]]) -> range:
    """Take "kept secret" as a whole where a pair has "secret"."""
    over = [op for op in asked.operators if op.first < hit.last and op.last > hit.first]
    first = min((hit.first, *(op.first for op in over)))
    return range(first, max((hit.last, *(op.last for op in over))))


def _turns(tokens: Tokens, hit: Hit[tuple[int, int]]) -> int:
    """Multiply what the rest of a term does: "end of hostilities"."""
    sign = 1
    for op in find_operators(tokens):
        apart = op.last <= hit.first or op.first >= hit.last
        if apart and op.kind in _TURNING and not is_gerund_noun(tokens, op):
            sign *= op.sign
    rest = {*tokens.stems[: hit.first], *tokens.stems[hit.last :]}
    if sign > 0 and not rest.isdisjoint(_HOLDING | _PARTING):
        # "Arms embargo", "duty relief", "lay down its weapons".
        sign = -sign
    return sign
