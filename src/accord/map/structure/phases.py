"""Phases: when a discourse changed its shape."""

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

import numpy as np

from accord.errors import InputError
from accord.map.network.products import Floats, Ints
from accord.map.structure.clustering import link, segment, silhouette, split_by_medoids
from accord.map.structure.matrices import matrix_of, require_one_mode
from accord.map.structure.modularity import numbered
from accord.map.structure.spectra import spectral_distance, spectrum
from accord.model.discourse import NetworkSlice
from accord.model.structure import Method, Phase, Phases, Tried

__all__ = ["Distance", "distances_between", "find_phases"]

Distance = Literal["absdiff", "spectral"]

#: Below this silhouette no structure is worth the name (Kaufman and Rousseeuw).
LEAST_SILHOUETTE = 0.25


def find_phases(
    slices: Sequence[NetworkSlice],
    *,
    distance: Distance = "absdiff",
    most_states: int = 6,
) -> Phases:
    """Find the states that a discourse went through.

    Windows are clustered by the distance of their networks: in stretches of time, by
    average and by complete linkage, and around medoids, each for 2 up to so many
    states. The clustering of the highest silhouette is kept; if none is clear, there
    is one state.

    Args:
        slices: Networks over time; see ``build_slices``.
        distance: ``absdiff``: differences of the cells, each network scaled so that
            its cells add up to 1 in size. ``spectral``: of Laplacian spectra, which
            ask for the shape and not for who stands where; of one-mode networks.
        most_states: The greatest number of states.

    Returns:
        The distances, the state of each window, and the stretches of the same state.

    Raises:
        InputError: There are fewer than 2 windows or states, or the spectra of a
            two-mode network are asked for.

    Cost:
        Cells for each pair of windows; cubic in the windows.

    Source:
        [rousseeuw1987]
    """
    if len(slices) < 2 or most_states < 2:
        message = f"No phases in {len(slices)} windows of up to {most_states} states."
        raise InputError(message, hint="Take smaller windows, or more of the range.")
    distances = distances_between(slices, distance=distance)
    found = _clusterings(distances, min(most_states, len(slices) - 1))
    tried = sorted(
        (
            Tried(name, silhouette(distances, labels), len(np.unique(labels)))
            for name, labels in found.items()
        ),
        key=lambda t: (-round(t.score, 12), t.groups, t.name),
    )
    clear = bool(tried) and tried[0].score >= LEAST_SILHOUETTE
    labels = found[tried[0].name] if clear else np.zeros(len(slices), dtype=np.int64)
    moments = tuple(piece.middle for piece in slices)
    return Phases(
        method=Method(
            f"phases.{tried[0].name.split()[0]}" if clear else "phases.one_state",
            exact=clear and tried[0].name.startswith("stretches"),
            parameters=(("distance", distance), ("most_states", most_states)),
        ),
        moments=moments,
        distances=tuple(tuple(row) for row in distances.tolist()),
        states=tuple(labels.tolist()),
        silhouette=tried[0].score if clear else 0.0,
        phases=_stretches(slices, labels),
        tried=tuple(tried),
    )


def distances_between(
    slices: Sequence[NetworkSlice], *, distance: Distance = "absdiff"
) -> Floats:
    """Measure how far each window's network lies from each other's.

    Args:
        slices: Networks over time.
        distance: See ``find_phases``.

    Returns:
        Windows by windows, in [0, 2].

    Raises:
        InputError: The spectra of a two-mode network are asked for.
    """
    networks = [piece.network for piece in slices]
    rows = sorted({name for network in networks for name in network.rows})
    columns = sorted({name for network in networks for name in network.columns})
    found = np.zeros((len(slices), len(slices)))
    if distance == "spectral":
        for network in networks:
            require_one_mode(network)
        spectra = [spectrum(matrix_of(n, rows=rows, columns=rows)) for n in networks]
        for one, own in enumerate(spectra):
            found[one] = [spectral_distance(own, other) for other in spectra]
        return found
    cells = np.array(
        [matrix_of(n, rows=rows, columns=columns).ravel() for n in networks]
    )
    sizes = np.abs(cells).sum(axis=1, keepdims=True)
    scaled = np.divide(cells, sizes, out=np.zeros_like(cells), where=sizes > 0)
    for one, own in enumerate(scaled):
        found[one] = np.abs(scaled - own).sum(axis=1)
    return found


def _clusterings(distances: Floats, most: int) -> dict[str, Ints]:
    """Cluster by every method, into 2 up to so many states."""
    ways = {
        "stretches": segment(distances, most=most),
        "average": link(distances, most=most, complete=False),
        "complete": link(distances, most=most, complete=True),
        "medoids": [
            split_by_medoids(distances, groups=count) for count in range(1, most + 1)
        ],
    }
    return {
        f"{name} {count}": numbered(cuts[count - 1])
        for name, cuts in ways.items()
        for count in range(2, most + 1)
    }


def _stretches(slices: Sequence[NetworkSlice], labels: Ints) -> tuple[Phase, ...]:
    """Join neighbouring windows of the same state."""
    pairs = zip(labels.tolist(), slices, strict=True)
    found = []
    for state, group in groupby(pairs, key=lambda pair: pair[0]):
        members = [piece for _, piece in group]
        found.append(Phase(state, members[0].middle, members[-1].middle, len(members)))
    return tuple(found)
