"""Leading documents through their rooms, doing only what changed."""

from dataclasses import dataclass, replace

import pytest

from accord.adapters.engine import ProcessEngine, SerialEngine
from accord.adapters.store import MemoryStore
from accord.errors import InternalError
from accord.model import Attribution, Dossier, Failure, Mention, Statement
from accord.pipeline import Chain, Progress, Tally, catch_up, run_documents
from accord.ports import Engine, Store
from accord.testing.builders import make_failure
from accord.testing.fakes import (
    FakeAttribute,
    FakeFetcher,
    FakePosition,
    FakeRead,
    FakeResolve,
    crash_marker,
    kill_marker,
)
from accord.testing.snapshot import snapshot

PILE: dict[str, bytes | Failure] = {
    "pile/a.txt": b'Voss said: "the strait must stay open".',
    "pile/b.txt": b'Teal said: "no strait, no deal". Voss left.',
    "pile/c.txt": b'nobody: "the strait is closed".',
}


def make_chain(
    *,
    read: int = 1,
    attribute: int = 1,
    resolve: int = 1,
    term: str | None = "strait",
) -> Chain:
    chain = Chain(
        FakeRead(read),
        (("attribute", FakeAttribute(attribute)), ("resolve", FakeResolve(resolve))),
    )
    if term is None:
        return chain
    position = FakePosition(((term, "open-strait"),))
    return replace(chain, rooms=(*chain.rooms, ("position", position)))


def run(
    store: Store,
    items: dict[str, bytes | Failure] = PILE,
    *,
    chain: Chain | None = None,
    engine: Engine | None = None,
    batch_items: int = 2,
) -> Tally:
    return run_documents(
        [],
        chain=chain or make_chain(),
        store=store,
        engine=engine or SerialEngine(),
        fetcher=FakeFetcher(dict(items)),
        batch_items=batch_items,
    )


