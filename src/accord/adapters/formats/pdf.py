"""PDF files, through pypdf."""

import logging
import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from accord.adapters.formats.columns import page_text
from accord.errors import UnreadableError
from accord.ports import RawItem, RawText

__all__ = ["PdfFormat"]

#: Pages read; a longer file is no article.
MAX_PAGES = 2000
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\Z")
_DIGITS = re.compile(r"\d+")
_STOP = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_LIST = re.compile(r"(?:[-•·◦▪*–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_EDGE_LINES = 2
# A line this much shorter than the widest ends its paragraph.
_FULL_SHARE = 0.8
# Words that keep their hyphen: what stands before it makes compounds.
_COMPOUNDING = frozenset(
    "self well half so non ex anti pro long short high low cease first second third two "
    "three four five six cross mid near all part full post pre co vice".split()
)
_JUNK_TITLE = re.compile(r"(?i)microsoft word|untitled|\.(?:docx?|indd|pdf|qxd|tex)\Z")


class PdfFormat:
    """Reads the text of a PDF: lines joined to paragraphs, words made whole.

    Running headers and footers stay, each a line of its own, so that the read room
    can mark them.
    """

    suffixes: tuple[str, ...] = (".pdf",)
    producer = "read.pdf.v2"

    def parse(self, item: RawItem) -> RawText:
        """Take the text out of a PDF.

        Raises:
            UnreadableError: Broken, encrypted, or without text (a scan).
        """
        if b"%PDF-" not in item.data[:1024]:
            message = "It is no PDF, whatever its name says."
            raise UnreadableError(message)
        try:
            pages, title, author = _read(item.data)
        except UnreadableError:
            raise
        except Exception as error:
            # pypdf raises much more than its own errors on broken files.
            message = f"The PDF is broken: {type(error).__name__}: {error}."
            raise UnreadableError(
                message, hint="Open it in a viewer and print it to a new PDF."
            ) from error
        lines = [page.splitlines() for page in pages]
        text, joined = join_pages(lines)
        if not text.strip():
            message = "The PDF holds no text, only pictures."
            raise UnreadableError(
                message, hint="Run text recognition (OCR) on it first."
            )
        note = f"Words broken at line ends were made whole: {joined}."
        return RawText(
            text=text,
            title=_real_title(title),
            author=author or None,
            notes=(("dehyphenated", note),) if joined else (),
        )


def join_pages(pages: Sequence[Sequence[str]]) -> tuple[str, int]:
    """Join the lines of pages to paragraphs, and words broken at line ends.

    Returns:
        The text with one paragraph a line and a blank line between pages, and the
        number of words made whole.
    """
    vocabulary = _vocabulary(pages)
    running = _running(pages)
    texts: list[str] = []
    joined = 0
    for page in pages:
        text, count = _join_lines([line.rstrip() for line in page], running, vocabulary)
        joined += count
        if text:
            texts.append(text)
    return "\n\n".join(texts), joined


def _read(data: bytes) -> tuple[list[str], str | None, str | None]:
    """Run the library."""
    from pypdf import PdfReader  # noqa: PLC0415 - needed only here

    # What pypdf logs of a file is said by the failure or a finding, not on the screen.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(BytesIO(data))
    # Many files are encrypted with an empty password: those anyone may read.
    if reader.is_encrypted and not reader.decrypt(""):
        message = "The PDF is locked with a password."
        raise UnreadableError(message, hint="Save it without the password.")
    count = len(reader.pages)
    if count > MAX_PAGES:
        message = f"The PDF has {count:,} pages; the limit is {MAX_PAGES:,}."
        raise UnreadableError(message, hint="Split it into documents.")
    meta: Any = reader.metadata
    title = str(meta.title) if meta and meta.title else None
    author = str(meta.author) if meta and meta.author else None
    return [page_text(page) for page in reader.pages], title, author


def _join_lines(
    lines: Sequence[str], running: frozenset[str], vocabulary: Counter[str]
) -> tuple[str, int]:
    """Join the lines of one page."""
    width = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    joined = 0
    is_open = False
    for line in lines:
        bare = line.strip()
        alone = not bare or _key(bare) in running
        if not bare:
            is_open = False
            continue
        if not is_open or alone or _LIST.match(bare):
            paragraphs.append(bare)
        elif _HYPHENATED.search(paragraphs[-1]) and bare[:1].islower():
            paragraphs[-1] = _rejoin(paragraphs[-1], bare, vocabulary)
            joined += 1
        else:
            paragraphs[-1] = f"{paragraphs[-1]} {bare}"
        full = len(bare) >= width * _FULL_SHARE
        broken = _HYPHENATED.search(bare) is not None
        is_open = not alone and (full or broken or not _ends(bare, width))
    return "\n".join(paragraphs), joined


def _ends(line: str, width: int) -> bool:
    """Tell whether a line that is not full ends its paragraph."""
    return bool(_STOP.search(line)) or len(line) < width * 0.6


def _rejoin(before: str, after: str, vocabulary: Counter[str]) -> str:
    """Join the halves of a word, with its hyphen if it is a compound's."""
    head = re.split(r"\s", before)[-1].rstrip("-‐\u00ad")
    tail = re.split(r"[^\w’']", after)[0]
    whole = re.sub(r"\A\W+", "", head).lower()
    with_hyphen = vocabulary[f"{whole}-{tail.lower()}"]
    without = vocabulary[f"{whole}{tail.lower()}"]
    keeps = with_hyphen > without or (
        without == 0
        and not before.endswith("\u00ad")
        and (whole in _COMPOUNDING or not whole.isalpha() or head.isupper())
    )
    return f"{before}{after}" if keeps else f"{before[:-1]}{after}"


def _vocabulary(pages: Sequence[Sequence[str]]) -> Counter[str]:
    """Count the words that stand whole within lines."""
    words: Counter[str] = Counter()
    for page in pages:
        for line in page:
            words.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.lower()))
    return words


def _key(line: str) -> str:
    """Make running lines equal, whatever their page number."""
    return _DIGITS.sub("0", line.strip().lower())


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Find lines that stand at the edge of most pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line.strip()]
        edges = {*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]}
        counts.update({_key(line) for line in edges})
    least = max(2, (len(pages) + 1) // 2)
    return frozenset(key for key, count in counts.items() if count >= least)


def _real_title(title: str | None) -> str | None:
    """Keep a title that a person gave, not a file name."""
    if not title or _JUNK_TITLE.search(title) or " " not in title.strip():
        return None
    return title.strip()
