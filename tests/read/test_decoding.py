import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accord.errors import UnreadableError
from accord.read.decoding import clean, decode

WESTERN = "“No deal,” said Zoë Færber – not for €5 million."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_with_or_without_a_mark(encoding: str) -> None:
    decoded = decode(WESTERN.encode(encoding))
    assert decoded.text == WESTERN
    assert decoded.doubts == ()


def test_windows_1252_is_recognised() -> None:
    assert decode(WESTERN.encode("cp1252")).text == WESTERN


def test_another_encoding_is_a_guess_that_is_said() -> None:
    text = "Министр заявил, что переговоры не состоятся без участия всех сторон. " * 5
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text
    assert "guess" in decoded.doubts[0]


def test_broken_utf_8_keeps_everything_that_is_whole() -> None:
    data = "“We agreed,” said Zoë. ".encode() * 3 + b"\xff\xfe broken"
    decoded = decode(data)
    assert decoded.text.startswith("“We agreed,”")
    assert clean(decoded.text).doubts[0].startswith("2 characters")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe \x00"])
def test_nothing_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="empty"):
        decode(data)


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"text with \x00 one zero", b"\x01\x02\x03" * 9]
)
def test_binary_data_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="binary"):
        decode(data)


def test_what_no_store_holds_is_replaced_in_place() -> None:
    cleaned = clean("a\x00b\ud800c")
    assert cleaned.text == "a\ufffdb\ufffdc"
    assert "2 of them are not valid" in cleaned.doubts[0]


def test_text_that_was_garbled_before_is_doubted() -> None:
    garbled = ("“No,” he said – never. " * 3).encode().decode("cp1252", "replace")
    assert any("garbled" in doubt for doubt in clean(garbled).doubts)


@example("\x00")
@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(lambda t: t.strip(" \n\t\r\x0b\x0c")))
def test_whatever_is_readable_in_utf_8_comes_back_unchanged(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    try:
        decoded = decode(data)
    except UnreadableError:
        assert any(c < " " for c in text) or not data.strip()
    else:
        assert decoded.text in {data.decode().removeprefix("\ufeff"), data.decode()}


@pytest.mark.parametrize("lead", [250, 300_000])
def test_a_stray_zero_is_a_doubt_and_nothing_else(lead: int) -> None:
    text = "The union said no. " * (lead // 19) + "Done\x00."
    decoded = decode(text.encode())

    assert decoded.text == text
    assert clean(decoded.text).text == text.replace("\x00", "\ufffd")
    assert clean(decoded.text).doubts


def test_a_few_broken_bytes_leave_the_quotation_marks_of_utf_8_whole() -> None:
    data = "Mara Voss said “no ?? deal” on Monday.".encode().replace(b"??", b"\xff\xfe")

    assert decode(data).text == "Mara Voss said “no \ufffd\ufffd deal” on Monday."


def test_a_passage_pasted_from_windows_keeps_its_marks_and_is_doubted() -> None:
    data = "“Yes,” Müller said. ".encode() + "“No,” said Maar.".encode("cp1252")
    found = decode(data)
    assert found.text == "“Yes,” Müller said. “No,” said Maar."
    assert "2 marks" in found.doubts[0]


def test_characters_given_by_name_are_read_as_themselves() -> None:
    cleaned = clean("a harvest&#8209;season &amp; &ldquo;no&rdquo; &unheardof; R&D;")
    assert cleaned.text == "a harvest\u2011season & “no” &unheardof; R&D;"
    assert "4 characters" in cleaned.doubts[0]
