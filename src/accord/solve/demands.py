"""Demands: what a position asks for, and the statements that show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from accord.model import Position, Side, Statement

__all__ = ["Demand", "find_demands", "is_party", "speaks_against"]


# Words in lower case within names.
_LINKS = frozenset(("of", "for", "and", "the", "de", "van", "von", "&"))


@dataclass(frozen=True, slots=True)
class Demand:
    """A definite yes or no of one actor.

    Attributes:
        actor: Actor id; None if not known.
        name: Name to show.
        issue: Issue id.
        stance: Yes or no to the issue's question.
        option: The one option the statements name; None if none or several.
        statements: Ids of the statements with this stance, by date.
        weight: Sum of the statements' confidences, less that of the statements by the
            same actor that speak against it.
    """

    actor: str | None
    name: str
    issue: str
    stance: Literal["support", "oppose"]
    option: str | None
    statements: tuple[str, ...]
    weight: float

    @property
    def key(self) -> str:
        """What makes the actor this one."""
        return self.actor or f"name:{self.name}"

    @property
    def side(self) -> Side:
        """The demand as one side of an irreconcilable set."""
        return Side(
            actor=self.actor,
            name=self.name,
            issue=self.issue,
            stance=self.stance,
            option=self.option,
            statements=self.statements,
        )


def find_demands(
    ledger: Sequence[Position], statements: Mapping[str, Statement]
) -> list[Demand]:
    """Turn positions with a definite yes or no into demands.

    Args:
        ledger: The positions.
        statements: The statements behind them, by id; a position whose statements
            are missing is left out, since nothing would prove it.

    Returns:
        Demands in the order of the ledger. Conditional and unclear positions make
        none, nor do holders whom the text describes without a name.
    """
    found = []
    for position in ledger:
        if position.stance not in {"support", "oppose"} or not is_party(position):
            continue
        told = [statements[key] for key in position.statements if key in statements]
        proof = [one for one in told if one.stance == position.stance]
        if proof:
            against = [one for one in told if speaks_against(one, proof)]
            found.append(_demand(position, proof, against))
    return found


def speaks_against(statement: Statement, proof: Sequence[Statement]) -> bool:
    """Tell whether a statement contradicts those that show a position.

    What was said before all of them does not: minds change.
    """
    if {statement.stance, proof[0].stance} != {"support", "oppose"}:
        return False
    days = [one.when.start for one in proof if one.when and one.when.start]
    said = statement.when.start if statement.when else None
    return said is None or len(days) < len(proof) or said >= min(days)


def is_party(position: Position) -> bool:
    """Tell whether somebody holds the position who could be negotiated with.

    "A fisherman" and "54 percent" cannot; the "Pilots' Guild" can, even if nothing
    else is known of it.
    """
    if position.actor is not None:
        return True
    words = position.name.removeprefix("the ").removeprefix("The ").split()
    return bool(words) and all(_is_name(word) for word in words)


def _is_name(word: str) -> bool:
    """Tell whether a word may be part of a name; "A" and "54" are not."""
    return (word[0].isupper() and len(word) > 1) or word in _LINKS


def _demand(
    position: Position, proof: Sequence[Statement], against: Sequence[Statement]
) -> Demand:
    """Sum up the statements that show one position."""
    options = {statement.option for statement in proof if statement.option}
    return Demand(
        actor=position.actor,
        name=position.name,
        issue=position.issue,
        stance="support" if position.stance == "support" else "oppose",
        option=options.pop() if len(options) == 1 else None,
        statements=tuple(statement.id for statement in proof),
        weight=round(_sure(proof) - _sure(against), 6),
    )


def _sure(statements: Sequence[Statement]) -> float:
    """Add up how sure statements are."""
    return sum(statement.confidence for statement in statements)
