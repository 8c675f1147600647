"""Actors with a full name, and what may speak for or against a shorter one's being theirs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from accord.model import ActorRef
from accord.resolve.joins.gathering import Appearance
from accord.resolve.joins.names import last_word
from accord.resolve.offices import called_also, normal_title

__all__ = ["Whole", "company", "contradict", "is_same_office", "shared_office", "still"]

_FORMER = "former "
#: The lesser ranks of an office are other offices.
_RANKS = frozenset("prime vice deputy shadow acting assistant junior".split())


@dataclass(frozen=True, slots=True)
class Whole:
    """An actor with a full name, as all documents together tell of it.

    Attributes:
        seen: Where it appears by this name; at least once.
    """

    seen: tuple[Appearance, ...]

    @property
    def actor(self) -> str:
        """The actor's id."""
        return self.seen[0].ref.actor or ""

    @property
    def name(self) -> str:
        """The name to show; plain spelling before capitals."""
        names = ((one.ref.name.isupper(), one.place, one.ref.name) for one in self.seen)
        return min(names)[-1]

    @property
    def ref(self) -> ActorRef:
        """A pointer to the actor."""
        return ActorRef(self.actor, self.name)

    @property
    def first(self) -> Appearance:
        """The first appearance, by path."""
        return min(self.seen, key=lambda one: one.place)

    def all_of(self, pick: Callable[[Appearance], frozenset[str]]) -> frozenset[str]:
        """Put together what the documents tell."""
        return frozenset().union(*map(pick, self.seen))


def contradict(one: Appearance, whole: Whole) -> bool:
    """Tell whether gender or office speak against one's being the other."""
    genders = whole.all_of(lambda other: other.genders)
    if one.genders and genders and not one.genders & genders:
        return True
    roles = still(whole.all_of(lambda other: other.roles))
    return bool(still(one.roles) and roles and not shared_office(one, whole))


def still(roles: Iterable[str]) -> list[str]:
    """Leave out the offices that are over."""
    return sorted(role for role in roles if not role.startswith(_FORMER))


def shared_office(one: Appearance, whole: Whole) -> str | None:
    """Find an office that both are told to hold."""
    roles = still(whole.all_of(lambda other: other.roles))
    own = still(one.roles)
    return next(
        (r for r in own if any(is_same_office(r, role) for role in roles)), None
    )


def is_same_office(one: str, other: str) -> bool:
    """Tell whether two titles may be one office.

    Example:
        >>> is_same_office("minister", "transport minister")
        True
        >>> is_same_office("mayor", "deputy mayor"), is_same_office("mayor", "judge")
        (False, False)
    """
    first, second = normal_title(one), normal_title(other)
    if _RANKS & set(first) != _RANKS & set(second):
        return False
    return set(first) <= called_also(second) or set(second) <= called_also(first)


def company(one: Appearance, whole: Whole) -> list[str]:
    """List what both are named beside; not the names themselves."""
    own = {one.ref.actor, whole.actor, *whole.name.split()}
    own.add(last_word(whole.name))
    shared = one.company & whole.all_of(lambda other: other.company)
    return sorted(name for name in shared if name not in own)
