"""Efficient packages: by what they are worth, or by whom they leave unsatisfied."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from accord.present.pictures.canvas import MARGIN, Canvas, Rect, shorten, text_width

__all__ = ["ShownPackage", "draw_frontier", "draw_unmet"]

HEAD = 66.0
SIDE = 460.0
HEIGHT = 320.0
AXIS_GAP = 150.0
CELL = 30.0
TICKS = 5
#: More parties, or packages, than a picture can hold.
AXES_AT_MOST = 8
COLUMNS_AT_MOST = 16


@dataclass(frozen=True, slots=True)
class ShownPackage:
    """One package.

    Attributes:
        label: What it settles, to be read at a pointer.
        utilities: What it is worth to each party; empty where only orders are known.
        in_zone: Whether nobody is worse off than without agreement.
        chosen: Rules of fairness that choose it.
        unmet: For each party how many of its demands it does not meet.
    """

    label: str
    utilities: tuple[float, ...] = ()
    in_zone: bool = False
    chosen: tuple[str, ...] = ()
    unmet: tuple[int, ...] = ()


def draw_frontier(
    packages: Sequence[ShownPackage],
    parties: Sequence[str],
    *,
    alternatives: Sequence[float],
    title: str,
    caption: Sequence[str],
) -> str:
    """Draw efficient packages by their utilities.

    With two parties each package is a point over two axes; with more it is a line
    across one axis for each party.

    Args:
        packages: The efficient packages.
        parties: Names, in the order of utilities.
        alternatives: What each party has without agreement.
        title: Of the case.
        caption: What a reader must know.

    Returns:
        The SVG.
    """
    if len(parties) == 2:
        return _draw_plane(packages, parties, alternatives, title, caption)
    return _draw_lines(packages, parties, alternatives, title, caption)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns values into places along an axis."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[float]:
        """Choose round values between the ends."""
        rough = (self.high - self.low) / TICKS
        unit = 10.0 ** floor(log10(rough))
        step = next(unit * m for m in (1, 2, 5, 10) if unit * m >= rough)
        first = -floor(-self.low / step)
        last = floor(self.high / step)
        return [number * step for number in range(first, last + 1)]


def _scale(values: Sequence[float], start: float, end: float) -> _Scale:
    """Fit an axis to values, with some room at its ends."""
    low, high = min(values), max(values)
    room = (high - low) * 0.06 or 1.0
    return _Scale(low - room, high + room, start, end)


def _draw_plane(
    packages: Sequence[ShownPackage],
    parties: Sequence[str],
    alternatives: Sequence[float],
    title: str,
    caption: Sequence[str],
) -> str:
    """Draw points over two axes, the alternatives as two lines."""
    left, bottom = MARGIN + 60, HEAD + SIDE
    canvas = Canvas(title, left + SIDE + 200)
    points = [p.utilities for p in packages]
    x = _scale([p[0] for p in points] + [alternatives[0]], left, left + SIDE)
    y = _scale([p[1] for p in points] + [alternatives[1]], bottom, HEAD)
    _draw_axes(canvas, x, y, parties)
    ax, ay = x(alternatives[0]), y(alternatives[1])
    canvas.line((ax, HEAD, ax, bottom), style="minus", width=1.4)
    canvas.line((left, ay, left + SIDE, ay), style="minus", width=1.4)
    for package in packages:
        values = ", ".join(f"{u:.4g}" for u in package.utilities)
        tip = f"{values}: {package.label}"
        style = "node c0" if package.in_zone else "node unclear"
        at = x(package.utilities[0]), y(package.utilities[1])
        canvas.circle(*at, 5.5 if package.in_zone else 4, style=style, tip=tip)
    _label_chosen(canvas, packages, x, y)
    _draw_key(canvas, bottom + 62)
    return canvas.finish(bottom=bottom + 90, caption=[" ".join(caption)])


def _draw_axes(canvas: Canvas, x: _Scale, y: _Scale, parties: Sequence[str]) -> None:
    """Draw both axes with their names and round values."""
    for value in x.ticks():
        canvas.line((x(value), y.end, x(value), y.start), style="grid")
        canvas.text(
            x(value), y.start + 17, f"{value:.6g}", style="aside", anchor="middle"
        )
    for value in y.ticks():
        canvas.line((x.start, y(value), x.end, y(value)), style="grid")
        canvas.text(
            x.start - 8, y(value) + 4, f"{value:.6g}", style="aside", anchor="end"
        )
    middle = (x.start + x.end) / 2
    canvas.text(
        middle, y.start + 37, f"worth to {shorten(parties[0])}", anchor="middle"
    )
    across = (y.start + y.end) / 2
    words = f"worth to {shorten(parties[1])}"
    canvas.text(MARGIN + 4, across, words, anchor="middle", turn=-90)


def _label_chosen(
    canvas: Canvas, packages: Sequence[ShownPackage], x: _Scale, y: _Scale
) -> None:
    """Name, beside the plane, which points the rules of fairness choose."""
    chosen = [p for p in packages if p.chosen]
    chosen.sort(key=lambda p: -p.utilities[1])
    line = HEAD + 12
    for package in chosen:
        at = x(package.utilities[0]), y(package.utilities[1])
        line = max(line, at[1])
        canvas.circle(*at, 7.5, style="node c5", tip=package.label)
        canvas.line((at[0] + 8, at[1], x.end + 14, line - 4), style="rule")
        for rule in package.chosen:
            canvas.text(x.end + 18, line, rule)
            line += 18
        line += 6


def _draw_key(canvas: Canvas, y: float) -> None:
    """Say what points and lines mean."""
    x = MARGIN
    for style, words in (
        ("node c0", "in the zone of agreement"),
        ("node unclear", "worse than no agreement for somebody"),
        ("node c5", "chosen by a rule"),
    ):
        canvas.circle(x + 6, y - 4, 6, style=style)
        canvas.text(x + 18, y, words, style="aside")
        x += 34 + text_width(words, size=12)
    canvas.line((MARGIN, y + 16, MARGIN + 26, y + 16), style="minus", width=1.4)
    canvas.text(MARGIN + 32, y + 20, "what each has without agreement", style="aside")


def _draw_lines(
    packages: Sequence[ShownPackage],
    parties: Sequence[str],
    alternatives: Sequence[float],
    title: str,
    caption: Sequence[str],
) -> str:
    """Draw a line for each package across one axis for each party."""
    shown = list(parties[:AXES_AT_MOST])
    canvas = Canvas(title, max(2 * MARGIN + 140 + AXIS_GAP * (len(shown) - 1), 760))
    top, bottom = HEAD + 20, HEAD + 20 + HEIGHT
    xs = [MARGIN + 70 + AXIS_GAP * n for n in range(len(shown))]
    scales = [
        _scale([p.utilities[n] for p in packages] + [alternatives[n]], bottom, top)
        for n in range(len(shown))
    ]
    for package in sorted(packages, key=lambda p: (bool(p.chosen), p.in_zone)):
        style = "s4" if package.chosen else "s0" if package.in_zone else "s5"
        wide = 3.0 if package.chosen else 1.4
        tip = f"{', '.join(package.chosen)} {package.label}".strip()
        ys = [s(u) for s, u in zip(scales, package.utilities, strict=False)]
        for n in range(len(shown) - 1):
            ends = (xs[n], ys[n], xs[n + 1], ys[n + 1])
            canvas.line(ends, style=style, width=wide, opacity=0.7, tip=tip)
    for n, name in enumerate(shown):
        canvas.line((xs[n], top, xs[n], bottom), style="s5", width=1.2)
        canvas.text(xs[n], top - 12, shorten(name, 18), style="strong", anchor="middle")
        for value in scales[n].ticks():
            y = scales[n](value)
            canvas.text(
                xs[n] - 6, y + 4, f"{value:.6g}", style="halo aside", anchor="end"
            )
        y = scales[n](alternatives[n])
        canvas.line((xs[n] - 14, y, xs[n] + 14, y), style="s4", width=3)
    _draw_key_of_lines(canvas, bottom + 34)
    rest = len(parties) - len(shown)
    more = [f"{rest} further parties have no axis."] if rest else []
    return canvas.finish(bottom=bottom + 42, caption=[" ".join([*caption, *more])])


def _draw_key_of_lines(canvas: Canvas, y: float) -> None:
    """Say what the lines mean."""
    x = MARGIN
    for style, wide, words in (
        ("s0", 1.4, "in the zone of agreement"),
        ("s5", 1.4, "worse than no agreement for somebody"),
        ("s4", 3.0, "chosen by a rule; short bar: without agreement"),
    ):
        canvas.line((x, y - 4, x + 26, y - 4), style=style, width=wide)
        canvas.text(x + 32, y, words, style="aside")
        x += 52 + text_width(words, size=12)


def draw_unmet(
    packages: Sequence[ShownPackage],
    parties: Sequence[str],
    *,
    title: str,
    caption: Sequence[str],
) -> str:
    """Draw, where no utilities are known, whose demands each package leaves unmet.

    Args:
        packages: The packages that miss the least, best first.
        parties: Names, in the order of ``unmet``.
        title: Of the case.
        caption: What a reader must know.

    Returns:
        The SVG: a row for each party, a column for each package.
    """
    shown = packages[:COLUMNS_AT_MOST]
    kept = [n for n in range(len(parties)) if any(p.unmet[n] for p in shown)]
    names = [shorten(parties[n]) for n in kept] or ["All demands are met"]
    left = MARGIN + max(map(text_width, names)) + 16
    canvas = Canvas(title, max(left + CELL * len(shown) + 2 * MARGIN, 620))
    canvas.text(MARGIN, HEAD - 6, "Demands left unmet by each package", style="aside")
    y = HEAD + 24
    for place, package in enumerate(shown):
        middle = left + (place + 0.5) * CELL
        canvas.text(middle, y - 8, str(place + 1), style="aside", anchor="middle")
        for line, number in enumerate(kept):
            count = package.unmet[number]
            box = Rect(left + place * CELL, y + line * CELL, CELL - 3, CELL - 3)
            tip = f"{parties[number]}, package {place + 1}: {package.label}"
            canvas.rect(box, style="oppose" if count else "nothing", round_=3, tip=tip)
            if count:
                canvas.text(
                    box.x + (CELL - 3) / 2, box.y + 18, str(count),
                    style="on", anchor="middle",
                )  # fmt: skip
    for line, name in enumerate(names):
        canvas.text(left - 12, y + line * CELL + 18, name, anchor="end")
    y += CELL * len(names) + 8
    return canvas.finish(bottom=y, caption=[" ".join(caption)])
