"""What can be broken in the database itself."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from accord.adapters.store.tables import items, records

__all__ = ["broken_parts"]


def broken_parts(connection: Connection) -> Iterator[str]:
    """Ask the database about its pages, then look for parts that lack their whole.

    Yields:
        One sentence per fault.
    """
    if connection.dialect.name == "sqlite":
        for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
            if line != "ok":
                yield f"SQLite says: {line}."
    yield from _lost_items(connection)
    yield from _lost_records(connection)


def _lost_items(connection: Connection) -> Iterator[str]:
    """Find items whose document or failure is not there."""
    whole = (
        select(func.count())
        .select_from(records)
        .where(
            records.c.path == items.c.path,
            records.c.origin == "item",
            records.c.kind.in_(["document", "failure"]),
        )
        .scalar_subquery()
    )
    for (path,) in connection.execute(select(items.c.path).where(whole != 1)):
        yield f"{path}: the item has no document and no failure, or more than one."


def _lost_records(connection: Connection) -> Iterator[str]:
    """Find records of items that are not there."""
    known = select(items.c.path)
    lost = (
        select(records.c.path, func.count())
        .where(records.c.origin == "item", records.c.path.not_in(known))
        .group_by(records.c.path)
    )
    for path, count in connection.execute(lost):
        yield f"{path}: {count} records of an item that is not listed."
