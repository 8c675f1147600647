"""What is lost if a network is told by some of its concepts only."""

from collections.abc import Iterable

import numpy as np

from accord.errors import InputError
from accord.map.network import tally_events
from accord.map.network.counting import Tally
from accord.map.network.onemode import one_mode_matrix
from accord.map.network.products import Floats, Sparse
from accord.map.structure.spectra import spectral_distance, spectrum
from accord.model.discourse import EventList, Recipe

__all__ = ["Subsets"]

# Losses that differ by less are equal but for rounding.
DECIMALS = 12


class Subsets:
    """The networks of sets of concepts, beside the full one.

    Args:
        events: Coded statements of one type.
        recipe: What to count; it must be a one-mode network.

    Raises:
        InputError: It is a two-mode network, or no concept is left to choose of.
    """

    def __init__(self, events: EventList, recipe: Recipe) -> None:
        if recipe.network_type != "onemode":
            message = "A backbone is that of a one-mode network."
            raise InputError(message, hint="Give the network type onemode.")
        self._recipe = recipe
        self._tally = tally_events(events, recipe)
        self.concepts = self._tally.codes.columns
        if not self.concepts:
            message = "There are no statements to find a backbone of."
            raise InputError(message, hint="Look at the filters.")
        self._full = self._spectrum(self._tally)
        self._losses: dict[frozenset[int], float] = {}

    @property
    def everything(self) -> frozenset[int]:
        """All concepts, by number."""
        return frozenset(range(len(self.concepts)))

    def loss(self, concepts: Iterable[int]) -> float:
        """Measure how far the network of some concepts lies from the full one.

        Returns:
            The spectral distance, in [0, 2].
        """
        kept = frozenset(concepts)
        if kept not in self._losses:
            distance = spectral_distance(self._full, self._spectrum(self._of(kept)))
            self._losses[kept] = round(distance, DECIMALS)
        return self._losses[kept]

    def statements(self, concepts: Iterable[int]) -> int:
        """Count the statements on some concepts."""
        return round(float(self._of(frozenset(concepts)).active.sum()))

    def names(self, concepts: Iterable[int]) -> tuple[str, ...]:
        """Name concepts, in order."""
        return tuple(self.concepts[number] for number in sorted(concepts))

    def _of(self, concepts: frozenset[int]) -> Tally:
        """Keep the counts of some concepts, with all rows."""
        tally, cells = self._tally, self._tally.cells
        chosen = np.isin(tally.column, list(concepts))[cells.feature]
        kept = Sparse(
            cells.feature[chosen],
            cells.row[chosen],
            cells.number[chosen],
            cells.features,
            cells.size,
        )
        active = np.bincount(kept.row, weights=kept.number, minlength=kept.size)
        return Tally(
            codes=tally.codes,
            column=tally.column,
            level=tally.level,
            cells=kept,
            active=active.astype(np.float64),
        )

    def _spectrum(self, tally: Tally) -> Floats:
        """Describe the network of some counts."""
        matrix = one_mode_matrix(tally, self._recipe)
        return spectrum(matrix, laplacian=self._recipe.compat is None)
