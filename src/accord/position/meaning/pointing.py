"""Pointing: with which sign "for the term" answers an issue's question.

"Should the ban on nets be lifted?" is answered with no by who is for the ban, and with yes by
who is for nets. So a question is read as what it does with its object, and a term as the
object, what the object holds back, what is to be done, or another name for one of these.
"""

from collections.abc import Sequence

from accord.model import Issue
from accord.position.meaning.contrasts import is_beside, is_described, is_reached
from accord.position.meaning.naming import (
    LETTING_GO,
    PLANS,
    RESTRAINTS,
    is_less,
    is_permit,
    is_plan,
    kills,
    lets_off,
    names_deed,
    restrains,
)
from accord.position.meaning.operators import find_operators
from accord.position.meaning.questions import is_content
from accord.position.meaning.roots import root
from accord.position.meaning.ways.asked import (
    CHARGES,
    PREPOSED,
    PREPOSED_TOKENS,
    Asked,
    is_gerund_noun,
    is_noun_deed,
    is_passive,
    read_asked,
    sign_at,
)
from accord.position.meaning.ways.deeds import read_deed_noun
from accord.position.meaning.ways.negated import read_negated
from accord.position.meaning.ways.opposites import read_opposite
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

# What limits a thing or lets it be, as it is put.
_ALLOWANCES = stem_set("quota")
_GIVING = stem_set("give cede surrender hand")
_OWN_KINDS = ("further", "against")
_ENDS = stem_set("ban stop freeze halt moratorium embargo prohibition veto boycott")
_BASE_LETTERS = 3
_THRESHOLDS = stem_set("age threshold")
_DRAFTS = stem_set("bill law act reform directive")
_FREE = stem("free")
_JOINED = (("or",), ("and",))
_PARTS = frozenset(("off", "out", "up", "over", "down", "back"))

#: What an issue itself may be, so that "the deal" is its thing and no plan for it.
DEALS = stem_set("deal agreement contract treaty accord offer merger takeover")


def points_of(question: str, terms: tuple[str, ...], term: str) -> int:
    """Find the sign with which "for the term" answers the question.

    What the question does with its own object is read from the words around it:
    "be lifted" after it, "without paying" before it. A term that the question does
    not hold is the object by another name, what the object holds back, or what is to
    be done.
    """
    asked = read_asked(question)
    hits = PhraseIndex((t, t) for t in terms).find_outermost(asked.tokens)
    places = [
        range(hit.first, hit.last)
        for hit in hits
        if hit.label == term
        and not is_described(asked.tokens, hit.first, hit.last, question)
    ]
    if places:
        place = max(places, key=lambda place: (len(place), -place.start))
        # The terms may name the deed: "exempt", "waiver".
        deed = _is_deed(asked, place) or is_reached(asked.tokens, place)
        return 1 if deed else sign_at(asked, place)
    return _beside(question, terms, hits, term)


def _beside(
    question: str, terms: tuple[str, ...], hits: Sequence[Hit[str]], term: str
) -> int:
    """Read a term that does not stand in the question, which holds others."""
    asked = read_asked(question)
    refused = read_negated(asked, terms, term)
    if refused is not None and refused != term:
        return -points_of(question, (*terms, refused), refused)
    read = (_read_contrast, read_opposite, _read_goal, _read_done, read_deed_noun)
    known = next(filter(None, (one(asked, term) for one in read)), 0)
    return known or _read_other(asked, hits, term)


def _read_contrast(asked: Asked, term: str) -> int:
    """Read the way that the question does not ask for."""
    return -1 if is_beside(asked.tokens, term) else 0


def _read_goal(asked: Asked, term: str) -> int:
    """Read the figure that is asked for, and another name of the bill."""
    if _is_goal(term, asked.tokens):
        return 1
    plan = _plan_at(asked.tokens)
    if plan is None or phrase_stems(term)[-1] not in PLANS:
        return 0
    return sign_at(asked, range(plan, plan + 1))


def _read_done(asked: Asked, term: str) -> int:
    """Read a noun for what is to be done, or for keeping it from being done."""
    if _does(term, asked):
        return _turned(term, asked)
    return int(kills(asked.tokens) and kills(tokenise(term)))


def _read_other(asked: Asked, hits: Sequence[Hit[str]], term: str) -> int:
    """Read a term as another name for a thing, or as what holds it back."""
    if asked.restraint is not None:
        return _beside_restraint(asked, asked.restraint, term)
    longest = max(
        hits,
        key=lambda hit: (
            _shares(term, tokenise(hit.label)),
            hit.last - hit.first,
            -hit.first,
        ),
        default=None,
    )
    if longest and not _is_aside(asked, range(longest.first, longest.last)):
        return _beside_object(asked, longest, term)
    if asked.verb is not None and asked.tokens.stems[asked.verb.first] in CHARGES:
        # "Should imports be charged?": what no word ties to imports is the charge.
        return 1 if not _shares(term, asked.tokens) or restrains(term) else -1
    active = asked.verb is not None and not is_passive(asked.tokens, asked.verb)
    at = asked.verb.last if asked.verb is not None and active else 0
    return _by_another_name(asked, sign_at(asked, range(at, at + 1)), term)


