"""Records as tables, and tables as text for programs."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from accord.errors import UnknownNameError
from accord.model import dumps, to_json
from accord.present.columns import KINDS, Cell, Column, Reach
from accord.present.context import Context

__all__ = [
    "Table",
    "plural_kind",
    "singular_kind",
    "tabulate",
    "to_csv",
    "to_json_text",
    "to_jsonl",
]

_REACHES: tuple[Reach, ...] = ("terminal", "report", "detail", "export")
_NO_CONTEXT = Context()
_NO_PLURAL = frozenset({"irreconcilable"})


@dataclass(frozen=True, slots=True)
class Table:
    """Records laid out in rows.

    Attributes:
        kind: The record kind in the singular.
        columns: What is shown.
        rows: One per record, cells in the order of ``columns``, never shortened.
        ids: The record id of each row; None for records without one.
    """

    kind: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ids: tuple[str | None, ...]

    def showing(self, name: str) -> "Table":
        """Show a column everywhere, whatever its reach."""
        columns = tuple(
            replace(column, reach="terminal") if column.name == name else column
            for column in self.columns
        )
        return replace(self, columns=columns)

    def limited_to(self, reach: Reach) -> "Table":
        """Keep only the columns that a medium shows."""
        widest = _REACHES.index(reach)
        kept = [
            index
            for index, column in enumerate(self.columns)
            if _REACHES.index(column.reach) <= widest
        ]
        return Table(
            self.kind,
            tuple(self.columns[index] for index in kept),
            tuple(tuple(row[index] for index in kept) for row in self.rows),
            self.ids,
        )


def plural_kind(kind: str) -> str:
    """Name many records of a kind, as ``attributions``.

    Raises:
        UnknownNameError: There is no such kind.
    """
    return kind if _known(kind, said=kind) in _NO_PLURAL else f"{kind}s"


def singular_kind(name: str) -> str:
    """Find the kind behind its plural or singular name.

    Raises:
        UnknownNameError: There is no such kind.

    Example:
        >>> singular_kind("attributions")
        'attribution'
    """
    bare = name.lower()
    return _known(bare if bare in KINDS else bare.removesuffix("s"), said=name)


def _known(kind: str, *, said: str) -> str:
    if kind not in KINDS:
        known = [plural_kind(name) for name in KINDS]
        near = get_close_matches(said.lower(), known, n=1)
        message = f"There is no record kind {said!r}."
        meant = f"Did you mean {near[0]!r}? " if near else ""
        raise UnknownNameError(message, hint=f"{meant}Kinds are: {', '.join(known)}.")
    return kind


def tabulate(
    kind: str, records: Iterable[object], *, context: Context = _NO_CONTEXT
) -> Table:
    """Lay records of one kind out in rows.

    Args:
        kind: Record kind, singular or plural.
        records: Records of that kind, in the order to show.
        context: Where to look up the documents and records they point to; what is
            not there is shown by its id.

    Raises:
        UnknownNameError: There is no such kind.
    """
    layout = KINDS[singular_kind(kind)]
    rows: list[tuple[Cell, ...]] = []
    ids: list[str | None] = []
    for record in records:
        rows.append(layout.cells(record, context))
        ids.append(getattr(record, "id", None))
    return Table(singular_kind(kind), layout.columns, tuple(rows), tuple(ids))


def to_csv(table: Table) -> str:
    """Write a table as CSV with a heading line; the record's id comes first.

    Words are always put in quotation marks, so that no line break in them is lost.
    Cells that a spreadsheet would run as a formula are kept as they are: the file is
    the data, and a changed quotation would be no quotation.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["id", *(column.name for column in table.columns)])
    for identity, row in zip(table.ids, table.rows, strict=True):
        writer.writerow([identity, *row])
    return text.getvalue()


def to_jsonl(records: Iterable[object]) -> Iterable[str]:
    """Write each whole record as one line of JSON."""
    return (f"{dumps(record)}\n" for record in records)


def to_json_text(records: Iterable[object]) -> str:
    """Write whole records as one JSON array, a record a line."""
    lines = [
        json.dumps(to_json(record), ensure_ascii=False, separators=(", ", ": "))
        for record in records
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
