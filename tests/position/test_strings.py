from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

LEVY = Issue(id="levy", question="Should steel bear a levy?", terms=("levy",))
MILL = Issue(
    id="mill", question="Should the old mill be closed?", terms=("mill", "closure")
)
STAGE = PositionStage(Codebook("test", (LEVY, MILL)))


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("[s Arle] [c approved] [x the levy with strings attached].", "conditional"),
        ("[s Arle] [c gave] [x the levy its conditional backing].", "conditional"),
        ("[s Arle] [c approved] [x the levy with no strings attached].", "support"),
        ("[s Arle] [c approved] [x the levy].", "support"),
        ("[s Arle] [c defended] [x the levy against attacks].", "support"),
    ],
)
def test_strings_make_half_a_yes(
    dossier_of: Callable[..., Dossier], marked: str, stance: str
) -> None:
    (made,) = STAGE(dossier_of(marked)).statements
    assert made.stance == stance


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("that it would resign if the mill goes", ["oppose"]),
        ("that it would vote no if the levy goes", ["support"]),
        ("that the cut could not be absorbed without closing the mill", []),
        ("that there was no future without the levy", ["support"]),
    ],
)
def test_what_is_feared_under_a_condition_follows_the_question(
    dossier_of: Callable[..., Dossier], said: str, stances: list[str]
) -> None:
    made = STAGE(dossier_of(f"[s Arle] [c warned] [x {said}].")).statements
    assert [s.stance for s in made if s.stance != "unclear"] == stances
