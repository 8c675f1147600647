"""Event lists as text."""

from accord.model.discourse import EventList, Value
from accord.present.networks.writing import csv_line, moment, write_json

__all__ = ["events_to_csv", "events_to_json"]


def events_to_csv(events: EventList) -> str:
    """Write an event list, one statement a line, nothing replaced or lost.

    Args:
        events: The statements.

    Returns:
        Columns: id, document_id, date-time in UTC, start, end, then the variables;
        truth is 1 or 0, and what is not coded is empty.
    """
    lines = [csv_line(_event_columns(events))]
    for statement in events.statements:
        place = (statement.id, statement.document, moment(statement.when) or "")
        span = (str(statement.start), str(statement.end))
        cells = map(_event_cell, statement.values)
        lines.append(csv_line([*place, *span, *cells]))
    return "".join(lines)


def events_to_json(events: EventList) -> str:
    """Write an event list as an array of objects; values keep their types."""
    columns = _event_columns(events)
    rows = [
        dict(
            zip(
                columns,
                (s.id, s.document, moment(s.when), s.start, s.end, *s.values),
                strict=True,
            )
        )
        for s in events.statements
    ]
    return write_json(rows)


def _event_columns(events: EventList) -> list[str]:
    """Name the columns of an event list."""
    own = ["id", "document_id", "when", "start", "end"]
    names = [variable.name for variable in events.variables]
    return own + [f"{name} (coded)" if name in own else name for name in names]


def _event_cell(value: Value) -> str:
    """Write a value of a statement."""
    return (
        "" if value is None else str(int(value) if isinstance(value, bool) else value)
    )
