"""The lines of a page: every block on a line of its own, nothing left out but code.

Article extraction looks for the one article of a page. Mails, books, feeds and exports
are all text, so here everything is kept.
"""

from collections.abc import Mapping

from accord.errors import UnreadableError

__all__ = ["lines_of_page"]

_BREAKS = frozenset(
    "p div br li ul ol tr td th table h1 h2 h3 h4 h5 h6 section article header footer "
    "blockquote pre dt dd dl hr title figure figcaption aside nav main address".split()
)
_SILENT = frozenset("script style template noscript svg head".split())


def lines_of_page(page: str) -> str:
    r"""Give the text of a page.

    Raises:
        UnreadableError: It cannot be parsed at all.

    Example:
        >>> lines_of_page("<p>No deal,<br>they <b>said</b>.</p><script>x()</script>")
        'No deal,\nthey said.'
    """
    # The standard library's reader takes quadratic time on marks that never close.
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - slow

    reader = _Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(page.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError as error:
        message = f"The page is broken: {error}."
        raise UnreadableError(message) from error
    # The parser goes on after it ran out of memory, with words missing.
    if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
        raise MemoryError
    return "\n".join(reader.lines())


class _Reader:
    """Collects text between the borders of blocks."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._silent = ""

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        """Begin a block, or something that is not shown."""
        if not self._silent and tag in _SILENT:
            self._silent = tag
        elif tag in _BREAKS:
            self._pieces.append("\n")

    def end(self, tag: str) -> None:
        """End a block."""
        if tag == self._silent:
            self._silent = ""
        elif tag in _BREAKS and tag != "br":
            self._pieces.append("\n")

    def data(self, data: str) -> None:
        """Keep text; its own line breaks are only spaces."""
        if not self._silent:
            self._pieces.append(data.replace("\n", " "))

    def close(self) -> None:
        """End the page; nothing is left to do."""

    def lines(self) -> list[str]:
        """Give the lines that hold something, white space made single."""
        lines = "".join(self._pieces).split("\n")
        return [bare for line in lines if (bare := " ".join(line.split()))]
