"""Facts: verbs and nouns of a text's own voice that put somebody on a side."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from accord.model import Attribution
from accord.position.acts import ActReading, acts, is_turned
from accord.position.anaphora.antecedents import is_overtaken
from accord.position.chains import BREAKS
from accord.position.deeds.causes import find_causes
from accord.position.deeds.members import list_after, spell_out
from accord.position.deeds.predicates import (
    DEED,
    DEED_KINDS,
    Predicate,
    find_predicates,
)
from accord.position.deeds.referents import find_referent, first_subject
from accord.position.deeds.silence import is_silent, is_supposed
from accord.position.deeds.subjects import (
    HELPERS,
    Subject,
    find_named,
    find_opening,
    find_subject,
)
from accord.position.deeds.suited import is_suited, suits
from accord.position.deeds.writing import sets_condition, write_fact
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem, stem_set
from accord.position.stance import Words
from accord.position.statements import Holder

__all__ = ["find_facts"]

_JOINS = stem_set("and but yet")
_STIRRING = stem_set(
    "anger irritate surprise delight worry alarm upset annoy infuriate enrage dismay disappoint "
    "shock outrage embarrass frustrate please unsettle unnerve irk rile stun puzzle amuse divide"
)
_FORMERLY = stem_set("once formerly previously initially originally")
_BEING = stem_set("be get")
_BECOMES = stem_set("become be")
_RANKS = stem_set("first second third last latest only")
_ADVERB = re.compile(r"[A-Z][a-z]+ly")
_EXPECTED = stem_set(
    "pressure power right chance expect due likely set believe think rumour suppose tip poise"
)
# What somebody is believed to want, they want as far as anybody knows.
_BELIEVED = stem_set("believe think")
_EXPECTED_TOKENS = 3
_LEAD_TOKENS = 6
_WOULD_BE = stem_set("could may might")
_OUGHT = stem_set("should must ought")
_FACT_TOKENS = 25
_DEED_TOKENS = 12
_ANTECEDENT_TOKENS = 45
_ASIDE_TOKENS = 9
_RELATIVE_TOKENS = 9
_RELATIVES = stem_set("who which")
# Verbs that may leave their object out.
_OBJECTLESS = stem_set(
    "object oppose agree disagree refuse in approve accept support reject"
)
# Whoever agrees wants what the other did: "Arle rejected it. Corva agreed."
_ECHOES = stem_set("agree disagree")
_HOLDS = ("hold_for", "hold_against")
# What follows a noun that takes a side: "demand for", "refusal to".
_TAKES = stem_set("on for of to that against with in over about at")
_POSSESSED_TOKENS = 8
_PARTICLES = stem_set("down out off up back away through over")
_PAIR = 2
# "now support it": what it is was said before.
_STAND_INS = stem_set("it them this that")
_SAID_OF = stem_set("be have do will would can could may might")
_SPEND = stem("spend")
_VOTE = stem("vote")
_SPENT_TOKENS = 10
_ENDS = frozenset((SENTENCE_END, ";", ",", ")", "—", "–")) | stem_set("and but while")


def find_facts(
    page: Page, attributions: Sequence[Attribution]
) -> Iterator[tuple[Holder, Words]]:
    """Find sides taken that are reported as facts: "Norland backed the talks".

    What an attribution reports is read there.

    Cost:
        Linear in the length of the text.
    """
    places = sorted(_told(page, attributions), key=lambda r: (r.start, r.stop))
    starts = [place.start for place in places]
    reach = _reaches(places)
    done = -1
    for predicate in find_predicates(page):
        if predicate.first < done and not _is_passive(page, predicate):
            continue
        if is_silent(page, predicate) or is_supposed(page, predicate.first):
            continue
        place = bisect_left(starts, predicate.last)
        if place and reach[place - 1] > predicate.first:
            continue
        for holder, words in _facts(page, predicate):
            done = max(predicate.last, words.content.stop)
            yield holder, words
    yield from find_causes(page)


def _told(page: Page, attributions: Sequence[Attribution]) -> Iterator[range]:
    """Give the words that attributions report or report with."""
    for one in attributions:
        source = (
            page.tokens.range(one.source.start, one.source.end) if one.source else ()
        )
        if _is_stirred(one) or (source and suits(page.tokens, source.start)):
            continue
        if (
            not one.content.text.replace("-", " ")
            .replace("to", " ")
            .strip(" 0123456789")
        ):
            continue  # "voted | 11 to 5" reports a tally.
        for span in (*one.content.spans, *(one.cue.spans if one.cue else ())):
            yield page.tokens.range(span.start, span.end)


def _is_stirred(one: Attribution) -> bool:
    """Tell "Arle's opposition to it has angered Corva", which tells of Arle first."""
    if one.cue is None:
        return False
    if one.source is None:
        # "Her opposition to it is well known."
        return one.content.end <= one.cue.start and one.cue.text.endswith("known")
    turned = one.content.end <= one.cue.start < one.source.start
    return turned and not _STIRRING.isdisjoint(map(stem, one.cue.text.split()))


def _reaches(places: Sequence[range]) -> list[int]:
    """Give how far the first n places reach together."""
    reached: list[int] = []
    for place in places:
        reached.append(max(place.stop, reached[-1] if reached else 0))
    return reached


def _facts(page: Page, predicate: Predicate) -> Iterator[tuple[Holder, Words]]:
    """Read the sides that a predicate puts somebody on; of "A and B", both."""
    sentence = page.sentence(range(predicate.first, predicate.last))
    content = _content_of(page, predicate, sentence)
    turned = is_turned(page.tokens, predicate.first)
    if _is_passive(page, predicate):
        who = find_named(
            page.tokens,
            page.scene.covered,
            page.document.text,
            predicate.last + 1,
            sentence.stop,
        )
        content = range(_clause_start(page, predicate, sentence), predicate.first)
        predicate = Predicate(
            content.start, predicate.last, content.start, predicate.act, predicate.sign
        )
    else:
        who = _subject(page, predicate, sentence)
    if who is None or not content:
        return
    for one in spell_out(page, who, list_after(page, predicate.last)):
        act = ActReading(
            acts()[predicate.act],
            -predicate.sign if turned else predicate.sign,
            acts()[predicate.act].weight,
            turned,
            None if predicate.act == DEED else (predicate.first, predicate.last),
            from_content=predicate.act == DEED,
        )
        place = range(predicate.first, predicate.last)
        found = write_fact(page, one, act, place=place, content=content)
        if found is not None:
            yield found


def _subject(page: Page, predicate: Predicate, sentence: range) -> Subject | None:
    """Find who does it; nobody who only could."""
    stems = page.tokens.stems
    before = stems[max(sentence.start, predicate.first - 2) : predicate.first]
    if predicate.act == DEED and any(word in _WOULD_BE for word in before):
        return None
    if any(word in _OUGHT for word in before):
        # "Marenz should approve it" is what somebody else wants.
        return None
    if _is_expected(stems, predicate.first, does=predicate.act == DEED):
        return None
    if any(word in _FORMERLY for word in before):
        return None
    found = _subject_at(page, predicate.first, sentence)
    found = found or _shared_subject(page, predicate, sentence)
    found = found or _spender(page, predicate.first, sentence)
    if found is None and predicate.act != DEED:
        # "It provides for a rise" may be the agreement; "it rejected the rise" is not.
        found = find_referent(page, predicate.first, sentence)
    return found


def _is_expected(stems: Sequence[str], first: int, *, does: bool) -> bool:
    """Tell "is expected to sign it", and to vote against it: what others think."""
    lead = range(max(1, first - _EXPECTED_TOKENS), first)
    known = _EXPECTED if does else _EXPECTED - _BELIEVED
    return any(stems[at] == "to" and stems[at - 1] in known for at in lead)


def _becomes_first(page: Page, low: int, high: int) -> int | None:
    """Find the verb of "became the first state to"; None if there is none."""
    stems = page.tokens.stems
    return next(
        (
            at
            for at in range(low, high - 2)
            if stems[at] in _BECOMES
            and stems[at + 1] == "the"
            and stems[at + 2] in _RANKS
        ),
        None,
    )


def _subject_at(page: Page, index: int, sentence: range) -> Subject | None:
    """Find who stands before a verb; before "to" only what opens the sentence."""
    purpose = index > sentence.start and page.tokens.stems[index - 1] == "to"
    first = _becomes_first(page, sentence.start, index) if purpose else None
    if first is not None:
        # "Arle became the first state to sign it".
        index, purpose = first, False
    found = find_subject(
        page.tokens, page.scene.covered, page.document.text, index, sentence.start
    )
    if found is not None and found.mention is None and _ADVERB.fullmatch(found.name):
        return None
    if purpose and (found is None or found.first > sentence.start + 1):
        # "occupied the hall to press for it": it is not the hall that does.
        return find_opening(
            page.tokens, page.scene.covered, page.document.text, sentence
        )
    return found


def _shared_subject(
    page: Page, predicate: Predicate, sentence: range
) -> Subject | None:
    """Find the subject that a verb after "and" or "but" shares with the verb before."""
    stems = page.tokens.stems
    lead = range(max(sentence.start, predicate.first - _LEAD_TOKENS), predicate.first)
    joins = [at for at in lead if stems[at] in _JOINS]
    if not joins or "," in stems[joins[-1] + 1 : predicate.first]:
        return None
    between = stems[joins[-1] + 1 : predicate.first]
    if not all(word in HELPERS or word.endswith("ly") for word in between):
        return None
    return first_subject(page, sentence.start, joins[-1])


def _spender(page: Page, first: int, sentence: range) -> Subject | None:
    """Find who "has spent two million on trying to" do something."""
    stems = page.tokens.stems
    if first not in page.tokens.gerunds or stems[first - 1] != "on":
        return None
    low = max(sentence.start, first - _SPENT_TOKENS)
    spent = next((at for at in range(first - 1, low, -1) if stems[at] == _SPEND), None)
    return None if spent is None else _subject_at(page, spent, sentence)


def _is_passive(page: Page, predicate: Predicate) -> bool:
    """Tell "was attacked by residents" from "attacked the residents"."""
    stems = page.tokens.stems
    if is_suited(page.tokens, predicate.last - 1):
        return True
    by = predicate.last < len(stems) and stems[predicate.last] == "by"
    gap = 1 if stems[predicate.first - 1] == "," else 0
    begin = predicate.first - gap
    named = page.scene.targets_in(begin - _PAIR, begin)
    if by and any(target.last == begin for target in named):
        # "a truce proposed by mediators", "the truce, proposed by mediators,"
        return True
    return by and any(
        word in _BEING for word in stems[max(0, predicate.first - 3) : predicate.first]
    )


def _clause_start(page: Page, predicate: Predicate, sentence: range) -> int:
    """Find where the clause of a passive verb begins."""
    at = predicate.first
    low = max(sentence.start, at - _FACT_TOKENS)
    while at > low and page.tokens.stems[at - 1] not in BREAKS:
        at -= 1
    return at


def _content_of(page: Page, predicate: Predicate, sentence: range) -> range:
    """Find what a predicate governs: up to the clause's end, or what was said before."""
    stems = page.tokens.stems
    split = stems[predicate.last - 1] in _PARTICLES and predicate.act != "protest"
    if split and predicate.last - predicate.first > _PAIR:
        # "turned the offer down"
        return range(predicate.first + 1, predicate.last - 1)
    reach = _DEED_TOKENS if predicate.act == DEED else _FACT_TOKENS
    stop = min(sentence.stop, predicate.begin + reach)
    last = next(
        (
            at
            for at in range(predicate.begin, stop)
            if (stems[at] in BREAKS or stems[at] == ",")
            and not (stems[at] in (",", "but") and sets_condition(page, at))
        ),
        stop,
    )
    if _is_possessed(page, predicate):
        # "the council's refusal to build it was attacked": what is said of it is
        # somebody else's.
        begin = predicate.begin
        if not {stems[begin - 1], stems[min(begin, len(stems) - 1)]} & _TAKES:
            return range(0)
        last = min(last, begin + _POSSESSED_TOKENS)
        last = next((at for at in range(begin, last) if stems[at] in _SAID_OF), last)
    content = range(predicate.begin, last)
    ended = predicate.last >= len(stems) or stems[predicate.last] in _ENDS
    alone = not content or ended
    leaves = stems[predicate.first] in _OBJECTLESS or _is_relative(page, predicate)
    if alone and predicate.act != DEED and leaves:
        return _antecedent(page, predicate, sentence.start)
    if len(content) == 1 and stems[content.start] in _STAND_INS:
        if stems[predicate.first] == _VOTE:
            # What was put to the vote is what the text told of last, whatever came of it.
            return range(0)
        return _antecedent(page, predicate, 0)
    return range(0) if alone else content


