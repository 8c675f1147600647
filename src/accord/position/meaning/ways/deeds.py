"""Deeds: which way a noun for a deed goes beside what a question asks for.

"Should the ward be closed?" is answered with yes by who is for the shutdown, "Should the
reactor run on?" with no. A ban's lifting goes against the ban, and a delay against whatever
is no delay itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from accord.position.meaning.naming import EASING, RESTRAINTS, UNDOING, restrains
from accord.position.meaning.operators import Operator, find_operators
from accord.position.meaning.questions import is_content
from accord.position.meaning.roots import root
from accord.position.meaning.ways.asked import (
    Asked,
    frees,
    is_gerund_noun,
    is_passive,
    sign_at,
)
from accord.position.phrases import phrase_stems, stem, stem_set, tokenise

__all__ = ["read_deed_noun"]

# What makes an end of a thing, beside what the lexicon has against it.
_STOPS = stem_set(
    "departure retreat rejection refusal annulment dissolution downgrade disarmament secession "
    "demilitarisation eviction boycott decommissioning rollback scrappage austerity saving "
    "cutback demotion dismissal sacking layoff closure removal expulsion demolition "
    "deportation veto renegotiation resignation reversal retrial deletion evacuation"
)
_LESS = stem_set(
    "cut reduction decrease lower smaller shorter fewer savings less cheap cheaper"
)
# What lets some off: they are none of those who want an end for all.
_SPARING = stem_set(
    "exemption exception derogation relaxation easing carve-out opt-out"
)
_TAKING = UNDOING | EASING | _LESS | stem_set("freeze cap")
_OPENING = stem_set("reopening opening")
_CLOSING = stem_set("closure lockdown curfew blockade")
_OPTING = stem_set("opt")
_LETTING_OFF = stem_set("exclude exempt opt waive")
_MORE = stem_set(
    "rise raise increase hike higher bigger longer larger growth extra dear dearer"
)
_DELAYS = stem_set("delay postponement deferral adjournment reprieve")
_DELAYING = tuple(
    tuple(stem_set(pair))
    for pair in ("transition period", "grace period", "later start", "later date")
)
_PUTS_OFF = stem_set("delay postpone defer adjourn suspend pause")
_SHIFTS = stem_set("put push move")
_OFF = stem_set("off back")
_TWICE = 2
_TO, _THERE = "to", stem("there")
# Who is to get land is to be given it.
_GETTING = stem_set("get receive gain obtain")
_GIVING = stem_set("give cede surrender hand")
# What is made by a decision may itself hold things back.
_MAKING = stem_set(
    "introduce impose adopt create establish set pass enact declare designate proclaim sign "
    "enforce implement apply fix make write enshrine tighten toughen strengthen protect put levy "
    "become oblige require there"
)
# Things that are themselves the end of something else.
_HALTS = stem_set(
    "ceasefire truce armistice strike walkout boycott stoppage moratorium neutrality peace "
    "retaliate sanction phase"
)
_GOING = stem_set(
    "reopening reinstatement readmission continuation survival retention preservation operation completion"
)
_SUSPENSION = stem("suspension")
_DUTY = stem("duty")
_FISCAL = stem_set("tariff duty levy tax fee toll charge fine penalty")
_ALLOWING = stem_set("quota")
_SHARES = stem_set("quota allocation allowance limit ceiling")
_LIMITING = stem_set("limit cap restrict")
_KEEPING = stem_set("keep stay remain retain preserve maintain")
_MOVING = stem_set(
    "return restitution handover transfer relocation sale move departure removal"
)
# What is said of a deed and changes nothing about it.
_PLAIN = stem_set(
    "full partial total complete immediate temporary permanent early phased gradual general "
    "national outright"
)


def read_deed_noun(asked: Asked, term: str) -> int:
    """Read a term that names an end, a delay, or a way out of something.

    Returns:
        The sign of who is for the term; 0 where the term is none or the question does
        not tell.
    """
    words = _words(term)
    if frees(asked):
        return 1 if not restrains(term) or words & EASING else -1
    if words & _DELAYS or any(words >= set(pair) for pair in _DELAYING):
        return 1 if _puts_off(asked) else -1
    if asked.restraint is not None:
        return _beside_restraint(asked, asked.restraint, words)
    said = _Said(asked, term, words, _shared_place(asked, term))
    read = (_read_share, _read_easing, _read_moving, _read_going, _read_end)
    return next(filter(None, (one(said) for one in read)), 0)


@dataclass(frozen=True, slots=True)
class _Said:
    """A term beside a question that is about no restraint.

    Attributes:
        asked: The question.
        term: The term.
        words: Stems of the term.
        place: The word of the question that the term says something of.
    """

    asked: Asked
    term: str
    words: frozenset[str]
    place: range | None

    @property
    def sign(self) -> int:
        """What the question does with what the term is said of."""
        if self.place is not None:
            return sign_at(self.asked, self.place)
        return _asked_sign(self.asked)

    @property
    def held(self) -> frozenset[str]:
        """Stems of the question."""
        return frozenset(self.asked.tokens.stems)


def _read_share(said: _Said) -> int:
    """Read "catch limit" where a quota is to be cut, "quota" where a number is limited."""
    if said.words & _SHARES and _asks_for_share(said.asked):
        return _asked_sign(said.asked) * (-1 if said.words & _LESS else 1)
    return int(bool(said.words & _ALLOWING and said.held & _LIMITING))


def _read_easing(said: _Said) -> int:
    """Read "derogation" where waivers are to be granted, or where one may opt out."""
    if said.words & _SPARING and said.held & _OPTING:
        return 1
    stems = said.asked.tokens.stems
    eased = next((at for at, word in enumerate(stems) if word in EASING), None)
    if eased is None or not said.words & EASING:
        return 0
    return sign_at(said.asked, range(eased, eased + 1))


def _read_moving(said: _Said) -> int:
    """Read "relocation" where a thing is to stay."""
    away = said.words & _MOVING and said.held & _KEEPING
    return -_asked_sign(said.asked) if away else 0


def _read_going(said: _Said) -> int:
    """Read what goes the way of the thing: "reopening", "leash duty", "higher wages"."""
    owed = _DUTY in said.words and not said.held & _FISCAL
    more = said.place is not None and said.words & _MORE
    bare = said.place is not None or said.words <= _GOING | _PLAIN
    goes = said.words & _GOING and bare
    return said.sign if owed or more or goes else 0


def _beside_restraint(asked: Asked, restraint: int, words: frozenset[str]) -> int:
    """Read "relief" and "abolition" where the question is about a restraint."""
    sign = sign_at(asked, range(restraint, restraint + 1))
    if words & (EASING | UNDOING) or (words & _LESS and sign > 0):
        return -sign
    held = asked.tokens.stems[restraint]
    if words & _OPENING and held in _CLOSING:
        return -sign
    if _SUSPENSION in words and held in _FISCAL:
        return -sign
    if held in words and words & _LESS:
        return -sign
    return 0


def _read_end(said: _Said) -> int:
    """Read a noun for an end where the question is about what may come to an end."""
    words, turning = said.words, _turning(said.term)
    asked_end = _end_asked_for(said)
    if asked_end is not None and words & _STOPS:
        # "Should there be disarmament?": demilitarisation is one.
        return sign_at(said.asked, asked_end)
    if said.held & _GETTING:
        turning = [op for op in turning if _first_stem(said.term, op) not in _GIVING]
    words -= _aims(said.term)
    ends = words & (_STOPS | UNDOING | EASING | RESTRAINTS | _LESS)
    if not ends and not any(op.kind == "against" for op in turning):
        return 0
    holds = bool(words & RESTRAINTS - _STOPS - _FISCAL)
    if said.sign > 0 and _may_go_along(said, holds=holds):
        return 0
    if said.sign < 0 and words & _SPARING:
        return 1 if said.held & _LETTING_OFF else -1
    known = said.place is not None or _is_bare(said.term, words)
    if not known and not (holds and said.sign > 0):
        return 0
    # "The end of the closure" is none.
    twice = len(turning) + len(words & _STOPS) == _TWICE
    return said.sign if twice else -said.sign


def _end_asked_for(said: _Said) -> range | None:
    """Find the noun for an end that a question itself asks about: "there be disarmament"."""
    stems = said.asked.tokens.stems
    found = (at for at, word in enumerate(stems) if word in _STOPS and at > 1)
    at = next((at for at in found if stems[at - 1] != _TO), None)
    bare = at is not None and stems[at - 1] == "be" and stems[at - 2] != _THERE
    return None if at is None or bare else range(at, at + 1)


def _aims(term: str) -> frozenset[str]:
    """Give what follows "to": "talks to end it" are no end of talks."""
    stems = phrase_stems(term)
    return frozenset(b for a, b in pairwise(stems) if a == _TO)


def _first_stem(term: str, op: Operator) -> str:
    """Give the first word of an operator in a term."""
    return tokenise(term).stems[op.first]


def _may_go_along(said: _Said, *, holds: bool) -> bool:
    """Tell a restraint that may be the way to what is asked for: "driving ban"."""
    charges = bool(said.words & _FISCAL) and not said.words & _TAKING
    made = holds and bool(said.held & _MAKING)
    return charges or made or _is_halt(said.asked.tokens.stems)


def _asked_sign(asked: Asked) -> int:
    """Give what a question does with its object, wherever that stands."""
    verb = asked.verb
    at = verb.last if verb is not None and not is_passive(asked.tokens, verb) else 0
    return sign_at(asked, range(at, at + 1))


def _asks_for_share(asked: Asked) -> bool:
    """Tell a question about a quota or a limit from "limit the exports"."""
    done = asked.verb.first if asked.verb is not None else 0
    stems = asked.tokens.stems
    return any(
        word in _SHARES and at != done and stems[at - 1] not in ("a", "by")
        for at, word in enumerate(stems)
    )


def _puts_off(asked: Asked) -> bool:
    """Tell whether the question itself asks for a delay: "be put off by a year"."""
    stems = asked.tokens.stems
    off = any(
        word in _SHIFTS and stems[at + 1] in _OFF for at, word in enumerate(stems[:-1])
    )
    longer = (stem("more"), stem("time")) in pairwise(stems)
    return off or longer or not _PUTS_OFF.isdisjoint(stems)


def _is_halt(stems: Sequence[str]) -> bool:
    """Tell "a ceasefire" and "a strike" from "the peace force"."""
    return any(
        word in _HALTS and not is_content(stems[at + 1])
        for at, word in enumerate(stems[:-1])
    )


def _turning(term: str) -> list[Operator]:
    """Find the words of a term that are against something: "cut", "closure of"."""
    tokens = tokenise(term)
    return [
        op
        for op in find_operators(tokens)
        if op.kind in ("against", "less")
        and not is_gerund_noun(tokens, op)
        and not (op.first and tokens.stems[op.first - 1] == "to")
        and tokens.stems[op.first] not in _STOPS
        and not (_is_described(term) and not op.first)
    ]


def _words(term: str) -> frozenset[str]:
    """Give the stems of a term: of "frozen assets" only what they are."""
    return frozenset(phrase_stems(term)[_is_described(term) :])


def _is_described(term: str) -> bool:
    """Tell "frozen assets" from "asset freeze"."""
    first, *rest = term.split()
    return bool(rest) and first.endswith(("ed", "en"))


def _is_bare(term: str, words: frozenset[str]) -> bool:
    """Tell "shutdown" and "full withdrawal" from "end of hostilities"."""
    known = _STOPS | UNDOING | EASING | RESTRAINTS | _LESS | _PLAIN
    tokens = tokenise(term)
    known |= {
        word for op in _turning(term) for word in tokens.stems[op.first : op.last]
    }
    return all(word in known for word in words if is_content(word))


def _shared_place(asked: Asked, term: str) -> range | None:
    """Find the word of the question that a term says something of: "wage freeze"."""
    ends = _STOPS | UNDOING | EASING | RESTRAINTS | _LESS | _MORE
    tokens = tokenise(term)
    taken = {word for op in _turning(term) for word in tokens.stems[op.first : op.last]}
    named = {
        root(word)
        for word in tokens.stems
        if is_content(word) and word not in taken | ends
    }
    verb = asked.verb
    done = range(verb.first, verb.last) if verb is not None else range(0)
    return next(
        (
            range(at, at + 1)
            for at, word in enumerate(asked.tokens.stems)
            if at not in done and is_content(word) and root(word) in named
        ),
        None,
    )
