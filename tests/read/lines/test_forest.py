import numpy as np
import pytest

from accord.read.lines.forest import Forest

# One tree asks for column 0 and then for column 1; the other is a single leaf.
ARRAYS = {
    "t.roots": np.array([0, -4]),
    "t.column": np.array([0, 1]),
    "t.border": np.array([0.5, 2.0]),
    "t.left": np.array([-1, -2]),
    "t.right": np.array([1, -3]),
    "t.leaf": np.array([-1.0, 0.0, 2.0, 0.5]),
    "t.depth": np.array(2),
}


@pytest.mark.parametrize(
    ("row", "odds"), [((0.5, 9.0), -0.5), ((0.6, 2.0), 0.5), ((0.6, 2.1), 2.5)]
)
def test_a_row_takes_the_leaf_of_every_tree(
    row: tuple[float, float], odds: float
) -> None:
    forest = Forest.of(ARRAYS, "t")
    found = forest.probability(np.array([row], dtype=np.float32))
    assert found[0] == pytest.approx(1 / (1 + np.exp(-odds)))
