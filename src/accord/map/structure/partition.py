"""The partition of few or many actors that has the most weight within its groups."""

import random

import numpy as np

from accord.map.network.products import Floats, Ints
from accord.map.structure.modularity import numbered, score

__all__ = ["adjusted_rand", "best_camps", "best_partition", "improve"]

#: Up to so many actors all partitions are compared, through 3 to the n sets.
EXACT_PARTITION = 12
#: Up to so many actors all splits into two are compared.
EXACT_SPLIT = 16
# Gains below this are rounding.
_EPSILON = 1e-12


def best_partition(weights: Floats) -> Ints:
    """Compare all partitions.

    Args:
        weights: Actors by actors, symmetric; at most ``EXACT_PARTITION``.

    Returns:
        Group of each actor.

    Cost:
        3 to the number of actors.
    """
    size = len(weights)
    within = _subset_weights(weights)
    best = np.zeros(1 << size)
    chosen = np.zeros(1 << size, dtype=np.int64)
    for members in range(1, 1 << size):
        # The group of the last member: any of the others may be with it.
        last = 1 << (members.bit_length() - 1)
        others = subset = members ^ last
        found, choice = -np.inf, last
        while True:
            value = within[subset | last] + best[others ^ subset]
            if value > found + _EPSILON:
                found, choice = value, subset | last
            if not subset:
                break
            subset = (subset - 1) & others
        best[members], chosen[members] = found, choice
    labels = np.zeros(size, dtype=np.int64)
    members, group = (1 << size) - 1, 0
    while members:
        for actor in range(size):
            if chosen[members] >> actor & 1:
                labels[actor] = group
        members, group = members ^ int(chosen[members]), group + 1
    return numbered(labels)


def _subset_weights(weights: Floats) -> list[float]:
    """Add up the weights within every set of actors, by its bits."""
    size = len(weights)
    bits = np.arange(1 << size)
    within = np.zeros(1 << size)
    for one in range(size):
        has = bits >> one & 1
        for two in range(size):
            within += weights[one, two] * (has & (bits >> two & 1))
    return [float(value) for value in within]


def best_camps(
    weights: Floats,
    *,
    camps: int,
    seed: int,
    restarts: int,
    start: Ints | None = None,
) -> tuple[Ints, bool]:
    """Split actors into at most so many camps with the most weight within.

    Args:
        weights: Actors by actors, symmetric.
        camps: At most this many.
        seed: Of the splits that the search sets out from.
        restarts: How many these are, besides that by the leading eigenvectors.
        start: Another one to set out from.

    Returns:
        Camp of each actor, and whether all splits were compared.

    Cost:
        Of up to ``EXACT_SPLIT`` actors and two camps, all splits; else actors squared
        for each round of the search.
    """
    size = len(weights)
    if size == 0:
        return np.zeros(0, dtype=np.int64), True
    if camps == 2 and size <= EXACT_SPLIT:
        return _best_split(weights), True
    chance = random.Random(seed)  # noqa: S311 - no secret
    starts = [_by_eigenvectors(weights, camps)]
    starts += [] if start is None else [start]
    starts += [
        np.array([chance.randrange(camps) for _ in range(size)], dtype=np.int64)
        for _ in range(restarts)
    ]
    found = [improve(weights, labels, groups=camps) for labels in starts]
    return numbered(max(found, key=lambda labels: score(weights, labels))), False


def _best_split(weights: Floats) -> Ints:
    """Compare all splits into two; the last actor stands still."""
    size = len(weights)
    bits = np.arange(1 << (size - 1))[:, None] >> np.arange(size) & 1
    signs = 1.0 - 2.0 * bits
    values = np.einsum("si,si->s", signs @ weights, signs)
    # The first of those that are equal but for rounding.
    best = np.flatnonzero(values >= values.max() - _EPSILON)[0]
    return numbered(bits[best].astype(np.int64))


def _by_eigenvectors(weights: Floats, camps: int) -> Ints:
    """Split by the signs of the leading eigenvectors."""
    _, vectors = np.linalg.eigh(weights)
    count = max((camps - 1).bit_length(), 1)
    leading = vectors[:, -count:] > 0
    return np.asarray((leading @ (1 << np.arange(count))) % camps, np.int64)


def improve(weights: Floats, labels: Ints, *, groups: int) -> Ints:
    """Move single actors to where they add most, until none adds anything.

    Args:
        weights: Actors by actors, symmetric.
        labels: Group of each to begin with, below ``groups``.
        groups: How many groups there may be.
    """
    labels = labels.copy()
    size = len(weights)
    members = np.zeros((size, groups))
    members[np.arange(size), labels] = 1
    pull = (weights - np.diag(np.diag(weights))) @ members
    moved = True
    while moved:
        moved = False
        for actor in range(size):
            old, new = int(labels[actor]), int(pull[actor].argmax())
            if pull[actor, new] > pull[actor, old] + _EPSILON:
                column = weights[:, actor].copy()
                column[actor] = 0
                pull[:, old] -= column
                pull[:, new] += column
                labels[actor], moved = new, True
    return labels


def adjusted_rand(one: Ints, two: Ints) -> float:
    """Compare two partitions, corrected for chance.

    Args:
        one: Group of each actor.
        two: The same actors' other groups.

    Returns:
        1 if they are the same, 0 on average by chance.

    Source:
        [hubert1985]

    Example:
        >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([5, 5, 2, 2]))
        1.0
    """
    _, first = np.unique(one, return_inverse=True)
    _, second = np.unique(two, return_inverse=True)
    both = np.zeros((first.max(initial=0) + 1, second.max(initial=0) + 1))
    np.add.at(both, (first, second), 1)
    together, left, right = (
        float((counts * (counts - 1) / 2).sum())
        for counts in (both, both.sum(axis=1), both.sum(axis=0))
    )
    pairs = len(one) * (len(one) - 1) / 2
    expected = left * right / pairs if pairs else 0.0
    greatest = (left + right) / 2
    if greatest == expected:
        return 1.0
    return (together - expected) / (greatest - expected)
