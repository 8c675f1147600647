"""Backbones: the few concepts by which a network keeps its shape."""

import random
from collections.abc import Callable, Iterable
from itertools import chain, combinations
from math import comb, exp

from accord.errors import InputError, UnknownNameError
from accord.map.structure.subsets import Subsets
from accord.model.discourse import EventList, Recipe
from accord.model.structure import Backbone, BackboneStep, Method, NestedBackbone

__all__ = ["evaluate_backbone", "find_backbone", "nest_backbone"]

#: Up to so many sets of concepts all are compared.
MOST_SETS = 5000
Score = Callable[[frozenset[int]], float]


def nest_backbone(events: EventList, recipe: Recipe) -> NestedBackbone:
    """Order concepts by how well a network can do without them.

    At each step that concept goes without which the network lies nearest to the full
    one; of equals the first by name, or under ``compat`` all of them.

    Args:
        events: Coded statements of one type.
        recipe: A one-mode network.

    Returns:
        The steps, down to no concept at all.

    Raises:
        InputError: It is a two-mode network, or has no statements.

    Cost:
        Networks as many as half the square of the concepts.

    Source:
        [leifeld2017]
    """
    subsets = Subsets(events, recipe)
    left, steps = subsets.everything, list[BackboneStep]()
    while left:
        losses = {concept: subsets.loss(left - {concept}) for concept in sorted(left)}
        least = min(losses.values())
        going = [concept for concept, loss in losses.items() if loss == least]
        going = going if recipe.compat else going[:1]
        left -= set(going)
        gone = subsets.everything - left
        steps += [
            BackboneStep(
                number=len(steps) + place,
                entity=subsets.concepts[concept],
                backbone_loss=subsets.loss(left),
                redundant_loss=subsets.loss(gone),
                statements=subsets.statements(left),
            )
            for place, concept in enumerate(going, start=1)
        ]
    return NestedBackbone(
        method=Method("backbone.nested", exact=False, parameters=_shape(recipe)),
        steps=tuple(steps),
        statements=subsets.statements(subsets.everything),
    )


def find_backbone(
    events: EventList,
    recipe: Recipe,
    *,
    penalty: float = 3.5,
    size: int | None = None,
    seed: int = 0,
    iterations: int = 10_000,
) -> Backbone:
    """Find the set of concepts whose network is nearest to the full one.

    Args:
        events: Coded statements of one type.
        recipe: A one-mode network.
        penalty: How much a smaller set is worth: a set B of the concepts C scores its
            loss times exp(-penalty (|C| - |B|) / |C|).
        size: How many concepts to keep; then the loss alone counts. None for the set
            that scores best.
        seed: Of the annealing, where there are too many sets to compare.
        iterations: Steps of the annealing.

    Returns:
        The backbone, and what is redundant; neither is empty.

    Raises:
        InputError: It is a two-mode network, there are not two concepts, or the size
            leaves none in or out.

    Cost:
        Up to ``MOST_SETS`` sets one network each, else one for each iteration.

    Source:
        [leifeld2017]
    """
    subsets = Subsets(events, recipe)
    count = len(subsets.concepts)
    if not 0 < (1 if size is None else size) < count:
        message = f"Of {count} concepts {size or 'no part'} cannot be kept."
        raise InputError(message, hint="Keep one at least, and leave one out.")
    score = _scorer(subsets, penalty=penalty, fixed=size is not None)
    sizes = range(1, count) if size is None else [size]
    exact = sum(comb(count, kept) for kept in sizes) <= MOST_SETS
    if exact:
        sets = chain.from_iterable(combinations(range(count), kept) for kept in sizes)
        # Of equals the smallest, then the first.
        ranked = ((score(frozenset(chosen)), len(chosen), chosen) for chosen in sets)
        best = frozenset(min(ranked)[2])
    else:
        best = _anneal(score, count, size=size, seed=seed, iterations=iterations)
    method = Method(
        "backbone.exhaustive" if exact else "backbone.annealing",
        exact,
        (
            *_shape(recipe),
            ("penalty", penalty if size is None else None),
            ("size", size),
            ("seed", None if exact else seed),
            ("iterations", None if exact else iterations),
        ),
    )
    return _backbone(subsets, best, method, score)


