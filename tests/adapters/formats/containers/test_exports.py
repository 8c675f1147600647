import html
import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from accord.adapters.formats import all_formats
from accord.model import Failure
from accord.ports import RawItem
from accord.read import ReadStage

Load = Callable[..., dict[str, RawItem | Failure]]
FILES = Path(__file__).parents[3] / "read" / "exports" / "files"
ALL = ("nexis-uni", "factiva-coded", "factiva-plain", "proquest")


def as_docx(text: str) -> bytes:
    made = docx.Document()
    for line in text.splitlines():
        made.add_paragraph(line)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def as_rtf(text: str) -> bytes:
    lines = text.replace("\\", "\\\\").replace("\t", "\\tab ").splitlines()
    return ("{\\rtf1\\ansi\\ansicpg1252 " + "\\par\n".join(lines) + "}").encode(
        "cp1252"
    )


def as_page(text: str) -> bytes:
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines())
    return f"<!DOCTYPE html><html><body>{lines}</body></html>".encode()


def as_utf16(text: str) -> bytes:
    return text.encode("utf-16")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    ("ending", "save"),
    [
        ("txt", str.encode),
        ("txt", as_utf16),
        ("docx", as_docx),
        ("rtf", as_rtf),
        ("html", as_page),
    ],
)
def test_an_export_is_read_alike_however_it_was_saved(
    pile: Path, load: Load, name: str, ending: str, save: Callable[[str], bytes]
) -> None:
    text = (FILES / f"{name}.txt").read_text()
    (pile / f"e.{ending}").write_bytes(save(text))
    items = load(pile)
    assert list(items) == [f"e.{ending}#1", f"e.{ending}#2"]
    first = items[f"e.{ending}#1"]
    assert isinstance(first, RawItem)
    document = ReadStage(formats=all_formats())(first).document
    assert (document.title or "").startswith("Harbour talks end")
    assert (document.outlet, document.author) in {
        ("The Ostin Courier", "Lena Maar"),
        ("The Ostin Courier", "Lena Maar, Tam Oke"),
    }
    assert document.published is not None
    assert str(document.published.start) == "2024-05-02"
    assert "would not reopen the old lock" in document.text


def test_an_article_without_its_text_is_a_failure(pile: Path, load: Load) -> None:
    (pile / "e.txt").write_bytes((FILES / "proquest.txt").read_bytes())
    item = load(pile)["e.txt#2"]
    assert isinstance(item, Failure)
    assert "Guild rejects roster" in item.error


def test_a_text_that_only_looks_like_an_export_stays_whole(
    pile: Path, load: Load
) -> None:
    text = "They came to the End of Document and signed."
    (pile / "a.txt").write_text(text)
    item = load(pile)["a.txt"]
    assert isinstance(item, RawItem)
    assert item.data == text.encode()


def test_an_export_printed_to_pdf_is_taken_apart(pile: Path, load: Load) -> None:
    made = FPDF()
    made.set_title("Documents from Nexis Uni")
    made.set_font("Helvetica", size=9)
    made.add_page()
    for line in (FILES / "nexis-uni.txt").read_text().splitlines():
        if line.strip():
            printed = line.encode("cp1252", "replace").decode("latin-1")
            made.multi_cell(0, text=printed, new_x="LMARGIN", new_y="NEXT")
        else:
            made.ln(4)
    (pile / "e.pdf").write_bytes(bytes(made.output()))

    items = load(pile)

    assert list(items) == ["e.pdf#1", "e.pdf#2"]
    first = items["e.pdf#1"]
    assert isinstance(first, RawItem)
    assert first.about is not None
    assert (first.about.outlet, first.about.author) == (
        "The Ostin Courier",
        "Lena Maar",
    )


def test_another_pdf_that_names_a_service_is_one_document(
    pile: Path, load: Load
) -> None:
    made = FPDF()
    made.set_title("What Nexis did not find")
    made.set_font("Helvetica", size=9)
    made.add_page()
    made.multi_cell(0, text="The harbour board said no.")
    (pile / "e.pdf").write_bytes(bytes(made.output()))

    (item,) = load(pile).values()

    assert isinstance(item, RawItem)
    assert (item.path, item.suffix) == ("pile/e.pdf", ".pdf")
