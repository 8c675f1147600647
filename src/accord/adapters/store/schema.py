"""Bring a database's tables to the newest revision."""

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from accord.adapters.store.tables import HEAD
from accord.errors import StoreError

__all__ = ["known_revisions", "upgrade"]

_FOLDER = Path(__file__).parent / "migrations"


def known_revisions() -> tuple[str, ...]:
    """List the revisions that this version of Accord knows, oldest first."""
    script = ScriptDirectory(str(_FOLDER))
    return tuple(r.revision for r in script.walk_revisions())[::-1]


def upgrade(connection: Connection, *, current: str | None, name: str) -> None:
    """Run the revisions that are missing, within the connection's transaction.

    Alembic's command line would need an ``env.py`` that finds the database by
    itself; here the connection is at hand, so the revisions are run directly.

    Args:
        connection: In a transaction that may write.
        current: Revision the database is at; None if it is empty.
        name: Which store, for messages.

    Raises:
        StoreError: The database is at a revision that this version does not know.
    """
    script = ScriptDirectory(str(_FOLDER))
    revisions = list(script.walk_revisions())[::-1]
    names = [revision.revision for revision in revisions]
    if current is not None and current not in names:
        message = (
            f"The store {name} was written by a newer Accord (tables {current}; this "
            f"version knows {HEAD})."
        )
        raise StoreError(message, hint="Update Accord: pip install -U accord.")
    done = 0 if current is None else names.index(current) + 1
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for revision in revisions[done:]:
            revision.module.upgrade()
            context.stamp(script, revision.revision)
