"""Whole sentences in quotation marks that no words report."""

import pytest

from accord.attribute import AttributeStage, RuleTagger
from accord.attribute.dialogue import cut_loose, find_strays
from accord.model import Attribution, Span
from accord.testing.builders import make_document, make_dossier

STRAY = "“We should have built the dyke higher.”"


def loose(text: str) -> list[str]:
    """Give what is quoted in a text and reported by nobody."""
    done = AttributeStage(RuleTagger())(make_dossier(text))
    return [a.content.text for a in done.attributions if a.source is None]


def test_a_whole_sentence_in_marks_is_an_attribution_without_a_source() -> None:
    assert loose(f"The mayor looked at the river. {STRAY} It rained.") == [STRAY]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke of “a dyke that is much too low for us” and left.",
        f"The mayor looked up.\n\n{STRAY}\n\nIt rained.",
        "The mayor looked up. “Higher!” It rained.",
        f"“It is low.” {STRAY[:-2]},” the mayor said.",
    ],
)
def test_words_within_a_sentence_and_pulled_quotes_are_none(text: str) -> None:
    assert STRAY not in loose(text)


def test_what_is_reported_already_is_no_stray() -> None:
    document = make_document(f"She left. {STRAY}")
    at = document.text.index(STRAY)
    made = Attribution.of(
        document,
        source=(Span(0, 3),),
        cue=(),
        content=(Span(at, at + len(STRAY)),),
        mode="direct",
        produced_by="test",
        confidence=0.5,
    )
    assert list(find_strays(document, (made,))) == []


@pytest.mark.parametrize(
    ("joint", "kept"), [("\n\n", 0), (" ", 1)], ids=["next paragraph", "same line"]
)
def test_a_quotation_that_ends_a_paragraph_is_not_the_next_speakers(
    joint: str, kept: int
) -> None:
    document = make_document(f"{STRAY}{joint}The minister replied at once.")
    source = document.text.index("The minister")
    made = Attribution.of(
        document,
        source=(Span(source, source + 12),),
        cue=(Span(source + 13, source + 20),),
        content=(Span(0, len(STRAY)),),
        mode="direct",
        produced_by="test",
        confidence=0.5,
    )
    assert len(cut_loose(document, (made,))) == kept
