"""Sides that words take without naming the thing."""

from collections.abc import Callable, Mapping

import pytest

from accord.model import Codebook, Dossier, Issue, Speaker
from accord.position import PositionStage

SALE = Issue(
    id="sale",
    question="Should the ferry be sold?",
    terms=("the ferry", "sale of the ferry"),
)
TOLL = Issue(id="toll", question="Should lorries pay a toll?", terms=("toll",))
ONE = PositionStage(Codebook("ferry", (SALE,)))
TWO = PositionStage(Codebook("ferry and toll", (SALE, TOLL)))


def sides(dossier: Dossier, stage: PositionStage = ONE) -> dict[tuple[str, str], str]:
    """Map name and issue to the side taken."""
    made = stage(dossier).statements
    return {(s.name, s.issue): s.stance for s in made if s.stance != "unclear"}


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("“Over my dead body,”", "oppose"),
        ("“A disgrace,”", "oppose"),
        ("“It is madness,”", "oppose"),
        ("“It would shut down our village,”", "oppose"),
        ("“Good luck to them,”", "support"),
        ("“There is no alternative,”", "support"),
        ("“Never.”", "oppose"),
        ("“Of course,”", "support"),
    ],
)
def test_an_exclamation_is_on_what_was_named_before(
    dossier_of: Callable[..., Dossier], said: str, side: str
) -> None:
    marked = (
        f"The town talked about the sale of the ferry. [x {said}] [c said] [s Arle]."
    )
    assert sides(dossier_of(marked, mode="direct")) == {("Arle", "sale"): side}


def test_the_nearest_issue_counts(dossier_of: Callable[..., Dossier]) -> None:
    marked = (
        "They spoke of the sale of the ferry, and then of the toll."
        " [x “Over my dead body,”] [c said] [s Arle]."
    )
    assert sides(dossier_of(marked, mode="direct"), TWO) == {("Arle", "toll"): "oppose"}


def test_two_leanings_that_pull_apart_take_no_side(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = (
        "They spoke of the sale of the ferry."
        " [x “A golden opportunity, but over my dead body,”] [c said] [s Arle]."
    )
    assert sides(dossier_of(marked, mode="direct")) == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Islanders reacted with dismay.", {("Islanders", "sale"): "oppose"}),
        ("Hoteliers were delighted.", {("Hoteliers", "sale"): "support"}),
        ("Shopkeepers, too, are up in arms.", {("Shopkeepers", "sale"): "oppose"}),
        (
            "There were objections from fishermen.",
            {("fishermen", "sale"): "oppose"},
        ),
        ("Islanders were sceptical of the weather.", {}),
        ("The plan failed to win support from fishermen.", {}),
    ],
)
def test_feelings_told_by_the_text_are_on_what_was_named_before(
    dossier_of: Callable[..., Dossier],
    text: str,
    wanted: Mapping[tuple[str, str], str],
) -> None:
    dossier = dossier_of(f"The town talked about the sale of the ferry. {text}")
    assert sides(dossier) == wanted


def test_anger_is_about_what_was_done(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        "The council rejected the sale of the ferry on Monday. Islanders were furious."
    )
    assert sides(dossier)["Islanders", "sale"] == "support"


def test_who_differs_takes_the_other_side(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        "Arle supports the sale of the ferry. Corva begs to differ. So does Brune.",
        names={"Arle": "ARL", "Corva": "COR", "Brune": "BRU"},
    )
    found = sides(dossier)
    assert found["Arle", "sale"] == "support"
    assert found["Corva", "sale"] == "oppose"
    assert found["Brune", "sale"] == "oppose"


