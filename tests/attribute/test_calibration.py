"""What a confidence is worth: fitting and reliability on numbers that we know."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "evals" / "attribution"))

calibration = pytest.importorskip("calibration")


def test_a_fit_finds_the_weights_that_made_the_answers() -> None:
    chance = np.random.default_rng(0)
    values = np.column_stack([np.ones(20_000), chance.normal(size=20_000)])
    shares = 1 / (1 + np.exp(-(values @ np.array([-0.5, 1.5]))))
    right = (chance.random(20_000) < shares).astype(float)

    weights = calibration.fit(values, right)

    assert weights == pytest.approx([-0.5, 1.5], abs=0.06)


def test_confidences_that_keep_their_word_have_no_error() -> None:
    confidences = np.repeat([0.25, 0.75], 400)
    right = np.tile([1.0, 0.0, 0.0, 0.0], 100).tolist()
    right += np.tile([1.0, 1.0, 1.0, 0.0], 100).tolist()

    error, rows = calibration.reliability(confidences, np.array(right))

    assert error == pytest.approx(0.0)
    assert sum(size for _, _, size in rows) == 800


def test_boasting_is_an_error() -> None:
    error, _ = calibration.reliability(np.full(100, 0.9), np.zeros(100))

    assert error == pytest.approx(0.9)
