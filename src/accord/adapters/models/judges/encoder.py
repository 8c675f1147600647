"""The encoder of the judge of stance: what that judge and others read texts with."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.adapters.models.files import Loadable, Session

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["LONGEST_PIECES", "Encoded", "Encoder"]

#: Pieces of a case together, borders included; a longer text loses its end.
LONGEST_PIECES = 96


@dataclass(frozen=True, slots=True)
class Encoded:
    """A case as the encoder reads it.

    Attributes:
        ids: Vocabulary numbers: [CLS] text [SEP] motion [SEP].
        first: How many of them are the text and its borders.
    """

    ids: tuple[int, ...]
    first: int


class Encoder:
    """Six layers in two parts, loaded when the first text comes.

    Who needs the lower layers alone pays for no more than these.

    Args:
        files: The files of the judge of stance.
    """

    def __init__(self, files: Loadable) -> None:
        self._files = files

    def __getstate__(self) -> dict[str, Any]:
        """Travel to a worker without what is loaded."""
        return {"_files": self._files}

    @cached_property
    def tokenizer(self) -> "Tokenizer":
        """Its word pieces; neither pads nor truncates."""
        return self._files.tokenizer()

    def begin(self, case: Encoded) -> Sequence[Floats]:
        """Run the first four layers.

        Returns:
            Pieces of the third and of the fourth layer, each (pieces, size).

        Cost:
            Two thirds of the whole.
        """
        third, fourth, _ = self._early.run(None, _inputs(case))
        return third[0], fourth[0]

    def run(self, case: Encoded) -> tuple[Floats, Floats]:
        """Run all layers: scores of the answers, and the layers' means (layers, size)."""
        _, fourth, low = self._early.run(None, _inputs(case))
        scores, high = self._late.run(None, {"fourth": fourth})
        means = np.concatenate([low[0], high[0]])
        return np.asarray(scores[0], np.float32), np.asarray(means, np.float32)

    @cached_property
    def _early(self) -> Session:
        return self._files.session("early.onnx")

    @cached_property
    def _late(self) -> Session:
        return self._files.session("late.onnx")


def _inputs(case: Encoded) -> dict[str, Any]:
    """Give a case to the network: its pieces, and 1 for each that is the motion's."""
    ids = np.array([case.ids], dtype=np.int64)
    kinds = np.zeros_like(ids)
    kinds[0, case.first :] = 1
    return {"ids": ids, "kinds": kinds}
