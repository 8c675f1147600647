"""Who holds an office: a text's compared with those of the knowledge base."""

from collections.abc import Iterable
from datetime import date

from accord.model import Actor, ActorRef, Role
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.namings import share_stem
from accord.resolve.offices.reading import TextRole
from accord.resolve.offices.titles import LESSER, called_also, normal_title

__all__ = ["fits", "is_same_office", "role_on"]


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
    lesser = title & LESSER and not core & LESSER
    return bool(lesser and core & title - LESSER - {"minister", "secretary"})


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
