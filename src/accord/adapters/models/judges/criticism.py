"""The trained judge of criticism: whom the words of a speaker find fault with.

One reading serves all actors that a sentence names. Every actor's name is replaced
before, so that nobody is found guilty for who they are.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.adapters.models.judges.layer import LayerJudge
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


def packaged_criticism_model() -> Path:
    """Give the folder of the model that ships with the package."""
    return Path(__file__).parent / "data" / "criticism"


def anybody(case: CriticismCase, reader: Reader) -> Floats:
    """Give what tells whether the words find fault with anybody."""
    return reader.read(_replaced(case, _ACTOR, _ACTOR)).reshape(-1)


def whom(case: CriticismCase, reading: Floats) -> Floats:
    """Give what tells whether it is the target: the reading, and words around it."""
    return np.concatenate([reading, _WORDS_LENGTH * _around(case)])


class ModelCriticismJudge(LayerJudge):
    """Judges with the trained layer; see the port."""

    kind = "criticism"
    name = "criticism"
    hint = "Reinstall accord, or leave criticism_model out of accord.toml."

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
        layer = self._arrays
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