def _is_relative(page: Page, predicate: Predicate) -> bool:
    """Tell "the tax, which the Greens have long demanded"."""
    first, stems = predicate.first, page.tokens.stems
    low = max(1, first - _RELATIVE_TOKENS)
    which = next((at for at in range(first - 1, low, -1) if stems[at] == "which"), None)
    if which is None or stems[which - 1] != ",":
        return False
    return not _ENDS.intersection(stems[which + 1 : first])


def _is_possessed(page: Page, predicate: Predicate) -> bool:
    """Tell a noun that belongs to somebody: "the council's refusal"."""
    before = predicate.first - 1
    if before < 0:
        return False
    end = page.tokens.ends[before]
    return page.document.text[:end].endswith(("'s", "’s", "s'", "s’")) or (
        page.document.text[end : end + 1] in ("'", "’")
    )


def _antecedent(page: Page, predicate: Predicate, start: int) -> range:
    """Find the last thing spoken of before a verb without an object: "it objected"."""
    first = predicate.first
    before = page.scene.targets_in(max(start, first - _ANTECEDENT_TOKENS), first)
    if not before or before[-1].pole:
        return range(0)
    target = before[-1]
    if is_overtaken(page.tokens, first, target, range(target.first, target.last)):
        return range(0)
    first = target.first
    aside = page.tokens.stems[max(start, first - _ASIDE_TOKENS) : first]
    if not _RELATIVES.isdisjoint(aside):
        # "who had promised to block the bill, voted against it": against the bill.
        return range(first, target.last)
    echoes = page.tokens.stems[predicate.first] in _ECHOES
    kinds = (*DEED_KINDS, "less", "more", *(_HOLDS if echoes else ()))
    for op in reversed(page.scene.operators_in(first - 4, first)):
        if op.kind not in kinds:
            break
        first = op.first
    return range(first, target.last)
