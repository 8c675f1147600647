from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage

ISSUES = (
    Issue(
        id="levy", question="Should steel bear a levy?", terms=("levy", "steel levy")
    ),
    Issue(
        id="hospital",
        question="Should the hospital be built on Mill Field?",
        terms=("hospital", "Mill Field"),
    ),
    Issue(
        id="dock",
        question="Should the hospital be built on the Dock Road site instead?",
        terms=("Dock Road",),
    ),
    Issue(
        id="court",
        question="Should Norland go to the trade tribunal?",
        terms=("trade tribunal", "complaint"),
    ),
)
STAGE = PositionStage(Codebook("test", ISSUES))


def sides_of(dossier: Dossier) -> dict[str, str]:
    made = STAGE(dossier).statements
    return {s.issue: s.stance for s in made if s.stance != "unclear"}


@pytest.mark.parametrize(
    ("marked", "sides"),
    [
        (
            "[s Arle] [c regretted] [x that the levy had found no majority].",
            {"levy": "support"},
        ),
        (
            "[s Arle] [c regretted] [x that the levy had failed].",
            {"levy": "support"},
        ),
        (
            "[s Arle] [c regretted] [x that the levy had been adopted].",
            {"levy": "oppose"},
        ),
        (
            "[s Arle] [c wants] [x the hospital to be built elsewhere].",
            {"hospital": "oppose"},
        ),
        (
            "[s Arle] [c wants] [x the hospital to be built on Dock Road].",
            {"hospital": "oppose", "dock": "support"},
        ),
        (
            "[s Arle] [c wants] [x the hospital to be built on Mill Field].",
            {"hospital": "support"},
        ),
        (
            "[s Arle] [c called on] [x Corva to drop its complaint against the levy].",
            {"court": "oppose"},
        ),
        (
            "[s Arle] [c wants] [x the trade tribunal to strike down the levy].",
            {"levy": "oppose"},
        ),
        (
            "[s Arle] [c welcomed] [x the trade tribunal's ruling against the levy].",
            {"levy": "oppose"},
        ),
    ],
)
def test_what_stands_behind_a_thing_may_turn_the_side(
    dossier_of: Callable[..., Dossier], marked: str, sides: dict[str, str]
) -> None:
    assert sides_of(dossier_of(marked)) == sides


def test_who_is_asked_about_a_demand_makes_none(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = (
        "[s Arle], when [c asked about] [x a demand that the levy be dropped], left."
    )
    assert not sides_of(dossier_of(marked))


def test_what_is_agreed_before_something_falls_does_not_fall(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c demanded] [x that the levy be agreed before the gavel falls]."
    assert sides_of(dossier_of(marked)) == {"levy": "support"}


@pytest.mark.parametrize(
    ("marked", "sides"),
    [
        (
            "[s Arle] [c maintained] [x that the levy was a gift to the mills].",
            {"levy": "oppose"},
        ),
        ("[s Arle] [c maintained] [x the levy].", {"levy": "support"}),
        (
            "[s Arle] [c said] [x not one cent of the levy should go to the port].",
            {},
        ),
        ("[s Arle] [c said] [x the levy should go].", {"levy": "oppose"}),
        (
            "[s Arle] [c said] [x it would back the levy if the electoral office agreed].",
            {"levy": "conditional"},
        ),
        (
            "[s Arle] [c said] [x it would back the levy if elected].",
            {"levy": "support"},
        ),
    ],
)
def test_words_that_look_like_a_deed_or_a_term_of_office(
    dossier_of: Callable[..., Dossier], marked: str, sides: dict[str, str]
) -> None:
    assert sides_of(dossier_of(marked)) == sides


def test_who_is_called_on_is_not_who_calls(dossier_of: Callable[..., Dossier]) -> None:
    marked = "A petition [c calling on] [s Arle] [x to abandon the levy] is under way."
    assert not sides_of(dossier_of(marked))
