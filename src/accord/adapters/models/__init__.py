"""Trained models behind the ports; onnxruntime and tokenizers live here alone."""

from pathlib import Path

from accord.adapters.models.artefact import Artefact
from accord.adapters.models.tagger import ModelTagger

__all__ = ["Artefact", "ModelTagger", "packaged_model"]


def packaged_model() -> Path:
    """Give the folder of the attribution model that ships with the package."""
    return Path(__file__).parent / "attribution"
