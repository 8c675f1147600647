from collections.abc import Sequence
from random import Random

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.read.lines.among import rare_words
from accord.read.lines.ties import RARITY_SLOTS, rarity_slot, ties
from accord.read.units import divide

PROSE = (
    "The harbour board of Port Ostin said on Monday that it would not reopen the lock "
    "before both pilots' guilds had signed the new roster."
)
MORE = (
    "Both guilds of pilots in Port Ostin answered on Tuesday that nobody on the harbour "
    "board had ever shown them the roster."
)
OTHER = (
    "Bakers in the hills around Tarn praise a wheat that ripens three weeks earlier and "
    "needs hardly any rain in spring."
)
ELSEWHERE, KNOWN, LEAD = range(3)
Table = npt.NDArray[np.float32]
RARITY: Table = np.full(RARITY_SLOTS, 3.0, dtype=np.float32)
LINES = st.lists(st.sampled_from([PROSE, MORE, OTHER, "Home", "•"]), max_size=25)


def tie(
    *lines: str, believed: Sequence[bool], rarity: Table = RARITY
) -> npt.NDArray[np.float32]:
    units = divide("\n\n".join(lines))
    belief = np.array(believed, dtype=np.float32)
    sizes = np.array([len(unit.text) for unit in units], dtype=np.float32)
    bags = [rare_words(unit) for unit in units]
    return ties(bags, belief, belief, rarity, sizes=sizes)


@settings(max_examples=25, deadline=None)
@given(LINES, st.randoms(use_true_random=False))
def test_every_share_is_a_share(lines: list[str], draw: Random) -> None:
    believed = tuple(draw.random() < 0.5 for _ in lines)
    table = tie(*lines, believed=believed)
    assert len(table) == len(lines)
    assert np.isfinite(table).all()
    assert ((table[:, : LEAD + 1] >= 0) & (table[:, : LEAD + 1] <= 1 + 1e-6)).all()


def test_words_of_the_lines_beside_do_not_tie_a_line_to_the_article() -> None:
    menu = ("Home", "News", "Sport", "Video")
    near = tie(PROSE, MORE, *menu, believed=(True, True, *[False] * 4))
    far = tie(PROSE, *menu, MORE, believed=(True, *[False] * 4, True))
    assert near[1, ELSEWHERE] == 0
    assert far[5, ELSEWHERE] > 0.4
    assert near[1, KNOWN] == far[5, KNOWN] > 0.4


def test_another_story_shares_common_words_alone() -> None:
    table = tie(PROSE, "Home", "News", "Sport", OTHER, believed=(True, *[False] * 4))
    assert table[4, [ELSEWHERE, KNOWN, LEAD]].max() < 0.1


def test_rare_words_tie_more_than_common_ones() -> None:
    lines = (PROSE, "Home", "News", "Sport", "Guilds of bakers in the harbour")
    believed = (True, *[False] * 4)
    rarity = RARITY.copy()
    rarity[rarity_slot("bakers")] = 0.1
    even = tie(*lines, believed=believed)
    assert tie(*lines, believed=believed, rarity=rarity)[4, KNOWN] > even[4, KNOWN]
