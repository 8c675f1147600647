"""Spans, passages and extracts: the law that a quotation stands in its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import QuoteError, SpanError
from accord.model import Extract, Passage, Span

TEXTS = st.text(min_size=1, max_size=60)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2)])
def test_an_empty_reversed_or_negative_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="0 <= start < end"):
        Span(start, end)


def test_a_span_past_the_end_of_the_text_is_refused() -> None:
    with pytest.raises(SpanError, match="leaves a text of 3"):
        Span(1, 4).of("abc")


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 2).overlaps(Span(2, 4))
    assert Span(0, 3).overlaps(Span(2, 4))


def test_a_span_contains_itself_and_its_parts_only() -> None:
    assert Span(1, 4).contains(Span(1, 4))
    assert not Span(1, 4).contains(Span(0, 2))


@given(TEXTS, st.data())
def test_every_passage_cut_from_a_text_stands_in_it(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    passage = Passage.cut(text, Span(start, end))

    assert text[passage.start : passage.end] == passage.text


@given(TEXTS, st.sets(st.integers(0, 60), min_size=2, max_size=8))
def test_every_fragment_of_an_extract_stands_in_the_text(
    text: str, cuts: set[int]
) -> None:
    edges = sorted(c for c in cuts if c <= len(text))
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    if not spans:
        return

    extract = Extract.cut(text, reversed(spans))

    assert extract.text == " ".join(text[s.start : s.end] for s in extract.spans)
    assert extract.spans == tuple(spans)
    assert (extract.start, extract.end) == (extract.hull.start, extract.hull.end)


def test_words_of_another_length_cannot_be_a_passage() -> None:
    with pytest.raises(QuoteError, match="cannot stand at 0-3"):
        Passage(0, 3, "four")


def test_words_of_another_length_cannot_be_an_extract() -> None:
    with pytest.raises(QuoteError, match="do not fit"):
        Extract((Span(0, 3), Span(5, 7)), "abc de f")


@pytest.mark.parametrize("spans", [(), (Span(0, 3), Span(2, 5))])
def test_an_extract_needs_fragments_that_lie_apart(spans: tuple[Span, ...]) -> None:
    with pytest.raises(SpanError):
        Extract.cut("abcdefgh", spans)
