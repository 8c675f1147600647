import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.read.lines.among import AMONG, among, known_to_article, rare_words
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
LINES = st.lists(
    st.sampled_from([PROSE, MORE, OTHER, "Home", "2 days ago"]), max_size=30
)


def compare(text: str, line: int, name: str) -> float:
    units = divide(text)
    return among(units, [rare_words(unit) for unit in units])[line][AMONG.index(name)]


@settings(max_examples=25, deadline=None)
@given(LINES)
def test_every_share_is_a_share(lines: list[str]) -> None:
    units = divide("\n\n".join(lines))
    rows = among(units, [rare_words(unit) for unit in units])
    assert len(rows) == len(units)
    for name in ("in_article", "in_earlier", "run_share", "in_main", "cohesion"):
        assert all(0 <= row[AMONG.index(name)] <= 1 for row in rows)


def test_lines_that_differ_in_their_numbers_have_one_shape() -> None:
    text = "2 days ago at 07:52\n14 days ago at 11:05\nWeather"
    assert compare(text, 0, "same_shape") > 0
    assert compare(text, 0, "copies") == 0
    assert compare(text, 2, "same_shape") == 0


def test_another_story_hangs_together_with_nothing_around_it() -> None:
    text = f"{PROSE}\n\n{MORE}\n\nWeather\n\n{PROSE}\n\n{MORE}\n\n{OTHER}"
    assert compare(text, 3, "cohesion") > 0.5
    assert compare(text, 5, "cohesion") < 0.2


def test_names_of_the_article_are_known_and_no_name_is_not_unknown() -> None:
    text = f"{PROSE}\n\n{MORE}\n\nPilots wait in Port Ostin\n\nNothing else"
    assert compare(text, 2, "names_known") == 1
    assert compare(text, 3, "names_known") == -1


def test_words_are_known_from_the_lines_believed_in_alone() -> None:
    bags = [rare_words(unit) for unit in divide(f"{PROSE}\n\n{MORE}\n\n{OTHER}")]
    believed = known_to_article(bags, np.array([0.9, 0.9, 0.1], dtype=np.float32))
    assert believed[0] > 0.3 > believed[2]
    nothing = known_to_article(bags, np.zeros(3, dtype=np.float32))
    assert nothing.tolist() == [0, 0, 0]
