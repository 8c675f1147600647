"""The files of a model: found, verified against their hashes, loaded once."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from accord.errors import BackendError, ConfigurationError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Artefact", "Loadable", "Session"]

_HINT = (
    "Reinstall accord, or run without the model: the rule attributor then serves "
    "(leave model out of accord.toml)."
)


class Session(Protocol):
    """A network that is ready to run; onnxruntime's session is one."""

    def run(self, outputs: None, inputs: dict[str, Any], /) -> list[Any]:
        """Give all outputs for named inputs."""
        ...


class Loadable(Protocol):
    """A model that can be loaded.

    Attributes:
        version: Name of the model, part of every producer.
        distance: Reach of the relation head, in pieces.
    """

    @property
    def version(self) -> str:
        """Name of the model."""
        ...

    @property
    def distance(self) -> int:
        """Reach of the relation head, in pieces."""
        ...

    def load(self) -> "tuple[Tokenizer, Session, Session]":
        """Load tokenizer, encoder and relation head."""
        ...


@dataclass(frozen=True, slots=True)
class Artefact:
    """A model on disk.

    Attributes:
        folder: Where its files lie.
        version: Name of the model, part of every producer.
        distance: Reach of the relation head, in pieces.
        sha256: Expected hash of each file.
    """

    folder: Path
    version: str
    distance: int
    sha256: tuple[tuple[str, str], ...]

    @classmethod
    def find(cls, folder: Path) -> "Artefact":
        """Read a model's manifest and hold its files against their hashes.

        Raises:
            ConfigurationError: There is no model, or its manifest is broken.
            BackendError: A file is missing or not the one that was published.
        """
        path = folder / "manifest.json"
        try:
            value = json.loads(path.read_text(encoding="utf-8"))
            artefact = cls(
                folder,
                value["version"],
                value["distance"],
                tuple(sorted(value["sha256"].items())),
            )
        except (OSError, ValueError, KeyError) as error:
            message = f"No attribution model at {folder}."
            raise ConfigurationError(message, hint=_HINT) from error
        for name, expected in artefact.sha256:
            artefact._verify(name, expected)
        return artefact

    def load(self) -> "tuple[Tokenizer, Session, Session]":
        """Load tokenizer, encoder and relation head.

        Raises:
            ConfigurationError: The extra that runs models is not installed.
        """
        try:
            # Heavy, and there with the extra only.
            import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415
            from tokenizers import Tokenizer  # noqa: PLC0415
        except ImportError as error:
            message = "The attribution model needs onnxruntime and tokenizers."
            raise ConfigurationError(
                message, hint="pip install 'accord[model]'"
            ) from error
        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        encoder, head = (
            onnxruntime.InferenceSession(
                str(self.folder / name), options, providers=["CPUExecutionProvider"]
            )
            for name in ("encoder.onnx", "head.onnx")
        )
        return tokenizer, encoder, head

    def _verify(self, name: str, expected: str) -> None:
        """Refuse a file that is not the one that was published."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError as error:
            message = f"The attribution model's file {name} cannot be read."
            raise BackendError(message, hint=_HINT) from error
        found = hashlib.sha256(data).hexdigest()
        if found != expected:
            message = f"The attribution model's file {name} has hash {found[:12]}..., "
            message += f"expected {expected[:12]}...."
            raise BackendError(message, hint=_HINT)
