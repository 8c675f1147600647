"""Archives: ZIP, tar and gzip, unpacked in memory and never past their limits."""

import gzip
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath
from typing import IO, BinaryIO

from accord.errors import UnreadableError
from accord.ports import Bundle, Lost, RawItem

__all__ = ["MAX_MEMBER_BYTES", "MAX_RATIO", "GzipFile", "TarArchive", "ZipArchive"]

#: Bytes of one unpacked file.
MAX_MEMBER_BYTES = 50_000_000
#: Unpacked to packed size of one file. Prose shrinks to a fourth, repeated pages to a
#: fiftieth; a bomb to less than a thousandth.
MAX_RATIO = 200
#: Below this many bytes a file is no bomb, whatever its ratio.
_SMALL_BYTES = 1_000_000
#: Files in one archive.
MAX_MEMBERS = 200_000
_ENCRYPTED = 0x1
_LINK_MODE = 0o120000
_CHUNK_BYTES = 1 << 20
# Others need memory that a file of a few bytes may ask for without bound.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2})
_GZIP_MAGIC = b"\x1f\x8b"


class ZipArchive:
    """A ``.zip`` file."""

    def claims(self, name: str, stream: BinaryIO) -> bool:  # noqa: ARG002 - by name
        """Tell a ZIP file by its name."""
        return name.endswith(".zip")

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the files within.

        Raises:
            UnreadableError: It is broken, or unpacks to too much.
        """
        try:
            with zipfile.ZipFile(bundle.stream) as archive:
                members = archive.infolist()
                _check_count(len(members))
                for member in members:
                    if member.is_dir() or _is_hidden(member.filename):
                        continue
                    yield _take(
                        bundle,
                        member.filename,
                        partial(_unzip, archive, member, bundle),
                    )
        except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as error:
            message = f"The archive is broken: {error}."
            raise UnreadableError(message) from error


class TarArchive:
    """A ``.tar`` file, plain or packed with gzip or bzip2; read as it flows."""

    def claims(self, name: str, stream: BinaryIO) -> bool:  # noqa: ARG002 - by name
        """Tell a tar file by its name."""
        return name.endswith((".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2"))

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the files within.

        Raises:
            UnreadableError: It is broken, or unpacks to too much.
        """
        mode = "r|bz2" if bundle.name.endswith("bz2") else "r|gz"
        mode = "r|" if bundle.name.endswith(".tar") else mode
        try:
            with tarfile.open(fileobj=bundle.stream, mode=mode) as archive:  # type: ignore[call-overload]
                for count, member in enumerate(archive, start=1):
                    _check_count(count)
                    # What is skipped is unpacked all the same.
                    bundle.spend(0 if member.isfile() else member.size)
                    if member.isdir() or _is_hidden(member.name):
                        bundle.spend(member.size)
                        continue
                    yield _take(
                        bundle, member.name, partial(_untar, archive, member, bundle)
                    )
        except (tarfile.TarError, EOFError, OSError, ValueError) as error:
            message = f"The archive is broken: {error}."
            raise UnreadableError(message) from error


class GzipFile:
    """One file packed with gzip: ``article.txt.gz``."""

    def claims(self, name: str, stream: BinaryIO) -> bool:
        """Tell a packed file by its name and its first bytes."""
        return name.endswith(".gz") and stream.read(2) == _GZIP_MAGIC

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the file within.

        Raises:
            UnreadableError: It is broken, or unpacks to too much.
        """
        name = bundle.name.removesuffix(".gz")
        packed = bundle.stream.seek(0, 2)
        bundle.stream.seek(0)
        try:
            with gzip.GzipFile(fileobj=bundle.stream) as file:
                data = _read(file, packed, bundle)
        except _RefusedError as error:
            raise UnreadableError(str(error)) from error
        except (EOFError, OSError) as error:
            message = f"The archive is broken: {error}."
            raise UnreadableError(message) from error
        path = f"{bundle.path}/{PurePosixPath(bundle.path).name[: -len('.gz')]}"
        yield RawItem(path, PurePosixPath(name).suffix, data)


def _take(bundle: Bundle, name: str, read: Callable[[], bytes]) -> RawItem | Lost:
    """Give one file of an archive, or why it is refused."""
    path = f"{bundle.path}/{_shown(name)}"
    try:
        _check_name(name)
        data = read()
    except _RefusedError as error:
        return Lost(path, UnreadableError(str(error)))
    return RawItem(path, PurePosixPath(name).suffix.lower(), data)


class _RefusedError(Exception):
    """One file is refused; the archive goes on."""


def _unzip(archive: zipfile.ZipFile, member: zipfile.ZipInfo, bundle: Bundle) -> bytes:
    """Unpack one file of a ZIP archive."""
    if member.flag_bits & _ENCRYPTED:
        message = "It is locked with a password."
        raise _RefusedError(message)
    if (member.external_attr >> 16) & 0o170000 == _LINK_MODE:
        message = "It is a link, which is not followed."
        raise _RefusedError(message)
    if member.compress_type not in _METHODS:
        message = f"It is packed by a method ({member.compress_type}) that is not read."
        raise _RefusedError(message)
    try:
        with archive.open(member) as file:
            return _read(file, member.compress_size, bundle)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError) as error:
        message = f"It is broken: {error}."
        raise _RefusedError(message) from error


def _untar(archive: tarfile.TarFile, member: tarfile.TarInfo, bundle: Bundle) -> bytes:
    """Unpack one file of a tar archive."""
    file = archive.extractfile(member) if member.isfile() else None
    if file is None:
        message = "It is a link or a device, which is not followed."
        raise _RefusedError(message)
    with file:
        return _read(file, member.size, bundle)


def _read(file: IO[bytes] | gzip.GzipFile, packed: int, bundle: Bundle) -> bytes:
    """Unpack bytes as long as they stay below every limit."""
    pieces: list[bytes] = []
    size = 0
    while piece := file.read(_CHUNK_BYTES):
        size += len(piece)
        bundle.spend(len(piece))
        if size > MAX_MEMBER_BYTES:
            message = f"It unpacks to more than {MAX_MEMBER_BYTES:,} bytes."
            raise _RefusedError(message)
        if size > _SMALL_BYTES and size > packed * MAX_RATIO:
            message = (
                f"It unpacks to more than {MAX_RATIO} times its size, as a bomb does."
            )
            raise _RefusedError(message)
        pieces.append(piece)
    return b"".join(pieces)


def _check_count(count: int) -> None:
    """Refuse an archive of too many files."""
    if count > MAX_MEMBERS:
        message = f"The archive holds more than {MAX_MEMBERS:,} files."
        raise UnreadableError(message, hint="Split it.")


def _check_name(name: str) -> None:
    """Refuse a name that leads out of the archive."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if ".." in parts or name.startswith(("/", "\\")) or PureWindowsPath(name).drive:
        message = "Its name leads out of the archive."
        raise _RefusedError(message)


def _is_hidden(name: str) -> bool:
    """Tell what file managers hide."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "__MACOSX" in parts or any(
        part.startswith((".", "~$")) and part not in {".", ".."} for part in parts
    )


def _shown(name: str) -> str:
    """Make a name that can be shown."""
    return name.encode("utf-8", "replace").decode().replace("\n", " ")
