"""Centralities: who is near to many, and who stands between."""

import heapq

import numpy as np

from accord.map.network.products import Floats
from accord.map.structure.matrices import matrix_of, require_one_mode
from accord.map.structure.modularity import signed_parts
from accord.model.discourse import NetworkMatrix
from accord.model.structure import Centralities

__all__ = ["measure_centrality"]

_ROUNDS = 1000
_TOLERANCE = 1e-12


def measure_centrality(network: NetworkMatrix) -> tuple[Centralities, ...]:
    """Measure how central each actor of a one-mode network is.

    Ways lead along positive ties, and a tie is the shorter the stronger it is.

    Args:
        network: A one-mode network.

    Returns:
        The actors in the order of the network.

    Raises:
        InputError: It is a two-mode network.

    Cost:
        Actors times ties, times a logarithm.

    Source:
        [brandes2001]
    """
    require_one_mode(network)
    ties = matrix_of(network)
    agreement, conflict = signed_parts(ties)
    near = _eigenvector(agreement)
    between, close = _ways(agreement)
    return tuple(
        Centralities(
            name=name,
            degree=int(np.count_nonzero(ties[place])),
            agreement=float(agreement[place].sum()),
            conflict=float(conflict[place].sum()),
            eigenvector=float(near[place]),
            betweenness=float(between[place]),
            closeness=float(close[place]),
        )
        for place, name in enumerate(network.rows)
    )


def _eigenvector(ties: Floats) -> Floats:
    """Find the leading eigenvector, its greatest part 1; 0 without ties."""
    size = len(ties)
    if not ties.any():
        return np.zeros(size)
    # Half of the ties' own weight added to the diagonal keeps signs from alternating.
    shifted = ties / ties.max() + np.eye(size)
    found = np.ones(size)
    for _ in range(_ROUNDS):
        new = shifted @ found
        new /= new.max()
        if np.abs(new - found).max() < _TOLERANCE:
            break
        found = new
    # Actors without ties keep a vanishing rest of where they began.
    return np.where(ties.any(axis=1), found, 0.0)


def _ways(ties: Floats) -> tuple[Floats, Floats]:
    """Count shortest ways through each actor, and measure nearness, as shares."""
    size = len(ties)
    between, close = np.zeros(size), np.zeros(size)
    others = [
        [(int(other), 1 / float(row[other])) for other in np.flatnonzero(row)]
        for row in ties
    ]
    for source in range(size):
        order, distances, before, counts = _from(source, others)
        reached = [distance for distance in distances.values() if distance > 0]
        close[source] = sum(1 / distance for distance in reached)
        # Brandes: each actor hands what depends on it back to those before it.
        depends = np.zeros(size)
        for actor in reversed(order):
            for earlier in before[actor]:
                share = counts[earlier] / counts[actor]
                depends[earlier] += share * (1 + depends[actor])
            if actor != source:
                between[actor] += depends[actor]
    pairs = max((size - 1) * (size - 2), 1)
    return between / pairs, close / max(size - 1, 1)


def _from(
    source: int, others: list[list[tuple[int, float]]]
) -> tuple[list[int], dict[int, float], list[list[int]], Floats]:
    """Find all shortest ways from one actor: order, distances, last steps, numbers."""
    counts = np.zeros(len(others))
    counts[source] = 1
    before: list[list[int]] = [[] for _ in others]
    known: dict[int, float] = {source: 0.0}
    order: list[int] = []
    done: set[int] = set()
    waiting = [(0.0, source)]
    while waiting:
        distance, actor = heapq.heappop(waiting)
        if actor in done:
            continue
        done.add(actor)
        order.append(actor)
        for other, length in others[actor]:
            far = distance + length
            gap = far - known.get(other, np.inf)
            if gap < -_TOLERANCE:
                known[other], before[other] = far, [actor]
                counts[other] = counts[actor]
                heapq.heappush(waiting, (far, other))
            elif abs(gap) <= _TOLERANCE and other not in done:
                before[other].append(actor)
                counts[other] += counts[actor]
    return order, known, before, counts
