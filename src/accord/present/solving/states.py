"""The states of a conflict and the moves between them."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from accord.present.pictures.canvas import MARGIN, Canvas, Rect, shorten, text_width
from accord.present.pictures.layout import lay_out, push_apart

__all__ = ["STATES_AT_MOST", "ShownMove", "ShownState", "draw_states"]

HEAD = 60.0
RADIUS = 20.0
STROKES = 6
LEGEND_CHARS = 110
#: More states than a reader tells apart.
STATES_AT_MOST = 24


@dataclass(frozen=True, slots=True)
class ShownState:
    """One state.

    Attributes:
        id: Its number.
        words: What it is.
        concepts: Concepts under which it is stable for everybody.
    """

    id: int
    words: str
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownMove:
    """One move.

    Attributes:
        mover: Who makes it.
        start: Number of the state it leaves.
        to: Number of the state it leads to.
        improves: Whether the mover prefers that.
    """

    mover: str
    start: int
    to: int
    improves: bool


def draw_states(
    states: Sequence[ShownState],
    moves: Sequence[ShownMove],
    *,
    title: str,
    caption: Sequence[str],
) -> str:
    """Draw states as discs and the moves that their movers prefer as arrows.

    A filled disc is stable under some concept; the list below says under which, and
    what each state is. Moves that nobody prefers are thin lines without a head.

    Args:
        states: Some forty of them at most.
        moves: Between these states.
        title: Of the conflict.
        caption: What a reader must know.

    Returns:
        The SVG.

    Cost:
        That of the layout: cubic in the states.
    """
    number = {state.id: place for place, state in enumerate(states)}
    movers = list(dict.fromkeys(move.mover for move in moves))
    pulls = {
        (min(a, b), max(a, b)): 1.0
        for a, b in ((number[m.start], number[m.to]) for m in moves)
    }
    unit = lay_out(len(states), [(a, b, w) for (a, b), w in pulls.items()])
    side = max(300.0, 115.0 * sqrt(len(states)))
    ground = Rect(MARGIN + 40, HEAD + 30, side * 1.45, side)
    places = [
        (ground.x + x * ground.width, ground.y + y * ground.height) for x, y in unit
    ]
    apart = push_apart(places, [RADIUS] * len(states), ground=ground, gap=26.0)
    spots = {state.id: at for state, at in zip(states, apart, strict=True)}
    canvas = Canvas(title, max(ground.x + ground.width + 70, 760))
    # Arrows that movers prefer lie on top of the others.
    for move in sorted(moves, key=lambda move: move.improves):
        style = f"s{movers.index(move.mover) % STROKES}"
        _draw_move(canvas, move, spots[move.start], spots[move.to], style)
    for state in states:
        _draw_state(canvas, state, spots[state.id])
    y = ground.y + ground.height + 50
    y = _draw_key(canvas, movers, y)
    y = _draw_legend(canvas, states, y)
    return canvas.finish(bottom=y, caption=[" ".join(caption)])


def _draw_move(
    canvas: Canvas,
    move: ShownMove,
    start: tuple[float, float],
    end: tuple[float, float],
    style: str,
) -> None:
    """Draw one move from edge to edge, a little aside, so that the way back shows."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = sqrt(dx * dx + dy * dy) or 1.0
    ux, uy = dx / far, dy / far
    aside = (-uy * 5, ux * 5)
    x1, y1 = start[0] + ux * RADIUS + aside[0], start[1] + uy * RADIUS + aside[1]
    x2 = end[0] - ux * (RADIUS + 3) + aside[0]
    y2 = end[1] - uy * (RADIUS + 3) + aside[1]
    tip = f"{move.mover}: s{move.start} to s{move.to}"
    if not move.improves:
        canvas.line((x1, y1, x2, y2), style=style, width=0.8, opacity=0.35, tip=tip)
        return
    canvas.line((x1, y1, x2, y2), style=style, width=2.2, tip=tip)
    for turn in (1, -1):
        bx = x2 - ux * 9 - turn * uy * 5
        by = y2 - uy * 9 + turn * ux * 5
        canvas.line((x2, y2, bx, by), style=style, width=2.2)


def _draw_state(canvas: Canvas, state: ShownState, spot: tuple[float, float]) -> None:
    """Draw one state with its number."""
    x, y = spot
    tip = f"s{state.id}: {state.words} {', '.join(state.concepts)}".strip()
    canvas.circle(x, y, RADIUS, style="ground")
    held = bool(state.concepts)
    canvas.circle(x, y, RADIUS, style="support" if held else "box", tip=tip)
    canvas.text(x, y + 4.5, f"s{state.id}", style="on" if held else "", anchor="middle")


def _draw_key(canvas: Canvas, movers: Sequence[str], y: float) -> float:
    """Say whose moves the colours are; gives where it ends."""
    x = MARGIN
    for place, mover in enumerate(movers):
        words = shorten(mover)
        wide = 48 + text_width(words, size=12)
        if x + wide > canvas.width - MARGIN:
            x, y = MARGIN, y + 20
        canvas.line((x, y - 4, x + 26, y - 4), style=f"s{place % STROKES}", width=2.2)
        canvas.text(x + 32, y, words, style="aside")
        x += wide
    return y + 14


def _draw_legend(canvas: Canvas, states: Sequence[ShownState], y: float) -> float:
    """List the states that hold; gives where it ends."""
    room = int((canvas.width - 2 * MARGIN) / 7.2)
    for state in states:
        if not state.concepts:
            continue
        y += 18
        canvas.text(MARGIN, y, f"s{state.id}", style="strong")
        words = f"{', '.join(state.concepts)}: {state.words or 'no option taken'}"
        lines = textwrap.wrap(words, min(room - 6, LEGEND_CHARS))
        for place, line in enumerate(lines):
            canvas.text(MARGIN + 46, y + 16 * place, line)
        y += 16 * (len(lines) - 1)
    return y + 6
