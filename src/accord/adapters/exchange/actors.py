"""CSV files of actors with positions on one line or several: KTAB's, and plain ones."""

import csv
import io
from collections.abc import Sequence

from accord.errors import InputError
from accord.model.negotiation.contest import STAKES_AT_MOST, Contest, Stake

__all__ = ["read_actors", "write_actors"]

_FIRST_POSITION = 3
_FULL = 100.0
_HINT = (
    "Give the columns Actor, Capability, Position, Salience; or KTAB's: a line with "
    "name, description, actors and dimensions, one with headings, one for each actor."
)


def read_actors(text: str) -> tuple[Contest, ...]:
    """Read a CSV file of actors.

    Args:
        text: The file. Plain ones have a heading and the columns actor, capability,
            position and salience. KTAB's have its two lines of headings; salience goes
            from 0 to 100 there and is read as a share.

    Returns:
        One contest, or one for each of KTAB's dimensions.

    Raises:
        InputError: The file has another form, or a number that is none.
    """
    try:
        rows = [_trimmed(row) for row in csv.reader(io.StringIO(text), strict=True)]
    except csv.Error as error:
        message = f"The file is no CSV: {error}."
        raise InputError(message, hint=_HINT) from error
    rows = [row for row in rows if row]
    if len(rows) > STAKES_AT_MOST + 2:
        message = f"The file has {len(rows):,} lines."
        raise InputError(message, hint=f"Give up to {STAKES_AT_MOST} actors.")
    head = [name.lower() for name in rows[0]] if rows else []
    if head[1:] == ["capability", "position", "salience"]:
        stakes = tuple(_stake(row, (1, 2, 3), 1.0) for row in rows[1:])
        return (Contest(stakes=stakes),)
    if len(rows) > 1 and rows[1][0].lower() == "actor" and len(head) >= 4:
        return _read_ktab(rows)
    message = "The file is neither KTAB's nor a plain list of actors."
    raise InputError(message, hint=_HINT)


def _trimmed(row: Sequence[str]) -> list[str]:
    """Drop blanks, and what a comma at the end of a line makes."""
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _read_ktab(rows: Sequence[Sequence[str]]) -> tuple[Contest, ...]:
    """Read KTAB's form."""
    name, _, actors, dimensions = rows[0][:4]
    heads = rows[1]
    promised = _whole(actors), _whole(dimensions)
    found = len(rows) - 2, (len(heads) - _FIRST_POSITION) // 2
    if promised != found:
        message = (
            f"The file promises {promised[0]} actors and {promised[1]} dimensions, and "
            f"has {found[0]} and {found[1]}."
        )
        raise InputError(message, hint=_HINT)
    contests = []
    for column in range(_FIRST_POSITION, len(heads) - 1, 2):
        dimension = heads[column].removesuffix("Position").strip()
        stakes = tuple(_stake(row, (2, column, column + 1), _FULL) for row in rows[2:])
        contests.append(Contest(stakes=stakes, title=f"{name}: {dimension}"))
    return tuple(contests)


def _whole(cell: str) -> int:
    """Read a count; -1 where there is none."""
    return int(cell) if cell.isdecimal() else -1


def _stake(row: Sequence[str], columns: tuple[int, int, int], full: float) -> Stake:
    """Read one actor; salience is divided by what counts as full."""
    try:
        capability, position, salience = (float(row[column]) for column in columns)
    except (ValueError, IndexError) as error:
        message = f"The line of {row[0]!r} lacks a number."
        raise InputError(message, hint=_HINT) from error
    return Stake(row[0], capability, position, salience / full)


def write_actors(contests: Sequence[Contest], *, title: str = "Accord") -> str:
    """Write contests of the same actors as KTAB's CSV, one dimension each.

    Args:
        contests: At least one.
        title: Name of the scenario.

    Returns:
        The file.

    Raises:
        InputError: The actors or their capabilities differ, or a position or salience
            is out of KTAB's range.
    """
    actors = [(stake.name, stake.capability) for stake in contests[0].stakes]
    for contest in contests:
        if [(stake.name, stake.capability) for stake in contest.stakes] != actors:
            message = "The contests are not between the same actors."
            raise InputError(message, hint="Write them one by one.")
        for stake in contest.stakes:
            if not (0 <= stake.position <= _FULL and stake.salience <= 1):
                message = f"A position or salience of {stake.name!r} does not fit."
                hint = "KTAB's positions go from 0 to 100, salience from 0 to 1 here."
                raise InputError(message, hint=hint)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([title, "", len(actors), len(contests)])
    heads = ["Actor", "Description", "Influence"]
    for number, contest in enumerate(contests, 1):
        name = contest.title or f"Dimension {number}"
        heads += [f"{name} Position", f"{name} Salience"]
    writer.writerow(heads)
    for place, (name, capability) in enumerate(actors):
        cells: list[object] = [name, "", f"{capability:.12g}"]
        for contest in contests:
            stake = contest.stakes[place]
            cells += [f"{stake.position:.12g}", f"{stake.salience * _FULL:.12g}"]
        writer.writerow(cells)
    return out.getvalue()
