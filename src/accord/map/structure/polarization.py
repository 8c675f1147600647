"""Polarization: how far a discourse is split into camps that dispute each other."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from accord.errors import InputError
from accord.map.network import build_networks, build_slices
from accord.map.network.products import Floats, Ints
from accord.map.structure.matrices import matrix_of
from accord.map.structure.modularity import modularity_matrix, score
from accord.map.structure.partition import best_camps
from accord.map.structure.peer import peer_polarization
from accord.model.discourse import (
    EventList,
    Kernel,
    NetworkMatrix,
    Recipe,
    TimeWindow,
)
from accord.model.structure import Member, Method, Polarization, PolarizationAt

__all__ = [
    "consistency",
    "measure_polarization",
    "polarization_of",
    "polarization_over_time",
]

#: Searches that set out from camps dealt out by chance.
RESTARTS = 20


def measure_polarization(
    events: EventList, recipe: Recipe, *, camps: int = 2, seed: int = 0
) -> Polarization:
    """Measure how far a discourse is split into camps.

    Args:
        events: Coded statements of one type.
        recipe: What to count; congruence and conflict are counted whatever its
            aggregation, divided as it says.
        camps: How many camps there may be.
        seed: Of the search, where not all splits can be compared.

    Returns:
        The polarization, and the camps it was measured by. Under ``compat`` the
        peer's number, which is highest for the split that fits least.

    Raises:
        InputError: There are fewer than 2 camps, or the qualifier has no distances.
    """
    agreement, conflict = build_networks(events, _parts(events, recipe))
    return _measured(agreement, conflict, camps=camps, seed=seed)


def polarization_over_time(
    events: EventList,
    recipe: Recipe,
    *,
    unit: TimeWindow,
    size: int,
    kernel: Kernel | None = None,
    camps: int = 2,
    seed: int = 0,
) -> Iterator[PolarizationAt]:
    """Measure polarization in each place of a window; see ``build_slices``."""
    parts = (
        build_slices(events, part, unit=unit, size=size, kernel=kernel)
        for part in _parts(events, recipe)
    )
    for agreement, conflict in zip(*parts, strict=True):
        found = _measured(agreement.network, conflict.network, camps=camps, seed=seed)
        yield PolarizationAt(agreement.middle, found)


def polarization_of(
    agreement: Floats,
    conflict: Floats,
    *,
    camps: int,
    seed: int,
    restarts: int = RESTARTS,
    start: Ints | None = None,
) -> tuple[float, Ints, bool]:
    """Measure polarization between actors by their number.

    It is the signed modularity of the best split, divided by the most that so many
    camps can have. Consensus is no better than chance, so it scores 0; so does a
    dispute in which friends are not told apart from foes.

    Args:
        agreement: Actors by actors, symmetric, not negative.
        conflict: Likewise.
        camps: How many there may be.
        seed: Of the search.
        restarts: How many splits by chance the search sets out from.
        start: Another one.

    Returns:
        The polarization, in [0, 1]; the camp of each; whether no better split exists.

    Source:
        [gomez2009]
    """
    weights = modularity_matrix(agreement, conflict)
    labels, exact = best_camps(
        weights, camps=camps, seed=seed, restarts=restarts, start=start
    )
    value = score(weights, labels) * camps / (camps - 1)
    return min(max(value, 0.0), 1.0), labels, exact


def consistency(agreement: Floats, conflict: Floats, labels: Ints) -> float:
    """Measure the share of agreement within and of conflict between camps; 1 of none."""
    total = agreement.sum() + conflict.sum()
    same = labels[:, None] == labels[None, :]
    fits = agreement[same].sum() + conflict[~same].sum()
    # Sums in another order may differ in the last digit.
    return min(1.0, float(fits / total)) if total else 1.0


def _parts(events: EventList, recipe: Recipe) -> Iterable[Recipe]:
    """Ask for congruence, then for conflict.

    Raises:
        InputError: The qualifier has no distances to tell conflict by.
    """
    kind = events.variable(recipe.qualifier).kind if recipe.qualifier else None
    if kind not in ("boolean", "integer"):
        message = f"Nobody can disagree by {recipe.qualifier or 'no qualifier'!r}."
        raise InputError(message, hint="Give a qualifier of yes or no, as agreement.")
    normalization = recipe.normalization
    if normalization not in ("no", "average", "jaccard", "cosine"):
        message = f"A one-mode network is not divided by {normalization!r}."
        raise InputError(message, hint="It may be: no, average, jaccard, cosine.")
    kinds: tuple[Literal["congruence", "conflict"], ...] = ("congruence", "conflict")
    return [replace(recipe, network_type="onemode", aggregation=kind) for kind in kinds]


def _measured(
    agreement: NetworkMatrix, conflict: NetworkMatrix, *, camps: int, seed: int
) -> Polarization:
    """Measure polarization of networks of the same rows.

    Raises:
        InputError: There are fewer than 2 camps.
    """
    if camps < 2:
        message = f"A discourse is split into 2 camps or more, not {camps}."
        raise InputError(message, hint="Give 2.")
    near, far = matrix_of(agreement), matrix_of(conflict)
    if agreement.recipe.compat is None:
        value, labels, exact = polarization_of(near, far, camps=camps, seed=seed)
        name = "polarization.signed_modularity"
    else:
        value, labels, exact = peer_polarization(near, far, camps=camps, seed=seed)
        name = f"polarization.{agreement.recipe.compat}"
    method = Method(
        name,
        exact,
        (
            ("camps", camps),
            ("normalization", agreement.recipe.normalization),
            ("seed", None if exact else seed),
            ("restarts", None if exact else RESTARTS),
        ),
    )
    return Polarization(
        method=method,
        value=value,
        camps=tuple(map(Member, agreement.rows, labels.tolist())),
        consistency=consistency(near, far, labels),
    )
