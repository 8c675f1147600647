"""Statements over time: a lane for each actor, or for each issue."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from accord.model import Statement
from accord.present.pictures.canvas import MARGIN, Canvas, Rect, shorten, text_width
from accord.present.wording import GLYPHS, period, plural

__all__ = ["draw_timeline_picture"]

HEAD = 70.0
FIELD = 860.0
SIGN = 15.0
STEP = 17.0
PADDING = 8.0
MAX_STACK = 6
KEY = 26.0
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def draw_timeline_picture(
    lanes: Mapping[str, Sequence[Statement]], *, name: str, filters: Sequence[str] = ()
) -> str:
    """Draw statements at their dates.

    Args:
        lanes: Name of each lane, in the order to show, to its statements; undated
            ones are counted in the caption.
        name: Of the dispute.
        filters: What was chosen, as ``outlet = Herald``.

    Returns:
        The SVG. Signs that would lie on one another are stacked; more than six of a
        place are counted beside the last.
    """
    dated = {lane: day for lane, found in lanes.items() if (day := _dated(found))}
    days = [day for found in dated.values() for day, _ in found]
    first, last = (
        min(days, default=date(2000, 1, 1)),
        max(days, default=date(2000, 1, 2)),
    )
    span = max((last - first).days, 1)
    shown = [shorten(lane) for lane in dated]
    left = MARGIN + max(map(text_width, shown), default=0.0) + 16
    canvas = Canvas(f"{name}: when they spoke", left + FIELD + 2 * MARGIN + SIGN)
    heights = {lane: _height(found, first, span) for lane, found in dated.items()}
    bottom = HEAD + sum(heights.values())
    _draw_axis(canvas, first, last, left=left, bottom=bottom)
    top = HEAD
    for lane, found in dated.items():
        canvas.line((MARGIN, top, canvas.width - MARGIN, top), style="rule")
        canvas.text(MARGIN, top + heights[lane] / 2 + 4, shorten(lane))
        _draw_lane(canvas, found, left=left, top=top, scale=(first, span))
        top += heights[lane]
    undated = sum(len(found) for found in lanes.values()) - len(days)
    _draw_key(canvas, bottom + KEY)
    return canvas.finish(
        bottom=bottom + KEY + 6,
        caption=[_caption(len(days), undated, (first, last), filters)],
    )


def _dated(found: Sequence[Statement]) -> list[tuple[date, Statement]]:
    """Give the statements with a day, in order."""
    pairs = [(s.when.start, s) for s in found if s.when is not None and s.when.start]
    return sorted(pairs, key=lambda pair: (pair[0], pair[1].id))


def _x(day: date, first: date, span: int) -> float:
    """Turn a day into a place in the field."""
    return FIELD * (day - first).days / span


def _stack(
    found: Sequence[tuple[date, Statement]], first: date, span: int
) -> list[tuple[float, int, Statement, int]]:
    """Give place, level, statement and how many more lie behind it."""
    ends: list[float] = []
    placed: list[tuple[float, int, Statement, int]] = []
    for day, statement in found:
        x = _x(day, first, span)
        level = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        if level >= MAX_STACK:
            at, high, one, more = placed[-1]
            placed[-1] = (at, high, one, more + 1)
            continue
        if level == len(ends):
            ends.append(0.0)
        ends[level] = x + STEP
        placed.append((x, level, statement, 0))
    return placed


def _height(found: Sequence[tuple[date, Statement]], first: date, span: int) -> float:
    """Say how high a lane is."""
    levels = [level for _, level, _, _ in _stack(found, first, span)]
    return (max(levels, default=0) + 1) * STEP + 2 * PADDING


def _draw_lane(
    canvas: Canvas,
    found: Sequence[tuple[date, Statement]],
    *,
    left: float,
    top: float,
    scale: tuple[date, int],
) -> None:
    """Draw one lane's signs."""
    for x, level, statement, more in _stack(found, *scale):
        box = Rect(left + x, top + PADDING + level * STEP, SIGN, SIGN)
        when = statement.when.start if statement.when else None
        tip = f"{statement.name}, {statement.issue}: {statement.stance}, {when}"
        canvas.rect(box, style=statement.stance, round_=3, tip=tip)
        glyph = GLYPHS[statement.stance]
        canvas.text(
            box.x + SIGN / 2, box.y + 12, glyph, style="aside on", anchor="middle"
        )
        if more:
            canvas.text(box.x + SIGN + 2, box.y + 12, f"+{more}", style="aside")


def _draw_axis(
    canvas: Canvas, first: date, last: date, *, left: float, bottom: float
) -> None:
    """Mark months, or days where there are few."""
    span = max((last - first).days, 1)
    for day, words in _ticks(first, last):
        x = left + _x(day, first, span) + SIGN / 2
        canvas.line((x, HEAD - 8, x, bottom), style="grid")
        canvas.text(x, HEAD - 14, words, style="aside", anchor="middle")


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Choose dates: days or weeks apart, else months, at most a dozen or so."""
    span = (last - first).days
    if span <= 70:
        step = 1 if span <= 10 else 7
        days = [first + timedelta(n) for n in range(0, span + 1, step)]
        return [(d, f"{d.day} {_MONTHS[d.month - 1]}") for d in days]
    steps = (1, 2, 3, 6, 12, 24, 60, 120, 1200)
    step = next((s for s in steps if span / 30 / s <= 12), steps[-1])
    month = first.year * 12 + first.month - 1
    month += -month % step
    ticks: list[tuple[date, str]] = []
    while (day := date(month // 12, month % 12 + 1, 1)) <= last:
        if day >= first:
            words = str(day.year) if day.month == 1 else _MONTHS[day.month - 1]
            ticks.append(
                (day, words if ticks or day.month == 1 else f"{words} {day.year}")
            )
        month += step
    return ticks


def _draw_key(canvas: Canvas, y: float) -> None:
    """Say what the signs mean."""
    x = MARGIN
    for stance in ("support", "oppose", "conditional", "unclear"):
        canvas.rect(Rect(x, y - 12, SIGN, SIGN), style=stance, round_=3)
        canvas.text(x + SIGN / 2, y, GLYPHS[stance], style="aside on", anchor="middle")
        canvas.text(x + SIGN + 6, y, stance, style="aside")
        x += SIGN + 24 + text_width(stance, size=12)


def _caption(
    count: int, undated: int, ends: tuple[date, date], filters: Sequence[str]
) -> str:
    """Say what is shown."""
    parts = [f"{plural(count, 'dated statement')}"]
    if count:
        parts[0] += f", {period(*ends)}"
    parts[0] += "."
    if undated:
        parts.append(f"{plural(undated, 'statement')} without a date not drawn.")
    if filters:
        parts.append(f"Only {', '.join(filters)}.")
    return " ".join(parts)
