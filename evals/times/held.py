"""Judge dates of our own: ``held.yaml`` and ``fresh.yaml``, written before Accord was asked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from accord.text.dates import DateFound, find_dates

__all__ = ["judge_held", "read_held"]

#: First and last day; None for a date that the text leaves open.
Days = tuple[date, date] | None


def read_held(name: str) -> list[dict[str, Any]]:
    """Read the cases of a file."""
    path = Path(__file__).with_name(f"{name}.yaml")
    cases: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return cases


def judge_held(case: dict[str, Any]) -> list[str]:
    """List what is wrong with the dates found in a case; nothing if all is right."""
    text = case["text"]
    found = list(find_dates(text, anchor=case["day"]))
    wrong = []
    used: set[int] = set()
    for line in case["dates"]:
        words, _, told = line.partition(" = ")
        start = text.index(words)
        near = [
            n
            for n, one in enumerate(found)
            if one.start < start + len(words) and start < one.end
        ]
        used.update(near)
        wanted = list(_readings(told))
        right = any(_days(found[n]) in wanted for n in near)
        if not right and not (None in wanted and not near):
            wrong.append(
                f"{words!r} is {told}, found {[_tell(found[n]) for n in near]}"
            )
        wrong += [
            f"also {_tell(found[n])}"
            for n in near
            if right and not _fits(found[n], wanted)
        ]
    wrong += [f"invented {_tell(one)}" for n, one in enumerate(found) if n not in used]
    return wrong


def _fits(found: DateFound, wanted: list[Days]) -> bool:
    """Tell whether one of several dates in an expression is another reading of it."""
    days = _days(found)
    return days is None or days in wanted


def _readings(told: str) -> Iterator[Days]:
    """Read "2024-01-01/2024-01-31 | open"."""
    for part in told.split(" | "):
        first, _, last = part.partition("/")
        yield (date.fromisoformat(first), date.fromisoformat(last)) if last else None


def _days(found: DateFound) -> Days:
    """Give the days of a date that was found."""
    start, end = found.when.start, found.when.end
    return (start, end) if start and end else None


def _tell(found: DateFound) -> str:
    """Write a date for a reader."""
    return f"{found.when.text!r} = {found.when.start}/{found.when.end}"
