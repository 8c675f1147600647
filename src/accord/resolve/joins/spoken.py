"""Whom a person speaks for by office, where a document leaves it out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from accord.model import ActorRef
from accord.resolve.joins.gathering import Appearance, is_of_text
from accord.resolve.joins.rules import Meant
from accord.resolve.joins.wholes import Whole, is_same_office, still

__all__ = ["Key", "find_spoken_for", "key_of_one"]

#: A document and who it alone makes of a name.
Key = tuple[str, ActorRef]


def key_of_one(one: Appearance) -> Key:
    """Tell an appearance from all others."""
    return one.document, one.ref


def find_spoken_for(
    people: Sequence[Whole], meant: Mapping[Key, Meant], shorts: Sequence[Appearance]
) -> Iterator[tuple[Appearance, Whole, ActorRef]]:
    """Find the persons whose body only other documents tell.

    "Mayor Vera Ambrus" speaks for Tolna if every document that says of where she is
    mayor says Tolna; not where she holds another office, or a former one.

    Returns:
        The appearance, who it is, and the body.
    """
    named: defaultdict[str, list[Appearance]] = defaultdict(list)
    wholes = {whole.actor: whole for whole in people if is_of_text(whole.actor)}
    for one in (*(one for w in wholes.values() for one in w.seen), *shorts):
        found = meant.get(key_of_one(one))
        actor = found.whole.actor if found else one.ref.actor
        if actor in wholes:
            named[actor].append(one)
    for actor, seen in named.items():
        body = _only_body(seen, meant)
        if body is None:
            continue
        roles = still(role for one in seen if one.bodies for role in one.roles)
        for one in seen:
            if not one.bodies and _fits(one, roles):
                yield one, wholes[actor], body


def _only_body(
    seen: Sequence[Appearance], meant: Mapping[Key, Meant]
) -> ActorRef | None:
    """Find the one body that a person is said to speak for."""
    found: dict[str, ActorRef] = {}
    for one in sorted(seen, key=lambda one: one.place):
        for body in one.bodies:
            whole = meant.get((one.document, body))
            ref = whole.whole.ref if whole else body
            found.setdefault(ref.actor or ref.name, ref)
    return next(iter(found.values())) if len(found) == 1 else None


def _fits(one: Appearance, roles: Sequence[str]) -> bool:
    """Tell whether a document speaks of the same office, or of none at all."""
    if not one.roles:
        return True
    own = still(one.roles)
    return any(is_same_office(mine, role) for mine in own for role in roles)
