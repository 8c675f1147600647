"""Pointing: with which sign "for the term" answers an issue's question.

"Should the ban on nets be lifted?" is answered with no by who is for the ban, and with yes by
who is for nets. So a question is read as what it does with its object, and a term as the
object, what the object holds back, what is to be done, or another name for one of these.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from accord.model import Issue
from accord.position.meaning.contrasts import (
    CONTRASTS,
    is_beside,
    is_described,
    is_reached,
)
from accord.position.meaning.naming import (
    KILLING,
    LETTING_GO,
    PLANS,
    RESTRAINTS,
    is_cleared_away,
    is_less,
    is_permit,
    is_plan,
    kills,
    lets_off,
    names_deed,
    restrains,
)
from accord.position.meaning.operators import Operator, find_operators, is_parted
from accord.position.meaning.questions import find_asked, find_main, is_content
from accord.position.meaning.roots import root
from accord.position.phrases import (
    Hit,
    PhraseIndex,
    Tokens,
    phrase_stems,
    stem,
    stem_set,
    tokenise,
)

__all__ = ["DEALS", "points_of", "sign_of_deal"]

# What is no verb of the lexicon, but holds its object back if it is done to it.
_BURDENS = stem_set(
    "tax charge fine bar expel deport extradite jail prosecute sack fire dismiss oust evict "
    "demolish confiscate seize impeach outlaw forbid refuse deny recall arrest imprison detain"
)
# "Extradite the banker": who is to go is named in the same breath as the going.
_SENDS_AWAY = stem_set("extradite deport")
_CHARGES = stem_set("tax charge fine")
# "A cap of ten hours" says how high it is, "a veto of the bill" what it is against.
_SIZED = RESTRAINTS - stem_set("veto ban prohibition embargo")
# What limits a thing or lets it be, as it is put.
_ALLOWANCES = stem_set("quota")
_LEADS_TO = stem_set("on for against")
_DOWN = stem_set("down up out")
_TEARS_DOWN = stem_set("pull take knock tear dig rip")
_PREPOSED = stem_set("against without") | CONTRASTS
_NOTHING = stem_set("none nobody nothing")
_MOVES = stem_set("leave quit resign withdraw depart stay remain")
_DETERMINERS = stem_set("the a an its their his her any")
_GIVING = stem_set("give cede surrender hand")
_STAYS = stem_set("stay remain keep be")
_GOES = stem_set("go")
_KINDS = ("further", "against", "less", "negation", "hold_against")
_OWN_KINDS = ("further", "against")
_PREPOSED_TOKENS = 2
_LED_TOKENS = 3
_FREE = stem("free")
_THERE = stem("there")


#: What an issue itself may be, so that "the deal" is its thing and no plan for it.
DEALS = stem_set("deal agreement contract treaty accord offer merger takeover")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, read.

    Attributes:
        tokens: Its words.
        operators: What it does with its object, by place.
        verb: The main one; None if it has none.
        restraint: Token of a restraint that is its object; None if there is none.
    """

    tokens: Tokens
    operators: Sequence[Operator]
    verb: Operator | None
    restraint: int | None


def points_of(question: str, terms: tuple[str, ...], term: str) -> int:
    """Find the sign with which "for the term" answers the question.

    What the question does with its own object is read from the words around it:
    "be lifted" after it, "without paying" before it. A term that the question does
    not hold is the object by another name, what the object holds back, or what is to
    be done.
    """
    asked = _read(question)
    hits = PhraseIndex((t, t) for t in terms).find_outermost(asked.tokens)
    places = [range(hit.first, hit.last) for hit in hits if hit.label == term]
    if places:
        place = max(places, key=lambda place: (len(place), -place.start))
        # The terms may name the deed: "exempt", "waiver".
        deed = _is_deed(asked, place) or is_reached(asked.tokens, place)
        return 1 if deed else _sign_at(asked, place)
    return _beside(asked, hits, term)


