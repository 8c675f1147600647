"""The same output, whatever the number of workers, the order, the interruptions."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.adapters.engine import ProcessEngine, SerialEngine
from accord.adapters.store import MemoryStore, SqlStore
from accord.model import Failure
from accord.pipeline import Chain, PileRooms, catch_up, run_documents, run_pile
from accord.ports import Engine, Store
from accord.testing.builders import make_position
from accord.testing.fakes import (
    FakeAttribute,
    FakeFetcher,
    FakeLink,
    FakePosition,
    FakeRead,
    FakeResolve,
)
from accord.testing.snapshot import snapshot

NAMES = ("Voss", "Teal", "Orrin", "nobody")
PHRASES = ("the strait is open", "no deal", "the fee must fall", "CRASH", "")


def make_chain(version: int = 1, term: str = "strait") -> Chain:
    return Chain(
        FakeRead(),
        (
            ("attribute", FakeAttribute()),
            ("resolve", FakeResolve(version)),
            ("position", FakePosition(((term, f"on-{term}"),))),
        ),
    )


def make_pile() -> PileRooms:
    link = FakeLink()
    return PileRooms(
        join=lambda _: (),
        link=link,
        ledger=lambda dossiers, _: tuple(
            make_position(s) for d in dossiers for s in d.statements
        ),
        shifts=lambda _, __: (),
        conflicts=lambda _ledger, _statements: (),
        fingerprint=link.fingerprint(),
    )


def run(
    store: Store,
    items: dict[str, bytes | Failure],
    *,
    engine: Engine | None = None,
    order: Sequence[str] = (),
    chain: Chain | None = None,
) -> str:
    chain, engine = chain or make_chain(), engine or SerialEngine()
    run_documents(
        order,
        chain=chain,
        store=store,
        engine=engine,
        fetcher=FakeFetcher(items),
        batch_items=3,
    )
    catch_up(chain=chain, store=store, engine=engine)
    run_pile(store, rooms=make_pile())
    return snapshot(store.view())


def articles() -> st.SearchStrategy[dict[str, bytes | Failure]]:
    sentence = st.tuples(st.sampled_from(NAMES), st.sampled_from(PHRASES)).map(
        lambda pair: f'{pair[0]} said: "{pair[1]}".'
    )
    text = st.lists(sentence, max_size=3).map(lambda parts: " ".join(parts).encode())
    paths = st.sampled_from([f"pile/{letter}.txt" for letter in "abcdefghijk"])
    return st.dictionaries(paths, text, min_size=1, max_size=8)


@settings(max_examples=30, deadline=None)
@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(items, random) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    order = sorted(items)
    random.shuffle(order)
    assert run(MemoryStore(), items, order=order) == run(MemoryStore(), items)


@settings(max_examples=30, deadline=None)
@given(
    articles(), articles(), st.sampled_from([1, 2]), st.sampled_from(["deal", "fee"])
)
def test_a_second_run_equals_a_fresh_one(before, after, version, term) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Whatever changed between them: files, actors, codebook; vanished items stay."""
    store = MemoryStore()
    run(store, before)
    chain = make_chain(version, term)
    again = run(store, after, chain=chain)
    # What failed or vanished: a failure that is not found again stays a failure.
    assert again == run(MemoryStore(), before | after, chain=chain)


@settings(max_examples=20, deadline=None)
@given(articles(), st.integers(0, 8))
def test_a_run_cut_off_anywhere_and_done_again_equals_one_run(items, cut) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    store = MemoryStore()
    part = dict(sorted(items.items())[:cut])
    if part:
        run_documents(
            [],
            chain=make_chain(),
            store=store,
            engine=SerialEngine(),
            fetcher=FakeFetcher(part),
        )
    assert run(store, items) == run(MemoryStore(), items)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_number_of_workers_and_the_store_do_not_matter(
    jobs: int, tmp_path: Path
) -> None:
    items: dict[str, bytes | Failure] = {
        f"pile/{number}.txt": (
            f'{NAMES[number % 4]} said: "{PHRASES[number % 5]}". ' * (number % 7)
        ).encode()
        for number in range(40)
    }
    store = SqlStore.in_file(tmp_path / "accord.db")
    reverse = sorted(items, reverse=True)
    found = run(store, items, engine=ProcessEngine(jobs), order=reverse)
    assert found == run(MemoryStore(), items)
    assert store.check() == ()
