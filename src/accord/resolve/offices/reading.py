"""Offices as a text gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

from accord.model import ActorRef
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import Gender
from accord.resolve.offices.titles import normal_words
from accord.resolve.reading import Reading, Word

__all__ = ["TextRole", "read_roles"]

_OF_WHOM = frozenset({"of", "for", "at", "to", "from"})
#: Offices of which each has its field of work.
_PORTFOLIO = frozenset({"minister", "commissioner", "secretary"})
_FORMER = frozenset("former ex onetime erstwhile late past previous retired".split())
#: Capitalised before a title, yet no body's name.
_NO_BODY = _FORMER | frozenset(
    """its his her their our the a an as and but then when while after before since mr mrs ms dr sir yet
    both even another one two three according also is was in on at by from with for
    to of who that said says asked told if""".split()
)
_MAX_FIELD_WORDS = 6
#: What offices are for, besides the words that also stand before a title.
_FIELDS = frozenset("affairs state government staff diplomacy commons lords".split())


@dataclass(frozen=True, slots=True)
class TextRole:
    """An office as a text gives it.

    Attributes:
        title: Its words in normal form, as ``("foreign", "minister")``.
        of: The state or body it belongs to; None if the text leaves it out.
        former: Whether the text says that it is over.
        gender: What the word says of its holder; None if nothing.
        first: Number of its first word.
        last: One past the number of its last word.
        dated: Whether the text puts "then" before it: an office of the past.
    """

    title: tuple[str, ...]
    of: ActorRef | None
    former: bool
    gender: Gender | None
    first: int
    last: int
    dated: bool = False


def read_roles(
    reading: Reading,
    first: int,
    last: int,
    owners: Mapping[int, Hit],
    knowledge: KnowledgeBase,
) -> tuple[TextRole, ...]:
    """Find the offices that a stretch of words names.

    Args:
        reading: The document.
        first: Number of the first word.
        last: One past the number of the last word.
        owners: For each word within a known name, the name.
        knowledge: To say whose office it is.

    Returns:
        Offices in text order.
    """
    roles: list[TextRole] = []
    at = first
    while at < last:
        end = _block_end(reading.words, at, last, owners)
        if end == at:
            at += 1
            continue
        roles.append(_role(reading, (at, end), (first, last), owners, knowledge))
        at = end
    return tuple(roles)


def _block_end(
    words: tuple[Word, ...], at: int, last: int, owners: Mapping[int, Hit]
) -> int:
    """Return one past the last role noun of a block of title words; ``at`` if none."""
    known = nouns()
    end = at
    for number in range(at, last):
        word = words[number]
        if number > at and not word.tied:
            break
        if number in owners:
            break
        lower = word.lower
        if lower in known.roles:
            end = number + 1
        elif lower not in known.modifiers and not _is_portfolio(words, number, last):
            break
        if word.possessive:
            break
    return end


def _is_portfolio(words: tuple[Word, ...], number: int, last: int) -> bool:
    """Read "Competition" in "Competition Commissioner" as a field, not as a body."""
    led = number + 1 < last and words[number + 1].lower in _PORTFOLIO
    return led and words[number].lower in nouns().remits


def _role(
    reading: Reading,
    block: tuple[int, int],
    bounds: tuple[int, int],
    owners: Mapping[int, Hit],
    knowledge: KnowledgeBase,
) -> TextRole:
    """Build an office from its block of title words and what stands around it."""
    words, known = reading.words, nouns()
    first, last = block
    gender: Gender | None = None
    for word in words[first:last]:
        gender = known.genders.get(known.roles.get(word.lower, word.lower), gender)
    after, field = _field(words, last, bounds[1], owners)
    title = normal_words([*field, *(word.lower for word in words[first:last])])
    former = dated = False
    of: ActorRef | None = None
    number = first - 1
    while number >= max(bounds[0], first - 8):
        word = words[number]
        hit = owners.get(number)
        if hit is not None and of is None:
            of = _body(hit, knowledge)
            number = hit.first - 1
            continue
        if of is None and _is_own_name(words, number):
            led = _leads_name(words, number)
            of = ActorRef(
                None, f"{words[number - 1].text} {word.text}" if led else word.text
            )
        elif word.lower in _FORMER:
            former = True
        elif word.lower == "then":
            dated = True
        elif word.lower in {"and", "or", ","} or not words[number + 1].tied:
            break
        number -= 1
    if of is None:
        of = _body_after(reading, after, bounds[1], owners, knowledge)
    return TextRole(title, of, former, gender, first, last, dated)


def _leads_name(words: tuple[Word, ...], number: int) -> bool:
    """Tell "the Socialist Left's leader" from "Embattled Acme chief"."""
    if number < 2 or not (words[number].tied and words[number - 1].capital):
        return False
    inside = words[number - 2].sentence == words[number].sentence
    return inside and words[number - 1].lower in nouns().vague


def _is_own_name(words: tuple[Word, ...], number: int) -> bool:
    """Tell whether a capitalised word before a title names a body unknown so far."""
    word, after, known = words[number], words[number + 1], nouns()
    lower = word.lower.rstrip(".")
    taken = lower in known.roles or lower in known.modifiers or lower in known.vague
    shouted = word.text.isupper() and after.text[3:].isupper()
    return word.capital and after.tied and not (taken or shouted or lower in _NO_BODY)


def _field(
    words: tuple[Word, ...], at: int, last: int, owners: Mapping[int, Hit]
) -> tuple[int, list[str]]:
    """Read what a minister is minister of: "of Foreign Affairs", "for trade".

    Returns:
        One past the field's last word, and its words; nothing if there is no field.
    """
    if at + 1 >= last or words[at].lower not in {"of", "for"}:
        return at, []
    known = nouns()
    field: list[str] = []
    end = at + 1
    while end < last and end - at < _MAX_FIELD_WORDS and end not in owners:
        lower = words[end].lower
        if lower in known.bodies and lower not in _FIELDS:
            return at, []
        if lower in known.modifiers or lower in _FIELDS:
            field.append(lower)
        elif lower not in {"the", "and"}:
            if _names_body(words, end, last):
                return at, []
            break
        end += 1
    return (end, field) if field else (at, [])


def _names_body(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Tell whether capitalised words lead up to a body's noun: "Customs Agency"."""
    for word in words[at:last]:
        if not (word.capital and word.tied):
            return False
        if word.lower in nouns().bodies and word.lower not in _FIELDS:
            return True
    return False


