"""What the tests of the way from text to statements share."""

from collections.abc import Callable
from functools import cache

import pytest

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier, Statement
from accord.position import PositionStage, parse_codebook
from accord.resolve import ResolveStage, load_knowledge
from accord.testing import make_document


@pytest.fixture(scope="session")
def state() -> Callable[[str, str], tuple[Statement, ...]]:
    """Read the statements of a text, by a codebook in YAML."""
    tagger = ModelTagger(Artefact.find(packaged_model()), RuleTagger())
    attribute, resolve = AttributeStage(tagger), ResolveStage(load_knowledge())

    @cache
    def stage(codebook: str) -> PositionStage:
        return PositionStage(parse_codebook(codebook, name="tried"))

    def read(codebook: str, text: str) -> tuple[Statement, ...]:
        dossier = resolve(attribute(Dossier(document=make_document(text))))
        return stage(codebook)(dossier).statements

    return read
