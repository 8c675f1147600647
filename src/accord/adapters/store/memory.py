"""A store in this process: for tests, and for looking at a pile once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from accord.adapters.store.rows import (
    DOSSIER_FIELDS,
    PILE_SEQ,
    kind_name,
    placed,
    start_of,
)
from accord.errors import StoreError
from accord.model import Dossier, Failure, Judgement
from accord.ports import ItemState

__all__ = ["MemoryStore"]

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class _Contents:
    """Everything kept; replaced as a whole when a transaction ends well."""

    states: dict[str, ItemState] = field(default_factory=dict)
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)
    pile: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def copy(self) -> "_Contents":
        """Copy the tables, not the records."""
        return _Contents(
            states=dict(self.states),
            dossiers=dict(self.dossiers),
            failures=dict(self.failures),
            pile=dict(self.pile),
            judgements=dict(self.judgements),
            values=dict(self.values),
        )


class _MemoryView:
    """The contents as they were when the view was opened."""

    def __init__(self, contents: _Contents) -> None:
        self._contents = contents

    def states(self) -> Mapping[str, ItemState]:
        """Map each item's path to how far it has come."""
        return dict(sorted(self._contents.states.items()))

    def dossiers(self, paths: Sequence[str] | None = None) -> Iterator[Dossier]:
        """Give the dossiers of these items, or of all, by path."""
        kept = self._contents.dossiers
        wanted = kept if paths is None else set(paths) & set(kept)
        for path in sorted(wanted):
            yield kept[path]

    def records(self, kind: type[R]) -> Iterator[R]:
        """Give all records of a class, as the port orders them."""
        name = kind_name(kind)
        contents = self._contents
        if name == "document":
            found: Iterable[Any] = (d.document for d in self.dossiers())
        elif name == "failure":
            of_items = (failure for _, failure in sorted(contents.failures.items()))
            found = (*contents.pile.get(name, ()), *of_items)
        elif name == "judgement":
            found = contents.judgements.values()
        elif name in DOSSIER_FIELDS:
            found = self._placed_records(name)
        else:
            found = contents.pile.get(name, ())
        yield from cast("Iterable[R]", found)

    def _placed_records(self, name: str) -> Iterator[Any]:
        """Merge what dossiers hold with what whole-pile stages add to them."""
        added: dict[str, list[tuple[int, int, Any]]] = {}
        for seq, record in enumerate(self._contents.pile.get(name, ())):
            place = (start_of(record), PILE_SEQ + seq, record)
            added.setdefault(record.document, []).append(place)
        for dossier in self.dossiers():
            own = placed(getattr(dossier, DOSSIER_FIELDS[name]))
            extra = added.get(dossier.document.id, [])
            for _, _, record in sorted((*own, *extra), key=lambda entry: entry[:2]):
                yield record

    def value(self, name: str) -> str | None:
        """Look up a named value."""
        return self._contents.values.get(name)


class _MemoryWriter:
    """Writes into a copy of the contents."""

    def __init__(self, contents: _Contents) -> None:
        self._contents = contents

    def put_dossier(self, dossier: Dossier, keys: Mapping[str, str]) -> None:
        """Keep a document's dossier in the place of the item's earlier one."""
        path = dossier.document.path
        self._contents.failures.pop(path, None)
        self._contents.dossiers[path] = dossier
        self._contents.states[path] = ItemState(path, dossier.document.id, dict(keys))

    def put_failure(self, failure: Failure) -> None:
        """Keep a failure; what was known of the item before goes."""
        self._contents.dossiers.pop(failure.item, None)
        self._contents.failures[failure.item] = failure
        self._contents.states[failure.item] = ItemState(failure.item, None, {})

    def put_pile(self, kind: type[R], records: Iterable[R]) -> None:
        """Keep whole-pile records in the place of all earlier ones of the class."""
        self._contents.pile[kind_name(kind)] = tuple(records)

    def put_judgement(self, judgement: Judgement) -> None:
        """Add a person's ruling; the same one twice is kept once."""
        self._contents.judgements.setdefault(judgement.id, judgement)

    def set_value(self, name: str, value: str) -> None:
        """Keep a named value."""
        self._contents.values[name] = value


class MemoryStore:
    """Keeps records as long as this object lives."""

    def __init__(self) -> None:
        self._contents = _Contents()
        self._writing = False

    def view(self) -> _MemoryView:
        """Open the records for reading, as they are now."""
        return _MemoryView(self._contents)

    @contextmanager
    def claim(self) -> Iterator[None]:
        """Hold the right to write; only this process can, so it is always free."""
        yield

    @contextmanager
    def write(self) -> Iterator[_MemoryWriter]:
        """Begin a transaction; it is kept when the block ends without an error.

        Raises:
            StoreError: A transaction is open already.
        """
        if self._writing:
            message = "A transaction is open already in this process."
            raise StoreError(message, hint="End it before you begin another.")
        self._writing = True
        try:
            contents = self._contents.copy()
            yield _MemoryWriter(contents)
            self._contents = contents
        finally:
            self._writing = False

    def check(self) -> Sequence[str]:
        """Find nothing broken: there is nothing that could break."""
        return ()

    def close(self) -> None:
        """Let go of nothing; the records go with the object."""