def _beside(asked: _Asked, hits: Sequence[Hit[str]], term: str) -> int:
    """Read a term that does not stand in the question, which holds others."""
    if is_beside(asked.tokens, term):
        return -1
    done = asked.verb is not None and _does(term, asked.tokens, asked.verb)
    if done or (kills(asked.tokens) and kills(tokenise(term))):
        return 1
    if asked.restraint is not None:
        return _beside_restraint(asked, asked.restraint, term)
    longest = max(
        hits, key=lambda hit: (hit.last - hit.first, -hit.first), default=None
    )
    if longest and not _is_aside(asked, range(longest.first, longest.last)):
        return _beside_object(asked, longest, term)
    if asked.verb is not None and asked.tokens.stems[asked.verb.first] in _CHARGES:
        # "Should imports be charged?": what no word ties to imports is the charge.
        return 1 if not _shares(term, asked.tokens) or restrains(term) else -1
    active = asked.verb is not None and not _is_passive(asked.tokens, asked.verb)
    at = asked.verb.last if asked.verb is not None and active else 0
    return _by_another_name(asked, _sign_at(asked, range(at, at + 1)), term)


def _beside_restraint(asked: _Asked, restraint: int, term: str) -> int:
    """Read a term where the question is about what holds something back."""
    sign = _sign_at(asked, range(restraint, restraint + 1))
    if lets_off(term) or is_permit(term):
        return -sign
    allowed = _ALLOWANCES.intersection(phrase_stems(term))
    if allowed or restrains(term) or is_plan(term) or _own_sign(term) < 0:
        return sign
    return -sign if _shares(term, asked.tokens) else sign


def _beside_object(asked: _Asked, held: Hit[str], term: str) -> int:
    """Read a term where the question holds another one."""
    sign = _sign_at(asked, range(held.first, held.last))
    if restrains(held.label) and restrains(term):
        # "Should ships pass without paying a fee?": a toll is a fee.
        return sign
    does = any(names_deed(word) for word in held.label.split())
    if sign < 0 and not does and names_deed(term) and _own_sign(term) > 0:
        return sign if _shares(term, asked.tokens) else 1
    if _head_sign(held.label) > 0 or _names_goal(term, asked.tokens):
        return _by_another_name(asked, sign, term)
    # "Should the seal cull be resumed?": seals are not the cull.
    holds_back = restrains(term) or _own_sign(term) < 0 or _is_activity(term)
    return -sign if not holds_back and _shares(term, tokenise(held.label)) else sign


def _by_another_name(asked: _Asked, sign: int, term: str) -> int:
    """Read a term that the question does not hold: the thing, or what is to be done."""
    planned = sign < 0 and is_plan(term) and not _holds_plan(asked.tokens)
    if planned or _names_goal(term, asked.tokens):
        return 1
    if restrains(term) and not RESTRAINTS.isdisjoint(
        set(phrase_stems(term)) & set(asked.tokens.stems)
    ):
        # The question names the restraint itself: "neutrality or limits on arms".
        return sign
    holds_back = restrains(term) or _own_sign(term) < 0
    holds_back = holds_back or (sign < 0 and is_less(term))
    return -sign if holds_back and (sign < 0 or _shares(term, asked.tokens)) else sign


def sign_of_deal(issue: Issue) -> int:
    """Give the sign of "the deal" where an issue is one, which may be to be annulled."""
    own = (t for t in issue.terms if not DEALS.isdisjoint(phrase_stems(t)))
    return next((points_of(issue.question, issue.terms, term) for term in own), 1)


