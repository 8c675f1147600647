"""Crawls (.warc, .warc.gz), read record by record."""

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, cast

from accord.errors import UnreadableError
from accord.ports import About, Bundle, Lost, RawItem

__all__ = ["Warc"]

#: Bytes of one record; larger ones are films and programs.
MAX_RECORD_BYTES = 50_000_000
_LINE_BYTES = 65_536
_MAX_HEADERS = 300
_CHUNK_BYTES = 1 << 20
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HEX = re.compile(rb"[0-9a-fA-F]{1,8}")


class Warc:
    """The pages, texts and PDFs that a crawl stored; what else it holds is passed over."""

    def claims(self, name: str, stream: BinaryIO) -> bool:  # noqa: ARG002 - by name
        """Tell a crawl by its ending."""
        return name.endswith((".warc", ".warc.gz"))

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the pages; ``#n`` is the record's number.

        Raises:
            UnreadableError: The file is broken from here on.
        """
        packed = bundle.name.endswith(".gz")
        stream: BinaryIO = bundle.stream
        if packed:
            stream = cast("BinaryIO", gzip.GzipFile(fileobj=bundle.stream))
        try:
            for number, (headers, body) in enumerate(_records(stream, bundle), start=1):
                item = _item(f"{bundle.path}#{number}", headers, body)
                if item is not None:
                    yield item
        except (EOFError, OSError, zlib.error) as error:
            message = f"The crawl is broken from here on: {error}."
            raise UnreadableError(message) from error


def _records(
    stream: BinaryIO, bundle: Bundle
) -> Iterator[tuple[Mapping[str, str], bytes | None]]:
    """Give each record's headers and block; None for a block above the limit."""
    while line := stream.readline(_LINE_BYTES):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            message = "The crawl is broken from here on: no record begins here."
            raise UnreadableError(message)
        headers = _headers(stream)
        length = headers.get("content-length", "")
        if not length.isdecimal():
            message = "The crawl is broken from here on: a record has no length."
            raise UnreadableError(message)
        size = int(length)
        bundle.spend(size)
        yield headers, _block(stream, size)


def _headers(stream: BinaryIO) -> dict[str, str]:
    """Read header lines up to the blank one."""
    headers: dict[str, str] = {}
    for _ in range(_MAX_HEADERS):
        line = stream.readline(_LINE_BYTES).strip()
        if not line:
            return headers
        name, _, value = line.partition(b":")
        headers.setdefault(name.decode("latin-1").strip().lower(), _plain(value))
    message = f"The crawl is broken from here on: more than {_MAX_HEADERS} headers."
    raise UnreadableError(message)


def _plain(value: bytes) -> str:
    """Decode a header's value."""
    return value.decode("utf-8", "replace").strip()


def _block(stream: BinaryIO, size: int) -> bytes | None:
    """Read a record's block, or pass over one that is too large."""
    if size <= MAX_RECORD_BYTES:
        block = stream.read(size)
        if len(block) < size:
            message = "the last record is cut off"
            raise EOFError(message)
        return block
    left = size
    while left and (chunk := stream.read(min(left, _CHUNK_BYTES))):
        left -= len(chunk)
    return None


def _item(
    path: str, headers: Mapping[str, str], block: bytes | None
) -> RawItem | Lost | None:
    """Make a document of a record; None if it is none."""
    kind = headers.get("warc-type")
    if kind not in {"response", "resource", "conversion"}:
        return None
    if block is None:
        message = f"The record holds more than {MAX_RECORD_BYTES:,} bytes."
        return Lost(path, UnreadableError(message))
    content_type, status, body = headers.get("content-type", ""), 200, block
    if kind == "response":
        try:
            status, content_type, body = _response(block)
        except (ValueError, zlib.error, EOFError, OSError) as error:
            return Lost(path, UnreadableError(f"The record is broken: {error}."))
    suffix = _SUFFIXES.get(content_type.partition(";")[0].strip().lower())
    if suffix is None or status != 200 or not body.strip():
        return None
    url = headers.get("warc-target-uri", "").strip("<>") or None
    about = About(url=url, saved=headers.get("warc-date"))
    return RawItem(path, suffix, _as_utf8(body, content_type, suffix), about)


def _response(block: bytes) -> tuple[int, str, bytes]:
    """Take an answer of a server apart: status, type, body without its packing."""
    head, found, body = block.partition(b"\r\n\r\n")
    if not found:
        head, _, body = block.partition(b"\n\n")
    lines = head.splitlines()
    words = lines[0].split() if lines else []
    if len(words) < 2 or not words[1].isdigit():
        message = "it is no answer of a server"
        raise ValueError(message)
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, _, value = line.partition(b":")
        headers[_plain(name).lower()] = _plain(value)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    body = _unpacked(body, headers.get("content-encoding", "").lower())
    return int(words[1]), headers.get("content-type", ""), body


def _joined(body: bytes) -> bytes:
    """Join chunks; a body that is none of them is stored joined already."""
    pieces: list[bytes] = []
    position = 0
    while match := _HEX.match(body, position):
        line_end = body.find(b"\n", match.end())
        size = int(match.group(), 16)
        if line_end < 0 or not size:
            return b"".join(pieces)
        pieces.append(body[line_end + 1 : line_end + 1 + size])
        position = line_end + 1 + size
        position += 2 if body[position : position + 2] == b"\r\n" else 1
    return b"".join(pieces) or body


def _unpacked(body: bytes, packing: str) -> bytes:
    """Unpack a body, up to the limit."""
    if packing in {"", "identity"}:
        return body
    if packing not in {"gzip", "x-gzip", "deflate"}:
        message = f"it is packed by a method that is not read ({packing})"
        raise ValueError(message)
    if packing != "deflate" and not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(47)
    data = unpacker.decompress(body, MAX_RECORD_BYTES)
    if unpacker.unconsumed_tail:
        message = f"it unpacks to more than {MAX_RECORD_BYTES:,} bytes"
        raise ValueError(message)
    return data


def _as_utf8(body: bytes, content_type: str, suffix: str) -> bytes:
    """Decode by the character set that the server named, and mark the result."""
    match = _CHARSET.search(content_type)
    if not match or suffix == ".pdf":
        return body
    try:
        return b"\xef\xbb\xbf" + body.decode(match[1]).encode("utf-8", "replace")
    except (LookupError, ValueError):
        return body
