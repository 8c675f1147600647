"""How far a result hangs on single outlets."""

from dataclasses import replace

import numpy as np

from accord.errors import InputError
from accord.map.network import build_network, filter_events
from accord.map.network.products import Floats
from accord.map.structure import measure_polarization
from accord.map.structure.matrices import matrix_of, require_one_mode
from accord.map.structure.partition import adjusted_rand
from accord.model.discourse import EventList, NetworkMatrix, Recipe
from accord.model.structure import Dropped, Method, Polarization, Robustness

__all__ = ["drop_outlets"]


def drop_outlets(
    events: EventList,
    recipe: Recipe,
    *,
    outlet: str = "source",
    camps: int = 2,
    seed: int = 0,
) -> Robustness:
    """Leave each outlet out in turn, and see what becomes of a network.

    Args:
        events: Coded statements of one type.
        recipe: A one-mode network.
        outlet: The variable that names the outlet; statements without one stay.
        camps: How many camps there may be.
        seed: Of the search for camps.

    Returns:
        The outlets, the one whose absence changes polarization most first.

    Raises:
        InputError: It is a two-mode network, or there are fewer than 2 outlets.
        UnknownNameError: There is no such variable.

    Cost:
        Three networks for each outlet.
    """
    if recipe.exclude:
        # What a filter names may go with the outlet, so filters go first.
        every = replace(recipe, duplicates="include", min_frequency=1)
        events = filter_events(events, every)
        recipe = replace(recipe, exclude=(), invert=())
    whole = build_network(events, recipe)
    require_one_mode(whole)
    place = events.position(outlet)
    names = sorted({str(s.values[place]) for s in events.statements if s.values[place]})
    if len(names) < 2:
        message = f"There are {len(names)} values of {outlet}; none can be missed."
        raise InputError(message, hint="Name the variable of the outlets: --outlet.")
    split = measure_polarization(events, recipe, camps=camps, seed=seed)
    found = []
    for name in names:
        left = tuple(s for s in events.statements if str(s.values[place]) != name)
        rest = replace(events, statements=left)
        network = build_network(rest, replace(recipe, isolates=False))
        new = measure_polarization(
            rest, replace(recipe, isolates=False), camps=camps, seed=seed
        )
        found.append(_compare(name, whole, network, split, new))
    return Robustness(
        method=Method(
            "robustness.drop_one_outlet",
            exact=split.method.exact,
            parameters=(
                ("outlet", outlet),
                ("aggregation", recipe.aggregation),
                ("normalization", recipe.normalization),
                ("camps", camps),
                ("seed", seed),
            ),
        ),
        polarization=split.value,
        without=tuple(
            sorted(
                found,
                key=lambda drop: (-abs(drop.polarization - split.value), drop.outlet),
            )
        ),
    )


def _compare(
    outlet: str,
    whole: NetworkMatrix,
    network: NetworkMatrix,
    split: Polarization,
    new: Polarization,
) -> Dropped:
    """Compare a network with what it is without one outlet."""
    left = [name for name in whole.rows if name in set(network.rows)]
    upper = np.triu_indices(len(left), 1)
    before, after = (
        matrix_of(n, rows=left, columns=left)[upper] for n in (whole, network)
    )
    old_camp = {member.name: member.group for member in split.camps}
    new_camp = {member.name: member.group for member in new.camps}
    return Dropped(
        outlet=outlet,
        statements=whole.statements - network.statements,
        polarization=new.value,
        agreement=adjusted_rand(
            np.array([old_camp[name] for name in left], dtype=np.int64),
            np.array([new_camp[name] for name in left], dtype=np.int64),
        ),
        correlation=_correlation(before, after),
        flipped=int((before * after < 0).sum()),
        lost=tuple(name for name in whole.rows if name not in set(network.rows)),
    )


def _correlation(one: Floats, two: Floats) -> float | None:
    """Correlate ties; None where there is nothing to correlate."""
    if len(one) < 2 or not one.std() or not two.std():
        return None
    return float(np.corrcoef(one, two)[0, 1])
