"""Leanings: sides taken without naming the thing: "over my dead body", "Islanders reacted with dismay".

Which side they take is settled in ``sides``. They are read only where nothing else takes
a side, and carry less confidence.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from accord.position.acts import is_turned
from accord.position.anaphora.finding import CALLS
from accord.position.chains import BEING, JUDGES
from accord.position.context.former import is_over
from accord.position.context.papers import POINTERS
from accord.position.deeds.subjects import find_subject
from accord.position.meaning.operators import Operator
from accord.position.page import Page
from accord.position.parties import side_of_subject
from accord.position.phrases import (
    PhraseIndex,
    Tokens,
    load_table,
    stem,
    stem_set,
)
from accord.position.stance import Words

__all__ = [
    "BESIDE",
    "DEEDS",
    "MOVED",
    "OBJECT_TOKENS",
    "POINTER",
    "TONES",
    "Leaning",
    "Leanings",
    "find_leanings",
    "has_object",
    "lean",
]

# Sign, what it is about, and whether those who take the side are named after it.
_KINDS = {
    "for": (1, "thing", False),
    "against": (-1, "thing", False),
    "glad": (1, "event", False),
    "sorry": (-1, "event", False),
    "agree": (1, "answer", False),
    "differ": (-1, "answer", False),
    "voices_for": (1, "thing", True),
    "voices_against": (-1, "thing", True),
    "delight": (1, "event", True),
    "dismay": (-1, "event", True),
    "voices_agree": (1, "answer", True),
    "voices_differ": (-1, "answer", True),
    "with": (1, "event", True),
    "praise": (1, "person", False),
    "blame": (-1, "person", False),
    "aye": (1, "motion", False),
    "nay": (-1, "motion", False),
    "assent": (1, "whole", False),
    "dissent": (-1, "whole", False),
    "weal": (1, "weal", False),
    "woe": (-1, "woe", False),
}
#: Mere tone, which says something only in quotation.
TONES = ("weal", "woe")
# "Welcomed the ruling", "rejected the argument": what stands for others' deeds and words.
_OF_DEEDS = stem_set(
    "decision ruling verdict judgment outcome result announcement vote move step agreement"
)
_OF_WORDS = stem_set(
    "call demand argument criticism request appeal plea accusation claim warning objection "
    "suggestion remark view position stance charge complaint"
)
# "Welcomed the start", "condemned the operation": the thing itself, as it takes its course.
_OF_COURSE = stem_set(
    "start launch beginning resumption restart continuation completion operation intervention"
)
_COURSE = "course"
#: The group of those who are glad or sorry of what the sentence tells.
MOVED = "moved"
#: The group of those who are named in one sentence with whom they side with.
BESIDE = "beside"
#: The group of nouns that point: "the ruling".
POINTER = "pointer"
_POINTER_TOKENS = 4
_OWN_ACTS = frozenset(("announce", "promise", "threaten"))
# What only the text itself tells: "Its neighbour does not."
_TOLD = "ellipsis"
# Who does not follow suit need not be on the other side.
_ECHO = "echo"
# What only those who have it can say of themselves; the rest judges the thing.
_PERSONAL = frozenset(
    "eager refusal alarm side persistence joy grief regret votes company same echo other".split()
)
#: The groups that fight what was done.
DEEDS = frozenset(("fight",))
_OWN = stem_set("its their his her our my we i")
_CLAUSE_TOKENS = 20
_OF = stem_set("of about at over with by on to towards for")
# Groups whose words may have an object of their own, and what leads to it.
_OBJECTS = {
    "joy": _OF, "grief": _OF, "regret": _OF, "votes": _OF, "doubt": _OF, "eager": stem_set("of"),
    "refusal": stem_set("of with around"), "halt": stem_set("to of on in"),
    "invitation": stem_set("by in to for with on at"),
    "need": frozenset(("to",)), "fight": frozenset(("against",)),
}  # fmt: skip
_UNANIMOUSLY = ("to", "a", stem("man"))
#: How far behind a leaning its object may stand.
OBJECT_TOKENS = 9
_CLAUSES = frozenset(("grief", "regret"))
_TRANSITIVE = stem_set("against at")
_BEFORE_TOKENS = 4
_AFTER = stem_set("after follow")
_LACKING = stem_set("fail lack without no little not never hardly lose")
_WORDS = stem_set("word remark comment stance position statement argument view claim")
_WOULD = stem_set("would will")
_WOULD_TOKENS = 3
_OURS = stem_set("our us my whole entire thousand hundred")
_POINTING = stem_set("the a this that such")
_CALLED_TOKENS = 4
# "That a rent cap would ruin them": the thing opens what is said.
_SUBJECT_TOKENS = 3
# "A disgrace", "pure, unadulterated nonsense": a judgement that opens the words.
_OPENING_TOKENS = 3
_SAYS_MORE = frozenset(
    (stem(w),) for w in "would will can could may be have do".split()
)
_JOINS = stem_set("and but or as enough that it because if")
_OPENERS = stem_set(
    "a an the pure sheer utter complete total absolute what such quite simply just plain another"
)


@dataclass(frozen=True, slots=True)
class Leaning:
    """Words that take a side without naming the thing.

    Attributes:
        first: First token.
        last: One past the last.
        sign: 1 for, -1 against.
        about: ``thing``, ``bare``, ``event``, ``motion``, ``answer`` or ``person``: the
            thing itself, whatever is done to it there or without that, what happened to it last, what was put to the vote, what somebody
            else said of it, or that other one if they are named; ``whole`` is the thing,
            but only in an answer that says nothing else; ``weal`` and ``woe`` are mere
            tone.
        group: What kind of leaning the lexicon calls it.
        voiced: Whether those who take the side are named after it.
    """

    first: int
    last: int
    sign: int
    about: str = "thing"
    group: str = ""
    voiced: bool = False


class Leanings:
    """The leanings of a document, by place."""

    def __init__(self, found: Iterable[Leaning]) -> None:
        self._all = sorted(found, key=lambda one: (one.first, one.last))
        self._starts = [one.first for one in self._all]

    def __iter__(self) -> Iterator[Leaning]:
        return iter(self._all)

    def within(self, place: range) -> Sequence[Leaning]:
        """Give those that begin within some tokens."""
        first = bisect_left(self._starts, place.start)
        return self._all[first : bisect_left(self._starts, place.stop)]


@cache
def _index() -> PhraseIndex[tuple[str, str]]:
    return PhraseIndex(
        (phrase, (kind, group))
        for kind in _KINDS
        for group, phrases in load_table("leanings.yaml")[kind].items()
        for phrase in phrases
    )


def find_leanings(tokens: Tokens) -> Leanings:
    """Find such words anywhere in a document, by place.

    What is negated ("not in favour") turns; negated anger is nothing.
    """
    found = []
    for hit in _index().find_outermost(tokens):
        kind, group = hit.label
        sign, about, voiced = _KINDS[kind]
        before = tokens.stems[max(0, hit.first - _BEFORE_TOKENS) : hit.first]
        if before[-2:] == ("to", "be") or (voiced and _LACKING & set(before)):
            # "told to be outraged", "failed to win support from"
            continue
        if is_over(tokens, hit.first, hit.last):
            continue
        if voiced and sign < 0 and group != MOVED and not _AFTER.isdisjoint(before):
            # "Dropped the ban after protests by": the protests were not at the dropping.
            about = "bare"
        if about != "whole" and is_turned(tokens, hit.first):
            if (sign < 0 and about != "woe") or group == _ECHO:
                continue
            sign = -sign
        found.append(Leaning(hit.first, hit.last, sign, about, group, voiced))
    return Leanings(found)


def lean(page: Page, leanings: Leanings, words: Words, cue: range) -> list[Leaning]:
    """Collect the leanings of a speaker's words, and of the cue that reports them."""
    own: list[Leaning] = []
    operators = page.scene.operators_in(words.content.start, words.content.stop)
    if any(op.kind == "weak" for op in operators) or _calls_another(page, words, cue):
        return own
    for one in leanings.within(words.content):
        if (
            one.group == _TOLD
            or has_object(page, one)
            or _is_anothers(page, words, one)
        ):
            continue
        side = side_of_subject(
            page.tokens, page.scene.covered, one.first, words.content.start, words.voice
        )
        whole = one.about != "whole" or _is_all(page, words, one)
        if whole and not one.voiced and (side != "other" or one.group not in _PERSONAL):
            own.append(one)
    own.extend(
        one
        for one in leanings.within(cue)
        if one.about != "whole" and not has_object(page, one)
    )
    own.extend(_pointed(page, words))
    if not words.act.governs:
        own.extend(_judgements(page, words.content))
        own.extend(_harms(page, words.content))
    plain = [one for one in own if one.about not in TONES]
    start = words.content.start
    subject = page.scene.targets_in(start, start + _SUBJECT_TOKENS)
    telling = words.voice.quoted or subject or words.act.act.id == "warn"
    return plain or (own if telling else [])


