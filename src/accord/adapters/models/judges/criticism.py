"""The trained judge of criticism: whom the words of a speaker find fault with.

One reading serves all actors that a sentence names. Every actor's name is replaced
before, so that nobody is found guilty for who they are.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.adapters.models.files import ModelFiles
from accord.adapters.models.judges.reading import Reader
from accord.ports import CriticismCase

__all__ = ["ModelCriticismJudge", "anybody", "packaged_criticism_model", "whom"]

#: Places of the hash for the words around an actor.
PLACES = 2048

_ACTOR, _TARGET, _OTHER = "someone", "TARGET", "OTHER"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_BEFORE, _AFTER = 3, 4
_EARLY = 4
# Length of the words beside that of each layer's reading; tried: 1.
_WORDS_LENGTH = 2.0
_HINT = "Reinstall accord, or leave criticism_model out of accord.toml."


def packaged_criticism_model() -> Path:
    """Give the folder of the model that ships with the package."""
    return Path(__file__).parent / "data" / "criticism"


def anybody(case: CriticismCase, reader: Reader) -> Floats:
    """Give what tells whether the words find fault with anybody."""
    return reader.read(_replaced(case, _ACTOR, _ACTOR)).reshape(-1)


def whom(case: CriticismCase, reading: Floats) -> Floats:
    """Give what tells whether it is the target: the reading, and words around it."""
    return np.concatenate([reading, _WORDS_LENGTH * _around(case)])


class ModelCriticismJudge:
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
        self.producer = f"position.criticism.{files.version}"

    @classmethod
    def at(cls, folder: Path, stance: Path) -> "ModelCriticismJudge":
        """Make the judge from its folder and that of the judge of stance.

        Raises:
            ConfigurationError: There is no model in one of the folders.
            BackendError: Files are not those that were published.
        """
        files = ModelFiles.find(folder, kind="criticism", hint=_HINT)
        encoder = ModelFiles.find(stance, kind="stance", hint=_HINT)
        return cls(files, Reader(encoder))

    def __getstate__(self) -> dict[str, Any]:
        """Travel to a worker without what is loaded."""
        kept = ("_files", "_reader", "producer")
        return {name: getattr(self, name) for name in kept}

    @cached_property
    def _layer(self) -> dict[str, Floats]:
        with np.load(self._files.folder / "criticism.npz") as arrays:
            return {name: arrays[name].astype(np.float32) for name in arrays.files}

    def judge(self, cases: Sequence[CriticismCase]) -> tuple[float, ...]:
        """Judge cases one by one; see the port.

        Cost:
            One reading a text, however many of its actors are asked about.
        """
        readings: dict[str, Floats] = {}
        answers = []
        for case in cases:
            words = _replaced(case, _ACTOR, _ACTOR)
            if words not in readings:
                readings[words] = anybody(case, self._reader)
            answers.append(self._judge(case, readings[words]))
        return tuple(answers)

    def _judge(self, case: CriticismCase, reading: Floats) -> float:
        """Judge one case."""
        layer = self._layer
        share = _odds(reading @ layer["anybody"] + layer["anybody_bias"])
        if not case.target:
            return _shifted(share, float(layer["anybody_shift"]))
        share *= _odds(whom(case, reading) @ layer["whom"] + layer["whom_bias"])
        return _shifted(share, float(layer["whom_shift"]))


def _odds(score: Floats) -> float:
    """Turn a score into a share."""
    return float(1.0 / (1.0 + np.exp(-float(score))))


def _shifted(share: float, threshold: float) -> float:
    """Move the threshold of a decision to one half."""
    odds = share / max(1.0 - share, 1e-6) * (1.0 - threshold) / threshold
    return round(odds / (1.0 + odds), 4)


def _replaced(case: CriticismCase, target: str, other: str) -> str:
    """Give the text with other words for all actors."""
    places = dict.fromkeys(case.target, target)
    places |= {place: other for place in case.others if place not in places}
    text, last = "", 0
    for (start, end), words in sorted(places.items()):
        if start >= last:
            text += f"{case.text[last:start]} {words} "
            last = end
    return " ".join((text + case.text[last:]).split())


def _around(case: CriticismCase) -> Floats:
    """Hash the words around each place that names the target; length 1."""
    vector = np.zeros(PLACES, dtype=np.float32)
    tokens = _TOKEN.findall(_replaced(case, _TARGET, _OTHER))
    for at, token in enumerate(tokens):
        if token == _TARGET:
            for feature in _features(tokens, at):
                vector[crc32(feature.encode()) % PLACES] += 1.0
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


def _features(tokens: Sequence[str], at: int) -> Iterator[str]:
    """Name what stands before and after a place."""
    folded = [token.lower() for token in ("^", *tokens, "$")]
    here = at + 1
    before, after = folded[here - 1], folded[here + 1]
    yield from (f"b:{word}" for word in folded[max(0, here - _BEFORE) : here])
    yield from (f"a:{word}" for word in folded[here + 1 : here + 1 + _AFTER])
    yield from (f"b1:{before}", f"a1:{after}", f"p:{before} {after}")
    if at < _EARLY:
        yield "early"
