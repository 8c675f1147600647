"""Finding the local file that a line of a table or list is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from accord.errors import UnreadableError
from accord.ports import About, Bundle

__all__ = ["Missing", "about_of", "find_file", "names_for"]

_ENDINGS = (".html", ".htm", ".txt", ".md", ".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class Missing:
    """No file was found.

    Attributes:
        reason: What is missing.
        hint: What to do.
    """

    reason: str
    hint: str


def about_of(row: Mapping[str, str]) -> About:
    """Take what a row says of a document."""
    return About(
        title=row.get("title"),
        author=row.get("author"),
        outlet=row.get("outlet"),
        url=row.get("url"),
        language=row.get("language"),
        published=row.get("published"),
        section=row.get("section"),
        dateline=row.get("dateline"),
        saved=row.get("saved"),
    )


def find_file(bundle: Bundle, row: Mapping[str, str]) -> str | Missing:
    """Find the file that a row is about: the one it names, or one named after it."""
    if row.get("file"):
        return row["file"].replace("\\", "/").removeprefix("file://")
    tried = list(names_for(row))
    for name in tried:
        try:
            bundle.neighbour(name)
        except UnreadableError:
            continue
        return name
    subject = row.get("url") or row.get("id") or "this row"
    example = tried[0] if tried else "a file"
    return Missing(
        f"No text of {subject} is stored beside the list.",
        f"Save the page beside it, named after it ({example}); Accord fetches nothing.",
    )


def names_for(row: Mapping[str, str]) -> Iterator[str]:
    """Give the names that a saved page may have: its number, or the end of its address.

    Example:
        >>> next(names_for({"url": "https://courier.example/world/no-deal/?x=1"}))
        'no-deal.html'
    """
    stems = [row["id"]] if row.get("id") else []
    try:
        parts = urlsplit(row.get("url", ""))
    except ValueError:
        parts = urlsplit("")
    last = PurePosixPath(unquote(parts.path)).name
    if last:
        if PurePosixPath(last).suffix.lower() in _ENDINGS:
            yield last
        stems.append(PurePosixPath(last).stem)
    for stem in stems:
        # A name, never a path: it may come from anywhere.
        if "/" not in stem and "\\" not in stem and stem not in {".", ".."}:
            yield from (f"{stem}{ending}" for ending in _ENDINGS)
