"""Clauses: where words begin to say something else of the same subject.

"Regretted the step and was examining a lawsuit": the lawsuit is not regretted.
"""

from accord.position.phrases import Tokens, stem_set

__all__ = ["before_aside", "goes_on_anew", "is_parted_clause"]

_JOINS = frozenset(("and", "but"))
_MODALS = stem_set(
    "will would can could may might must shall should cannot won't can't"
)
_HELPERS = stem_set("be have do isn't aren't wasn't weren't hasn't hadn't")
_ADVERBS = stem_set("also then now still already instead therefore not never soon")
_ADVERBS_TOKENS = 2
_ASIDES = stem_set("however therefore though moreover then consequently")
_ASIDE_TOKENS = 3
_RATHER_TOKENS = 3


def goes_on_anew(tokens: Tokens, begin: int, end: int) -> bool:
    """Tell whether a verb of its own begins after an "and" between two places.

    Args:
        tokens: The document's tokens.
        begin: First token after a verb with an object.
        end: Token of what that verb might govern.
    """
    stems = tokens.stems
    for at in range(begin, end - 1):
        if _is_finite(tokens, at):
            # "Said it was fair and would stay": what is joined is within what is said.
            return False
        if stems[at] in _JOINS and at > begin:
            verb = at + 1
            while verb < at + _ADVERBS_TOKENS and stems[verb] in _ADVERBS:
                verb += 1
            if _is_finite(tokens, verb):
                return True
    return False


def is_parted_clause(tokens: Tokens, begin: int, verb: int, end: int) -> bool:
    """Tell whether another clause stands between a word and what it might govern.

    "League spares juniors as court lets cap stand": either has a verb of its own.

    Args:
        tokens: The document's tokens.
        begin: First token after the word.
        verb: The next word that governs the thing; 0 if there is none.
        end: Token of what it might govern.
    """
    headline = verb in tokens.inflected and "as" in tokens.stems[begin:verb]
    return (
        headline
        or _is_less_liked(tokens, begin, end)
        or goes_on_anew(tokens, begin, end)
    )


def _is_less_liked(tokens: Tokens, begin: int, end: int) -> bool:
    """Tell "would rather close the bridge than give up the toll": the toll is not closed."""
    between = tokens.stems[begin:end]
    if "than" not in between:
        return False
    than = begin + between.index("than")
    return "rather" in tokens.stems[max(0, begin - _RATHER_TOKENS) : than]


def before_aside(tokens: Tokens, at: int) -> int:
    """Step over the aside of "he could not, however, accept it", if one stands there."""
    aside = tokens.stems[max(0, at - _ASIDE_TOKENS) : at]
    leads = aside[::2] == (",", ",") and aside[1] in _ASIDES
    return at - len(aside) if leads else at


def _is_finite(tokens: Tokens, at: int) -> bool:
    """Tell "was" and "would" from "be"."""
    word = tokens.stems[at]
    if word in _MODALS:
        return True
    bent = at in tokens.bent and at not in tokens.gerunds
    return word in _HELPERS and bent
