"""A person's ruling on a record."""

from collections.abc import Iterator
from datetime import datetime

from accord.errors import UnknownNameError
from accord.model import RECORD_KINDS, Judgement, Ruling, content_id
from accord.ports import View

__all__ = ["make_judgement"]

PRODUCER = "app.judge.v1"


def make_judgement(
    view: View,
    record: str,
    ruling: Ruling,
    *,
    by: str,
    at: datetime,
    note: str,
    edit: tuple[str | None, str | None],
) -> Judgement:
    """Rule on a record that is there.

    Args:
        view: Where the record is.
        record: Its id.
        ruling: Accept, reject, edit or unsure.
        by: Who rules.
        at: When.
        note: Why.
        edit: Fields before and after an edit, as JSON objects in text.

    Raises:
        UnknownNameError: There is no record with this id.

    Cost:
        Linear in the number of records: ids are looked for in every kind.
    """
    if record not in _ids(view):
        message = f"There is no record {record!r}."
        raise UnknownNameError(message, hint="Ids stand in 'accord show --jsonl'.")
    old, new = edit
    when = at.isoformat()
    return Judgement(
        id=content_id("judgement", record, ruling, old, new, by, when, note),
        produced_by=PRODUCER,
        on=record,
        ruling=ruling,
        old=old,
        new=new,
        by=by,
        at=when,
        note=note,
    )


def _ids(view: View) -> Iterator[str]:
    """Give the ids of all records that have one of their own."""
    for name, kind in RECORD_KINDS.items():
        if name not in ("mention", "actor"):
            records: Iterator[object] = view.records(kind)
            yield from (str(getattr(record, "id", "")) for record in records)
