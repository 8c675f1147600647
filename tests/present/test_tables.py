"""Tables hold every record whole, and say it the same in every format."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import UnknownNameError
from accord.model import RECORD_KINDS, Figure, When, from_json
from accord.present import Context, tabulate
from accord.present.columns import KINDS
from accord.present.tables import (
    plural_kind,
    singular_kind,
    to_csv,
    to_json_text,
    to_jsonl,
)
from accord.testing.builders import (
    make_document,
    make_join,
    make_judgement,
    make_statement,
)
from accord.testing.dispute import make_dispute

DISPUTE = make_dispute()
CONTEXT = Context.of_dispute(DISPUTE)


def records_of(kind: str) -> list[object]:
    piles: dict[str, list[object]] = {
        "document": [d.document for d in DISPUTE.dossiers],
        "actor": list(DISPUTE.actors),
        "join": [make_join(DISPUTE.dossiers[0], DISPUTE.dossiers[1])],
        "link": list(DISPUTE.links),
        "position": list(DISPUTE.ledger),
        "shift": list(DISPUTE.shifts),
        "irreconcilable": list(DISPUTE.irreconcilable),
        "failure": list(DISPUTE.failures),
        "judgement": [make_judgement("statement-1")],
    }
    if kind in piles:
        return piles[kind]
    return [r for d in DISPUTE.dossiers for r in getattr(d, f"{kind}s")]


def test_every_record_kind_has_columns_and_nothing_else_does() -> None:
    assert list(KINDS) == [k for k in RECORD_KINDS if k in KINDS]
    assert set(KINDS) == set(RECORD_KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_row_has_a_cell_for_each_column(kind: str) -> None:
    records = records_of(kind)
    table = tabulate(kind, records, context=CONTEXT)

    assert len(table.rows) == len(table.ids) == len(records) > 0
    assert {len(row) for row in table.rows} == {len(table.columns)}
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS)
def test_a_terminal_shows_fewer_columns_than_a_report_and_an_export_all(
    kind: str,
) -> None:
    table = tabulate(kind, records_of(kind), context=CONTEXT)
    terminal, report = table.limited_to("terminal"), table.limited_to("report")

    assert table.limited_to("export") == table
    assert 2 <= len(terminal.columns) <= 6
    assert set(terminal.columns) <= set(report.columns) <= set(table.columns)
    assert {len(row) for row in terminal.rows} == {len(terminal.columns)}


@pytest.mark.parametrize("kind", KINDS)
def test_records_of_every_kind_come_back_from_json_lines(kind: str) -> None:
    records = records_of(kind)
    lines = list(to_jsonl(records))

    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    read = [from_json(RECORD_KINDS[kind], json.loads(line)) for line in lines]
    assert read == records
    assert json.loads(to_json_text(records)) == [json.loads(line) for line in lines]


def test_no_records_are_an_empty_array_and_a_heading() -> None:
    assert json.loads(to_json_text([])) == []
    assert to_csv(tabulate("failure", [])).splitlines() == [
        '"id","item","stage","error","code"'
    ]


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_csv_gives_back_every_character_of_a_quotation(words: str) -> None:
    if not words.strip():
        return
    document = make_document(words)
    statement = make_statement(document, words=words)
    written = to_csv(
        tabulate("statements", [statement], context=Context.of([document]))
    )

    reader = csv.DictReader(io.StringIO(written, newline=""))
    (row,) = list(reader)
    assert row["evidence"] == words
    assert (row["id"], row["document"]) == (statement.id, document.path)
    assert words[int(row["start"]) : int(row["end"])] == row["evidence"]


def test_an_attribution_is_dated_by_the_day_it_was_said_else_published() -> None:
    offer = DISPUTE.dossiers[3]
    table = tabulate("attributions", offer.attributions, context=CONTEXT)

    assert [row[0] for row in table.rows] == ["2025-03-05", "2025-03-05"]
    undated = tabulate("attributions", DISPUTE.dossiers[4].attributions)
    assert [row[0] for row in undated.rows] == [None, None]


def test_an_unknown_speaker_is_shown_by_the_words_of_the_text() -> None:
    table = tabulate("attributions", DISPUTE.dossiers[4].attributions)
    columns = [column.name for column in table.columns]

    assert table.rows[1][columns.index("speaker")] == "A person close to the talks"
    assert table.rows[1][columns.index("status")] == "unresolved"


def test_without_documents_a_row_names_them_by_id() -> None:
    statement = DISPUTE.dossiers[0].statements[0]
    table = tabulate("statement", [statement])

    cells = dict(zip((c.name for c in table.columns), table.rows[0], strict=True))
    assert cells["document"] == statement.document
    assert cells["outlet"] is None


def test_kinds_have_one_singular_and_one_plural() -> None:
    for kind in KINDS:
        assert singular_kind(plural_kind(kind)) == kind == singular_kind(kind)
    with pytest.raises(UnknownNameError, match="opinion") as caught:
        singular_kind("opinions")
    assert "attributions" in caught.value.hint


def test_a_slip_of_the_pen_is_quoted_whole_and_put_right() -> None:
    with pytest.raises(UnknownNameError, match="'atributions'") as caught:
        singular_kind("atributions")
    assert "Did you mean 'attributions'?" in caught.value.hint


def test_a_range_and_a_share_are_written_as_people_write_them() -> None:
    document = make_document("between 3 and 5 percent")
    figure = Figure(
        id="figure-1", produced_by="test", document=document.id, value=None, low=3.0,
        high=5.0, unit="%", approximate=True, what="growth", population=None,
        sample=None, pollster=None, according_to=None, alternate=None,
        evidence=document.passage(0, len(document.text)),
    )  # fmt: skip

    assert tabulate("figure", [figure]).rows[0][0] == "about 3–5 %"


def test_dates_are_as_exact_as_they_are_known() -> None:
    month = When(date(2025, 2, 1), date(2025, 2, 28), "month", "explicit")
    document = make_document()
    for when, expected in (
        (month, "2025-02"),
        (When(date(2025, 1, 1), date(2025, 12, 31), "year", "explicit"), "2025"),
        (
            When(date(2025, 1, 1), date(2025, 1, 3), "range", "explicit"),
            "2025-01-01/03",
        ),
        (
            When(date(2025, 1, 30), date(2025, 2, 3), "range", "explicit"),
            "2025-01-30/02-03",
        ),
        (
            When(date(2024, 12, 30), date(2025, 1, 3), "range", "explicit"),
            "2024-12-30/2025-01-03",
        ),
        (When.unresolved("on Thursday"), None),
    ):
        statement = make_statement(document, words="must stay open")
        dated = replace(statement, when=when)
        assert tabulate("statement", [dated]).rows[0][0] == expected
