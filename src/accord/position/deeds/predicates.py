"""Predicates: verbs and nouns of a text's own voice that may put somebody on a side."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.position.context.openness import AGENTS
from accord.position.deeds.suited import find_suited
from accord.position.issues import Target
from accord.position.meaning.operators import Operator
from accord.position.meaning.votes import find_votes
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, Hit, stem, stem_set

__all__ = ["DEED", "DEED_KINDS", "Predicate", "find_predicates"]

_DETERMINERS = stem_set("the a an its their his her our my this that no any")
_TAKES_SIDE = {1: "support", -1: "reject"}
_BEING = stem_set("be become remain as among")
_HOLDS = ("hold_for", "hold_against")
# Acts that a text may report as a fact without a word of speech.
_FACT_ACTS = frozenset(
    (
        "demand call-for propose offer promise agree accept reject refuse support "
        "threaten insist criticise praise protest doubt announce"
    ).split()
)
# "voted 24 to 19 late on Tuesday to sell it"
_AIM_TOKENS = 9
_BREAKS = frozenset((SENTENCE_END, ",", ";", ":", "not"))
_HAVING = stem_set("have will")
_ONE_FORM = stem_set("put set shut cut let quit")
# "a vocal and long-standing critic of"
_DESCRIBED_TOKENS = 6
# "tried to stop": the deed is what they try.
_AIMING = stem_set(
    "try seek sue vote move fight march rally work prepare begin start decide attempt "
    "plan intend hope aim continue struggle petition pledge vow promise threaten agree "
    "campaign want wish resolve choose"
)
_PAIR = 2
_STANDING_TOKENS = 6
_VOTE = stem("vote")
_LOWER = stem("lower")
_WOULD = stem("would")
# Who would do a thing so would do it because it was agreed, or as others think.
_BOUND = stem_set("under deal accord agreement compromise plan draft proposal if")
_OTHERWISE = frozenset((",", "for", "favour", "and", "while", "but"))
_ADVERBS = stem_set("also all both firmly still clearly strongly now")
# Words for a cause, and for those who stand for it.
_CAUSES = stem_set("lobby protest petition appeal campaign support press strike demand")
_HEADS = stem_set(
    "chief leader group boss head spokesman spokeswoman secretary organiser court director "
    "chairman chairwoman president association body officer coordinator movement committee"
)
#: The act of whoever does what is asked about.
DEED = "announce"
#: Kinds of words for what is done with a thing.
DEED_KINDS = ("further", "against")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or noun that takes a side.

    Attributes:
        first: Its first token, from which the subject is looked for to the left.
        last: One past its last token.
        begin: First token of what it governs.
        act: Id of the act.
        sign: With which it governs.
    """

    first: int
    last: int
    begin: int
    act: str
    sign: int


def find_predicates(page: Page) -> list[Predicate]:
    """List what may put somebody on a side, by place; acts before mere deeds."""
    cues = [hit for hit in page.cues if not _leaps(page, hit)]
    found = [
        Predicate(hit.first, hit.last, hit.last, *hit.label)
        for hit in cues
        if hit.label[0] in _FACT_ACTS and hit.label[1] and not _names_group(page, hit)
    ]
    taken = {at for hit in cues for at in range(hit.first, hit.last)}
    for op in page.scene.operators:
        predicate = _deed(page, op)
        if op.kind in _HOLDS and op.first not in taken:
            predicate = _attitude(page, op)
        if predicate is not None:
            found.append(predicate)
    for at, side, sign in find_votes(page.tokens):
        act = DEED if page.tokens.stems[side] == "to" else _TAKES_SIDE[sign]
        found.append(Predicate(at, at + 1, side + 1, act, sign))
    for at, sign in find_suited(page.tokens):
        found.append(Predicate(at, at + 1, at + 1, _TAKES_SIDE[sign], sign))
    for target in page.scene.targets:
        found.extend(filter(None, (_asked(page, target), _stands(page, target))))
    return sorted(found, key=lambda p: (p.first, p.first - p.last, p.act == DEED))


def _names_group(page: Page, hit: Hit[tuple[str, int]]) -> bool:
    """Tell "the farm lobby chief" and "a protest group" from those who lobby."""
    stems = page.tokens.stems
    plain = hit.last == hit.first + 1 and hit.first not in page.tokens.inflected
    after = stems[hit.last : hit.last + 1]
    return plain and stems[hit.first] in _CAUSES and after != () and after[0] in _HEADS


def _leaps(page: Page, hit: Hit[tuple[str, int]]) -> bool:
    """Tell "voted for it, the Greens against", where one votes for and others against."""
    stems = page.tokens.stems
    parted = stems[hit.first] == _VOTE and hit.last - hit.first > _PAIR
    return parted and not _OTHERWISE.isdisjoint(stems[hit.first + 1 : hit.last - 1])


def _asked(page: Page, target: Target) -> Predicate | None:
    """Read the very deed that is asked for: "sold its waterworks", "voted to sell it"."""
    first, stems = target.first, page.tokens.stems
    past = page.document.text.endswith("ed", 0, page.tokens.ends[first])
    whole = target.deed and (target.last - first >= _PAIR or past)
    if whole and _does(page, first):
        return Predicate(first, first + 1, first, DEED, 1)
    if not first or stems[first - 1] != "to":
        return None
    low = max(0, first - _AIM_TOKENS)
    aim = next((at for at in range(first - 1, low, -1) if stems[at] in _AIMING), None)
    if aim is None or not _BREAKS.isdisjoint(stems[aim:first]):
        return None
    return Predicate(aim, aim + 1, first, DEED, 1)


