import html
import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

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


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    ("ending", "save"),
    [("txt", str.encode), ("docx", as_docx), ("rtf", as_rtf), ("html", as_page)],
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
