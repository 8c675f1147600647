"""Judge figures of our own: ``held.yaml`` and ``fresh.yaml``, written before Accord was asked."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from accord.model import Span
from accord.position.reported.amounts import Amount, find_amounts

__all__ = ["judge_held", "read_held", "readings"]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as a case tells it.

    Attributes:
        value: The number; None for a range.
        low: Lower end, or what it is more than.
        high: Upper end, or what it is at most.
        unit: Its unit.
        approximate: Whether it is inexact.
        other: The same amount in another unit; None if none.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    approximate: bool
    other: tuple[float, str] | None = None


def read_held(name: str) -> list[dict[str, Any]]:
    """Read the cases of a file."""
    path = Path(__file__).with_name(f"{name}.yaml")
    cases: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return cases


def judge_held(case: dict[str, Any]) -> str | None:
    """Tell what is wrong with the figures found in a case; None if all is right."""
    text = case["text"]
    found = list(find_amounts(text, Span(0, len(text))))
    lines = case["figures"]
    right = len(found) == len(lines) and all(
        any(_is(told, one) for told in readings(line))
        for line, one in zip(lines, found, strict=True)
    )
    return None if right else f"{lines}, found {[_tell(one) for one in found]}"


def readings(line: str) -> Iterator[Told]:
    """Read "~3000 people", "10..15 percent", ">40 soldiers | 41.. soldiers"."""
    for one in line.split(" | "):
        figure, _, other = one.partition(" = ")
        number, _, unit = figure.partition(" ")
        way = number[0] if number[0] in "~<>" else ""
        first, dots, last = number.removeprefix(way).partition("..")
        value = None if dots else float(first)
        low = float(first) if dots or way == ">" else None
        high = float(last) if last else value if way == "<" else None
        amount, _, code = other.partition(" ")
        second = (float(amount), code) if other else None
        yield Told(value, low, high, unit, way == "~", second)


def _is(told: Told, found: Amount) -> bool:
    """Compare what is told with what is found."""
    other = found.alternate
    units = {found.unit, found.noun.lower()}
    ends = ((told.value, found.value), (told.low, found.low), (told.high, found.high))
    return (
        (told.unit in units or told.unit.split()[-1] in units - {""})
        and told.approximate == found.approximate
        and all(_close(one, two) for one, two in ends)
        and (told.other is None) == (other is None)
        and (not (told.other and other) or told.other == (other.value, other.unit))
    )


def _close(one: float | None, other: float | None) -> bool:
    """Compare two numbers, either of which may be missing."""
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-4)


def _tell(found: Amount) -> tuple[object, ...]:
    """Write a figure for a reader."""
    ends = (found.value, found.low, found.high)
    other = found.alternate and (found.alternate.value, found.alternate.unit)
    return (*ends, found.unit, found.approximate, other)
