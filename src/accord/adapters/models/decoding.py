"""From the network's scores to spans; numpy alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = ["BEGIN", "Floats", "Found", "best_labels", "log_softmax", "runs"]

Floats: TypeAlias = npt.NDArray[np.float32]

#: Label that begins a role, where there is one role alone.
BEGIN = 1
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
    gains = logs.transpose(1, 0, 2).astype(np.float64)
    gains[list(borders), :, 1:] = _NEVER
    scores = np.empty_like(gains)
    scores[0] = gains[0]
    scores[0, :, 2::2] = _NEVER
    for last, new, gain in zip(scores, scores[1:], gains[1:], strict=False):
        new[:] = last.max(axis=1, keepdims=True)
        np.maximum(last[:, 1::2], last[:, 2::2], out=new[:, 2::2])
        np.add(new, gain, out=new)
    # What stands before a free label, and before the inside of each role.
    before_free = scores.argmax(axis=2)
    roles = np.arange(1, logs.shape[2] // 2 + 1)
    before_inside = 2 * roles - (scores[..., 1::2] >= scores[..., 2::2])
    return np.array(
        [
            _traced(before_free[:, row].tolist(), before_inside[:, row].tolist())
            for row in range(logs.shape[0])
        ]
    )


def _traced(free: list[int], inside: list[list[int]]) -> list[int]:
    """Follow one sequence back from its best last label."""
    path = [free[-1]]
    for piece in range(len(free) - 2, -1, -1):
        label = path[-1]
        within = label and label % 2 == 0
        path.append(inside[piece][label // 2 - 1] if within else free[piece])
    return path[::-1]


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
