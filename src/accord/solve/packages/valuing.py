"""Values: what options are worth to the parties of a case."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from accord.errors import ConfigurationError, Problem
from accord.model.negotiation.case import Case
from accord.solve.packages.space import Block, Row

__all__ = ["check_gaps", "find_alternatives", "rank_rows", "value_rows"]


def check_gaps(case: Case) -> None:
    """Check that who values one option of an issue values them all.

    Raises:
        ConfigurationError: Values are missing; all of them at once.
    """
    given = {(v.party, v.issue, v.option) for v in case.utilities}
    gaps = [
        Problem("utilities", f"{party!r} gives {issue.id!r} no value for {option!r}")
        for party in dict.fromkeys(value.party for value in case.utilities)
        for issue in case.issues
        for option in issue.options
        if (party, issue.id, option) not in given
        and any((party, issue.id, other) in given for other in issue.options)
    ]
    if gaps:
        message = "Utilities have gaps:"
        hint = (
            "Value all options of an issue, or none of them where it is all the same."
        )
        raise ConfigurationError(message, problems=gaps, hint=hint)


def value_rows(
    case: Case, block: Block, rows: Sequence[Row]
) -> Iterator[tuple[Fraction, ...]]:
    """Add up what each row of a block is worth to each party, weights included.

    An issue that a party does not value at all adds nothing.
    """
    weights = {(w.party, w.issue): Fraction(str(w.value)) for w in case.weights}
    worth = {
        (v.party, v.issue, v.option): Fraction(str(v.value))
        * weights.get((v.party, v.issue), Fraction(1))
        for v in case.utilities
    }
    for row in rows:
        yield tuple(
            sum(
                (
                    worth.get((party.id, issue, option), Fraction())
                    for issue, option in zip(block.issues, row.options, strict=True)
                ),
                Fraction(),
            )
            for party in case.parties
        )


def find_alternatives(
    case: Case, values: Sequence[Sequence[Sequence[Fraction]]]
) -> tuple[tuple[Fraction, ...], tuple[str, ...]]:
    """Find what each party has without agreement.

    Args:
        case: The case.
        values: For each block the values of its feasible rows.

    Returns:
        A utility for each party, and the names of those that give none, for whom the
        worst feasible package stands in.
    """
    given = {value.party: Fraction(str(value.value)) for value in case.disagreement}
    found, silent = [], []
    for number, party in enumerate(case.parties):
        if party.id in given:
            found.append(given[party.id])
        else:
            silent.append(party.name)
            worst = (min(row[number] for row in rows) for rows in values if rows)
            found.append(sum(worst, Fraction()))
    return tuple(found), tuple(silent)


def rank_rows(case: Case, block: Block, rows: Sequence[Row]) -> list[tuple[int, ...]]:
    """Score rows by orders alone: demands met, and places in rankings.

    Each demand and each ranking is a criterion of its own, so that nothing is added up
    that has no common measure.

    Returns:
        For each row a number for each criterion; more is better.
    """
    names = sorted({name for row in rows for name in row.lacks})
    places = [
        (block.issues.index(preference.issue), _places(preference.ranking))
        for preference in case.preferences
        if preference.issue in block.issues
    ]
    return [
        (
            *(-int(name in row.lacks) for name in names),
            *(place[row.options[issue]] for issue, place in places),
        )
        for row in rows
    ]


def _places(ranking: Sequence[Sequence[str]]) -> dict[str, int]:
    """Give each option its place, 0 for the best, fewer for worse."""
    return {option: -place for place, tier in enumerate(ranking) for option in tier}
