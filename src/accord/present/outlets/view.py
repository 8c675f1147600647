"""What the report tells of outlets: the few rows that a reader starts with."""

from dataclasses import dataclass

from accord.model.outlets import (
    Claim,
    CueUse,
    OutletComparison,
    OutletProfile,
    QuotedSpeaker,
)

__all__ = ["OutletView", "view_outlets"]

MAX_CLAIMS = 14
MAX_SPEAKERS = 8


@dataclass(frozen=True, slots=True)
class OutletView:
    """Outlets side by side, as the report shows them.

    Attributes:
        profiles: One an outlet.
        claims: Those that most outlets carried; then what one alone carried.
        more: How many further claims there are.
        cues: Uses of cue words that differ from all other outlets' beyond chance.
        speakers: For each of the speakers that most outlets report, the outlets with
            the cue words that each uses, as ``said 4, claimed 2``.
        quoted: Speakers whom an outlet quotes more, or less, beyond chance.
    """

    profiles: tuple[OutletProfile, ...]
    claims: tuple[Claim, ...]
    more: int
    cues: tuple[CueUse, ...]
    speakers: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    quoted: tuple[QuotedSpeaker, ...]


def view_outlets(found: OutletComparison) -> OutletView:
    """Choose the rows."""
    known = [claim for claim in found.claims if claim.actor is not None] or list(
        found.claims
    )
    ordered = sorted(known, key=lambda claim: -len(claim.outlets))
    return OutletView(
        found.outlets,
        tuple(ordered[:MAX_CLAIMS]),
        len(found.claims) - len(ordered[:MAX_CLAIMS]),
        tuple(use for use in found.cues if use.verdict == "differs"),
        _speakers(found),
        tuple(speaker for speaker in found.quoted if speaker.verdict == "differs"),
    )


def _speakers(
    found: OutletComparison,
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Gather each speaker's cue words by outlet; those reported most come first."""
    words: dict[tuple[str, str], dict[str, list[str]]] = {}
    totals: dict[tuple[str, str], int] = {}
    for use in found.cues:
        who = (use.name, use.actor)
        words.setdefault(who, {}).setdefault(use.outlet, []).append(
            f"{use.cue} {use.count}"
        )
        totals[who] = totals.get(who, 0) + use.count
    most = sorted(words, key=lambda who: (-totals[who], who))[:MAX_SPEAKERS]
    return tuple(
        (
            who[0],
            tuple((outlet, ", ".join(cues)) for outlet, cues in words[who].items()),
        )
        for who in most
    )
