"""One store for SQLite and PostgreSQL."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    NullPool,
    create_engine,
    event,
    inspect,
    make_url,
    text,
)
from sqlalchemy.exc import SQLAlchemyError

from accord.adapters.store.checks import broken_parts
from accord.adapters.store.guard import guarded
from accord.adapters.store.lock import AdvisoryLock, FileLock, Lock
from accord.adapters.store.reading import SqlView
from accord.adapters.store.tables import HEAD
from accord.adapters.store.writing import SqlWriter
from accord.errors import StoreError

__all__ = ["SqlStore"]

#: How long a statement waits for another process's transaction.
BUSY_TIMEOUT_MS = 10_000


class SqlStore:
    """Keeps a workspace's records in a database.

    Args:
        url: Where: a SQLAlchemy URL of SQLite or PostgreSQL.
        lock: The right to write to it.
        name: What to call it in messages.
    """

    def __init__(self, engine: Engine, *, lock: Lock, name: str) -> None:
        self._engine = engine
        self._lock = lock
        self._name = name
        self._claims = 0
        self._writing = False

    @classmethod
    def in_file(cls, path: Path) -> "SqlStore":
        """Open the SQLite file, or make it.

        Raises:
            StoreError: It cannot be opened, is damaged, or is newer than this code.
        """
        store = cls(
            _sqlite_engine(path),
            lock=FileLock(path.with_suffix(".lock")),
            name=str(path),
        )
        return store.prepare()

    @classmethod
    def at(cls, url: str) -> "SqlStore":
        """Open a PostgreSQL database by its URL.

        Raises:
            StoreError: It cannot be reached, or is newer than this code.
        """
        with guarded(_shown(url), "opened"):
            address = make_url(url)
            if address.get_backend_name() == "sqlite":
                return cls.in_file(Path(address.database or "accord.db"))
            engine = create_engine(address, poolclass=NullPool)
        return cls(engine, lock=AdvisoryLock(engine), name=_shown(url)).prepare()

    def prepare(self) -> "SqlStore":
        """Bring the tables up to date; let go of everything if that fails.

        Raises:
            StoreError: The store cannot be opened or is newer than this code.
        """
        with ExitStack() as undo:
            undo.callback(self.close)
            with guarded(self._name, "opened"):
                current = self._revision()
            if current != HEAD:
                self._upgrade()
            undo.pop_all()
        return self

    def view(self) -> SqlView:
        """Open the records for reading."""
        return SqlView(self._engine, self._name)

    @contextmanager
    def claim(self) -> Iterator[None]:
        """Hold the right to write over several transactions.

        Raises:
            StoreError: Somebody else holds it, or the folder cannot be written.
        """
        if self._claims == 0:
            with guarded(self._name, "written"):
                self._lock.acquire()
        self._claims += 1
        try:
            yield
        finally:
            self._claims -= 1
            if self._claims == 0:
                self._lock.release()

    @contextmanager
    def write(self) -> Iterator[SqlWriter]:
        """Begin a transaction; it is kept when the block ends without an error.

        Raises:
            StoreError: The store cannot be written, or another run is writing.
        """
        if self._writing:
            message = f"A transaction on {self._name} is open already."
            raise StoreError(message, hint="End it before you begin another.")
        self._writing = True
        try:
            with self.claim(), guarded(self._name, "written"), self._begin() as opened:
                writer = SqlWriter(opened)
                yield writer
                writer.flush()
        finally:
            self._writing = False

    def check(self) -> Sequence[str]:
        """Say what is broken in the store itself; empty if nothing is."""
        with guarded(self._name, "checked"), self._engine.connect() as connection:
            return tuple(broken_parts(connection))

    def close(self) -> None:
        """Let go of files and connections."""
        self._engine.dispose()

    def _begin(self) -> "_Transaction":
        """Open a connection in a transaction that may write from its first moment."""
        return _Transaction(self._engine)

    def _upgrade(self) -> None:
        """Run the missing revisions while nobody else writes."""
        # Alembic takes a third of a second to load and is needed once in a
        # workspace's life.
        from accord.adapters.store.schema import upgrade  # noqa: PLC0415

        with self.claim(), guarded(self._name, "brought up to date"):
            if self._engine.dialect.name == "sqlite":
                _switch_to_wal(self._engine)
            with self._begin() as connection:
                current = self._revision(connection)
                upgrade(connection, current=current, name=self._name)

    def _revision(self, connection: Connection | None = None) -> str | None:
        """Read which revision the tables are at; None if there are none."""
        with ExitStack() as stack:
            opened = connection or stack.enter_context(self._engine.connect())
            tables = inspect(opened).get_table_names()
            if "alembic_version" in tables:
                query = text("SELECT version_num FROM alembic_version")
                return opened.execute(query).scalar()
        if tables and self._engine.dialect.name == "sqlite":
            message = f"{self._name} is a database, but not Accord's."
            raise StoreError(message, hint="Choose another workspace folder.")
        return None


class _Transaction:
    """A connection that may write: kept at the end, undone on an error."""

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.connect().execution_options(accord_write=True)

    def __enter__(self) -> Connection:
        try:
            self._connection.begin()
        except SQLAlchemyError:
            self._connection.close()
            raise
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._connection.commit()
            else:
                self._connection.rollback()
        finally:
            self._connection.close()


def _sqlite_engine(path: Path) -> Engine:
    """Make an engine whose transactions are SQLite's own."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        creator=lambda: _connect(path),
    )
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _connect(path: Path) -> sqlite3.Connection:
    """Open the file; where nothing may be written, open it as it lies."""
    # isolation_level None: Python's module must not begin transactions by itself.
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        # Safe against a kill of the process; the last commits may be lost (but
        # nothing damaged) when the machine itself loses power.
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        log = path.with_name(path.name + "-wal")
        if not path.exists() or (log.exists() and log.stat().st_size):
            raise
        # A folder that cannot be written and no log left behind: nobody writes.
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(
            uri, isolation_level=None, check_same_thread=False, uri=True
        )
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin_sqlite(connection: Connection) -> None:
    """Begin; a writer takes its lock at once, so that it never has to upgrade it."""
    writes = connection.get_execution_options().get("accord_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _switch_to_wal(engine: Engine) -> None:
    """Let readers read while one writes, and make every commit whole."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        raw.close()


def _shown(url: str) -> str:
    """Write an address without its password."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except SQLAlchemyError:
        return "at the configured address"
