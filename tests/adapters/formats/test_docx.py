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


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
)


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Put other words into one part of a file."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w") as to,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            to.writestr(name, content)
    return buffer.getvalue()


def test_insertions_links_and_boxes_are_read_and_deletions_are_not() -> None:
    def run(words: str, tag: str = "t") -> str:
        return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"

    paragraph = (
        f"<w:p>{run('The lock')}<w:del w:id='1' w:author='a'>{run(' opens', 'delText')}"
        f"</w:del><w:ins w:id='2' w:author='a'>{run(' is shut')}</w:ins>"
        f"<w:hyperlink>{run(' until May')}</w:hyperlink></w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run('In a field.')}</w:p></w:sdtContent></w:sdt>"
    )
    data = changed(
        document(lines=("x",)), "word/document.xml", "<w:body>", f"<w:body>{paragraph}"
    )
    assert parse(data).text.startswith("The lock is shut until May\nIn a field.\nx")


def test_notes_stand_below_the_text() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator" w:id="0">'
        "<w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote><w:footnote w:id='2'><w:p>"
        "<w:r><w:t>The guild denies it.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    data = changed(
        document(lines=("x",)),
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="n1" Type="{RELATION}" Target="footnotes.xml"/></Relationships>',
    )
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    assert parse(buffer.getvalue()).text.endswith("The end.\nThe guild denies it.")


def test_a_declared_document_type_is_refused() -> None:
    entity = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hosts">]><w:document'
    data = changed(document(lines=("x",)), "word/document.xml", "<w:document", entity)
    with pytest.raises(UnreadableError, match="document type"):
        parse(data)
