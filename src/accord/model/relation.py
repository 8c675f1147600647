"""Relations between records: echoes, copies, joined names, demands that clash."""

from dataclasses import dataclass
from typing import Literal, get_args

from accord.model.actor import ActorRef
from accord.model.span import Passage
from accord.model.statement import Stance

__all__ = [
    "JOIN_RULES",
    "OUTLET",
    "Irreconcilable",
    "Join",
    "JoinRule",
    "Link",
    "LinkKind",
    "Side",
]

#: What the ids of outlets start with.
OUTLET = "outlet:"

LinkKind = Literal["echo", "copy", "passed-on", "contradiction"]
JoinRule = Literal[
    "last-name", "variant", "acronym", "short-name", "same-name", "holder", "office"
]
#: What a mention or a speaker names as its rule where a join decided.
JOIN_RULES: frozenset[str] = frozenset(get_args(JoinRule))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Who is meant where a document leaves a name short that others give in full.

    Joins lie over what each document says by itself: nothing is rewritten, and they
    are found anew when the pile changes.

    Attributes:
        id: Hash of the document, what stood there alone, and who is meant.
        produced_by: Who joined them, versioned.
        document: Id of the document with the short name.
        alone: Who the document alone makes of it; without an actor id where it only
            describes, as "the dockers' union".
        actor: Id of the actor who is meant.
        name: The actor's full name.
        rule: ``last-name``: of the only bearer in the pile; ``variant``: of a full name
            with fewer or shorter given names; ``acronym``: as another document explains
            it; ``short-name``: of the only body whose name goes so; ``same-name``: of the only actor whom the same
            words name elsewhere; ``holder``: of the only one in an office, named in the
            document too; ``office``: nobody else is meant, but the pile tells whom the
            person speaks for.
        confidence: In [0, 1]; not calibrated.
        speaks_for: The body that the person speaks for by office, where the document
            leaves it out; None if the pile does not tell.
        evidence: The first place in the document with the short name.
        full_document: Id of the document that shows the full name.
        full_evidence: The place where it does.
        note: One plain sentence for the reader: what speaks for it.
    """

    id: str
    produced_by: str
    document: str
    alone: ActorRef
    actor: str
    name: str
    rule: JoinRule
    confidence: float
    speaks_for: ActorRef | None
    evidence: Passage
    full_document: str
    full_evidence: Passage
    note: str

    @property
    def meant(self) -> ActorRef:
        """A pointer to the actor who is meant."""
        return ActorRef(self.actor, self.name)
