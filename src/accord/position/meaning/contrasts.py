"""Contrasts: what a question sets beside its thing: another way, or a figure.

"By majority instead of unanimously", "capped at 48 hours", "the frozen reserves".
"""

from collections.abc import Sequence

from accord.position.meaning.questions import is_content
from accord.position.meaning.roots import root
from accord.position.phrases import Tokens, phrase_stems, stem_set

__all__ = [
    "CONTRASTS",
    "has_figure",
    "is_beside",
    "is_described",
    "is_reached",
    "leads_to_figure",
]

#: What begins the way that is not asked for.
CONTRASTS = stem_set("instead rather")
_DETERMINERS = stem_set("the a an its their his her our any all")
_REACHING = stem_set("at to of")
_DOING = stem_set(
    "cap limit raise lower cut reduce increase fix set restrict lift "
    "shorten lengthen extend widen narrow double triple"
)
_REACH_TOKENS = 9
# Ways to decide that go with one another.
_ALIKE = (stem_set("unanimity unanimous unanimously consensus veto"),)
_ALIKE_LETTERS = 6
_PLACE_NAMES = stem_set("block")
_OF_NAMES = stem_set("in of at for on")
_LIMITS = stem_set(
    "limit cap ceiling maximum restrict restriction reduce reduction cut lower shorten shrink "
    "freeze hold slow trim curb decrease"
)
_LEADS = stem_set("of at to")


def is_beside(tokens: Tokens, term: str) -> bool:
    """Tell a term for the way that a question does not ask for: "rather than by veto"."""
    stems = tokens.stems
    at = next((at for at, word in enumerate(stems) if word in CONTRASTS), None)
    if at is None:
        return False
    after = [word for word in stems[at + 2 :] if is_content(word)]
    if {root(word) for word in after} & {root(word) for word in phrase_stems(term)}:
        return True
    other = [word for word in after if len(word) >= _ALIKE_LETTERS]
    return any(
        word[:_ALIKE_LETTERS] == named[:_ALIKE_LETTERS]
        or any(word in kin and named in kin for kin in _ALIKE)
        for word in phrase_stems(term)
        for named in other
    )


def is_reached(tokens: Tokens, place: range) -> bool:
    """Tell the figure that a question asks for: "be capped at 48 hours"."""
    stems = tokens.stems
    figure = place.start > 1 and stems[place.start][:1].isdigit()
    lead = stems[max(0, place.start - _REACH_TOKENS) : place.start]
    return (
        figure and stems[place.start - 1] in _REACHING and not _DOING.isdisjoint(lead)
    )


def is_described(tokens: Tokens, first: int, last: int, question: str) -> bool:
    """Tell what only describes the thing: "the frozen reserves", "in the Tessimar block".

    Args:
        tokens: The words of the question.
        first: First token of a word that would do something.
        last: One past its last.
        question: The question.
    """
    stems = tokens.stems
    word = question[tokens.starts[first] : tokens.ends[last - 1]].lower()
    if stems[first] in _PLACE_NAMES:
        return _is_in_name(tokens, first)
    following = stems[last : last + 1]
    return (
        word.endswith(("ed", "en", "wn"))
        and first > 0
        and stems[first - 1] in _DETERMINERS
        and any(word.isalpha() and word != "be" for word in following)
    )


def _is_in_name(tokens: Tokens, at: int) -> bool:
    """Tell "in the Tessimar block" from "should the Assembly block it?"."""
    before: Sequence[str] = tokens.stems[max(0, at - 4) : at]
    return at - 1 in tokens.capitals and not _OF_NAMES.isdisjoint(before)


def has_figure(words: tuple[str, ...]) -> bool:
    """Tell whether a term names a number: "48 hours"."""
    return any(word[:1].isdigit() for word in words)


def leads_to_figure(tokens: Tokens, first: int, place: range) -> bool:
    """Tell "a limit of 48 hours" and "cut the week to 48 hours" from "cut the 48 hours".

    Args:
        tokens: The document's words.
        first: Token of the word that limits.
        place: The words that name the figure.
    """
    stems = tokens.stems
    figure = next((at for at in place if stems[at][0].isdigit()), place.start)
    near = 0 < place.start - first <= _REACH_TOKENS
    led = stems[place.start - 1] in _LEADS or stems[figure - 1] in _LEADS
    return near and led and stems[first] in _LIMITS and stems[figure][0].isdigit()
