"""Taking apart files that hold many documents, and what lies within them again."""

import os
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import BinaryIO, TypeVar

from accord.adapters.files.limits import Allowance, FileLimits
from accord.adapters.files.place import Place
from accord.errors import UnreadableError
from accord.ports import Bundle, Catalogue, Container, Lost, RawItem

__all__ = ["Unpacker"]


_Kind = TypeVar("_Kind", bound=Container)


class Unpacker:
    """Asks the containers whose a file is, and limits what comes out of it.

    Args:
        containers: Asked in this order.
        limits: What may come out of one file.
    """

    def __init__(self, containers: Sequence[Container], limits: FileLimits) -> None:
        self._containers = tuple(containers)
        self._limits = limits

    def unpack(self, place: Place, stream: BinaryIO) -> Iterator[RawItem | Lost] | None:
        """Give what a file holds; None if it is a document itself."""
        container = _claimant(self._containers, _own_name(place.location), stream)
        if container is None:
            return None
        return self._open(container, self._bundle(place, stream), 1)

    def mentions(self, place: Place) -> Iterator[str]:
        """Give the locations of the files that a catalogue gives."""
        catalogues = [c for c in self._containers if isinstance(c, Catalogue)]
        location = place.location
        if not catalogues or os.path.islink(location) or not os.path.isfile(location):  # noqa: PTH113, PTH114
            return
        try:
            with open(location, "rb") as stream:  # noqa: PTH123
                container = _claimant(catalogues, _own_name(location), stream)
                if container is not None:
                    for named in container.mentions(self._bundle(place, stream)):
                        yield os.path.realpath(_beside(place, named).location)
        except (UnreadableError, OSError, ValueError):
            # Said when the catalogue itself is read.
            return

    def _bundle(self, place: Place, stream: BinaryIO) -> Bundle:
        """Open a file of this machine as a container."""
        return Bundle(
            path=place.name,
            name=_own_name(place.location),
            stream=stream,
            neighbour=lambda name: self._load_beside(place, name),
            spend=Allowance(self._limits.unpacked_bytes).spend,
        )

    def _open(
        self, container: Container, bundle: Bundle, depth: int
    ) -> Iterator[RawItem | Lost]:
        """Give what a container holds, and what those hold that are containers."""
        for item in _guarded(container, bundle):
            if isinstance(item, Lost) or item.about is not None:
                yield item
                continue
            stream = BytesIO(item.data)
            name = _own_name(item.path)
            inner = _claimant(self._containers, name, stream)
            if inner is None:
                yield item
            elif depth >= self._limits.depth:
                message = f"Archives lie more than {self._limits.depth} deep here."
                yield Lost(item.path, UnreadableError(message))
            else:
                within = Bundle(item.path, name, stream, _no_neighbour, bundle.spend)
                try:
                    yield from self._open(inner, within, depth + 1)
                except UnreadableError as error:
                    yield Lost(item.path, error)

    def _load_beside(self, place: Place, name: str) -> RawItem:
        """Load a file from a catalogue's folder."""
        beside = _beside(place, name)
        suffix = os.path.splitext(beside.location)[1].lower()  # noqa: PTH122
        try:
            size = os.path.getsize(beside.location)  # noqa: PTH202
            self._limits.check(size, suffix)
            with open(beside.location, "rb") as file:  # noqa: PTH123
                return RawItem(beside.name, suffix, file.read(size))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            message = f"The file {name!r} beside it cannot be opened: {reason}."
            raise UnreadableError(message) from error


def _claimant(containers: Iterable[_Kind], name: str, stream: BinaryIO) -> _Kind | None:
    """Find the container that a file is."""
    for container in containers:
        stream.seek(0)
        claimed = container.claims(name, stream)
        stream.seek(0)
        if claimed:
            return container
    return None


def _beside(place: Place, name: str) -> Place:
    """Give the place of a file in a catalogue's folder.

    Raises:
        UnreadableError: It lies outside of the folder that was given.
    """
    folder = os.path.dirname(place.below)  # noqa: PTH120
    below = os.path.normpath(os.path.join(folder, name))  # noqa: PTH118
    found = Place(place.above, place.shown, below.replace(os.sep, "/"))
    real_root = os.path.realpath(place.root)
    real = os.path.realpath(found.location)
    try:
        inside = os.path.commonpath((real, real_root)) == real_root
    except ValueError:
        inside = False
    # A file within the folder may be named by its whole path.
    if inside and os.path.isabs(name):  # noqa: PTH117
        below = os.path.relpath(real, real_root)
        found = Place(place.above, place.shown, below.replace(os.sep, "/"))
    if not inside:
        message = f"The file {name!r} lies outside of the folder that was given."
        raise UnreadableError(message, hint="Give the folder that holds both.")
    return found


def _no_neighbour(name: str) -> RawItem:
    """Refuse files beside a list that lies in an archive."""
    message = f"The file {name!r} would lie beside a list within an archive."
    raise UnreadableError(message, hint="Unpack the archive and give the folder.")


def _guarded(container: Container, bundle: Bundle) -> Iterator[RawItem | Lost]:
    """Let no error of a broken file through but the one that says so."""
    try:
        yield from container.unpack(bundle)
    except UnreadableError:
        raise
    except Exception as error:
        # Foreign files make readers raise anything.
        message = f"It is broken: {type(error).__name__}: {error}."
        raise UnreadableError(message) from error


def _own_name(path: str) -> str:
    """Give a file's own name in lower case."""
    return os.path.basename(path).lower()  # noqa: PTH119 - the name may not decode
