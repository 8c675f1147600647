"""Asked: a question, read as what it does with its object."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from accord.position.meaning.contrasts import CONTRASTS, is_described
from accord.position.meaning.naming import KILLING, RESTRAINTS, is_cleared_away
from accord.position.meaning.operators import Operator, is_parted
from accord.position.meaning.questions import (
    find_aside,
    find_asked,
    find_main,
    is_content,
)
from accord.position.phrases import Tokens, stem, stem_set, tokenise

__all__ = [
    "CHARGES",
    "PREPOSED",
    "PREPOSED_TOKENS",
    "Asked",
    "frees",
    "is_gerund_noun",
    "is_noun_deed",
    "is_passive",
    "read_asked",
    "sign_at",
]

# What is no verb of the lexicon, but holds its object back if it is done to it.
_BURDENS = stem_set(
    "tax charge fine bar expel deport extradite jail prosecute sack fire dismiss oust evict "
    "demolish confiscate seize impeach outlaw forbid refuse deny recall arrest imprison detain "
    "downgrade felled defer halve avert chop uproot annul nullify invalidate dissolve decertify expropriate bulldoze raze "
    "disqualify relegate defund decommission mothball penalise punish sue unseat depose"
)
# "Extradite the banker": who is to go is named in the same breath as the going.
_SENDS_AWAY = stem_set("extradite deport")
CHARGES = stem_set("tax charge fine")
# "A cap of ten hours" says how high it is, "a veto of the bill" what it is against.
_SIZED = RESTRAINTS - stem_set("veto ban prohibition embargo")
_LEADS_TO = stem_set("on for against")
_DOWN = stem_set("down up out")
_TEARS_DOWN = stem_set("pull take knock tear dig rip")
PREPOSED = stem_set("against without") | CONTRASTS
# "Opened under outside control" asks for no control.
_ASIDE = PREPOSED | stem_set("under")
_NOTHING = stem_set("none nobody nothing")
_MOVES = stem_set("leave quit resign withdraw depart stay remain")
_DETERMINERS = stem_set("the a an its their his her any")
_STAYS = stem_set("stay remain keep be")
_GOES = stem_set("go")
_KINDS = ("further", "against", "less", "negation", "hold_against")
PREPOSED_TOKENS = 2
_LED_TOKENS = 3
_FREE = stem("free")
_THERE = stem("there")
_PULLS = stem_set("pull move draw")
_PREFIXES = frozenset(("anti", "non", "pro"))
_APART = frozenset(("back", "out"))
_LAYING = stem_set("put place lay impose levy charge slap introduce")
_LETS_OFF = ("let", "off")
_LAYS_OFF = (stem("lay"), "off")
_UNDER = frozenset(("below", "under", "beneath"))
_NUMBERS = stem_set(
    "one two three four five six seven eight nine ten twelve twenty fifty hundred"
)
_BRINGING = stem_set("bring take refer submit put challenge")
_BEFORE = stem_set("to before")
_SO_AS_TO = ("to", stem("make"))
_OF = frozenset(("of", "in", "on", "to", "for", "from", "against"))
_WHEN = stem_set("at on by during until before after")
_BEFORE_SUBJECT = stem_set("should all both half each of in at on from for with by")
_FREEING = stem_set("exempt spare excuse")
_JOINING = frozenset(("and", "or", "but"))


#: What an issue itself may be, so that "the deal" is its thing and no plan for it.
DEALS = stem_set("deal agreement contract treaty accord offer merger takeover")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, read.

    Attributes:
        tokens: Its words.
        operators: What it does with its object, by place.
        verb: The main one; None if it has none.
        restraint: Token of a restraint that is its object; None if there is none.
        aside: Tokens that only say which thing is meant.
    """

    tokens: Tokens
    operators: Sequence[Operator]
    verb: Operator | None
    restraint: int | None
    aside: frozenset[int]


@lru_cache(maxsize=256)
def read_asked(question: str) -> Asked:
    """Read what a question does with its object."""
    tokens = tokenise(question)
    verb = find_main(tokens)
    if verb is not None and _is_noun(tokens, verb):
        verb = None
    operators = [
        op
        for op in find_asked(tokens)
        if op.kind in _KINDS
        and tokens.stems[op.first - 1] not in _PREFIXES
        and not is_gerund_noun(tokens, op)
        and not is_described(tokens, op.first, op.last, question)
        and not (op.kind == "hold_against" and _is_attributive(tokens, op))
        and not (tokens.stems[op.first] in _SIZED and tokens.stems[op.last] == "of")
        and not (tokens.stems[op.last - 1] == "out" and tokens.stems[op.last] == "on")
    ]
    operators.extend(_burdens(tokens, operators))
    operators.sort(key=lambda op: op.first)
    if verb is None or verb not in operators:
        passive = [op for op in operators if is_passive(tokens, op)]
        verb = passive[0] if passive else verb or _first_deed(tokens, operators)
    restraint = next(
        (
            at
            for at, word in enumerate(tokens.stems)
            if word in RESTRAINTS
            and at > 0
            and not is_described(tokens, at, at + 1, question)
            and not _is_brought(tokens.stems, at)
            and not (verb is not None and verb.first <= at < verb.last)
            and (tokens.stems[at - 1] != "be" or tokens.stems[at - 2] == _THERE)
            and tokens.stems[at - 1] not in ("or", "and", "on", "about")
            and _ASIDE.isdisjoint(tokens.stems[max(0, at - _LED_TOKENS) : at])
        ),
        None,
    )
    aside = find_aside(tokens) | {
        at
        for at in range(1, len(tokens.stems))
        if is_described(tokens, at, at + 1, question)
    }
    return Asked(tokens, tuple(operators), verb, restraint, frozenset(aside))


