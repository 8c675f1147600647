"""Option prioritisation: a ranking of states from statements about options.

A state that meets a statement is preferred to every state that does not, whatever the
statements after it say; states that meet the same ones are equals.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NoReturn

from accord.errors import InputError

__all__ = ["rank_by_statements"]

#: Tells, of the options taken as bits, whether a statement holds.
_Statement = Callable[[int], bool]

_STATEMENTS_AT_MOST = 200
_LETTERS_AT_MOST = 2_000
_DEPTH_AT_MOST = 50
_TOKEN = re.compile(r"\d+|[()&|\-]|[A-Za-z]+|\S")
_HINT = 'Write as "1 & -3", "2 IF 1 | 4", or [[0, "Y"], [2, "N"]]; see docs/methods.'


def rank_by_statements(
    statements: Sequence[object], codes: Mapping[int, int], *, options: int
) -> tuple[tuple[int, ...], ...]:
    """Rank states by what is wanted most, then by what is wanted next.

    Args:
        statements: The most important first. Text counts options from 1, as papers do:
            ``-`` not, ``&`` and, ``|`` or, ``IF``, ``IFF``, brackets. A list of pairs
            counts them from 0, as ``.gmcr`` files do: ``[[0, "Y"], [2, "N"]]``; an
            object's ``members`` are such lists, one of which must hold.
        codes: By state, the options taken in it as bits, the first option the lowest.
        options: How many options there are.

    Returns:
        Groups of equals, the most preferred first.

    Raises:
        InputError: A statement cannot be read.

    Cost:
        Statements times states.

    Source:
        [hipel1997] (option prioritising), after [fang1993].

    Example:
        >>> codes = {1: 0b00, 2: 0b01, 3: 0b10, 4: 0b11}
        >>> rank_by_statements(["-1", "2 IF 1"], codes, options=2)
        ((1, 3), (4,), (2,))
    """
    if len(statements) > _STATEMENTS_AT_MOST:
        message = f"{len(statements)} preference statements."
        raise InputError(message, hint=f"Give up to {_STATEMENTS_AT_MOST}.")
    read = [_read(statement, options) for statement in statements]
    groups: dict[tuple[bool, ...], list[int]] = defaultdict(list)
    for state, taken in codes.items():
        groups[tuple(not holds(taken) for holds in read)].append(state)
    return tuple(tuple(groups[key]) for key in sorted(groups))


def _read(statement: object, options: int) -> _Statement:
    """Read one statement."""
    match statement:
        case str():
            return _Parser(statement, options).parse()
        case {"members": [*members]}:
            return _any_of([_pairs(member, options) for member in members])
        case _:
            return _pairs(statement, options)


def _pairs(pairs: object, options: int) -> _Statement:
    """Read a list of pairs, all of which must hold."""
    parts: list[_Statement] = []
    for pair in pairs if isinstance(pairs, list) else [pairs]:
        match pair:
            case [int(option), "Y" | "N" as taken] if 0 <= option < options:
                holds = _option(option)
                parts.append(holds if taken == "Y" else _not(holds))
            case _:
                message = f"A preference statement holds {str(pair)[:60]!r}."
                raise InputError(message, hint=_HINT)
    return _all_of(parts)


def _option(number: int) -> _Statement:
    return lambda taken: bool(taken >> number & 1)


def _not(holds: _Statement) -> _Statement:
    return lambda taken: not holds(taken)


def _all_of(parts: Sequence[_Statement]) -> _Statement:
    return lambda taken: all(holds(taken) for holds in parts)


def _any_of(parts: Sequence[_Statement]) -> _Statement:
    return lambda taken: any(holds(taken) for holds in parts)


class _Parser:
    """Reads a statement in text: IF and IFF bind least, then or, then and."""

    def __init__(self, text: str, options: int) -> None:
        self._text = text
        self._options = options
        self._tokens: Iterator[str] = iter(_TOKEN.findall(text[:_LETTERS_AT_MOST]))
        self._next = next(self._tokens, "")
        self._depth = 0

    def parse(self) -> _Statement:
        """Read the whole statement."""
        if len(self._text) > _LETTERS_AT_MOST:
            self._fail("a statement this long")
        holds = self._whole()
        if self._next:
            self._fail(repr(self._next))
        return holds

    def _fail(self, what: str) -> NoReturn:
        message = f"The preference statement {self._text[:60]!r} holds {what}."
        raise InputError(message, hint=_HINT)

    def _take(self) -> str:
        token, self._next = self._next, next(self._tokens, "")
        return token

    def _whole(self) -> _Statement:
        left = self._or()
        word = self._next.upper()
        if word not in {"IF", "IFF"}:
            return left
        self._take()
        right = self._or()
        if word == "IF":
            return _any_of([left, _not(right)])
        return lambda taken: left(taken) == right(taken)

    def _or(self) -> _Statement:
        parts = [self._and()]
        while self._next == "|":
            self._take()
            parts.append(self._and())
        return _any_of(parts)

    def _and(self) -> _Statement:
        parts = [self._one()]
        while self._next == "&":
            self._take()
            parts.append(self._one())
        return _all_of(parts)

    def _one(self) -> _Statement:
        self._depth += 1
        if self._depth > _DEPTH_AT_MOST:
            self._fail("too many brackets")
        part = self._take()
        if part == "-":
            holds = _not(self._one())
        elif part == "(":
            holds = self._whole()
            if self._take() != ")":
                self._fail("a bracket that is not closed")
        elif part.isdecimal() and 1 <= int(part) <= self._options:
            holds = _option(int(part) - 1)
        else:
            self._fail(f"{part!r} where an option's number is due")
        self._depth -= 1
        return holds
