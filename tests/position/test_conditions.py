from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier
from accord.position import PositionStage
from accord.position.conditions import condition_hits, find_condition
from accord.position.phrases import tokenise

STAGE = PositionStage(Codebook("none", ()))


def condition_in(text: str) -> str | None:
    """Give the first condition of a text."""
    tokens = tokenise(text)
    everything = range(len(tokens.stems))
    found = find_condition(condition_hits(tokens, text), tokens, everything)
    if found is None:
        return None
    return text[tokens.starts[found.first] : tokens.ends[found.last - 1]]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("We sign only if they leave.", "only if they leave"),
        ("If they leave, we sign.", "If they leave"),
        ("We strike unless pay rises.", "unless pay rises"),
        ("We sign, provided that they leave.", "provided that they leave"),
        ("We sign, provided they leave.", "provided they leave"),
        ("We talk as long as it is calm.", "as long as it is calm"),
        ("They join, pending a vote.", "pending a vote"),
        ("We wait until they leave.", "until they leave"),
        ("We pay in exchange for peace.", "in exchange for peace"),
        ("We pay once they leave.", "once they leave"),
        ("No deal without guarantees.", "without guarantees"),
        ("A deal without us is futile.", "without us"),
        ("Without guarantees there will be no deal.", "Without guarantees"),
        ("We would talk should Corva lift the ban.", "should Corva lift the ban"),
        ("We sign if they leave, but not before.", "if they leave"),
        ("We rule out talks before they leave.", "before they leave"),
        ("We sign, provided the Bund leaves.", "provided the Bund leaves"),
        ("We sign as soon as they leave.", "as soon as they leave"),
        (
            "Only if Arle, the Bund and Corva join, we sign.",
            "Only if Arle",
        ),
        (
            "We sign only if powers such as Arle, the Bund and Corva join.",
            "only if powers such as Arle, the Bund and Corva join",
        ),
    ],
)
def test_a_condition_is_found_with_its_end(text: str, condition: str) -> None:
    assert condition_in(text) == condition


@pytest.mark.parametrize(
    "text",
    [
        "We will sign even if they stay.",
        "We rule out talks before Friday.",
        "We met them before the vote was held.",
        "The boats were provided the day before.",
        "It looks as if they stay.",
        "Arle asked if they stay.",
        "They stay until Friday.",
        "They stay until 2031.",
        "The meal was provided by Arle.",
        "They provided the meal.",
        "They left without a word.",
        "We help as long as it takes.",
        "At once they left.",
        "Once again they left.",
        "They should leave.",
        "Should Corva leave?",
        "They left.",
    ],
)
def test_what_only_looks_like_a_condition_is_none(text: str) -> None:
    assert condition_in(text) is None


@pytest.mark.parametrize(
    ("content", "modality"),
    [
        ("it signed the treaty", "asserted"),
        ("it will sign", "future"),
        ("it is going to sign", "future"),
        ("it would sign", "hypothetical"),
        ("it might sign", "hypothetical"),
        ("it will not sign", "negated"),
        ("it would never sign", "negated"),
        ("there is no treaty", "negated"),
        ("it would sign only if Corva left", "conditional"),
        ("it would not sign unless Corva left", "conditional"),
    ],
)
def test_modality_says_how_firmly_it_is_put(
    dossier_of: Callable[..., Dossier], content: str, modality: str
) -> None:
    dossier = dossier_of(f"[s Arle] [c said] [x {content}].")
    (attribution,) = STAGE(dossier).attributions
    assert attribution.modality == modality


def test_a_condition_beyond_the_content_is_not_the_speakers(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of("[s Arle] [c said] [x it would sign], if anyone asked.")
    (attribution,) = STAGE(dossier).attributions
    assert attribution.condition is None


def test_a_condition_is_a_passage_of_the_document(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of("[s Arle] [c said] [x it would sign if they left].")
    (attribution,) = STAGE(dossier).attributions
    assert attribution.condition is not None
    dossier.document.verify(attribution.condition)
    assert attribution.condition.text == "if they left"


def test_a_sentence_without_end_has_a_condition_of_bounded_length() -> None:
    text = "We sign if " + "word " * 5000
    found = condition_in(text)
    assert found is not None
    assert len(found.split()) <= 41
