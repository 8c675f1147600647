"""Keys: they change when, and only when, a stage's output may."""

import pickle
from dataclasses import replace

import pytest

from accord.model import Dossier, Failure
from accord.pipeline import Chain
from accord.pipeline.chain import Job
from accord.ports import RawItem
from accord.testing.fakes import FakeAttribute, FakeRead, FakeResolve

ITEM = RawItem("pile/a.txt", ".txt", b'Voss: "no".')
CHAIN = Chain(FakeRead(), (("attribute", FakeAttribute()), ("resolve", FakeResolve())))


def keys(chain: Chain, item: RawItem = ITEM) -> dict[str, str]:
    return chain.keys(item, chain.fingerprints())


def changed(chain: Chain, item: RawItem = ITEM) -> list[str]:
    before, after = keys(CHAIN), keys(chain, item)
    return [name for name in after if before.get(name) != after[name]]


def test_the_same_item_and_rooms_have_the_same_keys() -> None:
    assert changed(pickle.loads(pickle.dumps(CHAIN))) == []  # noqa: S301


@pytest.mark.parametrize(
    "item",
    [
        replace(ITEM, data=b"other"),
        replace(ITEM, path="pile/b.txt"),
        replace(ITEM, suffix=".html"),
    ],
)
def test_another_item_changes_every_key(item: RawItem) -> None:
    assert changed(CHAIN, item) == ["read", "attribute", "resolve"]


def test_a_changed_room_changes_its_key_and_the_later_ones() -> None:
    rooms = (("attribute", FakeAttribute(2)), CHAIN.rooms[1])
    assert changed(replace(CHAIN, rooms=rooms)) == ["attribute", "resolve"]
    rooms = (CHAIN.rooms[0], ("resolve", FakeResolve(2)))
    assert changed(replace(CHAIN, rooms=rooms)) == ["resolve"]
    assert len(changed(replace(CHAIN, read=FakeRead(2)))) == 3


def test_later_keys_follow_from_that_of_reading() -> None:
    whole = keys(CHAIN)
    assert CHAIN.later_keys({"read": whole["read"]}, CHAIN.fingerprints()) == whole


def test_a_job_starts_where_it_says() -> None:
    read = CHAIN(Job(ITEM.path, 0, ITEM))
    assert isinstance(read, Dossier)
    assert len(read.mentions) == 1
    again = CHAIN(Job(ITEM.path, 2, replace(read, mentions=())))
    assert again == read


def test_an_error_within_a_later_stage_is_a_failure_of_the_item() -> None:
    broken = Job(ITEM.path, 7, Dossier(document=None))  # type: ignore[arg-type]
    outcome = CHAIN(broken)
    assert isinstance(outcome, Failure)
    assert outcome.item == ITEM.path
    assert outcome.code == "internal"
