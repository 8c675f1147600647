"""From the network's scores to spans; numpy alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = ["Floats", "Found", "best_labels", "cue_spans", "log_softmax", "runs"]

Floats: TypeAlias = npt.NDArray[np.float32]

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Found:
    """A run of pieces with one role.

    Attributes:
        first: Its first piece.
        last: Its last piece, included.
        probability: Mean probability of its labels, in (0, 1].
    """

    first: int
    last: int
    probability: float


def log_softmax(scores: Floats) -> Floats:
    """Turn scores into log probabilities along the last axis."""
    top = scores.max(axis=-1, keepdims=True)
    shifted = scores - top
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)))


def best_labels(logs: Floats, *, borders: Sequence[int] = ()) -> npt.NDArray[np.int64]:
    """Find the likeliest sequences of labels in which every inside follows its begin.

    Labels are 0 for outside, then pairs (begin, inside) for each role.

    Args:
        logs: Log probabilities, (sequences, pieces, labels); labels is odd.
        borders: Pieces that stand for no words; always outside.

    Returns:
        One label per piece, (sequences, pieces).

    Cost:
        O(sequences x pieces x labels): an inside has two possible predecessors.

    Source:
        [viterbi1967]
    """
    sequences, pieces, labels = logs.shape
    begins = np.arange(1, labels, 2)
    insides = begins + 1
    free = np.array([OUTSIDE, *begins])
    rows = np.arange(sequences)
    gains = logs.astype(np.float64)
    gains[:, list(borders), 1:] = _NEVER
    back: npt.NDArray[np.int64] = np.zeros((pieces, sequences, labels), dtype=np.int64)
    score = gains[:, 0].copy()
    score[:, insides] = _NEVER
    for piece in range(1, pieces):
        best = score.argmax(axis=1)
        begun, within = score[:, begins], score[:, insides]
        new = np.empty_like(score)
        new[:, free] = score[rows, best][:, None]
        new[:, insides] = np.maximum(begun, within)
        back[piece][:, free] = best[:, None]
        back[piece][:, insides] = np.where(begun >= within, begins, insides)
        score = new + gains[:, piece]
    path: npt.NDArray[np.int64] = np.zeros((sequences, pieces), dtype=np.int64)
    path[:, -1] = score.argmax(axis=1)
    for piece in range(pieces - 1, 0, -1):
        path[:, piece - 1] = back[piece][rows, path[:, piece]]
    return path


def runs(path: npt.NDArray[np.int64], logs: Floats, begin: int) -> list[Found]:
    """Collect the runs of one role: ``begin`` and the ``begin + 1`` that follow it."""
    found: list[tuple[int, int]] = []
    for piece, label in enumerate(path.tolist()):
        if label == begin:
            found.append((piece, piece))
        elif label == begin + 1 and found:
            found[-1] = (found[-1][0], piece)
    return [
        Found(a, b, float(np.exp(logs[np.arange(a, b + 1), path[a : b + 1]].mean())))
        for a, b in found
    ]


def cue_spans(logits: Any, *, borders: Sequence[int], bias: float) -> list[Found]:
    """Find cues.

    Args:
        logits: Scores of outside, begin, inside, (pieces, 3).
        borders: Pieces that stand for no words.
        bias: Added to the score of ``begin``; above 0 finds more, below 0 fewer.

    Returns:
        Cues in text order.
    """
    raised = np.array(logits, dtype=np.float32)
    raised[:, BEGIN] += bias
    (path,) = best_labels(log_softmax(raised)[None], borders=borders)
    return runs(path, log_softmax(np.asarray(logits, dtype=np.float32)), BEGIN)
