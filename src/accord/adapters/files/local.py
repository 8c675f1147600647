"""Loading files, row by row where a file holds many documents."""

import json
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader
from typing import BinaryIO

from accord.adapters.files.finding import find_places
from accord.adapters.files.limits import FileLimits
from accord.adapters.files.place import STANDARD_INPUT, Place
from accord.adapters.files.sniffing import (
    SNIFF_BYTES,
    UNSUPPORTED,
    binary_kind,
    suffix_by_content,
)
from accord.errors import UnreadableError
from accord.model import Failure, content_id
from accord.ports import RawItem

__all__ = ["LocalFiles"]

_ROW_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CHECKED_BY_FORMAT = frozenset({".pdf", ".docx"})


class LocalFiles:
    """Fetches documents from the file system and from standard input.

    Args:
        standard_input: Stream read for the path ``-``, as ``sys.stdin.buffer``;
            without it ``-`` is a failure.
        limits: Sizes above which an item is refused.
    """

    producer = "read.files.v1"

    def __init__(
        self,
        *,
        standard_input: BinaryIO | None = None,
        limits: FileLimits | None = None,
    ) -> None:
        self._standard_input = standard_input
        self._limits = limits or FileLimits()

    def find(self, paths: Sequence[str]) -> Sequence[str]:
        """List the places behind files, folders, ``@list`` and ``-``.

        Returns:
            Places that ``load`` takes, in any process of this machine; without
            doubles, sorted by name.

        Raises:
            InputError: A path is not there.
        """
        return find_places(paths)

    def load(self, places: Iterable[str]) -> Iterator[RawItem | Failure]:
        """Load items one after the other; what cannot be loaded is a failure."""
        for place in places:
            if place == STANDARD_INPUT:
                yield self._load_standard_input()
                continue
            where = Place.decode(place)
            try:
                yield from self._load_file(where)
            except UnreadableError as error:
                yield self._failure(where.name, error)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                yield self._failure(
                    where.name, UnreadableError(f"It cannot be opened: {reason}.")
                )

    def _load_standard_input(self) -> RawItem | Failure:
        """Take everything on standard input as one document."""
        suffix = ".txt"
        try:
            if self._standard_input is None:
                message = "There is no standard input to read."
                raise UnreadableError(message)  # noqa: TRY301 - one way out
            limit = self._limits.container_bytes
            data = self._standard_input.read(limit + 1)
            suffix = suffix_by_content(data[:SNIFF_BYTES])
            self._check_size(len(data), suffix)
        except UnreadableError as error:
            return self._failure(STANDARD_INPUT, error)
        return RawItem(STANDARD_INPUT, suffix, data)

    def _load_file(self, place: Place) -> Iterator[RawItem | Failure]:
        """Load one file: a document, or many in rows."""
        _check_link(place)
        status = os.stat(place.location)  # noqa: PTH116 - the name may not decode
        _check_kind(status.st_mode)
        suffix = os.path.splitext(place.location)[1].lower()  # noqa: PTH122
        with open(place.location, "rb") as file:  # noqa: PTH123
            if suffix in _ROW_SUFFIXES:
                yield from self._load_rows(place.name, file)
                return
            head = file.read(SNIFF_BYTES)
            suffix = suffix or suffix_by_content(head)
            _check_content(head, suffix)
            self._check_size(status.st_size, suffix)
            # The file may have grown since it was measured.
            rest = file.read(self._limits.of(suffix)[1] + 1 - len(head))
        data = head + rest
        self._check_size(len(data), suffix)
        yield RawItem(place.name, suffix, data)

    def _load_rows(
        self, name: str, file: BufferedReader
    ) -> Iterator[RawItem | Failure]:
        """Give one item per line that is not blank; ``#n`` is the line's number."""
        head = file.peek(SNIFF_BYTES)
        kind = "UTF-16 text" if head.startswith(_UTF_16_MARKS) else binary_kind(head)
        if kind:
            message = f"It holds {kind}, not rows of JSON in UTF-8."
            raise UnreadableError(message)
        for number, (line, length) in enumerate(
            _lines(file, self._limits.text_bytes), start=1
        ):
            path = f"{name}#{number}"
            try:
                self._check_size(length, ".jsonl")
                row = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                if row.strip():
                    _check_row(row)
                    yield RawItem(path, ".jsonl", row)
            except UnreadableError as error:
                yield self._failure(path, error)

    def _check_size(self, size: int, suffix: str) -> None:
        """Refuse what is above the limit."""
        name, limit = self._limits.of(suffix)
        if size > limit:
            at_least = (
                f"{size:,} bytes" if size != limit + 1 else f"over {limit:,} bytes"
            )
            message = f"It holds {at_least}; the limit is {limit:,}."
            raise UnreadableError(
                message,
                hint=f"Split it into documents, or raise {name} in accord.toml (in "
                f"Python: FileLimits({name}=...)).",
            )

    def _failure(self, path: str, error: UnreadableError) -> Failure:
        """Say why an item was not loaded."""
        return Failure(
            id=content_id("failure", path, "read"),
            produced_by=self.producer,
            item=path,
            stage="read",
            code=error.code,
            error=str(error),
        )


def _lines(file: BufferedReader, limit: int) -> Iterator[tuple[bytes, int]]:
    """Give each line without its break, and its length; past the limit only that."""
    while line := file.readline(limit + 1):
        length = len(line.removesuffix(b"\n"))
        chunk = line
        while not chunk.endswith(b"\n") and (chunk := file.readline(limit + 1)):
            length += len(chunk.removesuffix(b"\n"))
        yield line.removesuffix(b"\n"), length


def _check_link(place: Place) -> None:
    """Refuse a link within the given folder that leads out of it, or nowhere."""
    real = os.path.realpath(place.location)
    if not os.path.exists(real):  # noqa: PTH110
        message = "It is a link that leads nowhere, or the file has gone."
        raise UnreadableError(message)
    real_root = os.path.realpath(place.root)
    if os.path.commonpath((real, real_root)) != real_root:
        message = "It is a link that leads out of the folder that was given."
        raise UnreadableError(message, hint=f"Give {real} as a path of its own.")


def _check_kind(mode: int) -> None:
    """Refuse folders, pipes, sockets and devices."""
    if stat.S_ISDIR(mode):
        message = "It is a folder that cannot be listed, or a link to a folder."
        raise UnreadableError(message, hint="Give the folder as a path of its own.")
    if not stat.S_ISREG(mode):
        message = "It is no regular file but a pipe, socket or device."
        raise UnreadableError(message)


def _check_content(head: bytes, suffix: str) -> None:
    """Refuse what is no document."""
    if suffix in UNSUPPORTED:
        message = f"Files that end in {suffix} are not read."
        raise UnreadableError(message, hint=UNSUPPORTED[suffix])
    if suffix in _CHECKED_BY_FORMAT:
        return
    kind = binary_kind(head)
    if kind:
        message = f"It holds {kind}, not text (its name ends in {suffix!r})."
        raise UnreadableError(
            message, hint="Accord reads .txt, .md, .html, .pdf, .docx and .jsonl."
        )


def _check_row(line: bytes) -> None:
    """Refuse a row that is not a JSON object."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"The row is not JSON: {error}."
        raise UnreadableError(message) from error
    if not isinstance(row, dict):
        message = f"The row is {type(row).__name__}, not an object with a field 'text'."
        raise UnreadableError(message)
