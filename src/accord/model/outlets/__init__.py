"""Outlets side by side: what each carried, in which words, quoted or paraphrased."""

from accord.model.outlets.comparison import (
    Claim,
    CueUse,
    OutletComparison,
    OutletProfile,
    QuotedSpeaker,
    Verdict,
)

__all__ = [
    "Claim",
    "CueUse",
    "OutletComparison",
    "OutletProfile",
    "QuotedSpeaker",
    "Verdict",
]
