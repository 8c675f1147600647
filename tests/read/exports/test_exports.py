from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.read.exports import Piece, holds_export, split_export

FILES = Path(__file__).parent / "files"
ALL = ("nexis-classic", "nexis-uni", "factiva-coded", "factiva-plain", "proquest",
       "proquest-headings")  # fmt: skip
BODY = "The harbour board said on Thursday that it would not reopen the old lock"


def text_of(name: str) -> str:
    return (FILES / f"{name}.txt").read_text(encoding="utf-8")


def pieces_of(name: str) -> Sequence[Piece]:
    pieces = split_export(text_of(name))
    assert pieces is not None
    return pieces


@pytest.mark.parametrize("name", ALL)
def test_every_layout_gives_two_articles_with_what_is_said_of_them(name: str) -> None:
    first, second = pieces_of(name)
    assert first.body.replace("PORT OSTIN, May 2 - ", "").startswith(BODY)
    assert (first.about.outlet, second.about.outlet) == (
        "The Ostin Courier",
        "Harbour Wire",
    )
    assert (first.about.title or "").startswith("Harbour talks end without a deal")
    assert second.about.title == "Guild rejects roster"
    assert "2024" in (first.about.published or "")
    assert "2" in (first.about.published or "")
    assert (first.about.author or "").startswith("Lena Maar")
    assert (first.about.language or "").lower() == "english"


@pytest.mark.parametrize("name", ALL)
def test_no_field_and_no_rights_line_gets_into_a_body(name: str) -> None:
    body = "\n".join(piece.body for piece in pieces_of(name))
    for word in ("Copyright", "(c)", "OSTCOU", "Load-Date", "LOAD-DATE", "Newspaper",
                 "Publication", "Search", "31 words", "seen from the quay"):  # fmt: skip
        assert word not in body


@pytest.mark.parametrize("name", ALL)
def test_bytes_are_known_for_an_export_at_a_glance(name: str) -> None:
    assert holds_export(text_of(name).encode())


def test_prose_about_documents_is_no_export() -> None:
    prose = "The end of document 4 of 12 says: Length: two pages.\n\nIt was signed."
    assert split_export(prose) is None
    assert split_export("") is None


def test_typed_lines_are_joined_and_paragraphs_are_not() -> None:
    paragraphs = pieces_of("nexis-classic")[0].body.split("\n")
    assert len(paragraphs) == 2
    assert paragraphs[0].endswith("before both guilds had signed a new roster.")


def test_labelled_headlines_and_long_lines_of_rights_are_known() -> None:
    text = (
        "1 of 1 DOCUMENTS\n\n     Copyright 2024 Ostin Paper Company, LLC d/b/a\n"
        "             Harbour Digital\n          All Rights Reserved\n\n"
        "             The Ostin Courier\n\n          July 1, 2024 Monday\n"
        "             Met 2 Edition\n\nSECTION: A; Pg. A01\n\nLENGTH: 5 words\n\n"
        "HEADLINE: No deal\n\nBYLINE: Lena Maar\n\nBODY:\n\nThe board said no.\n"
    )
    pieces = split_export(text)
    assert pieces is not None
    about = pieces[0].about
    assert (about.outlet, about.title, about.author) == (
        "The Ostin Courier",
        "No deal",
        "Lena Maar",
    )
    assert (pieces[0].body, about.notes) == ("The board said no.", ())


def test_a_line_that_looks_like_a_field_stays_in_the_body() -> None:
    assert "LOCATION: the board did not" in pieces_of("nexis-classic")[0].body
    assert "Length: a line of the article" in pieces_of("nexis-uni")[0].body
    assert "Author: the chair of the guild" in pieces_of("proquest")[0].body


def test_what_is_missing_or_was_cut_is_said() -> None:
    notes = dict(pieces_of("nexis-classic")[1].about.notes)
    assert "400 words; 4 are there" in notes["export-cut"]
    assert "counts 3 articles; 2 are" in notes["export-gap"]
    assert pieces_of("nexis-classic")[0].about.notes == ()


def test_an_abstract_alone_is_no_body() -> None:
    assert pieces_of("proquest")[1].body == ""


def test_lines_that_fit_no_field_are_named() -> None:
    text = text_of("factiva-plain").replace(
        "OSTCOU\n", "OSTCOU\nsomething that nobody knows\n", 1
    )
    pieces = split_export(text)
    assert pieces is not None
    assert (
        "something that nobody knows" in dict(pieces[0].about.notes)["export-unplaced"]
    )


def test_an_article_without_a_date_says_so() -> None:
    pieces = split_export(text_of("nexis-uni").replace("May 2, 2024 Thursday\n", ""))
    assert pieces is not None
    assert pieces[0].about.published is None
    assert "no date" in str(pieces[0].about.notes)


@pytest.mark.parametrize("name", ALL)
def test_line_ends_and_hard_spaces_change_nothing(name: str) -> None:
    text = text_of(name)
    other = text.replace("\n", "\r\n").replace("Port Ostin", "Port\xa0Ostin")
    assert split_export(other) == split_export(text)


@settings(max_examples=30, deadline=None)
@given(cut=st.integers(0, 1800), name=st.sampled_from(ALL))
def test_a_cut_export_never_breaks_the_reader(cut: int, name: str) -> None:
    whole = pieces_of(name)
    pieces = split_export(text_of(name)[:cut]) or ()
    assert len(pieces) <= len(whole)
    assert all(isinstance(piece.body, str) for piece in pieces)


def test_reading_takes_time_in_proportion() -> None:
    block = text_of("nexis-classic")
    pieces = split_export(block * 500)
    assert pieces is not None
    assert len(pieces) == 1000
