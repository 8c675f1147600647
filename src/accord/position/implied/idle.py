"""Idle leanings: words that lean in one sentence and take no side in another.

"The governor, asked if he was pleased", "lodged a complaint to force a vote", "(Eighteen per
cent of arrogance)": somebody else asks it, an end says which side it takes, or a title is
quoted.
"""

from accord.position.implied.leanings import DEEDS, TONES, Leaning
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = ["is_idle"]

_EVENTS = frozenset(("joy", "grief", "regret", "votes", *DEEDS))
_IFS = frozenset(("if", "whether"))
_IF_TOKENS = 6
_END_TOKENS = 12
# "To force a referendum": what is fought for, which may be anything.
_ENDS = stem_set("force compel make press get secure win obtain bring achieve enforce")
_YIELDS = stem_set("bow yield give cave bend")
_GOVERNS = stem_set("govern")
_YIELD_TOKENS = 6
_TITLE_TOKENS = 12
# "Below 800 is a decision to let us drown", "not one of them paid for itself".
_SHIFTS = stem_set(
    "below under without less unless anything nothing not no none against"
)
_SHIFT_TOKENS = 8


def is_idle(page: Page, one: Leaning) -> bool:
    """Tell whether words that lean elsewhere take no side here.

    Args:
        page: The document.
        one: The words.
    """
    if _is_in_brackets(page, one):
        return True
    if one.about in TONES:
        return _is_shifted(page, one)
    if one.voiced:
        return _is_past_pressure(page, one)
    stems = page.tokens.stems
    if one.group == "same" and stems[one.first - 1 : one.first + 1] == ("to", "be"):
        # "They want us to be equally small."
        return True
    return one.group in _EVENTS and (
        _is_asked(page, one) or (one.group in DEEDS and _has_end(page, one))
    )


def _is_in_brackets(page: Page, one: Leaning) -> bool:
    """Tell what stands in brackets, as a title or an aside does."""
    stems = page.tokens.stems
    before = stems[max(0, one.first - _TITLE_TOKENS) : one.first]
    after = stems[one.last : one.last + _TITLE_TOKENS]
    opened = "(" in before and ")" not in before[before.index("(") :]
    return opened and ")" in after


def _is_shifted(page: Page, one: Leaning) -> bool:
    """Tell a tone that words around it turn, or that is half a word: "great-aunt"."""
    text, tokens = page.document.text, page.tokens
    start, end = tokens.starts[one.first], tokens.ends[one.last - 1]
    if "-" in (text[max(0, start - 1) : start], text[end : end + 1]):
        return True
    low = one.first - 1
    first = max(0, one.first - _SHIFT_TOKENS)
    while low >= first and tokens.stems[low] != SENTENCE_END:
        if tokens.stems[low] in _SHIFTS:
            return True
        low -= 1
    return False


def _is_past_pressure(page: Page, one: Leaning) -> bool:
    """Tell "bowing to years of protests by" and "governs with the support of"."""
    before = page.tokens.stems[max(0, one.first - _YIELD_TOKENS) : one.first]
    return not (_YIELDS | _GOVERNS).isdisjoint(before)


def _is_asked(page: Page, one: Leaning) -> bool:
    """Tell "Will they go to court?" and "asked if he was pleased"."""
    stems = page.tokens.stems
    if not _IFS.isdisjoint(stems[max(0, one.first - _IF_TOKENS) : one.first]):
        return "ask" in stems[max(0, one.first - _TITLE_TOKENS) : one.first]
    sentence = page.sentence(range(one.first, one.last))
    end = page.tokens.ends[sentence.stop - 1]
    return "?" in page.document.text[page.tokens.ends[one.last - 1] : end + 1]


def _has_end(page: Page, one: Leaning) -> bool:
    """Tell "took it to court to force a vote"."""
    sentence = page.sentence(range(one.first, one.last))
    stems = page.tokens.stems
    stop = min(sentence.stop - 1, one.last + _END_TOKENS)
    return any(
        stems[at] == "to" and stems[at + 1] in _ENDS for at in range(one.last, stop)
    )
