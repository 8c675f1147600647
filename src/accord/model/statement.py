"""Statements: an actor's stance on an issue, with the words that prove it."""

from dataclasses import dataclass
from typing import Literal

from accord.model.actor import ActorRef
from accord.model.span import Passage
from accord.model.when import When

__all__ = ["Position", "Shift", "ShiftEnd", "Stance", "Statement", "StatementCue"]

Stance = Literal["support", "oppose", "conditional", "unclear"]


@dataclass(frozen=True, slots=True)
class StatementCue:
    """Words that speak for a stance.

    Attributes:
        start: First character, in code points of the document's text.
        end: One past the last character.
        text: The words.
        says: What they were read as, as ``pole:oppose`` or ``act:reject``.
    """

    start: int
    end: int
    text: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An actor's stance on one issue, in one document.

    Attributes:
        id: Hash of document, evidence, actor and issue.
        produced_by: Who coded it, versioned.
        attribution: Id of the attribution it was read from; None if it is reported
            as a fact.
        document: Document id.
        actor: Actor id; None if the actor is not known.
        name: Name to show.
        speaks_for: Whose position the actor states; None if only their own.
        issue: Issue id.
        option: Option id of the issue; None if none is named.
        stance: Support, oppose, conditional or unclear.
        strength: In [-1, 1]; below 0 opposes; 0 is unclear.
        act: What the words do, as ``demand``.
        when: Day it was said, else day of publication; None if neither is known.
        evidence: The words.
        cues: The words within the evidence that decided.
        confidence: In [0, 1]: how likely the side, or the leaning, is right, where the
            judge of stance was asked; else not calibrated.
        rule: How it was read, as ``said.governed`` or ``told.judged``; empty if a coder
            does not say.
        leaning: The side that was read but is too little likely to be stated: then the
            stance is ``unclear``. None otherwise.
    """

    id: str
    produced_by: str
    attribution: str | None
    document: str
    actor: str | None
    name: str
    speaks_for: ActorRef | None
    issue: str
    option: str | None
    stance: Stance
    strength: float
    act: str
    when: When | None
    evidence: Passage
    cues: tuple[StatementCue, ...]
    confidence: float
    rule: str = ""
    leaning: Stance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One cell of the position ledger: what an actor holds on an issue.

    Attributes:
        id: Hash of actor and issue.
        produced_by: The ledger, versioned.
        actor: Actor id; None if not known.
        name: Name to show.
        issue: Issue id.
        stance: The latest stance; ``unclear`` when the evidence is torn.
        strength: Mean of the statements' strengths, in [-1, 1].
        ambivalent: Whether statements both support and oppose.
        leaning: Where no statement takes a side, the one to which all lean that lean at
            all; None otherwise.
        statements: Ids of the statements it rests on, by date; at least one.
        outlets: Names of the outlets that carried them, sorted.
        first: Date of the first dated statement; None if none is dated.
        last: Date of the last dated statement; None if none is dated.
    """

    id: str
    produced_by: str
    actor: str | None
    name: str
    issue: str
    stance: Stance
    strength: float
    ambivalent: bool
    statements: tuple[str, ...]
    outlets: tuple[str, ...]
    first: When | None
    last: When | None
    leaning: Stance | None = None


@dataclass(frozen=True, slots=True)
class ShiftEnd:
    """One side of a shift.

    Attributes:
        stance: The stance held.
        when: When it was stated.
        statement: Id of the statement.
    """

    stance: Stance
    when: When
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A dated change of an actor's stance on an issue.

    Attributes:
        id: Hash of actor, issue and both statements.
        produced_by: Who found it, versioned.
        actor: Actor id; None if not known.
        name: Name to show.
        issue: Issue id.
        from_: The last statement before the change.
        to: The first statement after it.
        before: Ids of the dated statements since the shift before this one, by date.
        after: Ids of those until the next shift, by date.
        utterances: How many independent utterances those are, before and after;
            what several outlets report counts once.
        p_value: How often the same utterances in an order of chance show a change as
            clear somewhere, in [0, 1]; 1 where there are too few to tell.
        exact: Whether every order was counted, or a seeded sample of them.
        note: One plain sentence.
    """

    id: str
    produced_by: str
    actor: str | None
    name: str
    issue: str
    from_: ShiftEnd
    to: ShiftEnd
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    utterances: tuple[int, ...] = ()
    p_value: float | None = None
    exact: bool = True
    note: str = ""
