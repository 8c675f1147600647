"""Write within one transaction."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select

from accord.adapters.store.rows import (
    DOSSIER_FIELDS,
    Row,
    dossier_rows,
    encode,
    kind_name,
    pile_row,
)
from accord.adapters.store.tables import items, judgements, named_values, records
from accord.model import Dossier, Failure, Judgement

__all__ = ["SqlWriter"]

R = TypeVar("R")

#: Rows sent at a time; bounds the memory of a large batch of items.
FLUSH_ROWS = 2_000


class SqlWriter:
    """Collects rows and sends them in large statements.

    Args:
        connection: In a transaction that may write.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: list[Row] = []

    def put_dossier(self, dossier: Dossier, keys: Mapping[str, str]) -> None:
        """Keep a document's dossier in the place of the item's earlier one."""
        path = dossier.document.path
        self._replace_item(path, dossier.document.id, keys)
        self._add(dossier_rows(dossier))

    def put_failure(self, failure: Failure) -> None:
        """Keep a failure; what was known of the item before goes."""
        self._replace_item(failure.item, None, {})
        body = encode(failure)
        self._add([Row(failure.item, "item", "failure", 0, 0, failure.id, body)])

    def put_pile(self, kind: type[R], pile: Iterable[R]) -> None:
        """Keep whole-pile records in the place of all earlier ones of the class."""
        self.flush()
        name = kind_name(kind)
        self._connection.execute(
            delete(records).where(records.c.origin == "pile", records.c.kind == name)
        )
        paths = self._paths() if name in DOSSIER_FIELDS else {}
        for seq, record in enumerate(pile):
            path = paths.get(getattr(record, "document", ""), "")
            self._add([pile_row(name, seq, record, path=path)])

    def put_judgement(self, judgement: Judgement) -> None:
        """Add a person's ruling; the same one twice is kept once."""
        known = select(judgements.c.id).where(judgements.c.id == judgement.id)
        if self._connection.execute(known).first() is None:
            self._connection.execute(
                insert(judgements).values(
                    id=judgement.id, on_record=judgement.on, body=encode(judgement)
                )
            )

    def set_value(self, name: str, value: str) -> None:
        """Keep a named value."""
        self._connection.execute(
            delete(named_values).where(named_values.c.name == name)
        )
        self._connection.execute(insert(named_values).values(name=name, value=value))

    def flush(self) -> None:
        """Send the rows collected so far."""
        if self._rows:
            self._connection.execute(
                insert(records), [dataclasses.asdict(row) for row in self._rows]
            )
            self._rows = []

    def _replace_item(
        self, path: str, document: str | None, keys: Mapping[str, str]
    ) -> None:
        """Drop what is known of an item and note how far it has come now."""
        self.flush()
        execute = self._connection.execute
        execute(delete(items).where(items.c.path == path))
        execute(
            delete(records).where(records.c.path == path, records.c.origin == "item")
        )
        execute(
            insert(items).values(
                path=path, document=document, stage_keys=json.dumps(dict(keys))
            )
        )

    def _add(self, rows: Iterable[Row]) -> None:
        """Collect rows."""
        self._rows.extend(rows)
        if len(self._rows) >= FLUSH_ROWS:
            self.flush()

    def _paths(self) -> dict[str, Any]:
        """Map each document's id to its path."""
        known = select(items.c.document, items.c.path).where(
            items.c.document.is_not(None)
        )
        return {row.document: row.path for row in self._connection.execute(known)}
