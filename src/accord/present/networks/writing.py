"""How numbers, moments and lines are written, the same in every format."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

__all__ = ["csv_line", "moment", "number", "whole", "write_json"]

_CSV_SPECIAL = frozenset(',"\r\n')


def csv_line(cells: Sequence[str]) -> str:
    """Write one line of CSV.

    Python's own writer leaves a lone carriage return unquoted before version 3.13.
    """
    quoted = [
        '"' + cell.replace('"', '""') + '"' if _CSV_SPECIAL & set(cell) else cell
        for cell in cells
    ]
    # A line with one empty cell would be no line at all.
    return (",".join(quoted) or '""') + "\n"


def moment(when: datetime | None) -> str | None:
    """Write a moment; None stays None."""
    return None if when is None else when.isoformat()


def whole(value: float) -> float:
    """Make a number without a fraction an integer."""
    return int(value) if value.is_integer() else value


def number(value: float) -> str:
    """Write a number so that it reads back the same, without a needless ``.0``."""
    return repr(whole(value))


def write_json(value: Any) -> str:
    """Write JSON for people and programs."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"
