"""A clean SVG: elements in order, one style sheet, light and dark."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from accord.present.networks.graphs import escape_xml

__all__ = ["STYLE", "Canvas", "Rect", "embed", "shorten", "text_width"]

MARGIN = 24.0
TITLE_SIZE = 20
TEXT_SIZE = 13
CAPTION_SIZE = 12
LINE = 17.0
#: Mean width of a letter of a sans-serif face, of the letter's size; wide letters are
#: counted as wide so that boxes hold what any common face draws.
_NARROW, _MEAN, _WIDE = 0.34, 0.58, 1.02

MAX_NAME = 30

#: Every rule holds within a picture alone, so that one may stand in a page.
_RULES = {
    ".ground": "fill:#fff",
    "text": "font:13px system-ui,'Segoe UI',Helvetica,Arial,sans-serif;fill:#1b1b1b",
    ".title": "font-size:20px;font-weight:600",
    ".caption,.aside": "font-size:12px;fill:#555",
    ".strong": "font-weight:600",
    ".halo": "paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round",
    ".rule": "stroke:#d0d0d0;stroke-width:1",
    ".grid": "stroke:#e6e6e6;stroke-width:1",
    ".c0": "fill:#0072b2",
    ".c1": "fill:#e69f00",
    ".c2": "fill:#009e73",
    ".c3": "fill:#cc79a7",
    ".c4": "fill:#56b4e9",
    ".c5": "fill:#d55e00",
    ".c6": "fill:#f0e442",
    ".node": "stroke:#fff;stroke-width:1.5",
    ".plus": "stroke:#0072b2",
    ".minus": "stroke:#d55e00;stroke-dasharray:6 4",
    ".support": "fill:#0072b2",
    ".oppose": "fill:#d55e00",
    ".conditional": "fill:#8a6d00",
    ".ambivalent": "fill:#7b4ea3",
    ".unclear,.leans-conditional": "fill:#767676",
    ".leans-support": "fill:#55758c",
    ".leans-oppose": "fill:#96664a",
    ".on": "fill:#fff;font-weight:700",
    ".faint": "fill:#fff;font-size:12px",
    ".nothing": "fill:none;stroke:#c4c4c4;stroke-width:1;stroke-dasharray:2 3",
    ".box": "fill:none;stroke:#555;stroke-width:1.2",
    ".doubtful": "stroke-dasharray:3 3",
    ".s0": "stroke:#0072b2",
    ".s1": "stroke:#b37700",
    ".s2": "stroke:#007a59",
    ".s3": "stroke:#b0568c",
    ".s4": "stroke:#d55e00",
    ".s5": "stroke:#555",
}
_DARK = {
    ".ground": "fill:#14171a",
    "text": "fill:#ececec",
    ".caption,.aside": "fill:#a9adb5",
    ".halo": "stroke:#14171a",
    ".rule": "stroke:#454a52",
    ".grid": "stroke:#2d3138",
    ".c0": "fill:#4da3dd",
    ".node": "stroke:#14171a",
    ".plus": "stroke:#4da3dd",
    ".minus": "stroke:#ff8a3c",
    ".support": "fill:#2f7fbd",
    ".oppose": "fill:#c9560f",
    ".ambivalent": "fill:#8d66b5",
    ".nothing": "stroke:#555b64",
    ".box": "stroke:#a9adb5",
    ".s0": "stroke:#4da3dd",
    ".s1": "stroke:#e69f00",
    ".s2": "stroke:#2fc79b",
    ".s3": "stroke:#e08fbd",
    ".s4": "stroke:#ff8a3c",
    ".s5": "stroke:#a9adb5",
    ".on,.faint": "fill:#fff",
}


def _within(rules: Mapping[str, str]) -> str:
    """Write rules so that they hold within a picture only."""
    lines = []
    for names, rule in rules.items():
        scoped = ",".join(f"svg.picture {name}" for name in names.split(","))
        lines.append(f"{scoped}{{{rule}}}")
    return "\n".join(lines)


#: The style sheet of every picture; a page that holds pictures holds it once.
STYLE = (
    f"{_within(_RULES)}\n"
    f"@media screen and (prefers-color-scheme:dark){{\n{_within(_DARK)}\n}}\n"
)


@dataclass(frozen=True, slots=True)
class Rect:
    """A box: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def touches(self, other: "Rect") -> bool:
        """Tell whether two boxes share any ground."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(slots=True)
class Canvas:
    """Takes elements in the order in which they are drawn.

    Attributes:
        title: Stands above the picture, and is its name for those who do not see it.
        width: Of the whole, in the picture's own units.
    """

    title: str
    width: float
    _parts: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        style: str = "",
        anchor: str = "start",
        turn: int = 0,
    ) -> None:
        """Write words on one line; ``y`` is the line they stand on."""
        classes = f' class="{style}"' if style else ""
        anchored = f' text-anchor="{anchor}"' if anchor != "start" else ""
        turned = f' transform="rotate({turn} {_n(x)} {_n(y)})"' if turn else ""
        self._parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}"{classes}{anchored}{turned}>{escape_xml(words)}</text>'
        )

    def line(
        self,
        ends: Sequence[float],
        *,
        style: str,
        width: float = 1.0,
        opacity: float = 1.0,
        tip: str = "",
    ) -> None:
        """Draw a line from (x, y) to (x, y)."""
        x1, y1, x2, y2 = map(_n, ends)
        thick = f' stroke-width="{_n(width)}"' if width != 1.0 else ""
        faint = f' stroke-opacity="{opacity:.2f}"' if opacity < 1.0 else ""
        ends_ = f'x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
        self._shape(f"line {ends_}{thick}{faint}", style, tip)

    def circle(
        self, x: float, y: float, radius: float, *, style: str, tip: str = ""
    ) -> None:
        """Draw a disc."""
        self._shape(f'circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"', style, tip)

    def rect(self, box: Rect, *, style: str, round_: float = 0, tip: str = "") -> None:
        """Draw a box, with round corners if wanted."""
        corners = f' rx="{_n(round_)}"' if round_ else ""
        place = f'x="{_n(box.x)}" y="{_n(box.y)}"'
        size = f'width="{_n(box.width)}" height="{_n(box.height)}"'
        self._shape(f"rect {place} {size}{corners}", style, tip)

    def shade(self, box: Rect, *, style: str, strength: float, tip: str) -> None:
        """Draw a box in a colour of some strength, in [0, 1]."""
        place = f'x="{_n(box.x)}" y="{_n(box.y)}"'
        size = f'width="{_n(box.width)}" height="{_n(box.height)}"'
        self._shape(f'rect {place} {size} fill-opacity="{strength:.2f}"', style, tip)

    def _shape(self, element: str, style: str, tip: str) -> None:
        """Add an element; a tip is what a pointer over it reads."""
        inside = (
            f"<title>{escape_xml(tip)}</title></{element.split(maxsplit=1)[0]}>"
            if tip
            else ""
        )
        end = f">{inside}" if tip else "/>"
        self._parts.append(f'<{element} class="{style}"{end}')

    def finish(self, *, bottom: float, caption: Sequence[str]) -> str:
        """Close the picture with its caption.

        Args:
            bottom: Where the drawing ends.
            caption: Sentences on what was counted.

        Returns:
            The whole file.
        """
        room = int((self.width - 2 * MARGIN) / (CAPTION_SIZE * _MEAN))
        lines = [
            line for part in caption for line in textwrap.wrap(part, max(room, 20))
        ]
        y = bottom + LINE
        for line in lines:
            self.text(MARGIN, y, line, style="caption")
            y += LINE
        height = y + MARGIN - LINE / 2
        size = f'width="{_n(self.width)}" height="{_n(height)}"'
        box = f'viewBox="0 0 {_n(self.width)} {_n(height)}"'
        cut = shorten(self.title, int((self.width - 2 * MARGIN) / 11))
        head = (
            f'<text class="title" x="{_n(MARGIN)}" y="{_n(MARGIN + TITLE_SIZE * 0.8)}">'
        )
        start = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} class="picture" role="img" '
        return "\n".join(
            [
                f'{start}aria-labelledby="picture-title picture-about"><title id="picture-title">{escape_xml(self.title)}</title>',
                f'<desc id="picture-about">{escape_xml(" ".join(caption))}</desc>',
                f"<style>{STYLE}</style>",
                f'<rect class="ground" width="{_n(self.width)}" height="{_n(height)}"/>',
                f"{head}{escape_xml(cut)}</text>",
                *self._parts,
                "</svg>",
                "",
            ]
        )


def embed(svg: str) -> str:
    """Make a picture a part of a page, which holds ``STYLE`` and has a heading."""
    bare = svg.replace(f"<style>{STYLE}</style>\n", "", 1)
    bare = re.sub(r'<text class="title"[^>]*>[^<]*</text>\n', "", bare, count=1)
    return re.sub(r' height="[\d.]+"', "", bare, count=1)


def _n(number: float) -> str:
    """Write a coordinate to a tenth, without a needless zero."""
    return f"{round(number, 1) + 0.0:g}"


def shorten(words: str, most: int = MAX_NAME) -> str:
    """Cut words to what a label holds.

    Example:
        >>> shorten("A member of the delegation", 12)
        'A member of…'
    """
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def text_width(words: str, *, size: float = TEXT_SIZE) -> float:
    """Estimate how wide words are, rather too wide than too narrow."""
    total = 0.0
    for letter in words:
        if letter in "iljtf.,:;'|!()[] ":
            total += _NARROW
        elif letter in "mwMW@%…" or ord(letter) >= 0x1100:
            total += _WIDE
        elif letter.isupper():
            total += 0.72
        else:
            total += _MEAN
    return total * size
