"""Databases of the peer's are written, and nothing of them is lost."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.adapters.dna import (
    make_tables,
    read_events,
    read_tables,
    statement_types,
    write_tables,
)
from accord.adapters.dna.schema import TABLES
from accord.errors import InputError, UnreadableError
from accord.map.network import build_network, code_statements
from accord.model import ActorRef, Dossier
from accord.model.discourse import Recipe
from accord.testing.builders import make_document, make_statement

SAMPLE = (
    Path(os.environ.get("ACCORD_DATA", Path(__file__).parents[4] / "shared" / "data"))
    / "dna"
    / "sample_v3.dna"
)
LONG = "🙂 " + "The union 🇪🇺 wants more pay. " * 1_900
ROWS = {
    "SETTINGS": [{"Property": "version", "Value": "3.0.7"}],
    "CODERS": [
        {"ID": 1, "Name": "Admin", "Password": "x", "Red": 255, "FontSize": 20},
        {"ID": 2, "Name": "Ann 🙂", "Password": "y", "PermissionEditRegex": 0},
    ],
    "CODERRELATIONS": [{"ID": 1, "Coder": 1, "OtherCoder": 2, "editDocuments": 0}],
    "DOCUMENTS": [
        {"ID": 1, "Title": "Talks", "Text": LONG, "Coder": 2, "Date": -3_600},
        {"ID": 2, "Title": "", "Text": "", "Coder": 1, "Date": 1_704_067_200},
    ],
    "STATEMENTTYPES": [
        {"ID": 1, "Label": "Position", "Green": 204},
        {"ID": 4, "Label": "Note"},
    ],
    "VARIABLES": [
        {"ID": 1, "Variable": "organization", "DataType": "short text", "StatementTypeId": 1},
        {"ID": 2, "Variable": "agreement", "DataType": "boolean", "StatementTypeId": 1},
        {"ID": 3, "Variable": "strength", "DataType": "integer", "StatementTypeId": 1},
        {"ID": 9, "Variable": "note", "DataType": "long text", "StatementTypeId": 4},
    ],
    "VARIABLELINKS": [{"ID": 1, "SourceVariableId": 1, "TargetVariableId": 9}],
    "REGEXES": [{"Label": "pay.*", "Red": 1}, {"Label": "🙂", "Blue": 9}],
    "STATEMENTS": [
        {"ID": 3, "StatementTypeId": 1, "DocumentId": 1, "Start": 2, "Stop": 27, "Coder": 1},
        {"ID": 4, "StatementTypeId": 1, "DocumentId": 1, "Start": 6, "Stop": 13, "Coder": 2},
        {"ID": 7, "StatementTypeId": 4, "DocumentId": 1, "Start": 0, "Stop": 1, "Coder": 1},
    ],
    "ENTITIES": [
        {"ID": 1, "VariableId": 1, "Value": "", "ChildOf": 2},
        {"ID": 2, "VariableId": 1, "Value": "Union 🇪🇺", "Red": None, "Green": 1, "Blue": 2},
    ],
    "DATASHORTTEXT": [
        {"ID": 1, "StatementId": 3, "VariableId": 1, "Entity": 2},
        {"ID": 2, "StatementId": 4, "VariableId": 1, "Entity": 1},
    ],
    "DATABOOLEAN": [{"ID": 1, "StatementId": 3, "VariableId": 2, "Value": 0}],
    "DATAINTEGER": [{"ID": 1, "StatementId": 3, "VariableId": 3, "Value": -500}],
    "DATALONGTEXT": [{"ID": 1, "StatementId": 7, "VariableId": 9, "Value": LONG}],
    "ATTRIBUTEVARIABLES": [{"ID": 1, "VariableId": 1, "AttributeVariable": "Type"}],
    "ATTRIBUTEVALUES": [
        {"ID": 1, "EntityId": 2, "AttributeVariableId": 1, "AttributeValue": ""}
    ],
}  # fmt: skip


def raw(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as database:
        return {
            table: database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608
            for table in TABLES
        }


def columns(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Names, types, whether null is allowed, defaults and keys of all columns."""
    with closing(sqlite3.connect(path)) as database:
        return {
            table: database.execute(f"PRAGMA table_info({table})").fetchall()
            for table in TABLES
        }


def test_a_database_comes_back_as_it_was(tmp_path: Path) -> None:
    write_tables(ROWS, tmp_path / "a.dna")
    tables = read_tables(tmp_path / "a.dna")
    write_tables(tables, tmp_path / "b.dna")

    assert raw(tmp_path / "a.dna") == raw(tmp_path / "b.dna")
    for table, rows in ROWS.items():
        for given_, found in zip(rows, tables[table], strict=True):
            assert given_.items() <= found.items(), table


