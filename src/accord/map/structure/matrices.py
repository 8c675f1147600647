"""Networks with names as matrices without."""

from collections.abc import Sequence

import numpy as np

from accord.errors import InputError
from accord.map.network.products import Floats
from accord.model.discourse import NetworkMatrix

__all__ = ["matrix_of", "require_one_mode"]


def matrix_of(
    network: NetworkMatrix,
    *,
    rows: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
) -> Floats:
    """Write a network out as a matrix, with its zeros.

    Args:
        network: The network.
        rows: Names of the rows wanted; all of the network's if None.
        columns: Likewise.
    """
    rows = network.rows if rows is None else rows
    columns = network.columns if columns is None else columns
    place_of = {name: place for place, name in enumerate(columns)}
    found = np.zeros((len(rows), len(columns)))
    for place, row in enumerate(rows):
        known = network.cells.get(row, {})
        there = [place_of[name] for name in known if name in place_of]
        found[place, there] = [known[columns[column]] for column in there]
    return found


def require_one_mode(network: NetworkMatrix) -> None:
    """Refuse a network of rows by other columns.

    Raises:
        InputError: It is a two-mode network.
    """
    if network.recipe.network_type != "onemode":
        message = "This is a two-mode network; its rows have no ties among themselves."
        raise InputError(message, hint="Give the network type onemode.")