@pytest.mark.parametrize(
    ("before", "said_by", "side"),
    [
        ("Islanders oppose the sale of the ferry.", "Otto Kern, a baker", "oppose"),
        ("Islanders oppose the sale of the ferry.", "minister Otto Kern", None),
        ("The union opposes the sale of the ferry.", "its president", "oppose"),
        ("Islanders oppose the sale of the ferry. It rains.", "Otto Kern", None),
    ],
)
def test_a_quotation_bears_out_what_stands_before_it(
    dossier_of: Callable[..., Dossier], before: str, said_by: str, side: str | None
) -> None:
    marked = f"{before} [x “My father built it,”] [c said] [s {said_by}]."
    speaker = Speaker(None, said_by, "unresolved", "none", 0.5)
    found = sides(dossier_of(marked, mode="direct", speaker=speaker))
    assert found.get((said_by, "sale")) == side


@pytest.mark.parametrize(
    "said",
    [
        "that the sale of the ferry was a half-baked plan",
        "that the sale of the ferry did not go far enough",
        "that the offer for the ferry was not worth the paper",
    ],
)
def test_who_calls_a_thing_too_weak_is_not_against_the_strong_one(
    dossier_of: Callable[..., Dossier], said: str
) -> None:
    assert sides(dossier_of(f"[s Arle] [c said] [x {said}].")) == {}


def test_who_wants_the_strong_one_instead_is_for_it(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c demanded] [x a toll, not empty words]."
    assert sides(dossier_of(marked), TWO) == {("Arle", "toll"): "support"}


def test_what_is_implied_counts_less_than_what_is_said(
    dossier_of: Callable[..., Dossier],
) -> None:
    start = "They spoke of the sale of the ferry. "
    implied = dossier_of(f"{start}[x “Over my dead body,”] [c said] [s Arle].")
    said = dossier_of("[s Arle] [c rejected] [x the sale of the ferry].")
    (faint,), (firm,) = ONE(implied).statements, ONE(said).statements
    assert faint.confidence < firm.confidence
    assert any(cue.says == "leaning:against" for cue in faint.cues)


@pytest.mark.parametrize(
    ("gap", "holders"),
    [(" ", {"Skippers", "Tom Brun"}), ("\n\n", {"Skippers"})],
    ids=["same", "next"],
)
def test_a_leader_bears_out_what_many_want_in_the_same_paragraph_alone(
    dossier_of: Callable[..., Dossier], gap: str, holders: set[str]
) -> None:
    speaker = Speaker("per:brun", "Tom Brun", "resolved", "test", 0.9)
    marked = (
        f"Skippers oppose the sale of the ferry.{gap}[x “It is our bread,”] [c said]"
        " [s Tom Brun, head of the guild]."
    )
    made = sides(dossier_of(marked, mode="direct", speaker=speaker), TWO)
    assert {name for name, _ in made} == holders


@pytest.mark.parametrize(
    ("outcome", "told", "side"),
    [
        ("The council voted down the sale of the ferry.", "voted in favour", "support"),
        ("The council voted down the sale of the ferry.", "voted against", "oppose"),
        ("The council voted down the sale of the ferry.", "was delighted", "oppose"),
        ("The sale of the ferry was approved.", "voted against", "oppose"),
        ("The sale of the ferry was rejected.", "voted against", "oppose"),
        ("The sale of the ferry was rejected.", "was disappointed", "support"),
        ("The board failed to approve the sale of the ferry.", "rejoiced", "oppose"),
        ("The board is to approve the sale of the ferry.", "rejoiced", "support"),
    ],
)
def test_votes_are_on_the_motion_and_feelings_on_what_became_of_it(
    dossier_of: Callable[..., Dossier], outcome: str, told: str, side: str
) -> None:
    made = sides(dossier_of(f"{outcome} Arle {told}.", names={"Arle": "state:arle"}))
    assert made[("Arle", "sale")] == side


