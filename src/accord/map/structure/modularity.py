"""Signed modularity: how much more groups agree, and less dispute, than by chance."""

import numpy as np

from accord.map.network.products import Floats, Ints

__all__ = ["modularity_matrix", "numbered", "score", "signed_parts"]


def modularity_matrix(agreement: Floats, conflict: Floats) -> Floats:
    """Weigh each pair by what putting it into one group adds to modularity.

    Args:
        agreement: Actors by actors, symmetric, not negative.
        conflict: Likewise.

    Returns:
        The observed share of each pair less that expected from what its actors have
        in all; agreement counts for a pair, conflict against it. Every row adds up to
        0; the sum over pairs within groups, both ways round, is the modularity.

    Source:
        [gomez2009]
    """
    total = agreement.sum() + conflict.sum()
    if total == 0:
        return np.zeros_like(agreement)
    surplus = _surplus(agreement) - _surplus(conflict)
    return np.asarray(surplus / total, np.float64)


def _surplus(ties: Floats) -> Floats:
    """Take off what is expected if ties are dealt out by strength."""
    strength, total = ties.sum(axis=1), ties.sum()
    if total == 0:
        return ties
    return np.asarray(ties - np.outer(strength, strength) / total, np.float64)


def score(weights: Floats, labels: Ints) -> float:
    """Add up the weights of pairs in the same group.

    Args:
        weights: Actors by actors.
        labels: Group of each actor.
    """
    return float(weights[labels[:, None] == labels[None, :]].sum())


def signed_parts(ties: Floats) -> tuple[Floats, Floats]:
    """Split ties into agreement and conflict, both without sign and diagonal."""
    cleared = ties - np.diag(np.diag(ties))
    return np.maximum(cleared, 0), np.maximum(-cleared, 0)


def numbered(labels: Ints) -> Ints:
    """Number groups by their first member, from 0."""
    _, first, which = np.unique(labels, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))
    return np.asarray(order[which], np.int64)
