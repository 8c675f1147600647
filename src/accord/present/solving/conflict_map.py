"""The conflict map: demands in boxes, those that exclude each other joined by lines."""

from collections.abc import Mapping, Sequence
from itertools import combinations, permutations

from accord.model.solved import Ask, Asks, SolvedKnot
from accord.present.pictures.canvas import MARGIN, Canvas, Rect, shorten, text_width
from accord.present.wording import issue_label, plural

__all__ = ["draw_conflict_map"]

HEAD = 74.0
BOX = 24.0
STEP = 31.0
GAP = 110.0
PAD = 12.0
KNOT_GAP = 26.0
#: Room for the line that counts the boxes which are not drawn.
MORE = 16.0
LEAST_WIDTH = 640.0
#: More boxes in a column, and more columns, than can be read; the rest are counted.
IN_COLUMN = 10
COLUMNS = 4
HEADING_CHARS = 34


def draw_conflict_map(
    knots: Sequence[SolvedKnot], *, title: str, caption: Sequence[str]
) -> str:
    """Draw demands that cannot stand together.

    Those of one knot stand in columns by what they ask for; a line joins two that
    exclude each other, and lines that meet in a dot join three or more.

    Args:
        knots: What was found; conflicts that are not listed have no line.
        title: Of the case.
        caption: What a reader must know.

    Returns:
        The SVG.
    """
    columns = [_columns(knot) for knot in knots]
    widths = [
        [_width(column, alone=len(_issues(knot)) == 1) for column in some]
        for knot, some in zip(knots, columns, strict=True)
    ]
    inner = max((sum(w) + GAP * (len(w) - 1) for w in widths), default=0.0)
    canvas = Canvas(title, max(inner + 2 * MARGIN, LEAST_WIDTH))
    y = HEAD
    hidden = 0
    for knot, some, wide in zip(knots, columns, widths, strict=True):
        drawn = sum(min(len(column), IN_COLUMN) for column in some)
        hidden += len(knot.demands) - drawn
        y = _draw_knot(canvas, knot, some, wide, y) + KNOT_GAP
    if not knots:
        canvas.text(MARGIN, y, "All demands can be met together.")
        y += KNOT_GAP
    more = [f"{plural(hidden, 'further demand')} not drawn."] if hidden else []
    return canvas.finish(bottom=y - KNOT_GAP, caption=[" ".join([*caption, *more])])


def _columns(knot: SolvedKnot) -> list[list[Ask]]:
    """Put demands that ask for the same into one column."""
    found: dict[str, list[Ask]] = {}
    for demand in knot.demands:
        found.setdefault(demand.words, []).append(demand)
    for column in found.values():
        column.sort(key=lambda demand: -len(demand.statements))
    ordered = sorted(found.values(), key=lambda column: -len(column))[:COLUMNS]
    lines = _lines(ordered, knot.conflicts)
    # A line that passes over a column in between seems to come from its boxes.
    order = min(
        permutations(range(len(ordered))), key=lambda order: _passed(order, lines)
    )
    return [ordered[number] for number in order]


def _lines(
    columns: Sequence[Sequence[Ask]], conflicts: Sequence[Asks]
) -> list[tuple[int, int]]:
    """List the lines by the columns that they join."""
    place = {ask.id: number for number, column in enumerate(columns) for ask in column}
    return [
        (place[one], place[other])
        for conflict in conflicts
        for one, other in combinations(conflict.demands, 2)
        if one in place and other in place
    ]


def _passed(order: Sequence[int], lines: Sequence[tuple[int, int]]) -> int:
    """Count the columns that lines pass over."""
    at = {column: number for number, column in enumerate(order)}
    return sum(abs(at[one] - at[other]) for one, other in lines)


def _issues(knot: SolvedKnot) -> list[str]:
    """List the issues of a knot."""
    return list(dict.fromkeys(i for demand in knot.demands for i in demand.issues))


