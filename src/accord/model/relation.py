"""Relations between records: echoes and copies, and demands that cannot both hold."""

from dataclasses import dataclass
from typing import Literal

from accord.model.statement import Stance

__all__ = ["OUTLET", "Irreconcilable", "Link", "LinkKind", "Side"]

#: What the ids of outlets start with.
OUTLET = "outlet:"

LinkKind = Literal["echo", "copy", "passed-on", "contradiction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The same words, or the same event, in two places.

    Attributes:
        id: Hash of kind, a and b.
        produced_by: Who linked them, versioned.
        kind: Echo, passed-on and contradiction join attributions; copy, documents.
            Passed-on also joins an attribution with an outlet that it names and of
            which no document with these words is at hand.
        a: Id of the one that sorts first.
        b: Id of the other; of such an outlet, its actor id.
        similarity: In [0, 1]; 1 is the same words; not calibrated. 0 where there is
            no text to compare with.
        first: ``a`` or ``b``, whichever was published first; None if unknown.
        credited: Whether the later one names where it took the words from; None if
            it is not known which is later.
        note: One plain sentence for the reader.
    """

    id: str
    produced_by: str
    kind: LinkKind
    a: str
    b: str
    similarity: float
    first: Literal["a", "b"] | None
    credited: bool | None
    note: str

    @property
    def carrier(self) -> str | None:
        """The outlet that an attribution names as its source without our having it."""
        # Ids of attributions sort before those of outlets.
        return self.b if self.b.startswith(OUTLET) else None


@dataclass(frozen=True, slots=True)
class Side:
    """One demand within an irreconcilable set.

    Attributes:
        actor: Actor id; None if not known.
        name: Name to show.
        issue: Issue id.
        stance: What the actor holds.
        option: Option id; None if the stance is on the issue as a whole.
        statements: Ids of the statements that show it; at least one.
    """

    actor: str | None
    name: str
    issue: str
    stance: Stance
    option: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Irreconcilable:
    """A smallest set of positions that cannot all be met.

    Attributes:
        id: Hash of its sides.
        produced_by: Who worked it out, versioned.
        issue: Id of the issue it is about.
        sides: The positions; taking any one away lets the rest stand together.
        reason: One plain sentence.
    """

    id: str
    produced_by: str
    issue: str
    sides: tuple[Side, ...]
    reason: str