def _body(hit: Hit, knowledge: KnowledgeBase) -> ActorRef | None:
    """Return the state or body a known name stands for; None for persons."""
    actor = knowledge.actor(hit.form.actor)
    if actor is None or actor.kind in {"person", "group"}:
        return None
    return actor.ref


def _body_after(
    reading: Reading,
    at: int,
    last: int,
    owners: Mapping[int, Hit],
    knowledge: KnowledgeBase,
) -> ActorRef | None:
    """Find the body that follows an office: "of the Dockers' Union", "for Foo"."""
    words = reading.words
    if at >= last or words[at].lower not in _OF_WHOM:
        return None
    number = at + 1
    while number < last and words[number].lower in {"the", "a", "its", "their"}:
        number += 1
    # "for the fan club Old Tide": common nouns may stand before the name.
    for ahead in range(number, min(number + 4, last)):
        common = words[ahead].lower in nouns().bodies and not words[ahead].capital
        if common and ahead + 1 < last and not words[ahead].gap.startswith(","):
            number = ahead + 1
    hit = owners.get(number)
    if hit is not None:
        return _body(hit, knowledge)
    lower = words[number].lower.rstrip(".") if number < last else ""
    if lower in nouns().roles or lower in _NO_BODY:
        return None
    end = number
    while end < last and _continues_name(words, end, number, owners):
        end += 1
    while end > number and not words[end - 1].capital:
        end -= 1
    if end > number:
        span = reading.document.text[words[number].start : words[end - 1].end]
        return ActorRef(None, span)
    return None


def _continues_name(
    words: tuple[Word, ...], number: int, first: int, owners: Mapping[int, Hit]
) -> bool:
    """Tell whether a word carries on a name that began at ``first``."""
    word = words[number]
    if number == first:
        return word.capital
    joint = word.lower in {"of", "for", "and", "the"}
    part = word.capital or joint or word.text.isdigit()
    return part and word.tied and number not in owners
