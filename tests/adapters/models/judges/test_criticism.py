"""The judge of criticism tells whom words find fault with, whoever it is."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.adapters.models.judges import (
    ModelCriticismJudge,
    packaged_criticism_model,
    packaged_stance_model,
)
from accord.errors import ConfigurationError
from accord.ports import CriticismCase

HALF = 0.5
NAMES = st.sampled_from(("Norland", "Velia", "the Rail Union", "Mr Quint", "Zug", "UN"))


@pytest.fixture(scope="module")
def judge() -> ModelCriticismJudge:
    return ModelCriticismJudge.at(packaged_criticism_model(), packaged_stance_model())


def case(words: str, target: str, other: str = "") -> CriticismCase:
    """Ask whether words with {t} for the target and {o} for another criticise {t}."""
    text = words.format(t=target, o=other)
    start = words.format(t="{t}", o=other).index("{t}")
    places = [(start, start + len(target))]
    others = [(text.index(other), text.index(other) + len(other))] if other else []
    return CriticismCase(text, tuple(places), tuple(others))


def test_it_tells_blaming_from_thanking(judge: ModelCriticismJudge) -> None:
    blames, thanks = judge.judge(
        [
            case("{t} has lied to us and betrayed its own people.", "Norland"),
            case("We thank {t} for its help and its patience.", "Norland"),
        ]
    )

    assert blames >= HALF > thanks


def test_it_tells_whom_words_blame(judge: ModelCriticismJudge) -> None:
    words = "{t} has robbed {o} of its harvest and lied about it."
    turned = "{o} has robbed {t} of its harvest and lied about it."

    robber, robbed = judge.judge(
        [case(words, "Norland", "Velia"), case(turned, "Norland", "Velia")]
    )

    assert robber > robbed


def test_without_a_target_it_tells_whether_anybody_is_blamed(
    judge: ModelCriticismJudge,
) -> None:
    blames, tells = judge.judge(
        [
            CriticismCase("They violate the law every day and lie about it.", ()),
            CriticismCase("The meeting begins at ten.", ()),
        ]
    )

    assert blames >= HALF > tells


@settings(max_examples=8, deadline=None)
@given(first=NAMES, second=NAMES)
def test_nobody_is_guilty_by_name(
    judge: ModelCriticismJudge, first: str, second: str
) -> None:
    words = "It is {t} that broke the truce."

    assert judge.judge([case(words, first)]) == judge.judge([case(words, second)])


def test_an_answer_depends_on_its_case_alone(judge: ModelCriticismJudge) -> None:
    one = case("{t} broke the truce.", "Norland")
    other = case("{t} has kept the truce.", "Norland")

    assert judge.judge([other, one, other])[1:2] == judge.judge([one])


def test_a_judge_travels_without_what_it_loaded(judge: ModelCriticismJudge) -> None:
    one = case("{t} broke the truce.", "Norland")
    expected = judge.judge([one])

    travelled = pickle.loads(pickle.dumps(judge))  # noqa: S301

    assert travelled.judge([one]) == expected


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="criticism model"):
        ModelCriticismJudge.at(tmp_path, packaged_stance_model())
