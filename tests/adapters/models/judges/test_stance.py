"""The judge's way from words to sides, with a network that we can predict."""

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from accord.adapters.models.judges import ModelStanceJudge
from accord.adapters.models.judges.encoder import LONGEST_PIECES, Encoded
from accord.adapters.models.judges.stance import encode_case
from accord.errors import ConfigurationError
from accord.ports import StanceCase

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "close", "open", "keep", "port")
UNKNOWN, CLS, SEP, CLOSE, OPEN, KEEP, PORT = range(1, len(WORDS))
#: Where the layer finds the mean of the motion's numbers, of the third layer.
MOTION_NUMBERS = 4


def small_tokenizer() -> Tokenizer:
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))  # noqa: S106
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer


class Keeps:
    """The first part: its pieces are the numbers of the words, and whose they are."""

    def run(self, _: None, inputs: dict[str, Any]) -> list[Any]:
        pieces = np.stack((inputs["ids"], inputs["kinds"]), axis=2)
        pieces = pieces.astype(np.float32)
        return [pieces, pieces, np.zeros((1, 4, 2), dtype=np.float32)]


class AgreesOnWords:
    """The second: supports a motion that says "close" if the text does.

    It opposes that motion if the text says "open".
    """

    def run(self, _: None, inputs: dict[str, Any]) -> list[Any]:
        ids, kinds = inputs["fourth"][0].T
        text, motion = ids[kinds == 0], ids[kinds == 1]
        about = CLOSE in motion
        support = 4.0 * (about and CLOSE in text)
        oppose = 4.0 * (about and OPEN in text)
        scores = np.array([[support, oppose, 1.0]], dtype=np.float32)
        return [scores, np.zeros((1, 2, 2), dtype=np.float32)]


class SmallModel:
    """A model whose network is the two above."""

    version = "v3"

    def tokenizer(self) -> Tokenizer:
        return small_tokenizer()

    def session(self, name: str, /) -> Keeps | AgreesOnWords:
        assert name in {"early.onnx", "late.onnx"}
        return Keeps() if name == "early.onnx" else AgreesOnWords()

    def arrays(self, name: str, /) -> dict[str, np.ndarray]:
        assert name == "positions.npz"
        return {}


def a_judge() -> ModelStanceJudge:
    return ModelStanceJudge(SmallModel())


def test_each_case_gets_the_side_of_its_own_words() -> None:
    motion = "close port"
    cases = [StanceCase(text, motion) for text in ("close port", "open port", "keep")]

    yes, no, neither = a_judge().judge(cases)

    assert yes.support > 0.9
    assert no.oppose > 0.9
    assert neither.neither == max(neither.support, neither.oppose, neither.neither)


def test_text_and_motion_are_told_apart() -> None:
    (sides,) = a_judge().judge([StanceCase("keep port", "close port")])

    assert sides.support < sides.neither


def test_the_shares_sum_to_one() -> None:
    (sides,) = a_judge().judge([StanceCase("close port", "close port")])

    total = sides.support + sides.oppose + sides.neither
    assert total == pytest.approx(1.0, abs=0.001)


def test_whose_side_is_asked_for_and_what_stands_before_are_read_with_the_text() -> (
    None
):
    plain = StanceCase("keep", "close port")
    about = StanceCase("keep", "close port", speaker="close", before="open")

    first, second = a_judge().judge([plain, about])

    assert first.neither > max(first.support, first.oppose)
    assert min(second.support, second.oppose) > second.neither


def test_nothing_asked_loads_nothing() -> None:
    assert a_judge().judge([]) == ()


@settings(max_examples=30)
@given(st.lists(st.sampled_from(WORDS[4:]), min_size=1, max_size=6).map(" ".join))
def test_an_answer_depends_on_its_case_alone(text: str) -> None:
    judge, case = a_judge(), StanceCase(text, "close port")
    beside = StanceCase("open open", "close port")

    assert judge.judge([beside, case, beside])[1:2] == judge.judge([case])


@given(st.integers(0, 3000), st.integers(0, 3000))
@settings(max_examples=20)
def test_a_case_of_any_length_fits_and_keeps_both_sides(text: int, motion: int) -> None:
    case = encode_case(small_tokenizer(), "open " * text, "close " * motion)

    assert len(case.ids) <= LONGEST_PIECES
    assert (OPEN in case.ids[: case.first]) == (text > 0)
    assert (CLOSE in case.ids[case.first :]) == (motion > 0)


def test_the_producer_names_the_model() -> None:
    assert a_judge().producer == "position.judge.v3"


def test_a_judge_travels_without_what_it_loaded() -> None:
    judge = a_judge()
    case = StanceCase("close port", "close port")
    before = judge.judge([case])

    again = pickle.loads(pickle.dumps(judge))  # noqa: S301

    assert again.producer == judge.producer
    assert again.judge([case]) == before


def test_a_folder_without_a_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"(?s)No stance model.*stance_model"):
        ModelStanceJudge.at(tmp_path)


class ModelWithLayer(SmallModel):
    """The same, with a layer for positions that says no the louder the motion is."""

    def arrays(self, name: str, /) -> dict[str, np.ndarray]:
        assert name == "positions.npz"
        weights = np.zeros((16, 4), dtype=np.float32)
        weights[MOTION_NUMBERS, 1] = 9.0
        return {"weights": weights, "bias": np.zeros(4, dtype=np.float32)}


class NeverRuns:
    def run(self, _: None, inputs: dict[str, Any]) -> list[Any]:
        raise AssertionError(inputs)


class ModelOfOnePart(ModelWithLayer):
    """The same, but nobody may ask the second part."""

    def session(self, name: str, /) -> Any:
        return Keeps() if name == "early.onnx" else NeverRuns()


def test_whose_side_is_asked_for_is_told_by_the_layer_for_positions() -> None:
    own, theirs = ModelStanceJudge(ModelWithLayer()).judge(
        [
            StanceCase("close port", "close port"),
            StanceCase("close port", "close port", speaker="the union"),
        ]
    )

    assert own.support > 0.9
    assert theirs.oppose > 0.9


def test_the_layer_for_positions_stands_on_the_first_part_alone() -> None:
    (sides,) = ModelStanceJudge(ModelOfOnePart()).judge(
        [StanceCase("close port", "close port", speaker="the union")]
    )

    assert sides.oppose > 0.9


def test_text_and_motion_are_pooled_apart() -> None:
    case = StanceCase("keep open", "close port", speaker="port")

    read = a_judge().read(case).reshape(2, 4, 2)

    said, asked = [KEEP, OPEN], [CLOSE, PORT]
    # "port : keep open", whose colon is no word of the small vocabulary.
    text = [PORT, UNKNOWN, *said]
    assert read[:, 0, 0].tolist() == [CLS, CLS]
    assert read[:, 1, 0] == pytest.approx(np.mean(text))
    assert read[:, 2, 0] == pytest.approx(np.mean(asked))
    assert read[:, 3, 0].tolist() == [max(text), max(text)]
    assert read[:, 1, 1].tolist() == [0.0, 0.0]
    assert read[:, 2, 1].tolist() == [1.0, 1.0]


@pytest.mark.parametrize(("text", "motion"), [("", "close"), ("open", ""), ("", "")])
def test_what_is_empty_can_be_read(text: str, motion: str) -> None:
    assert np.isfinite(a_judge().read(StanceCase(text, motion))).all()


def test_a_case_knows_where_its_motion_begins() -> None:
    case = encode_case(small_tokenizer(), "keep", "close")

    assert case == Encoded((CLS, KEEP, SEP, CLOSE, SEP), 3)