def _is_all(page: Page, words: Words, one: Leaning) -> bool:
    """Tell a whole answer, "Never, Minister", from "reported no delays"."""
    rest = [at for at in words.content if not one.first <= at < one.last]
    plain = words.voice.quoted or not any(
        page.tokens.stems[at].isalpha() for at in rest
    )
    return plain and len(rest) <= 1


def _is_anothers(page: Page, words: Words, one: Leaning) -> bool:
    """Tell "the fund had voted against it", which the company only tells."""
    stems = page.tokens.stems
    if one.group not in _PERSONAL | DEEDS or one.voiced or stems[one.first - 1] == "to":
        return False
    low = max(words.content.start, one.first - _CLAUSE_TOKENS)
    found = find_subject(
        page.tokens, page.scene.covered, page.document.text, one.first, low
    )
    if (
        found is None
        or words.voice.belongs
        or not _OWN.isdisjoint(stems[max(low, found.first - 1) : found.first + 1])
    ):
        return False
    if found.mention is not None and found.mention.actor is not None:
        return found.mention.actor not in words.voice.actors
    return words.voice.words.isdisjoint(stems[found.first : found.last])


def _calls_another(page: Page, words: Words, cue: range) -> bool:
    """Tell "called such a scenario a joke": something else, which is no issue."""
    stems, start = page.tokens.stems, words.content.start
    if not any(stems[at] in CALLS for at in cue) or start + 1 >= len(stems):
        return False
    first = page.scene.targets_in(start, start + _CALLED_TOKENS)
    return not first and stems[start] in _POINTING and stems[start + 1] not in POINTERS


