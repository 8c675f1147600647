import io
import zipfile

import pytest

from accord.adapters.formats import EpubFormat
from accord.errors import UnreadableError
from accord.ports import RawItem, RawText

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>The Lock</dc:title><dc:creator>Lena Maar</dc:creator>
<dc:publisher>Quay Press</dc:publisher><dc:language>en</dc:language><dc:date>2024-05-02</dc:date></metadata>
<manifest><item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="c" href="cover.png" media-type="image/png"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>"""


def book(**files: str) -> bytes:
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE,
        "OEBPS/one a.xhtml": "<html><head><title>x</title></head><body><h1>One</h1><p>No deal.</p></body></html>",
        "OEBPS/two.xhtml": "<html><body><p>The board said no.</p></body></html>",
        **{name.replace("__", "/"): text for name, text in files.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def parse(data: bytes, limit: int = 100_000_000) -> RawText:
    return EpubFormat(max_unpacked_bytes=limit).parse(RawItem("b.epub", ".epub", data))


def test_chapters_come_in_reading_order_with_what_the_book_says_of_itself() -> None:
    raw = parse(book())
    assert raw.text == "One\nNo deal.\n\nThe board said no."
    assert (raw.title, raw.author, raw.outlet) == (
        "The Lock",
        "Lena Maar",
        "Quay Press",
    )
    assert (raw.language, raw.published) == ("en", "2024-05-02")


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + PACKAGE
    with pytest.raises(UnreadableError, match="entities"):
        parse(book(**{"OEBPS__book.opf": bomb}))


def test_a_book_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(UnreadableError, match="unpacks to more"):
        parse(book(OEBPS__two="", **{"OEBPS/two.xhtml": "a" * 200_000}), limit=100_000)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 nothing", "broken"),
        (book(**{"META-INF/container.xml": "<container/>"}), "where its package is"),
        (book(**{"META-INF/encryption.xml": "<x/>"}), "locked"),
        (book(**{"OEBPS/one a.xhtml": "", "OEBPS/two.xhtml": ""}), "no text"),
    ],
)
def test_broken_books_say_what_is_wrong(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parse(data)
