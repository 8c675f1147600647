"""Firmness: whether words assert, deny, promise or only consider."""

from accord.model import Modality
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = ["modality_of"]

_FIRST_TOKENS = 14
_FUTURE = stem_set("will won't shall shan't we'll i'll they'll")
_MAYBE = stem_set("would could might may wouldn't couldn't")
_NOT = stem_set(
    "not never cannot can't won't don't doesn't didn't isn't aren't wasn't weren't "
    "wouldn't couldn't shouldn't mustn't haven't hasn't hadn't"
)


def modality_of(
    tokens: Tokens, content: range, *, conditional: bool, turned: bool
) -> Modality:
    """Say how firmly words are put.

    Args:
        tokens: The document's tokens.
        content: The reported words.
        conditional: Whether a condition was found.
        turned: Whether the cue itself is negated.

    Returns:
        ``conditional`` before ``negated`` before ``future`` before ``hypothetical``;
        the first verb group of the content decides.
    """
    if conditional:
        return "conditional"
    if turned:
        return "negated"
    stop = min(content.stop, content.start + _FIRST_TOKENS)
    words = [tokens.stems[at] for at in range(content.start, stop)]
    if SENTENCE_END in words:
        words = words[: words.index(SENTENCE_END)]
    return next(
        (m for place in range(len(words)) if (m := _modality_at(words, place))),
        "asserted",
    )


def _modality_at(words: list[str], place: int) -> Modality | None:
    """Read the modality that one word gives; None if it gives none."""
    word = words[place]
    if word in _NOT or (word == "no" and place and words[place - 1] == "be"):
        return "negated"
    if word in _FUTURE or word in _MAYBE:
        near = words[place + 1 : place + 4]
        if any(w in _NOT or w == "no" for w in near):
            return "negated"
        return "future" if word in _FUTURE else "hypothetical"
    return "future" if words[place : place + 2] == ["go", "to"] else None
