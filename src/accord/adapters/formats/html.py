"""Web pages, through trafilatura."""

import codecs
import re
from typing import Any

from accord.adapters.formats.pagemeta import read_page_meta
from accord.errors import UnreadableError
from accord.ports import RawItem, RawText

__all__ = ["HtmlFormat"]

_HEAD_BYTES = 4096
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_LANGUAGE = re.compile(
    r"<html\b[^<>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z-]{2,20})", re.IGNORECASE
)
# The search for dates would otherwise end today, and so depend on the clock.
_DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "2100-01-01",
}
_SUFFIX_BORDER = re.compile(r"\s+[|–—-]\s+")


class HtmlFormat:
    """Reads the article out of a web page, with the page's metadata."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    producer = "read.html.v4"

    def parse(self, item: RawItem) -> RawText:
        """Take the article out of a page.

        Raises:
            UnreadableError: The bytes are no page, or no article is found in it.
        """
        page, doubts = _decode(item.data)
        found = _extract(page)
        if found is None or not (found.text or "").strip():
            message = "No article text is found in this page."
            raise UnreadableError(
                message,
                hint="Pages that build their text by script are empty when saved; "
                "save the page from the browser, or its text as .txt.",
            )
        language = _LANGUAGE.search(page[: _HEAD_BYTES * 4])
        stated = read_page_meta(page)
        return RawText(
            text=found.text,
            title=_without_site(found.title, found.sitename),
            author=found.author or stated.author,
            outlet=found.sitename or stated.outlet,
            url=found.url or None,
            language=language[1] if language else None,
            published=found.date or None,
            section=stated.section,
            dateline=stated.dateline,
            notes=tuple(("encoding", doubt) for doubt in doubts),
        )


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a page by its mark, UTF-8, or the character set it declares."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:_HEAD_BYTES])
    name = declared[1].decode("ascii", "ignore") if declared else "windows-1252"
    try:
        # Browsers read both names as Windows-1252.
        known = codecs.lookup(name).name
        known = "cp1252" if known in {"iso8859-1", "ascii", "utf-8"} else known
        text = data.decode(known, "replace")
    except (LookupError, ValueError):
        known, text = "cp1252", data.decode("cp1252", "replace")
    guessed = not declared or "\ufffd" in text
    doubt = f"The page's encoding is not stated rightly; it was read as {known}."
    return text, (doubt,) if guessed else ()


def _extract(page: str) -> Any:
    """Run the library; whatever it raises means that the page cannot be read."""
    import trafilatura  # noqa: PLC0415 - slow to import, needed only here

    try:
        return trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            # Its other extractors, run for comparison, find no more of the article.
            fast=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:
        message = f"The page cannot be read: {type(error).__name__}: {error}."
        raise UnreadableError(message) from error


def _without_site(title: str | None, site: str | None) -> str | None:
    """Drop the site's name from the end of a headline."""
    if not title or not site:
        return title or None
    parts = _SUFFIX_BORDER.split(title)
    if len(parts) > 1 and parts[-1].strip().casefold() == site.strip().casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—-\t")
    return title