def test_who_votes_no_unless_something_changes_takes_a_side_under_a_condition(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = (
        "They spoke of the sale of the ferry."
        " [s Arle] [c said] [x it would vote no unless the crew stayed on]."
    )
    assert sides(dossier_of(marked)) == {("Arle", "sale"): "conditional"}


def test_a_judgement_on_what_failed_is_none_on_the_thing(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = (
        "They spoke of the sale of the ferry."
        " [s Arle] [c was appalled at] [x the failure]."
    )
    assert sides(dossier_of(marked)) == {}


def test_who_is_among_the_opponents_is_against_it(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "They spoke of the sale of the ferry. Arle is among the opponents."
    made = sides(dossier_of(text, names={"Arle": "state:arle"}))
    assert made == {("Arle", "sale"): "oppose"}


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("The farmers protested.", "oppose"),
        ("Corva rejected it, and so did the farmers.", "oppose"),
        ("Corva is against it, and so are the farmers.", "oppose"),
    ],
)
def test_short_words_tell_whose_side_others_are_on(
    dossier_of: Callable[..., Dossier], told: str, side: str
) -> None:
    text = f"The council approved the sale of the ferry. {told}"
    made = sides(dossier_of(text, names={"Corva": "state:corva"}))
    assert {s for (name, _), s in made.items() if "farmers" in name} == {side}


def test_who_congratulates_a_body_takes_the_side_of_what_was_decided(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = (
        "Voters rejected the sale of the ferry."
        " [s Arle] [c congratulated] [x the city]."
    )
    assert sides(dossier_of(marked))[("Arle", "sale")] == "oppose"


def test_a_vote_among_several_issues_is_on_what_was_decided_last(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = (
        "The council approved the toll. Arle voted against."
        " It will talk about the sale of the ferry and the bridge next."
    )
    three = Issue(
        id="bridge", question="Should the bridge be built?", terms=("bridge",)
    )
    stage = PositionStage(Codebook("three", (SALE, TOLL, three)))
    made = sides(dossier_of(text, names={"Arle": "state:arle"}), stage)
    assert made[("Arle", "toll")] == "oppose"


def test_what_is_dropped_after_protests_was_opposed_before(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "The council dropped the sale of the ferry after protests by farmers."
    assert sides(dossier_of(text))[("farmers", "sale")] == "oppose"


def test_a_quotation_of_the_same_body_bears_it_out_whatever_its_tone(
    dossier_of: Callable[..., Dossier],
) -> None:
    speaker = Speaker(None, "a Corva official", "named", "test", 0.9)
    marked = (
        "Corva opposes the sale of the ferry."
        " [x “I have serious concerns,”] [c said] [s a Corva official]."
    )
    made = sides(
        dossier_of(
            marked, mode="direct", names={"Corva": "state:corva"}, speaker=speaker
        )
    )
    assert set(made.values()) == {"oppose"}


@pytest.mark.parametrize(
    ("told", "side"),
    [
        (
            "The council approved the sale of the ferry with the votes of Arle.",
            "support",
        ),
        (
            "The council rejected the sale of the ferry with the votes of Arle.",
            "oppose",
        ),
        (
            "The council rejected the sale of the ferry. Arle joined the appeal.",
            "oppose",
        ),
    ],
)
def test_who_lends_votes_or_joins_is_on_the_same_side(
    dossier_of: Callable[..., Dossier], told: str, side: str
) -> None:
    made = sides(dossier_of(told, names={"Arle": "state:arle"}))
    assert made[("Arle", "sale")] == side


def test_who_announces_an_appeal_is_against_what_was_decided(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = (
        "The court stopped the sale of the ferry. [s Arle] [c announced] [x an appeal]."
    )
    assert sides(dossier_of(marked))[("Arle", "sale")] == "support"


def test_who_backs_a_body_shares_its_side(dossier_of: Callable[..., Dossier]) -> None:
    marked = "Corva opposes the sale of the ferry. [s Arle] [c backed] [x Corva]."
    made = sides(dossier_of(marked, names={"Corva": "state:corva"}))
    assert made[("Arle", "sale")] == "oppose"