def _beside_restraint(asked: Asked, restraint: int, term: str) -> int:
    """Read a term where the question is about what holds something back."""
    sign = sign_at(asked, range(restraint, restraint + 1))
    if lets_off(term) or is_permit(term):
        return -sign
    allowed = _ALLOWANCES.intersection(phrase_stems(term))
    if allowed or restrains(term) or is_plan(term) or _own_sign(term) < 0:
        return sign
    return -sign if _shares(term, asked.tokens) else sign


def _beside_object(asked: Asked, held: Hit[str], term: str) -> int:
    """Read a term where the question holds another one."""
    sign = sign_at(asked, _named_place(asked, held))
    threshold = phrase_stems(held.label)[-1]
    aside = threshold in _THRESHOLDS and threshold not in phrase_stems(term)
    if aside and _concerns(term, held.label):
        # Who lowers the voting age is for young voters.
        return -sign
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


def _concerns(term: str, label: str) -> bool:
    """Tell "young voters", whom the voting age is about."""
    about = {root(word) for word in phrase_stems(label)} - _THRESHOLDS
    return any(
        word.startswith(base)
        for word in phrase_stems(term)
        for base in about
        if len(base) >= _BASE_LETTERS
    )


def _named_place(asked: Asked, held: Hit[str]) -> range:
    """Take "the cut in face value" for what is asked about, not the value."""
    for op in asked.operators:
        near = op.last == held.first - 1 and is_noun_deed(asked, op)
        if near and not restrains(asked.tokens.stems[op.first]):
            return range(op.first, op.last)
    return range(held.first, held.last)


def _by_another_name(asked: Asked, sign: int, term: str) -> int:
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


def _names_goal(term: str, tokens: Tokens) -> bool:
    """Tell "votes at 16", where the voting age should be lowered to 16."""
    figures = {word for word in phrase_stems(term) if word.isdigit()}
    return bool(figures & set(tokens.stems))


def _is_goal(term: str, tokens: Tokens) -> bool:
    """Tell "30 zone", where a limit should be lowered to 30."""
    figures = {word for word in phrase_stems(term) if word[:1].isdigit()}
    return any(
        word in figures and is_reached(tokens, range(at, at + 1))
        for at, word in enumerate(tokens.stems)
    )


def _plan_at(tokens: Tokens) -> int | None:
    """Find the plan that a question asks about: "should the bill become law"."""
    return next((at for at in range(2, 4) if tokens.stems[at] in _DRAFTS), None)


def _is_activity(term: str) -> bool:
    """Tell "seal hunting", which is done, from what it is done to."""
    return bool(tokenise(term).gerunds)


def _is_aside(asked: Asked, place: range) -> bool:
    """Tell the verb, and what stands after "against", from the thing asked about."""
    before = asked.tokens.stems[max(0, place.start - PREPOSED_TOKENS) : place.start]
    goal = is_reached(asked.tokens, place)
    return goal or _is_deed(asked, place) or not PREPOSED.isdisjoint(before)


def _is_deed(asked: Asked, place: range) -> bool:
    """Tell whether a place is the question's verb itself."""
    verb = asked.verb
    return verb is not None and place.start == verb.first


def _does(term: str, asked: Asked) -> bool:
    """Tell whether a term names what the question wants done: "closure", "be closed"."""
    return bool(_wanted(asked) & {root(word) for word in phrase_stems(term)})


def _wanted(asked: Asked) -> set[str]:
    """Give the roots of what a question wants done."""
    stems = asked.tokens.stems
    # What is to be "smoke-free" is not to be smoke.
    done = {
        at
        for at in range(2, len(stems))
        if stems[at - 1] == "be" and stems[at + 1 : at + 2] != (_FREE,)
    }
    if asked.verb is not None:
        done.update(range(asked.verb.first, asked.verb.last))
    # "Be closed or sold", "lay off" and "layoffs".
    done.update(
        at + 2
        for at in tuple(done)
        if stems[at + 1 : at + 2] in _JOINED and stems[at + 3 : at + 4] != ("be",)
    )
    wanted = {root(stems[at]) for at in done if at < len(stems)}
    wanted |= {stems[at] + stems[at + 1] for at in done if at + 1 < len(stems)}
    wanted |= {
        stems[at - 1] + stems[at] for at in range(1, len(stems)) if stems[at] in _PARTS
    }
    return wanted


def _turned(term: str, asked: Asked) -> int:
    """Tell "sales ban" from "sale" where a thing is to be sold; a ban may be lifted."""
    wanted, held = _wanted(asked), asked.tokens.stems
    ends = [
        word
        for word in phrase_stems(term)
        if word in _ENDS and root(word) not in wanted and word not in held
    ]
    return -1 if len(ends) == 1 else 1


def _own_sign(term: str) -> int:
    """Multiply the signs of the words within a term: "export ban", "car-free zones"."""
    tokens = tokenise(term)
    sign = 1
    for op in find_operators(tokens):
        # "Talks to end it" are for talks, and giving land up is what gets it.
        before = tokens.stems[max(0, op.first - 1)] if op.first else ""
        aside = before == "to" or tokens.stems[op.first] in _GIVING
        if op.kind in _OWN_KINDS and not aside and not is_gerund_noun(tokens, op):
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
            if o.kind in _OWN_KINDS and not is_gerund_noun(tokens, o)
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
