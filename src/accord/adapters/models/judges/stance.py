"""The trained judge of stance: an encoder reads a text and a motion together."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.adapters.models.files import Loadable, ModelFiles
from accord.adapters.models.judges.encoder import LONGEST_PIECES, Encoded, Encoder
from accord.ports import Sides, StanceCase

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = [
    "ModelStanceJudge",
    "encode_case",
    "mark",
    "packaged_stance_model",
]

#: Pieces of a motion; a longer one loses its end.
LONGEST_MOTION_PIECES = 40
_HINT = "Reinstall accord, or leave stance_model out of accord.toml."


def packaged_stance_model() -> Path:
    """Give the folder of the stance model that ships with the package."""
    return Path(__file__).parent / "data" / "stance"


def encode_case(tokenizer: "Tokenizer", text: str, motion: str) -> Encoded:
    """Turn a text and a motion into pieces.

    Args:
        tokenizer: Word pieces of the encoder; must neither pad nor truncate.
        text: What somebody says.
        motion: What they may support or oppose.
    """
    cls, sep = (int(tokenizer.token_to_id(t) or 0) for t in ("[CLS]", "[SEP]"))
    motion_ids = tokenizer.encode(motion, add_special_tokens=False).ids
    motion_ids = motion_ids[:LONGEST_MOTION_PIECES]
    room = LONGEST_PIECES - len(motion_ids) - 3
    text_ids = tokenizer.encode(text[: room * 20], add_special_tokens=False).ids[:room]
    ids = (cls, *text_ids, sep, *motion_ids, sep)
    return Encoded(ids, len(text_ids) + 2)


def mark(text: str, speaker: str = "", before: str = "") -> str:
    """Put before a text whose side is asked for, and what stands before it.

    Example:
        >>> mark("Dockers walked out.", "The union", "The port is for sale.")
        'The port is for sale. | The union: Dockers walked out.'
    """
    marked = f"{speaker}: {text}" if speaker else text
    return f"{before} | {marked}" if before else marked


class ModelStanceJudge:
    """Judges with the trained model; loaded when the first case comes.

    Args:
        files: The model's files.

    Attributes:
        producer: Its name and version.
    """

    def __init__(self, files: Loadable) -> None:
        self._files = files
        self._encoder = Encoder(files)
        self.producer = f"position.judge.{files.version}"

    @classmethod
    def at(cls, folder: Path) -> "ModelStanceJudge":
        """Make the judge from a model's folder.

        Raises:
            ConfigurationError: There is no model in that folder.
            BackendError: Its files are not those that were published.
        """
        return cls(ModelFiles.find(folder, kind="stance", hint=_HINT))

    def __getstate__(self) -> dict[str, Any]:
        """Travel to a worker without what is loaded."""
        kept = ("_files", "_encoder", "producer")
        return {name: getattr(self, name) for name in kept}

    @cached_property
    def _layer(self) -> Mapping[str, Floats]:
        return self._files.arrays("positions.npz")

    def judge(self, cases: Sequence[StanceCase]) -> tuple[Sides, ...]:
        """Judge cases one by one; see the port.

        Whose side is asked for is told by a layer of its own, which positions in news
        have taught; a text's own side by the network's answer.

        Batches would be no faster on one thread, and int8 arithmetic scales by all
        that is in a batch: an answer would depend on its neighbours.
        """
        return tuple(map(self._judge, cases))

    def read(self, case: StanceCase) -> Floats:
        """Give what the layer for positions stands on.

        Returns:
            Of the third and fourth layer each: the first piece, the mean over the text,
            the mean over the motion, the greatest over the text; (8 x size,).

        Cost:
            Two thirds of what the network's own answer costs.
        """
        encoded = self._encode(case)
        text = slice(1, max(2, encoded.first - 1))
        motion = slice(encoded.first, max(encoded.first + 1, len(encoded.ids) - 1))
        return np.concatenate(
            [
                pooled
                for pieces in self._encoder.begin(encoded)
                for pooled in (
                    pieces[0],
                    pieces[text].mean(0),
                    pieces[motion].mean(0),
                    pieces[text].max(0),
                )
            ]
        )

    def _judge(self, case: StanceCase) -> Sides:
        """Judge one case."""
        if case.speaker and self._layer:
            scores = self.read(case) @ self._layer["weights"] + self._layer["bias"]
        else:
            scores, _ = self._encoder.run(self._encode(case))
        return Sides(*(round(float(share), 4) for share in _shares(scores)))

    def _encode(self, case: StanceCase) -> Encoded:
        """Turn a case into pieces."""
        text = mark(case.text, case.speaker, case.before)
        return encode_case(self._encoder.tokenizer, text, case.motion)


def _shares(scores: Floats) -> Floats:
    """Turn scores into shares that sum to one."""
    odds = np.exp(scores - scores.max())
    return np.asarray(odds / odds.sum(), np.float32)
