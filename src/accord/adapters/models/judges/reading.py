"""How the encoder of the judge of stance reads a text: what other judges stand on."""

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.adapters.models.files import Loadable
from accord.adapters.models.judges.encoder import LONGEST_PIECES, Encoded, Encoder

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
        self._encoder = Encoder(files)

    def read(self, text: str) -> Floats:
        """Give the means over a text's pieces, (LAYERS, size), each of length 1."""
        pieces = self._encoder.tokenizer.encode(text).ids[:LONGEST_PIECES]
        _, means = self._encoder.run(Encoded(tuple(pieces), len(pieces)))
        read = means[-LAYERS:]
        lengths = np.linalg.norm(read, axis=1, keepdims=True)
        return np.asarray(read / lengths, dtype=np.float32)
