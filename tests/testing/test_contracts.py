"""A contract that no broken backend breaks would be worth nothing."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from accord.adapters.engine import SerialEngine
from accord.adapters.store import MemoryStore
from accord.app.sifting.filters import parse_day
from accord.errors import EngineError, InputError
from accord.model import Attribution, Document
from accord.ports import Engine, Store, Tagger
from accord.testing.builders import make_attribution
from accord.testing.contracts import EngineContract, StoreContract, TaggerContract
from accord.testing.contracts.raising import expect_error


def broken_laws(suite: object) -> set[str]:
    """Run every law of a suite; give the names of those that are broken."""
    broken = set()
    for name in dir(suite):
        if name.startswith("test_"):
            try:
                getattr(suite, name)()
            except Exception:  # noqa: BLE001 - any way to fail is a failure
                broken.add(name)
            except AssertionError:
                broken.add(name)
    return broken


class Forgetful(MemoryStore):
    """Loses transactions."""

    @contextmanager
    def write(self) -> Iterator[Any]:
        before = self._contents
        with super().write() as writer:
            yield writer
        self._contents = before


class Careless(MemoryStore):
    """Keeps half a transaction."""

    @contextmanager
    def write(self) -> Iterator[Any]:
        before = self._contents
        try:
            with super().write() as writer:
                half = writer._contents
                yield writer
        except ZeroDivisionError:
            self._contents = half if half.dossiers else before
            raise


class Unsorted(MemoryStore):
    """Gives documents in the order they were put."""

    def view(self) -> Any:
        view = super().view()
        view.dossiers = lambda paths=None: iter(  # type: ignore[method-assign]
            [self._contents.dossiers[p] for p in paths or self._contents.dossiers]
        )
        return view


@pytest.mark.parametrize(
    ("store", "law"),
    [
        (Forgetful, "test_a_dossier_comes_back_as_it_was"),
        (Forgetful, "test_rulings_are_kept_for_ever"),
        (Careless, "test_an_error_undoes_the_whole_transaction"),
        (
            Unsorted,
            "test_dossiers_come_by_path_whatever_the_order_they_were_put_in",
        ),
    ],
)
def test_a_broken_store_breaks_the_law(store: type[MemoryStore], law: str) -> None:
    class Suite(StoreContract):
        def make_store(self) -> Store:
            return store()

    assert law in broken_laws(Suite())


class Backwards(SerialEngine):
    """Gives results in reverse."""

    def map(
        self,
        function: Callable[[Any], Any],
        items: Iterable[Any],
        *,
        on_lost: Callable[[Any, EngineError], Any] | None = None,
    ) -> Generator[Any, None, None]:
        del on_lost
        yield from reversed([function(item) for item in items][:200])


class Swallowing(SerialEngine):
    """Leaves items out that raise, and takes everything at once."""

    def map(
        self,
        function: Callable[[Any], Any],
        items: Iterable[Any],
        *,
        on_lost: Callable[[Any, EngineError], Any] | None = None,
    ) -> Generator[Any, None, None]:
        del on_lost
        taken = [item for _, item in zip(range(2000), items, strict=False)]
        for item in taken:
            try:
                yield function(item)
            except InputError:
                continue


def test_a_broken_engine_breaks_the_law() -> None:
    class BackwardsSuite(EngineContract):
        def make_engine(self) -> Engine:
            return Backwards()

    class SwallowingSuite(EngineContract):
        def make_engine(self) -> Engine:
            return Swallowing()

    # An endless pile would never end there.
    BackwardsSuite.test_items_are_taken_a_bounded_number_ahead = (  # type: ignore[method-assign]
        lambda _: None
    )
    assert "test_results_come_in_the_order_of_the_items" in broken_laws(
        BackwardsSuite()
    )
    assert broken_laws(SwallowingSuite()) >= {
        "test_an_error_comes_out_at_the_place_of_its_item",
        "test_items_are_taken_a_bounded_number_ahead",
    }


class Careful:
    """Finds nothing."""

    producer = "attribute.nothing.v1"

    def tag(self, document: Document) -> tuple[Attribution, ...]:
        del document
        return ()


class Greedy(Careful):
    """Takes the whole text, furniture and all, twice, and has no version."""

    producer = "attribute.greedy"

    def tag(self, document: Document) -> tuple[Attribution, ...]:
        return (make_attribution(document, content=document.text),) * 2


def test_a_broken_tagger_breaks_the_law() -> None:
    def suite(tagger: Tagger) -> TaggerContract:
        class Suite(TaggerContract):
            def make_tagger(self) -> Tagger:
                return tagger

        return Suite()

    assert broken_laws(suite(Careful())) == {"test_plain_reports_of_speech_are_found"}
    assert broken_laws(suite(Greedy())) == {
        "test_it_has_a_versioned_name",
        "test_attributions_come_in_text_order_with_ids_of_their_own",
        "test_furniture_is_not_tagged",
    }


def test_an_error_that_does_not_come_or_says_too_little_is_a_failure() -> None:
    with (
        pytest.raises(AssertionError, match="No InputError was raised"),
        expect_error(InputError),
    ):
        pass
    with (
        pytest.raises(AssertionError, match="does not say 'more'"),
        expect_error(InputError, "more"),
    ):
        parse_day("less")
    with pytest.raises(KeyError), expect_error(InputError):
        raise KeyError
