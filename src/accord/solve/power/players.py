"""Reading who plays: names, groups of them, or numbers."""

from collections.abc import Mapping
from typing import Any

from accord.errors import InputError

__all__ = ["Groups", "read_players"]

_PLAYERS_AT_MOST = 100_000
_HINT = "docs/methods/power.md shows the forms a game can have."

#: Names that stand for several players.
Groups = Mapping[str, tuple[str, ...]]


def read_players(value: Mapping[str, Any]) -> tuple[tuple[str, ...], Groups]:
    """Read the players of a game.

    Args:
        value: The game. Its ``players`` are names, or how many there are, or by group
            how many are in it; ``groups`` gives names to lists of them.

    Returns:
        The players, and the groups by name. Players who are only counted get names of
        their own; a group of one has the name of the group.

    Raises:
        InputError: There are too many, or none, or a group holds somebody else.

    Example:
        >>> read_players({"players": {"Chair": 1, "Members": 2}})
        (('Chair', 'Members 1', 'Members 2'), {'Members': ('Members 1', 'Members 2')})
    """
    given = value.get("players")
    groups: dict[str, tuple[str, ...]] = {}
    players: tuple[str, ...] = ()
    if isinstance(given, int) and _is_count(given):
        players = _numbered("P{}", given)
    elif isinstance(given, Mapping) and all(_is_count(n) for n in given.values()):
        groups = {
            n: _numbered(f"{n} {{}}", size) for n, size in given.items() if size > 1
        }
        players = tuple(one for name in given for one in groups.get(name, (name,)))
    elif isinstance(given, list) and all(isinstance(name, str) for name in given):
        players = tuple(given)
    else:
        message = "The game's players are not a list of names."
        raise InputError(message, hint=_HINT)
    if not players:
        message = "The game has no players."
        raise InputError(message, hint="Name at least one player.")
    if len(players) > _PLAYERS_AT_MOST:
        _refuse_many(len(players))
    if len(set(players)) < len(players):
        twice = next(name for name in players if players.count(name) > 1)
        message = f"The player {twice!r} stands twice."
        raise InputError(message, hint="Give each player a name of its own.")
    return players, groups | _named(value.get("groups"), players)


def _is_count(given: object) -> bool:
    """Tell whether this can be a number of players."""
    return isinstance(given, int) and not isinstance(given, bool) and given > 0


def _numbered(pattern: str, count: int) -> tuple[str, ...]:
    """Give so many players names."""
    if count > _PLAYERS_AT_MOST:
        _refuse_many(count)
    return tuple(pattern.format(number) for number in range(1, count + 1))


def _refuse_many(count: int) -> None:
    """Say that there are too many."""
    message = f"The game has {count} players: too many to read."
    raise InputError(message, hint=f"Up to {_PLAYERS_AT_MOST} players are read.")


def _named(given: object, players: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Read the groups that a game names."""
    if given is None:
        return {}
    known = set(players)
    if not isinstance(given, Mapping):
        message = "The game's groups are no object of lists of players."
        raise InputError(message, hint='Write "groups": {"large": ["A", "B"]}.')
    for name, members in given.items():
        listed = members if isinstance(members, list) else [members]
        strangers = [str(one) for one in listed if one not in known]
        if strangers:
            message = f"The group {name!r} holds {strangers[0]!r}, who is no player."
            raise InputError(message, hint="Add it to the players or mend the group.")
    return {str(name): tuple(members) for name, members in given.items()}
