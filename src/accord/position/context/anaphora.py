"""Anaphora: "the plan", "the decision" and "it", where they stand for what was said.

"The plan" stands for what was proposed, "the decision" for how it was settled, and "it"
after a verb for the thing itself.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import prod

from accord.position.context.neutral import PLEAS
from accord.position.issues import Target
from accord.position.meaning.operators import Operator
from accord.position.meaning.pointing import DEALS
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = ["CALLS", "POINTERS", "find_stand_ins"]

_POINTERS = stem_set("the this that such these those his her their its")
_PLANS = stem_set(
    "plan proposal idea scheme project move initiative suggestion bill motion deal step "
    "offer request demand reform measure permit "
    "blueprint contract petition bid application draft recommendation law legislation"
)
_DECISIONS = stem_set(
    "decision ruling verdict judgment outcome result vote resolution announcement "
    "refusal rejection veto order"
)
_REFUSALS = stem_set("refusal rejection veto")
#: Nouns that stand for what was spoken of before.
POINTERS = _PLANS | _DECISIONS
# What shows that a plan before was one to stop something, not to do it.
_PROPOSING = _PLANS | _DECISIONS | stem_set("propose bid want decide seek apply")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
# A noun before one of these is whole: not "the project manager".
_GOES_ON = stem_set(
    "and or but as at in on that which who by with from until before after because be "
    "have will would can could may might must should do not when while during if say "
    "a an would go come remain also outright altogether entirely wholesale unanimously"
)
_PAYING = stem_set("foot pick up settle pay share split")
_JUDGES = ("good", "bad")
_SUBJECTS = stem_set("it this that them")
#: Verbs that call a thing something.
CALLS = stem_set("call dub label brand consider find think deem declare")
_BEING = stem_set("be would will could seem look sound smack amount")
# "It would, he said, be a grave mistake": so many words may stand between.
_JUDGED_TOKENS = 5
_DOES = ("further", "against")
_WISHED = ("hold_for", "hold_against")
_AFTER = (*_DOES, "hold_for", "hold_against")
_OBJECTS = {"it": _AFTER, "that": _AFTER[1:]}
# How far back to look: about four sentences, and one or two for "it".
_FAR_TOKENS = 90
_NEAR_TOKENS = 40
_ADJACENT_TOKENS = 3
_PROPOSING_TOKENS = 6
# A report comes back to what it began with.
_SETTLED_TOKENS = 200
_PLEA_TOKENS = 12
# "Ruled on Thursday that the banker can be sent home."
_RULING = stem_set("rule decide")
_RULED_TOKENS = 14
# Who approves a thing decides on it, and does not only wish for it.
_APPROVING = stem_set("approve adopt endorse accept")
_DONE_AFTER = stem_set("to will would have not")
_CLAUSE_TOKENS = 25


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
                (one, _governing(operators, op_starts, one))
                for one in plain[first : place + 1]
            ]
            before = _meant(tokens, word, spoken)
        governing = _governing(operators, op_starts, before)
        sign = _sign_of(tokens, word, before, governing)
        found.append(Target(at, at + 1, before.issue, sign, pole=False, deed=True))
    return found


def _last_alike(tokens: Tokens, found: Sequence[Target], at: int) -> Target | None:
    """Give the last stand-in, but no plan for a decision: "the law ... the ruling"."""
    if not found:
        return None
    word, before = tokens.stems[at], tokens.stems[found[-1].first]
    differs = (word in _DECISIONS) != (before in _DECISIONS)
    return None if word in POINTERS and before in POINTERS and differs else found[-1]


def _governing(
    operators: Sequence[Operator], starts: Sequence[int], target: Target
) -> Sequence[Operator]:
    """Give the words before a place that may govern it."""
    low = bisect_left(starts, target.first - _CLAUSE_TOKENS)
    return operators[low : bisect_left(starts, target.first)]


def _meant(
    tokens: Tokens, word: str, spoken: Sequence[tuple[Target, Sequence[Operator]]]
) -> Target:
    """Find what a noun stands for: "the decision" for what was last decided or done.

    Args:
        tokens: The document's words.
        word: The noun.
        spoken: The places before it that speak of issues, each with what may govern it.

    Returns:
        The last place where a thing is decided or, for "the plan", proposed; else the
        last of all.
    """
    is_meant = _is_settled if word in _DECISIONS else _is_proposed
    meant = [one for one, ops in spoken if is_meant(tokens, one, ops)]
    if not meant:
        return spoken[-1][0]
    chosen = meant[-1]
    for one in reversed(meant):
        # "Suspended the vote on self-rule" is about the vote.
        gap = tokens.stems[one.last : chosen.first]
        if len(gap) > _ADJACENT_TOKENS or SENTENCE_END in gap:
            break
        chosen = one
    return chosen


def _is_settled(tokens: Tokens, one: Target, governing: Sequence[Operator]) -> bool:
    """Tell "suspended the vote" and "will impose a duty" from a mere mention."""
    deeds = [
        op for op in _chain(tokens, one, governing, kinds=_DOES) if op.kind in _DOES
    ]
    verbs = [op.first for op in deeds]
    lead = tokens.stems[max(0, one.first - _RULED_TOKENS) : one.first]
    if "that" in lead and not _RULING.isdisjoint(lead) and SENTENCE_END not in lead:
        return True
    if one.deed and one.last - one.first > 1:
        # "Will not reopen the border" where that is the question.
        verbs.append(one.first)
    return any(
        at in tokens.bent
        or at in tokens.inflected
        or tokens.stems[at - 1] in _DONE_AFTER
        for at in verbs
    )


def _is_proposed(tokens: Tokens, one: Target, governing: Sequence[Operator]) -> bool:
    """Tell "proposed a mission" from a mere mention."""
    chain = _chain(tokens, one, governing, kinds=_DOES)
    begin = chain[-1].first if chain else one.first
    lead = tokens.stems[max(0, begin - _PROPOSING_TOKENS) : begin]
    return any(stem in _PROPOSING for stem in lead)


def _pointing(
    tokens: Tokens, text: str, ends: dict[int, Operator]
) -> Iterator[tuple[int, int]]:
    """Give the words that may stand for others, and how far back to look."""
    stems = tokens.stems
    judged = {op.first for op in ends.values() if op.kind in _JUDGES}
    for at in range(1, len(stems)):
        if stems[at] in _PLANS or stems[at] in _DECISIONS:
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
    """Tell "foot the bill" from a bill."""
    before = tokens.stems[max(0, at - 2) : at]
    return tokens.stems[at] == "bill" and not _PAYING.isdisjoint(before)


def _joins(stems: Sequence[str], at: int) -> bool:
    """Tell "agree that they go", where "that" stands for nothing."""
    return stems[at] == "that" and at + 1 < len(stems) and stems[at + 1].isalpha()


def _is_judged(tokens: Tokens, text: str, at: int, judged: set[int]) -> bool:
    """Tell "it is a disgrace" from "it is raining": a judgement follows."""
    stems = tokens.stems
    if at and stems[at - 1] in CALLS:
        nearby = range(at + 1, min(len(stems), at + 1 + _ADJACENT_TOKENS))
        return any(place in judged for place in nearby)
    shortened = text[tokens.starts[at] : tokens.ends[at]].lower().endswith("s")
    follows = at + 1 < len(stems) and stems[at + 1] in _BEING
    if not (follows or (shortened and stems[at] != "this")):
        return False
    for following in range(at + 1, min(len(stems), at + 1 + _JUDGED_TOKENS)):
        if following in judged:
            return True
        if not stems[following].isalpha():
            return False
    return False


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


def _sign_of(
    tokens: Tokens, word: str, before: Target, governing: Sequence[Operator]
) -> int:
    """Find the side for which a stand-in stands."""
    if word in _REFUSALS:
        return -_product(tokens, before, governing, kinds=_DOES)
    if word in _DECISIONS:
        # "Blocked the takeover ... the decision": all that was done with it counts.
        done = _chain(tokens, before, governing, kinds=_AFTER)
        done += _ruled(tokens, done, governing)
        # "Urged them to lift the ban ... the decision" is not what was urged.
        wished = any(
            op.kind in _WISHED
            and op.sign > 0
            and tokens.stems[op.first] not in _APPROVING
            for op in done
        )
        signs = [op.sign for op in done if not wished]
        return before.sign * prod(signs)
    if word in _PLANS:
        chain = _chain(tokens, before, governing, kinds=_DOES)
        begin = chain[-1].first if chain else before.first
        lead = tokens.stems[max(0, begin - _PROPOSING_TOKENS) : begin]
        proposed = chain and any(stem in _PROPOSING for stem in lead)
        return _product(tokens, before, governing, kinds=_DOES) if proposed else 1
    return _product(tokens, before, governing, kinds=_DOES)


def _ruled(
    tokens: Tokens, done: Sequence[Operator], governing: Sequence[Operator]
) -> list[Operator]:
    """Find what was done with a plea: "rejected a complaint against the ban"."""
    if not done or tokens.stems[done[-1].first] != "against":
        return []
    against = done[-1].first
    for op in reversed(governing):
        between = tokens.stems[op.last : against]
        if op.last <= against and op.kind in _AFTER:
            whole = len(between) <= _PLEA_TOKENS and SENTENCE_END not in between
            return [op] if whole and not PLEAS.isdisjoint(between) else []
    return []


def _product(
    tokens: Tokens,
    before: Target,
    governing: Sequence[Operator],
    *,
    kinds: Sequence[str],
) -> int:
    """Multiply the sign of a place with those of the words right before it."""
    sign = before.sign
    for op in _chain(tokens, before, governing, kinds=kinds):
        sign *= op.sign
    return sign


def _chain(
    tokens: Tokens,
    before: Target,
    governing: Sequence[Operator],
    *,
    kinds: Sequence[str],
) -> list[Operator]:
    """Collect the words that govern a place from the left, nearest first."""
    chain: list[Operator] = []
    reach = before.first
    for op in reversed(governing):
        if op.kind in ("hold_for", "hold_against") and op.kind not in kinds:
            # What is denied before it is somebody's wish, not the deed.
            break
        if op.last > reach or op.kind not in (*kinds, "negation"):
            continue
        gap = range(op.last, reach)
        if len(gap) > _ADJACENT_TOKENS or SENTENCE_END in tokens.stems[op.last : reach]:
            break
        chain.append(op)
        reach = op.first
    return chain
