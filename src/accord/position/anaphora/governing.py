"""Governing: the words before a place that say what is done with it, or wished."""

from bisect import bisect_left
from collections.abc import Sequence
from math import prod

from accord.position.issues import Target
from accord.position.meaning.operators import Operator
from accord.position.phrases import SENTENCE_END, Tokens

__all__ = ["chain_before", "governing", "product_before"]

_CLAUSE_TOKENS = 25
_ADJACENT_TOKENS = 3


def governing(
    operators: Sequence[Operator], starts: Sequence[int], target: Target
) -> Sequence[Operator]:
    """Give the words before a place that may govern it."""
    low = bisect_left(starts, target.first - _CLAUSE_TOKENS)
    return operators[low : bisect_left(starts, target.first)]


def product_before(
    tokens: Tokens,
    before: Target,
    ops: Sequence[Operator],
    *,
    kinds: Sequence[str],
) -> int:
    """Multiply the sign of a place with those of the words right before it."""
    chain = chain_before(tokens, before, ops, kinds=kinds)
    if all(op.kind == "negation" for op in chain):
        # "No merger on these terms": by "it" the merger is meant.
        return before.sign
    return before.sign * prod(op.sign for op in chain)


def chain_before(
    tokens: Tokens,
    before: Target,
    ops: Sequence[Operator],
    *,
    kinds: Sequence[str],
) -> list[Operator]:
    """Collect the words that govern a place from the left, nearest first."""
    chain: list[Operator] = []
    reach = before.first
    for op in reversed(ops):
        if op.kind in ("hold_for", "hold_against") and op.kind not in kinds:
            # What is denied before it is somebody's wish, not the deed.
            break
        if op.last > reach or op.kind not in (*kinds, "negation"):
            continue
        gap = tokens.stems[op.last : reach]
        words = sum(word.isalpha() for word in gap)
        if words > _ADJACENT_TOKENS or SENTENCE_END in gap:
            break
        chain.append(op)
        reach = op.first
    return chain
