"""Where names stand, so that they touch neither nodes nor each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from accord.present.pictures.canvas import TEXT_SIZE, Rect, text_width

__all__ = ["Label", "place_labels"]

HEIGHT = TEXT_SIZE + 3.0
GAP = 4.0
#: Directions tried in this order: right, left, below, above, then between them.
_TURNS = (0.0, pi, pi / 2, -pi / 2, pi / 4, -pi / 4, 3 * pi / 4, -3 * pi / 4)
#: Distances tried, in steps of the gap.
_RINGS = (1, 3, 6, 10)


@dataclass(frozen=True, slots=True)
class Label:
    """A placed name.

    Attributes:
        words: The name.
        box: Where it stands.
        far: Whether it stands so far off that a line should lead to its node.
    """

    words: str
    box: Rect
    far: bool


def place_labels(
    nodes: Sequence[tuple[float, float, float, str]], *, ground: Rect
) -> list[Label] | None:
    """Find a place for each name.

    Args:
        nodes: x, y, radius and name of each; those first in line choose first.
        ground: Where names may stand.

    Returns:
        A label for each node, none touching another, a node or the edge of the ground;
        None where there is no room.

    Cost:
        Nodes squared, times 32 places tried.
    """
    discs = [Rect(x - r, y - r, 2 * r, 2 * r) for x, y, r, _ in nodes]
    placed: list[Label] = []
    for x, y, radius, words in nodes:
        size = (text_width(words), HEIGHT)
        found = None
        for ring in _RINGS:
            boxes = (_box(x, y, radius + ring * GAP, turn, size) for turn in _TURNS)
            found = next((b for b in boxes if _is_free(b, discs, placed, ground)), None)
            if found:
                placed.append(Label(words, found, far=ring > 3))
                break
        if found is None:
            return None
    return placed


def _box(
    x: float, y: float, reach: float, turn: float, size: tuple[float, float]
) -> Rect:
    """Put a box beside a node, its near edge at the reach."""
    width, height = size
    along, down = cos(turn), sin(turn)
    middle_x = x + along * (reach + width / 2)
    middle_y = y + down * (reach + height / 2)
    return Rect(middle_x - width / 2, middle_y - height / 2, width, height)


def _is_free(
    box: Rect, discs: Sequence[Rect], placed: Sequence[Label], ground: Rect
) -> bool:
    """Tell whether a box touches nothing and stays on the ground."""
    inside = (
        box.x >= ground.x
        and box.y >= ground.y
        and box.x + box.width <= ground.x + ground.width
        and box.y + box.height <= ground.y + ground.height
    )
    return (
        inside
        and not any(box.touches(label.box) for label in placed)
        and not any(box.touches(disc) for disc in discs)
    )
