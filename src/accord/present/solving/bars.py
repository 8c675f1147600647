"""Power under a rule as bars: two shares for each player, and who holds a veto."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.present.pictures.canvas import MARGIN, Canvas, Rect, shorten, text_width

__all__ = ["PowerBar", "draw_power_bars"]

HEAD = 92.0
BAR = 11.0
ROW = 34.0
FIELD = 430.0
#: More players than a picture can name; the rest are counted.
PLAYERS_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class PowerBar:
    """One player.

    Attributes:
        name: Who it is.
        shapley_shubik: Share of the power, in [0, 1].
        banzhaf: Share of the swings, in [0, 1].
        role: ``veto``, ``dictator``, ``dummy`` or empty.
    """

    name: str
    shapley_shubik: float
    banzhaf: float
    role: str


def draw_power_bars(
    bars: Sequence[PowerBar], *, title: str, caption: Sequence[str]
) -> str:
    """Draw two bars for each player, the most powerful first.

    Args:
        bars: The players.
        title: Of the game.
        caption: What a reader must know.

    Returns:
        The SVG.
    """
    ordered = sorted(bars, key=lambda bar: -bar.shapley_shubik)
    shown = ordered[:PLAYERS_AT_MOST]
    names = [shorten(bar.name) for bar in shown]
    left = MARGIN + max(map(text_width, names), default=0.0) + 14
    canvas = Canvas(title, left + FIELD + 170)
    top = max((max(b.shapley_shubik, b.banzhaf) for b in shown), default=1.0) or 1.0
    _draw_key(canvas)
    y = HEAD
    for name, bar in zip(names, shown, strict=True):
        canvas.text(left - 14, y + BAR + 5, name, anchor="end")
        pairs = (("c0", bar.shapley_shubik), ("c1", bar.banzhaf))
        for number, (style, share) in enumerate(pairs):
            box = Rect(left, y + number * BAR, max(FIELD * share / top, 0.8), BAR - 1)
            canvas.rect(box, style=style, tip=f"{bar.name}: {share:.4f}")
        words = f"{bar.shapley_shubik:.3f} · {bar.banzhaf:.3f}"
        longest = FIELD * max(bar.shapley_shubik, bar.banzhaf) / top
        x = left + longest + 8
        canvas.text(x, y + BAR + 4, words, style="aside")
        if bar.role:
            canvas.text(
                x + text_width(words, size=12) + 8,
                y + BAR + 4,
                bar.role,
                style="aside strong",
            )
        y += ROW
    rest = len(ordered) - len(shown)
    more = [f"{rest} players with less power are not drawn."] if rest else []
    return canvas.finish(bottom=y - 6, caption=[" ".join([*caption, *more])])


def _draw_key(canvas: Canvas) -> None:
    """Say what the bars are."""
    x = MARGIN
    for style, words in (("c0", "Shapley-Shubik"), ("c1", "Banzhaf, normalised")):
        canvas.rect(Rect(x, HEAD - 30, 12, 12), style=style)
        canvas.text(x + 18, HEAD - 20, words, style="aside")
        x += 40 + text_width(words, size=12)
