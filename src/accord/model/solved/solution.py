"""What was solved of a dispute: what the report tells of its negotiation."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from accord.model.span import Passage

__all__ = [
    "Ask",
    "Asks",
    "NearPackage",
    "Resting",
    "Solution",
    "SolvedKnot",
    "SolvedPeriod",
    "SolvedRule",
    "SolvedZone",
    "Vote",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A demand, with whose it is.

    Attributes:
        id: Id of the demand in the case.
        party: Name of the party.
        issues: Ids of the issues it is about.
        words: What it accepts, in words.
        status: Whether texts assert it, it was inferred, or an analyst put it in.
        statements: Ids of the statements it rests on.
    """

    id: str
    party: str
    issues: tuple[str, ...]
    words: str
    status: Literal["asserted", "inferred", "analyst"]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """Some demands together: those that exclude each other, or that would give way.

    Attributes:
        demands: Their ids.
        sentence: What is the matter with them.
    """

    demands: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SolvedKnot:
    """Demands that hang together and cannot all be met.

    Attributes:
        demands: All of them that are in some conflict, in the order of the case.
        conflicts: Smallest sets that cannot stand together, those told of most first.
        ways_out: What could give, the cheapest first.
        complete: Whether these are all.
    """

    demands: tuple[Ask, ...]
    conflicts: tuple[Asks, ...]
    ways_out: tuple[Asks, ...]
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPackage:
    """A way to settle everything, with whom it leaves unsatisfied.

    Attributes:
        options: Issue id and option id of each issue.
        lacks: Ids of the demands that it does not meet.
    """

    options: tuple[tuple[str, str], ...]
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SolvedZone:
    """Whether anything can be agreed on.

    Attributes:
        sentence: The answer in words.
        is_empty: Whether no package meets all demands; None if it was not worked out.
        packages: How many packages there are.
        opening: What would have to give, at the least, for one to meet the rest; none
            if one meets all.
        nearest: Packages that meet all demands, or else miss the least.
    """

    sentence: str
    is_empty: bool | None
    packages: int
    opening: tuple[Asks, ...] = ()
    nearest: tuple[NearPackage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """How one member stands under a rule.

    Attributes:
        name: The member.
        has_veto: Whether nothing is decided without it.
        share: Shapley-Shubik index as a decimal; None if it cannot be told.
        banzhaf: Normalised Banzhaf index as a decimal; None likewise.
        evidence: Words that name it as a member; None if the rule's own words do.
    """

    name: str
    has_veto: bool
    share: float | None = None
    banzhaf: float | None = None
    evidence: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SolvedRule:
    """How a body decides, and what that means for a guarantee.

    Attributes:
        mechanism: Id of the mechanism.
        name: What the text calls it.
        status: Whether it is demanded, agreed or described.
        sentence: Whether it can be triggered against a member who holds a veto.
        votes: The members that are named.
        candidates: Who the same text speaks of as taking part, and whom the rule would
            give a veto if they were members.
        candidates_sentence: What that would mean; empty if there are none.
        document: Id of the document that tells of it.
        evidence: The rule's words.
    """

    mechanism: str
    name: str
    status: str
    sentence: str
    votes: tuple[Vote, ...]
    candidates: tuple[Vote, ...]
    candidates_sentence: str
    document: str
    evidence: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class SolvedPeriod:
    """What conflicts appeared and vanished in a month.

    Attributes:
        start: First day.
        end: Last day.
        demands: How many demands were voiced.
        conflicts: How many conflicts there were among them.
        appeared: Ids of the demands of each conflict that was new.
        vanished: Of each that was not heard of again.
    """

    start: date
    end: date
    demands: int
    conflicts: int
    appeared: tuple[tuple[str, ...], ...]
    vanished: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """On what values the analysis rests.

    Attributes:
        values: How many values of the case.
        asserted: Share that texts assert, in [0, 1].
        inferred: Share that was concluded from texts.
        analyst: Share that stands in no text.
    """

    values: int
    asserted: float
    inferred: float
    analyst: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What was solved of the case that a dispute's ledger makes.

    Attributes:
        asks: Every demand.
        knots: What cannot stand together, those of most demands first.
        zone: Whether anything can be agreed on; None if there is nothing to settle.
        rules: How bodies decide.
        periods: How the conflicts changed; empty if no demand is dated.
        resting: On what it rests.
        caveats: What a reader must know.
        skipped: Why there is nothing to tell; empty if there is something.
        produced_by: Who solved it, versioned.
    """

    asks: tuple[Ask, ...] = ()
    knots: tuple[SolvedKnot, ...] = ()
    zone: SolvedZone | None = None
    rules: tuple[SolvedRule, ...] = ()
    periods: tuple[SolvedPeriod, ...] = ()
    resting: Resting | None = None
    caveats: tuple[str, ...] = ()
    skipped: str = ""
    produced_by: str = "solve.whole.v1"
