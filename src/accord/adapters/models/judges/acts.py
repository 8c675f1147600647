"""The trained judge of acts: hashed words and the stance encoder's reading, one layer."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.adapters.models.judges.layer import LayerJudge
from accord.adapters.models.judges.reading import Reader
from accord.adapters.models.judges.words import between, features, masked
from accord.ports import ActCase

__all__ = ["ModelActJudge", "packaged_act_model", "vector"]

# Length of the encoder's reading beside that of each kind of word; tried: 2, 3.
_READING_LENGTH = 3.0
_SOMEONE, _OTHERS = "someone", "others"


def packaged_act_model() -> Path:
    """Give the folder of the act model that ships with the package."""
    return Path(__file__).parent / "data" / "acts"


def vector(case: ActCase, reader: Reader) -> Floats:
    """Give what the layer sees of a case: words, whole sentence, what stands between."""
    readings = [
        _READING_LENGTH * reader.read(text).reshape(-1)
        for text in (
            masked(case, _SOMEONE, _OTHERS),
            between(case, _SOMEONE, _OTHERS),
        )
    ]
    return np.concatenate([features(case), *readings])


class ModelActJudge(LayerJudge):
    """Judges with the trained layer; see the port."""

    kind = "act"
    name = "acts"
    hint = "Reinstall accord, or leave act_model out of accord.toml."

    @cached_property
    def _weights(self) -> Floats:
        """Give the weights, which are kept as small numbers and a scale."""
        return self._arrays["weights"] * self._arrays["scale"]

    def judge(self, cases: Sequence[ActCase]) -> tuple[dict[str, float], ...]:
        """Judge cases one by one; see the port."""
        return tuple(self._judge(case) for case in cases)

    def _judge(self, case: ActCase) -> dict[str, float]:
        """Judge one case."""
        scores = vector(case, self._reader) @ self._weights + self._arrays["bias"]
        odds = np.exp(scores - scores.max())
        shares = np.round(odds / odds.sum(), 4).tolist()
        return dict(zip(self._files.manifest["roots"], shares, strict=True))
