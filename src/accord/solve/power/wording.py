"""Rules in words: ``"A in S and (|S| >= 3 or 2 of (B in S, C in S, D in S))"``.

``S`` is the coalition that agrees. Parts are ``NAME in S``, ``|S| >= NUMBER``,
``|S ∩ {NAME, NAME}| >= NUMBER`` (or ``|S ∩ GROUP| >= NUMBER``) and ``w(S) >= NUMBER``,
joined by ``and``, ``or``, brackets and ``NUMBER of (part, part)``.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import ceil, lcm
from typing import NoReturn

from accord.errors import InputError
from accord.model.negotiation import Combined, Rule, Weighted
from accord.solve.power.players import Groups

__all__ = ["parse_rule"]

_TOKEN = re.compile(r"""\s*(>=|≥|[|(){},∩&∈>]|"[^"]*"|'[^']*'|[^\s|(){},∩&∈>≥"']+)""")
_LENGTH_AT_MOST = 20_000
_DEPTH_AT_MOST = 50


def parse_rule(
    text: str,
    *,
    players: tuple[str, ...],
    weights: Mapping[str, Fraction] | None = None,
    groups: Groups | None = None,
) -> Rule:
    """Read a rule that is written in words.

    Args:
        text: The rule.
        players: Everybody who plays.
        weights: What ``w(S)`` adds up; None if there are no weights.
        groups: Names that stand for several players, as in ``|S ∩ Senate| >= 51``.

    Returns:
        The rule.

    Raises:
        InputError: The rule cannot be understood, or contradicts itself.

    Example:
        >>> rule = parse_rule("A in S and |S| >= 2", players=("A", "B", "C"))
        >>> rule.is_met_by({"A", "C"}), rule.is_met_by({"B", "C"})
        (True, False)
    """
    if len(text) > _LENGTH_AT_MOST:
        message = f"The rule is {len(text)} characters long."
        raise InputError(message, hint="Write it as an object instead.")
    reader = _Reader(text, players, weights, groups or {})
    rule = reader.read_any(depth=0)
    if reader.peek():
        reader.refuse("the end")
    return rule


class _Reader:
    """Reads a rule from left to right."""

    def __init__(
        self,
        text: str,
        players: tuple[str, ...],
        weights: Mapping[str, Fraction] | None,
        groups: Groups,
    ) -> None:
        self._text = text
        self._players = players
        self._weights = weights
        self._groups = groups
        self._tokens = [found[1] for found in _TOKEN.finditer(text)]
        self._at = 0

    def peek(self) -> str:
        """Look at the next token; empty at the end."""
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def refuse(self, wanted: str) -> NoReturn:
        """Say that a token does not fit."""
        found = self.peek() or "the end"
        message = (
            f"In the rule {self._text[:80]!r}, {found!r} stands where {wanted} should."
        )
        hint = "Write as: A in S and (|S| >= 3 or w(S) >= 10)."
        raise InputError(message, hint=hint)

    def _take(self, *wanted: str) -> str:
        """Take the next token, which must be one of those wanted."""
        token = self.peek()
        if token not in wanted:
            self.refuse(" or ".join(repr(one) for one in wanted))
        self._at += 1
        return token

    def _may_take(self, *wanted: str) -> bool:
        """Take the next token if it is one of those wanted."""
        found = self.peek() in wanted
        self._at += found
        return found

    def read_any(self, *, depth: int) -> Rule:
        """Read parts that are joined by "or"."""
        if depth > _DEPTH_AT_MOST:
            message = "The rule has too many brackets within brackets."
            raise InputError(message, hint="Write it more simply.")
        parts = [self._read_all(depth)]
        while self._may_take("or", "OR"):
            parts.append(self._read_all(depth))
        return parts[0] if len(parts) == 1 else Combined.any_of(*parts)

    def _read_all(self, depth: int) -> Rule:
        """Read parts that are joined by "and"."""
        parts = [self._read_one(depth)]
        while self._may_take("and", "AND"):
            parts.append(self._read_one(depth))
        return parts[0] if len(parts) == 1 else Combined.all_of(*parts)

    def _read_one(self, depth: int) -> Rule:
        """Read one part."""
        if self._may_take("("):
            rule = self.read_any(depth=depth + 1)
            self._take(")")
            return rule
        if self._may_take("|"):
            return self._read_count()
        if self._tokens[self._at : self._at + 4] == ["w", "(", "S", ")"]:
            self._at += 4
            return self._read_weight()
        if (
            self.peek().isdecimal()
            and "of" in self._tokens[self._at + 1 : self._at + 2]
        ):
            return self._read_some(depth)
        return self._read_veto()

    def _read_count(self) -> Rule:
        """Read how many members are needed, of all or of some."""
        self._take("S")
        names = self._players
        if self._may_take("∩", "&"):
            names = self._read_names()
        self._take("|")
        return Weighted.count(ceil(self._read_least(Fraction(1))), names)

    def _read_weight(self) -> Rule:
        """Read how much weight is needed."""
        if self._weights is None:
            message = "The rule asks for weight, but the game has no weights."
            raise InputError(message, hint="Give weights, one for each player.")
        unit = lcm(*(weight.denominator for weight in self._weights.values()))
        pairs = tuple((name, int(w * unit)) for name, w in self._weights.items())
        return Weighted(ceil(self._read_least(Fraction(1, unit)) * unit), pairs)

    def _read_least(self, step: Fraction) -> Fraction:
        """Read a bound; one that must be passed is passed by a step."""
        strictly = self._take(">=", "≥", ">") == ">"
        token = self.peek()
        if not re.fullmatch(r"\d{1,100}(?:\.\d{1,100})?", token):
            self.refuse("a number")
        self._at += 1
        bound = Fraction(token)
        return (bound // step + 1) * step if strictly else bound

    def _read_some(self, depth: int) -> Rule:
        """Read how many of the parts in brackets are needed."""
        token = self.peek()
        self._at += 2
        self._take("(")
        parts = [self.read_any(depth=depth + 1)]
        while self._may_take(","):
            parts.append(self.read_any(depth=depth + 1))
        self._take(")")
        return Combined(int(token[:9]), tuple(parts))

    def _read_veto(self) -> Rule:
        """Read who must be in."""
        names = self._read_members()
        self._take("in", "∈")
        self._take("S")
        return Weighted.unanimity(names)

    def _read_names(self) -> tuple[str, ...]:
        """Read names in braces, or that of one group without."""
        if not self._may_take("{"):
            return self._read_members()
        listed = [*self._read_members()]
        while self._may_take(","):
            listed += self._read_members()
        self._take("}")
        return tuple(listed)

    def _read_members(self) -> tuple[str, ...]:
        """Read a name, of a player or a group; several words need no marks around."""
        words = []
        while re.match(r"[^|(){},∩&∈>≥]", self.peek()) and self.peek() != "in":
            words.append(self.peek().strip("\"'"))
            self._at += 1
        if not words:
            self.refuse("a name")
        name = " ".join(words)
        if name in self._groups:
            return self._groups[name]
        if name not in self._players:
            message = f"The rule speaks of {name!r}, who is no player."
            hint = "Add it to the players or mend the rule; no part may say 'not'."
            raise InputError(message, hint=hint)
        return (name,)
