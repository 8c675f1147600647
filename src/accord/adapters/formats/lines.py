"""The lines of a page: every block on a line of its own, nothing left out but code.

Article extraction looks for the one article of a page. Mails, books, feeds and exports
are all text, so here everything is kept.
"""

from html.parser import HTMLParser

__all__ = ["lines_of_page"]

_BREAKS = frozenset(
    "p div br li ul ol tr td th table h1 h2 h3 h4 h5 h6 section article header footer "
    "blockquote pre dt dd dl hr title figure figcaption aside nav main address".split()
)
_SILENT = frozenset("script style template noscript svg head".split())


def lines_of_page(page: str) -> str:
    r"""Give the text of a page.

    Example:
        >>> lines_of_page("<p>No deal,<br>they <b>said</b>.</p><script>x()</script>")
        'No deal,\nthey said.'
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "\n".join(reader.lines()).strip("\n")


class _Reader(HTMLParser):
    """Collects text between the borders of blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        """Begin a block, or something that is not shown."""
        if not self._silent and tag in _SILENT:
            self._silent = tag
        elif tag in _BREAKS:
            self._pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if tag == self._silent:
            self._silent = ""
        elif tag in _BREAKS and tag != "br":
            self._pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep text."""
        if not self._silent:
            self._pieces.append(" ".join(data.split("\n")) if "\n" in data else data)

    def lines(self) -> list[str]:
        """Give the lines, white space made single; at most one blank between two."""
        kept: list[str] = []
        for line in "".join(self._pieces).split("\n"):
            bare = " ".join(line.split())
            if bare:
                kept.append(bare)
        return kept
