import time

import pytest

from accord.adapters.formats import RtfFormat
from accord.errors import UnreadableError
from accord.ports import RawItem

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\colortbl;\red0;}"
    rb"{\info{\title Hidden}}{\*\generator Hidden;}{\header Hidden page 1}"
)


def read(body: bytes) -> str:
    data = HEAD + body + b"}"
    return RtfFormat().parse(RawItem("a.rtf", ".rtf", data)).text


def test_paragraphs_are_lines_and_what_is_not_on_the_page_is_left_out() -> None:
    text = read(rb"\pard\b No deal\b0\par The board {\i said} no.\par}")
    assert text == "No deal\nThe board said no."


def test_marks_and_letters_come_as_they_are_printed() -> None:
    text = read(
        rb"\ldblquote No,\rdblquote  said M\'fcller \endash  \u8364?5 \u-10179?\u-8704? \\ \{x\}"
    )
    assert text == "“No,” said Müller – €5 \U0001f600 \\ {x}"


def test_a_link_shows_its_words_alone() -> None:
    text = read(rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt the vote}} failed")
    assert text == "the vote failed"


def test_letters_of_two_bytes_are_joined() -> None:
    data = rb"{\rtf1\ansi\ansicpg932 \'93\'fa\'96\'7b}"
    assert RtfFormat().parse(RawItem("a.rtf", ".rtf", data)).text == "日本"


def test_binary_data_is_passed_over() -> None:
    assert read(rb"No{\pict\bin6 }}}}}} } deal") == "No deal"


@pytest.mark.parametrize("data", [b"", b"no rtf", rb"{\rtf1{\fonttbl x}}"])
def test_what_holds_no_text_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        RtfFormat().parse(RawItem("a.rtf", ".rtf", data))


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(UnreadableError, match="deep"):
        read(b"{" * 100_000)


@pytest.mark.parametrize(
    "body", [rb"\'", rb"\u99999999999", rb"\bin9999999999 x", b"\\"]
)
def test_broken_words_do_no_harm(body: bytes) -> None:
    assert read(b"No deal. " + body).startswith("No deal.")


def test_a_large_file_takes_time_in_proportion() -> None:
    start = time.process_time()
    read(rb"The board said no. \par " * 40_000)
    assert time.process_time() - start < 10


def test_a_note_does_not_cut_the_sentence_that_it_hangs_on() -> None:
    text = read(
        rb"The quota stays{\footnote {\super 1} The guild denies it.} until May.\par"
    )
    assert text.splitlines() == [
        "The quota stays until May.",
        "",
        "",
        "1 The guild denies it.",
    ]
