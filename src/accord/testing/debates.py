"""Invented debates: coded statements in one line."""

from datetime import UTC, datetime, timedelta

from accord.model.discourse import CodedStatement, EventList, Variable

__all__ = ["make_camps", "make_debate"]

_START = datetime(2024, 3, 1, tzinfo=UTC)
_VARIABLES = (
    Variable("organization", "text"),
    Variable("concept", "text"),
    Variable("agreement", "boolean"),
    Variable("source", "text", of_document=True),
)


def make_debate(
    *rows: tuple[str, str, bool],
    outlets: tuple[str, ...] = ("Herald",),
    confidence: float = 1.0,
) -> EventList:
    """Make statements of organization, concept and agreement, one a day.

    Args:
        rows: The statements.
        outlets: Who prints them, in turn.
        confidence: Of each.
    """
    statements = tuple(
        CodedStatement(
            id=str(number),
            document=f"d{number}",
            when=_START + timedelta(days=number),
            start=0,
            end=1,
            values=(*row, outlets[number % len(outlets)]),
            confidence=confidence,
        )
        for number, row in enumerate(rows)
    )
    return EventList(statement_type="T", variables=_VARIABLES, statements=statements)


def make_camps(*sides: str, concepts: int = 3) -> EventList:
    """Make sides whose members agree among themselves and dispute with the next side.

    Args:
        sides: One text a side; each letter is a member.
        concepts: How many are disputed; all speak of all.

    Example:
        >>> len(make_camps("AB", "CD").statements)
        12
    """
    return make_debate(
        *(
            (name, f"concept {number}", (place + number) % 2 == 0)
            for place, side in enumerate(sides)
            for name in side
            for number in range(concepts)
        )
    )
