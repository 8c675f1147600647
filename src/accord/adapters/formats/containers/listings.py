"""Lists about files beside them: references (.ris), addresses (.urls)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from accord.adapters.formats.containers.joining import Missing, about_of, find_file
from accord.errors import UnreadableError
from accord.ports import Bundle, Lost, RawItem
from accord.read.decoding import decode

__all__ = ["ReferenceList", "UrlList"]

MAX_BYTES = 50_000_000
_TAG = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)\Z")
# The first tag that is there wins.
_TAGS: dict[str, tuple[str, ...]] = {
    "title": ("TI", "T1"),
    "outlet": ("T2", "JO", "JF", "PB"),
    "published": ("DA", "PY", "Y1"),
    "url": ("UR",),
    "language": ("LA",),
    "section": ("SE",),
    "saved": ("Y2",),
    "file": ("L1", "L4", "L2"),
}
_AUTHORS = ("AU", "A1")
# Abstracts; some databases put the full text there. The longest is taken.
_TEXTS = ("N2", "AB")
_ABSTRACT = "The reference gives an abstract or a note; the article may say more."
# As ProQuest writes days: "2024 May 04".
_YEAR_FIRST = re.compile(r"\A(\d{4}) ([A-Z][a-z]{2,8}) (\d{1,2})\b.*")
_ADDRESS = re.compile(r"https?://\S+\Z")
_HEAD_BYTES = 8192


class ReferenceList:
    """References as Zotero, EndNote and databases write them, with local files."""

    def claims(self, name: str, stream: BinaryIO) -> bool:  # noqa: ARG002 - by name
        """Tell references by their ending."""
        return name.endswith(".ris")

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the files that references have, with what these say."""
        yield from _join(bundle, _references(bundle))

    def mentions(self, bundle: Bundle) -> Iterator[str]:
        """Name the files that references have."""
        yield from _files(bundle, _references(bundle))


class UrlList:
    """Addresses, one a line, of pages that were saved beside the list."""

    def claims(self, name: str, stream: BinaryIO) -> bool:
        """Tell a list by its ending, or by every line being an address."""
        if name.endswith((".urls", ".url")):
            return True
        if not name.endswith(".txt"):
            return False
        lines = stream.read(_HEAD_BYTES).decode("utf-8", "replace").split()
        return bool(lines) and all(map(_ADDRESS.match, lines))

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the pages."""
        yield from _join(bundle, _addresses(bundle))

    def mentions(self, bundle: Bundle) -> Iterator[str]:
        """Name the pages."""
        yield from _files(bundle, _addresses(bundle))


def _join(bundle: Bundle, rows: Iterator[dict[str, str]]) -> Iterator[RawItem | Lost]:
    """Load the file of each line of a list, or take the text that the line has."""
    for number, row in enumerate(rows, start=1):
        path = f"{bundle.path}#{number}"
        found = find_file(bundle, row)
        if isinstance(found, Missing) and row.get("text"):
            about = replace(about_of(row), notes=(("summary-only", _ABSTRACT),))
            yield RawItem(path, ".txt", row["text"].encode(), about)
            continue
        if isinstance(found, Missing):
            yield Lost(path, UnreadableError(found.reason, hint=found.hint))
            continue
        try:
            item = bundle.neighbour(found)
        except UnreadableError as error:
            yield Lost(path, error)
        else:
            yield RawItem(item.path, item.suffix, item.data, about_of(row))


def _files(bundle: Bundle, rows: Iterator[dict[str, str]]) -> Iterator[str]:
    """Name the files of a list that are there."""
    for row in rows:
        found = find_file(bundle, row)
        if not isinstance(found, Missing):
            yield found


def _text(bundle: Bundle) -> str:
    """Decode a list."""
    bundle.stream.seek(0)
    data = bundle.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        message = f"The list holds more than {MAX_BYTES:,} bytes."
        raise UnreadableError(message, hint="Split it.")
    return decode(data).text


def _addresses(bundle: Bundle) -> Iterator[dict[str, str]]:
    """Read one address a line."""
    for line in _text(bundle).splitlines():
        if line.strip() and not line.startswith("#"):
            yield {"url": line.strip()}


def _references(bundle: Bundle) -> Iterator[dict[str, str]]:
    """Read references up to each end tag."""
    tags: dict[str, list[str]] = {}
    last: list[str] | None = None
    for line in _text(bundle).splitlines():
        match = _TAG.match(line.rstrip())
        if not match:
            if last and line.strip():
                last[-1] = f"{last[-1]}\n{line.strip()}"
            continue
        last = None
        if match[1] == "ER":
            yield _reference(tags)
            tags = {}
        elif match[2].strip():
            last = tags.setdefault(match[1], [])
            last.append(match[2].strip())
    if tags:
        yield _reference(tags)


def _reference(tags: dict[str, list[str]]) -> dict[str, str]:
    """Name the fields of one reference."""
    row = {}
    texts = [value for name in _TEXTS for value in tags.get(name, ())]
    if texts:
        row["text"] = max(texts, key=len)
    for field, names in _TAGS.items():
        value = next((tags[name][0] for name in names if name in tags), None)
        if value and field == "published":
            value = _YEAR_FIRST.sub(r"\3 \2 \1", value)
        if value:
            row[field] = value.strip("/") if field == "published" else value
    authors = [name for tag in _AUTHORS for name in tags.get(tag, ())]
    if authors:
        row["author"] = ", ".join(
            " ".join(reversed([part.strip() for part in name.split(",", 1)]))
            for name in authors
        )
    return row
