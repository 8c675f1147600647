import io

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from accord.adapters.formats import PdfFormat
from accord.adapters.formats.pdf import join_pages
from accord.errors import UnreadableError
from accord.ports import RawItem, RawText
from accord.read import ReadStage

LINES = [
    "The harbour board of Port Ostin said on Monday that it would not reopen the lock before",
    "both guilds had signed a new roster, and that the nego-",
    "tiations would go on in a well-",
    "known inn by the old quay.",
    "Its chair told reporters that the board had waited for eleven weeks.",
]


def pdf(lines: list[str], *, title: str = "", author: str = "") -> bytes:
    made = FPDF()
    made.set_title(title)
    made.set_author(author)
    made.add_page()
    made.set_font("Helvetica", size=10)
    for line in lines:
        made.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    return bytes(made.output())


def parse(data: bytes) -> RawText:
    return PdfFormat().parse(RawItem("d.pdf", ".pdf", data))


def test_lines_become_paragraphs_and_broken_words_whole() -> None:
    raw = parse(pdf(LINES, title="Lock stays shut", author="Lena Maar"))
    assert (
        "the negotiations would go on in a well-known inn by the old quay." in raw.text
    )
    assert raw.text.count("\n") <= 1
    assert (raw.title, raw.author, raw.published) == (
        "Lock stays shut",
        "Lena Maar",
        None,
    )
    assert [kind for kind, _ in raw.notes] == ["dehyphenated"]


@pytest.mark.parametrize(
    "title", ["", "Microsoft Word - lock.docx", "untitled", "lock"]
)
def test_file_names_are_no_titles(title: str) -> None:
    assert parse(pdf(LINES, title=title)).title is None


def test_a_pdf_without_text_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="OCR"):
        parse(pdf([]))


@pytest.mark.parametrize("cut", [20, 100])
def test_a_cut_pdf_is_unreadable(cut: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse(pdf(LINES)[:cut])
    assert caught.value.__cause__ is not None


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7 and then nothing"])
def test_what_is_no_pdf_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        parse(data)


def test_a_locked_pdf_is_unreadable_and_says_so() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(LINES))))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(UnreadableError, match="password"):
        parse(buffer.getvalue())


def test_running_headers_stay_on_lines_of_their_own() -> None:
    pages = [
        [
            "The Ostin Gazette  1",
            "The harbour board of Port Ostin said on Monday that it",
        ],
        ["The Ostin Gazette  2", "would not reopen the lock."],
    ]
    text, joined = join_pages(pages)
    assert text.splitlines() == [
        "The Ostin Gazette  1",
        "The harbour board of Port Ostin said on Monday that it",
        "",
        "The Ostin Gazette  2",
        "would not reopen the lock.",
    ]
    assert joined == 0


def test_words_that_stand_whole_elsewhere_decide_about_the_hyphen() -> None:
    wide = "x" * 60
    page = [
        f"{wide} re-",
        "elected, as the re-elected chair said",
        f"{wide} lo-",
        "ck the lock",
    ]
    text, joined = join_pages([page])
    assert "re-elected, as" in text
    assert "lock the lock" in text
    assert joined == 2


def test_columns_are_read_one_after_the_other() -> None:
    left = [
        "The harbour board said on Monday that it",
        "would not reopen the lock before both of the",
        "guilds had signed. It waits.",
    ]
    right = [
        "The guild rejected the roster as it stands,",
        "its chair said on Tuesday.",
    ]
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=10)
    for start, lines in ((10, left), (110, right)):
        for number, line in enumerate(lines):
            made.text(start, 20 + number * 5, line)
    text = parse(bytes(made.output())).text
    assert "said on Monday that it would not reopen the lock" in text
    assert text.index("It waits.") < text.index("The guild rejected")


@pytest.mark.parametrize("cells", [("", ""), ("1.5", "2.25")])
def test_columns_written_line_by_line_are_read_one_after_the_other(
    cells: tuple[str, str],
) -> None:
    left = [
        "The harbour board said on Mon-",
        "day that it would not open",
        "the lock before both guilds",
        "had signed the roster, which",
        "they had not by the evening",
        "of that long day. It waits.",
    ]
    right = [
        "The guild rejected the ro-",
        "ster as it stands, and its",
        "chair said that the members",
        "would vote again in a month",
        "or so if the board brought",
        "a better one to the table.",
    ]
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=10)
    made.text(10, 12, "No deal on the lock")
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        made.text(10, 20 + number * 5, cells[0] or one)
        made.text(110, 20 + number * 5, cells[1] or other)

    text = parse(bytes(made.output())).text

    if cells[0]:  # a table is read row by row
        assert "1.5 2.25" in " ".join(text.split())
    else:
        assert text.startswith("No deal on the lock")
        assert "said on Monday that it would not open the lock before" in text
        assert "rejected the roster as it stands" in text
        assert text.index("It waits.") < text.index("The guild rejected")


def test_headers_and_footers_of_a_real_file_stand_alone_and_are_marked() -> None:
    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("Helvetica", size=8)
            self.cell(text="The Ostin Gazette", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.cell(text=f"Page {self.page_no()} of 3")

    made = Paper()
    for number in range(3):
        made.add_page()
        made.set_font("Helvetica", size=10)
        story = f"On day {number} the harbour board said that it would wait. "
        made.multi_cell(0, text=story * 12)
    document = ReadStage(formats=(PdfFormat(),))(
        RawItem("d.pdf", ".pdf", bytes(made.output()))
    ).document
    lines = document.text.splitlines()
    assert lines.count("The Ostin Gazette") == 3
    marked = [document.text[f.start : f.end] for f in document.furniture]
    assert sum("Page " in words for words in marked) >= 2
    assert not any("harbour board" in words for words in marked)
