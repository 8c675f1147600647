"""Take a dossier back to where it stood before a room."""

from collections.abc import Callable
from dataclasses import replace

from accord.model import UNRESOLVED, Dossier

__all__ = ["rewind"]


def _before_position(dossier: Dossier) -> Dossier:
    """Drop what the position room fills in."""
    bare = tuple(
        replace(a, act=None, modality="asserted", condition=None, target=None)
        for a in dossier.attributions
    )
    return replace(
        dossier,
        attributions=bare,
        statements=(),
        figures=(),
        agreements=(),
        contacts=(),
        mechanisms=(),
    )


def _before_resolve(dossier: Dossier) -> Dossier:
    """Drop what the resolve room fills in."""
    bare = tuple(
        replace(a, speaker=UNRESOLVED, speaks_for=None, via=(), said=None)
        for a in dossier.attributions
    )
    return replace(dossier, attributions=bare, mentions=())


def _before_attribute(dossier: Dossier) -> Dossier:
    """Drop what the attribute room fills in."""
    return replace(dossier, attributions=())


#: What each room fills in, the last room first; see ``Attribution`` and ``Dossier``.
_STEPS: tuple[tuple[str, Callable[[Dossier], Dossier]], ...] = (
    ("position", _before_position),
    ("resolve", _before_resolve),
    ("attribute", _before_attribute),
)


def rewind(dossier: Dossier, *, to: str) -> Dossier:
    """Take out what a room and all later ones have put in.

    Rooms drop their own earlier output anyway; this makes sure that none sees what
    a later room made of it, so that doing again is the same as doing afresh.

    Args:
        dossier: A dossier that has passed all rooms or some.
        to: The room that it is to enter next.
    """
    for room, undo in _STEPS:
        dossier = undo(dossier).with_findings(room, ())
        if room == to:
            break
    return dossier