def evaluate_backbone(
    events: EventList, recipe: Recipe, concepts: Iterable[str], *, penalty: float = 3.5
) -> Backbone:
    """Measure what a chosen set of concepts keeps.

    Args:
        events: Coded statements of one type.
        recipe: A one-mode network.
        concepts: The set.
        penalty: See ``find_backbone``.

    Raises:
        InputError: It is a two-mode network, or has no statements.
        UnknownNameError: The network has no such concept.
    """
    subsets = Subsets(events, recipe)
    place_of = {name: place for place, name in enumerate(subsets.concepts)}
    chosen = set()
    for name in concepts:
        if name not in place_of:
            message = f"The network has no {name!r} as {recipe.variable2}."
            raise UnknownNameError(message, hint="Names are matched exactly.")
        chosen.add(place_of[name])
    method = Method(
        "backbone.given", exact=True, parameters=(*_shape(recipe), ("penalty", penalty))
    )
    score = _scorer(subsets, penalty=penalty, fixed=False)
    return _backbone(subsets, frozenset(chosen), method, score)


def _scorer(subsets: Subsets, *, penalty: float, fixed: bool) -> Score:
    """Make the function that a backbone must have the least of."""
    count = len(subsets.concepts)

    def score(concepts: frozenset[int]) -> float:
        worth = 1.0 if fixed else exp(-penalty * (count - len(concepts)) / count)
        return subsets.loss(concepts) * worth

    return score


def _anneal(
    score: Score, count: int, *, size: int | None, seed: int, iterations: int
) -> frozenset[int]:
    """Search by simulated annealing; remember the best set met."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    kept = frozenset(chance.sample(range(count), size or max(count // 2, 1)))
    current = score(kept)
    best, least = kept, current
    for step in range(iterations):
        temperature = 1 - 1 / (1 + exp(5 - 12 * step / iterations))
        new = _moved(kept, count, chance, fixed=size is not None)
        value = score(new)
        if value <= current or chance.random() < exp(current - value) * temperature:
            kept, current = new, value
        if current < least:
            best, least = kept, current
    return best


def _moved(
    kept: frozenset[int], count: int, chance: random.Random, *, fixed: bool
) -> frozenset[int]:
    """Put a concept in, or take one out, or both; some stay in and some out."""
    inside, outside = sorted(kept), sorted(set(range(count)) - kept)
    moves = ["swap"]
    if not fixed:
        moves += ["add"] * (len(outside) > 1) + ["remove"] * (len(inside) > 1)
    move = chance.choice(moves)
    added = {chance.choice(outside)} if move != "remove" else set[int]()
    removed = {chance.choice(inside)} if move != "add" else set[int]()
    return (kept | added) - removed


def _backbone(
    subsets: Subsets, chosen: frozenset[int], method: Method, score: Score
) -> Backbone:
    """Report a set of concepts."""
    rest = subsets.everything - chosen
    return Backbone(
        method=method,
        backbone=subsets.names(chosen),
        redundant=subsets.names(rest),
        backbone_loss=subsets.loss(chosen),
        redundant_loss=subsets.loss(rest),
        score=score(chosen),
        statements=(
            subsets.statements(chosen),
            subsets.statements(subsets.everything),
        ),
    )


def _shape(recipe: Recipe) -> tuple[tuple[str, str | None], ...]:
    """Name what the distance of two networks depends on."""
    return (
        ("aggregation", recipe.aggregation),
        ("normalization", recipe.normalization),
        ("duplicates", recipe.duplicates),
        ("distance", "degrees" if recipe.compat else "laplacian"),
    )
