"""``accord network``: networks of a workspace and of a file of the peer's."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

SCRIPT = """
CREATE TABLE SETTINGS(Property TEXT, Value TEXT);
CREATE TABLE CODERS(ID INTEGER, Name TEXT);
CREATE TABLE DOCUMENTS(ID INTEGER, Title TEXT, Text TEXT, Author TEXT, Source TEXT,
  Section TEXT, Type TEXT, Date INTEGER);
CREATE TABLE STATEMENTTYPES(ID INTEGER, Label TEXT);
CREATE TABLE VARIABLES(ID INTEGER, Variable TEXT, DataType TEXT,
  StatementTypeId INTEGER);
CREATE TABLE STATEMENTS(ID INTEGER, StatementTypeId INTEGER, DocumentId INTEGER,
  Start INTEGER, Stop INTEGER, Coder INTEGER);
CREATE TABLE DATABOOLEAN(StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATAINTEGER(StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATALONGTEXT(StatementId INTEGER, VariableId INTEGER, Value TEXT);
CREATE TABLE DATASHORTTEXT(StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
CREATE TABLE ENTITIES(ID INTEGER, VariableId INTEGER, Value TEXT, Red INTEGER,
  Green INTEGER, Blue INTEGER);
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER, VariableId INTEGER, AttributeVariable TEXT);
CREATE TABLE ATTRIBUTEVALUES(EntityId INTEGER, AttributeVariableId INTEGER,
  AttributeValue TEXT);
INSERT INTO SETTINGS VALUES ('version', '3.1.2');
INSERT INTO CODERS VALUES (1, 'Admin');
INSERT INTO STATEMENTTYPES VALUES (1, 'Position'), (2, 'Story');
INSERT INTO VARIABLES VALUES (1, 'organization', 'short text', 1),
  (2, 'concept', 'short text', 1), (3, 'agreement', 'boolean', 1),
  (4, 'hero', 'short text', 2), (5, 'villain', 'short text', 2);
INSERT INTO DOCUMENTS VALUES (1, 'Talks', 'They spoke.', '', 'Herald', '', '', 0),
  (2, 'More', 'They spoke.', '', 'Gazette', '', '', 864000);
INSERT INTO ENTITIES VALUES (1, 1, 'Union', 255, 0, 0), (2, 1, 'Board', 0, 0, 0),
  (3, 1, 'Mayor', 0, 0, 0), (4, 2, 'Pay', 0, 0, 0), (5, 4, 'Ann', 0, 0, 0),
  (6, 5, 'Wolf', 0, 0, 0);
INSERT INTO STATEMENTS VALUES (1, 1, 1, 0, 4, 1), (2, 1, 1, 0, 4, 1),
  (3, 1, 2, 0, 4, 1), (4, 2, 2, 0, 4, 1);
INSERT INTO DATASHORTTEXT VALUES (1, 1, 1), (2, 1, 2), (3, 1, 3), (1, 2, 4), (2, 2, 4),
  (3, 2, 4), (4, 4, 5), (4, 5, 6);
INSERT INTO DATABOOLEAN VALUES (1, 3, 1), (2, 3, 0), (3, 3, 1);
"""


@pytest.fixture
def talks(tmp_path: Path) -> str:
    """The union and the mayor want more pay, the board does not."""
    path = tmp_path / "talks.dna"
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SCRIPT)
    return str(path)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_the_matrix_is_on_stdout_with_its_names(accord: Run, talks: str) -> None:
    result = accord("network", talks)

    assert result.code == 0
    assert rows(result.out) == [
        ["", "Pay"],
        ["Board", "1"],
        ["Mayor", "1"],
        ["Union", "1"],
    ]
    assert result.err == "3 statements counted.\n"


def test_who_agrees_with_whom(accord: Run, talks: str) -> None:
    result = accord(
        "network", talks, "--network-type", "onemode",
        "--qualifier-aggregation", "subtract", "--quiet",
    )  # fmt: skip

    assert rows(result.out)[1:] == [
        ["Board", "0", "-1", "-1"],
        ["Mayor", "-1", "0", "1"],
        ["Union", "-1", "1", "0"],
    ]
    assert result.err == ""


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--exclude", "organization=Board"], ["Mayor", "Union"]),
        (
            ["--exclude", "organization=Board", "--invert", "organization"],
            ["Board"],
        ),
        (["--exclude", "source=Herald"], ["Mayor"]),
        (["--exclude", "agreement=1", "--isolates"], ["Board", "Mayor", "Union"]),
        (["--stop-date", "01.01.1970"], ["Board", "Union"]),
        (["--start-date", "1970-01-11"], ["Mayor"]),
        (["--min-frequency", "2"], []),
        (
            ["--duplicates", "week", "--compat", "dna-3.1.2"],
            ["Board", "Mayor", "Union"],
        ),
    ],
)
def test_filters(
    accord: Run, talks: str, arguments: list[str], names: list[str]
) -> None:
    result = accord("network", talks, *arguments)

    assert [row[0] for row in rows(result.out)[1:]] == names


def test_other_statement_types_have_other_variables(accord: Run, talks: str) -> None:
    result = accord(
        "network", talks, "--statement-type", "Story", "--variable1", "hero",
        "--variable2", "villain",
    )  # fmt: skip

    assert rows(result.out) == [["", "Wolf"], ["Ann", "1"]]


def test_the_event_list(accord: Run, talks: str) -> None:
    result = accord("network", talks, "--network-type", "eventlist")

    first = next(csv.DictReader(io.StringIO(result.out)))
    assert (first["organization"], first["agreement"]) == ("Union", "1")
    as_json = accord(
        "network", talks, "--network-type", "eventlist", "--format", "json"
    )
    assert json.loads(as_json.out)[1]["agreement"] is False


def test_an_event_list_is_no_graph(accord: Run, talks: str) -> None:
    result = accord("network", talks, "--network-type", "eventlist", "--format", "gexf")

    assert result.code == 2
    assert "csv or json" in result.err


def test_a_kernel_weighs_within_a_window(accord: Run, talks: str) -> None:
    window = ("--time-window", "days", "--window-size", "4")
    result = accord("network", talks, *window, "--kernel", "triangular")

    assert [(row[1][:10], row[3], row[5]) for row in rows(result.out)[1:]] == [
        ("1970-01-01", "Board", "1"),
        ("1970-01-01", "Union", "1"),
        ("1970-01-02", "Board", "0.5"),
        ("1970-01-02", "Union", "0.5"),
        ("1970-01-10", "Mayor", "0.5"),
        ("1970-01-11", "Mayor", "1"),
    ]
    alone = accord("network", talks, "--kernel", "gaussian")
    assert (alone.code, alone.out) == (2, "")
    assert "needs a window" in alone.err


def test_a_window_over_time_prints_the_ties_of_each(accord: Run, talks: str) -> None:
    window = ("--time-window", "days", "--window-size", "1")
    result = accord("network", talks, *window)

    assert rows(result.out)[0] == ["start", "middle", "stop", "row", "column", "value"]
    assert [(row[1][:10], row[3], row[5]) for row in rows(result.out)[1:]] == [
        ("1970-01-01", "Board", "1"),
        ("1970-01-01", "Union", "1"),
        ("1970-01-11", "Mayor", "1"),
    ]
    as_json = json.loads(accord("network", talks, *window, "--format", "json").out)
    assert len(as_json) == 11
    assert as_json[10]["rows"] == ["Mayor"]
    refused = accord("network", talks, *window, "--format", "dl")
    assert (refused.code, refused.out) == (2, "")
    assert "holds one network" in refused.err


@pytest.mark.parametrize(
    ("form", "begins"),
    [("dl", "dl nr = 3"), ("graphml", "<?xml"), ("gexf", "<?xml"), ("json", "{")],
)
def test_every_format_is_written(
    accord: Run, talks: str, form: str, begins: str
) -> None:
    result = accord("network", talks, "--format", form)

    assert result.code == 0
    assert result.out.startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--variable1", "actor"], "It has: organization, concept"),
        (["--exclude", "organization"], "VARIABLE=VALUE"),
        (["--start-date", "soon"], "no date: 'soon'"),
        (["--statement-type", "Claim"], "There are: Position, Story"),
        (["--qualifier-aggregation", "congruence"], "no aggregation 'congruence'"),
    ],
)
def test_what_cannot_be_is_explained(
    accord: Run, talks: str, arguments: list[str], says: str
) -> None:
    result = accord("network", talks, *arguments)

    assert (result.code, result.out) == (3, "")
    assert says in result.err


def test_a_workspace_is_a_source_too(accord: Run) -> None:
    result = accord("network", "my-dispute")

    assert result.code == 0
    total = sum(int(cell) for row in rows(result.out)[1:] for cell in row[1:])
    assert total > 0
    assert f"{total} statements counted" in result.err


def test_what_a_subtraction_leaves_out_is_said(accord: Run) -> None:
    omitted = accord("network", "my-dispute", "--qualifier-aggregation", "subtract")
    read = accord(
        "network", "my-dispute", "--qualifier-aggregation", "subtract",
        "--conditional", "agree", "--unclear", "disagree",
    )  # fmt: skip

    assert "left out" in omitted.err
    assert "agreement" in omitted.err
    assert "left out" not in read.err


def test_a_workspace_has_statements_and_tones(accord: Run) -> None:
    result = accord("network", "my-dispute", "--statement-type", "DNA Statement")

    assert result.code == 3
    assert "Accord Statement, and tone" in result.err


def test_tones_are_events_with_their_target_and_words(accord: Run) -> None:
    result = accord(
        "network", "my-dispute", "--statement-type", "tone",
        "--network-type", "eventlist",
    )  # fmt: skip

    assert result.code == 0
    assert {"organization", "target", "agreement", "words"} <= set(rows(result.out)[0])


def test_a_missing_source_is_refused(accord: Run) -> None:
    assert accord("network", "missing").code == 3
