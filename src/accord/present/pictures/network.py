"""A network as nodes and lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from accord.model.discourse import Entity, NetworkMatrix
from accord.present.pictures.canvas import MARGIN, Canvas, Rect, shorten, text_width
from accord.present.pictures.caption import caption_of, title_of
from accord.present.pictures.labels import Label, place_labels
from accord.present.pictures.layout import lay_out, push_apart

__all__ = ["draw_network"]

HEAD = 56.0
KEY = 30.0
SMALLEST, LARGEST = 6.0, 15.0
THINNEST, THICKEST = 0.7, 6.0
#: The ground grows by this factor until all names have room.
GROWTH = 1.15
MAX_GROWTH = 12
#: Ground for each node, in square units; found by looking at 10 to 80 nodes.
ROOM = 13_000.0
LEAST = 360.0
COLOURS = 7


@dataclass(frozen=True, slots=True)
class _Node:
    """A value of an axis."""

    name: str
    axis: int
    frequency: int


@dataclass(frozen=True, slots=True)
class _Placed:
    """A node on the ground."""

    node: _Node
    x: float
    y: float
    radius: float


def draw_network(network: NetworkMatrix, entities: Iterable[Entity] = ()) -> str:
    """Draw a network.

    Discs are rows, squares are columns of a two-mode network; the larger, the more
    statements. A line is thicker the larger its value; what is below 0 is dashed and
    of another colour. Colours of discs follow the attribute ``Type`` where known.

    Args:
        network: The network.
        entities: What is known of its nodes.

    Returns:
        The SVG; no two names touch.

    Cost:
        That of the layout: cubic in the nodes.
    """
    nodes = _nodes(network)
    shift = 0 if network.recipe.network_type == "onemode" else len(network.rows)
    rows = {name: at for at, name in enumerate(network.rows)}
    columns = {name: at + shift for at, name in enumerate(network.columns)}
    ties = [(rows[r], columns[c], value) for r, c, value in network.ties()]
    # Whoever opposes an issue still speaks of it, and stands near.
    pulls = [(one, two, abs(value) if shift else value) for one, two, value in ties]
    unit = lay_out(len(nodes), pulls)
    placed, labels, ground = _settle(nodes, unit)
    canvas = Canvas(title_of(network), ground.width + 2 * MARGIN)
    _draw_ties(canvas, placed, ties)
    _draw_leads(canvas, labels, placed)
    kinds = _kinds(nodes, network, entities)
    order = list(dict.fromkeys(kinds))
    for at, item in enumerate(placed):
        _draw_node(
            canvas, item, colour=order.index(kinds[at]) % COLOURS, kind=kinds[at]
        )
    for label, item in zip(labels, placed, strict=True):
        _draw_label(canvas, label, item)
    _draw_key(canvas, order, ground, signed=any(value < 0 for *_, value in ties))
    return canvas.finish(
        bottom=ground.y + ground.height + KEY, caption=caption_of(network)
    )


def _nodes(network: NetworkMatrix) -> list[_Node]:
    """List rows, then the columns of a two-mode network."""
    axes = [network.rows]
    if network.recipe.network_type == "twomode":
        axes.append(network.columns)
    return [
        _Node(name, axis, network.frequencies[axis].get(name, 0))
        for axis, names in enumerate(axes)
        for name in names
    ]


def _kinds(
    nodes: Sequence[_Node], network: NetworkMatrix, entities: Iterable[Entity]
) -> list[str]:
    """Name what each node's colour stands for."""
    recipe = network.recipe
    variables = (recipe.variable1, recipe.variable2)
    types = {
        (entity.variable, entity.value): dict(entity.attributes).get("Type")
        for entity in entities
    }
    return [
        types.get((variables[node.axis], node.name)) or variables[node.axis]
        for node in nodes
    ]


def _settle(
    nodes: Sequence[_Node], unit: Sequence[tuple[float, float]]
) -> tuple[list[_Placed], list[Label], Rect]:
    """Find a ground large enough for all names, and place nodes and names on it."""
    most = max((node.frequency for node in nodes), default=1) or 1
    radii = [
        SMALLEST + (LARGEST - SMALLEST) * sqrt(node.frequency / most) for node in nodes
    ]
    side = max(LEAST, sqrt(ROOM * len(nodes)))
    placed, ground = _scale(nodes, unit, radii, side)
    for _ in range(MAX_GROWTH):
        labels = place_labels(_spots(placed), ground=ground)
        if labels is not None:
            return placed, labels, ground
        side *= GROWTH
        placed, ground = _scale(nodes, unit, radii, side)
    # Even here every name is drawn, though some then touch.
    loose = [
        Label(words, Rect(x + radius + 4, y - 8, text_width(words), 16), far=False)
        for x, y, radius, words in _spots(placed)
    ]
    return placed, loose, ground


