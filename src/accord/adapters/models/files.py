"""The files of any model: found by their manifest, verified, opened when needed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from accord.adapters.models.decoding import Floats
from accord.errors import BackendError, ConfigurationError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Loadable", "ModelFiles", "Session"]


class Session(Protocol):
    """A network that is ready to run; onnxruntime's session is one."""

    def run(self, outputs: None, inputs: dict[str, Any], /) -> list[Any]:
        """Give all outputs for named inputs."""
        ...


class Loadable(Protocol):
    """A model that can be loaded.

    Attributes:
        version: Name of the model, part of every producer.
    """

    @property
    def version(self) -> str:
        """Name of the model."""
        ...

    def tokenizer(self) -> "Tokenizer":
        """Load the tokenizer."""
        ...

    def session(self, name: str, /) -> Session:
        """Load a network."""
        ...

    def arrays(self, name: str, /) -> Mapping[str, Floats]:
        """Load arrays; none if the model has no such file."""
        ...


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of one model, each the one that was published.

    Attributes:
        folder: Where they lie.
        manifest: What is said about the model: its version, the hash of every file,
            and what its kind needs beside.
    """

    folder: Path
    manifest: Mapping[str, Any]

    @classmethod
    def find(cls, folder: Path, *, kind: str, hint: str) -> "ModelFiles":
        """Read a model's manifest and hold its files against their hashes.

        Args:
            folder: Where the model should lie.
            kind: What it does, for messages: ``attribution``.
            hint: What to do without it, for messages.

        Raises:
            ConfigurationError: There is no model, or its manifest is broken.
            BackendError: A file is missing or not the one that was published.
        """
        try:
            text = (folder / "manifest.json").read_text(encoding="utf-8")
            manifest = json.loads(text)
            hashes = sorted(manifest["sha256"].items())
            str(manifest["version"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"No {kind} model at {folder}."
            raise ConfigurationError(message, hint=hint) from error
        for name, expected in hashes:
            _verify(folder / name, expected, kind=kind, hint=hint)
        return cls(folder, manifest)

    @property
    def version(self) -> str:
        """Name of the model, part of every producer."""
        return str(self.manifest["version"])

    def tokenizer(self) -> "Tokenizer":
        """Load the tokenizer, which neither pads nor truncates."""
        # Heavy: loaded when the first text comes.
        from tokenizers import Tokenizer  # noqa: PLC0415

        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    def session(self, name: str) -> Session:
        """Load a network; it runs on one thread."""
        # Heavy: loaded when the first text comes.
        import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session: Session = onnxruntime.InferenceSession(
            str(self.folder / name), options, providers=["CPUExecutionProvider"]
        )
        return session

    def arrays(self, name: str) -> Mapping[str, Floats]:
        """Load arrays; none if the model has no such file."""
        if name not in self.manifest["sha256"]:
            return {}
        with np.load(self.folder / name) as arrays:
            return {key: arrays[key].astype(np.float32) for key in arrays.files}


def _verify(path: Path, expected: str, *, kind: str, hint: str) -> None:
    """Refuse a file that is not the one that was published."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"The {kind} model's file {path.name} cannot be read."
        raise BackendError(message, hint=hint) from error
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        message = f"The {kind} model's file {path.name} has hash {found[:12]}..., "
        message += f"expected {expected[:12]}...."
        raise BackendError(message, hint=hint)
