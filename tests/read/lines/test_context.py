import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.read.lines.context import around, believed, below_talk
from accord.read.lines.looks import Array, looks
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
    low = np.full(len(rows), 0.4, dtype=np.float32)
    beliefs = believed(rows, low, low)
    for table in (seen, beliefs):
        assert len(table) == len(rows)
        assert np.isfinite(table).all()


def test_a_line_knows_its_neighbours() -> None:
    rows = looks(divide("Home\nNews\nSport"), {})
    one = around(rows, np.array([0, 0, 0], dtype=np.float32))
    other = around(rows, np.array([0, 5, 0], dtype=np.float32))
    assert (one[0] != other[0]).any()
    assert (one[2] != other[2]).any()


def test_a_line_knows_what_stands_sixty_lines_away_but_not_a_hundred() -> None:
    def line(place: int) -> Array:
        lines = ["Home"] * 400
        lines[place : place + 5] = [PROSE] * 5
        rows = looks(divide("\n".join(lines)), {})
        seen = around(rows, np.zeros(len(rows), dtype=np.float32))
        return np.asarray(seen[90])

    assert not np.allclose(line(150), line(190), rtol=1e-3)
    assert np.allclose(line(190), line(200), rtol=1e-3)


@pytest.mark.parametrize("believes", [0.0, 1.0])
def test_a_page_may_be_all_article_or_none(believes: float) -> None:
    rows = looks(divide("One line.\nAnother line."), {})
    belief = np.full(2, believes, dtype=np.float32)
    found = believed(rows, belief, belief)
    assert np.isfinite(found).all()


PROSE = (
    "The harbour board of Port Ostin said on Monday that it would not reopen the lock "
    "before both pilots' guilds had signed the new roster."
)


TURNS = ("averagejo says:", "2 days ago at 07:52")


@pytest.mark.parametrize(
    ("head", "below", "is_head"),
    [
        ("34 responses to “Lock stays shut”", (), True),
        ("Top Rated Comments", TURNS, True),
        ("Top Rated Comments", (), False),
        ("Comments on the roster were few.", TURNS, False),
        ("No Comment", TURNS, False),
    ],
)
def test_readers_talk_begins_below_a_head_if_somebody_talks(
    head: str, below: tuple[str, ...], *, is_head: bool
) -> None:
    rows = looks(divide("\n\n".join([PROSE] * 5 + [head, PROSE, *below])), {})
    found = below_talk(rows, np.full(len(rows), 0.9, dtype=np.float32))
    assert found.tolist() == [False] * 6 + [is_head] * (1 + len(below))


def test_a_menu_heads_no_talk() -> None:
    rows = looks(divide("\n\n".join(["Home", "Comments", *[PROSE] * 5, *TURNS])), {})
    assert not below_talk(rows, np.full(len(rows), 0.9, dtype=np.float32)).any()
