"""The polarization of Discourse Network Analyzer 3.1.2, as it computes it.

It measures how far congruence and conflict lie from an ideal split into camps of equal
size, and takes the split that lies furthest from it: a high value does not say that the
camps it names exist. ``docs/methods/structure.md`` sets it beside our own.
"""

import random
from collections.abc import Iterator
from itertools import combinations
from math import comb

import numpy as np

from accord.map.network.products import Floats, Ints
from accord.map.structure.modularity import numbered

__all__ = ["distance_from_ideal", "peer_polarization"]

# Up to so many splits all are compared.
_MOST_SPLITS = 20_000
_RESTARTS = 10


def peer_polarization(
    agreement: Floats, conflict: Floats, *, camps: int, seed: int
) -> tuple[float, Ints, bool]:
    """Find the greatest distance from an ideal split into equal camps.

    Args:
        agreement: Congruence, actors by actors, diagonal 0.
        conflict: Conflict, likewise.
        camps: How many; their sizes differ by 1 at most.
        seed: Of the search, where there are too many splits.

    Returns:
        The distance, normalised as the peer does; the camps; whether all were compared.

    Source:
        [leifeld2017]
    """
    size = len(agreement)
    if size < 2 or agreement.sum() + conflict.sum() == 0:
        return 0.0, np.zeros(size, dtype=np.int64), True
    exact = camps == 2 and comb(size, size // 2) <= _MOST_SPLITS
    splits = _all_splits(size) if exact else _searched(agreement, conflict, camps, seed)
    found = max(
        splits, key=lambda labels: distance_from_ideal(agreement, conflict, labels)
    )
    value = distance_from_ideal(agreement, conflict, found)
    return value, numbered(found), exact


def distance_from_ideal(agreement: Floats, conflict: Floats, labels: Ints) -> float:
    """Measure how far two networks lie from an ideal split.

    In the ideal all agreement lies within camps and all conflict between them, spread
    over the pairs of each camp by the share of its pairs.

    Args:
        agreement: Congruence, actors by actors, diagonal 0.
        conflict: Conflict, likewise.
        labels: Camp of each actor.

    Returns:
        The sum of absolute differences, divided by twice all agreement and conflict.
    """
    sizes = np.bincount(labels).astype(np.float64)
    size, own = len(labels), sizes[labels]
    within = float((sizes * (sizes - 1)).sum())
    between = size * (size - 1) - within
    same = labels[:, None] == labels[None, :]
    ideal_agreement = np.zeros((size, size))
    ideal_conflict = np.zeros((size, size))
    if within:
        share = (own * (own - 1) / within)[:, None] * agreement.sum() / within
        ideal_agreement = np.where(same, share, 0.0)
    if between:
        share = np.outer(own, own) / between * conflict.sum() / between
        ideal_conflict = np.where(same, 0.0, share)
    np.fill_diagonal(ideal_agreement, 0)
    apart = np.abs(agreement - ideal_agreement) + np.abs(conflict - ideal_conflict)
    return float(apart.sum() / (2 * (agreement.sum() + conflict.sum())))


def _all_splits(size: int) -> Iterator[Ints]:
    """Give all splits into two halves; the greater half first if they are uneven."""
    for members in combinations(range(size), size // 2):
        labels = np.zeros(size, dtype=np.int64)
        labels[list(members)] = 1
        yield labels


def _searched(
    agreement: Floats, conflict: Floats, camps: int, seed: int
) -> Iterator[Ints]:
    """Swap pairs of actors between equal camps for as long as the distance grows."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    size = len(agreement)
    for _ in range(_RESTARTS):
        labels = np.arange(size) % camps
        order = list(range(size))
        chance.shuffle(order)
        labels = labels[order]
        best, grown = distance_from_ideal(agreement, conflict, labels), True
        while grown:
            grown = False
            for one, two in combinations(range(size), 2):
                if labels[one] == labels[two]:
                    continue
                labels[[one, two]] = labels[[two, one]]
                value = distance_from_ideal(agreement, conflict, labels)
                if value > best + 1e-12:
                    best, grown = value, True
                else:
                    labels[[one, two]] = labels[[two, one]]
        yield labels