def _heading(column: Sequence[Ask], *, alone: bool) -> str:
    """Say what a column asks for; on what, unless the knot is about that alone."""
    words = column[0].words
    if alone:
        words = words.split(" on “", 1)[0]
    return shorten(words, HEADING_CHARS)


def _width(column: Sequence[Ask], *, alone: bool) -> float:
    """Find how wide the boxes of a column must be."""
    names = [text_width(shorten(ask.party)) + 2 * PAD for ask in column[:IN_COLUMN]]
    return max([text_width(_heading(column, alone=alone), size=12) + 8, *names, 90.0])


def _draw_knot(
    canvas: Canvas,
    knot: SolvedKnot,
    columns: Sequence[Sequence[Ask]],
    widths: Sequence[float],
    top: float,
) -> float:
    """Draw one knot; gives where it ends."""
    issues = _issues(knot)
    name = shorten("; ".join(issue_label(issue) for issue in issues), 70)
    canvas.line((MARGIN, top - 12, canvas.width - MARGIN, top - 12), style="rule")
    canvas.text(MARGIN, top + 8, name, style="strong")
    boxes: dict[str, Rect] = {}
    x = MARGIN
    for column, width in zip(columns, widths, strict=True):
        canvas.text(
            x + 2, top + 30, _heading(column, alone=len(issues) == 1), style="aside"
        )
        for place, demand in enumerate(column[:IN_COLUMN]):
            boxes[demand.id] = Rect(x, top + 40 + place * STEP, width, BOX)
        x += width + GAP
    for conflict in knot.conflicts:
        _join(canvas, [boxes[key] for key in conflict.demands if key in boxes])
    _draw_boxes(canvas, columns, boxes)
    cut = any(len(column) > IN_COLUMN for column in columns)
    lowest = max(box.y + box.height for box in boxes.values())
    return lowest + (MORE if cut else 0) + 12


def _join(canvas: Canvas, boxes: Sequence[Rect]) -> None:
    """Join boxes by a line, or through a dot where there are more than two."""
    if len(boxes) == 2:
        one, two = sorted(boxes, key=lambda box: box.x)
        if one.x == two.x:
            canvas.line((*_middle(one), *_middle(two)), style="minus", width=1.6)
            return
        ends = (one.x + one.width, one.y + BOX / 2, two.x, two.y + BOX / 2)
        canvas.line(ends, style="minus", width=1.6)
        return
    if len(boxes) < 2:
        return
    middles = [_middle(box) for box in boxes]
    left = min(box.x + box.width for box in boxes)
    x = left + GAP / 2
    y = sum(at for _, at in middles) / len(middles)
    for box in boxes:
        near = box.x + box.width if box.x + box.width <= x else box.x
        canvas.line((near, box.y + BOX / 2, x, y), style="minus", width=1.6)
    canvas.circle(x, y, 4, style="oppose")


def _middle(box: Rect) -> tuple[float, float]:
    """Find the middle of a box."""
    return box.x + box.width / 2, box.y + box.height / 2


def _draw_boxes(
    canvas: Canvas, columns: Sequence[Sequence[Ask]], boxes: Mapping[str, Rect]
) -> None:
    """Draw the demands, dashed where no text asserts them."""
    for column in columns:
        for demand in column[:IN_COLUMN]:
            box = boxes[demand.id]
            tip = f"{demand.party}: {demand.words} ({demand.status})"
            canvas.rect(box, style="ground", round_=4)
            style = "box" if demand.status == "asserted" else "box doubtful"
            canvas.rect(box, style=style, round_=4, tip=tip)
            canvas.text(
                box.x + box.width / 2,
                box.y + 17,
                shorten(demand.party),
                anchor="middle",
            )
        if len(column) > IN_COLUMN:
            last = boxes[column[IN_COLUMN - 1].id]
            words = f"and {len(column) - IN_COLUMN} more"
            canvas.text(last.x + 2, last.y + BOX + 14, words, style="aside")
