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


def test_who_speaks_for_a_party_is_tied_to_it(dossier_of: Read) -> None:
    speaker = Speaker(None, "Ida Krog", "resolved", "text-name", 0.8)
    text = "For the Greens, [s Ida Krog] [c rejected] [x the toll]."
    (made,) = STAGE(dossier_of(text, speaker=speaker)).statements
    assert (made.name, made.speaks_for and made.speaks_for.name) == (
        "Ida Krog",
        "Greens",
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Greens, whose [s bench] [c rejected] [x the toll], left.", "Greens"),
        (
            "Jon Aas of the Homeland Party rose. His group, [s which] [c rejected] [x the toll].",
            "Homeland Party",
        ),
    ],
)
def test_whose_bench_votes_holds_its_side(
    dossier_of: Read, text: str, name: str
) -> None:
    assert sides(dossier_of, text, "bench") == {name: "oppose"}


@pytest.mark.parametrize("source", ["Some", "Among the members", "All"])
def test_a_part_of_nothing_named_holds_none(dossier_of: Read, source: str) -> None:
    text = f"[s {source}] [c rejected] [x the toll]."
    assert sides(dossier_of, text, source) == {}


def test_the_titles_of_one_man_are_not_a_list(dossier_of: Read) -> None:
    source = "The council, chaired by the emir, Crown Prince and Prime Minister,"
    text = f"[s {source}] [c rejected] [x the toll]."
    assert len(sides(dossier_of, text, "The council")) == 1


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The company", ("Arle Power", None)),
        ("A spokesman", ("A spokesman", "Arle Power")),
    ],
)
def test_the_company_and_its_spokesman_are_of_whom_was_named_before(
    dossier_of: Read, source: str, expected: tuple[str, str | None]
) -> None:
    speaker = Speaker(None, source, "unresolved", "body", 0.0)
    text = f"Arle Power rejected offers. [s {source}] [c rejected] [x the toll]."
    done = STAGE(dossier_of(text, speaker=speaker, names={"Arle Power": "text:arle"}))
    (made,) = done.statements
    assert (made.name, made.speaks_for and made.speaks_for.name) == expected
