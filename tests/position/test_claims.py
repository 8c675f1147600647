"""Who waves away warnings and claims, and whose side that is."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

STAGE = PositionStage(
    Codebook(
        "test",
        (
            Issue(id="mine", question="Should the mine be opened?", terms=("mine",)),
            Issue(
                id="duties",
                question="Should the duties be lifted?",
                terms=("duties",),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("marked", "issue", "stance"),
    [
        (
            "[s Arle] [c dismissed] [x warnings that the mine would kill the fish].",
            "mine",
            "support",
        ),
        (
            "[s Arle] [c rejected] [x claims that the mine would cost jobs].",
            "mine",
            "support",
        ),
        (
            "[s Arle] [c dismissed] [x the idea that the mine would be good for the valley].",
            "mine",
            "oppose",
        ),
        (
            "[s Arle] [c brushed aside] [x fears that lifting the duties would hurt farmers].",
            "duties",
            "support",
        ),
        (
            "[s Arle] [c dismissed] [x claims that the duties are unfair].",
            "duties",
            "oppose",
        ),
        (
            "[s Arle] [c sought] [x to allay fears that the mine would pollute the fjord].",
            "mine",
            "support",
        ),
        (
            "[s Arle] [c shares] [x fears that the mine would pollute the fjord].",
            "mine",
            "oppose",
        ),
        (
            "[s Arle] [c dismissed] [x claims that the mine had been delayed].",
            "mine",
            None,
        ),
    ],
)
def test_who_waves_a_claim_away_takes_the_other_side_of_it(
    dossier_of: Callable[..., Dossier], marked: str, issue: str, stance: str | None
) -> None:
    dossier = dossier_of(marked, names={"Arle": "state:arle"})
    found = {s.issue: s.stance for s in STAGE(dossier).statements}
    assert found.get(issue) in ((stance,) if stance else (None, "unclear"))
