import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.read.lines.context import around, believed
from accord.read.lines.looks import looks
from accord.read.units import divide

LINES = st.lists(
    st.sampled_from(["Home", "A line of some words that ends here, at last, in a stop.",
                     "x", "• entry", "Read more »"]),
    min_size=1,
    max_size=30,
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(LINES)
def test_every_line_has_numbers_and_no_gap_among_them(lines: list[str]) -> None:
    rows = looks(divide("\n".join(lines)), {})
    seen = around(rows, np.zeros(len(rows), dtype=np.float32))
    beliefs = believed(rows, np.full(len(rows), 0.4, dtype=np.float32))
    for table in (seen, beliefs):
        assert len(table) == len(rows)
        assert np.isfinite(table).all()


def test_a_line_knows_its_neighbours() -> None:
    rows = looks(divide("Home\nNews\nSport"), {})
    one = around(rows, np.array([0, 0, 0], dtype=np.float32))
    other = around(rows, np.array([0, 5, 0], dtype=np.float32))
    assert (one[0] != other[0]).any()
    assert (one[2] != other[2]).any()


@pytest.mark.parametrize("believes", [0.0, 1.0])
def test_a_page_may_be_all_article_or_none(believes: float) -> None:
    rows = looks(divide("One line.\nAnother line."), {})
    found = believed(rows, np.full(2, believes, dtype=np.float32))
    assert np.isfinite(found).all()
