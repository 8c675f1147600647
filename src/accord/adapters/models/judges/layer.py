"""What judges share that are one layer over the reader of the judge of stance."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Self

from accord.adapters.models.decoding import Floats
from accord.adapters.models.files import ModelFiles
from accord.adapters.models.judges.reading import Reader

__all__ = ["LayerJudge"]


class LayerJudge:
    """A trained layer, loaded when the first case comes.

    Args:
        files: The model's files.
        reader: Reads texts; the one that the model was trained with.

    Attributes:
        kind: What its manifest calls it.
        name: Of its arrays' file, and in its producer.
        hint: What to do without its files.
        producer: Its name and version.
    """

    kind: ClassVar[str]
    name: ClassVar[str]
    hint: ClassVar[str]

    def __init__(self, files: ModelFiles, reader: Reader) -> None:
        self._files = files
        self._reader = reader
        self.producer = f"position.{self.name}.{files.version}"

    @classmethod
    def at(cls, folder: Path, stance: Path) -> Self:
        """Make the judge from its folder and that of the judge of stance.

        Raises:
            ConfigurationError: There is no model in one of the folders.
            BackendError: Files are not those that were published.
        """
        files = ModelFiles.find(folder, kind=cls.kind, hint=cls.hint)
        encoder = ModelFiles.find(stance, kind="stance", hint=cls.hint)
        return cls(files, Reader(encoder))

    def __getstate__(self) -> dict[str, Any]:
        """Travel to a worker without what is loaded."""
        kept = ("_files", "_reader", "producer")
        return {name: getattr(self, name) for name in kept}

    @cached_property
    def _arrays(self) -> Mapping[str, Floats]:
        """Load the layer."""
        return self._files.arrays(f"{self.name}.npz")
