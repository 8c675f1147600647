import json

import pytest

from accord.errors import UnreadableError
from accord.read.rows import parse_row


def row(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_fields_have_other_names() -> None:
    raw = parse_row(
        row(
            body="No deal.",
            headline="T",
            source={"name": "The Courier"},
            byline="M. V.",
        )
    )
    assert (raw.text, raw.title, raw.outlet, raw.author) == (
        "No deal.",
        "T",
        "The Courier",
        "M. V.",
    )


def test_several_authors_are_joined() -> None:
    assert (
        parse_row(row(text="x", authors=["A. One", "B. Two"])).author
        == "A. One, B. Two"
    )


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2031-01-02", "2031-01-02"),
        (1925000000, "2031-01-01"),
        (1925000000000, "2031-01-01"),
        (2031, "2031"),
        (1e30, "1e+30"),
        (None, None),
    ],
)
def test_dates_may_be_words_or_numbers(value: object, read: str | None) -> None:
    assert parse_row(row(text="x", date=value)).published == read


def test_the_text_keeps_its_white_space() -> None:
    assert parse_row(row(text="  No deal.\n")).text == "  No deal.\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{not json", "not JSON"),
        (b'["text"]', "list"),
        (b'{"title": "x"}', "its fields are: title"),
        (b'{"text": 7}', "no text"),
        (b"\xff\xfe", "not JSON"),
    ],
)
def test_a_bad_row_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parse_row(data)


def test_values_with_parts_and_marks_of_pages_give_their_words() -> None:
    row = {
        "headline": {"main": "No <em>deal</em>"},
        "body": "<p>Talks failed.</p><p>Nobody won.</p>",
        "author": [{"name": "Lena Maar"}, {"name": "Tom Okeke"}],
    }
    raw = parse_row(json.dumps(row).encode())
    assert (raw.title, raw.author) == ("No deal", "Lena Maar, Tom Okeke")
    assert raw.text == "Talks failed.\nNobody won."


def test_fields_within_fields_are_found_and_a_text_in_pieces_is_joined() -> None:
    row = {
        "webTitle": "No deal",
        "fields": {"bodyText": ["Talks failed.", "Nobody won."]},
        "byline": {"original": "By Lena Maar"},
    }
    raw = parse_row(json.dumps(row).encode())
    assert (raw.title, raw.author) == ("No deal", "By Lena Maar")
    assert raw.text == "Talks failed.\n\nNobody won."
