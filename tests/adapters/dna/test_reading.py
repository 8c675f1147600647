"""Databases of the peer become event lists."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.adapters.dna import read_events, statement_types
from accord.adapters.dna.offsets import Offsets
from accord.errors import UnknownNameError, UnreadableError
from accord.model.discourse import Entity

MakeDatabase = Callable[..., Path]
TEXT = "🙂 The union wants more pay. 🙃 The board does not."


def test_statements_have_all_their_variables(make_database: MakeDatabase) -> None:
    events = read_events(make_database())

    names = [variable.name for variable in events.variables]
    first, second = (
        dict(zip(names, row.values, strict=True)) for row in events.statements
    )
    assert events.statement_type == "Position"
    assert first == {
        "organization": "Union",
        "concept": "Pay",
        "agreement": True,
        "strength": 2,
        "document": "1",
        "title": "Talks",
        "author": "Jo Reed",
        "source": "Herald",
        "section": "News",
        "type": "report",
        "coder": "Ann",
    }
    assert (second["organization"], second["agreement"]) == ("", False)
    assert second["strength"] is None
    assert events.statements[0].when == datetime(2024, 1, 1, tzinfo=UTC)


def test_offsets_count_code_points(make_database: MakeDatabase) -> None:
    rows = read_events(make_database()).statements

    assert [TEXT[row.start : row.end] for row in rows] == [
        "The union wants more pay.",
        "The board does not.",
    ]


def test_entities_have_colours_and_attributes(make_database: MakeDatabase) -> None:
    assert read_events(make_database()).entities == (
        Entity("organization", "Union", "#ff9900", (("Type", "Labour"), ("Alias", ""))),
        Entity("organization", "Nobody", None, ()),
        Entity("concept", "Pay", "#000000", ()),
    )


def test_each_type_is_read_by_its_name(make_database: MakeDatabase) -> None:
    path = make_database()

    assert statement_types(path) == ("Position", "Remark")
    remarks = read_events(path, statement_type="Remark")
    assert [row.values[:2] for row in remarks.statements] == [("A smile.", "Overheard")]
    # The type has a source of its own; the document's does not take its place.
    assert [v.name for v in remarks.variables].count("source") == 1


def test_a_type_that_is_not_there_is_refused(make_database: MakeDatabase) -> None:
    with pytest.raises(UnknownNameError, match="no statement type 'Claim'") as caught:
        read_events(make_database(), statement_type="Claim")

    assert "Position, Remark" in caught.value.hint


def test_the_first_type_with_statements_is_taken(make_database: MakeDatabase) -> None:
    path = make_database(STATEMENTS=[(3, 2, 1, 0, 2, 1)])

    assert read_events(path).statement_type == "Remark"


def test_a_database_without_statements_gives_an_empty_list(
    make_database: MakeDatabase,
) -> None:
    events = read_events(make_database(STATEMENTS=[]))

    assert (events.statement_type, events.statements) == ("Position", ())


def test_reading_changes_nothing(make_database: MakeDatabase) -> None:
    path = make_database()
    before = path.read_bytes()

    read_events(path)

    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["talks.dna"]


def test_other_files_are_refused(tmp_path: Path, make_database: MakeDatabase) -> None:
    text = tmp_path / "text.dna"
    text.write_text("no database")
    empty = tmp_path / "empty.dna"
    with closing(sqlite3.connect(empty)) as database, database:
        database.execute("CREATE TABLE other(x)")
    old = make_database(SETTINGS=[("version", "2.0")])
    unmarked = tmp_path / "missing.dna"

    for path, says in (
        (text, "cannot be read"),
        (empty, "cannot be read"),
        (old, "version 2.0"),
        (unmarked, "no file"),
    ):
        with pytest.raises(UnreadableError, match=says):
            read_events(path)


def test_a_statement_of_a_lost_document_is_refused(make_database: MakeDatabase) -> None:
    path = make_database(STATEMENTS=[(1, 1, 9, 0, 2, 1)])

    with pytest.raises(UnreadableError, match="document 9"):
        read_events(path)


@given(st.text())
def test_offsets_agree_with_utf_16(text: str) -> None:
    text = text.encode("utf-16", "ignore").decode("utf-16")
    offsets = Offsets(text)

    for points in range(len(text) + 1):
        units = len(text[:points].encode("utf-16-le")) // 2
        assert offsets.to_units(points) == units
        assert offsets.to_points(units) == points
