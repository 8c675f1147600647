"""Anaphora: "the plan", "the decision" and "it", where they stand for what was said.

"The plan" stands for what was proposed, "the decision" for how it was settled, and "it"
after a verb for the thing itself.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from accord.position.context.antecedents import (
    DECISIONS,
    PLANS,
    choose_antecedent,
    governing,
    is_overtaken,
    sign_of,
)
from accord.position.issues import Target
from accord.position.meaning.operators import Operator
from accord.position.meaning.pointing import DEALS
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = ["CALLS", "POINTERS", "find_stand_ins"]

_POINTERS = stem_set("the this that such these those his her their its")
#: Nouns that stand for what was spoken of before.
POINTERS = PLANS | DECISIONS
_POSSESSIVES = ("'s", "’s", "s'", "s’")
# A noun before one of these is whole: not "the project manager".
_GOES_ON = stem_set(
    "and or but as at in on that which who by with from until before after because be "
    "have will would can could may might must should do not when while during if say "
    "a an would go come remain also outright altogether entirely wholesale unanimously"
)
_PAYING = stem_set("foot pick up settle pay share split")
_JUDGES = ("good", "bad")
_OPENS_NOUN = stem_set("the a an its their our all everyone us them him her")
_SUBJECTS = stem_set("it this that them")
#: Verbs that call a thing something.
CALLS = stem_set("call dub label brand consider find think deem declare")
_BEING = stem_set("be would will could seem look sound smack amount")
# "It would, he said, be a grave mistake": so many words may stand between.
_JUDGED_TOKENS = 5
_AFTER = ("further", "against", "hold_for", "hold_against")
_OBJECTS = {"it": _AFTER, "that": _AFTER[1:]}
# Who accepts a ruling need not like it.
_YIELDING = stem_set("accept respect recognise acknowledge observe by with")
_NOT = stem_set("not never refuse cannot won't wouldn't don't doesn't nobody no")
_YIELDED = DECISIONS - stem_set("refusal rejection veto vote")
# "Under the law", "broke the law".
_LAW = stem_set("law legislation order rule")
_LAWFUL = stem_set("under by within break above of before obey enforce through violate")
_AIRCRAFT = "plane"
# How far back to look: about four sentences, and one or two for "it".
_FAR_TOKENS = 90
_NEAR_TOKENS = 40
_ADJACENT_TOKENS = 3
# A report comes back to what it began with.
_SETTLED_TOKENS = 200


def find_stand_ins(
    tokens: Tokens,
    text: str,
    operators: Sequence[Operator],
    targets: Sequence[Target],
    *,
    main: int | None = None,
    deal: int = 1,
) -> list[Target]:
    """Find the words that stand for what was spoken of before.

    Args:
        tokens: The document's words.
        text: The document's text.
        operators: Words that are for or against something, by place.
        targets: Places that speak of issues, by place.
        main: The issue that the document is about, for "the plan" where nothing else
            names it; None if that is not known.
        deal: The sign of "the deal", where that issue is one.

    Returns:
        More such places, by place; their sign is that of what they stand for.

    Cost:
        Linear in the number of tokens.
    """
    plain = [target for target in targets if not target.pole]
    poles = [target.first for target in targets if target.pole]
    starts = [target.first for target in plain]
    taken = {at for target in targets for at in range(target.first, target.last)}
    op_starts = [op.first for op in operators]
    found: list[Target] = []
    for at, reach in _pointing(tokens, text, {op.last: op for op in operators}):
        place = bisect_left(starts, at) - 1
        if at in taken or _is_idiom(tokens, at):
            continue
        last = _last_alike(tokens, found, at)
        if last and last.first > max(at - reach, starts[place] if place >= 0 else -1):
            # "The reform ... it": what it stands for stands for something itself.
            found.append(replace(last, first=at, last=at + 1))
            continue
        if place < 0 or starts[place] < at - reach:
            if main is not None and not plain and tokens.stems[at] in POINTERS:
                sign = deal if tokens.stems[at] in DEALS else 1
                found.append(Target(at, at + 1, main, sign, pole=False, deed=True))
            continue
        before = plain[place]
        nearer = bisect_left(poles, at)
        if nearer and poles[nearer - 1] > before.first:
            # The last thing named took a side by itself.
            continue
        word = tokens.stems[at]
        if word in POINTERS:
            first = bisect_left(starts, at - _SETTLED_TOKENS)
            spoken = [
                (one, governing(operators, op_starts, one))
                for one in plain[first : place + 1]
            ]
            chosen = choose_antecedent(tokens, word, spoken)
            if chosen is None:
                continue
            before = chosen
        if is_overtaken(tokens, at, before, taken):
            continue
        sign = sign_of(tokens, word, before, governing(operators, op_starts, before))
        found.append(Target(at, at + 1, before.issue, sign, pole=False, deed=True))
    return found


def _last_alike(tokens: Tokens, found: Sequence[Target], at: int) -> Target | None:
    """Give the last stand-in, but no plan for a decision: "the law ... the ruling"."""
    if not found:
        return None
    word, before = tokens.stems[at], tokens.stems[found[-1].first]
    differs = (word in DECISIONS) != (before in DECISIONS) or before not in POINTERS
    return None if word in POINTERS and differs else found[-1]


def _pointing(
    tokens: Tokens, text: str, ends: dict[int, Operator]
) -> Iterator[tuple[int, int]]:
    """Give the words that may stand for others, and how far back to look."""
    stems = tokens.stems
    judged = {op.first: op.last for op in ends.values() if op.kind in _JUDGES}
    for at in range(1, len(stems)):
        if stems[at] in PLANS or stems[at] in DECISIONS:
            several = at in tokens.inflected and stems[at] != "plan"
            whole = at + 1 in judged or _is_whole(tokens, at)
            if not several and whole and _is_known(tokens, text, at):
                yield at, _FAR_TOKENS
        elif (
            at in ends
            and ends[at].kind in _OBJECTS.get(stems[at], ())
            and not _joins(stems, at)
        ) or (stems[at] in _SUBJECTS and _is_judged(tokens, text, at, judged)):
            yield at, _NEAR_TOKENS


def _is_idiom(tokens: Tokens, at: int) -> bool:
    """Tell "foot the bill", "under the law" and "accepts the ruling" from a side."""
    word, before = tokens.stems[at], tokens.stems[max(0, at - 2) : at]
    if word in _YIELDED and not _YIELDING.isdisjoint(before):
        return _NOT.isdisjoint(tokens.stems[max(0, at - 6) : at])
    if word in _LAW:
        return not _LAWFUL.isdisjoint(before)
    return word == "bill" and not _PAYING.isdisjoint(before)


def _joins(stems: Sequence[str], at: int) -> bool:
    """Tell "agree that they go", where "that" stands for nothing."""
    return stems[at] == "that" and at + 1 < len(stems) and stems[at + 1].isalpha()


def _is_judged(tokens: Tokens, text: str, at: int, judged: Mapping[int, int]) -> bool:
    """Tell "it is a disgrace" from "it is raining": a judgement follows.

    In "it would be absurd to go" it stands for what comes after.
    """
    stems = tokens.stems
    if at and stems[at - 1] in CALLS:
        nearby = range(at + 1, min(len(stems), at + 1 + _ADJACENT_TOKENS))
        return any(
            place in judged and not _leads_on(tokens, at, judged[place])
            for place in nearby
        )
    shortened = text[tokens.starts[at] : tokens.ends[at]].lower().endswith("s")
    follows = at + 1 < len(stems) and stems[at + 1] in _BEING
    if not (follows or (shortened and stems[at] != "this")):
        return False
    for following in range(at + 1, min(len(stems), at + 1 + _JUDGED_TOKENS)):
        if following in judged:
            return not _leads_on(tokens, at, judged[following])
        if not stems[following].isalpha():
            return False
    return False


def _leads_on(tokens: Tokens, at: int, last: int) -> bool:
    """Tell "it is wrong to go" from "it is a danger to the coast"."""
    stems = tokens.stems
    if stems[at] != "it":
        return False
    lead = next((n for n in (last, last + 1) if stems[n : n + 1] == ("to",)), None)
    if lead is None:
        return stems[last : last + 1] == ("that",)
    return stems[lead + 1 : lead + 2] != () and stems[lead + 1] not in _OPENS_NOUN


def _is_whole(tokens: Tokens, at: int) -> bool:
    """Tell "the plan" from "the plan to close it", which says itself what it is."""
    following = tokens.stems[at + 1] if at + 1 < len(tokens.stems) else SENTENCE_END
    return (
        following in _GOES_ON
        or not following.isalpha()
        or at + 1 in tokens.inflected
        or at + 1 in tokens.bent
        or following.endswith("ly")
        or following in _TIMES
    )


_TIMES = stem_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today late early"
)


def _is_known(tokens: Tokens, text: str, at: int) -> bool:
    """Tell a thing already spoken of: "the plan", "such a move", "the council's plan"."""
    before = at - 2 if tokens.stems[at - 1] == "a" else at - 1
    if before < 0:
        return False
    pointed = tokens.stems[before] in _POINTERS
    end = tokens.ends[before]
    return pointed or text[end - 2 : end] in _POSSESSIVES