def _scale(
    nodes: Sequence[_Node],
    unit: Sequence[tuple[float, float]],
    radii: Sequence[float],
    side: float,
) -> tuple[list[_Placed], Rect]:
    """Place nodes on a ground of some height."""
    # Names are long and flat, so that a broad ground holds more of them.
    ground = Rect(MARGIN, HEAD, side * 1.45, side)
    inner = Rect(ground.x + 90, ground.y + 24, ground.width - 180, side - 48)
    placed = [
        _Placed(node, inner.x + x * inner.width, inner.y + y * inner.height, radius)
        for node, (x, y), radius in zip(nodes, unit, radii, strict=True)
    ]
    return _spread(placed, inner), ground


def _spots(placed: Sequence[_Placed]) -> list[tuple[float, float, float, str]]:
    """Give place, radius and name of each node."""
    return [(p.x, p.y, p.radius, shorten(p.node.name)) for p in placed]


def _spread(placed: Sequence[_Placed], ground: Rect) -> list[_Placed]:
    """Push discs apart that lie on one another."""
    spots = push_apart(
        [(p.x, p.y) for p in placed], [p.radius for p in placed], ground=ground
    )
    return [
        _Placed(p.node, x, y, p.radius) for p, (x, y) in zip(placed, spots, strict=True)
    ]


def _draw_ties(
    canvas: Canvas, placed: Sequence[_Placed], ties: Sequence[tuple[int, int, float]]
) -> None:
    """Draw the lines, the heaviest on top."""
    heaviest = max((abs(value) for *_, value in ties), default=1.0) or 1.0
    # Where many lines cross, faint ones let names be read.
    opacity = min(0.9, max(0.28, 2.5 * len(placed) / max(len(ties), 1)))
    for one, two, value in sorted(ties, key=lambda tie: abs(tie[2])):
        a, b = placed[one], placed[two]
        width = THINNEST + (THICKEST - THINNEST) * abs(value) / heaviest
        canvas.line(
            (a.x, a.y, b.x, b.y),
            style="minus" if value < 0 else "plus",
            width=width,
            opacity=opacity,
            tip=f"{a.node.name} – {b.node.name}: {value:g}",
        )


def _draw_leads(
    canvas: Canvas, labels: Sequence[Label], placed: Sequence[_Placed]
) -> None:
    """Lead a line from each name that stands far off to its node."""
    for label, item in zip(labels, placed, strict=True):
        if label.far:
            box = label.box
            middle = (box.x + box.width / 2, box.y + box.height / 2)
            canvas.line((item.x, item.y, *middle), style="rule")


def _draw_node(canvas: Canvas, item: _Placed, *, colour: int, kind: str) -> None:
    """Draw a disc or a square."""
    node, r = item.node, item.radius
    tip = f"{node.name} ({kind}): {node.frequency}"
    style = f"node c{colour}"
    if node.axis == 0:
        canvas.circle(item.x, item.y, r, style=style, tip=tip)
    else:
        box = Rect(item.x - r * 0.88, item.y - r * 0.88, r * 1.76, r * 1.76)
        canvas.rect(box, style=style, tip=tip)


def _draw_label(canvas: Canvas, label: Label, item: _Placed) -> None:
    """Write a name."""
    box = label.box
    style = "halo strong" if item.node.axis else "halo"
    canvas.text(
        box.x + box.width / 2,
        box.y + box.height - 4,
        label.words,
        style=style,
        anchor="middle",
    )


def _draw_key(
    canvas: Canvas, kinds: Sequence[str], ground: Rect, *, signed: bool
) -> None:
    """Say what colours and strokes mean."""
    x, y = MARGIN, ground.y + ground.height + KEY - 8
    for at, kind in enumerate(kinds):
        canvas.circle(x + 6, y - 4, 6, style=f"node c{at % COLOURS}")
        canvas.text(x + 18, y, shorten(kind, 18), style="aside")
        x += 34 + len(shorten(kind, 18)) * 7
    strokes = (
        [("plus", "above 0"), ("minus", "below 0")] if signed else [("plus", "value")]
    )
    for style, words in strokes:
        canvas.line((x, y - 4, x + 30, y - 4), style=style, width=3)
        canvas.text(x + 36, y, words, style="aside")
        x += 52 + len(words) * 7
