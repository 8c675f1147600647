"""The case file: what a negotiation is modelled as, every value with its evidence."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from accord.errors import RecordError

__all__ = [
    "SCHEMA",
    "Case",
    "CaseDemand",
    "CaseEvidence",
    "CaseIssue",
    "CaseMove",
    "CaseParty",
    "CasePreference",
    "CaseRule",
    "CaseStatus",
    "CaseValue",
    "Choice",
    "Combination",
    "DemandKind",
    "Exclusion",
]

SCHEMA = "accord-case/1"

CaseStatus = Literal["asserted", "inferred", "analyst"]
DemandKind = Literal["red-line", "demand", "wish"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvidence:
    """What a value of the case rests on: words of a text, or an analyst's note.

    Attributes:
        text: The words.
        document: Document id; None if the words are an analyst's.
        start: First character, in code points of the document's text.
        end: One past the last character.
        outlet: Who published it; None if not known.
        said: Day it was said, else published; None if not known.
        statement: Id of the statement; None if none.
        speaker: Who said it, to show; None if nobody in particular.
        context: The passage that the words stand in, with who said it and how; None if
            the words say it all.
        confidence: That it is read rightly, in [0, 1], not calibrated; None if a person
            put it in.
    """

    text: str
    document: str | None = None
    start: int | None = None
    end: int | None = None
    outlet: str | None = None
    said: date | None = None
    statement: str | None = None
    speaker: str | None = None
    context: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseParty:
    """Somebody whose agreement is asked for.

    Attributes:
        id: Actor id, or ``name:...`` if the actor is not known.
        name: Name to show.
        status: Whether texts say that it takes part, or somebody concluded it.
        evidence: What shows it.
    """

    id: str
    name: str
    status: CaseStatus = "analyst"
    evidence: tuple[CaseEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseIssue:
    """A question and the ways to settle it, exactly one of which a package takes.

    Attributes:
        id: Short name.
        question: What is asked.
        options: Ids of the settlements; at least one.
        unplaced: Options of the codebook that no demand names; not settlements until
            an analyst moves them to ``options``.
        scale: Where the options lie on a line, in their order; empty if on none.
        status: Where the options are from.
        evidence: What shows them.
    """

    id: str
    question: str
    options: tuple[str, ...]
    unplaced: tuple[str, ...] = ()
    scale: tuple[float, ...] = ()
    status: CaseStatus = "analyst"
    evidence: tuple[CaseEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Some options of one issue; in JSON a member ``"issue": ["option", ...]``.

    Attributes:
        issue: Issue id.
        options: Ids of options.
    """

    issue: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """Options of several issues at once; in JSON an object of choices.

    A package is in it if each of these issues is settled by one of its options.

    Attributes:
        choices: At least one, each for another issue.
    """

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDemand:
    """What one party asks for.

    It is met by a package in which every issue of ``accepts`` is settled by one of
    the options there, and which is in none of the combinations of ``forbids``.

    Attributes:
        id: Short name, unique in the case.
        party: Party id.
        accepts: The options acceptable, by issue.
        forbids: Combinations not acceptable; "X only with Y" forbids X without Y.
        kind: A red line holds in every package; a demand counts for agreement; a
            wish does not.
        weight: What it costs to give it up, above 0; None counts as 1.
        status: Asserted where somebody is reported to say it.
        evidence: The words that show it.
        against: Words of the same party that speak against it.
    """

    id: str
    party: str
    accepts: tuple[Choice, ...] = ()
    forbids: tuple[Combination, ...] = ()
    kind: DemandKind = "demand"
    weight: float | None = None
    status: CaseStatus = "analyst"
    evidence: tuple[CaseEvidence, ...] = ()
    against: tuple[CaseEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A combination that no package may have, whoever wants it.

    Attributes:
        id: Short name, unique among the exclusions.
        combination: What cannot be settled so at once.
        status: Where it is from.
        evidence: What shows it.
    """

    id: str
    combination: Combination
    status: CaseStatus = "analyst"
    evidence: tuple[CaseEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseValue:
    """A number of one party; what it counts depends on where it stands.

    Attributes:
        party: Party id.
        value: The number.
        issue: Issue id; needed in ``utilities``, ``weights`` and ``salience``.
        option: Option id; needed in ``utilities``.
        status: Where it is from; numbers are an analyst's unless a text gives them.
        evidence: What shows it.
    """

    party: str
    value: float
    issue: str | None = None
    option: str | None = None
    status: CaseStatus = "analyst"
    evidence: tuple[CaseEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRule:
    """A decision mechanism, as a text describes it.

    Attributes:
        id: Short name, unique among the rules.
        name: What the text calls it.
        members: Ids of parties, or names.
        kind: Unanimity, majority, quota, weighted or compound.
        quota: Members or votes needed; None unless given.
        veto: Those without whom nothing passes.
        triggers: What sets it in motion; None if not said.
        status: Where it is from.
        evidence: The words.
    """

    id: str
    name: str
    members: tuple[str, ...]
    kind: Literal["unanimity", "majority", "quota", "weighted", "compound"]
    quota: float | None = None
    veto: tuple[str, ...] = ()
    triggers: str | None = None
    status: CaseStatus = "analyst"
    evidence: tuple[CaseEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMove:
    """Something a party can do by itself: settle an issue its way.

    Attributes:
        party: Who owns the option.
        issue: Issue id.
        option: Option id.
        reversible: Whether it can be taken back.
        status: Where it is from.
        evidence: What shows it.
    """

    party: str
    issue: str
    option: str
    reversible: bool = True
    status: CaseStatus = "analyst"
    evidence: tuple[CaseEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePreference:
    """In which order a party likes the options of an issue.

    Attributes:
        party: Party id.
        issue: Issue id.
        ranking: All options, best first; those in one array are liked equally.
        status: Where it is from.
        evidence: What shows it.
    """

    party: str
    issue: str
    ranking: tuple[tuple[str, ...], ...]
    status: CaseStatus = "analyst"
    evidence: tuple[CaseEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A negotiation as modelled; ``read_case`` reads and checks one.

    Attributes:
        schema: The format, as ``accord-case/1``.
        title: What it is about.
        version: Counts the editions of this case; raised by who edits it.
        parties: Who takes part.
        issues: What is to be settled.
        demands: What the parties ask for.
        exclusions: What cannot be combined.
        utilities: How good an option is for a party; bigger is better.
        weights: How much an issue counts in a party's utility; 1 where none is given.
        salience: How much a party cares for an issue, in [0, 1].
        capability: How much a party can bring to bear; 0 or more.
        disagreement: A party's utility without agreement.
        rules: Decision mechanisms.
        moves: What parties can do by themselves.
        preferences: Orders of options where there are no numbers.
        notes: Whatever a reader should know.

    Raises:
        RecordError: The schema is another one.
    """

    schema: str = SCHEMA
    title: str = ""
    version: int = 1
    parties: tuple[CaseParty, ...] = ()
    issues: tuple[CaseIssue, ...] = ()
    demands: tuple[CaseDemand, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    utilities: tuple[CaseValue, ...] = ()
    weights: tuple[CaseValue, ...] = ()
    salience: tuple[CaseValue, ...] = ()
    capability: tuple[CaseValue, ...] = ()
    disagreement: tuple[CaseValue, ...] = ()
    rules: tuple[CaseRule, ...] = ()
    moves: tuple[CaseMove, ...] = ()
    preferences: tuple[CasePreference, ...] = ()
    notes: str = ""

    def __post_init__(self) -> None:
        if self.schema != SCHEMA:
            message = f"The schema is {self.schema!r}, not {SCHEMA!r}."
            raise RecordError(message, hint="Draft the case anew with this version.")

    def party(self, party_id: str) -> CaseParty:
        """Look a party up; one that is not listed is shown by its id."""
        return next(
            (party for party in self.parties if party.id == party_id),
            CaseParty(id=party_id, name=party_id.removeprefix("name:")),
        )

    def issue(self, issue_id: str) -> CaseIssue | None:
        """Look an issue up."""
        return next((issue for issue in self.issues if issue.id == issue_id), None)
