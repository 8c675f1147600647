"""Who holds a side, and who is nobody."""

from collections.abc import Callable

import pytest

from accord.model import Dossier, Speaker
from accord.position import PositionStage, parse_codebook

BOOK = """
issues:
  - id: toll
    question: Should Marnby introduce a toll?
    terms: [toll, city toll]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="toll.yaml"))
Read = Callable[..., Dossier]


def sides(dossier_of: Read, text: str, source: str) -> dict[str, str]:
    """Give who takes which side."""
    speaker = Speaker(None, source, "group", "crowd", 0.9)
    done = STAGE(dossier_of(text, speaker=speaker))
    return {s.name: s.stance for s in done.statements if s.stance != "unclear"}


@pytest.mark.parametrize(
    "source",
    [
        "8 in 10",
        "Nobody at the time",
        "No party in the house",
        "Five states",
        "Ministers from 12 countries",
        "Members",
        "The amendments",
        "Both",
    ],
)
def test_nobody_takes_no_side(dossier_of: Read, source: str) -> None:
    text = f"[s {source}] [c rejected] [x the toll]."
    assert sides(dossier_of, text, source) == {}


@pytest.mark.parametrize(
    "source",
    ["Four in ten residents", "Members of the guild", "Two ministers", "Federations"],
)
def test_a_crowd_that_can_be_told_takes_one(dossier_of: Read, source: str) -> None:
    text = f"[s {source}] [c rejected] [x the toll]."
    assert sides(dossier_of, text, source) == {source: "oppose"}


@pytest.mark.parametrize(
    "text",
    [
        "[s Norsteel and its rival Bavar] [c rejected] [x the toll].",
        "It was built by Norsteel and Bavar. [s Both] [c rejected] [x the toll].",
    ],
)
def test_two_who_go_together_take_it_both(dossier_of: Read, text: str) -> None:
    expected = {"Norsteel": "oppose", "Bavar": "oppose"}
    assert sides(dossier_of, text, "Both") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Envoys of Orland and Corva met. [s Both sides] [c rejected] [x the toll].",
        "Envoys of Orland and Corva met. [s The two delegations] [c rejected] [x the toll].",
        "Orland and Corva met. [s The two countries] [c rejected] [x the toll].",
        "Envoys of Orland and Corva met in Melk. Orland was led by its envoy, Corva by "
        + "a deputy of his. The weather was fine. It rained in the hills. " * 4
        + "[s The delegations] [c rejected] [x the toll].",
    ],
)
def test_both_sides_of_talks_take_it(dossier_of: Read, text: str) -> None:
    expected = {"Orland": "oppose", "Corva": "oppose"}
    assert sides(dossier_of, text, "Both sides") == expected


def test_both_sides_of_nothing_named_take_none(dossier_of: Read) -> None:
    text = "Trade was slow. [s Both sides] [c rejected] [x the toll]."
    assert sides(dossier_of, text, "Both sides") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[s She] [c noted] [x that the committee had endorsed the toll].", {}),
        ("[s She] [c recalled] [x that parliament had rejected the toll].", {}),
        (
            "[s She] [c noted] [x that the toll was a mistake].",
            {"Lena Moll": "oppose"},
        ),
    ],
)
def test_what_others_did_is_no_side_of_who_recalls_it(
    dossier_of: Read, text: str, expected: dict[str, str]
) -> None:
    assert sides(dossier_of, text, "Lena Moll") == expected


def test_her_group_in_minutes_is_the_member_who_speaks(dossier_of: Read) -> None:
    speaker = Speaker(None, "Her group", "unresolved", "body", 0.0)
    text = "Corva had no doubts. [s Her group] [c rejected] [x the toll]."
    names = {"Corva": "state:corva"}
    done = STAGE(dossier_of(text, speaker=speaker, names=names))
    assert [s.name for s in done.statements] == ["Corva"]
