"""Read what is kept."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Engine, Select, select

from accord.adapters.store.guard import guarded
from accord.adapters.store.rows import decode, dossier_from, kind_name
from accord.adapters.store.tables import items, judgements, named_values, records
from accord.model import Dossier
from accord.ports import ItemState

__all__ = ["SqlView"]

R = TypeVar("R")

#: Paths asked for in one statement; SQLite takes at least 999 parameters.
PATHS_PER_QUERY = 500
#: Rows fetched at a time, so that a large pile is never in memory as a whole.
FETCH_ROWS = 500


class SqlView:
    """Sees whole transactions only: each question is one of its own.

    Args:
        engine: Where the database is.
        name: What to call it in messages.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def states(self) -> Mapping[str, ItemState]:
        """Map each item's path to how far it has come."""
        query = select(items.c.path, items.c.document, items.c.stage_keys)
        return {
            path: ItemState(path, document, json.loads(keys))
            for path, document, keys in self._rows(query.order_by(items.c.path))
        }

    def dossiers(self, paths: Sequence[str] | None = None) -> Iterator[Dossier]:
        """Give the dossiers of these items, or of all, by path."""
        query = (
            select(records.c.path, records.c.kind, records.c.body)
            .where(records.c.origin == "item", records.c.kind != "failure")
            .order_by(records.c.path, records.c.kind, records.c.seq)
        )
        if paths is None:
            yield from self._dossiers(query)
            return
        ordered = sorted(set(paths))
        for start in range(0, len(ordered), PATHS_PER_QUERY):
            some = ordered[start : start + PATHS_PER_QUERY]
            yield from self._dossiers(query.where(records.c.path.in_(some)))

    def records(self, kind: type[R]) -> Iterator[R]:
        """Give all records of a class, as the port orders them."""
        name = kind_name(kind)
        if name == "judgement":
            query = select(judgements.c.id, judgements.c.body)
            ordered = query.order_by(judgements.c.seq)
        else:
            query = select(records.c.path, records.c.body)
            ordered = query.where(records.c.kind == name).order_by(
                records.c.path, records.c.place, records.c.seq
            )
        for where, body in self._rows(ordered):
            yield decode(kind, body, where=f"{where}, {name}")

    def value(self, name: str) -> str | None:
        """Look up a named value."""
        query = select(named_values.c.value).where(named_values.c.name == name)
        for (value,) in self._rows(query):
            return str(value)
        return None

    def _dossiers(self, query: Select[Any]) -> Iterator[Dossier]:
        """Put the rows of one path after the other together."""
        for path, rows in groupby(self._rows(query), key=lambda row: row[0]):
            bodies: dict[str, list[str]] = {}
            for _, kind, body in rows:
                bodies.setdefault(kind, []).append(body)
            yield dossier_from(path, bodies)

    def _rows(self, query: Select[Any]) -> Iterator[Any]:
        """Run a query in a transaction of its own."""
        with guarded(self._name, "read"), self._engine.connect() as connection:
            streaming = connection.execution_options(yield_per=FETCH_ROWS)
            with streaming.execute(query) as rows:
                yield from rows
