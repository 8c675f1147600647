import io
import zipfile

import docx
import pytest

from accord.adapters.formats import DocxFormat
from accord.errors import UnreadableError
from accord.ports import RawItem, RawText


def document(
    *, title: str = "", author: str = "", lines: tuple[str, ...] = ()
) -> bytes:
    made = docx.Document()
    made.core_properties.title = title
    made.core_properties.author = author
    for line in lines:
        made.add_paragraph(line)
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Ships" if lines else ""
    table.rows[0].cells[1].text = "31" if lines else ""
    if lines:
        made.add_paragraph("The end.")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def parse(data: bytes, **settings: int) -> RawText:
    return DocxFormat(**settings).parse(RawItem("d.docx", ".docx", data))


def test_paragraphs_and_tables_come_in_their_order() -> None:
    raw = parse(document(lines=("The lock is shut.", "“No,” said Maar.")))
    assert raw.text == "The lock is shut.\n“No,” said Maar.\nShips | 31\nThe end."


def test_title_and_author_come_from_the_properties() -> None:
    raw = parse(document(title="Lock shut", author="Lena Maar", lines=("x",)))
    assert (raw.title, raw.author, raw.published) == ("Lock shut", "Lena Maar", None)


@pytest.mark.parametrize("author", ["python-docx", "User", ""])
def test_what_programs_write_is_no_author(author: str) -> None:
    raw = parse(document(title="Word Document", author=author, lines=("x",)))
    assert (raw.title, raw.author) == (None, None)


def test_a_file_without_text_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="holds no text"):
        parse(document())


@pytest.mark.parametrize("data", [b"no archive", b"PK\x03\x04broken", b""])
def test_a_broken_archive_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="is no"):
        parse(data)


def test_an_archive_of_something_else_is_told_as_one() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(UnreadableError, match="an archive, but no") as caught:
        parse(buffer.getvalue())
    assert "KeyError" not in str(caught.value)
    assert caught.value.hint


def test_a_cut_file_is_unreadable() -> None:
    whole = document(lines=("x",))
    with pytest.raises(UnreadableError):
        parse(whole[: len(whole) // 2])


def test_a_locked_or_old_file_is_told_from_a_broken_one() -> None:
    with pytest.raises(UnreadableError, match="password"):
        parse(b"\xd0\xcf\x11\xe0" + b"\x00" * 99)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 3_000_000)
    with pytest.raises(UnreadableError, match="unpacks to 3,000,000 bytes"):
        parse(buffer.getvalue(), max_unpacked_bytes=2_000_000)
