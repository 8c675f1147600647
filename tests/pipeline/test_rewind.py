"""Taking a dossier back to where it stood before a room."""

from dataclasses import replace

import pytest

from accord.model import Dossier
from accord.pipeline.rewind import rewind
from accord.ports import RawItem
from accord.testing.builders import make_finding
from accord.testing.fakes import FakeAttribute, FakePosition, FakeRead, FakeResolve

TEXT = b'Voss said: "the strait must stay open".'
ROOMS = (FakeAttribute(), FakeResolve(), FakePosition())
NAMES = ("attribute", "resolve", "position")


def states() -> list[Dossier]:
    """The dossier before each room, and after the last."""
    found = [FakeRead()(RawItem("a.txt", ".txt", TEXT))]
    for name, room in zip(NAMES, ROOMS, strict=True):
        dossier = room(found[-1])
        doubt = make_finding(
            dossier.document, kind=name, words="Voss", produced_by=f"{name}.x.v1"
        )
        found.append(dossier.with_findings(name, (doubt,)))
    return found


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("reached", [1, 2, 3])
def test_what_a_room_and_later_ones_made_is_gone(number: int, reached: int) -> None:
    before = states()
    if reached > number:
        assert rewind(before[reached], to=NAMES[number]) == before[number]


def test_whole_pile_findings_and_reading_stay() -> None:
    before, after = states()[0], states()[-1]
    assert rewind(after, to="attribute").findings == before.findings


def test_rewinding_what_was_never_there_changes_nothing() -> None:
    bare = replace(states()[0], findings=())
    assert rewind(bare, to="attribute") == bare
