"""Titles that the knowledge base contradicts."""

from datetime import date

from accord.model import Actor, Role
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.offices import TextRole, is_same_office, normal_title

__all__ = ["contradicts"]


def contradicts(
    actor: Actor, text: TextRole, day: date, knowledge: KnowledgeBase
) -> Role | None:
    """Find the office that shows a text's title to be wrong on a day.

    Returns:
        For "former X": an X that is held that day. For X: an X that the person
        held, or will hold, on other days only. None if nothing speaks against it.
    """
    same = [role for role in actor.roles if is_same_office(text, role, knowledge)]
    exact = [r for r in same if set(text.title) == set(normal_title(r.title))]
    held = [role for role in exact if role.holds_on(day)]
    if text.former:
        return held[0] if held else None
    return None if text.dated or held or not exact else exact[0]
