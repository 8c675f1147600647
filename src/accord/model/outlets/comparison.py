"""Outlets side by side: what each carried, in which words, quoted or paraphrased."""

from dataclasses import dataclass
from typing import Literal

from accord.model.statement import Stance
from accord.model.when import When

__all__ = [
    "Claim",
    "CueUse",
    "OutletComparison",
    "OutletProfile",
    "QuotedSpeaker",
    "Verdict",
]

#: ``differs``: adjusted p at most 0.05; ``not shown``: above; ``too few``: no table
#: with these margins could have come below 0.05.
Verdict = Literal["differs", "not shown", "too few"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletProfile:
    """What one outlet carried.

    Attributes:
        outlet: Name.
        documents: How many documents.
        copies: How many of them are copies of an earlier document of the pile.
        attributions: How many reports of speech, those of copies not among them.
        direct: How many of these are whole quotations.
        mixed: How many are quoted in part.
        indirect: How many are paraphrased.
        quoted_share: Direct and mixed among all, in [0, 1]; None of none.
        quoted_range: Its range of 95 % (Wilson).
        claims: How many claims it carried.
        exclusive: How many of these no other outlet carried.
        missing: How many claims of others it did not carry.
    """

    outlet: str
    documents: int
    copies: int
    attributions: int
    direct: int
    mixed: int
    indirect: int
    quoted_share: float | None
    quoted_range: tuple[float, ...]
    claims: int
    exclusive: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one holder states on one issue, and which outlets carried it.

    Attributes:
        actor: Actor id; None if not known.
        name: Name to show.
        issue: Issue id.
        stance: The stance that was carried.
        outlets: Names of the outlets that carried it, sorted.
        statements: Ids of the statements of each of them, by date and place.
        independent: Outlets left when copies of documents count once.
        first: Date of the first dated statement; None if none is dated.
        words: The first statement's words.
    """

    actor: str | None
    name: str
    issue: str
    stance: Stance
    outlets: tuple[str, ...]
    statements: tuple[tuple[str, ...], ...]
    independent: int
    first: When | None
    words: str

    def carried_by(self, outlet: str) -> tuple[str, ...]:
        """Give the ids of an outlet's statements; none if it did not carry it."""
        found = dict(zip(self.outlets, self.statements, strict=True))
        return found.get(outlet, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class CueUse:
    """How often an outlet reports a speaker with one cue word, against the others.

    Attributes:
        actor: Id of the speaker.
        name: Name to show.
        outlet: Name.
        cue: The word in the form used most, as ``claimed``.
        count: How often the outlet uses it of this speaker.
        of: How often it reports this speaker with any cue word.
        elsewhere: How often all other outlets use it of this speaker.
        elsewhere_of: How often they report this speaker.
        p_value: Fisher's exact test, two-sided.
        adjusted: Adjusted for the number of tests; None where there were too few.
        verdict: What that shows.
        attributions: Ids of the outlet's attributions with this cue.
    """

    actor: str
    name: str
    outlet: str
    cue: str
    count: int
    of: int
    elsewhere: int
    elsewhere_of: int
    p_value: float
    adjusted: float | None
    verdict: Verdict
    attributions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedSpeaker:
    """How often an outlet quotes a speaker, and how often it paraphrases them.

    Attributes:
        actor: Id of the speaker.
        name: Name to show.
        outlet: Name.
        direct: Whole quotations.
        mixed: Quoted in part.
        indirect: Paraphrased.
        elsewhere_quoted: Whole or partial quotations in all other outlets.
        elsewhere_of: How often they report this speaker.
        p_value: Fisher's exact test of quoted against paraphrased, two-sided.
        adjusted: Adjusted for the number of tests; None where there were too few.
        verdict: What that shows.
    """

    actor: str
    name: str
    outlet: str
    direct: int
    mixed: int
    indirect: int
    elsewhere_quoted: int
    elsewhere_of: int
    p_value: float
    adjusted: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletComparison:
    """Outlets side by side.

    Attributes:
        outlets: A profile each, by name.
        claims: Claims by issue in codebook order, name and stance.
        cues: Cue words by speaker and outlet, the most frequent first.
        quoted: Speakers by name and outlet.
        unnamed: Documents left out because no outlet is known.
    """

    outlets: tuple[OutletProfile, ...]
    claims: tuple[Claim, ...]
    cues: tuple[CueUse, ...]
    quoted: tuple[QuotedSpeaker, ...]
    unnamed: int
