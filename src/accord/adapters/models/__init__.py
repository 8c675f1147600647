"""Trained models behind the ports; onnxruntime, tokenizers and numpy live here alone."""

from accord.adapters.models.artefact import Artefact
from accord.adapters.models.tagger import ModelTagger

__all__ = ["Artefact", "ModelTagger"]
