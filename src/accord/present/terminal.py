"""Tables and the ledger drawn for a terminal, readable at 80 columns."""

import textwrap
from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from accord.model import Position
from accord.present.columns import Cell, Column
from accord.present.ledger import Matrix, is_torn, sign_of
from accord.present.tables import Table
from accord.present.wording import GLYPHS, day, issue_label, one_line, plural

__all__ = ["draw_ledger", "draw_table", "stance_text"]

#: Colours of the sixteen that every terminal has; the sign says the same without.
_STYLES = {
    "support": "bold blue",
    "oppose": "bold red",
    "conditional": "bold",
    "unclear": "dim",
    "ambivalent": "bold magenta",
    "leans-support": "dim",
    "leans-oppose": "dim",
    "leans-conditional": "dim",
}
_WORDS = {
    "support": "support",
    "oppose": "oppose",
    "conditional": "conditional",
    "unclear": "unclear",
    "ambivalent": "both",
    "leans-support": "may support",
    "leans-oppose": "may oppose",
    "leans-conditional": "may accept",
}

_FLEXIBLE = ("text", "quote")
_NOTE = "note"
MAX_QUOTE_LINES = 3
MAX_NOTE_LINES = 8
MIN_WIDTH = 6
MAX_TEXT = 17
GAP = 2  # one space of padding, one of the box
ACTOR_WIDTH = 16
ISSUE_WIDTH = 14


def stance_text(stance: str) -> Text:
    """Write a stance with its sign."""
    return Text(f"{GLYPHS[stance]} {_WORDS[stance]}", style=_STYLES[stance])


def draw_table(table: Table, *, width: int) -> RenderableType:
    """Draw a table; long words are shortened, never whole columns dropped.

    Args:
        table: The columns that a terminal shows.
        width: How many characters a line has.
    """
    shown = table.limited_to("terminal")
    if not shown.rows:
        return Text(f"no {shown.kind}s", style="dim")
    drawn = RichTable(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0)
    )
    widths = _widths(shown, width)
    for column, room in zip(shown.columns, widths, strict=True):
        drawn.add_column(
            column.label,
            width=room,
            justify="right" if column.kind == "number" else "left",
            overflow="fold",
            style="dim" if column.kind == "date" else "",
        )
    for row in shown.rows:
        cells = zip(row, shown.columns, widths, strict=True)
        drawn.add_row(*(_cell(value, column, room) for value, column, room in cells))
    return drawn


