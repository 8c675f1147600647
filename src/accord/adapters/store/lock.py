"""Who may write: a lock that dies with its holder."""

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from accord.errors import StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

__all__ = ["AdvisoryLock", "FileLock", "Lock"]

_HINT = "Wait until it has ended, or end it; a lock whose holder died is void."


class Lock(Protocol):
    """The right to write."""

    def acquire(self) -> None:
        """Take it.

        Raises:
            StoreError: Somebody else holds it.
        """
        ...

    def release(self) -> None:
        """Give it back."""
        ...


class FileLock:
    """A lock of the operating system on a file beside the database.

    The system lets go of it when the process ends, however it ends; the file's
    words only tell people who holds it.

    Args:
        path: The lock file; made if it is not there, and left there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            StoreError: Another process, or another workspace object here, holds it.
            OSError: The file cannot be made.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(descriptor)
        except BlockingIOError as error:
            holder = os.read(descriptor, 200).decode(errors="replace").strip()
            os.close(descriptor)
            message = (
                f"Another run is writing to {self._path.parent}: "
                f"{holder or 'an unknown process'}."
            )
            raise StoreError(message, hint=_HINT) from error
        except OSError:
            os.close(descriptor)
            raise
        os.ftruncate(descriptor, 0)
        words = f"process {os.getpid()} on {socket.gethostname()}\n"
        os.write(descriptor, words.encode())
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> None:
    """Lock an open file, or raise BlockingIOError at once."""
    if sys.platform == "win32":  # pragma: no cover - no Windows in our CI
        # A byte far behind the words, which others may go on reading.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from error
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class AdvisoryLock:
    """PostgreSQL's lock for programs that agree on a number; dies with the session.

    Args:
        engine: Where the database is.
    """

    #: "accord" in ASCII.
    KEY = 0x6163636F7264

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def acquire(self) -> None:
        """Take the lock.

        Raises:
            StoreError: Another session holds it.
        """
        connection = self._engine.connect()
        taken = connection.execute(
            text("SELECT pg_try_advisory_lock(:key)"), {"key": self.KEY}
        ).scalar_one()
        if not taken:
            holder = connection.execute(text(_HOLDER)).scalar()
            connection.close()
            message = f"Another run is writing to this database: {holder or 'unknown'}."
            raise StoreError(message, hint=_HINT)
        connection.commit()
        self._connection = connection

    def release(self) -> None:
        """Give the lock back and end the session.

        The lock is given back by name first: the server notices the end of a session
        a moment later, and the next claim must not find it held by nobody.
        """
        if self._connection is not None:
            with suppress(SQLAlchemyError):  # the session may be gone already
                self._connection.execute(
                    text("SELECT pg_advisory_unlock(:key)"), {"key": self.KEY}
                )
            self._connection.invalidate()
            self._connection.close()
            self._connection = None


_HOLDER = """
SELECT 'session ' || a.pid || ' of ' || a.usename || coalesce(' from '
       || host(a.client_addr), '')
FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND a.datname = current_database()
LIMIT 1
"""
