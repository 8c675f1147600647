"""Actors, the offices they hold, and where a text speaks of them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

__all__ = ["Actor", "ActorKind", "ActorRef", "Mention", "Role"]

ActorKind = Literal["person", "state", "organisation", "group", "outlet"]


@dataclass(frozen=True, slots=True)
class ActorRef:
    """A pointer to an actor, with the name to show.

    Attributes:
        actor: Actor id; None if no actor is known under this name.
        name: Name to show: the actor's first name, or the words of the text.
    """

    actor: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Role:
    """An office held from one day to another.

    Attributes:
        title: Name of the office in lower case, as ``foreign minister``.
        of: Id of the state or organisation the office belongs to.
        from_: First day; None if it reaches back further than is known.
        to: Last day, included; None while it is held.
        speaks_for: Id of the actor whose position the holder states in office;
            None if the holder speaks for nobody else.
    """

    title: str
    of: str
    from_: date | None
    to: date | None
    speaks_for: str | None

    def holds_on(self, day: date) -> bool:
        """Tell whether the office was held on ``day``."""
        begun = self.from_ is None or self.from_ <= day
        return begun and (self.to is None or day <= self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who can hold a position.

    Attributes:
        id: Stable name from the knowledge base, as ``per:lavrov``; actors that
            only a text knows have ``text:`` and a hash.
        produced_by: The pack it stands in.
        kind: Person, state, organisation, group or outlet.
        names: Every spelling; the first is the one to show.
        qid: Wikidata id; None if not recorded.
        gender: ``f``, ``m`` or None; used to resolve pronouns only.
        roles: Offices of a person, dated; empty for others.
        part_of: Id of the state or body this one belongs to; None if none.
        anonymous: Whether the actor is a group that a text leaves unnamed.
        mentions: Places that speak of the actor; filled where actors are shown.
    """

    id: str
    produced_by: str
    kind: ActorKind
    names: tuple[str, ...]
    qid: str | None = None
    gender: Literal["f", "m"] | None = None
    roles: tuple[Role, ...] = ()
    part_of: str | None = None
    anonymous: bool = False
    mentions: tuple["Mention", ...] = field(default=())

    @property
    def name(self) -> str:
        """The spelling to show."""
        return self.names[0]

    @property
    def ref(self) -> ActorRef:
        """A pointer to this actor."""
        return ActorRef(self.id, self.name)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mention:
    """Words of a text that name or describe an actor.

    Attributes:
        document: Document id.
        start: First character, in code points of the document's text.
        end: One past the last character.
        text: The words.
        actor: Id of the actor they stand for; None if unknown.
        name: Name to show.
        rule: Which rule decided, as ``full-name`` or ``capital-as-government``.
        confidence: In [0, 1]; not calibrated.
        roles: Offices that the document gives a person, in lower case, as
            ``transport minister`` or ``former mayor``; empty for others.
        gender: ``f``, ``m`` or None, as far as the document tells of a person.
    """

    document: str
    start: int
    end: int
    text: str
    actor: str | None
    name: str
    rule: str
    confidence: float
    roles: tuple[str, ...] = ()
    gender: Literal["f", "m"] | None = None