@lru_cache(maxsize=256)
def _read(question: str) -> _Asked:
    """Read what a question does with its object."""
    tokens = tokenise(question)
    verb = find_main(tokens)
    if verb is not None and _is_noun(tokens, verb):
        verb = None
    operators = [
        op
        for op in find_asked(tokens)
        if op.kind in _KINDS
        and not _is_gerund_noun(tokens, op)
        and not is_described(tokens, op.first, op.last, question)
        and not (op.kind == "hold_against" and _is_attributive(tokens, op))
        and not (tokens.stems[op.first] in _SIZED and tokens.stems[op.last] == "of")
        and not (tokens.stems[op.last - 1] == "out" and tokens.stems[op.last] == "on")
    ]
    operators.extend(_burdens(tokens, operators))
    operators.sort(key=lambda op: op.first)
    if verb is None or verb not in operators:
        passive = [op for op in operators if _is_passive(tokens, op)]
        verb = passive[0] if passive else verb
    restraint = next(
        (
            at
            for at, word in enumerate(tokens.stems)
            if word in RESTRAINTS
            and at > 0
            and not is_described(tokens, at, at + 1, question)
            and not (verb is not None and verb.first <= at < verb.last)
            and (tokens.stems[at - 1] != "be" or tokens.stems[at - 2] == _THERE)
            and tokens.stems[at - 1] not in ("or", "and", "on", "about")
            and _PREPOSED.isdisjoint(tokens.stems[max(0, at - _LED_TOKENS) : at])
        ),
        None,
    )
    return _Asked(tokens, tuple(operators), verb, restraint)


def _burdens(tokens: Tokens, known: Sequence[Operator]) -> list[Operator]:
    """Find what no word list knows: "be taxed", "be pulled down", "go?", "duties on"."""
    stems = tokens.stems
    taken = {at for op in known for at in range(op.first, op.last)}
    found = []
    for at in range(1, len(stems) - 1):
        if at in taken:
            continue
        done = stems[at] in _BURDENS | KILLING and _is_what_is_asked(stems, at)
        # "Should a levy be charged?"
        done = done and RESTRAINTS.isdisjoint(stems[:at])
        torn = stems[at] in _TEARS_DOWN and stems[at + 1] in _DOWN
        gone = stems[at] in _GOES and not stems[at + 1].isalpha()
        held = stems[at] in RESTRAINTS and stems[at + 1] in _LEADS_TO
        held = held and stems[at - 1] != "be"
        cleared = stems[at] == "clear" and is_cleared_away(stems, at)
        if done or torn or gone or held or cleared:
            found.append(Operator(at, at + 2 if torn else at + 1, "against", -1))
    return found


def _is_what_is_asked(stems: Sequence[str], at: int) -> bool:
    """Tell "be taxed" and "recall its envoy" from "the tax" and "charge a fee"."""
    active = stems[at + 1] in _DETERMINERS and stems[at - 1] not in _DETERMINERS
    active = active and at > 1 and stems[at] not in _CHARGES | _SENDS_AWAY
    return stems[at - 1] == "be" or active


def _is_attributive(tokens: Tokens, op: Operator) -> bool:
    """Tell "the protest camp", which is a kind of camp, from "protest against it"."""
    after = tokens.stems[op.last : op.last + 1]
    return tokens.stems[op.first - 1] in _DETERMINERS and any(map(is_content, after))


def _is_gerund_noun(tokens: Tokens, op: Operator) -> bool:
    """Tell "peat cutting", which is done, from "cutting it"."""
    if op.first not in tokens.gerunds or op.first < 1:
        return False
    after = tokens.stems[op.last : op.last + 1]
    named = not after or not after[0].isalpha() or after[0] in ("be", "in", "on", "at")
    return is_content(tokens.stems[op.first - 1]) and named


def _sign_at(asked: _Asked, place: range) -> int:
    """Multiply what a question does with one of its places."""
    stems = asked.tokens.stems
    sign = 1
    last = place.stop
    for op in asked.operators:
        word = stems[op.first]
        # "States that take none" are some states, and no denial.
        if word in _NOTHING or place.start <= op.first < place.stop:
            continue
        if op.last <= place.start:
            near = place.start - op.last <= _PREPOSED_TOKENS
            counts = near or word not in _PREPOSED
            counts = counts and not _is_before_verb(asked, op, place)
            counts = counts and not is_parted(stems, op, place.start)
        else:
            counts = op.first >= place.stop and _is_done(asked, op, place, last)
        if counts:
            sign *= op.sign
            last = max(last, op.last)
    return sign


