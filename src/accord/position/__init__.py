"""The position room: what words do, and which side they take.

In: a dossier with attributions, their speakers and the mentions of actors; a codebook
of issues. Out: on each attribution its act, modality, condition and target; and
statements, each an actor's stance on an issue with the words that prove it.

Method: phrase lexicons over stemmed words. An act is read from the cue, and from the
content where the cue only informs. A stance is a product of signs along the clause:
of the act, of what is done with the thing, of negations, of which way the issue's
question points; and it needs something that carries it, or nothing is stated.

Limits: English; one clause at a time; irony, and attitudes told without any of the
lexicon's words, are missed. Confidence is not calibrated.
"""

from accord.position.codebook import (
    choose_codebook,
    packaged_codebooks,
    parse_codebook,
)
from accord.position.deeds.criticism import CriticismStage
from accord.position.drafting import IssueDraft, draft_issues, to_codebook
from accord.position.issues import term_signs
from accord.position.stage import PositionStage

__all__ = [
    "CriticismStage",
    "IssueDraft",
    "PositionStage",
    "choose_codebook",
    "draft_issues",
    "packaged_codebooks",
    "parse_codebook",
    "term_signs",
    "to_codebook",
]
