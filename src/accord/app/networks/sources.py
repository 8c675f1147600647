"""Discourse networks of a workspace or of a file of Discourse Network Analyzer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Literal, Protocol

from accord.errors import InputError, UnknownNameError
from accord.model import Document, Dossier, Statement
from accord.model.discourse import EventList

__all__ = ["Reading", "code_workspace", "parse_moment", "parse_pairs", "read_source"]

Reading = Literal["omit", "agree", "disagree"]


class Coded(Protocol):
    """What holds documents and statements, as a workspace."""

    def documents(self) -> Iterable[Document]:
        """Give all documents."""
        ...

    def statements(self) -> Iterable[Statement]:
        """Give all statements."""
        ...


_DATES = ("%Y-%m-%d", "%d.%m.%Y")
_MOMENTS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M:%S")


def read_source(
    source: str | Path,
    *,
    statement_type: str | None = None,
    conditional: Reading = "omit",
    unclear: Reading = "omit",
) -> EventList:
    """Read the coded statements of a source.

    Args:
        source: A workspace folder or a ``.dna`` file of version 3.
        statement_type: Which statements, of a ``.dna`` file; the first type that has
            any if None.
        conditional: What stances on a condition are coded as, in a workspace.
        unclear: What unclear stances are coded as, in a workspace.

    Returns:
        The statements.

    Raises:
        InputError: There is no such workspace or file, or it has no such type.
    """
    path = Path(source).expanduser()
    if path.is_file():
        from accord.adapters.dna import read_events

        return read_events(path, statement_type=statement_type)
    from accord import app

    with app.open(path, create=False) as workspace:
        events = code_workspace(workspace, conditional=conditional, unclear=unclear)
    if statement_type not in (None, events.statement_type):
        message = f"A workspace has no statement type {statement_type!r}."
        raise UnknownNameError(message, hint=f"It has: {events.statement_type}.")
    return events


def code_workspace(
    workspace: Coded,
    *,
    conditional: Reading = "omit",
    unclear: Reading = "omit",
) -> EventList:
    """Code the statements of a workspace; see ``read_source``."""
    from accord.map.network import code_statements

    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in workspace.statements():
        statements[statement.document].append(statement)
    dossiers = (
        Dossier(document=document, statements=tuple(statements[document.id]))
        for document in workspace.documents()
        if document.id in statements
    )
    return code_statements(dossiers, conditional=conditional, unclear=unclear)


def parse_moment(text: str | None, *, last: bool = False) -> datetime | None:
    """Read a date, or a date and time, in UTC.

    Args:
        text: As ``2005-01-26``, ``26.01.2005`` or ``2005-01-26 12:00:00``.
        last: Whether a date without a time means its last second.

    Returns:
        The moment; None for None.

    Raises:
        InputError: It is no date.

    Example:
        >>> parse_moment("26.01.2005", last=True).isoformat()
        '2005-01-26T23:59:59+00:00'
    """
    if text is None:
        return None
    for form in (*_DATES, *_MOMENTS):
        try:
            found = datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
        if last and form in _DATES:
            return datetime.combine(found.date(), time(23, 59, 59), tzinfo=UTC)
        return found
    message = f"This is no date: {text!r}."
    raise InputError(message, hint="Write it as 2005-01-26.")


def parse_pairs(texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Read filters as ``source=Herald``.

    Raises:
        InputError: One has no equals sign.

    Example:
        >>> parse_pairs(["source=Herald", "concept=a=b"])
        (('source', 'Herald'), ('concept', 'a=b'))
    """
    found = []
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            message = f"This names no value: {text!r}."
            raise InputError(message, hint="Write it as VARIABLE=VALUE.")
        found.append((name, value))
    return tuple(found)
