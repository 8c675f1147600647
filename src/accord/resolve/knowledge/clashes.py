"""Clashes: what the entries of a knowledge base say against each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from accord.model import Actor, Role
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.knowledge.names import keys_of

__all__ = ["Clash", "ClashKind", "find_clashes"]

ClashKind = Literal["office-held-twice", "name-of-two", "part-of-itself", "replaced"]

#: Offices that several may hold at a time, by a word of their title.
_SHARED = frozenset(
    """spokesperson deputy vice assistant senator lawmaker mp adviser aide envoy member
    commissioner negotiator representative""".split()
)


@dataclass(frozen=True, slots=True, order=True)
class Clash:
    """Entries that cannot all be right, or that cannot be told apart.

    Attributes:
        kind: ``office-held-twice``: an office for one has two holders on one day;
            ``name-of-two``: one name means two actors, and no dates part them;
            ``part-of-itself``: a body is a part of its own parts; ``replaced``: a
            pack's entry takes the place of one that ships with Accord.
        actors: Ids of the actors.
        note: What is wrong, in one sentence.
    """

    kind: ClashKind
    actors: tuple[str, ...]
    note: str


def find_clashes(
    knowledge: KnowledgeBase, *, packaged: KnowledgeBase | None = None
) -> tuple[Clash, ...]:
    """Find what a knowledge base says against itself.

    Args:
        knowledge: The actors.
        packaged: Those that ship with Accord, to tell which of them are replaced.

    Returns:
        Clashes by kind, then by actor.

    Cost:
        Linear in the actors, times the holders of one office.
    """
    clashes = [
        *_offices_held_twice(knowledge.actors),
        *_names_of_two(knowledge.actors),
        *_parts_of_themselves(knowledge),
    ]
    if packaged is not None:
        clashes += _replaced(knowledge.actors, packaged)
    return tuple(sorted(clashes))


def _offices_held_twice(actors: Sequence[Actor]) -> Iterator[Clash]:
    """Find offices for one that two hold, or that one holds twice, on one day."""
    holders: defaultdict[tuple[str, str], list[tuple[Actor, Role]]] = defaultdict(list)
    for actor in actors:
        for role in actor.roles:
            holders[role.of, role.title].append((actor, role))
    for (of, title), rows in sorted(holders.items(), key=lambda item: item[0]):
        shared = bool(_SHARED & set(title.split()))
        for (one, first), (other, second) in combinations(rows, 2):
            # Change-over is on one day, in the books of both.
            if _common_days(first, second) <= 1 or (shared and one.id != other.id):
                continue
            both = sorted({one.id, other.id})
            when = max(first.from_ or date.min, second.from_ or date.min)
            who = " and ".join(sorted({one.name, other.name}))
            note = f"{who}: {title} of {of} twice at a time, from {when}."
            yield Clash("office-held-twice", tuple(both), note)


def _common_days(one: Role, other: Role) -> int:
    """Count the days on which both offices are held."""
    start = max(one.from_ or date.min, other.from_ or date.min)
    end = min(one.to or date.max, other.to or date.max)
    return (end - start).days + 1 if start <= end else 0


def _names_of_two(actors: Sequence[Actor]) -> Iterator[Clash]:
    """Find names that mean two actors on one day."""
    owners: defaultdict[tuple[str, ...], dict[str, Actor]] = defaultdict(dict)
    written: dict[tuple[str, ...], str] = {}
    for actor in actors:
        for name in actor.names:
            keys = keys_of(name)
            owners[keys][actor.id] = actor
            written.setdefault(keys, name)
    for keys, found in sorted(owners.items()):
        for one, other in combinations(found.values(), 2):
            if not _told_apart(one, other):
                note = f"“{written[keys]}” means {one.name} and {other.name}."
                yield Clash("name-of-two", tuple(sorted((one.id, other.id))), note)


def _told_apart(one: Actor, other: Actor) -> bool:
    """Tell whether offices show which of two namesakes is meant on a day."""
    if not one.roles or not other.roles:
        return False
    pairs = ((a, b) for a in one.roles for b in other.roles)
    return all(_common_days(a, b) <= 1 for a, b in pairs)


def _parts_of_themselves(knowledge: KnowledgeBase) -> Iterator[Clash]:
    """Find bodies from which going up leads back."""
    for actor in knowledge.actors:
        seen: list[str] = []
        at: str | None = actor.id
        while at is not None and at not in seen:
            seen.append(at)
            above = knowledge.actor(at)
            at = above.part_of if above else None
        if at == actor.id and at == min(seen):
            way = " in ".join([*seen, at])
            yield Clash("part-of-itself", tuple(sorted(seen)), f"{way}.")


def _replaced(actors: Sequence[Actor], packaged: KnowledgeBase) -> Iterator[Clash]:
    """Find the actors that ship with Accord and are described anew."""
    for actor in actors:
        before = packaged.actor(actor.id)
        if before is None or before == actor:
            continue
        lost = len(before.roles) - len(actor.roles)
        offices = f", and {lost} of its offices are gone" if lost > 0 else ""
        note = f"{actor.produced_by} describes {before.name} anew{offices}."
        yield Clash("replaced", (actor.id,), note)
