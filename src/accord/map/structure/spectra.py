"""How far two networks lie apart by their spectra."""

import numpy as np

from accord.map.network.products import Floats

__all__ = ["spectral_distance", "spectrum"]


def spectrum(ties: Floats, *, laplacian: bool = True) -> Floats:
    """Describe the shape of a network by the eigenvalues of its Laplacian.

    Args:
        ties: Actors by actors, symmetric; negative ties count as none.
        laplacian: Whether to take the Laplacian's eigenvalues; False for those of the
            degrees alone, which is what Discourse Network Analyzer 3.1.2 computes.

    Returns:
        The eigenvalues, ascending, as shares of their sum; all 0 without ties.

    Cost:
        Cubic in the actors.
    """
    weights = np.maximum(ties, 0)
    degrees = weights.sum(axis=1)
    values = (
        np.linalg.eigvalsh(np.diag(degrees) - weights)
        if laplacian
        else np.sort(degrees)
    )
    total = values.sum()
    return values / total if total > 0 else np.zeros_like(values)


def spectral_distance(one: Floats, two: Floats) -> float:
    """Add up how far each eigenvalue lies from its counterpart.

    Args:
        one: A spectrum.
        two: One of a network of the same actors.

    Returns:
        In [0, 2].
    """
    return float(np.abs(one - two).sum())