@dataclass
class Spy:
    """An engine that remembers at which stage each job began."""

    def __post_init__(self) -> None:
        self.starts: dict[str, int] = {}

    def map(self, function, items, *, on_lost=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        del on_lost
        for job in items:
            self.starts[job.path] = job.start
            yield function(job)


def test_every_document_passes_every_room() -> None:
    store = MemoryStore()
    tally = run(store)
    assert tally.processed == set(PILE)
    assert tally.unchanged == 0
    assert not tally.failures
    view = store.view()
    assert [a.act for a in view.records(Attribution)] == ["say"] * 3
    assert [m.name for m in view.records(Mention)] == ["Voss", "Teal", "Voss"]
    assert len(list(view.records(Statement))) == 3
    assert set(view.states()["pile/a.txt"].keys) == {
        "read", "attribute", "resolve", "position",
    }  # fmt: skip


def test_nothing_is_done_again_when_nothing_changed() -> None:
    store, spy = MemoryStore(), Spy()
    run(store)
    before = snapshot(store.view())
    tally = run(store, engine=spy)
    assert spy.starts == {}
    assert (tally.unchanged, tally.processed) == (3, set())
    assert snapshot(store.view()) == before


@pytest.mark.parametrize(
    ("changed", "start"),
    [
        ({"read": 2}, 0),
        ({"attribute": 2}, 1),
        ({"resolve": 2}, 2),
        ({"term": "deal"}, 3),
    ],
)
def test_a_changed_room_is_entered_first_and_gives_what_a_fresh_run_gives(
    changed: dict[str, int | str], start: int
) -> None:
    store, fresh, spy = MemoryStore(), MemoryStore(), Spy()
    run(store)
    chain = make_chain(**changed)  # type: ignore[arg-type]
    run(store, chain=chain, engine=spy)
    run(fresh, chain=chain)
    assert spy.starts == dict.fromkeys(PILE, start)
    assert snapshot(store.view()) == snapshot(fresh.view())


def test_only_the_changed_file_is_read_again() -> None:
    store, fresh, spy = MemoryStore(), MemoryStore(), Spy()
    run(store)
    items = PILE | {"pile/b.txt": b'Teal said: "the strait is ours".'}
    run(store, items, engine=spy)
    run(fresh, items)
    assert spy.starts == {"pile/b.txt": 0}
    assert snapshot(store.view()) == snapshot(fresh.view())


def test_a_first_pass_to_resolve_and_a_second_to_the_end_equal_one_pass() -> None:
    store, fresh, spy = MemoryStore(), MemoryStore(), Spy()
    run(store, chain=make_chain(term=None))
    assert list(store.view().records(Statement)) == []
    catch_up(chain=make_chain(), store=store, engine=spy)
    run(fresh)
    assert spy.starts == dict.fromkeys(PILE, 3)
    assert snapshot(store.view()) == snapshot(fresh.view())


def test_a_short_pass_leaves_what_is_complete_alone() -> None:
    store = MemoryStore()
    run(store)
    before = snapshot(store.view())
    tally = run(store, chain=make_chain(term=None))
    assert tally.unchanged == 3
    assert snapshot(store.view()) == before


def test_items_whose_file_vanished_stay_and_are_brought_up_to_date() -> None:
    store, fresh = MemoryStore(), MemoryStore()
    run(store)
    chain = make_chain(term="deal")
    rest = {"pile/b.txt": PILE["pile/b.txt"]}
    assert run(store, rest, chain=chain).found == {"pile/b.txt"}
    later = catch_up(chain=chain, store=store, engine=SerialEngine())
    assert later.processed == {"pile/a.txt", "pile/c.txt"}
    run(fresh, chain=chain)
    assert snapshot(store.view()) == snapshot(fresh.view())
    again = catch_up(chain=chain, store=store, engine=SerialEngine())
    assert again.found == set()


def test_one_bad_item_never_stops_the_pile() -> None:
    store = MemoryStore()
    bad: dict[str, bytes | Failure] = {
        "pile/0.txt": b"",
        "pile/bb.txt": f'Crash: "{crash_marker}"'.encode(),
        "pile/d.bin": make_failure("pile/d.bin"),
    }
    tally = run(store, PILE | bad)
    assert tally.processed == set(PILE)
    assert sorted(tally.failures) == sorted(bad)
    failures = {f.item: f for f in store.view().records(Failure)}
    assert failures["pile/0.txt"].code == "input.unreadable"
    assert failures["pile/0.txt"].stage == "read"
    assert failures["pile/0.txt"].produced_by == "read.fake.v1"
    assert failures["pile/bb.txt"].code == "internal"
    assert failures["pile/bb.txt"].error == "ZeroDivisionError: CRASH"
    assert failures["pile/d.bin"] == bad["pile/d.bin"]


@dataclass(frozen=True)
class BrokenRoom:
    producer: str = "resolve.broken.v7"

    def fingerprint(self) -> str:
        return "broken"

    def __call__(self, dossier: Dossier) -> Dossier:
        if "Teal" in dossier.document.text:
            raise RecursionError
        return dossier


def test_a_failure_names_the_room_that_broke() -> None:
    store = MemoryStore()
    run(store)
    chain = replace(make_chain(), rooms=(("resolve", BrokenRoom()),))
    tally = run(store, chain=chain)
    failure = tally.failures["pile/b.txt"]
    assert (failure.stage, failure.produced_by) == ("resolve", "resolve.broken.v7")
    assert [d.document.path for d in store.view().dossiers()] == [
        "pile/a.txt", "pile/c.txt",
    ]  # fmt: skip


def test_a_failed_item_is_tried_again_and_heals() -> None:
    store = MemoryStore()
    run(store, PILE | {"pile/z.txt": b""})
    tally = run(store, PILE | {"pile/z.txt": b"Voss spoke."})
    assert tally.processed == {"pile/z.txt"}
    assert list(store.view().records(Failure)) == []


def test_an_item_that_kills_its_worker_fails_alone() -> None:
    store = MemoryStore()
    items = PILE | {"pile/k.txt": kill_marker.encode()}
    tally = run(store, items, engine=ProcessEngine(2))
    assert tally.processed == set(PILE)
    assert tally.failures["pile/k.txt"].stage == "engine"
    assert tally.failures["pile/k.txt"].code == "backend.engine"


def test_two_items_with_one_name_are_a_bug_of_the_fetcher() -> None:
    with pytest.raises(InternalError, match=r"pile/a\.txt"):
        run_documents(
            ["pile/a.txt", "pile/a.txt"],
            chain=make_chain(),
            store=MemoryStore(),
            engine=SerialEngine(),
            fetcher=FakeFetcher(dict(PILE)),
        )


def test_an_interrupt_keeps_what_is_done() -> None:
    store = MemoryStore()

    def interrupt(progress: Progress) -> None:
        if progress.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_documents(
            [],
            chain=make_chain(),
            store=store,
            engine=SerialEngine(),
            fetcher=FakeFetcher(dict(PILE)),
            on_progress=interrupt,
        )
    kept = [d.document.path for d in store.view().dossiers()]
    assert kept == ["pile/a.txt", "pile/b.txt"]


def test_progress_counts_every_item_once() -> None:
    seen: list[Progress] = []
    run_documents(
        [],
        chain=make_chain(),
        store=MemoryStore(),
        engine=SerialEngine(),
        fetcher=FakeFetcher(PILE | {"pile/d.txt": b""}),
        on_progress=seen.append,
    )
    assert [p.done for p in seen] == [1, 2, 3, 4]
    assert {p.total for p in seen} == {4}
    assert {p.stage for p in seen} == {"position"}
    assert sorted(p.item for p in seen) == sorted((*PILE, "pile/d.txt"))


def test_a_later_pass_is_added_to_an_earlier_one() -> None:
    tally = Tally(found={"a", "b", "c"}, processed={"a", "b"})
    failure = make_failure("b")
    tally.add(Tally(found={"b", "x"}, processed={"x"}, failures={"b": failure}))
    assert tally.processed == {"a", "x"}
    assert tally.failures == {"b": failure}
    assert tally.unchanged == 1
