"""Feelings: leanings that a text tells in its own voice: "Clubs, too, are up in arms"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from accord.position.acts import ActReading, acts
from accord.position.chains import JUDGES
from accord.position.deeds import write_fact
from accord.position.deeds.agents import read_agents
from accord.position.deeds.members import list_after, read_names, spell_out
from accord.position.deeds.subjects import (
    Subject,
    find_opening,
    find_partners,
    find_subject,
)
from accord.position.implied.leanings import BESIDE, MOVED, TONES, Leaning, has_object
from accord.position.implied.short import CAMPS, COUNTS, find_ballots, find_ellipses
from accord.position.page import Page
from accord.position.phrases import stem_set
from accord.position.stance import Words
from accord.position.statements import Holder

__all__ = ["find_feelings"]

# "reacted with dismay", "is in favour", "spoke of a black day": from verb to feeling.
_LEADS = stem_set(
    "react respond reply speak talk voice express feel show be have look seem with of in to "
    "a an the their its his her from both more most even utter deep close great much all "
    "clearly openly call go say remain stay"
)
_LEAD_TOKENS = 6
_SPEAKS = stem_set("speak talk warn complain dream")
_SPOKEN_TOKENS = 4
_BESIDE_TOKENS = 12
_COUNTED = frozenset(("company", "eager", "ellipsis"))
_TOPICAL = stem_set("on about over")
_PARTING = stem_set("with for against it")
_LEAD = 2
_BRINGERS = "bringers"
_EAGER = "eager"
_NOUNS = "nouns"
_BY_WAY = frozenset(("votes", MOVED))
_QUOTES = frozenset("\"'“‘«„")
_CUE_TOKENS = 6
_WISHED = stem_set("should must ought to")


def find_feelings(
    page: Page, leanings: Iterable[Leaning], told: Sequence[range]
) -> Iterator[tuple[Holder, Words, Leaning]]:
    """Find who has feelings and takes sides in idioms, as the text itself tells.

    Args:
        page: The document.
        leanings: Words that take a side without naming the thing.
        told: What attributions report or report with, which is read there.
    """
    taken = {at for place in told for at in place}
    short = (*find_ballots(page), *find_ellipses(page))
    for one in (*leanings, *_spoken_of(page), *short):
        heard = one.first in taken and not (
            _is_beside(page, one) or _ends_cue(one, told) or _is_aside(page, one, told)
        )
        if heard or one.about in (*TONES, "whole"):
            continue
        if has_object(page, one) or _says_nothing(page, one):
            continue
        found = _voiced(page, one) if one.voiced else _named(page, one)
        act = acts()["support" if one.sign > 0 else "reject"]
        reading = ActReading(act, one.sign, act.weight, cue=(one.first, one.last))
        place = range(one.first, one.last)
        if one.group == BESIDE:
            # What it is beside may be told behind it.
            place = page.sentence(place)[-1:]
        for subject in found:
            fact = write_fact(page, subject, reading, place=place, content=place)
            if fact is not None:
                yield (*fact, one)


def _ends_cue(one: Leaning, told: Sequence[range]) -> bool:
    """Tell "has run into opposition | from the churches", where others are named after it."""
    if one.group != _NOUNS:
        return False
    return any(
        one.first in place and place.stop <= one.last and len(place) <= _CUE_TOKENS
        for place in told
    )


def _is_aside(page: Page, one: Leaning, told: Sequence[range]) -> bool:
    """Tell "approved it | with the votes of the Greens", which nobody says."""
    if not one.voiced or one.group not in _BY_WAY:
        return False
    text, starts = page.document.text, page.tokens.starts
    inside = [place for place in told if one.first in place]
    return all(text[max(0, starts[place.start] - 1)] not in _QUOTES for place in inside)


def _is_beside(page: Page, one: Leaning) -> bool:
    """Tell ", with Jane Doe among those against", which only ends a report of a vote."""
    low = max(1, one.first - _BESIDE_TOKENS)
    stems = page.tokens.stems
    return one.group in _COUNTED and any(
        stems[at] == "with" and stems[at - 1] == "," for at in range(low, one.first)
    )


def _says_nothing(page: Page, one: Leaning) -> bool:
    """Tell "41 in favour", who are nobody, and a paper "on the levy" brought by somebody."""
    before = page.tokens.stems[one.first - 1]
    counted = before.isdigit() or (before in COUNTS and one.group == _EAGER)
    sentence = page.sentence(range(one.first, one.last))
    named = page.scene.targets_in(sentence.start, one.first)
    lead = [page.tokens.stems[t.first - _LEAD : t.first] for t in named[-1:]]
    brought = any(_TOPICAL.isdisjoint(words) for words in lead)
    # Where it is asked whether to sue, who sues fights nothing that was done.
    asked = page.scene.targets_in(one.first, one.first + 1)
    counted = counted or any(t.deed and t.last >= one.last for t in asked)
    return counted or (one.group == _BRINGERS and not brought)


def _spoken_of(page: Page) -> Iterator[Leaning]:
    """Find "spoke of a step back": a judgement that somebody is told to make."""
    stems = page.tokens.stems
    for op in page.scene.operators:
        before = range(op.first - 1, max(1, op.first - _SPOKEN_TOKENS) - 1, -1)
        of = next((at for at in before if stems[at] == "of"), None)
        if op.kind in JUDGES and of is not None and stems[of - 1] in _SPEAKS:
            yield Leaning(of - 1, op.last, op.sign)


def _voiced(page: Page, one: Leaning) -> Sequence[Subject]:
    """Find who stands after "objections from" or "so does"."""
    sentence = page.sentence(range(one.first, one.last))
    names = list(read_names(page, one.last))
    agents, _ = read_agents(page, one.last, sentence.stop)
    return names if len(names) > 1 or not agents else agents


def _named(page: Page, one: Leaning) -> Sequence[Subject]:
    """Find those who stand before the verb that leads to a feeling, and their like."""
    who = _subject(page, one)
    if who is None:
        return []
    if one.group == CAMPS:
        names = _names(who)
        partners = find_partners(page.tokens, page.scene.covered, who)
        return [*(replace(who, name=name) for name in names), *partners]
    return spell_out(page, who, list_after(page, one.last))


def _subject(page: Page, one: Leaning) -> Subject | None:
    """Find who stands before the verb that leads to a feeling."""
    stems = page.tokens.stems
    sentence = page.sentence(range(one.first, one.last))
    at = one.first
    if any(word in _WISHED for word in stems[max(0, at - 2) : at]):
        # "FIFA should leave it alone" is what somebody else wants.
        return None
    low = max(sentence.start, at - _LEAD_TOKENS)
    opening = sentence.start
    if one.group == CAMPS:
        opening = _opening_of_camp(stems, at, sentence.start)
    named = page.tokens.capitals
    while at > low and stems[at - 1] in _LEADS:
        if at - 1 in page.scene.covered or (at - 1 in named and at - 1 > low):
            break
        at -= 1
    found = find_subject(
        page.tokens, page.scene.covered, page.document.text, at, opening
    )
    told = stems[one.first] == "in" or ":" in stems[sentence.start : one.first]
    if found is None and told:
        # Students who block a road "in protest"; what stands before a colon.
        found = find_opening(
            page.tokens, page.scene.covered, page.document.text, sentence
        )
    return found


def _opening_of_camp(stems: Sequence[str], at: int, low: int) -> int:
    """Find where a camp begins: behind "with", or behind what the camp before is for."""
    while at > low and stems[at - 1] not in _PARTING:
        at -= 1
    return at


def _names(who: Subject) -> Sequence[str]:
    """Part "Ostmark and Caldria", whom nothing else knows; a known actor has one name."""
    if who.mention is not None and who.mention.actor is not None:
        return [who.name]
    parts = [part.removeprefix("the ") for part in who.name.split(" and ")]
    named = [part for part in parts if part[:1].isupper()]
    return named or [who.name]
