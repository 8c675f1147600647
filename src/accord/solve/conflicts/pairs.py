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
        Quadratic in the number of demands; questions only for pairs that conflict or
        of which no assignment so far meets both.
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
        for other in alone[place + 1 :]:
            if beside[group] >> other & 1:
                continue
            if oracle.meets((group, other)):
                _note(beside, oracle.met())
                continue
            yield (group, other)
            found += 1
            if found == limit:
                return


def _note(beside: list[int], met: set[int]) -> None:
    """Note that these can all be met together."""
    mask = sum(1 << group for group in met)
    for group in met:
        beside[group] |= mask
