"""What a text reports beside words: figures, agreements, contacts, decision rules."""

from dataclasses import dataclass
from typing import Literal

from accord.model.actor import ActorRef
from accord.model.span import Passage
from accord.model.when import When

__all__ = [
    "VOTING_RULES",
    "Agreement",
    "AgreementStatus",
    "Alternate",
    "Contact",
    "ContactKind",
    "Contest",
    "DecisionRule",
    "Figure",
    "Mechanism",
    "MechanismStatus",
    "RuleKind",
    "VotingRule",
]

AgreementStatus = Literal["signed", "in-force", "drafted", "proposed", "failed"]
ContactKind = Literal[
    "talks",
    "meeting",
    "mediation",
    "back-channel",
    "call",
    "summit",
    "exchange",
    "ban",
    "refusal",
]
MechanismStatus = Literal["demanded", "agreed", "described"]
VotingRule = Literal["unanimity", "majority", "quota", "weighted", "compound"]
RuleKind = Literal[VotingRule, "guarantee", "verification", "arbitration", "automatic"]
#: Rules by which somebody votes; the others are none.
VOTING_RULES: tuple[VotingRule, ...] = (
    "unanimity", "majority", "quota", "weighted", "compound",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same amount in another unit, as a text gives it in brackets.

    Attributes:
        value: The amount.
        unit: Its unit, as ``USD``.
    """

    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit, and whose number it is.

    Attributes:
        id: Hash of document and offsets.
        produced_by: Who read it, versioned.
        document: Document id.
        value: The number; None if only a range is given.
        low: Lower end of a range; None if none.
        high: Upper end of a range; None if none.
        unit: ``percent``, an ISO 4217 code, or a noun as ``people``.
        approximate: Whether the text says "around", "nearly" or the like.
        what: What is counted or measured, in the text's words.
        population: Whom a share is of; None if not a share.
        sample: Number of people asked; None if not a poll.
        pollster: Who asked; None if not a poll.
        margin: How far chance alone may put a poll's share off, in percentage points: as
            the text tells it, else half the 95 % interval of a simple random sample of
            this size. None for the share of a part of the sample, whose size is not
            known, and outside polls.
        fielded: When the poll was taken; None if not told.
        according_to: Who gives the number, offers it or asks for it; None if the text
            states it itself.
        alternate: The same amount in another unit; None if none is given.
        evidence: The words.
    """

    id: str
    produced_by: str
    document: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    approximate: bool
    what: str
    population: str | None
    sample: int | None
    pollster: ActorRef | None
    according_to: ActorRef | None
    alternate: Alternate | None
    evidence: Passage
    margin: float | None = None
    fielded: When | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """Someone who disputes the force of an agreement.

    Attributes:
        actor: Actor id; None if not known.
        text: The words that dispute it.
        start: First character.
        end: One past the last character.
    """

    actor: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement between parties, made or in the making.

    Attributes:
        id: Hash of document, parties and offsets.
        produced_by: Who read it, versioned.
        document: Document id.
        parties: Who agrees, as far as the text names them: two or more, one, or none.
        kind: What the text calls it, as ``security agreement``.
        status: How far it has come.
        date: When it reached that status; None if the text does not say.
        provisions: What it says, each in the text's words.
        contested_by: Who disputes its force, with the words.
        evidence: The words.
    """

    id: str
    produced_by: str
    document: str
    parties: tuple[ActorRef, ...]
    kind: str
    status: AgreementStatus
    date: When | None
    provisions: tuple[Passage, ...]
    contested_by: tuple[Contest, ...]
    evidence: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Parties who met, talked, or refused to.

    Attributes:
        id: Hash of document and offsets.
        produced_by: Who read it, versioned.
        document: Document id.
        kind: What sort of contact; ``ban`` and ``refusal`` are contacts denied.
        parties: Who was or would be in contact, as far as the text names them.
        mediators: Who went between.
        place: Where; None if not said.
        date: When; None if not said.
        evidence: The words.
    """

    id: str
    produced_by: str
    document: str
    kind: ContactKind
    parties: tuple[ActorRef, ...]
    mediators: tuple[ActorRef, ...]
    place: str | None
    date: When | None
    evidence: Passage


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """How a body decides, as a text describes it.

    Attributes:
        kind: The sort of rule. The last four are no votes: somebody stands for it,
            checks it or settles it, or it takes effect by itself.
        quota: Votes or members needed; None unless the text gives a number.
        veto: Ids of actors, or their names if unknown, without whom nothing passes.
    """

    kind: RuleKind
    quota: float | None
    veto: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """A body with a decision rule, as a text describes it.

    Attributes:
        id: Hash of document and offsets.
        produced_by: Who read it, versioned.
        document: Document id.
        name: What the text calls it.
        members: Who decides.
        rule: How they decide.
        triggers: What sets it in motion, in the text's words; None if not said.
        evidence: The words.
        status: ``demanded`` if somebody only wants it so, ``agreed`` if the text says
            that it was settled, else ``described``.
    """

    id: str
    produced_by: str
    document: str
    name: str
    members: tuple[ActorRef, ...]
    rule: DecisionRule
    triggers: str | None
    evidence: Passage
    status: MechanismStatus = "described"
