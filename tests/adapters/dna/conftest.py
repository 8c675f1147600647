"""A database of our own, made to the peer's schema."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

SCHEMA = """
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL);
CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT NOT NULL);
CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT NOT NULL, Text TEXT NOT NULL,
  Coder INTEGER, Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '',
  Section TEXT NOT NULL DEFAULT '', Notes TEXT NOT NULL DEFAULT '',
  Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL);
CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT NOT NULL);
CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT NOT NULL,
  DataType TEXT NOT NULL, StatementTypeId INTEGER);
CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER,
  DocumentId INTEGER, Start INTEGER NOT NULL, Stop INTEGER NOT NULL, Coder INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER,
  VariableId INTEGER, Value INTEGER NOT NULL);
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER,
  VariableId INTEGER, Value INTEGER NOT NULL);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER,
  VariableId INTEGER, Value TEXT DEFAULT '');
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER,
  VariableId INTEGER, Entity INTEGER NOT NULL);
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT NOT NULL,
  Red INTEGER, Green INTEGER, Blue INTEGER, ChildOf INTEGER);
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER,
  AttributeVariable TEXT NOT NULL);
CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER,
  AttributeVariableId INTEGER, AttributeValue TEXT NOT NULL DEFAULT '');
"""

# An emoji is two of the peer's characters, so that its offsets run ahead by one each.
TEXT = "🙂 The union wants more pay. 🙃 The board does not."
DAY = 1_704_067_200  # 2024-01-01

ROWS: dict[str, Sequence[tuple[object, ...]]] = {
    "SETTINGS": [("version", "3.0.7")],
    "CODERS": [(1, "Admin"), (2, "Ann")],
    "DOCUMENTS": [
        (1, "Talks", TEXT, 2, "Jo Reed", "Herald", "News", "", "report", DAY),
        (2, "Empty", "", 1, "", "", "", "", "", DAY + 90_061),
    ],
    "STATEMENTTYPES": [(1, "Position"), (2, "Remark")],
    "VARIABLES": [
        (1, "organization", "short text", 1),
        (2, "concept", "short text", 1),
        (3, "agreement", "boolean", 1),
        (4, "strength", "integer", 1),
        (5, "note", "long text", 2),
        (6, "source", "short text", 2),
    ],
    "STATEMENTS": [(1, 1, 1, 3, 28, 2), (2, 1, 1, 32, 51, 1), (3, 2, 1, 0, 2, 1)],
    "DATABOOLEAN": [(1, 1, 3, 1), (2, 2, 3, 0)],
    "DATAINTEGER": [(1, 1, 4, 2)],
    "DATALONGTEXT": [(1, 3, 5, "A smile.")],
    "DATASHORTTEXT": [(1, 1, 1, 2), (2, 1, 2, 4), (3, 2, 1, 1), (4, 2, 2, 4), (5, 3, 6, 5)],
    "ENTITIES": [
        (1, 1, "", 0, 0, 0, None),
        (2, 1, "Union", 255, 153, 0, None),
        (3, 1, "Nobody", None, None, None, None),
        (4, 2, "Pay", 0, 0, 0, None),
        (5, 6, "Overheard", 0, 0, 0, None),
    ],
    "ATTRIBUTEVARIABLES": [(1, 1, "Type"), (2, 1, "Alias")],
    "ATTRIBUTEVALUES": [(1, 2, 1, "Labour"), (2, 2, 2, "")],
}  # fmt: skip

MakeDatabase = Callable[..., Path]


@pytest.fixture
def make_database(tmp_path: Path) -> MakeDatabase:
    """Write a database; rows of whole tables may be replaced."""

    def make(**changes: Sequence[tuple[object, ...]]) -> Path:
        path = tmp_path / "talks.dna"
        with closing(sqlite3.connect(path)) as database, database:
            database.executescript(SCHEMA)
            for table, rows in (ROWS | changes).items():
                for row in rows:
                    marks = ", ".join("?" * len(row))
                    database.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608
        return path

    return make
