"""Loading files, row by row where a file holds many documents."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BufferedReader
from typing import BinaryIO

from accord.adapters.files.finding import find_places
from accord.adapters.files.limits import CONTAINER_SUFFIXES, FileLimits
from accord.adapters.files.place import STANDARD_INPUT, Place
from accord.adapters.files.sniffing import (
    SNIFF_BYTES,
    UNSUPPORTED,
    binary_kind,
    suffix_by_content,
)
from accord.adapters.files.unpacking import Unpacker
from accord.errors import UnreadableError
from accord.model import Failure, content_id
from accord.ports import Container, Lost, RawItem

__all__ = ["LocalFiles"]

_ROW_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class LocalFiles:
    """Fetches documents from the file system and from standard input.

    Args:
        standard_input: Stream read for the path ``-``, as ``sys.stdin.buffer``;
            without it ``-`` is a failure.
        limits: Sizes above which an item is refused.
        containers: Readers of files that hold many documents, asked in this order.
    """

    producer = "read.files.v1"

    def __init__(
        self,
        *,
        standard_input: BinaryIO | None = None,
        limits: FileLimits | None = None,
        containers: Sequence[Container] = (),
    ) -> None:
        self._standard_input = standard_input
        self._limits = limits or FileLimits()
        self._unpacker = Unpacker(containers, self._limits)

    def find(self, paths: Sequence[str]) -> Sequence[str]:
        """List the places behind files, folders, ``@list`` and ``-``.

        Returns:
            Places that ``load`` takes, in any process of this machine; without
            doubles, sorted by name.

        Raises:
            InputError: A path is not there.
        """
        places = find_places(paths)
        decoded = {p: Place.decode(p) for p in places if p != STANDARD_INPUT}
        given = {
            name
            for place in decoded.values()
            for name in self._unpacker.mentions(place)
        }
        # What a list of references gives is not read a second time as a file.
        return [
            place
            for place in places
            if place not in decoded
            or os.path.realpath(decoded[place].location) not in given
        ]

    def load(self, places: Iterable[str]) -> Iterator[RawItem | Failure]:
        """Load items one after the other; what cannot be loaded is a failure.

        Names are unique: a second item of one name gets a number behind it.
        """
        seen: dict[str, int] = {}
        for item in self._load(places):
            path = item.item if isinstance(item, Failure) else item.path
            seen[path] = seen.get(path, 0) + 1
            other = path if seen[path] == 1 else f"{path}~{seen[path]}"
            if isinstance(item, RawItem):
                yield replace(item, path=other)
            else:
                yield replace(item, item=other, id=_failure_id(other))

    def _load(self, places: Iterable[str]) -> Iterator[RawItem | Failure]:
        """Load items whatever their names."""
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
            self._limits.check(len(data), suffix)
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
            items = self._unpacker.unpack(place, file)
            if items is not None:
                yield from map(self._settle, items)
                return
            head = file.read(SNIFF_BYTES)
            suffix = suffix or suffix_by_content(head)
            _check_content(head, suffix)
            self._limits.check(status.st_size, suffix)
            # The file may have grown since it was measured.
            rest = file.read(self._limits.of(suffix)[1] + 1 - len(head))
        data = head + rest
        self._limits.check(len(data), suffix)
        yield RawItem(place.name, suffix, data)

    def _settle(self, item: RawItem | Lost) -> RawItem | Failure:
        """Check what came out of a container as if it were a file."""
        if isinstance(item, Lost):
            return self._failure(item.path, item.error)
        try:
            _check_content(item.data[:SNIFF_BYTES], item.suffix)
            self._limits.check(len(item.data), item.suffix)
        except UnreadableError as error:
            return self._failure(item.path, error)
        return item

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
                self._limits.check(length, ".jsonl")
                row = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                if row.strip():
                    yield RawItem(path, ".jsonl", row)
            except UnreadableError as error:
                yield self._failure(path, error)

    def _failure(self, path: str, error: UnreadableError) -> Failure:
        """Say why an item was not loaded."""
        return Failure(
            id=_failure_id(path),
            produced_by=self.producer,
            item=path,
            stage="read",
            code=error.code,
            error=str(error),
        )


def _failure_id(path: str) -> str:
    """Make the id of a failure to read."""
    return content_id("failure", path, "read")


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
    if suffix in CONTAINER_SUFFIXES:
        return
    kind = binary_kind(head)
    if kind:
        message = f"It holds {kind}, not text (its name ends in {suffix!r})."
        raise UnreadableError(
            message, hint="docs/formats.md names the files that are read."
        )