def has_object(page: Page, one: Leaning) -> bool:
    """Tell "sceptical of his commitment", which says itself what it is about."""
    stems = page.tokens.stems
    if one.group not in _OBJECTS or one.last >= len(stems):
        return False
    told = one.about == "event" and stems[one.last] == "that"
    opened = told and _opens(page, one.last)
    clause = one.group in _CLAUSES and told and not opened
    if clause or (stems[one.last - 1] in _TRANSITIVE and stems[one.last] in _POINTING):
        # "furious that he was late", "vote against the constitution"
        return not page.scene.targets_in(one.last, one.last + OBJECT_TOKENS)
    if opened or (one.group == "refusal" and stems[one.last] == "of"):
        # "Happy that the mine is to stay"; "no chance of peace" foretells.
        return True
    others = stems[one.last : one.last + 3] == _UNANIMOUSLY
    if others or stems[one.last] not in _OBJECTS[one.group]:
        return False
    return not page.scene.targets_in(one.last, one.last + OBJECT_TOKENS)


def _opens(page: Page, that: int) -> bool:
    """Tell a clause that says something of the thing itself."""
    first = page.scene.targets_in(that + 1, that + 1 + _SUBJECT_TOKENS)
    stems = page.tokens.stems
    follows = stems[first[0].last : first[0].last + 1] if first else ()
    return any(word in BEING for word in follows)


def _pointed(page: Page, words: Words) -> Iterator[Leaning]:
    """Find "the ruling" as all that a cue which takes a side is about."""
    content, stems = words.content, page.tokens.stems
    if not words.act.governs or not 0 < len(content) <= _POINTER_TOKENS:
        return
    if words.act.act.id in _OWN_ACTS:
        # "announced an appeal": their own.
        return
    if page.scene.targets_in(content.start, content.stop):
        return
    at = content.stop - 1
    named = any(at in page.scene.covered for at in content)
    named = named or any(stems[at] in _POINTING for at in content)
    if words.act.act.id == "support" and content.start and named:
        # "backed the bloc": whoever that is, if they took a side.
        yield Leaning(content.start - 1, content.start, 1, "person", POINTER)
    known = any(stems[b] in _POINTING for b in content) or len(content) > 1
    for nouns, about in ((_OF_DEEDS, "event"), (_OF_WORDS, "answer")):
        if stems[at] in nouns and known:
            yield Leaning(at, at + 1, words.act.governs, about, POINTER)
    if stems[at] in _OF_COURSE and known:
        yield Leaning(at, at + 1, words.act.governs, "bare", _COURSE)


def _judgements(page: Page, content: range) -> Iterator[Leaning]:
    """Find a judgement that opens what is said: "A disgrace"."""
    stop = min(content.stop, content.start + _OPENING_TOKENS)
    if not content or page.document.text.startswith(
        "?", page.tokens.ends[content.stop - 1]
    ):
        return
    for op in page.scene.operators_in(content.start, stop):
        before = page.tokens.stems[content.start : op.first]
        several = op.first in page.tokens.inflected
        if _has_more(page, op, content):
            continue
        if before == ("the",) and (several or op.last == content.stop):
            # "appalled at the failure", "the conditions were met": another matter.
            continue
        if op.kind in JUDGES and all(word in _OPENERS for word in before):
            yield Leaning(op.first, op.last, op.sign)
        elif op.kind in JUDGES and len(before) > 1 and before[-1] in _WORDS:
            # "called his remarks cynical"
            yield Leaning(op.first, op.last, op.sign, "answer")


def _has_more(page: Page, op: Operator, content: range) -> bool:
    """Tell "the condition of the road" and "threats would not help": no exclamations."""
    after = page.tokens.stems[op.last : min(op.last + 1, content.stop)]
    named = (
        op.sign > 0 and after != () and after[0].isalpha() and after[0] not in _JOINS
    )
    return after in _SAYS_MORE or (named and op.last == op.first + 1)


def _harms(page: Page, content: range) -> Iterator[Leaning]:
    """Find "it would shut down our industry": what it does to the speaker's own."""
    stems = page.tokens.stems
    for op in page.scene.operators_in(content.start, content.stop):
        before = stems[max(content.start, op.first - _WOULD_TOKENS) : op.first]
        would = op.kind == "against" and not _WOULD.isdisjoint(before)
        if would and op.last < content.stop and stems[op.last] in _OURS:
            yield Leaning(op.first, op.last + 1, -1)
