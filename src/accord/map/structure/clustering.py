"""Clusters of things by their distances, and how clearly they are apart."""

import numpy as np

from accord.map.network.products import Floats, Ints
from accord.map.structure.modularity import numbered

__all__ = ["link", "segment", "silhouette", "split_by_medoids"]

_ROUNDS = 100


def segment(distances: Floats, *, most: int) -> list[Ints]:
    """Cut a sequence into stretches that differ least within themselves.

    Args:
        distances: Of each moment from each, in order of time.
        most: The greatest number of stretches.

    Returns:
        For 1 to ``most`` stretches, the best cut there is: the stretch of each moment.

    Cost:
        Moments squared for each number of stretches.

    Source:
        [fisher1958]
    """
    size = len(distances)
    spread = _spread(distances)
    costs = np.full((most + 1, size + 1), np.inf)
    costs[0, 0] = 0
    cuts = np.zeros((most + 1, size + 1), dtype=np.int64)
    for count in range(1, most + 1):
        for stop in range(count, size + 1):
            options = costs[count - 1, :stop] + spread[:stop, stop]
            cuts[count, stop] = int(options.argmin())
            costs[count, stop] = options[cuts[count, stop]]
    found = []
    for count in range(1, most + 1):
        labels, stop = np.zeros(size, dtype=np.int64), size
        for number in range(count, 0, -1):
            start = int(cuts[number, stop])
            labels[start:stop] = number - 1
            stop = start
        found.append(labels)
    return found


def _spread(distances: Floats) -> Floats:
    """Add up the distances within each stretch, by start and stop, per moment."""
    size = len(distances)
    summed = np.zeros((size + 1, size + 1))
    summed[1:, 1:] = distances.cumsum(axis=0).cumsum(axis=1)
    corner = np.diag(summed)
    within = corner[None, :] - 2 * summed + corner[:, None]
    lengths = np.maximum(np.arange(size + 1)[None, :] - np.arange(size + 1)[:, None], 1)
    return np.asarray(within / lengths / 2, np.float64)


def link(distances: Floats, *, most: int, complete: bool) -> list[Ints]:
    """Join the nearest clusters, again and again.

    Args:
        distances: Of each thing from each.
        most: The greatest number of clusters asked for.
        complete: Whether clusters are as far apart as their farthest members, else as
            their members on average.

    Returns:
        For 1 to ``most`` clusters, the cluster of each thing.

    Cost:
        Cubic in the things.
    """
    size = len(distances)
    labels = np.arange(size)
    apart = distances.astype(np.float64).copy()
    np.fill_diagonal(apart, np.inf)
    weight = np.ones(size)
    found = {size: labels}
    alive = np.ones(size, dtype=np.bool_)
    for count in range(size - 1, 0, -1):
        one, two = sorted(divmod(int(apart.argmin()), size))
        joined = np.maximum(apart[one], apart[two])
        if not complete:
            share = weight[one] / (weight[one] + weight[two])
            joined = share * apart[one] + (1 - share) * apart[two]
        apart[one] = apart[:, one] = joined
        apart[two] = apart[:, two] = np.inf
        apart[one, one] = np.inf
        alive[two] = False
        apart[:, ~alive] = apart[~alive, :] = np.inf
        weight[one] += weight[two]
        labels = np.where(labels == two, one, labels)
        found[count] = labels
    return [numbered(found[count]) for count in range(1, most + 1)]


def split_by_medoids(distances: Floats, *, groups: int) -> Ints:
    """Split things around so many of them, those nearest to the rest of their group.

    Source:
        [kaufman1990]
    """
    medoids = [int(distances.sum(axis=0).argmin())]
    while len(medoids) < groups:
        medoids.append(int(distances[:, medoids].min(axis=1).argmax()))
    labels = distances[:, medoids].argmin(axis=1)
    for _ in range(_ROUNDS):
        new = []
        for group in range(groups):
            members = np.flatnonzero(labels == group)
            inner = distances[np.ix_(members, members)].sum(axis=0)
            new.append(int(members[inner.argmin()]) if len(members) else medoids[group])
        labels = distances[:, new].argmin(axis=1)
        if new == medoids:
            break
        medoids = new
    return numbered(labels)


def silhouette(distances: Floats, labels: Ints) -> float:
    """Measure how much nearer things are to their own cluster than to the next.

    Args:
        distances: Of each thing from each.
        labels: The cluster of each.

    Returns:
        The mean over things, in [-1, 1]; 0 of a single cluster.

    Source:
        [rousseeuw1987]
    """
    groups = np.unique(labels)
    if len(groups) < 2:
        return 0.0
    members = (labels[:, None] == groups[None, :]).astype(np.float64)
    sizes = members.sum(axis=0)
    sums = distances @ members
    own = np.searchsorted(groups, labels)
    rows = np.arange(len(labels))
    inner = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    means = sums / sizes
    means[rows, own] = np.inf
    outer = means.min(axis=1)
    scale = np.maximum(inner, outer)
    values = np.divide(outer - inner, scale, out=np.zeros_like(scale), where=scale > 0)
    # A thing alone in its cluster says nothing.
    return float(np.where(sizes[own] == 1, 0.0, values).mean())
