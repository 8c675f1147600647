"""The rooms that see the whole pile."""

from collections.abc import Sequence
from dataclasses import replace

from accord.adapters.store import MemoryStore
from accord.model import Dossier, Failure, Finding, Link, Position
from accord.pipeline import PileRooms, Progress, run_pile
from accord.testing.builders import make_dossier, make_position
from accord.testing.fakes import FakeLink, FakeLinked


def make_store() -> MemoryStore:
    store = MemoryStore()
    with store.write() as writer:
        for path in ("b.txt", "a.txt"):
            dossier = make_dossier("Alba said no.", path=path)
            writer.put_dossier(dossier, {"read": path})
    return store


class Counting:
    """Whole-pile rooms that count how often they were asked."""

    def __init__(self) -> None:
        self.calls = 0

    def link(self, dossiers: Sequence[Dossier]) -> FakeLinked:
        self.calls += 1
        return FakeLink()(dossiers)

    def rooms(self, fingerprint: str = "1") -> PileRooms:
        return PileRooms(
            join=lambda _: (),
            link=self.link,
            ledger=lambda dossiers, _: tuple(
                make_position(d.statements[0]) for d in dossiers
            ),
            shifts=lambda _, __: (),
            conflicts=lambda _ledger, _statements: (),
            fingerprint=fingerprint,
        )


def test_what_the_whole_pile_shows_is_kept() -> None:
    store, counting = make_store(), Counting()
    seen: list[Progress] = []
    assert run_pile(store, rooms=counting.rooms(), on_progress=seen.append) == ()
    view = store.view()
    first, second = view.dossiers()
    assert [(link.a, link.b) for link in view.records(Link)] == [
        tuple(sorted((first.attributions[0].id, second.attributions[0].id)))
    ]
    assert len(list(view.records(Position))) == 2
    kinds = [f.kind for f in view.records(Finding) if f.document == second.document.id]
    assert kinds.count("uncredited-copy") == 1
    assert [p.stage for p in seen] == ["join", "link", "map", "map", "solve"]


def test_an_unchanged_pile_is_not_worked_on_again() -> None:
    store, counting = make_store(), Counting()
    run_pile(store, rooms=counting.rooms())
    run_pile(store, rooms=counting.rooms())
    assert counting.calls == 1


def test_a_changed_dossier_key_or_room_runs_the_pile_again() -> None:
    store, counting = make_store(), Counting()
    run_pile(store, rooms=counting.rooms())
    run_pile(store, rooms=counting.rooms("2"))
    with store.write() as writer:
        writer.put_dossier(next(store.view().dossiers(["a.txt"])), {"read": "new"})
    run_pile(store, rooms=counting.rooms("2"))
    assert counting.calls == 3


def test_a_room_that_breaks_is_a_failure_and_is_tried_again() -> None:
    store, counting = make_store(), Counting()

    def broken(_dossiers: Sequence[Dossier]) -> FakeLinked:
        message = "lost"
        raise KeyError(message)

    rooms = replace(counting.rooms(), link=broken)
    (failure,) = run_pile(store, rooms=rooms)
    assert (failure.item, failure.stage, failure.code) == ("*", "link", "internal")
    assert list(store.view().records(Failure)) == [failure]
    assert len(list(store.view().records(Position))) == 2
    assert run_pile(store, rooms=counting.rooms()) == ()
    assert list(store.view().records(Failure)) == []
    assert len(list(store.view().records(Link))) == 1


def test_no_text_is_kept_for_rooms_that_read_statements_alone() -> None:
    seen: list[Sequence[Dossier]] = []

    def ledger(dossiers: Sequence[Dossier], _: object) -> tuple[Position, ...]:
        seen.append(dossiers)
        return ()

    run_pile(make_store(), rooms=replace(Counting().rooms(), ledger=ledger))
    (kept,) = seen
    assert [dossier.document.text for dossier in kept] == ["", ""]
    assert all(dossier.statements and not dossier.attributions for dossier in kept)
