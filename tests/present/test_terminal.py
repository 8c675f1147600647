"""What a terminal shows fits its width and needs no colour."""

import io
from dataclasses import replace

import pytest
from rich.console import Console, RenderableType

from accord.model import Finding, Span
from accord.present import Context, lay_out_ledger, tabulate
from accord.present.columns import KINDS
from accord.present.terminal import draw_ledger, draw_table
from accord.testing.builders import make_attribution, make_document
from accord.testing.dispute import make_dispute

DISPUTE = make_dispute()
CONTEXT = Context.of_dispute(DISPUTE)


def drawn(what: RenderableType, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, no_color=True)
    console.print(what)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("kind", ["attribution", "statement", "finding", "figure"])
def test_a_table_fits_its_width_with_whole_dates(kind: str, width: int) -> None:
    records = [r for d in DISPUTE.dossiers for r in getattr(d, f"{kind}s")]
    text = drawn(
        draw_table(tabulate(kind, records, context=CONTEXT), width=width), width
    )

    assert max(len(line) for line in text.splitlines()) <= width
    if kind == "statement":
        assert "2025-01-14" in text
        assert "if conditional" in text


def test_long_words_are_shortened_to_three_lines() -> None:
    words = "the river is ours " * 60
    long = make_attribution(make_document(words), content=words)
    text = drawn(draw_table(tabulate("attribution", [long]), width=80), 80)

    assert "…" in text
    assert len(text.splitlines()) <= 6


def test_a_finding_says_which_document_and_its_note_is_not_squeezed() -> None:
    document = make_document("the river is ours " * 60)
    note = f"{'Nobody signs this letter, ' * 6}and its day is unknown."
    finding = Finding.about(
        document, "no-date", note=note, produced_by="test.v1", span=Span(0, 900)
    )
    table = tabulate("finding", [finding], context=Context.of([document]))
    text = drawn(draw_table(table, width=100), 100)

    assert document.path in text
    assert "unknown." in text


def test_an_empty_table_says_so() -> None:
    for kind in KINDS:
        assert drawn(draw_table(tabulate(kind, []), width=80), 80).startswith("no ")


@pytest.mark.parametrize("width", [30, 50, 80])
def test_the_ledger_shows_every_issue_at_every_width(width: int) -> None:
    matrix = lay_out_ledger(DISPUTE.ledger, codebook=DISPUTE.codebook)
    text = drawn(draw_ledger(matrix, width=width), width)

    assert max(len(line) for line in text.splitlines()) <= width
    for number in ("1 Raise", "2 Night", "3 Joint"):
        assert number in text
    assert "− oppose" in text
    assert "2× 2025-01-22" in text


def test_what_only_leans_is_marked_and_the_mark_explained() -> None:
    leans = replace(DISPUTE.ledger[1], stance="unclear", leaning="oppose")
    book = DISPUTE.codebook
    faint = drawn(draw_ledger(lay_out_ledger([leans], codebook=book), width=80), 80)
    sure = drawn(
        draw_ledger(lay_out_ledger(DISPUTE.ledger, codebook=book), width=80), 80
    )

    assert "−? may oppose" in faint
    assert "not likely enough" in faint
    assert "not likely enough" not in sure


def test_markup_in_a_document_is_shown_not_obeyed() -> None:
    findings = [f for d in DISPUTE.dossiers for f in d.findings]
    text = drawn(draw_table(tabulate("finding", findings), width=80), 80)

    assert "[insert name]" in text
