"""What went wrong below, in words of ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from accord.errors import StoreError

__all__ = ["guarded"]

# What SQLite and the operating system say, and what to do about it.
_HINTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("readonly", "read-only", "permission denied", "unable to open"),
        (
            "The workspace cannot be written here: check the folder's permissions, or "
            "choose another folder with -w."
        ),
    ),
    (
        ("not a database", "malformed", "corrupt"),
        (
            "The file is damaged or not Accord's. Move accord.db away and run again: "
            "everything but rulings is worked out anew from the documents."
        ),
    ),
    (
        ("locked", "busy"),
        "Another program is using the store; try again when it is done.",
    ),
    (("full", "no space"), "The disk is full; free some space and run again."),
    (
        ("connection", "could not translate", "refused"),
        (
            "Check that the database server runs and that the address in accord.toml or "
            "ACCORD_STORE is right."
        ),
    ),
    (
        ("can't load plugin", "no module named"),
        (
            "For PostgreSQL: pip install 'accord[postgres]', and write the address as "
            "postgresql+psycopg://user@host/database."
        ),
    ),
)


@contextmanager
def guarded(name: str, doing: str) -> Iterator[None]:
    """Turn every failure of database or file system into a StoreError.

    Args:
        name: Which store, for the message.
        doing: What was being done, as ``read``.

    Raises:
        StoreError: Something failed; the cause is chained.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError, ImportError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().split("\n", 1)[0]
        message = f"The store {name} could not be {doing}: {reason}."
        raise StoreError(message, hint=_hint(reason)) from error


def _hint(reason: str) -> str:
    """Find what to do about a reason."""
    lowered = reason.lower()
    for signs, hint in _HINTS:
        if any(sign in lowered for sign in signs):
            return hint
    return "Run 'accord check' for more."
