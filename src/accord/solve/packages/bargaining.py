"""Bargaining over additive values: efficient points, zone, best gains, solutions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from accord.errors import InputError
from accord.solve.packages.frontier import FrontierPoint, find_frontier
from accord.solve.packages.solutions import Chosen, choose_solutions

__all__ = ["Bargain", "Outcome", "read_bargain", "solve_bargain"]

_HINT = "Give issues with weights and options, or goods with owners; see docs/methods."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bargain:
    """What each row of each block is worth to each party.

    Attributes:
        parties: Names.
        blocks: For each block its rows, each a value for each party, added up over the
            blocks to utilities.
        labels: For each block its name and those of its rows.
        disagreement: What each party has without agreement.
    """

    parties: tuple[str, ...]
    blocks: tuple[tuple[tuple[Fraction, ...], ...], ...]
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    disagreement: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What can come of a bargain.

    Attributes:
        utilities: For each efficient point a utility for each party.
        rows: For each of them the rows taken, by one package with these utilities.
        packages: For each of them how many packages have these utilities.
        zone: Numbers of the points at which nobody is worse off than without
            agreement.
        ideal: The best each party can have in the zone; None if the zone is empty.
        chosen: What each rule chooses; its points are numbers of efficient points.
    """

    utilities: tuple[tuple[Fraction, ...], ...]
    rows: tuple[tuple[int, ...], ...]
    packages: tuple[int, ...]
    zone: tuple[int, ...]
    ideal: tuple[Fraction, ...] | None
    chosen: tuple[Chosen, ...]


def solve_bargain(bargain: Bargain) -> Outcome:
    """Find the efficient points, the zone of agreement and what the rules choose.

    Every point in the zone that cannot be bettered is efficient, and so is what each
    rule chooses, so that the efficient points are all that need be looked at.

    Args:
        bargain: What is at stake.

    Returns:
        The outcome; without points if a block has no rows.

    Raises:
        InputError: There are more efficient points than can be compared.

    Source:
        [raiffa1982] for the zone and the efficient frontier.
    """
    scales = _scales(bargain.blocks, len(bargain.parties))
    points = find_frontier(
        [
            [
                tuple(int(v * s) for v, s in zip(row, scales, strict=True))
                for row in rows
            ]
            for rows in bargain.blocks
        ],
        parties=len(bargain.parties),
    )
    utilities = [_unscale(point, scales) for point in points]
    gains = [
        tuple(u - d for u, d in zip(us, bargain.disagreement, strict=True))
        for us in utilities
    ]
    zone = [number for number, gain in enumerate(gains) if min(gain) >= 0]
    inside = [utilities[number] for number in zone]
    chosen = choose_solutions([gains[number] for number in zone])
    return Outcome(
        utilities=tuple(utilities),
        rows=tuple(point.rows for point in points),
        packages=tuple(point.packages for point in points),
        zone=tuple(zone),
        ideal=tuple(map(max, zip(*inside, strict=True))) if inside else None,
        chosen=tuple(
            replace(choice, points=tuple(zone[n] for n in choice.points))
            for choice in chosen
        ),
    )


def _scales(
    blocks: Sequence[Sequence[Sequence[Fraction]]], parties: int
) -> tuple[int, ...]:
    """Find what makes each party's values whole numbers."""
    found = [1] * parties
    for rows in blocks:
        for row in rows:
            for number, value in enumerate(row):
                found[number] = lcm(found[number], value.denominator)
    return tuple(found)


def _unscale(point: FrontierPoint, scales: Sequence[int]) -> tuple[Fraction, ...]:
    """Turn whole numbers into utilities again."""
    return tuple(Fraction(v, s) for v, s in zip(point.values, scales, strict=True))


def read_bargain(value: Mapping[str, object]) -> Bargain:
    """Read a bargain from plain values: issues with evaluations, or goods with owners.

    Issues have ``weights`` by party and ``options`` with a number for each party; how a
    number becomes a utility stands in ``utility``: divided by the greatest of the issue
    (``max_eval``), by 100, or as it is. Goods are kept or given: their owner loses what
    the other gains.

    Raises:
        InputError: It is neither, or a number is missing.
    """
    try:
        if "goods" in value:
            return _read_goods(value)
        return _read_issues(value)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        message = f"The bargain cannot be read: {type(error).__name__}: {error}."
        raise InputError(message, hint=_HINT) from error


def _exact(number: object) -> Fraction:
    """Read a number as it is written in decimals."""
    return Fraction(str(number))


def _disagreement(value: Mapping[str, object], parties: int) -> tuple[Fraction, ...]:
    """Read what each has without agreement; 0 where nothing is said."""
    given = value.get("disagreement", [0] * parties)
    if not isinstance(given, list) or len(given) != parties:
        message = f"disagreement needs {parties} numbers"
        raise ValueError(message)
    return tuple(_exact(number) for number in given)


def _read_issues(value: Mapping[str, object]) -> Bargain:
    """Read issues with weights and evaluations."""
    issues = value["issues"]
    if not isinstance(issues, list) or not issues:
        message = "there are no issues"
        raise ValueError(message)
    parties = tuple(issues[0]["weights"])
    rule = str(value.get("utility", ""))
    blocks = []
    for issue in issues:
        weights = [_exact(issue["weights"][party]) for party in parties]
        columns = []
        for party, weight in zip(parties, weights, strict=True):
            numbers = [_exact(option[party]) for option in issue["options"]]
            unit = Fraction(100) if "/100" in rule else Fraction(1)
            unit = max(numbers) or unit if "max_eval" in rule else unit
            columns.append([weight * number / unit for number in numbers])
        blocks.append(tuple(zip(*columns, strict=True)))
    return Bargain(
        parties=parties,
        blocks=tuple(blocks),
        labels=tuple(
            (issue["issue"], tuple(o["option"] for o in issue["options"]))
            for issue in issues
        ),
        disagreement=_disagreement(value, len(parties)),
    )


def _read_goods(value: Mapping[str, object]) -> Bargain:
    """Read goods that are kept or given."""
    goods = value["goods"]
    if not isinstance(goods, list) or not goods:
        message = "there are no goods"
        raise ValueError(message)
    names = [key for key in goods[0] if key.startswith("u_")]
    parties = tuple(name.removeprefix("u_") for name in names)
    blocks = []
    for good in goods:
        owner = str(good["owner"]).lower()
        if owner not in parties or len(parties) != 2:
            message = f"the owner of {good['name']!r} is none of two parties"
            raise ValueError(message)
        given = tuple(
            _exact(good[name]) * (-1 if party == owner else 1)
            for name, party in zip(names, parties, strict=True)
        )
        blocks.append(((Fraction(), Fraction()), given))
    return Bargain(
        parties=parties,
        blocks=tuple(blocks),
        labels=tuple((good["name"], ("keep", "give")) for good in goods),
        disagreement=_disagreement(value, len(parties)),
    )