def _is_brought(stems: Sequence[str], at: int) -> bool:
    """Tell "bring the ban before the court": not the ban itself is asked for."""
    before = stems[max(0, at - _LED_TOKENS) : at]
    after = stems[at + 1 : at + 1 + _LED_TOKENS]
    return not _BRINGING.isdisjoint(before) and not _BEFORE.isdisjoint(after)


def _first_deed(tokens: Tokens, operators: Sequence[Operator]) -> Operator | None:
    """Find the first deed where the lexicon's own words have none: "lay off workers"."""
    return next(
        (op for op in operators if op.kind == "against" and not _is_noun(tokens, op)),
        None,
    )


def _ends_noun(tokens: Tokens, op: Operator, subject: int) -> bool:
    """Tell "the price cut" from "the club cut", the subject being before."""
    before = op.first - 1
    while before > subject and is_content(tokens.stems[before]):
        before -= 1
    led = before > subject and tokens.stems[before - 1] not in _BEFORE_SUBJECT
    return led and tokens.stems[before] in _DETERMINERS


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
        done = done and not (stems[at] in CHARGES and RESTRAINTS & set(stems[:at]))
        torn = stems[at] in _TEARS_DOWN and stems[at + 1] in _DOWN
        torn = torn or stems[at : at + 2] == _LAYS_OFF
        apart = stems[at] in _PULLS and _pulls(stems[at + 2 : at + 2 + _LED_TOKENS])
        gone = stems[at] in _GOES and not stems[at + 1].isalpha()
        held = stems[at] in RESTRAINTS and stems[at + 1] in _LEADS_TO
        held = held and stems[at - 1] != "be"
        cleared = stems[at] == "clear" and is_cleared_away(stems, at)
        under = stems[at] in _UNDER and stems[at - 1] in _STAYS
        under = under and _has_figure(stems[at + 1 : at + _LED_TOKENS])
        laid = stems[at] in _LEADS_TO and stems[at - 1] in _LAYING
        laid = laid and stems[at - 2] == "be" and not RESTRAINTS.isdisjoint(stems[:at])
        clean = stems[at] == _FREE and stems[at - 2] == "be"
        if done or torn or gone or held or cleared or under or clean or apart or laid:
            found.append(Operator(at, at + 2 if torn else at + 1, "against", -1))
    return found


def _pulls(stems: Sequence[str]) -> bool:
    """Tell "pull heavy guns back" by what follows the guns."""
    back = next((at for at, word in enumerate(stems) if word in _APART), None)
    return back is not None and all(map(is_content, stems[:back]))


def _has_figure(stems: Sequence[str]) -> bool:
    """Tell "below ten euros" from "below the bridge"."""
    return any(word in _NUMBERS or word[:1].isdigit() for word in stems)


def _is_what_is_asked(stems: Sequence[str], at: int) -> bool:
    """Tell "be taxed" and "recall its envoy" from "the tax" and "charge a fee"."""
    active = stems[at + 1] in _DETERMINERS and stems[at - 1] not in _DETERMINERS
    active = active and at > 1 and stems[at] not in CHARGES | _SENDS_AWAY
    return stems[at - 1] == "be" or active


def _is_attributive(tokens: Tokens, op: Operator) -> bool:
    """Tell "the protest camp", which is a kind of camp, from "protest against it"."""
    after = tokens.stems[op.last : op.last + 1]
    return tokens.stems[op.first - 1] in _DETERMINERS and any(map(is_content, after))


def is_gerund_noun(tokens: Tokens, op: Operator) -> bool:
    """Tell "peat cutting", which is done, from "cutting it"."""
    if op.first not in tokens.gerunds or op.first < 1:
        return False
    after = tokens.stems[op.last : op.last + 1]
    named = not after or not after[0].isalpha() or after[0] in ("be", "in", "on", "at")
    return is_content(tokens.stems[op.first - 1]) and named


