"""Plain ways of taking a side, or none, as any newspaper prints them, are read the right way."""

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
  - id: ban
    question: Should the ban on fishing be lifted?
    terms: [fishing ban, ban on fishing]
  - id: mine
    question: Should the Kerrow mine remain closed?
    terms: [Kerrow mine, closure]
  - id: strike
    question: Should the dock strike go on?
    terms: [dock strike, walkout]
  - id: join
    question: Should Orland join the alliance?
    terms: [accession, join the alliance]
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
    "Norland urged Ostmark to drop its objections to {}.",
    "Norland warned that it would be a mistake to drop {}.",
    "Norland asked the government not to abandon {}.",
    "Norland threw out a motion against {}.",
    "Norland, which had long opposed {}, now supports it.",
    "While Ostmark rejects {}, Norland supports it.",
    "Norland lifted its veto on {}.",
    "Norland withdrew its complaint against {}.",
    "Norland came down in favour of {} after a long debate.",
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
    "Norland denounced {} as a sell-out.",
    "Norland said there was no money for {}.",
    "Norland dropped its demand for {}.",
    "Norland went to court to stop {}.",
    "Norland tabled a motion against {}.",
    "Norland wants {} dropped.",
    "Norland threatened to leave over {}.",
    "Norland said it would not hesitate to block {}.",
    "Norland turned its back on {}.",
    "Norland, which opposes {}, has called a press conference.",
)
OPEN = (
    "Norland demanded a referendum on {}.",
    "Norland will decide on {} on Friday.",
    "Norland urged both sides to talk about {}.",
    "Norland said there were arguments for and against {}.",
    "Norland said the dispute over {} was damaging the region.",
    "Norland said it remained unclear whether {} would come.",
    "Norland was criticised over {}.",
    "Norland received a petition against {}.",
    "Norland said residents were worried about {}.",
    "Norland said it understood the concerns of opponents of {}.",
    "Norland is expected to vote against {} next week.",
    "Norland failed to agree on {}.",
    "Norland has spoken to supporters and opponents of {}.",
    "Norland said support for {} had fallen to 40 per cent.",
    "Norland recalled that Ostmark had once backed {}.",
    "“I cannot comment on {},” said Norland.",
    "A survey by Nordmetrik opposes {}.",
)
HALF = (
    "Norland is open to {}, but only if jobs are safe.",
    "Norland could support {} under certain conditions.",
    "Norland said it would back {} only with guarantees for jobs.",
)
DEEDS = (
    ("Norland wants to keep the Kerrow mine closed.", "mine", "support"),
    ("Norland said the Kerrow mine must remain closed.", "mine", "support"),
    ("Norland said the Kerrow mine must reopen.", "mine", "oppose"),
    ("Norland said the dock strike should go on.", "strike", "support"),
    ("Norland said the dock strike must not go on.", "strike", "oppose"),
    ("Norland decided to call off the dock strike.", "strike", "oppose"),
    ("Norland called for the lifting of the fishing ban.", "ban", "support"),
    ("Norland said it would join the alliance.", "join", "support"),
    ("Norland urged the government to join the alliance.", "join", "support"),
    ("Norland said it was too early to join the alliance.", "join", "oppose"),
)


@cache
def rooms() -> tuple[AttributeStage, ResolveStage, PositionStage]:
    tagger = ModelTagger(Artefact.find(packaged_model()), RuleTagger())
    return (
        AttributeStage(tagger),
        ResolveStage(load_knowledge()),
        PositionStage(parse_codebook(CODEBOOK, name="plain")),
    )


def sides(text: str, *, who: str = "Norland") -> set[tuple[str, str]]:
    attribute, resolve, position = rooms()
    dossier = position(resolve(attribute(Dossier(document=make_document(text)))))
    return {
        (s.issue, s.stance)
        for s in dossier.statements
        if s.name == who and s.stance != "unclear"
    }


@pytest.mark.parametrize("issue", THINGS)
@pytest.mark.parametrize("sentence", FOR)
def test_who_is_for_it_supports_it(sentence: str, issue: str) -> None:
    assert sides(sentence.format(THINGS[issue])) == {(issue, "support")}


@pytest.mark.parametrize("issue", THINGS)
@pytest.mark.parametrize("sentence", AGAINST)
def test_who_is_against_it_opposes_it(sentence: str, issue: str) -> None:
    assert sides(sentence.format(THINGS[issue])) == {(issue, "oppose")}


@pytest.mark.parametrize("issue", THINGS)
@pytest.mark.parametrize("sentence", OPEN)
def test_who_only_has_to_do_with_it_takes_no_side(sentence: str, issue: str) -> None:
    assert sides(sentence.format(THINGS[issue])) == set()


@pytest.mark.parametrize("issue", THINGS)
@pytest.mark.parametrize("sentence", HALF)
def test_who_sets_a_condition_agrees_under_it_only(sentence: str, issue: str) -> None:
    assert sides(sentence.format(THINGS[issue])) == {(issue, "conditional")}


@pytest.mark.parametrize(("sentence", "issue", "stance"), DEEDS)
def test_the_deed_that_is_asked_about_is_read_in_its_own_words(
    sentence: str, issue: str, stance: str
) -> None:
    assert sides(sentence) == {(issue, stance)}


def test_who_is_asked_about_one_thing_and_speaks_of_another_is_read_on_that() -> None:
    text = "Asked about the lease, Norland said it supported the sugar tax."

    assert sides(text) == {("tax", "support")}


def test_who_would_rather_have_one_thing_than_another_is_against_that() -> None:
    text = "Norland would rather have the lease than the sugar tax."

    assert sides(text) == {("lease", "support"), ("tax", "oppose")}


def test_what_others_want_is_no_side_of_who_tells_it() -> None:
    assert sides("Norland said Ostmark opposed the lease.") == set()
