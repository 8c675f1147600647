"""A person's ruling on a machine result."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Judgement", "Ruling"]

Ruling = Literal["accept", "reject", "edit", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One ruling; append-only, the last one on a record counts.

    Attributes:
        id: Hash of everything else.
        produced_by: Through which door it came, versioned.
        on: Id of the record ruled on.
        ruling: Accept, reject, edit or unsure.
        old: Fields before an edit, as a JSON object in text; None unless an edit.
        new: Fields after an edit, likewise.
        by: Who ruled.
        at: When, ISO 8601 with a time zone.
        note: Why; empty if nothing was said.
    """

    id: str
    produced_by: str
    on: str
    ruling: Ruling
    old: str | None
    new: str | None
    by: str
    at: str
    note: str