def _does(page: Page, verb: int) -> bool:
    """Tell "sued", "has sued" and "is suing" from "to sue" and "was sued"."""
    tokens = page.tokens
    if _is_done_to(page, verb):
        return verb in tokens.gerunds
    helped = not _HAVING.isdisjoint(tokens.stems[max(0, verb - _PAIR) : verb])
    return helped or verb in tokens.inflected or verb in tokens.bent


def _is_done_to(page: Page, verb: int) -> bool:
    """Tell "reactors have been restarted", which they do not do themselves."""
    return verb > 0 and page.tokens.stems[verb - 1] == "be"


def _is_past(page: Page, verb: int) -> bool:
    """Tell "the state put it on hold" from "a cut": some verbs have one form."""
    stems = page.tokens.stems
    return stems[verb] in _ONE_FORM and stems[verb - 1] not in _DETERMINERS | _HAVING


def _is_bent(page: Page, verb: int) -> bool:
    """Tell "began" and "withdrew", which only their vowel tells from the present."""
    word = page.document.text[page.tokens.starts[verb] : page.tokens.ends[verb]]
    return not word.lower().startswith(page.tokens.stems[verb])


def _stands(page: Page, target: Target) -> Predicate | None:
    """Read "the Greens are for the tax": what somebody known is for or against."""
    stems = page.tokens.stems
    done = page.scene.operators_in(target.first - _STANDING_TOKENS, target.first)
    begin = target.first
    for op in reversed(done):
        # "for abolition of the relief", "for a ban on the nets"
        if op.kind in DEED_KINDS and begin - op.last <= _PAIR:
            begin = op.first
    at = begin - 1
    while at > 0 and stems[at] in _DETERMINERS:
        at -= 1
    if at < _PAIR or stems[at] != "for" or target.pole:
        return None
    being = at - 1 if stems[at - 1] not in _ADVERBS else at - _PAIR
    named = being - 1 in page.scene.covered or being - 1 in page.tokens.capitals
    if stems[being] != "be" or not named:
        return None
    return Predicate(being, at + 1, at + 1, "support", 1)


def _attitude(page: Page, op: Operator) -> Predicate | None:
    """Read words of wanting as a predicate: "see no need for"; no mere noun."""
    stems = page.tokens.stems
    if stems[op.first] in AGENTS and (comma := _apposed(stems, op.first)):
        return Predicate(comma, op.last, op.last, _TAKES_SIDE[op.sign], op.sign)
    if stems[op.first - 1] in _DETERMINERS:
        return None
    if stems[op.first] in AGENTS and not _BEING & set(
        stems[max(0, op.first - 4) : op.first]
    ):
        # "spoke to opponents of it"
        return None
    return Predicate(op.first, op.last, op.last, _TAKES_SIDE[op.sign], op.sign)


def _apposed(stems: Sequence[str], noun: int) -> int:
    """Find the comma of "Arle, a vocal critic of"; 0 if there is none."""
    low = max(1, noun - _DESCRIBED_TOKENS)
    for at in range(noun - 1, low, -1):
        if stems[at] in ("a", "an"):
            return at - 1 if stems[at - 1] == "," else 0
        if not stems[at].isalpha() and stems[at] != "-":
            return 0
    return 0


def _deed(page: Page, op: Operator) -> Predicate | None:
    """Read a verb that does something to a thing; None if it is no such verb."""
    stems = page.tokens.stems
    # "The lower age" is no deed, "lowered the age" is one.
    lowers = stems[op.first] == _LOWER and op.first in page.tokens.inflected
    if not (op.kind in DEED_KINDS or lowers) or _is_the_thing(page, op):
        return None
    if op.first > 1 and stems[op.first - 1] == "to":
        if stems[op.first - 2] in _AIMING:
            return Predicate(op.first - 2, op.last, op.first, DEED, 1)
        return None
    if _is_done_to(page, op.first) and stems[op.last : op.last + 1] != ("by",):
        return None
    finite = op.first in page.tokens.inflected or op.first in page.tokens.bent
    finite = finite or _is_past(page, op.first) or _is_bent(page, op.first)
    helped = any(word in _HAVING for word in stems[max(0, op.first - 3) : op.first])
    helped = helped or _would(page, op.first)
    if not (finite or helped) or op.first in page.tokens.gerunds:
        return None
    return Predicate(op.first, op.last, op.first, DEED, 1)


def _would(page: Page, verb: int) -> bool:
    """Tell "the Greens would scrap it", as they wish, from what they would do under a deal."""
    stems = page.tokens.stems
    if _WOULD not in stems[max(0, verb - _PAIR) : verb]:
        return False
    sentence = page.sentence(range(verb, verb + 1))
    return _BOUND.isdisjoint(stems[sentence.start : sentence.stop])


def _is_the_thing(page: Page, op: Operator) -> bool:
    """Tell a verb that only looks like the thing asked about: "pays" where "pay" is a term."""
    here = page.scene.targets_in(op.first, op.last)
    return any(t.last == op.last and not (t.deed or t.pole) for t in here)
