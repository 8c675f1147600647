"""Where nodes stand: stress majorization from a fixed start."""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from accord.present.pictures.canvas import Rect

__all__ = ["Edge", "lay_out", "push_apart"]

ROUNDS = 200
#: Relative gain below which a round changes nothing that can be seen.
ENOUGH = 1e-5
#: Pulls what is not joined at all this much further apart than what is.
GAP = 1.5

#: Two node numbers and a weight; what is below 0 keeps them apart.
Edge = tuple[int, int, float]
Floats = NDArray[np.float64]


def lay_out(count: int, edges: Sequence[Edge]) -> list[tuple[float, float]]:
    """Place nodes so that what is strongly joined stands near.

    An edge is the shorter the heavier it is; the distance of two nodes is the shortest
    way between them over edges above 0, and at least twice that where an edge is
    below 0. Distances in the plane are brought near these by majorizing the
    stress, from a start on a spiral, so that the same graph gives the same picture.

    Args:
        count: How many nodes.
        edges: Edges between them.

    Returns:
        x and y of each node, within [0, 1].

    Cost:
        Cubic in the nodes, once; then quadratic a round.

    Source:
        [gansner2004].
    """
    if count < 2:
        return [(0.5, 0.5)] * count
    wanted = _distances(count, edges)
    turns = np.arange(count) * 2.399963229728653  # the golden angle spreads evenly
    radius = np.sqrt((np.arange(count) + 0.5) / count)
    places = np.stack([radius * np.cos(turns), radius * np.sin(turns)], axis=1)
    places = _majorize(places * wanted.mean(), wanted)
    places -= places.min(axis=0)
    extent = places.max(axis=0)
    # One measure for both directions, or distances would be bent.
    size = max(float(extent.max()), 1e-9)
    places = places / size + (1 - extent / size) / 2
    return [(round(float(x), 6), round(float(y), 6)) for x, y in places]


def _distances(count: int, edges: Sequence[Edge]) -> Floats:
    """Find the shortest ways, in steps of Floyd and Warshall."""
    heaviest = max((abs(weight) for *_, weight in edges), default=1.0) or 1.0
    ways = np.full((count, count), np.inf)
    np.fill_diagonal(ways, 0.0)
    for one, two, weight in edges:
        if one != two and weight > 0:
            length = 1.0 + 1.5 * (1.0 - abs(weight) / heaviest)
            ways[one, two] = ways[two, one] = min(length, float(ways[one, two]))
    for via in range(count):
        np.minimum(ways, ways[:, via, None] + ways[None, via, :], out=ways)
    known = ways[np.isfinite(ways)]
    far = float(known.max()) if known.size > count else 1.0
    ways[~np.isfinite(ways)] = far * GAP
    for one, two, weight in edges:
        if one != two and weight < 0:
            apart = ways[one, two] * (1.0 + abs(weight) / heaviest)
            ways[one, two] = ways[two, one] = apart
    return ways


def _majorize(places: Floats, wanted: Floats) -> Floats:
    """Lower the stress until it hardly falls."""
    weights = wanted.copy()
    np.fill_diagonal(weights, 1.0)
    weights = weights**-2
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    # One node is held, or the whole picture could drift.
    inverse = np.linalg.inv(laplacian[1:, 1:])
    before = np.inf
    for _ in range(ROUNDS):
        apart = places[:, None, :] - places[None, :, :]
        now = np.sqrt((apart**2).sum(axis=2))
        stress = float((weights * (now - wanted) ** 2).sum())
        if before - stress < ENOUGH * max(stress, 1e-12):
            break
        before = stress
        np.fill_diagonal(now, 1.0)
        pull = weights * wanted / np.maximum(now, 1e-9)
        pulled = np.diag(pull.sum(axis=1)) - pull
        target = pulled @ places
        moved = np.zeros_like(places)
        moved[1:] = inverse @ target[1:]
        places = moved
    return places


def push_apart(
    places: Sequence[tuple[float, float]],
    radii: Sequence[float],
    *,
    ground: Rect,
    gap: float = 10.0,
) -> list[tuple[float, float]]:
    """Push discs apart that lie on one another.

    Args:
        places: Middle of each disc.
        radii: Radius of each.
        ground: Where the middles may lie.
        gap: Least room between two discs.

    Returns:
        The places, moved as little as sixty rounds of pushing make it.

    Cost:
        Quadratic in the discs for each round.
    """
    spots = [[x, y] for x, y in places]
    for _ in range(60):
        moved = False
        for one in range(len(spots)):
            for two in range(one + 1, len(spots)):
                least = radii[one] + radii[two] + gap
                dx = spots[two][0] - spots[one][0] or 0.01 * (two - one)
                dy = spots[two][1] - spots[one][1]
                apart = sqrt(dx * dx + dy * dy)
                if apart < least:
                    push = (least - apart) / 2 / apart
                    moved = True
                    for spot, sign in ((spots[one], -1), (spots[two], 1)):
                        spot[0] += sign * dx * push
                        spot[1] += sign * dy * push
        for spot in spots:
            spot[0] = min(max(spot[0], ground.x), ground.x + ground.width)
            spot[1] = min(max(spot[1], ground.y), ground.y + ground.height)
        if not moved:
            break
    return [(x, y) for x, y in spots]
