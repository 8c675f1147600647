from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue
from accord.position import PositionStage
from accord.position.meaning.figures import Figure, find_figures, is_less
from accord.position.phrases import tokenise

CAP = Issue(
    id="cap",
    question="Should transfer fees be capped at 40 million for two years?",
    terms=("cap",),
)
LEVY = Issue(id="levy", question="Should steel bear a levy?", terms=("levy",))
STAGE = PositionStage(Codebook("test", (CAP, LEVY)))


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("could accept a cap of 30 million but not of 40", "oppose"),
        ("would go along with a cap of 30 million at most", "oppose"),
        ("could live with a cap for 18 months but no longer", "oppose"),
        ("would accept a cap of 40 million, but not of 60", "support"),
        ("could accept a cap for two years but no longer", "support"),
        ("would accept a levy of five per cent but not of ten", "conditional"),
        ("would accept a levy for a year but no longer", "conditional"),
        ("would accept a levy of five per cent", "support"),
    ],
)
def test_who_takes_less_than_is_asked_says_no_and_who_sets_a_bound_half_a_yes(
    dossier_of: Callable[..., Dossier], said: str, stance: str
) -> None:
    dossier = dossier_of(f"[s Arle] [c said] [x it {said}].")
    assert [s.stance for s in STAGE(dossier).statements] == [stance]


def test_figures_are_read_in_words_and_digits_with_their_units() -> None:
    stems = tokenise("for ten years, a month or 1,200 tonnes").stems
    assert [figure.value for figure in find_figures(stems)] == [10.0, 1.0, 1200.0]


def test_lengths_of_time_are_compared_in_days() -> None:
    assert is_less(Figure(18, "month"), Figure(2, "year"))
    assert not is_less(Figure(18, "month"), Figure(20, "%"))
