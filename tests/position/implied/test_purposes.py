"""What a suit or a protest is for says which side it takes."""

from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

TRAM = Issue(
    id="tram", question="Should the tram line be built?", terms=("the tram line",)
)
POLL = Issue(id="poll", question="Should there be a referendum?", terms=("referendum",))
STAGE = PositionStage(Codebook("tram and referendum", (TRAM, POLL)))


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("filed a lawsuit to stop the tram line", ("tram", "oppose")),
        ("filed an appeal aimed at halting the tram line", ("tram", "oppose")),
        ("took legal action in a bid to block the tram line", ("tram", "oppose")),
        ("went to court in order to force a referendum", ("poll", "support")),
        ("lodged a complaint to get a referendum", ("poll", "support")),
        ("took legal action to have the tram line scrapped", ("tram", "oppose")),
        ("filed a lawsuit against the tram line", ("tram", "oppose")),
        ("took legal action over the tram line", ("tram", "oppose")),
    ],
)
def test_who_sues_for_an_end_takes_the_side_of_the_end(
    dossier_of: Callable[..., Dossier], told: str, wanted: tuple[str, str]
) -> None:
    made = STAGE(dossier_of(f"Arle {told}.", names={"Arle": "state:arle"})).statements
    assert {(s.issue, s.stance) for s in made if s.stance != "unclear"} == {wanted}
