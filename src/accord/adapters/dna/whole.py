"""Whole databases in memory: every table of a ``.dna`` file, read and written."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from accord.adapters.dna.offsets import Offsets
from accord.adapters.dna.reading import opened
from accord.adapters.dna.schema import TABLES, statements_that_create
from accord.errors import InputError, StoreError, UnreadableError

__all__ = ["Cell", "Row", "Tables", "read_tables", "write_tables"]

Cell = str | int | None
Row = Mapping[str, Cell]
#: Table name to rows, each column name to value. The offsets of ``STATEMENTS`` are in
#: code points of the document's text; a column left out has the schema's default.
Tables = Mapping[str, Sequence[Row]]

_HINT = "Nothing was read, so that nothing is lost; please report the file."


def read_tables(path: Path) -> Tables:
    """Read everything that a database holds: types, regexes, coders, attributes.

    Args:
        path: The ``.dna`` file; it is only read.

    Returns:
        All tables of version 3 by name, rows in the order of their numbers.
        Writing them gives an equal database.

    Raises:
        UnreadableError: It is no database of Discourse Network Analyzer 3, or holds
            what the tables known here could not keep.
    """
    with opened(path) as database:
        query = "SELECT name FROM sqlite_master WHERE type = 'table'"
        there = {name for (name,) in database.execute(query)}
        strange = sorted(n for n in there - set(TABLES) if not n.startswith("sqlite_"))
        if strange:
            message = f"{path.name} has tables of no known version: {strange}."
            raise UnreadableError(message, hint=_HINT)
        tables = {
            table: _rows(database, table, path) if table in there else []
            for table in TABLES
        }
    offsets = _offsets(tables["DOCUMENTS"])
    tables["STATEMENTS"] = [_to_points(row, offsets) for row in tables["STATEMENTS"]]
    return tables


def write_tables(tables: Tables, path: Path) -> None:
    """Write a database that Discourse Network Analyzer 3 opens.

    Args:
        tables: What it shall hold; tables left out are empty.
        path: The file to make; its folder exists.

    Raises:
        InputError: There is a file already, or a row breaks a rule of the schema.
        StoreError: The file cannot be written.
    """
    if path.exists():
        message = f"There is a file {str(path)!r} already."
        raise InputError(message, hint="Choose another name, or move it away.")
    offsets = _offsets(tables.get("DOCUMENTS", ()))
    try:
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("PRAGMA foreign_keys = ON")
            for statement in statements_that_create():
                database.execute(statement)
            for table in TABLES:
                rows: Iterable[Row] = tables.get(table, ())
                if table == "STATEMENTS":
                    rows = (_to_units(row, offsets) for row in rows)
                _insert(database, table, rows)
    except sqlite3.IntegrityError as error:
        path.unlink(missing_ok=True)
        message = f"The rows break a rule of the format: {error}."
        raise InputError(message, hint="Short texts hold 190 characters.") from error
    except sqlite3.Error as error:
        path.unlink(missing_ok=True)
        message = f"{str(path)!r} cannot be written: {error}."
        raise StoreError(message, hint="Check the folder.") from error


def _rows(database: sqlite3.Connection, table: str, path: Path) -> list[Row]:
    """Read one table; its names are ours, so that no query is made of data."""
    cursor = database.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608
    names = [column[0] for column in cursor.description]
    strange = sorted(set(names) - set(TABLES[table]))
    if strange:
        message = f"{path.name} has columns of no known version in {table}: {strange}."
        raise UnreadableError(message, hint=_HINT)
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Write one table; parents of entities may stand after their children."""
    database.execute("PRAGMA defer_foreign_keys = ON")
    for row in rows:
        names = [name for name in TABLES[table] if name in row]
        marks = ", ".join("?" * len(names))
        query = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
        database.execute(query, [row[name] for name in names])


def _offsets(documents: Iterable[Row]) -> dict[Cell, Offsets]:
    """Make the converter of each document's text."""
    return {row["ID"]: Offsets(str(row["Text"])) for row in documents}


def _to_points(row: Row, offsets: Mapping[Cell, Offsets]) -> Row:
    """Convert a statement's offsets to code points.

    Raises:
        UnreadableError: It stands in no document, or cuts a character in two.
    """
    text = offsets.get(row["DocumentId"])
    if text is None:
        message = f"Statement {row['ID']} stands in no document of the database."
        raise UnreadableError(message, hint="The database is damaged.")
    found: dict[str, Cell] = dict(row)
    for name in ("Start", "Stop"):
        units = row[name]
        points = text.to_points(units) if isinstance(units, int) else -1
        if text.to_units(points) != units:
            message = f"Statement {row['ID']} cuts a character in two at {units}."
            raise UnreadableError(message, hint=_HINT)
        found[name] = points
    return found


def _to_units(row: Row, offsets: Mapping[Cell, Offsets]) -> Row:
    """Convert a statement's offsets to the peer's, which count UTF-16 units."""
    text = offsets[row["DocumentId"]]
    points = {name: row[name] for name in ("Start", "Stop")}
    return dict(row) | {n: text.to_units(int(at or 0)) for n, at in points.items()}
