"""Rows of JSON within archives; those of a file by itself are loaded as they flow."""

from collections.abc import Iterator
from typing import BinaryIO

from accord.ports import About, Bundle, Lost, RawItem

__all__ = ["JsonRows"]

_MARK = b"\xef\xbb\xbf"


class JsonRows:
    """One document a line."""

    def claims(self, name: str, stream: BinaryIO) -> bool:  # noqa: ARG002 - by name
        """Tell rows by their ending."""
        return name.endswith((".jsonl", ".ndjson"))

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the lines that are not blank; ``#n`` is the line's number."""
        for number, line in enumerate(bundle.stream, start=1):
            row = line.removeprefix(_MARK).strip() if number == 1 else line.strip()
            if row:
                yield RawItem(f"{bundle.path}#{number}", ".jsonl", row, About())
