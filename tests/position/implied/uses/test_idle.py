"""Words that lean in one sentence take no side in another."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

SALE = Issue(
    id="sale",
    question="Should the ferry be sold?",
    terms=("the ferry", "sale of the ferry"),
)
TOLL = Issue(id="toll", question="Should lorries pay a toll?", terms=("toll",))
ONE = PositionStage(Codebook("ferry", (SALE,)))
TWO = PositionStage(Codebook("ferry and toll", (SALE, TOLL)))


def sides(dossier: Dossier, stage: PositionStage = ONE) -> dict[str, str]:
    """Map name to the side taken."""
    made = stage(dossier).statements
    return {s.name: s.stance for s in made if s.stance != "unclear"}


@pytest.mark.parametrize(
    "told",
    [
        "[s Arle] [c said] [x it would go to court to force a vote].",
        "[s Arle], [c asked] [x if it was pleased], shrugged.",
        "[s Arle] [c said] [x it had been disappointed].",
        "[s Arle] [c reported] [x no delays].",
        "[s Arle] [c spoke] [x about the condition of the road].",
        "[s Arle] [c said] [x threats would change nothing].",
        "[s Arle] [c said] [x the paper (“A farce at sea”) was late].",
        "[s Arle] [c said] [x all should be equally small].",
    ],
)
def test_what_leans_elsewhere_takes_no_side(
    dossier_of: Callable[..., Dossier], told: str
) -> None:
    assert sides(dossier_of(f"They spoke of the sale of the ferry. {told}")) == {}


@pytest.mark.parametrize(
    ("told", "side"),
    [
        ("[s Arle] [c said] [x it would go to court].", "oppose"),
        ("[s Arle] [c said] [x it was furious].", "oppose"),
        ("[s Arle] [c said] [x it was delighted].", "support"),
    ],
)
def test_what_leans_alone_takes_a_side(
    dossier_of: Callable[..., Dossier], told: str, side: str
) -> None:
    found = sides(dossier_of(f"The council approved the sale of the ferry. {told}"))
    assert found["Arle"] == side


def test_disappointment_says_nothing_unless_it_is_known_what_was_done(
    dossier_of: Callable[..., Dossier],
) -> None:
    told = "[s Arle] [c said] [x it was disappointed]."
    known = dossier_of(f"The council approved the sale of the ferry. {told}")
    unknown = dossier_of(f"The council discussed the sale of the ferry. {told}")
    assert sides(known)["Arle"] == "oppose"
    assert "Arle" not in sides(unknown)


def test_anger_far_from_anything_named_is_about_something_else(
    dossier_of: Callable[..., Dossier],
) -> None:
    filler = "The harbour has two piers and a small lamp that nobody lights. " * 5
    near = dossier_of("They spoke of the sale of the ferry. Islanders were furious.")
    far = dossier_of(
        f"They spoke of the sale of the ferry. {filler}Islanders were furious."
    )
    assert sides(near) == {"Islanders": "oppose"}
    assert sides(far) == {}


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("“It is an insult,”", "oppose"),
        ("“Selling the ferry is an insult,”", "oppose"),
        ("“Everything else here is an insult,”", None),
        ("“My great-aunt was reasonable,”", None),
    ],
)
def test_a_tone_counts_only_where_the_thing_is_named_or_pointed_at(
    dossier_of: Callable[..., Dossier], said: str, side: str | None
) -> None:
    marked = f"They spoke of the sale of the ferry. [x {said}] [c said] [s Arle]."
    assert sides(dossier_of(marked, mode="direct"), TWO).get("Arle") == side


def test_what_yields_to_protests_is_what_the_protesters_want(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "The council stopped the sale of the ferry, bowing to protests by farmers."
    assert sides(dossier_of(text)).get("farmers") is None
