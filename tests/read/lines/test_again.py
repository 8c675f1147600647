import numpy as np

from accord.read.furniture import mark_by_rule
from accord.read.lines.again import Lines, look_again, worth_a_look
from accord.read.lines.among import AMONG
from accord.read.lines.context import around
from accord.read.lines.looks import LOOKS, Array
from accord.read.lines.ties import RARITY_SLOTS
from accord.read.units import divide

ARTICLE = (
    (
        "The harbour board of Port Ostin said on Monday that it would not reopen the lock "
        "before both pilots' guilds had signed the new roster."
    ),
    "Its chair, Lena Maar, told reporters that the board had waited for eleven weeks.",
    "The guilds answered in the evening that the roster had never been shown to them.",
)
MENU = tuple(f"Region {number}" for number in range(40))
RARITY: Array = np.full(RARITY_SLOTS, 3.0, dtype=np.float32)


def lines_of(*lines: str) -> Lines:
    units = divide("\n\n".join(lines))
    return Lines.of(units, mark_by_rule(units))


def look(lines: Lines, first: Array) -> tuple[list[int], Array]:
    words = np.zeros(len(lines.units), dtype=np.float32)
    seen = around(lines.rows, words)
    places = worth_a_look(first)
    return places.tolist(), look_again(lines, seen, first, RARITY, places=places)


def test_a_page_looks_like_its_article_once_its_menus_are_left_out() -> None:
    first: Array = np.array([0.0] * 40 + [0.9] * 3, dtype=np.float32)
    places, rows = look(lines_of(*MENU, *ARTICLE), first)
    assert places == [38, 39, 40, 41, 42]
    among = [LOOKS.index(name) for name in AMONG]
    assert np.array_equal(rows[:, among], lines_of(*MENU[-2:], *ARTICLE).rows[:, among])


def test_nothing_is_left_out_of_an_article() -> None:
    lines = lines_of(*ARTICLE)
    places, rows = look(lines, np.full(3, 0.9, dtype=np.float32))
    assert places == [0, 1, 2]
    assert np.array_equal(rows[:, : len(LOOKS)], lines.rows)


def test_a_page_of_which_nothing_is_believed_is_looked_at_whole() -> None:
    assert look(lines_of(*MENU), np.zeros(40, dtype=np.float32))[0] == [*range(40)]


def test_a_line_that_is_hardly_believed_is_kept_close_to_one_that_is() -> None:
    first: Array = np.array([0.0] * 10 + [0.9] + [0.0] * 10, dtype=np.float32)
    lines = lines_of(*MENU[:10], ARTICLE[0], *MENU[10:20])
    assert look(lines, first)[0] == [8, 9, 10, 11, 12]
