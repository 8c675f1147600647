"""The trained judge of acts: hashed words and the stance encoder's reading, one layer."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.adapters.models.files import ModelFiles
from accord.adapters.models.judges.reading import Reader
from accord.adapters.models.judges.words import between, features, masked
from accord.ports import ActCase

__all__ = ["ModelActJudge", "packaged_act_model", "vector"]

# Length of the encoder's reading beside that of each kind of word; tried: 2, 3.
_READING_LENGTH = 3.0
_SOMEONE, _OTHERS = "someone", "others"
_HINT = "Reinstall accord, or leave act_model out of accord.toml."


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


class ModelActJudge:
    """Judges with the trained layer; loaded when the first case comes.

    Args:
        files: The model's files.
        reader: Reads texts; the one that the model was trained with.

    Attributes:
        producer: Its name and version.
    """

    def __init__(self, files: ModelFiles, reader: Reader) -> None:
        self._files = files
        self._reader = reader
        self.producer = f"position.acts.{files.version}"

    @classmethod
    def at(cls, folder: Path, stance: Path) -> "ModelActJudge":
        """Make the judge from its folder and that of the judge of stance.

        Raises:
            ConfigurationError: There is no model in one of the folders.
            BackendError: Files are not those that were published.
        """
        files = ModelFiles.find(folder, kind="act", hint=_HINT)
        encoder = ModelFiles.find(stance, kind="stance", hint=_HINT)
        return cls(files, Reader(encoder))

    def __getstate__(self) -> dict[str, Any]:
        """Travel to a worker without what is loaded."""
        kept = ("_files", "_reader", "producer")
        return {name: getattr(self, name) for name in kept}

    @cached_property
    def _layer(self) -> tuple[Floats, Floats]:
        with np.load(self._files.folder / "acts.npz") as arrays:
            weights = arrays["weights"].astype(np.float32) * arrays["scale"]
            return weights, arrays["bias"]

    def judge(self, cases: Sequence[ActCase]) -> tuple[dict[str, float], ...]:
        """Judge cases one by one; see the port."""
        return tuple(self._judge(case) for case in cases)

    def _judge(self, case: ActCase) -> dict[str, float]:
        """Judge one case."""
        weights, bias = self._layer
        scores = vector(case, self._reader) @ weights + bias
        odds = np.exp(scores - scores.max())
        shares = np.round(odds / odds.sum(), 4).tolist()
        return dict(zip(self._files.manifest["roots"], shares, strict=True))
