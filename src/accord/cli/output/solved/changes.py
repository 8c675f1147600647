"""Prints what is different between two editions of a case."""

import json
from collections.abc import Sequence

from accord.cli.output.streams import say, write_lines
from accord.model.negotiation.case_diff import CaseChange
from accord.present.wording import one_line

__all__ = ["draw_changes"]

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}
_CHARS = 100


def draw_changes(
    changes: Sequence[CaseChange], *, notes: Sequence[str], quiet: bool
) -> None:
    """Write one line for each change."""
    write_lines([f"{_SIGNS[c.kind]} {c.place}{_detail(c)}\n" for c in changes])
    if not changes:
        say("Nothing is different.", quiet=quiet)
    say(*notes, quiet=quiet)


def _detail(change: CaseChange) -> str:
    """Write what a field was and is."""
    if change.kind != "changed":
        return ""
    field = f" {change.field}" if change.field else ""
    return f"{field}: {_short(change.before)} -> {_short(change.after)}"


def _short(value: object) -> str:
    """Write a value on one short line."""
    text = one_line(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _CHARS else text[: _CHARS - 1] + "…"
