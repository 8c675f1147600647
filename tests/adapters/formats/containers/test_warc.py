import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.adapters.files import FileLimits
from accord.model import Failure
from accord.ports import RawItem

Load = Callable[..., dict[str, RawItem | Failure]]


def record(kind: str, block: bytes, url: str = "https://c.example/1") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def answer(
    body: bytes, *headers: str, status: int = 200, kind: str = "text/html"
) -> bytes:
    lines = [f"HTTP/1.1 {status} OK", f"Content-Type: {kind}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


PAGE = "<p>Müller said no.".encode("latin-1")
CRAWL = [
    record("warcinfo", b"software: x"),
    record("response", answer(PAGE, kind="text/html; charset=iso-8859-1")),
    record("request", b"GET / HTTP/1.1\r\n\r\n"),
    record("response", answer(b"\x89PNG", kind="image/png")),
    record("response", answer(b"gone", status=404)),
    record("response", answer(gzip.compress(b"No deal."), "Content-Encoding: gzip", kind="text/plain")),
    record("response", answer(b"4\r\nNo d\r\n4\r\neal.\r\n0\r\n\r\n", "Transfer-Encoding: chunked", kind="text/plain")),
]  # fmt: skip


@pytest.mark.parametrize("name", ["c.warc", "c.warc.gz"])
def test_pages_of_a_crawl_are_items_with_their_address(
    pile: Path, load: Load, name: str
) -> None:
    packed = [gzip.compress(part) if name.endswith("gz") else part for part in CRAWL]
    (pile / name).write_bytes(b"".join(packed))
    items = load(pile)
    assert list(items) == [f"{name}#2", f"{name}#6", f"{name}#7"]
    page, one, two = items.values()
    assert isinstance(page, RawItem)
    assert isinstance(one, RawItem)
    assert isinstance(two, RawItem)
    assert page.data.decode("utf-8-sig") == "<p>Müller said no."
    assert page.about is not None
    assert (page.suffix, page.about.url) == (".html", "https://c.example/1")
    assert one.data == two.data == b"No deal."


@pytest.mark.parametrize("name", ["c.warc", "c.warc.gz"])
def test_a_cut_crawl_gives_what_comes_before_and_says_so(
    pile: Path, load: Load, name: str
) -> None:
    whole = b"".join(CRAWL)
    data = gzip.compress(whole)[:-30] if name.endswith("gz") else whole[:-30]
    (pile / name).write_bytes(data)
    items = load(pile)
    assert isinstance(items[f"{name}#2"], RawItem)
    failure = items[name]
    assert isinstance(failure, Failure)
    assert "broken from here on" in failure.error


def test_a_crawl_that_grows_without_end_is_stopped(pile: Path, load: Load) -> None:
    (pile / "c.warc").write_bytes(b"".join(CRAWL) * 5)
    items = load(pile, limits=FileLimits(unpacked_bytes=1000))
    assert isinstance(items["c.warc"], Failure)


@pytest.mark.parametrize(
    "data",
    [b"", b"no crawl", b"WARC/1.0\r\n\r\n", b"WARC/1.0\r\nContent-Length: 9999999999999\r\n\r\nx",
     b"WARC/1.0\r\n" + b"a: b\r\n" * 1000, record("response", b"no answer")],
)  # fmt: skip
def test_broken_crawls_do_no_harm(pile: Path, load: Load, data: bytes) -> None:
    (pile / "c.warc").write_bytes(data)
    assert all(isinstance(item, Failure) for item in load(pile).values())


def test_a_packing_that_is_not_read_is_named(pile: Path, load: Load) -> None:
    packed = answer(b"\x1b\x0e", "Content-Encoding: br")
    (pile / "c.warc").write_bytes(record("response", packed))

    (failure,) = load(pile).values()

    assert isinstance(failure, Failure)
    assert "(br)" in failure.error
