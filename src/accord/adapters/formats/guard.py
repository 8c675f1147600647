"""Reading hostile formats in a child process that may not take more than its share.

One child serves all files of a process, so the guard costs one start and a copy of the
bytes. It is started anew only when a file has brought it down.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from typing import Any

from accord.adapters.formats.child import (
    MEMORY_BYTES,
    SECONDS,
    read_message,
    write_message,
)
from accord.errors import UnreadableError
from accord.ports import Format, RawItem, RawText

__all__ = ["Guarded"]

#: Seconds on the clock, of which a busy machine gives only a part to the child.
WAIT_SECONDS = SECONDS * 4
_PROGRAM = "from accord.adapters.formats.child import main; main()"
_CPU_SIGNAL = getattr(signal, "SIGXCPU", None)


class Guarded:
    """A format whose files are read in the child.

    On systems without limits for processes (Windows) only the clock ends a file.

    Args:
        format_: Reads the files; the child must know it by its producer.
        seconds: Limit of computing for one file.
        memory_bytes: Limit of the child's memory.
    """

    def __init__(
        self,
        format_: Format,
        *,
        seconds: int = SECONDS,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        self.suffixes = format_.suffixes
        self.producer = format_.producer
        self._limits = (seconds, memory_bytes)

    def parse(self, item: RawItem) -> RawText:
        """Take the text out of a file.

        Raises:
            UnreadableError: The format says so, or the file needs more time or memory
                than it may have.
        """
        return _child_for(*self._limits).parse(self.producer, item)


class _Child:
    """The process, and how to talk to it."""

    def __init__(self, seconds: int, memory_bytes: int) -> None:
        self._seconds, self._memory_bytes = seconds, memory_bytes
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def parse(self, producer: str, item: RawItem) -> RawText:
        """Have a file read; whatever becomes of the child becomes an error."""
        with self._lock:
            process = self._started()
            timer = threading.Timer(WAIT_SECONDS, process.kill)
            timer.daemon = True
            timer.start()
            try:
                answer = _ask(process, producer, item)
            except (OSError, EOFError, ValueError) as error:
                raise self._epitaph() from error
            finally:
                timer.cancel()
        if "error" in answer:
            raise UnreadableError(answer["error"], hint=answer["hint"])
        notes = tuple((kind, note) for kind, note in answer.pop("notes"))
        return RawText(**answer, notes=notes)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                _close(pipe)

    def _started(self) -> "subprocess.Popen[bytes]":
        """Give the process, started if it is not there."""
        if self._process is None or self._process.poll() is not None:
            self.close()
            # Without -P a module in the working folder could stand in for a real one.
            command = [sys.executable, "-B", "-P", "-c", _PROGRAM]
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [*command, str(self._seconds), str(self._memory_bytes)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _epitaph(self) -> UnreadableError:
        """Say what ended the process."""
        process = self._process
        code = None
        if process is not None:
            try:
                code = process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                code = None
        self.close()
        if _CPU_SIGNAL is not None and code == -_CPU_SIGNAL:
            reason = f"It took more than {self._seconds} seconds of computing to read"
        elif code is not None and code < 0:
            reason = f"The reader was ended by signal {-code}"
        else:
            reason = "The reader broke down"
        message = f"{reason}; the file is broken or hostile."
        return UnreadableError(message, hint="Save its text as .txt.")


_CHILDREN: dict[tuple[int, int, int], _Child] = {}


def _child_for(seconds: int, memory_bytes: int) -> _Child:
    """Give this process's child of these limits; a forked process has its own."""
    key = (os.getpid(), seconds, memory_bytes)
    if key not in _CHILDREN:
        child = _CHILDREN[key] = _Child(seconds, memory_bytes)
        atexit.register(child.close)
    return _CHILDREN[key]


def _ask(
    process: "subprocess.Popen[bytes]", producer: str, item: RawItem
) -> dict[str, Any]:
    """Send a file and wait for the answer."""
    if process.stdin is None or process.stdout is None:
        message = "the child has no pipes"
        raise OSError(message)
    head = json.dumps({"producer": producer, "path": item.path, "suffix": item.suffix})
    write_message(process.stdin, head.encode("utf-8", "surrogatepass"))
    write_message(process.stdin, item.data)
    answer: dict[str, Any] = json.loads(read_message(process.stdout))
    return answer


def _close(pipe: Any) -> None:
    """Close a pipe; what could not be written to a dead process is lost anyway."""
    try:
        if pipe is not None:
            pipe.close()
    except OSError:
        return
