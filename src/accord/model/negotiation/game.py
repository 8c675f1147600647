"""Games: players, and the rule by which some of them decide for all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.errors import InputError

__all__ = ["Combined", "Game", "Rule", "Weighted"]


@dataclass(frozen=True, slots=True)
class Weighted:
    """A rule met by those whose weights together reach a quota.

    A head count is a weighted rule with weights of one; unanimity one whose quota is
    the number of heads; a veto one with a single player.

    Attributes:
        quota: Least total weight that meets the rule.
        weights: Player and weight, in whole numbers; who is not named weighs nothing.

    Raises:
        InputError: Nobody has weight, a weight is negative, a player stands twice, or
            the quota is below one or above the total.

    Example:
        >>> rule = Weighted(3, (("A", 2), ("B", 1), ("C", 1)))
        >>> rule.is_met_by({"A", "C"}), rule.is_met_by({"B", "C"})
        (True, False)
    """

    quota: int
    weights: tuple[tuple[str, int], ...]

    def __post_init__(self) -> None:
        names = [name for name, _ in self.weights]
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            message = f"The player {twice!r} has two weights in one rule."
            raise InputError(message, hint="Give each player one weight.")
        for name, weight in self.weights:
            if weight < 0:
                message = f"The weight of {name!r} is {weight}, which is below zero."
                raise InputError(message, hint="Weights are whole numbers from 0 on.")
        if not self.total:
            message = "A rule gives nobody any weight."
            raise InputError(message, hint="Give at least one player a weight.")
        if self.quota > self.total:
            message = (
                f"The quota {self.quota} is above the total weight {self.total}: "
                "nobody can ever win."
            )
            raise InputError(message, hint="Lower the quota or check the weights.")
        if self.quota < 1:
            message = f"The quota {self.quota} is met without anybody."
            raise InputError(message, hint="Give a quota of at least 1.")

    @classmethod
    def count(cls, needed: int, players: Sequence[str]) -> "Weighted":
        """Make a head count: at least ``needed`` of ``players``."""
        return cls(needed, tuple((name, 1) for name in players))

    @classmethod
    def unanimity(cls, players: Sequence[str]) -> "Weighted":
        """Make a rule that each of ``players`` must agree to; of one, a veto."""
        return cls.count(len(players), players)

    @property
    def total(self) -> int:
        """The weight of all players together."""
        return sum(weight for _, weight in self.weights)

    def is_met_by(self, coalition: frozenset[str] | set[str]) -> bool:
        """Tell whether a coalition's weight reaches the quota."""
        return sum(w for name, w in self.weights if name in coalition) >= self.quota

    def dual(self) -> "Weighted":
        """Make the rule of those who can keep this one from being met."""
        return Weighted(self.total - self.quota + 1, self.weights)


@dataclass(frozen=True, slots=True)
class Combined:
    """A rule met where enough of its parts are met.

    Attributes:
        needed: How many parts must be met: all of them for "and", one for "or".
        rules: The parts.

    Raises:
        InputError: There are no parts, or more are needed than there are.

    Example:
        >>> two_keys = Combined.all_of(
        ...     Weighted.unanimity(["A"]), Weighted.count(2, ["A", "B", "C"])
        ... )
        >>> two_keys.is_met_by({"A", "B"}), two_keys.is_met_by({"B", "C"})
        (True, False)
    """

    needed: int
    rules: "tuple[Rule, ...]"

    def __post_init__(self) -> None:
        if not 1 <= self.needed <= len(self.rules):
            message = f"{self.needed} of {len(self.rules)} rules can never be right."
            raise InputError(message, hint="Ask for at least 1 and at most all parts.")

    @classmethod
    def all_of(cls, *rules: "Rule") -> "Combined":
        """Make a rule of which every part must be met."""
        return cls(len(rules), rules)

    @classmethod
    def any_of(cls, *rules: "Rule") -> "Combined":
        """Make a rule of which one part is enough."""
        return cls(1, rules)

    def is_met_by(self, coalition: frozenset[str] | set[str]) -> bool:
        """Tell whether enough parts are met by a coalition."""
        return sum(rule.is_met_by(coalition) for rule in self.rules) >= self.needed

    def dual(self) -> "Combined":
        """Make the rule of those who can keep this one from being met."""
        parts = tuple(rule.dual() for rule in self.rules)
        return Combined(len(parts) - self.needed + 1, parts)


Rule = Weighted | Combined


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """A simple game: which of the players together can decide.

    No rule can be made here that more agreement breaks, that nobody's agreement meets
    or that everybody's does not.

    Attributes:
        players: Names, in the order in which results are given.
        rule: When a coalition wins.
        id: Short name; empty if it has none.
        title: What it models; empty if not said.

    Raises:
        InputError: There are no players, one stands twice, or the rule speaks of
            somebody who does not play.

    Example:
        >>> game = Game(players=("A", "B"), rule=Weighted(3, (("A", 2), ("B", 1))))
        >>> game.wins({"A"}), game.blocks({"B"})
        (False, True)
    """

    players: tuple[str, ...]
    rule: Rule
    id: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        if not self.players:
            message = "The game has no players."
            raise InputError(message, hint="Name at least one player.")
        if len(set(self.players)) < len(self.players):
            twice = next(p for p in self.players if self.players.count(p) > 1)
            message = f"The player {twice!r} is named twice."
            raise InputError(message, hint="Give each player a name of its own.")
        strangers = {n for leaf in self.leaves() for n, _ in leaf.weights}
        strangers -= set(self.players)
        if strangers:
            message = f"The rule speaks of {min(strangers)!r}, who is no player."
            raise InputError(message, hint="Add it to the players or mend the rule.")

    def leaves(self) -> Iterator[Weighted]:
        """Walk through the weighted rules that the rule is made of."""
        waiting: list[Rule] = [self.rule]
        while waiting:
            rule = waiting.pop()
            if isinstance(rule, Weighted):
                yield rule
            else:
                waiting.extend(reversed(rule.rules))

    def wins(self, coalition: frozenset[str] | set[str]) -> bool:
        """Tell whether these players together decide."""
        return self.rule.is_met_by(coalition)

    def blocks(self, coalition: frozenset[str] | set[str]) -> bool:
        """Tell whether nobody can decide without one of these players."""
        return not self.wins(frozenset(self.players) - coalition)

    def dual(self) -> "Game":
        """Make the game whose winning coalitions are this one's blocking sets."""
        return Game(
            players=self.players, rule=self.rule.dual(), id=self.id, title=self.title
        )
