"""Idle leanings: words that lean in one sentence and take no side in another.

"The governor, asked if he was pleased", "lodged a complaint to force a vote", "(Eighteen per
cent of arrogance)": somebody else asks it, an end says which side it takes, or a title is
quoted.
"""

from accord.position.implied.leanings import DEEDS, TONES, Leaning
from accord.position.implied.purposes import find_purpose
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem, stem_set

__all__ = ["is_idle"]

_SAME = ("same", "echo")
_BELIEVERS = stem_set("whoever anyone anybody those if")
_BELIEVING = stem_set("believe think claim imagine suggest pretend suppose")
_BELIEF_TOKENS = 9
_MOODS = frozenset(("grief", "regret", "alarm", "doubt"))
_HURT = stem("hurt")
_BUTS = (("but",), ("yet",), ("still",), ("however",), ("nevertheless",))
_LEFT_TOKENS = 4
_OWN = stem_set("his her its their my our")
_GROUPS = stem_set("group party faction bloc camp colleague government leader side")
_GROUP_TOKENS = 5
_EVENTS = frozenset(("joy", "grief", "regret", "votes", *DEEDS))
_IFS = frozenset(("if", "whether"))
_IF_TOKENS = 6
_END_TOKENS = 12
# "To force a referendum": what is fought for, which may be anything.
_ENDS = stem_set("force compel make press get secure win obtain bring achieve enforce")
_YIELDS = stem_set("bow yield give cave bend")
# "Agreed to it despite a plea from the treasurer": the plea was for something else.
_PLEAS = stem_set("plea call demand pressure petition")
_DESPITE = stem_set("despite spite defy ignore reject rebuff dismiss")
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
    if _is_in_brackets(page, one) or _is_believed(page, one) or _is_conceded(page, one):
        return True
    if one.about in TONES:
        return _is_shifted(page, one)
    if one.voiced:
        return _is_past_pressure(page, one)
    stems = page.tokens.stems
    # "They want us to be equally small."
    wished = one.group in _SAME and stems[one.first - 1 : one.first + 1] == (
        "to",
        "be",
    )
    if wished or _is_past_distance(page, one) or _is_of_own_group(page, one):
        return True
    return one.group in _EVENTS and (
        _is_asked(page, one) or (one.group in DEEDS and _has_end(page, one))
    )


def _is_believed(page: Page, one: Leaning) -> bool:
    """Tell "whoever believes that it saves lives", which no such person does."""
    stems = page.tokens.stems
    before = stems[max(0, one.first - _BELIEF_TOKENS) : one.first]
    if _BELIEVERS.isdisjoint(before) or _BELIEVING.isdisjoint(before):
        return False
    believer = next(at for at, word in enumerate(before) if word in _BELIEVERS)
    within = before[believer:]
    return SENTENCE_END not in within and not _BELIEVING.isdisjoint(within)


def _is_conceded(page: Page, one: Leaning) -> bool:
    """Tell "It hurts. But there is no money": what is granted before a "but"."""
    if one.sign > 0 or not (one.about in TONES or one.group in _MOODS):
        return False
    stems = page.tokens.stems
    sentence = page.sentence(range(one.first, one.last))
    feels = stems[one.first - 1] == "it" and stems[one.first] == _HURT
    if feels and not stems[one.last].isalpha():
        return True
    return stems[sentence.stop : sentence.stop + 1] in _BUTS


def _is_past_distance(page: Page, one: Leaning) -> bool:
    """Tell "had kept out of it so far" from "keep out of our valley".

    So does a text that "leaves judges no choice" tell of the judges.
    """
    stems = page.tokens.stems
    kept = one.group == "refusal" and stems[one.first] == "keep"
    if kept and one.first in page.tokens.bent:
        return True
    choice = one.group == "need" and stems[one.first] == "no"
    return choice and "leave" in stems[max(0, one.first - _LEFT_TOKENS) : one.first]


def _is_of_own_group(page: Page, one: Leaning) -> bool:
    """Tell "did not share the view of his group", whose side may be told nowhere."""
    following = page.tokens.stems[one.last : one.last + _GROUP_TOKENS]
    own = following[:1] == ("of",) and not _OWN.isdisjoint(following)
    return one.group in (*_SAME, "other") and own and not _GROUPS.isdisjoint(following)


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
    plea = page.tokens.stems[one.first] in _PLEAS and not _DESPITE.isdisjoint(before)
    return plea or not (_YIELDS | _GOVERNS).isdisjoint(before)


def _is_asked(page: Page, one: Leaning) -> bool:
    """Tell "Will they go to court?" and "asked if he was pleased"."""
    stems = page.tokens.stems
    if not _IFS.isdisjoint(stems[max(0, one.first - _IF_TOKENS) : one.first]):
        return "ask" in stems[max(0, one.first - _TITLE_TOKENS) : one.first]
    sentence = page.sentence(range(one.first, one.last))
    end = page.tokens.ends[sentence.stop - 1]
    return "?" in page.document.text[page.tokens.ends[one.last - 1] : end + 1]


def _has_end(page: Page, one: Leaning) -> bool:
    """Tell "took it to court to force a vote", unless that is what is asked."""
    if find_purpose(page, one.last) is not None:
        return False
    sentence = page.sentence(range(one.first, one.last))
    stems = page.tokens.stems
    stop = min(sentence.stop - 1, one.last + _END_TOKENS)
    return any(
        stems[at] == "to" and stems[at + 1] in _ENDS for at in range(one.last, stop)
    )