def sign_at(asked: Asked, place: range) -> int:
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
            near = place.start - op.last <= PREPOSED_TOKENS
            counts = near or word not in PREPOSED
            counts = counts and not _is_before_verb(asked, op, place)
            counts = counts and not is_parted(stems, op, place.start)
            counts = counts and not _is_over(asked, op, place)
            counts = counts and not _is_when(asked, op)
            counts = counts and not _is_parted_by(asked, op, place)
        else:
            counts = op.first >= place.stop and _is_done(asked, op, place, last)
            counts = counts and not (stems[op.first] in _FREEING and frees(asked))
        if counts:
            sign *= op.sign
            last = max(last, op.last)
    return sign


def frees(asked: Asked) -> bool:
    """Tell "be exempt from the charge", which is good for who is."""
    stems = asked.tokens.stems
    return any(
        is_passive(asked.tokens, op)
        and (stems[op.first] in _FREEING or stems[op.first : op.last] == _LETS_OFF)
        for op in asked.operators
    )


def _is_over(asked: Asked, op: Operator, place: range) -> bool:
    """Tell "be closed and a clinic be opened": the clinic is not closed."""
    stems = asked.tokens.stems
    joined = [at for at in range(op.last, place.start) if stems[at] in _JOINING]
    if not joined:
        return False
    again = any(joined[0] < other.first < place.start for other in asked.operators)
    return again or is_passive(asked.tokens, op)


def _is_another(asked: Asked, op: Operator, place: range) -> bool:
    """Tell "wages be raised and hours be cut": the wages are not cut."""
    stems = asked.tokens.stems
    joined = [at for at in range(place.stop, op.first) if stems[at] in _JOINING]
    if not joined or "be" not in stems[place.stop : joined[-1]]:
        return False
    return "be" in stems[joined[-1] : op.first]


def _is_parted_by(asked: Asked, op: Operator, place: range) -> bool:
    """Tell "be seized without pay" and "the cut offered": the pay is not seized."""
    between = asked.tokens.stems[op.last : place.start]
    parted = not PREPOSED.isdisjoint(between) and is_passive(asked.tokens, op)
    parted = parted or "by" in between[-PREPOSED_TOKENS:]
    return parted or (
        is_noun_deed(asked, op)
        and (
            asked.tokens.stems[op.last] not in _OF
            or asked.tokens.stems[place.stop] == "by"
        )
    )


def is_noun_deed(asked: Asked, op: Operator) -> bool:
    """Tell "accept the price cut" from "cut the price"."""
    if asked.verb is None or op.first <= asked.verb.first or op.kind != "against":
        return False
    return _ends_noun(asked.tokens, op, asked.verb.first)


def _is_when(asked: Asked, op: Operator) -> bool:
    """Tell "close at midnight" and "be cut by a third" from "close the bar"."""
    verb = is_passive(asked.tokens, op) or op == asked.verb
    noun = asked.tokens.stems[op.first] in RESTRAINTS and not is_passive(
        asked.tokens, op
    )
    after = asked.tokens.stems[op.last]
    aim = asked.tokens.stems[op.last : op.last + 2] == _SO_AS_TO
    return verb and not noun and (aim or after in _WHEN)


def _is_before_verb(asked: Asked, op: Operator, place: range) -> bool:
    """Tell a restraint with an object of its own, far from the place."""
    held = asked.tokens.stems[op.first] in RESTRAINTS and op != asked.verb
    between = asked.tokens.stems[op.last : place.start]
    listed = between[:1] == ("on",) and all(
        is_content(word) or word in _JOINING for word in between[1:]
    )
    return held and not listed and place.start - op.last > _LED_TOKENS


def _is_done(asked: Asked, op: Operator, place: range, last: int) -> bool:
    """Tell what is done to a subject: "be lifted", "stay closed", "leave?"."""
    stems = asked.tokens.stems
    word = stems[op.first]
    if word in PREPOSED or _is_another(asked, op, place):
        return False
    sized = word in RESTRAINTS and stems[place.start][:1].isdigit()
    if op.first == place.stop and sized and not is_passive(asked.tokens, op):
        # "The 25 per cent tariff on cars".
        return False
    if op.first == place.stop or is_passive(asked.tokens, op):
        return True
    if op.first == last and last > place.stop and stems[last - 1] in _STAYS:
        return True
    goes = word in _MOVES or (word in _GOES and op.sign < 0)
    return goes and op == next(
        (o for o in asked.operators if o.first >= place.stop), op
    )


def is_passive(tokens: Tokens, op: Operator) -> bool:
    """Tell what stands right after "be"."""
    return op.first > 0 and tokens.stems[op.first - 1] == "be"


def _is_noun(tokens: Tokens, verb: Operator) -> bool:
    """Tell "its ban" and "against" from a verb."""
    word, before = tokens.stems[verb.first], tokens.stems[max(0, verb.first - 1)]
    return (
        word in PREPOSED
        or before in _DETERMINERS | PREPOSED
        or _ends_noun(tokens, verb, 1)
    )
