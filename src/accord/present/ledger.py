"""The position ledger laid out as a matrix: a row per actor, a column per issue."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.model import Codebook, Issue, Position
from accord.present.wording import GLYPHS, day, plural, stance_key

__all__ = [
    "LedgerRow", "Matrix", "describe_position", "is_torn", "lay_out_ledger", "sign_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One actor's positions.

    Attributes:
        name: Name to show.
        actor: Actor id; None if not known.
        cells: A position, or None, for each issue of the matrix.
        statements: How many statements the row rests on.
    """

    name: str
    actor: str | None
    cells: tuple[Position | None, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors by issues.

    Attributes:
        issues: The columns, in codebook order; only issues somebody speaks to.
        silent: Issues of the codebook that nobody speaks to.
        rows: Actors, those with the most statements first; after them those whom
            only a description of the text stands for, as "some experts".
    """

    issues: tuple[Issue, ...]
    silent: tuple[Issue, ...]
    rows: tuple[LedgerRow, ...]

    @property
    def known(self) -> int:
        """How many rows are of actors, not of descriptions."""
        return sum(1 for row in self.rows if row.actor is not None)

    def of_actors(self) -> "Matrix":
        """Leave the descriptions out; all stay where there is nothing else."""
        kept = self.rows[: self.known] or self.rows
        return Matrix(self.issues, self.silent, kept)

    def excerpt(self, *, rows: int, issues: int) -> "Matrix":
        """Keep the actors who say most and the issues that most of them speak to.

        Args:
            rows: How many actors at most.
            issues: How many issues at most.
        """
        kept = self.rows[:rows]
        spoken = [
            sum(1 for row in kept if row.cells[n]) for n in range(len(self.issues))
        ]
        most = sorted(range(len(self.issues)), key=lambda n: (-spoken[n], n))[:issues]
        shown = sorted(most)
        return Matrix(
            tuple(self.issues[n] for n in shown),
            (),
            tuple(
                LedgerRow(
                    row.name,
                    row.actor,
                    tuple(row.cells[n] for n in shown),
                    row.statements,
                )
                for row in kept
            ),
        )


def lay_out_ledger(positions: Sequence[Position], *, codebook: Codebook) -> Matrix:
    """Lay positions out as a matrix.

    Args:
        positions: Cells of the ledger, in any order.
        codebook: Where the issues and their order come from; issues it does not
            know follow by id.
    """
    spoken = {position.issue for position in positions}
    known = {issue.id for issue in codebook.issues}
    strangers = [Issue(id=i, question=i) for i in sorted(spoken - known)]
    issues = [*(i for i in codebook.issues if i.id in spoken), *strangers]
    by_actor: dict[tuple[str, str], dict[str, Position]] = {}
    for position in positions:
        key = (position.actor or "", position.name)
        by_actor.setdefault(key, {})[position.issue] = position
    rows = [
        LedgerRow(
            name,
            actor or None,
            tuple(held.get(issue.id) for issue in issues),
            sum(len(position.statements) for position in held.values()),
        )
        for (actor, name), held in by_actor.items()
    ]
    rows.sort(
        key=lambda row: (row.actor is None, -row.statements, row.name, row.actor or "")
    )
    silent = tuple(issue for issue in codebook.issues if issue.id not in spoken)
    return Matrix(tuple(issues), silent, tuple(rows))


def sign_of(position: Position) -> tuple[str, str]:
    """Name a position's sign.

    Returns:
        The latest stance, ``ambivalent`` where that is both yes and no, or as
        ``leans-support`` where there is no more than that; and its glyph.
    """
    stance = stance_key(
        position.stance, ambivalent=position.ambivalent, leaning=position.leaning
    )
    return stance, GLYPHS[stance]


#: What is added where another day's statements say the contrary of the latest.
TORN = ", having said the contrary as well"


def is_torn(position: Position) -> bool:
    """Tell whether statements of other days contradict the latest stance."""
    return position.ambivalent and position.stance != "unclear"


def describe_position(position: Position) -> str:
    """Say a position in words, for those who do not see the picture."""
    stance, _ = sign_of(position)
    verbs = {
        "support": "supports",
        "oppose": "opposes",
        "conditional": "sets a condition",
        "unclear": "is unclear",
        "ambivalent": "both supports and opposes",
        "leans-support": "may support",
        "leans-oppose": "may oppose",
        "leans-conditional": "may set a condition",
    }
    parts = [
        f"{position.name} {verbs[stance]}{TORN * is_torn(position)}",
        plural(len(position.statements), "statement"),
    ]
    dates = [d for d in (day(position.first), day(position.last)) if d]
    if dates:
        parts.append(" to ".join(dict.fromkeys(dates)))
    if position.outlets:
        parts.append(plural(len(position.outlets), "outlet"))
    return ", ".join(parts)
