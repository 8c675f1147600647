"""What the plain words of news take for a side."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

NAMES = {"Arle": "state:arle", "Corva": "state:corva"}
BOOK = Codebook(
    "test",
    (
        Issue(
            id="tram",
            question="Should the tram line be built?",
            terms=("tram line", "tram"),
        ),
        Issue(
            id="vote",
            question="Should the people decide in a referendum?",
            terms=("referendum",),
        ),
    ),
)
STAGE = PositionStage(BOOK)


def sides(dossier: Dossier) -> dict[str, str]:
    """Map issues to the stance read, leaving out what is unclear."""
    return {
        s.issue: s.stance for s in STAGE(dossier).statements if s.stance != "unclear"
    }


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("[s Arle] [c called] [x the tram line ill-conceived].", "oppose"),
        ("[s Arle] [c called] [x the tram line the best thing in years].", "support"),
        ("[s Arle] [c said] [x the tram line was worth every penny].", "support"),
        ("[s Arle] [c said] [x the tram line would be a step too far].", "oppose"),
        ("[s Arle] [c said] [x it agreed in principle to the tram line].", "support"),
        ("[s Arle] [c said] [x it resented the tram line].", "oppose"),
        ("[s Arle] [c urged] [x Corva to go on with the tram line].", "support"),
        ("[s Arle] [c urged] [x Corva to delete the tram line].", "oppose"),
        ("[s Arle] [c asked] [x Corva to order a tram line].", "support"),
        ("[s Arle] [c agreed] [x to build the tram line if attacked].", "support"),
        ("[s Arle] [c said] [x it was time for a tram line].", "support"),
        (
            "[s Arle] [c said] [x the dangers of the tram line are overblown].",
            "support",
        ),
        ("[s Arle] [c said] [x it hoped to see the tram line built].", "support"),
        ("[s Arle] [c stressed] [x the importance of the tram line].", "support"),
        ("[s Arle] [c spoke of] [x the dangers of the tram line].", "oppose"),
        ("[s Arle] [c lamented] [x the loss of the tram line].", "support"),
        ("[s Arle] [c would like to] [x see the back of the tram line].", "oppose"),
        ("Corva would scrap the tram line at once.", "oppose"),
        ("Corva tabled a bill on Monday that would scrap the tram line.", "oppose"),
    ],
)
def test_plain_words_take_a_side(
    marked: str, stance: str, dossier_of: Callable[..., Dossier]
) -> None:
    assert sides(dossier_of(marked, names=NAMES)) == {"tram": stance}


@pytest.mark.parametrize(
    "marked",
    [
        "[s Arle] [c urged] [x Corva to put the tram line to a referendum].",
        "[s Arle] [c said] [x the tram line must be submitted to a referendum].",
        "[s Arle] [c called for] [x the tram line to be taken to a referendum].",
    ],
)
def test_who_wants_a_thing_put_to_the_people_says_nothing_of_the_thing(
    marked: str, dossier_of: Callable[..., Dossier]
) -> None:
    assert sides(dossier_of(marked, names=NAMES)) == {"vote": "support"}


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("Arle approved a tram line, [x which] [s Corva] [c rejected].", "oppose"),
        (
            "Arle drew a tram line of 14 km, [x which] [s Corva] [c welcomed].",
            "support",
        ),
        ("Arle put off the tram line, [x which] [s Corva] [c welcomed].", "oppose"),
        ("The tram line, which Corva has long demanded, is short.", "support"),
        ("The tram line, opposed by Corva, is short.", "oppose"),
        ("Corva backed down on the tram line.", "oppose"),
        (
            "Arle moved to build a tram line. [s Corva] [c seconded] [x the motion].",
            "support",
        ),
    ],
)
def test_what_which_stands_for_is_the_thing_just_named(
    marked: str, stance: str, dossier_of: Callable[..., Dossier]
) -> None:
    assert sides(dossier_of(marked, names=NAMES)) == {"tram": stance}


@pytest.mark.parametrize(
    "marked",
    [
        "The tram line hit Arle hard, [x which] [s Corva] [c regretted].",
        "A motion by Arle to discuss the tram line was lost.",
    ],
)
def test_what_is_said_of_another_thing_says_nothing_of_the_one_before(
    marked: str, dossier_of: Callable[..., Dossier]
) -> None:
    assert sides(dossier_of(marked, names=NAMES)) == {}


def test_a_cry_of_no_is_against(dossier_of: Callable[..., Dossier]) -> None:
    cry = '[s Arle] [c said] [x "No tram line, not on these terms"].'
    assert sides(dossier_of(cry, names=NAMES, mode="direct")) == {"tram": "oppose"}
    told = '[s Arle] [c said] [x "No tram line can save this town"].'
    assert sides(dossier_of(told, names=NAMES, mode="direct")) == {}


def test_what_somebody_would_do_under_a_deal_is_no_wish_of_theirs(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Under the draft Corva would scrap the tram line."
    assert sides(dossier_of(text, names=NAMES)) == {}