def _is_before_verb(asked: _Asked, op: Operator, place: range) -> bool:
    """Tell a restraint with an object of its own, far from the place."""
    held = asked.tokens.stems[op.first] in RESTRAINTS and op is not asked.verb
    return held and place.start - op.last > _LED_TOKENS


def _is_done(asked: _Asked, op: Operator, place: range, last: int) -> bool:
    """Tell what is done to a subject: "be lifted", "stay closed", "leave?"."""
    stems = asked.tokens.stems
    word = stems[op.first]
    if word in _PREPOSED:
        return False
    if op.first == place.stop or _is_passive(asked.tokens, op):
        return True
    if op.first == last and last > place.stop and stems[last - 1] in _STAYS:
        return True
    goes = word in _MOVES or (word in _GOES and op.sign < 0)
    return goes and op == next(
        (o for o in asked.operators if o.first >= place.stop), op
    )


def _is_passive(tokens: Tokens, op: Operator) -> bool:
    """Tell what stands right after "be"."""
    return op.first > 0 and tokens.stems[op.first - 1] == "be"


def _is_noun(tokens: Tokens, verb: Operator) -> bool:
    """Tell "its ban" and "against" from a verb."""
    word, before = tokens.stems[verb.first], tokens.stems[max(0, verb.first - 1)]
    return word in _PREPOSED or before in _DETERMINERS


def _names_goal(term: str, tokens: Tokens) -> bool:
    """Tell "votes at 16", where the voting age should be lowered to 16."""
    figures = {word for word in phrase_stems(term) if word.isdigit()}
    return bool(figures & set(tokens.stems))


def _is_activity(term: str) -> bool:
    """Tell "seal hunting", which is done, from what it is done to."""
    return bool(tokenise(term).gerunds)


def _is_aside(asked: _Asked, place: range) -> bool:
    """Tell the verb, and what stands after "against", from the thing asked about."""
    before = asked.tokens.stems[max(0, place.start - _PREPOSED_TOKENS) : place.start]
    return _is_deed(asked, place) or not _PREPOSED.isdisjoint(before)


def _is_deed(asked: _Asked, place: range) -> bool:
    """Tell whether a place is the question's verb itself."""
    verb = asked.verb
    return verb is not None and place.start == verb.first


def _does(term: str, tokens: Tokens, verb: Operator) -> bool:
    """Tell whether a term names what the question wants done: "closure", "be closed"."""
    done = {root(tokens.stems[at]) for at in range(verb.first, verb.last)}
    return bool(done & {root(word) for word in phrase_stems(term)})


def _own_sign(term: str) -> int:
    """Multiply the signs of the words within a term: "export ban", "car-free zones"."""
    tokens = tokenise(term)
    sign = 1
    for op in find_operators(tokens):
        # "Talks to end it" are for talks, and giving land up is what gets it.
        before = tokens.stems[max(0, op.first - 1)] if op.first else ""
        aside = before == "to" or tokens.stems[op.first] in _GIVING
        if op.kind in _OWN_KINDS and not aside and not _is_gerund_noun(tokens, op):
            sign *= op.sign
    stems = phrase_stems(term)
    if sign > 0 and (_FREE in stems[1:] or not LETTING_GO.isdisjoint(stems)):
        return -1
    return sign


def _head_sign(term: str) -> int:
    """Give the sign of a term's last word: "the seal cull"."""
    tokens = tokenise(term)
    ends = (op for op in find_operators(tokens) if op.last == len(tokens.stems))
    return next(
        (
            o.sign
            for o in ends
            if o.kind in _OWN_KINDS and not _is_gerund_noun(tokens, o)
        ),
        1,
    )


def _holds_plan(tokens: Tokens) -> bool:
    """Tell whether the question is about a plan itself."""
    return bool(PLANS & set(tokens.stems))


def _shares(term: str, tokens: Tokens) -> bool:
    """Tell whether a term has a word in common with the question, in whatever form."""
    asked = {root(word) for word in tokens.stems if is_content(word)}
    return bool(asked & {root(word) for word in phrase_stems(term) if is_content(word)})
