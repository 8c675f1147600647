"""How the encoder of the judge of stance reads a text: what other judges stand on."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.adapters.models.files import Loadable, Session
from accord.adapters.models.judges.stance import LONGEST_PIECES

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["LAYERS", "Reader"]

#: How many layers are read, from the last one down. The lower ones keep what learning
#: stance has worn off the last.
LAYERS = 4


class Reader:
    """Reads a text with the encoder of the judge of stance.

    Args:
        files: That judge's files.
    """

    def __init__(self, files: Loadable) -> None:
        self._files = files

    def __getstate__(self) -> dict[str, Any]:
        """Travel to a worker without what is loaded."""
        return {"_files": self._files}

    @cached_property
    def _loaded(self) -> tuple["Tokenizer", Session]:
        return self._files.tokenizer(), self._files.session("judge.onnx")

    def read(self, text: str) -> Floats:
        """Give the means over a text's pieces, (LAYERS, size), each of length 1."""
        tokenizer, session = self._loaded
        pieces = tokenizer.encode(text).ids[:LONGEST_PIECES]
        ids = np.array([pieces], dtype=np.int64)
        _, means = session.run(None, {"ids": ids, "kinds": np.zeros_like(ids)})
        read = np.asarray(means[0][-LAYERS:], dtype=np.float32)
        lengths = np.linalg.norm(read, axis=1, keepdims=True)
        return np.asarray(read / lengths, dtype=np.float32)
