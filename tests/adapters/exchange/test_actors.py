"""CSV files of actors, KTAB's and plain ones, come in and go out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.adapters.exchange import read_actors, write_actors
from accord.errors import InputError
from accord.model.negotiation.contest import Contest, Stake

KTAB = """\
Harbour,"a harbour, dredged", 2, 2,
Actor,Description,Influence,Depth Position,Depth Salience,Toll Position,Toll Salience,
Port,the port itself, 100.0, 30, 24.0, 20, 50.0,
Town,"town, council",  60.5, 45, 44.0, 65, 41.5,

"""


def test_ktabs_dimensions_become_contests() -> None:
    depth, toll = read_actors(KTAB)

    assert (depth.title, toll.title) == ("Harbour: Depth", "Harbour: Toll")
    assert depth.stakes == (Stake("Port", 100, 30, 0.24), Stake("Town", 60.5, 45, 0.44))
    assert toll.stakes[1] == Stake("Town", 60.5, 65, 0.415)


def test_a_plain_file_is_one_contest() -> None:
    text = "Actor,Capability,Position,Salience\nArle,0.5,-3,0.8\nBelm,1,7.5,1\n"

    (contest,) = read_actors(text)

    assert contest.stakes == (Stake("Arle", 0.5, -3, 0.8), Stake("Belm", 1, 7.5, 1))


NUMBERS = st.integers(0, 1_000).map(lambda number: number / 10)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=5))
def test_what_is_written_is_read_again(rows: list[tuple[float, float, float]]) -> None:
    stakes = tuple(
        Stake(f"actor {number}", c + 0.1, x, (s + 0.1) / 101)
        for number, (c, x, s) in enumerate(rows)
    )

    (again,) = read_actors(write_actors([Contest(stakes=stakes, title="A: B")]))

    for one, other in zip(stakes, again.stakes, strict=True):
        assert one.name == other.name
        assert one.position == other.position
        assert one.capability == pytest.approx(other.capability)
        assert one.salience == pytest.approx(other.salience)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "neither"),
        ("a,b\n1,2\n", "neither"),
        (KTAB.replace(" 2, 2,", " 3, 2,"), "promises 3 actors"),
        (KTAB.replace("100.0", "much"), "lacks a number"),
        ("Actor,Capability,Position,Salience\nArle,1,2\n", "lacks a number"),
        ("Actor,Capability,Position,Salience\nArle,1,nan,1\n", "no finite number"),
        ("Actor,Capability,Position,Salience\n", "no actors"),
        ('Actor,"Capability\n', "no CSV"),
        ("Actor,Capability,Position,Salience\n" + "A,1,1,1\n" * 500, "501 lines"),
    ],
)
def test_a_file_of_another_form_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_actors(text)


def test_contests_that_ktab_cannot_hold_are_refused() -> None:
    one = Contest(stakes=(Stake("A", 1, 5, 1),))
    out = Contest(stakes=(Stake("A", 1, 500, 1),))
    other = Contest(stakes=(Stake("B", 1, 5, 1),))

    with pytest.raises(InputError, match="same actors"):
        write_actors([one, other])
    with pytest.raises(InputError, match="does not fit"):
        write_actors([out])
