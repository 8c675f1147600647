"""Runs the two networks: the encoder over a window, the head over its cues."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from accord.adapters.models.advice import Advice, Pieces
from accord.adapters.models.artefact import Session
from accord.adapters.models.decoding import Floats, Found
from accord.adapters.models.encoding import FEATURES, Window

__all__ = ["Scores", "encode_window", "read_relations"]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window's pieces."""

    cue: Floats
    piece: Floats
    question: Floats
    source: Floats
    content: Floats


def encode_window(encoder: Session, window: Window, advice: Advice) -> Scores:
    """Run the encoder over a window."""
    inputs = {
        "ids": np.array([window.ids]),
        "mask": np.ones((1, len(window.ids)), dtype=np.int64),
        "features": np.array([window.features]) + FEATURES * advice.flags,
    }
    return Scores(*(scores[0] for scores in encoder.run(None, inputs)))


def read_relations(
    head: Session, scores: Scores, cues: Sequence[Found], hints: Pieces, distance: int
) -> Floats:
    """Run the relation head for all cues of a window."""
    places = np.arange(len(scores.cue))
    away = np.stack(
        [
            np.where(places < c.first, places - c.first, np.maximum(places - c.last, 0))
            for c in cues
        ]
    )
    inputs = {
        "piece": np.repeat(scores.piece[None], len(cues), axis=0),
        "question": np.stack(
            [scores.question[c.first : c.last + 1].mean(axis=0) for c in cues]
        ),
        "distance": np.clip(away, -distance, distance) + distance,
        "hint": hints,
    }
    (logits,) = head.run(None, inputs)
    return np.asarray(logits, dtype=np.float32)
