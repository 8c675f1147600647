"""What runs in the child process that reads hostile formats.

Messages are a length of eight bytes and as many bytes. A file comes as two of them (a
JSON object about it, its bytes); the answer is a JSON object, so that a child taken over
by a file can send nothing but text.
"""

import json
import os
import sys
from dataclasses import asdict
from typing import IO, Any

from accord.errors import UnreadableError
from accord.ports import Format, RawItem

__all__ = ["MEMORY_BYTES", "SECONDS", "main", "read_message", "write_message"]

#: Seconds of computing for one file; a PDF of 2000 pages takes about 30.
SECONDS = 60
#: Bytes of address space. The libraries alone take about 300 million.
MEMORY_BYTES = 2_000_000_000
_LENGTH_BYTES = 8


def write_message(stream: IO[bytes], data: bytes) -> None:
    """Send one message."""
    stream.write(len(data).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(data)
    stream.flush()


def read_message(stream: IO[bytes]) -> bytes:
    """Take one message.

    Raises:
        EOFError: The other side is gone.
    """
    head = stream.read(_LENGTH_BYTES)
    size = int.from_bytes(head, "big")
    data = stream.read(size) if len(head) == _LENGTH_BYTES else b""
    if len(head) < _LENGTH_BYTES or len(data) < size:
        message = "the other side is gone"
        raise EOFError(message)
    return data


def main() -> None:
    """Read files until there are no more."""
    seconds, memory_bytes = int(sys.argv[1]), int(sys.argv[2])
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    formats = {format_.producer: format_ for format_ in _formats()}
    _limit_memory(memory_bytes)
    while True:
        try:
            head = json.loads(read_message(source))
            item = RawItem(head["path"], head["suffix"], read_message(source))
        except EOFError:
            return
        _limit_time(seconds)
        answer, is_spent = _answer(formats[head["producer"]], item, memory_bytes)
        write_message(sink, json.dumps(answer).encode())
        if is_spent:
            return


def _formats() -> tuple[Format, ...]:
    """Make the readers."""
    from accord.adapters.formats.docx import DocxFormat  # noqa: PLC0415 - only here
    from accord.adapters.formats.epub import EpubFormat  # noqa: PLC0415
    from accord.adapters.formats.pdf import PdfFormat  # noqa: PLC0415
    from accord.adapters.formats.rtf import RtfFormat  # noqa: PLC0415

    return (PdfFormat(), DocxFormat(), EpubFormat(), RtfFormat())


def _answer(
    format_: Format, item: RawItem, memory_bytes: int
) -> tuple[dict[str, Any], bool]:
    """Read one file; the answer, and whether this process should end."""
    try:
        return asdict(format_.parse(item)), False
    except UnreadableError as error:
        spent = isinstance(error.__cause__, MemoryError)
        return {"error": error.message, "hint": error.hint}, spent
    except (MemoryError, RecursionError) as error:
        what = "memory" if isinstance(error, MemoryError) else "depth"
        text = (
            f"It needs more {what} to read than it may have ({memory_bytes:,} bytes)."
        )
        return {"error": text, "hint": "Save its text as .txt."}, True


def _limit_memory(size: int) -> None:
    """Hold this process to some memory, and let it write no file."""
    if os.name != "posix":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _limit_time(seconds: int) -> None:
    """Hold this process to some seconds of computing from now on."""
    if os.name != "posix":
        return
    import resource  # noqa: PLC0415

    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, hard))
