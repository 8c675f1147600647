"""Documents refuse quotations that do not stand in them."""

import pytest

from accord.errors import QuoteError, SpanError
from accord.model import Document, Extract, Finding, Furniture, Passage, Span


def a_document(text: str, furniture: tuple[Furniture, ...] = ()) -> Document:
    return Document(
        id="document-1",
        produced_by="test.v1",
        path="pile/one.txt",
        title=None,
        outlet=None,
        author=None,
        language=None,
        url=None,
        published=None,
        length_chars=len(text),
        sha256="",
        furniture=furniture,
        text=text,
    )


def test_a_passage_holds_the_documents_own_words() -> None:
    document = a_document("🕊 “No,” she said.")

    passage = document.passage(2, 7)

    assert passage == Passage(2, 7, "“No,”")
    document.verify(passage)


def test_an_altered_quotation_is_refused_with_both_readings() -> None:
    document = a_document("Moscow has no objections to that.")
    altered = Passage(0, 33, "Moscow has 12 objections to that.")

    with pytest.raises(
        QuoteError, match=r"pile/one\.txt.*no objections.*12 objections"
    ):
        document.verify(altered)


def test_an_altered_extract_is_refused() -> None:
    document = a_document("We agree. Never, he said, to that.")
    document.verify(document.extract([Span(0, 8), Span(26, 33)]))

    with pytest.raises(QuoteError):
        document.verify(Extract((Span(0, 8), Span(26, 33)), "We agree to this"))


def test_a_passage_past_the_end_is_refused() -> None:
    with pytest.raises(SpanError):
        a_document("short").passage(3, 9)


def test_a_range_is_furniture_if_it_touches_some() -> None:
    document = a_document("menu | text", (Furniture(0, 6, "navigation"),))

    assert document.is_furniture(Span(5, 8))
    assert not document.is_furniture(Span(7, 11))


def test_a_finding_about_a_stretch_quotes_it() -> None:
    document = a_document("held on [insert date], he said")

    finding = Finding.about(
        document, "placeholder", note="n", produced_by="read.v1", span=Span(8, 21)
    )

    assert finding.text == "[insert date]"
    assert document.text[finding.start : finding.end] == finding.text


def test_a_finding_about_a_whole_document_has_no_place() -> None:
    finding = Finding.about(
        a_document("x"), "no-date", note="No date.", produced_by="read.v1"
    )

    assert (finding.start, finding.end, finding.text) == (None, None, None)


def test_the_id_of_a_finding_does_not_depend_on_who_found_it() -> None:
    document = a_document("held on [insert date], he said")
    ids = {
        Finding.about(
            document, "placeholder", note=note, produced_by=by, span=Span(8, 21)
        ).id
        for note, by in [("a", "read.v1"), ("b", "read.v2")]
    }

    assert len(ids) == 1
