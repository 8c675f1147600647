"""Matrices and the ledger as boxes in rows and columns."""

from collections.abc import Sequence

from accord.model.discourse import NetworkMatrix
from accord.present.ledger import Matrix, describe_position, is_torn, sign_of
from accord.present.pictures.canvas import MARGIN, Canvas, Rect, shorten, text_width
from accord.present.pictures.caption import caption_of, title_of
from accord.present.wording import day, issue_label, plural

__all__ = ["draw_ledger_picture", "draw_matrix"]

HEAD = 52.0
BOX = (44.0, 28.0)
LEDGER_BOX = (108.0, 34.0)
#: Names of columns stand on a slope, so that neighbours do not touch.
SLOPE = 45
_SINE = 0.7072
KEY = 34.0


def draw_matrix(network: NetworkMatrix) -> str:
    """Draw a network as a matrix of shaded boxes: the stronger, the larger the value.

    Args:
        network: The network.

    Returns:
        The SVG. What is below 0 has another colour and a minus sign.

    Cost:
        Rows times columns.
    """
    canvas, corner = _frame(title_of(network), network.rows, network.columns, BOX)
    most = max(
        (abs(v) for row in network.cells.values() for v in row.values()), default=1.0
    )
    for down, row in enumerate(network.rows):
        known = network.cells.get(row, {})
        for across, column in enumerate(network.columns):
            box = Rect(
                corner[0] + across * BOX[0],
                corner[1] + down * BOX[1],
                BOX[0] - 2,
                BOX[1] - 2,
            )
            value = known.get(column, 0.0)
            if not value:
                canvas.rect(box, style="nothing")
                continue
            strength = 0.15 + 0.85 * abs(value) / most
            style = "c5" if value < 0 else "c0"
            canvas.shade(
                box, style=style, strength=strength, tip=f"{row}, {column}: {value:g}"
            )
            words = f"{value:.2g}".replace("-", "−")
            canvas.text(
                box.x + box.width / 2,
                box.y + box.height / 2 + 4,
                words,
                style="aside strong on" if strength > 0.6 else "aside",
                anchor="middle",
            )
    bottom = corner[1] + len(network.rows) * BOX[1]
    return canvas.finish(bottom=bottom, caption=caption_of(network))


def draw_ledger_picture(
    matrix: Matrix, *, name: str, filters: Sequence[str] = ()
) -> str:
    """Draw the position ledger: a row for each actor, a column for each issue.

    Args:
        matrix: The ledger.
        name: Of the dispute.
        filters: What was chosen, as ``outlet = Herald``.

    Returns:
        The SVG. Where nothing was found the box is empty and dotted.
    """
    rows = [row.name for row in matrix.rows]
    columns = [issue_label(issue) for issue in matrix.issues]
    width, height = LEDGER_BOX
    canvas, corner = _frame(f"{name}: who stands where", rows, columns, LEDGER_BOX)
    for down, row in enumerate(matrix.rows):
        for across, position in enumerate(row.cells):
            box = Rect(
                corner[0] + across * width,
                corner[1] + down * height,
                width - 3,
                height - 3,
            )
            if position is None:
                canvas.rect(box, style="nothing", round_=3)
                continue
            stance, glyph = sign_of(position)
            canvas.rect(box, style=stance, round_=3, tip=describe_position(position))
            left = 4 if "?" in glyph else 8
            canvas.text(box.x + left, box.y + 20, glyph, style="on")
            facts = f"{len(position.statements)}×{' ±' * is_torn(position)}"
            canvas.text(box.x + 28, box.y + 14, facts, style="on")
            last = day(position.last)
            canvas.text(box.x + 28, box.y + 27, (last or "undated")[:10], style="faint")
    bottom = corner[1] + len(rows) * height
    end = _draw_key(canvas, bottom + KEY - 10)
    return canvas.finish(bottom=end + 6, caption=_caption(matrix, filters))


def _frame(
    title: str, rows: Sequence[str], columns: Sequence[str], box: tuple[float, float]
) -> tuple[Canvas, tuple[float, float]]:
    """Write the names of rows and columns around a field of boxes.

    Returns:
        The canvas, and the left upper corner of the field.
    """
    names = [shorten(name) for name in rows]
    heads = [shorten(name) for name in columns]
    left = MARGIN + max(map(text_width, names), default=0.0) + 12
    longest = max(map(text_width, heads), default=0.0)
    top = HEAD + longest * _SINE + 18
    # The last names lean out of the field to the right.
    lean = max(
        (
            text_width(head) * _SINE - (len(heads) - at - 1) * box[0]
            for at, head in enumerate(heads)
        ),
        default=0.0,
    )
    right = max(lean, 0.0) + MARGIN
    canvas = Canvas(title, max(left + len(columns) * box[0] + right, 420.0))
    for at, head in enumerate(heads):
        x = left + (at + 0.5) * box[0]
        canvas.text(x, top - 8, head, turn=-SLOPE)
    for at, name in enumerate(names):
        canvas.text(left - 10, top + (at + 0.5) * box[1] + 3, name, anchor="end")
    return canvas, (left, top)


def _draw_key(canvas: Canvas, y: float) -> float:
    """Say what the signs mean; return where that ends."""
    x = MARGIN
    signs = (
        ("support", "+", "supports"), ("oppose", "−", "opposes"),
        ("conditional", "if", "on a condition"), ("ambivalent", "±", "both at once"),
        ("unclear", "?", "unclear"), ("leans-support", "+?", "not sure enough"),
        ("nothing", "", "nothing found"),
    )  # fmt: skip
    for style, glyph, words in signs:
        if x + 30 + text_width(words, size=12) > canvas.width - MARGIN:
            x, y = MARGIN, y + 22
        canvas.rect(Rect(x, y - 13, 20, 17), style=style, round_=3)
        canvas.text(x + 10, y, glyph, style="on", anchor="middle")
        canvas.text(x + 26, y, words, style="aside")
        x += 40 + text_width(words, size=12)
    return y


def _caption(matrix: Matrix, filters: Sequence[str]) -> list[str]:
    """Say what the ledger rests on."""
    statements = sum(row.statements for row in matrix.rows)
    rests = f"{plural(statements, 'statement')} of {plural(len(matrix.rows), 'actor')}"
    parts = [
        f"{rests}; the latest stance, how many (±: some say the contrary), last date."
    ]
    if filters:
        parts.append(f"Only {', '.join(filters)}.")
    if matrix.silent:
        silent = ", ".join(issue_label(issue) for issue in matrix.silent)
        parts.append(f"Nobody was found to speak to: {silent}.")
    parts.append(
        "An empty box means that nothing was found, not that nothing was said."
    )
    return [" ".join(parts)]
