"""What a yes or no hangs on makes it a conditional one; what only looks so does not."""

from functools import cache

import pytest

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier
from accord.position import PositionStage, parse_codebook
from accord.resolve import ResolveStage, load_knowledge
from accord.testing import make_document

CODEBOOK = """
name: conditions
issues:
  - id: toll
    question: Should drivers pay a toll on the Halm bridge?
    terms: [toll]
  - id: merger
    question: Should the merger of Torda and Velin go ahead?
    terms: [merger, takeover]
"""


@cache
def stages() -> tuple[AttributeStage, ResolveStage, PositionStage]:
    """Load what is needed once."""
    tagger = ModelTagger(Artefact.find(packaged_model()), RuleTagger())
    book = parse_codebook(CODEBOOK, name="conditions")
    return AttributeStage(tagger), ResolveStage(load_knowledge()), PositionStage(book)


def read(text: str) -> Dossier:
    """Take a text as far as statements."""
    attribute, resolve, position = stages()
    return position(resolve(attribute(Dossier(document=make_document(text)))))


def sides(text: str) -> set[tuple[str, str]]:
    """Give issue and stance of every statement that takes a side."""
    return {(s.issue, s.stance) for s in read(text).statements if s.stance != "unclear"}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            (
                "The mayor, Rosa Teller, said she would support the toll, on one condition: "
                "there must be a discount for residents."
            ),
            "there must be a discount for residents",
        ),
        (
            (
                "Rosa Teller said her party would agree to the toll on one condition, namely "
                "that the money be spent on buses."
            ),
            "that the money be spent on buses",
        ),
        (
            "The Road Institute recommends that a toll be paid only if traffic doubles.",
            "only if traffic doubles",
        ),
        (
            "Rosa Teller said she could live with a toll as long as nurses were exempt.",
            "as long as nurses were exempt",
        ),
        (
            (
                "“I will vote for the toll the day the trains run and not one day earlier,” "
                "Rosa Teller said."
            ),
            "the day the trains run",
        ),
        (
            "Rosa Teller said the council would look again at the toll if it was halved.",
            "if it was halved",
        ),
        (
            "Rosa Teller said the toll must not be approved until the tunnel is open.",
            "until the tunnel is open",
        ),
        (
            "Rosa Teller said the toll could be discussed if the tunnel stayed free.",
            "if the tunnel stayed free",
        ),
        (
            "Rosa Teller said there would be no toll as long as the bridge was closed.",
            "as long as the bridge was closed",
        ),
    ],
)
def test_a_side_that_hangs_on_something_is_conditional(
    text: str, condition: str
) -> None:
    dossier = read(text)
    assert [(s.issue, s.stance) for s in dossier.statements] == [
        ("toll", "conditional")
    ]
    told = [a.condition.text for a in dossier.attributions if a.condition]
    assert told == [condition]


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Teller said there would be no toll as long as she held office.",
        "“As long as I live there will be no toll,” Rosa Teller said.",
        "Rosa Teller said her party would leave the government if the toll was introduced.",
        "Rosa Teller's Greens threatened to quit the coalition if the toll is introduced.",
        "“If the toll comes, half the shops will be lost,” Rosa Teller said.",
        "Rosa Teller called for a moratorium on the toll until more was known.",
    ],
)
def test_tenure_threats_and_outcomes_leave_a_no_a_plain_one(text: str) -> None:
    assert sides(text) == {("toll", "oppose")}


def test_a_condition_belongs_to_the_sentence_that_names_it() -> None:
    text = (
        "“We reject the toll. We could accept the merger only if nobody is dismissed,” "
        "said union leader Rosa Teller."
    )
    assert sides(text) == {("toll", "oppose"), ("merger", "conditional")}


def test_of_two_sides_joined_only_the_second_hangs_on_what_follows() -> None:
    text = (
        "Rosa Teller said she supported the toll and could accept the merger only if "
        "nobody was dismissed."
    )
    assert sides(text) == {("toll", "support"), ("merger", "conditional")}


def test_what_a_condition_mentions_beside_its_point_is_not_wanted() -> None:
    text = (
        "Rosa Teller said she could accept the merger only if it was agreed with the "
        "operators of the toll."
    )
    assert sides(text) == {("merger", "conditional")}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Rosa Teller said she supported the toll. But the tunnel must come first.",
            "the tunnel must come first",
        ),
        (
            "Rosa Teller said she supported the toll. But only if nurses are exempt.",
            "only if nurses are exempt",
        ),
        (
            (
                "“We can accept the toll. But the tunnel must be built first,” "
                "Rosa Teller said."
            ),
            "the tunnel must be built first",
        ),
        (
            (
                "Asked about the toll, Rosa Teller said: “If nurses are exempt, we will go "
                "along.”"
            ),
            "If nurses are exempt",
        ),
    ],
)
def test_a_sentence_may_add_what_the_one_before_hangs_on(
    text: str, condition: str
) -> None:
    dossier = read(text)
    assert [(s.issue, s.stance) for s in dossier.statements] == [
        ("toll", "conditional")
    ]
    assert [a.condition.text for a in dossier.attributions if a.condition] == [
        condition
    ]


def test_what_is_only_to_happen_first_is_no_condition() -> None:
    text = "Rosa Teller said she supported the toll. But first the council must vote."
    assert sides(text) == {("toll", "support")}


def test_who_threatens_for_the_lifting_of_a_ban_is_for_the_thing() -> None:
    text = (
        "The Greens threatened to leave the government if the toll ban is not lifted."
    )
    assert sides(text) == {("toll", "support")}
