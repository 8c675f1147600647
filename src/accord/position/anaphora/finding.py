"""Anaphora: "the plan", "the decision" and "it", where they stand for what was said.

"The plan" stands for what was proposed, "the decision" for how it was settled, and "it"
after a verb for the thing itself.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from accord.position.anaphora.antecedents import (
    choose_antecedent,
    is_overtaken,
    sign_of,
)
from accord.position.anaphora.governing import governing
from accord.position.anaphora.idioms import (
    is_idle,
    is_phrase,
    is_relative,
    leads_to_day,
)
from accord.position.anaphora.presented import find_presented, presented_as
from accord.position.anaphora.settled import sign_of_outcome
from accord.position.context.papers import DECISIONS, PLANS, POINTERS
from accord.position.issues import Target
from accord.position.meaning.operators import Operator
from accord.position.meaning.pointing import DEALS
from accord.position.phrases import SENTENCE_END, Tokens, stem_set

__all__ = ["CALLS", "find_stand_ins"]

_POINTERS = stem_set("the this that such these those his her their its")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
# A noun before one of these is whole: not "the project manager".
_GOES_ON = stem_set(
    "and or but as at in on that which who by with from until before after because be "
    "have will would can could may might must should do not when while during if say "
    "a an go come remain also outright altogether entirely wholesale unanimously "
    "within without under over amid despite following ahead through into since though "
    "although unless so too then again once twice even only still never ever instead "
    "anyway nonetheless nevertheless next last this there here he she they it we you i"
)
_JUDGES = ("good", "bad")
_OPENS_NOUN = stem_set("the a an its their our all everyone us them him her")
_SUBJECTS = stem_set("it this that them")
#: Verbs that call a thing something.
CALLS = stem_set(
    "call dub label brand consider find think deem declare regard see view describe judge"
)
_BEING = stem_set("be would will could seem look sound smack amount")
# "It would, he said, be a grave mistake": so many words may stand between.
_JUDGED_TOKENS = 5
_AFTER = ("further", "against", "hold_for", "hold_against")
# Who does so speaks of what came to pass, and not of the thing.
_MOVED = stem_set(
    "welcome praise hail applaud cheer celebrate regret deplore lament bemoan criticise condemn "
    "denounce slam blast"
)
_OBJECTS = {"it": _AFTER, "that": _AFTER[1:], "this": _AFTER[1:]}
# Who will "go along" agrees to what was spoken of.
_GOES_ALONG = ("go", "along")
_GONE_ALONG = frozenset((SENTENCE_END, ",", ";", "if"))
# How far back to look: about four sentences, and one or two for "it".
_VERB_TOKENS = 4
_NEW_SUBJECTS = frozenset(
    "the a an he she they we i its their his her others some".split()
)
_FAR_TOKENS = 90
_NEAR_TOKENS = 40
_ADJACENT_TOKENS = 3
# A report comes back to what it began with.
_SETTLED_TOKENS = 200
# Places looked at for what "the plan" may stand for; more would take long in long texts.
_MOST_SPOKEN = 60
_PHRASE_TOKENS = 6
# So many sentences back "the plan" is that of the last thing spoken of.
_CLOSE_SENTENCES = 2
_DOES = ("further", "against")
_THE_TWO = ("the", "two")
_MEASURES = stem_set("change cut reform thing issue question point")


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
    spoken = _Spoken(tokens, operators, plain)
    poles = [target.first for target in targets if target.pole]
    taken = {at for target in targets for at in range(target.first, target.last)}
    found: list[Target] = []
    unknown = -1
    for at, near in _pointing(tokens, text, {op.last: op for op in operators}):
        if at in taken or is_phrase(tokens, at):
            continue
        word = tokens.stems[at]
        low = at - spoken.reach(at, near)
        last = _last_alike(tokens, found, at)
        nearest = spoken.nearest(at)
        if last and last.first > max(low, nearest.first if nearest else -1):
            # "The reform ... it": what it stands for stands for something itself.
            if not is_overtaken(tokens, at, last, taken):
                found.append(replace(last, first=at, last=at + 1))
            continue
        if nearest is None or nearest.first < low:
            if main is not None and not plain and word in POINTERS:
                sign = deal if word in DEALS else 1
                found.append(Target(at, at + 1, main, sign, pole=False, deed=True))
            continue
        nearer = bisect_left(poles, at)
        if nearer and poles[nearer - 1] > nearest.first:
            # The last thing named took a side by itself.
            continue
        before = spoken.meant(at, low) if word in POINTERS else nearest
        if before is None or is_overtaken(tokens, at, before, taken):
            unknown = at if word in POINTERS else unknown
            continue
        if word not in POINTERS and before.first < unknown:
            # "Support the proposal. Belmonte opposes it."
            continue
        sign = spoken.sign(at, before)
        found.append(Target(at, at + 1, before.issue, sign, pole=False, deed=True))
    found.extend(_both(tokens, spoken, taken))
    return sorted(found, key=lambda target: target.first)


def _both(tokens: Tokens, spoken: "_Spoken", taken: set[int]) -> Iterator[Target]:
    """Let "both plans" and "the two bills" stand for the last two issues spoken of."""
    stems = tokens.stems
    for at in range(2, len(stems)):
        if stems[at] not in POINTERS | _MEASURES or at in taken:
            continue
        if stems[at - 1] != "both" and stems[at - 2 : at] != _THE_TWO:
            continue
        for before in spoken.last_two(at):
            sign = before.sign
            for op in spoken.governing(before):
                if op.kind in _DOES and 0 <= before.first - op.last <= 1:
                    sign *= op.sign
            yield Target(at, at + 1, before.issue, sign, pole=False, deed=True)


def _is_done_otherwise(tokens: Tokens, before: Target, at: int) -> bool:
    """Tell "threatened to block the levy but voted for it": the levy, not the blocking."""
    between = tokens.stems[before.last : min(at, before.last + _FAR_TOKENS)]
    if "but" not in between or SENTENCE_END in between:
        return False
    begin = before.last + between.index("but") + 1
    verb = range(begin, at)
    return 0 < len(verb) <= _VERB_TOKENS and not any(
        n in tokens.capitals or tokens.stems[n] in _NEW_SUBJECTS for n in verb
    )


class _Spoken:
    """What a document speaks of, to be looked up from where something stands for it.

    Args:
        tokens: The document's words.
        operators: Words that are for or against something, by place.
        plain: Places that speak of issues without a side of their own, by place.
    """

    def __init__(
        self, tokens: Tokens, operators: Sequence[Operator], plain: Sequence[Target]
    ) -> None:
        self._tokens = tokens
        self._operators = operators
        self._op_starts = [op.first for op in operators]
        self._plain = plain
        self._starts = [target.first for target in plain]
        self._presented = find_presented(tokens, plain)
        self._alone = len({target.issue for target in plain}) == 1

    def nearest(self, at: int) -> Target | None:
        """Give the last thing spoken of before a word."""
        place = bisect_left(self._starts, at) - 1
        return self._plain[place] if place >= 0 else None

    def last_two(self, at: int) -> Sequence[Target]:
        """Give the last two issues that one sentence named together: "cap it and end that"."""
        stems = self._tokens.stems
        place = bisect_left(self._starts, at)
        near = self._plain[max(0, place - _MOST_SPOKEN) : place]
        for before, last in zip(near[-2::-1], near[:0:-1], strict=True):
            between = stems[before.last : last.first]
            together = len(between) <= _FAR_TOKENS and SENTENCE_END not in between
            if before.issue != last.issue and together and "and" in between:
                return [self._whole(before), last]
        return []

    def _whole(self, target: Target) -> Target:
        """Give the deed of "cap the grants at 60 hectares", which says what is planned."""
        stop = bisect_left(self._starts, target.first)
        low = bisect_left(self._starts, target.first - _PHRASE_TOKENS)
        own = (one for one in self._plain[low:stop] if one.issue == target.issue)
        return next(own, target)

    def reach(self, at: int, near: int) -> int:
        """Say how far back to look; all the way where nothing else can be meant.

        So it is where one issue is spoken of, or the text said what "the bill" is.
        """
        word = self._tokens.stems[at]
        if word not in POINTERS:
            return near
        known = self._alone or presented_as(self._presented, word, at)
        return at if known else near

    def governing(self, target: Target) -> Sequence[Operator]:
        """Give the words before a place that may govern it."""
        return governing(self._operators, self._op_starts, target)

    def sign(self, at: int, before: Target) -> int:
        """Give the side for which a word stands that stands for a place."""
        stems = self._tokens.stems
        if _is_done_otherwise(self._tokens, before, at):
            return before.sign
        sign = sign_of(self._tokens, stems[at], before, self.governing(before))
        if stems[at] in _SUBJECTS and stems[at - 1] in _MOVED:
            # "The bill failed. The Greens regretted it": that it failed.
            sign *= sign_of_outcome(self._tokens, before) or 1
        return sign

    def meant(self, at: int, low: int) -> Target | None:
        """Find what a noun stands for; None for another thing than is spoken of."""
        word = self._tokens.stems[at]
        own = presented_as(self._presented, word, at)
        if own:
            return own[2]
        stop = bisect_left(self._starts, at)
        first = bisect_left(self._starts, min(low, at - _SETTLED_TOKENS))
        near = self._plain[max(first, stop - _MOST_SPOKEN) : stop]
        chosen = choose_antecedent(
            self._tokens, word, [(one, self.governing(one)) for one in near]
        )
        if chosen is None or chosen.issue == self._plain[0].issue:
            return chosen
        between = pairwise(self._tokens.stems[chosen.last : at])
        ends = sum(before != SENTENCE_END == after for before, after in between)
        # "The bill" after much else is rather what the text began with.
        return chosen if ends <= _CLOSE_SENTENCES else None


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
            whole = bool({at + 1, at + 2} & judged.keys()) or _is_whole(tokens, at)
            if not several and whole and _is_known(tokens, text, at):
                yield at, _FAR_TOKENS
        elif _is_object(stems, ends, at) or (
            stems[at] in _SUBJECTS and _is_judged(tokens, text, at, judged)
        ):
            yield at, _NEAR_TOKENS


def _is_object(stems: Sequence[str], ends: Mapping[int, Operator], at: int) -> bool:
    """Tell "rejects this" and "turned that down" from "rejects this plan"."""
    if stems[at - 1 : at + 1] == _GOES_ALONG:
        return at + 1 == len(stems) or stems[at + 1] in _GONE_ALONG
    if stems[at] not in _OBJECTS:
        return False
    around = ends.get(at + 2)
    if around is not None and around.kind in _AFTER and around.first == at - 1:
        return True
    before = ends.get(at)
    held = before is not None and before.kind in _OBJECTS[stems[at]]
    return held and not (_joins(stems, at) or is_idle(stems, at))


def _joins(stems: Sequence[str], at: int) -> bool:
    """Tell "agree that they go" and "backs this plan", where it stands for nothing."""
    return (
        stems[at] in ("that", "this")
        and at + 1 < len(stems)
        and stems[at + 1].isalpha()
    )


def _is_judged(tokens: Tokens, text: str, at: int, judged: Mapping[int, int]) -> bool:
    """Tell "it is a disgrace" from "it is raining": a judgement follows.

    In "it would be absurd to go" it stands for what comes after.
    """
    stems = tokens.stems
    if is_relative(stems, at):
        return False
    if at and stems[at - 1] in CALLS:
        nearby = range(at + 1, min(len(stems), at + 1 + _ADJACENT_TOKENS))
        return any(
            place in judged
            and not _leads_on(tokens, at, judged[place])
            and not leads_to_day(stems, judged[place])
            for place in nearby
        )
    shortened = text[tokens.starts[at] : tokens.ends[at]].lower().endswith("s")
    follows = at + 1 < len(stems) and stems[at + 1] in _BEING
    if not (follows or (shortened and stems[at] != "this")):
        return False
    for following in range(at + 1, min(len(stems), at + 1 + _JUDGED_TOKENS)):
        if following in judged:
            last = judged[following]
            return not (_leads_on(tokens, at, last) or leads_to_day(stems, last))
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


_RELATIVE = stem_set("that which")
_TIMES = stem_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today late early"
)


def _is_known(tokens: Tokens, text: str, at: int) -> bool:
    """Tell a thing already spoken of: "the plan", "such a move", "the council's plan"."""
    before = at - 2 if tokens.stems[at - 1] == "a" else at - 1
    if before < 0:
        return False
    if tokens.stems[before] in _POINTERS or _is_apposed(tokens, at):
        return True
    end = tokens.ends[before]
    return text[end - 2 : end] in _POSSESSIVES


def _is_apposed(tokens: Tokens, at: int) -> bool:
    """Tell "approved the dam, a move that angered many" from "a move is under way"."""
    stems = tokens.stems
    if stems[at - 2 : at] != (",", "a") or at + 1 >= len(stems):
        return False
    formed = at + 1 in tokens.inflected or at + 1 in tokens.bent
    return formed or stems[at + 1] in _RELATIVE
