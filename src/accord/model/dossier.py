"""What the rooms hand on: one document's dossier, and the whole dispute."""

from dataclasses import dataclass, replace

from accord.model.actor import Actor, Mention
from accord.model.attribution import Attribution
from accord.model.discourse import NetworkMatrix
from accord.model.document import Document, Finding
from accord.model.issue import Codebook
from accord.model.linked import Chains, Story
from accord.model.outlets import OutletComparison
from accord.model.relation import Irreconcilable, Link
from accord.model.reported import Agreement, Contact, Figure, Mechanism
from accord.model.solved import Solution
from accord.model.statement import Position, Shift, Statement

__all__ = ["Dispute", "Dossier", "Failure", "Outcome"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything known about one document; each room fills in its part.

    Every tuple is in text order. A room that runs again first drops what it made
    before, so that running twice gives the same as running once.

    Attributes:
        document: The document.
        findings: Doubts, of all rooms.
        attributions: Who said what.
        mentions: Where actors are named or described.
        statements: Stances on issues.
        figures: Numbers.
        agreements: Agreements made, drafted or failed.
        contacts: Talks, meetings, refusals.
        mechanisms: Decision rules.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()

    def with_findings(self, room: str, findings: tuple[Finding, ...]) -> "Dossier":
        """Put a room's findings in the place of those it made before.

        Args:
            room: Name of the room; its findings' producers start with it.
            findings: What the room doubts now.
        """
        kept = [f for f in self.findings if not f.produced_by.startswith(f"{room}.")]
        ordered = sorted((*kept, *findings), key=_finding_order)
        return replace(self, findings=tuple(ordered))


def _finding_order(finding: Finding) -> tuple[int, str, str]:
    """Sort by place; what is about the whole document comes first."""
    return (-1 if finding.start is None else finding.start, finding.kind, finding.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An item that a room could not work on; the rest of the pile goes on.

    Attributes:
        id: Hash of item and stage.
        produced_by: The stage, versioned.
        item: Path of the item.
        stage: Name of the room.
        code: The error's stable code; ``internal`` if it was no error of ours.
        error: What was wrong, for a person.
    """

    id: str
    produced_by: str
    item: str
    stage: str
    code: str
    error: str


Outcome = Dossier | Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Everything Accord knows of one pile; what the present room draws.

    Attributes:
        name: Name to show; the workspace folder's name.
        codebook: The issues.
        dossiers: One per document, by path.
        actors: Known actors that are mentioned, with their mentions, by name.
        links: Relations between documents and between attributions.
        ledger: Positions, by issue in codebook order, then name.
        shifts: Changes of stance, by date.
        irreconcilable: Sets of positions that cannot all be met.
        failures: Items that could not be worked on, by path.
        outlets: Outlets side by side; None if they were not compared.
        network: Who agrees with whom, for a picture; None if none was counted.
        solution: What was solved of the negotiation; None if nothing was.
        stories: Documents that print one text.
        chains: Which outlet takes from which; None if it was not traced.
    """

    name: str
    codebook: Codebook
    dossiers: tuple[Dossier, ...]
    actors: tuple[Actor, ...]
    links: tuple[Link, ...]
    ledger: tuple[Position, ...]
    shifts: tuple[Shift, ...]
    irreconcilable: tuple[Irreconcilable, ...]
    failures: tuple[Failure, ...]
    outlets: OutletComparison | None = None
    network: NetworkMatrix | None = None
    solution: Solution | None = None
    stories: tuple[Story, ...] = ()
    chains: Chains | None = None
