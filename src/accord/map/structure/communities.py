"""Communities: groups that agree among themselves more than by chance."""

import random
from collections.abc import Callable

import numpy as np

from accord.map.network.products import Floats, Ints
from accord.map.structure.matrices import matrix_of, require_one_mode
from accord.map.structure.modularity import (
    modularity_matrix,
    numbered,
    score,
    signed_parts,
)
from accord.map.structure.partition import EXACT_PARTITION, best_partition, improve
from accord.model.discourse import NetworkMatrix
from accord.model.structure import Communities, Member, Method, Tried

__all__ = ["communities_of", "find_communities"]

_EPSILON = 1e-12
_ROUNDS = 100
Finder = Callable[[Floats, Floats, random.Random], Ints]


def find_communities(network: NetworkMatrix, *, seed: int = 0) -> Communities:
    """Find the communities of a one-mode network.

    Several methods are tried and the one of highest signed modularity is kept: the
    best by name where they are equal. Negative ties count against a group.

    Args:
        network: A one-mode network, best one of ``subtract`` or ``congruence``.
        seed: Of the methods in which chance takes part.

    Returns:
        The communities; an actor without ties stands alone.

    Raises:
        InputError: It is a two-mode network.

    Cost:
        Actors squared for each round; of up to ``EXACT_PARTITION`` actors all
        partitions are compared.

    Source:
        [gomez2009]
    """
    require_one_mode(network)
    ties = matrix_of(network)
    labels, name, exact, tried = communities_of(ties, seed=seed)
    weights = modularity_matrix(*signed_parts(ties))
    return Communities(
        method=Method(
            f"communities.{name}",
            exact,
            (
                ("aggregation", network.recipe.aggregation),
                ("normalization", network.recipe.normalization),
                ("seed", seed),
            ),
        ),
        members=tuple(map(Member, network.rows, labels.tolist())),
        modularity=score(weights, labels),
        tried=tried,
    )


def communities_of(
    ties: Floats, *, seed: int
) -> tuple[Ints, str, bool, tuple[Tried, ...]]:
    """Find communities of actors by their number.

    Args:
        ties: Actors by actors, symmetric; signs count.
        seed: Of the methods in which chance takes part.

    Returns:
        The group of each, the method, whether no better partition exists, and what
        else was tried, best first.
    """
    weights = modularity_matrix(*signed_parts(ties))
    finders = dict(_FINDERS)
    exact = len(ties) <= EXACT_PARTITION
    if exact:
        finders["exhaustive"] = lambda weights, _, __: best_partition(weights)
    found = {}
    for name, find in finders.items():
        chance = random.Random(seed)  # noqa: S311 - no secret
        found[name] = _alone(ties, numbered(find(weights, ties, chance)))
    order = sorted(
        found,
        # Rounding must not prefer a heuristic to what is known to be best.
        key=lambda n: (-round(score(weights, found[n]), 12), n != "exhaustive", n),
    )
    tried = tuple(
        Tried(name, score(weights, found[name]), len(np.unique(found[name])))
        for name in order
    )
    return found[order[0]], order[0], exact, tried


def _alone(ties: Floats, labels: Ints) -> Ints:
    """Let actors without ties stand alone; it costs no modularity."""
    lonely = np.flatnonzero(~ties.any(axis=1))
    labels = labels.copy()
    labels[lonely] = labels.max(initial=0) + 1 + np.arange(len(lonely))
    return numbered(labels)


def _louvain(weights: Floats, _: Floats, chance: random.Random) -> Ints:
    """Move single actors, then whole groups, until nothing adds anything.

    Source:
        [blondel2008]
    """
    labels = np.arange(len(weights))
    while True:
        count = int(labels.max(initial=-1)) + 1
        joined = np.zeros((count, len(labels)))
        joined[labels, np.arange(len(labels))] = 1
        between = joined @ weights @ joined.T
        order = list(range(count))
        chance.shuffle(order)
        shuffled = between[np.ix_(order, order)]
        groups = np.zeros(count, dtype=np.int64)
        groups[order] = improve(shuffled, np.arange(count), groups=count)
        merged = numbered(groups)[labels]
        if len(np.unique(merged)) == count:
            return improve(weights, labels, groups=len(labels))
        labels = numbered(merged)


def _greedy(weights: Floats, _: Floats, __: random.Random) -> Ints:
    """Join the two groups that gain most, for as long as any gain.

    Source:
        [clauset2004]
    """
    labels = np.arange(len(weights))
    between = weights.copy()
    np.fill_diagonal(between, -np.inf)
    while len(between) > 1:
        one, two = sorted(divmod(int(between.argmax()), len(between)))
        if between[one, two] <= _EPSILON:
            break
        between[one] += between[two]
        between[:, one] = between[one]
        between[one, one] = -np.inf
        between = np.delete(np.delete(between, two, axis=0), two, axis=1)
        labels[labels == two] = one
        labels[labels > two] -= 1
    return labels


def _leading_eigenvector(weights: Floats, _: Floats, __: random.Random) -> Ints:
    """Split groups by the sign of the leading eigenvector while that gains.

    Source:
        [newman2006]
    """
    labels = np.zeros(len(weights), dtype=np.int64)
    waiting = [np.arange(len(weights))] if len(weights) else []
    while waiting:
        members = waiting.pop()
        own = weights[np.ix_(members, members)]
        rest = own - np.diag(own.sum(axis=1))
        _, vectors = np.linalg.eigh(rest)
        sides = (vectors[:, -1] > 0).astype(np.int64)
        sides = improve(rest, sides, groups=2)
        gain = score(rest, sides)
        if len(np.unique(sides)) == 2 and gain > _EPSILON:
            labels[members[sides == 1]] = labels.max() + 1
            waiting += [members[sides == 0], members[sides == 1]]
    return labels


def _label_propagation(_: Floats, ties: Floats, chance: random.Random) -> Ints:
    """Let each actor take the label that those around it hold strongest.

    Source:
        [raghavan2007]
    """
    size = len(ties)
    labels, order = np.arange(size), list(range(size))
    for _round in range(_ROUNDS):
        chance.shuffle(order)
        changed = False
        for actor in order:
            held = np.bincount(labels, weights=ties[actor], minlength=size)
            if held[labels[actor]] < held.max() - _EPSILON:
                labels[actor], changed = int(held.argmax()), True
        if not changed:
            break
    return labels


_FINDERS: dict[str, Finder] = {
    "greedy": _greedy,
    "label_propagation": _label_propagation,
    "leading_eigenvector": _leading_eigenvector,
    "louvain": _louvain,
}
