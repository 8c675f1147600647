"""Literal uses: words that lean in an idiom and here mean no more than they say.

"On the way back from Arle" is no backing, "the cleaners" are no cleaner city, "lie on our
beaches" is no lie, and "no way to tell" refuses nothing. The word class, or the word that
follows, tells them apart.
"""

from accord.position.implied.leanings import TONES, Leaning
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem, stem_set

__all__ = ["is_literal"]

_BACK = stem("backing")
_NOUN_TOKENS = 2
_NOUNS = "nouns"
# Sounds in a hall, which are for whoever spoke unless the thing is named with them.
_SOUNDS = stem_set("applause cheer boo jeer")
_WHO = stem_set("it this that which idea plan proposal")
_CAUSES = stem_set(
    "after follow prompt trigger cause response open launch initiate begin"
)
_COMPLAINT = stem("complaint")
_CAUSE_TOKENS = 8
# Tones that lean as verbs only: "loot", "milk" and "waste" are things as well.
_THINGS = stem_set("loot milk waste flood")
_TAKEN = stem_set("our us your you their them my me his her of this money time")
_PLACES = stem_set(
    "in on at under ahead behind with around along between beyond down off"
)
_LIE = stem("lie")
_COMPARED = stem_set("cleaner safer cheaper fairer healthier")
_NO_WAY = (("no", "way"), ("no", "chance"))
_AFTER_WAY = stem_set("to of for in into out through forward at from")
_KEEP = stem("keep")
_BEFORE_COMMAND = frozenset(("to", "must", "and", ",", SENTENCE_END, "please"))
_EACH_OTHER = (("one", stem("another")), ("each", stem("other")))
_ANSWERS = ("answer", "person")
_BREAKS = ((stem("break"), stem("ranks")), (stem("break"), stem("rank")))
_LESS = stem("less")
_GOES_ON = stem_set("and to by on over in , but")
_OWN = stem_set("themselves itself himself herself")


def is_literal(page: Page, one: Leaning) -> bool:
    """Tell whether words that lean as an idiom are meant as they stand.

    Args:
        page: The document.
        one: The words.
    """
    if one.group == _NOUNS:
        return _is_deed(page, one) or _is_sound(page, one) or _is_cause(page, one)
    if one.about in TONES:
        return _is_other_class(page, one)
    if one.about in _ANSWERS:
        return _is_mutual(page, one) or _goes_on(page, one)
    stems = page.tokens.stems
    words = stems[one.first : one.last]
    if words in _NO_WAY:
        return not _AFTER_WAY.isdisjoint(stems[one.last : one.last + 1])
    if words[:1] == (_KEEP,):
        return not _is_command(page, one)
    return False


def _is_deed(page: Page, one: Leaning) -> bool:
    """Tell "back from Arle" and "called by Arle" from "backing from" and "calls by"."""
    if one.last - one.first != _NOUN_TOKENS:
        return False
    noun = _word(page, one.first)
    back = page.tokens.stems[one.first] == _BACK and not noun.endswith("ing")
    return back or noun.endswith("ed")


def _is_sound(page: Page, one: Leaning) -> bool:
    """Tell "Applause from the Liberal benches", whatever it is for."""
    stems = page.tokens.stems
    if stems[one.first] not in _SOUNDS:
        return False
    sentence = page.sentence(range(one.first, one.last))
    before = stems[sentence.start : one.first]
    named = page.scene.targets_in(sentence.start, one.first)
    return before[-1:] == ("to",) or not (named or not _WHO.isdisjoint(before))


def _is_cause(page: Page, one: Leaning) -> bool:
    """Tell "opened after a complaint by", which asked for what was then done."""
    stems = page.tokens.stems
    before = stems[max(0, one.first - _CAUSE_TOKENS) : one.first]
    return stems[one.first] == _COMPLAINT and not _CAUSES.isdisjoint(before)


def _is_other_class(page: Page, one: Leaning) -> bool:
    """Tell "the cleaners", "for loot" and "Great Bend" from what blames or praises."""
    stems, first = page.tokens.stems, one.first
    word, after = _word(page, first), stems[one.last : one.last + 1]
    if stems[first] in _COMPARED and word.endswith("s"):
        return True
    if stems[first] == _LIE and one.last == first + 1:
        return not _PLACES.isdisjoint(after)
    if stems[first] in _THINGS and one.last == first + 1:
        formed = word.endswith(("ed", "ing"))
        return not formed and _TAKEN.isdisjoint(after)
    return _is_in_name(page, first)


def _is_in_name(page: Page, at: int) -> bool:
    """Tell "Victory Square", capital letters within a sentence."""
    if at not in page.tokens.capitals or at + 1 not in page.tokens.capitals:
        return False
    before = page.document.text[page.tokens.starts[at] - 2 : page.tokens.starts[at]]
    return before.isalpha() or (before[:1].isalpha() and before[1:].isspace())


def _is_mutual(page: Page, one: Leaning) -> bool:
    """Tell "at odds with one another", which says nothing of either side."""
    after = page.tokens.stems[one.last : one.last + 2]
    return after in _EACH_OTHER or not _OWN.isdisjoint(after[:1])


def _goes_on(page: Page, one: Leaning) -> bool:
    """Tell "broke ranks and voted for it", which says itself on which side.

    So does "was less enthusiastic, but would vote for it".
    """
    stems = page.tokens.stems
    if stems[one.first] == _LESS:
        sentence = page.sentence(range(one.first, one.last))
        return "but" in stems[one.last : sentence.stop]
    breaks = stems[one.first : one.last] in _BREAKS
    return breaks and not _GOES_ON.isdisjoint(stems[one.last : one.last + 1])


def _is_command(page: Page, one: Leaning) -> bool:
    """Tell "Keep out of our valley" from "has kept out of it so far"."""
    before = page.tokens.stems[one.first - 1] if one.first else SENTENCE_END
    plain = one.first not in page.tokens.bent | page.tokens.gerunds
    inflected = one.first in page.tokens.inflected
    return plain and not inflected and before in _BEFORE_COMMAND


def _word(page: Page, at: int) -> str:
    """Give a word as it is written, in small letters."""
    tokens = page.tokens
    return page.document.text[tokens.starts[at] : tokens.ends[at]].lower()