def test_offsets_count_utf16_in_the_file_and_code_points_outside(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.dna"
    write_tables(ROWS, path)

    first = raw(path)["STATEMENTS"][0]
    (event, *_) = read_events(path, statement_type="Position").statements
    assert first[3:5] == (3, 30)  # one wide character before, two within
    assert LONG[event.start : event.end] == "The union 🇪🇺 wants more p"


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    path.write_text("precious")

    with pytest.raises(InputError, match="already"):
        write_tables(ROWS, path)
    assert path.read_text() == "precious"


def test_what_breaks_the_format_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    documents = [{"ID": 1, "Title": "x" * 191, "Text": "", "Date": 0}]

    with pytest.raises(InputError, match="CHECK"):
        write_tables({"DOCUMENTS": documents}, path)
    assert not path.exists()


def test_what_would_be_lost_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    write_tables(ROWS, path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE DOCUMENTS ADD COLUMN Mood TEXT")

    with pytest.raises(UnreadableError, match="Mood"):
        read_tables(path)


def test_an_offset_within_a_character_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    write_tables(ROWS, path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE STATEMENTS SET Start = 1 WHERE ID = 3")

    with pytest.raises(UnreadableError, match="in two"):
        read_tables(path)


@settings(max_examples=15, deadline=None)
@given(text=st.text(min_size=1, max_size=20), data=st.data())
def test_every_text_and_span_survives(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"accord-law-{os.getpid()}.dna"  # noqa: S108
    rows = {
        "SETTINGS": ROWS["SETTINGS"],
        "DOCUMENTS": [{"ID": 1, "Title": "t", "Text": text, "Date": 0}],
        "STATEMENTTYPES": [{"ID": 1, "Label": "t"}],
        "STATEMENTS": [
            {
                "ID": 1,
                "StatementTypeId": 1,
                "DocumentId": 1,
                "Start": start,
                "Stop": stop,
            }
        ],
    }
    try:
        write_tables(rows, path)
        tables = read_tables(path)
    finally:
        path.unlink(missing_ok=True)
    assert tables["DOCUMENTS"][0]["Text"] == text
    assert tables["STATEMENTS"][0] | {"Coder": None} == rows["STATEMENTS"][0] | {
        "Coder": None
    }


def talks() -> list[Dossier]:
    """The union wants more pay; the board 🙂 does not; the mayor may."""
    document = make_document(
        "🙂 The union wants more pay. The board will not. The mayor might.",
        path="pile/talks.txt",
        title="T" * 300,
        outlet="Herald",
        published=date(2024, 1, 5),
    )
    board = ActorRef("org:board", "Board")
    statements = (
        make_statement(document, words="more pay", actor="org:union", name="Union"),
        make_statement(
            document, words="will not", actor="per:lee", name="Lee", stance="oppose",
            speaks_for=board, when=date(2024, 1, 3),
        ),
        make_statement(
            document, words="might", actor="org:mayor", name="Mayor", stance="conditional"
        ),
    )  # fmt: skip
    return [Dossier(document=document, statements=statements)]


def test_networks_of_an_export_are_those_of_the_workspace(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    events = code_statements(talks())
    write_tables(make_tables(events, [d.document for d in talks()]), path)
    again = read_events(path)

    assert statement_types(path) == (
        "Accord Statement",
        "Statement without agreement",
    )
    recipe = Recipe(aggregation="subtract")
    first, second = build_network(events, recipe), build_network(again, recipe)
    assert (first.rows, first.columns, first.cells) == (
        second.rows,
        second.columns,
        second.cells,
    )
    (rest,) = read_events(path, statement_type="Statement without agreement").statements
    assert rest.values[:3] == ("Mayor", "Mayor", "open-strait")


def test_an_export_keeps_what_the_format_cannot_hold(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    documents = [d.document for d in talks()]
    write_tables(make_tables(code_statements(talks()), documents), path)
    tables = read_tables(path)

    (document,) = tables["DOCUMENTS"]
    assert document["Title"] == "T" * 189 + "…"
    assert str(document["Notes"]).splitlines() == [
        "path: pile/talks.txt",
        "title: " + "T" * 300,
    ]
    said = read_events(path).position("said")
    assert [s.values[said] for s in read_events(path).statements] == [
        "2024-01-05",
        "2024-01-03",
    ]


@pytest.mark.shared
def test_the_schema_is_the_peers() -> None:
    if not SAMPLE.is_file():
        pytest.skip(f"no {SAMPLE}")
    tables = read_tables(SAMPLE)
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"accord-peer-{os.getpid()}.dna"  # noqa: S108
    try:
        write_tables(tables, path)
        assert columns(path) == columns(SAMPLE)
        assert raw(path) == raw(SAMPLE)
    finally:
        path.unlink(missing_ok=True)
