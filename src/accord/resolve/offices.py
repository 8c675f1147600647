"""Offices: read in a text, compared with each other and with the knowledge base."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from accord.model import Actor, ActorRef, Role
from accord.resolve.gazetteer import Hit
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import Gender
from accord.resolve.namings import share_stem
from accord.resolve.reading import Reading, Word

__all__ = ["TextRole", "called_also", "fits", "is_same_office", "read_roles", "role_on"]

_SAME = {
    "defense": "defence", "labor": "labour", "centre": "center",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "chairman": "chair", "chairwoman": "chair", "economic": "economy",
    "pm": "prime minister", "premier": "prime minister",
    "taoiseach": "prime minister", "co-chair": "chair",
}  # fmt: skip
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
_LESSER = frozenset("deputy vice assistant associate".split())
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
            of = ActorRef(None, word.text)
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


@lru_cache(maxsize=4096)
def called_also(title: tuple[str, ...]) -> frozenset[str]:
    """Return every word by which the holder of an office may be called."""
    present = set(title)
    lesser = bool(present & _LESSER)
    for key, others in nouns().implies.items():
        if set(key) <= set(title) and not (lesser and len(title) > len(key)):
            present |= others
            for other in others:
                present.update(_SAME.get(other, other).split())
    return frozenset(present)


@lru_cache(maxsize=4096)
def normal_title(title: str) -> tuple[str, ...]:
    """Bring a title from a pack into the form texts' titles have.

    Example:
        >>> normal_title("Minister of Foreign Affairs")
        ('foreign', 'minister')
    """
    words = title.lower().replace("-", " ").split()
    for joint in ("of", "for"):
        if joint in words and words[0] in {"minister", "secretary"}:
            at = words.index(joint)
            words = [*words[at + 1 :], *words[:at]]
    return normal_words(w for w in words if w not in {"of", "the", "for", "and"})


def normal_words(words: Iterable[str]) -> tuple[str, ...]:
    """Bring the words of a title into normal form, each once."""
    known = nouns()
    parts: list[str] = []
    for word in words:
        plain = known.roles.get(word, word)
        parts += _SAME.get(plain, plain).split()
    return tuple(dict.fromkeys(part for part in parts if part != "affairs"))


def fits(
    wanted: TextRole,
    title: tuple[str, ...],
    of: ActorRef | None,
    knowledge: KnowledgeBase,
) -> bool:
    """Tell whether the holder of one office may be called by another's words.

    Args:
        wanted: The words of the text, as "the minister".
        title: Words of the office that the person holds.
        of: Whose office that is; None if not known.
        knowledge: To compare bodies with their states.
    """
    core = frozenset(wanted.title) - nouns().vague
    if not core <= called_also(title) or _is_other_rank(core, frozenset(title)):
        return False
    return same_body(wanted.of, of, knowledge)


def _is_other_rank(core: frozenset[str], title: frozenset[str]) -> bool:
    """Tell whether words leave out what makes the rank: vice, deputy, prime, shadow.

    A vice president is not "the president", nor a prime minister "the minister"; a
    deputy minister may be.
    """
    if ("shadow" in title) != ("shadow" in core):
        return True
    if core == {"minister"}:
        return "prime" in title
    lesser = title & _LESSER and not core & _LESSER
    return bool(lesser and core & title - _LESSER - {"minister", "secretary"})


def same_body(
    one: ActorRef | None, other: ActorRef | None, knowledge: KnowledgeBase
) -> bool:
    """Tell whether two bodies may be one, or one a part of the other."""
    if one is None or other is None:
        return True
    if one.actor is None or other.actor is None:
        return one.name.lower() == other.name.lower() or share_stem(
            one.name, other.name
        )
    return bool(_upwards(one.actor, knowledge) & _upwards(other.actor, knowledge))


def _upwards(identity: str, knowledge: KnowledgeBase) -> set[str]:
    """Return a body and what it is a part of."""
    found: set[str] = set()
    at: str | None = identity
    while at is not None and at not in found:
        found.add(at)
        actor = knowledge.actor(at)
        at = actor.part_of if actor else None
    return found


def role_on(
    actor: Actor, day: date | None, text_roles: Iterable[TextRole],
    knowledge: KnowledgeBase,
) -> Role | None:  # fmt: skip
    """Choose the office in which a person speaks.

    Args:
        actor: The person.
        day: When; None if not known.
        text_roles: Offices that the text gives.
        knowledge: The knowledge base.

    Returns:
        With a date, the office held that day (one the text names, if several).
        Without one, only an office that the text itself gives as present, or the
        only office the person ever held, if it is not over.
    """
    named = [role for role in text_roles if not role.former]
    held = [role for role in actor.roles if day is None or role.holds_on(day)]
    matching = [
        role
        for role in held
        if any(is_same_office(text, role, knowledge) for text in named)
    ]
    if matching:
        return matching[-1]
    if day is not None:
        return held[0] if held else None
    lasting = [role for role in actor.roles if role.to is None]
    if len(actor.roles) == 1 and lasting and not any(r.former for r in text_roles):
        return lasting[0]
    return None


def is_same_office(text: TextRole, role: Role, knowledge: KnowledgeBase) -> bool:
    """Tell whether a text's office is one of the knowledge base's."""
    body = knowledge.actor(role.of)
    ref = body.ref if body else None
    return fits(text, normal_title(role.title), ref, knowledge)
