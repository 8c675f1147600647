"""Words that turn a side, once or twice, are read the right way round."""

from collections.abc import Callable

import pytest

from accord.model import Statement

Sides = Callable[[str], set[tuple[str, str]]]

CODEBOOK = """
name: turned
issues:
  - id: cap
    question: Should a rent cap be introduced?
    terms: [rent cap]
  - id: filling
    question: Should Orsa go on filling the dam?
    terms: [filling, dam]
  - id: shifts
    question: Should night shifts be abolished?
    terms: [night shifts]
  - id: treaty
    question: Should the water treaty be ratified?
    terms: [treaty, ratification]
  - id: veto
    question: Should parliament overrule the president's veto?
    terms: [veto]
  - id: wolves
    question: Should the wolves in the hills be shot?
    terms: [wolves, cull]
  - id: chair
    question: Should party leader Carl Voss step down?
    terms: [Voss]
  - id: bells
    question: Should Orsa hand back the temple bells?
    terms: [temple bells]
"""


@pytest.fixture
def sides(state: Callable[[str, str], tuple[Statement, ...]]) -> Sides:
    """Give issue and side of all that Norland says."""

    def read(text: str) -> set[tuple[str, str]]:
        found = state(CODEBOOK, text)
        return {
            (s.issue, s.stance)
            for s in found
            if s.name == "Norland" and s.stance != "unclear"
        }

    return read


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        (
            "Norland is asking for nine per cent and an end to night shifts.",
            ("shifts", "support"),
        ),
        ("Norland asked for the filling to stop.", ("filling", "oppose")),
        (
            "Norland had asked for the filling to stop after the river fell.",
            ("filling", "oppose"),
        ),
        ("Norland ignored calls to stop the filling.", ("filling", "support")),
        ("Norland does not think a rent cap is necessary.", ("cap", "oppose")),
        ("Norland does not think there should be a rent cap.", ("cap", "oppose")),
        ("Norland has no intention of scrapping the treaty.", ("treaty", "support")),
        ("Norland can live without a rent cap.", ("cap", "oppose")),
        ("Norland accused Orsa of wanting to wreck the treaty.", ("treaty", "support")),
        ("Norland said it did not want the treaty to fail.", ("treaty", "support")),
        ("Norland vowed to keep the treaty from failing.", ("treaty", "support")),
        ("Norland would vote to override the veto.", ("veto", "support")),
        ("Norland said the veto must stand.", ("veto", "oppose")),
        ("Norland wants the wolves gone.", ("wolves", "support")),
        ("Norland said it would prefer fences to a cull.", ("wolves", "oppose")),
        ("Norland called on Voss to resign.", ("chair", "support")),
        ("Norland stood by Voss.", ("chair", "oppose")),
        ("Norland asked Orsa to give up the temple bells.", ("bells", "support")),
        (
            "Norland did not share the view that the temple bells should be kept.",
            ("bells", "support"),
        ),
        (
            "Norland would rather close the mine than give up the treaty.",
            ("treaty", "support"),
        ),
        ("Norland could not, however, accept the treaty.", ("treaty", "oppose")),
        (
            "Norland regretted the treaty and was examining the veto.",
            ("treaty", "oppose"),
        ),
        ("“Why should we oppose the rent cap?” Norland asked.", ("cap", "support")),
        (
            "Norland said night shifts had no place in a hospital.",
            ("shifts", "support"),
        ),
    ],
)
def test_what_is_turned_is_read_the_right_way_round(
    sides: Sides, sentence: str, side: tuple[str, str]
) -> None:
    assert sides(sentence) == {side}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland asked who was going to pay for the dam.",
        "Norland called the supporters of the treaty cowards.",
        "Norland said it would not anticipate the outcome of the treaty.",
        "People who work for the dam said little, Norland wrote.",
        "Norland accused Orsa of wanting a rent cap.",
        "Norland saw the case for the treaty and the case against it.",
    ],
)
def test_what_takes_no_side_is_left_open(sides: Sides, sentence: str) -> None:
    assert sides(sentence) == set()


def test_what_a_thing_is_left_to_is_not_left(sides: Sides) -> None:
    assert sides("Norland said it would leave prices to the rent cap.") == set()
    assert sides("Norland said it would leave the treaty.") == {("treaty", "oppose")}
