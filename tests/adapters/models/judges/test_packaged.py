"""The judges that ship with the package are whole, and know their trade."""

from accord.adapters.models.judges import (
    ModelActJudge,
    ModelStanceJudge,
    packaged_act_model,
    packaged_stance_model,
)
from accord.ports import ActCase, StanceCase

MOTION = "Should the consulate be closed?"


def test_the_packaged_judge_of_stance_tells_calling_for_from_refusing() -> None:
    judge = ModelStanceJudge.at(packaged_stance_model())
    texts = (
        "Farmers called for the closure of the consulate.",
        "The minister refused to close the consulate.",
        "The council discussed the consulate for two hours.",
    )

    calls, refuses, silent = judge.judge([StanceCase(t, MOTION) for t in texts])

    assert calls.support > max(calls.oppose, calls.neither)
    assert refuses.oppose > max(refuses.support, refuses.neither)
    assert silent.neither > max(silent.support, silent.oppose)


def test_the_packaged_judge_of_positions_knows_conditions_and_whose_words_it_reads() -> (
    None
):
    judge = ModelStanceJudge.at(packaged_stance_model())
    calls = "Farmers called for the closure of the consulate."
    hangs = "Farmers would accept the closure only if the land came back to them."

    plain, conditional = judge.judge(
        [StanceCase(text, MOTION, "Farmers") for text in (calls, hangs)]
    )

    assert plain.conditional < plain.support
    assert conditional.conditional > max(conditional.support, conditional.oppose)


def test_the_packaged_judge_of_acts_tells_accusing_from_helping() -> None:
    judge = ModelActJudge.at(packaged_act_model(), packaged_stance_model())
    accuses = ActCase("Norland accused Velia of fraud.", (0, 7), (16, 21))
    helps = ActCase("Norland sent Velia food aid.", (0, 7), (13, 18))

    first, second = judge.judge([accuses, helps])

    assert max(first, key=first.__getitem__) == "ACCUSE"
    assert max(second, key=second.__getitem__) == "AID"
