"""Demands that cannot be met alone, and pairs that cannot be met together."""

from collections.abc import Iterator

from accord.solve.conflicts.oracle import Oracle

__all__ = ["find_pairs"]


def find_pairs(
    oracle: Oracle, *, limit: int | None = None
) -> Iterator[tuple[int, ...]]:
    """Find the minimal sets of one and of two demands that cannot be met.

    Every assignment that the solver finds meets many demands at once, so that most
    pairs are seen to be possible without a question of their own.

    Args:
        oracle: Answers for the demands.
        limit: How many are enough; all if None.

    Returns:
        Single demands first, then pairs in order.

    Raises:
        ExhaustedError: The work allowed is used up.

    Cost:
        Quadratic in the number of demands; questions only about pairs that conflict
        or of which no assignment so far meets both, many at a time.
    """
    beside = [0] * oracle.size  # for each demand a bit mask of those met with it
    found = 0
    alone = []
    for group in range(oracle.size):
        if beside[group] or oracle.meets((group,)):
            if not beside[group]:
                _note(beside, oracle.met())
            alone.append(group)
            continue
        yield (group,)
        found += 1
        if found == limit:
            return
    for place, group in enumerate(alone):
        for other in _clashing(oracle, group, alone[place + 1 :], beside):
            yield (group, other)
            found += 1
            if found == limit:
                return


def _clashing(
    oracle: Oracle, group: int, others: list[int], beside: list[int]
) -> list[int]:
    """Find the demands that cannot be met with one.

    All that are not yet known to be possible with it are asked about together; those
    in the way of each other are put aside for the next round.
    """
    clashing: list[int] = []
    aside: list[int] = []
    waiting = [other for other in others if not beside[group] >> other & 1]
    while waiting or aside:
        if not waiting:
            # Only demands in the way of each other are left: one of them by itself.
            waiting, aside = aside[:1], aside[1:]
        if oracle.meets((group, *waiting)):
            _note(beside, oracle.met())
            waiting = [other for other in aside if not beside[group] >> other & 1]
            aside = []
            continue
        core = [other for other in oracle.core() if other != group]
        if len(core) == 1:
            clashing += core
        else:
            aside += core
        waiting = [other for other in waiting if other not in core]
    return sorted(clashing)


def _note(beside: list[int], met: set[int]) -> None:
    """Note that these can all be met together."""
    mask = sum(1 << group for group in met)
    for group in met:
        beside[group] |= mask
