"""Tables (.csv, .tsv): one document a row, or what is known of files beside them."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO, TextIO

from accord.adapters.formats.containers.joining import Missing, about_of, find_file
from accord.errors import UnreadableError
from accord.ports import About, Bundle, Lost, RawItem
from accord.read.naming.fields import FIELD_NAMES, find_fields, plain_name

__all__ = ["Table"]

_SNIFF_BYTES = 65_536
_DELIMITERS = "\t;|,"
_GUESS_ROWS = 50
#: The mean length from which the longest column of a table is taken for the text.
_PROSE_CHARS = 200
#: Characters of one cell.
MAX_CELL_CHARS = 10_000_000
_FILE_NAMES = (
    "file",
    "filename",
    "file_name",
    "path",
    "attachment",
    "file attachments",
)
_ID_NAMES = ("id", "stories_id", "story_id", "article_id", "key")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each field stands in a row.

    Attributes:
        places: Number of the column of each known field, with ``file`` and ``id``.
        note: How the text's column was found, if it was guessed.
    """

    places: Mapping[str, int]
    note: str = ""

    def row(self, cells: list[str]) -> dict[str, str]:
        """Name the cells of a row; empty ones are left out."""
        found = {n: cells[i].strip() for n, i in self.places.items() if i < len(cells)}
        return {name: value for name, value in found.items() if value}


class Table:
    """A table with names in its first row.

    Args:
        columns: The column of each field, as ``{"text": "body"}``; the others are
            found by their names.
    """

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._named = dict(columns)

    def claims(self, name: str, stream: BinaryIO) -> bool:  # noqa: ARG002 - by name
        """Tell a table by its ending."""
        return name.endswith((".csv", ".tsv"))

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the rows; ``#n`` counts them below the row of names.

        Raises:
            UnreadableError: No column holds text, files or addresses, or a named
                column is not there.
        """
        rows = _rows(bundle.stream)
        first = list(islice(rows, _GUESS_ROWS + 1))
        columns = self._find_columns(first)
        for number, cells in enumerate(chain(first[1:], rows), start=1):
            yield from _item(bundle, number, columns, cells)

    def mentions(self, bundle: Bundle) -> Iterator[str]:
        """Name the files beside the table that its rows are about."""
        rows = _rows(bundle.stream)
        first = list(islice(rows, _GUESS_ROWS + 1))
        columns = self._find_columns(first)
        if "text" in columns.places:
            return
        for cells in chain(first[1:], rows):
            found = find_file(bundle, columns.row(cells))
            if not isinstance(found, Missing):
                yield found

    def _find_columns(self, first: list[list[str]]) -> _Columns:
        """Find the columns by what was asked for, by their names, by what they hold."""
        if not first:
            message = "The table is empty."
            raise UnreadableError(message)
        names = [plain_name(name) for name in first[0]]
        places: dict[str, int] = {}
        for field, name in self._named.items():
            if plain_name(name) not in names:
                shown = ", ".join(first[0])[:300]
                message = f"The table has no column {name!r}; its columns are: {shown}."
                raise UnreadableError(message)
            places[field] = names.index(plain_name(name))
        known = {**FIELD_NAMES, "file": _FILE_NAMES, "id": _ID_NAMES}
        for field, found in find_fields(first[0], known).items():
            free = [at for at in found if at not in places.values()]
            if free:
                places.setdefault(field, free[0])
        note = ""
        if not {"text", "file", "url"} & places.keys():
            places["text"], note = _guess_text(first, places)
        return _Columns(places, note)


def _guess_text(first: list[list[str]], places: Mapping[str, int]) -> tuple[int, str]:
    """Take the longest column for the text, if it is as long as prose.

    Raises:
        UnreadableError: None is.
    """
    sums = [0] * len(first[0])
    for cells in first[1:]:
        for index, cell in enumerate(cells[: len(sums)]):
            sums[index] += len(cell) if index not in places.values() else 0
    best = max(range(len(sums)), key=sums.__getitem__)
    if sums[best] < _PROSE_CHARS * max(1, len(first) - 1):
        shown = ", ".join(first[0])[:300]
        message = f"No column of the table is known as text; its columns are: {shown}."
        raise UnreadableError(message, hint="Name it: --columns text=NAME.")
    name = first[0][best]
    return (
        best,
        f"The text was taken from column {name!r}, the longest; nobody said so.",
    )


def _item(
    bundle: Bundle, number: int, columns: _Columns, cells: list[str]
) -> Iterator[RawItem | Lost]:
    """Give one row: its own text, or the file that it is about."""
    row = columns.row(cells)
    if not row:
        return
    path = f"{bundle.path}#{number}"
    notes = (("guessed-column", columns.note),) if columns.note else ()
    if "text" in columns.places:
        data = json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")
        yield RawItem(path, ".jsonl", data, About(notes=notes))
        return
    found = find_file(bundle, row)
    if isinstance(found, Missing):
        yield Lost(path, UnreadableError(found.reason, hint=found.hint))
        return
    try:
        item = bundle.neighbour(found)
    except UnreadableError as error:
        yield Lost(path, error)
        return
    yield RawItem(item.path, item.suffix, item.data, about_of(row))


def _rows(stream: BinaryIO) -> Iterator[list[str]]:
    """Read a table's rows, whatever parts its cells.

    Raises:
        UnreadableError: A cell is above the limit, or the table is broken.
    """
    stream.seek(0)
    head = stream.read(_SNIFF_BYTES)
    stream.seek(0)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig" if _is_utf8(head) else "cp1252"
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    line = head.decode(encoding, "replace").splitlines()[:1]
    delimiter = max(_DELIMITERS, key=(line or [""])[0].count)
    csv.field_size_limit(MAX_CELL_CHARS)
    try:
        for cells in csv.reader(_lines(text), delimiter=delimiter):
            if cells:
                yield cells
    except csv.Error as error:
        message = f"The table is broken: {error}."
        raise UnreadableError(message) from error
    finally:
        # The stream belongs to whoever opened it.
        text.detach()


def _lines(text: TextIO) -> Iterator[str]:
    """Give the lines of a table, none longer than a cell may be."""
    while line := text.readline(MAX_CELL_CHARS):
        if len(line) == MAX_CELL_CHARS:
            message = f"A line of the table has over {MAX_CELL_CHARS:,} characters."
            raise UnreadableError(message)
        yield line.replace("\0", "")


def _is_utf8(head: bytes) -> bool:
    """Tell whether bytes are UTF-8, whatever is cut off at their end."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(head) == _SNIFF_BYTES and error.start > len(head) - 4
    return True
