"""The attribution model on disk."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from accord.adapters.models.files import ModelFiles, Session
from accord.errors import ConfigurationError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Artefact", "Loadable", "Session"]

_HINT = (
    'Reinstall accord, or ask for the rules alone with model = "rules" in accord.toml.'
)


class Loadable(Protocol):
    """A model that can be loaded.

    Attributes:
        version: Name of the model, part of every producer.
        distance: Reach of the relation head, in pieces.
        confidence: Weights that make a confidence; see ``confidence``.
        raised: What is added to the scores of cues, sources and contents before the
            likeliest labels are sought; above 0 finds more.
        leaning: How much it weighs in one cue's relation whether a piece is of any
            source, and of any content.
        floor: Confidence below which nothing is reported, in [0, 1].
    """

    @property
    def version(self) -> str:
        """Name of the model."""
        ...

    @property
    def distance(self) -> int:
        """Reach of the relation head, in pieces."""
        ...

    @property
    def confidence(self) -> tuple[float, ...]:
        """Weights that make a confidence."""
        ...

    @property
    def raised(self) -> tuple[float, float, float]:
        """What is added to the scores of cues, sources and contents."""
        ...

    @property
    def leaning(self) -> tuple[float, float]:
        """Weight of what a piece is to any cue: of sources, of contents."""
        ...

    @property
    def floor(self) -> float:
        """Confidence below which nothing is reported."""
        ...

    def load(self) -> "tuple[Tokenizer, Session, Session]":
        """Load tokenizer, encoder and relation head."""
        ...


@dataclass(frozen=True, slots=True)
class Artefact:
    """An attribution model on disk.

    Attributes:
        files: Its files.
        distance: Reach of the relation head, in pieces.
        confidence: Weights that make a confidence; see ``confidence``.
        raised: What is added to the scores of cues, sources and contents.
        leaning: Weight of what a piece is to any cue: of sources, of contents.
        floor: Confidence below which nothing is reported, in [0, 1].
    """

    files: ModelFiles
    distance: int
    confidence: tuple[float, ...]
    raised: tuple[float, float, float]
    leaning: tuple[float, float]
    floor: float

    @classmethod
    def find(cls, folder: Path) -> "Artefact":
        """Read a model's manifest and hold its files against their hashes.

        Raises:
            ConfigurationError: There is no model, or its manifest is broken.
            BackendError: A file is missing or not the one that was published.
        """
        files = ModelFiles.find(folder, kind="attribution", hint=_HINT)
        try:
            weights = tuple(map(float, files.manifest["confidence"]))
            cue, source, content = map(float, files.manifest["raised"])
            of_source, of_content = map(float, files.manifest["leaning"])
            return cls(
                files,
                int(files.manifest["distance"]),
                weights,
                (cue, source, content),
                (of_source, of_content),
                float(files.manifest["floor"]),
            )
        except (KeyError, ValueError, TypeError) as error:
            message = f"No attribution model at {folder}."
            raise ConfigurationError(message, hint=_HINT) from error

    @property
    def version(self) -> str:
        """Name of the model, part of every producer."""
        return self.files.version

    def load(self) -> "tuple[Tokenizer, Session, Session]":
        """Load tokenizer, encoder and relation head."""
        return (
            self.files.tokenizer(),
            self.files.session("encoder.onnx"),
            self.files.session("head.onnx"),
        )
