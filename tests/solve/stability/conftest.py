"""Random conflicts of two or three decision makers with one option each."""

import random
from collections.abc import Callable
from itertools import product

import pytest

from accord.model.negotiation import (
    Conflict,
    ConflictOption,
    ConflictState,
    DecisionMaker,
)


def random_conflict(seed: int, *, makers: int = 3) -> Conflict:
    """Make a conflict with random rankings, some with ties."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    options = makers + 1
    rankings = []
    for _ in range(makers):
        order = list(range(1, 2**options + 1))
        chance.shuffle(order)
        cuts = sorted(chance.sample(range(1, len(order)), len(order) // 2))
        edges = zip([0, *cuts], [*cuts, len(order)], strict=True)
        rankings.append(tuple(tuple(order[a:b]) for a, b in edges))
    owned = [(n,) for n in range(makers - 1)] + [(makers - 1, makers)]
    return Conflict(
        options=tuple(ConflictOption(f"o{n}") for n in range(options)),
        states=tuple(
            ConflictState(n, "".join(values[::-1]))
            for n, values in enumerate(product("NY", repeat=options), 1)
        ),
        decision_makers=tuple(
            DecisionMaker(f"d{n}", ranking, own)
            for n, (ranking, own) in enumerate(zip(rankings, owned, strict=True))
        ),
    )


@pytest.fixture(scope="session")
def make_conflict() -> Callable[..., Conflict]:
    return random_conflict
