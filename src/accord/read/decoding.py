"""Bytes to text, with a doubt wherever the encoding had to be guessed."""

import re
from dataclasses import dataclass
from html import unescape

from charset_normalizer import from_bytes

from accord.errors import UnreadableError

__all__ = ["Decoded", "clean", "decode"]

#: Bytes shown to the encoding detector; more does not change its answer but costs
#: time in proportion.
DETECTION_BYTES = 65_536
# In less than this, a zero among letters is chance and no sign of UTF-16.
_FEWEST_WIDE_BYTES = 8
# Above this share of control characters, bytes are no text.
_MAX_CONTROL_SHARE = 0.1

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\x0b\x0c\r\x1b")
# What Western prose holds beyond ASCII: typographic marks, currencies, letters.
_WESTERN = frozenset(
    "‘’“”‚„…–—•€£§©®°«»·ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûü\xa0"
)
# A text may hold a stray zero, as a bad export leaves it; a program holds many.
_BYTES_A_ZERO = 200
# Marks and the firm space of Windows-1252, each alone among bytes of UTF-8.
_STRAY_MARKS = re.compile(
    "(?<![\udc80-\udcff])[\udc85\udc91-\udc97\udca0](?![\udc80-\udcff])"
)
_ESCAPED = re.compile("[\udc80-\udcff]")
_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")
# How pages write characters: "&#8209;", "&rsquo;". They are none of a text's own words.
_REFERENCE = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8}[1-4]{0,2});")
_GARBLED = re.compile('â€[œ\x9d™˜“”"]|Ã[©¨¼¶¤±³¡]')
_GARBLED_AT_LEAST = 3


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text.

    Attributes:
        text: The text, without a byte-order mark.
        doubts: Sentences on what may be wrong with it; empty if nothing is.
    """

    text: str
    doubts: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    r"""Decode bytes of unknown encoding.

    UTF-8, and UTF-16 and UTF-32 with or without a mark, are certain. Otherwise
    Windows-1252 is taken if it gives Western prose, and a detector's guess if not.

    Raises:
        UnreadableError: The bytes are empty or no text.

    Example:
        >>> decode(b"\xef\xbb\xbfNo deal").text
        'No deal'
    """
    if not data.strip():
        message = "It is empty."
        raise UnreadableError(message)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    _refuse_binary(data)
    if _is_wide(data[:DETECTION_BYTES]):
        even = data[:DETECTION_BYTES:2].count(0)
        odd = data[1:DETECTION_BYTES:2].count(0)
        return _decode_as(data, "utf-16-be" if even > odd else "utf-16-le")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _guess(data)


def clean(text: str) -> Decoded:
    """Replace what no store can hold, and say whether the text looks garbled.

    Characters that pages give by name or number ("&#8209;") are put in their places.
    Zero characters and lone surrogates become U+FFFD.
    """
    doubts: list[str] = []
    text, named = _name_characters(text)
    if named:
        doubts.append(
            f"{named} characters were given by name or number, as in a page's source "
            "(&#8209;), and are read as themselves."
        )
    cleaned, replaced = _NOT_STORABLE.subn("\ufffd", text)
    lost = cleaned.count("\ufffd")
    if lost:
        doubts.append(
            f"{lost} characters could not be read and are shown as \ufffd"
            + (f"; {replaced} of them are not valid in any text." if replaced else ".")
        )
    garbled = sum(1 for _ in _GARBLED.finditer(text))
    if garbled >= _GARBLED_AT_LEAST:
        doubts.append(
            f"{garbled} times letters look garbled, as if UTF-8 had been read as "
            "Windows-1252 before this file was saved."
        )
    return Decoded(cleaned, tuple(doubts))


def _name_characters(text: str) -> tuple[str, int]:
    """Put characters in the places of their names; count those that are known."""
    if "&" not in text:
        return text, 0
    known = 0

    def read(match: re.Match[str]) -> str:
        nonlocal known
        character = unescape(match.group())
        known += character != match.group()
        return character

    return _REFERENCE.sub(read, text), known


def _decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode in a known encoding; ``clean`` counts what is lost."""
    text = data.decode(encoding, "replace")
    if not text.strip():
        message = "It is empty."
        raise UnreadableError(message)
    return Decoded(text)


def _is_wide(sample: bytes) -> bool:
    """Tell UTF-16 without a mark: zeros in every other place, and nowhere else."""
    zeros, even = sample.count(0), sample[::2].count(0)
    if len(sample) < _FEWEST_WIDE_BYTES:
        return False
    return zeros * 3 > len(sample) and min(even, zeros - even) * 10 < zeros


def _refuse_binary(data: bytes) -> None:
    """Refuse bytes that hold too many control characters to be text."""
    sample = data[:DETECTION_BYTES]
    if _is_wide(sample):
        return
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    stray = sample.count(0) * _BYTES_A_ZERO <= len(sample)
    if not stray or controls > len(sample) * _MAX_CONTROL_SHARE:
        message = "It holds binary data, not text."
        raise UnreadableError(
            message, hint="docs/formats.md names the files that are read."
        )


def _guess(data: bytes) -> Decoded:
    """Decode bytes that are not valid UTF-8, and say that it was a guess."""
    lenient = data.decode("utf-8", "replace")
    sample = lenient[:DETECTION_BYTES]
    lost = sample.count("\ufffd")
    multibyte = sum(1 for c in sample if c > "\x7f" and c != "\ufffd")
    if 0 < multibyte >= lost:
        # UTF-8 with a few broken bytes, as a cut or a bad merge leaves it: in other
        # encodings a valid sequence of several bytes hardly ever comes about.
        return _mend(data)
    western = data.decode("cp1252", "replace")
    beyond = [c for c in western[:DETECTION_BYTES] if c > "\x7f"]
    typical = sum(1 for c in beyond if c in _WESTERN)
    share = len(beyond) / max(1, min(len(western), DETECTION_BYTES))
    if "\ufffd" not in western and typical == len(beyond) and share < 0.15:
        return Decoded(western)
    best = from_bytes(data[:DETECTION_BYTES]).best()
    encoding = best.encoding if best else "cp1252"
    doubt = f"The encoding is not stated; the text was read as {encoding}, which is a guess."
    return Decoded(data.decode(encoding, "replace"), (doubt,))


def _mend(data: bytes) -> Decoded:
    """Decode UTF-8 into which texts with marks of Windows-1252 were pasted."""
    escaped = data.decode("utf-8", "surrogateescape")
    mended, count = _STRAY_MARKS.subn(
        lambda match: bytes([ord(match.group()) - 0xDC00]).decode("cp1252"), escaped
    )
    note = f"{count} marks were read as Windows-1252 in a text that is else UTF-8."
    return Decoded(_ESCAPED.sub("\ufffd", mended), (note,) if count else ())
