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
    """Find the likeliest sequence of labels in which every inside follows its begin.

    Labels are 0 for outside, then pairs (begin, inside) for each role.

    Args:
        logs: Log probabilities, (pieces, labels); labels is odd.
        borders: Pieces that stand for no words; always outside.

    Returns:
        One label per piece.

    Cost:
        O(pieces x labels), since an inside has two possible predecessors.

    Source:
        [viterbi1967]
    """
    pieces, labels = logs.shape
    begins = np.arange(1, labels, 2)
    insides = begins + 1
    back: npt.NDArray[np.int64] = np.zeros((pieces, labels), dtype=np.int64)
    logs = logs.astype(np.float64)
    logs[list(borders), 1:] = _NEVER
    score = logs[0].copy()
    score[insides] = _NEVER
    free = np.array([OUTSIDE, *begins])
    for piece in range(1, pieces):
        best = int(score.argmax())
        new = np.empty(labels)
        new[free] = score[best]
        back[piece, free] = best
        from_begin = score[begins] >= score[insides]
        back[piece, insides] = np.where(from_begin, begins, insides)
        new[insides] = np.where(from_begin, score[begins], score[insides])
        score = new + logs[piece]
    path: npt.NDArray[np.int64] = np.zeros(pieces, dtype=np.int64)
    path[-1] = score.argmax()
    for piece in range(pieces - 1, 0, -1):
        path[piece - 1] = back[piece, path[piece]]
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
    path = best_labels(log_softmax(raised), borders=borders)
    return runs(path, log_softmax(np.asarray(logits, dtype=np.float32)), BEGIN)
