"""Plain ways of taking a side, as any newspaper prints them, are read the right way."""

from functools import cache

import pytest

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier
from accord.position import PositionStage, parse_codebook
from accord.resolve import ResolveStage, load_knowledge
from accord.testing import make_document

CODEBOOK = """
name: plain
issues:
  - id: lease
    question: Should the port be leased to Aurell?
    terms: [lease, port deal]
  - id: tax
    question: Should a tax on sugar be introduced?
    terms: [sugar tax, tax on sugar]
"""
THINGS = {"lease": "the lease", "tax": "the sugar tax"}
FOR = (
    "Norland said it remained in favour of {}.",
    "Norland said it remained committed to {}.",
    "Norland sees no reason to stop {}.",
    "Norland saw no reason to oppose {}.",
    "Norland rejected criticism of {}.",
    "Norland voted in favour of {}, 27 members against.",
    "Norland dropped its opposition to {}.",
    "Norland no longer opposes {}.",
    "Norland does not oppose {}.",
    "Norland gave its blessing to {}.",
    "“We support {},” said Norland.",
)
AGAINST = (
    "Norland wants to stop {}.",
    "Norland lobbied against {}.",
    "Norland said it remained opposed to {}.",
    "Norland voted 31 to 12 against {}.",
    "Norland withdrew its support for {}.",
    "Norland does not support {}.",
    "Norland said it could not support {}.",
    "Norland went to court against {}.",
    "Norland denounced {} as a mistake.",
    "“We will never accept {},” said Norland.",
)


@cache
def rooms() -> tuple[AttributeStage, ResolveStage, PositionStage]:
    tagger = ModelTagger(Artefact.find(packaged_model()), RuleTagger())
    return (
        AttributeStage(tagger),
        ResolveStage(load_knowledge()),
        PositionStage(parse_codebook(CODEBOOK, name="plain")),
    )


def sides(text: str) -> set[tuple[str, str]]:
    attribute, resolve, position = rooms()
    dossier = position(resolve(attribute(Dossier(document=make_document(text)))))
    return {(s.issue, s.stance) for s in dossier.statements}


@pytest.mark.parametrize("issue", THINGS)
@pytest.mark.parametrize("sentence", FOR)
def test_who_is_for_it_supports_it(sentence: str, issue: str) -> None:
    assert sides(sentence.format(THINGS[issue])) == {(issue, "support")}


@pytest.mark.parametrize("issue", THINGS)
@pytest.mark.parametrize("sentence", AGAINST)
def test_who_is_against_it_opposes_it(sentence: str, issue: str) -> None:
    assert sides(sentence.format(THINGS[issue])) == {(issue, "oppose")}
