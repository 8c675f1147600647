import io
import os
import pickle
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from fpdf import FPDF

from accord.adapters.formats import (
    DocxFormat,
    EpubFormat,
    Guarded,
    PdfFormat,
    RtfFormat,
    all_formats,
)
from accord.errors import UnreadableError
from accord.ports import RawItem

posix = pytest.mark.skipif(
    os.name != "posix", reason="processes have limits on POSIX only"
)


def article(words: str = "The harbour board said no.") -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=10)
    made.multi_cell(0, text=words)
    return bytes(made.output())


def pdf_of(stream: bytes, *, dictionary: bytes = b"") -> bytes:
    """A PDF of one page whose content is this stream."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>>>",
        b"<<%s/Length %d>>stream\n%s\nendstream" % (dictionary, len(stream), stream),
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, data in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + (b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(body))
    )


def test_a_guarded_format_gives_what_the_format_gives() -> None:
    item = RawItem("a.pdf", ".pdf", article())
    assert Guarded(PdfFormat()).parse(item) == PdfFormat().parse(item)


def test_the_reason_of_a_failure_comes_through() -> None:
    with pytest.raises(UnreadableError, match="no PDF") as caught:
        Guarded(PdfFormat()).parse(RawItem("a.pdf", ".pdf", b"no pdf"))
    assert caught.value.message.startswith("It is no PDF")


def test_a_guarded_format_can_travel() -> None:
    guarded = pickle.loads(pickle.dumps(Guarded(PdfFormat())))  # noqa: S301
    assert "said no" in guarded.parse(RawItem("a.pdf", ".pdf", article())).text


@posix
def test_a_file_that_takes_too_long_is_ended_and_the_next_one_is_read() -> None:
    guarded = Guarded(RtfFormat(), seconds=1)
    slow = b"{\\rtf1 " + b"\\b" * 8_000_000
    with pytest.raises(UnreadableError, match="1 seconds of computing"):
        guarded.parse(RawItem("slow.rtf", ".rtf", slow))
    text = guarded.parse(RawItem("a.rtf", ".rtf", b"{\\rtf1 No deal}")).text
    assert text == "No deal"


def test_a_bomb_in_a_pdf_is_refused_and_the_next_one_is_read() -> None:
    # Two layers of packing: a few kilobytes that hold two hundred megabytes.
    bomb = pdf_of(
        zlib.compress(zlib.compress(bytes(200_000_000), 1)),
        dictionary=b"/Filter[/FlateDecode/FlateDecode]",
    )
    assert len(bomb) < 100_000
    guarded = Guarded(PdfFormat())
    with pytest.raises(UnreadableError):
        guarded.parse(RawItem("bomb.pdf", ".pdf", bomb))
    assert "said no" in guarded.parse(RawItem("a.pdf", ".pdf", article())).text


@posix
def test_a_file_that_grows_meets_the_limit_of_memory() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("META-INF/container.xml", '<c><rootfile full-path="p"/></c>')
        archive.writestr(
            "p",
            '<p><manifest><item id="a" href="a" media-type="html"/></manifest>'
            '<spine><itemref idref="a"/></spine></p>',
        )
        archive.writestr("a", "<p>" + "a " * 45_000_000)
    book = RawItem("bomb.epub", ".epub", buffer.getvalue())
    with pytest.raises(UnreadableError) as caught:
        Guarded(EpubFormat(), memory_bytes=150_000_000).parse(book)
    assert "memory" in caught.value.message.lower()


def test_a_page_tree_that_leads_back_to_itself_is_unreadable() -> None:
    loop = article().replace(b"/Kids [", b"/Kids [1 0 R ")
    with pytest.raises(UnreadableError):
        Guarded(PdfFormat()).parse(RawItem("loop.pdf", ".pdf", loop[:400]))


def test_a_word_file_with_entities_is_unreadable_and_opens_nothing(
    tmp_path: Path,
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret words")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>',
        )
    try:
        text = (
            Guarded(DocxFormat())
            .parse(RawItem("a.docx", ".docx", buffer.getvalue()))
            .text
        )
    except UnreadableError:
        text = ""
    assert "secret" not in text


def test_every_guarded_format_is_known_to_the_child() -> None:
    guarded = [f for f in all_formats() if isinstance(f, Guarded)]
    assert {s for f in guarded for s in f.suffixes} == {
        ".pdf",
        ".docx",
        ".epub",
        ".rtf",
    }
    for format_ in guarded:
        with pytest.raises(UnreadableError):
            format_.parse(RawItem("x", format_.suffixes[0], b"nothing"))


def test_the_guard_costs_little() -> None:
    item = RawItem("a.pdf", ".pdf", article("The harbour board said no. " * 400))
    plain, guarded = PdfFormat(), Guarded(PdfFormat())
    times = []
    for format_ in (plain, guarded):
        format_.parse(item)
        start = time.perf_counter()
        for _ in range(5):
            format_.parse(item)
        times.append(time.perf_counter() - start)
    # A busy machine blurs both; a child per file would cost twenty times as much.
    assert times[1] < times[0] * 3 + 0.5