def _widths(table: Table, width: int) -> list[int]:
    """Share the line out: short columns get what they need, the rest is split."""
    # A note is read whole, as quoted words are.
    kinds = ["quote" if c.name == _NOTE else c.kind for c in table.columns]
    needs = [
        _need(table, n, sparing="quote" in kinds and kind == "text")
        for n, kind in enumerate(kinds)
    ]
    texts = [n for n, kind in enumerate(kinds) if kind == "text"]
    quotes = [n for n, kind in enumerate(kinds) if kind == "quote"]
    widths = list(needs)
    rigid = sum(
        need for need, k in zip(needs, kinds, strict=True) if k not in _FLEXIBLE
    )
    room = width - GAP * (len(needs) - 1) - rigid
    # Where words are quoted they get half of what is left, or more.
    wanted = sum(needs[n] for n in quotes)
    taken = _share_out([needs[n] for n in texts], max(room // 2, room - wanted))
    left = _share_out([needs[n] for n in quotes], room - sum(taken))
    for n, given in zip((*texts, *quotes), (*taken, *left), strict=True):
        widths[n] = given
    return widths


def _share_out(needs: list[int], room: int) -> list[int]:
    """Give each column what it needs, the neediest what is left."""
    given = [0] * len(needs)
    for position, n in enumerate(
        sorted(range(len(needs)), key=lambda n: (needs[n], n))
    ):
        share = max(room // (len(needs) - position), MIN_WIDTH)
        given[n] = min(needs[n], share)
        room -= given[n]
    return given


def _need(table: Table, n: int, *, sparing: bool) -> int:
    """Say how wide a column wants to be.

    Args:
        table: The table.
        n: Which column.
        sparing: Whether to leave room to the texts' own words, which a reader came
            for: then nine rows of ten decide, and long words are wrapped.
    """
    column = table.columns[n]
    lengths = sorted(len(_written(row[n], column)) for row in table.rows)
    if not sparing:
        return max(len(column.label), lengths[-1])
    return max(len(column.label), min(lengths[len(lengths) * 9 // 10], MAX_TEXT))


def _written(value: Cell, column: Column) -> str:
    """Write a cell's value on one line."""
    if value is None:
        return ""
    if column.kind == "stance":
        return f"{GLYPHS[str(value)]} {_WORDS[str(value)]}"
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, int):
        return f"{value:,}"
    return one_line(value)


def _cell(value: Cell, column: Column, room: int) -> Text:
    """Draw a cell, shortened to a few lines of its column."""
    if column.kind == "stance" and value is not None:
        return stance_text(str(value))
    lines = textwrap.wrap(_written(value, column), room) or [""]
    most = MAX_NOTE_LINES if column.name == _NOTE else MAX_QUOTE_LINES
    if len(lines) > most:
        lines = lines[:most]
        lines[-1] = lines[-1][: room - 1].rstrip() + "…"
    return Text("\n".join(lines))


def draw_ledger(matrix: Matrix, *, width: int) -> RenderableType:
    """Draw the ledger: as many issues side by side as the line holds, then the next.

    Args:
        matrix: The ledger.
        width: How many characters a line has.
    """
    if not matrix.rows:
        return Text("no positions", style="dim")
    at_once = max(1, (width - ACTOR_WIDTH) // (ISSUE_WIDTH + GAP))
    parts: list[RenderableType] = []
    for begin in range(0, len(matrix.issues), at_once):
        if parts:
            parts.append(Text())
        parts.append(_block(matrix, range(begin, begin + at_once)))
    parts += [Text(), *_questions(matrix)]
    return Group(*parts)


def _block(matrix: Matrix, columns: Sequence[int]) -> RichTable:
    """Draw some of the issues for the actors who speak to any of them."""
    drawn = RichTable(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0)
    )
    drawn.add_column("", width=ACTOR_WIDTH, overflow="fold", style="bold")
    shown = [n for n in columns if n < len(matrix.issues)]
    for n in shown:
        label = issue_label(matrix.issues[n])
        drawn.add_column(f"{n + 1} {label}", width=ISSUE_WIDTH, overflow="fold")
    for row in matrix.rows:
        cells = [row.cells[n] for n in shown]
        if any(cells):
            drawn.add_row(row.name, *(_held(position) for position in cells))
    return drawn


def _held(position: Position | None) -> Text:
    """Draw a cell of the ledger: stance, how often, until when."""
    if position is None:
        return Text("·", style="dim")
    drawn = stance_text(sign_of(position)[0])
    last = day(position.last)
    drawn.append(f"\n{len(position.statements)}×", style="dim not bold")
    if last:
        drawn.append(f" {last[:10]}", style="dim not bold")
    if is_torn(position):
        drawn.append("±", style="dim not bold")
    return drawn


def _questions(matrix: Matrix) -> list[Text]:
    """Spell out what the columns ask."""
    lines = [
        Text(f"{n} {issue.id}: {issue.question}", style="dim")
        for n, issue in enumerate(matrix.issues, start=1)
    ]
    if matrix.silent:
        silent = ", ".join(issue.id for issue in matrix.silent)
        lines.append(Text(f"Nobody was found to speak to: {silent}", style="dim"))
    lines.append(
        Text(f"{plural(len(matrix.rows), 'actor')}; last date of each", style="dim")
    )
    held = [position for row in matrix.rows for position in row.cells if position]
    if any(map(is_torn, held)):
        lines.append(Text("±: some statements say the contrary", style="dim"))
    if any(position.leaning for position in held):
        lines.append(
            Text("+? −? if?: read so, but not likely enough: look", style="dim")
        )
    return lines
