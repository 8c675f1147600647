"""Orders: which packages are efficient where only demands and orders are known."""

from collections.abc import Sequence

from accord.model.negotiation.case import Case, CasePreference
from accord.solve.packages.frontier import find_frontier
from accord.solve.packages.records import Package
from accord.solve.packages.space import Block, Row, cut_into_blocks
from accord.solve.packages.valuing import rank_rows

__all__ = ["are_efficient", "best_rows", "name_order", "order_rows"]


def name_order(preference: CasePreference) -> str:
    """Name an order of preference."""
    return f"{preference.party}: {preference.issue}"


def order_rows(case: Case) -> int:
    """Count the rows that are compared to find the efficient packages."""
    return sum(len(block.rows) for block in cut_into_blocks(case))


def best_rows(case: Case, block: Block) -> list[Row]:
    """Find the rows of a block that no other beats by demands met and orders.

    Cost:
        Quadratic in the rows at worst.
    """
    ranks = rank_rows(case, block, block.rows)
    best = {point.values for point in find_frontier([ranks], parties=len(ranks[0]))}
    return [row for row, rank in zip(block.rows, ranks, strict=True) if rank in best]


def are_efficient(case: Case, packages: Sequence[Package]) -> list[bool]:
    """Tell of packages whether no other beats them by demands met and orders."""
    blocks = cut_into_blocks(case)
    best = [{row.options for row in best_rows(case, block)} for block in blocks]
    settled = [dict(package.options) for package in packages]
    return [
        all(
            tuple(options[issue] for issue in block.issues) in kept
            for block, kept in zip(blocks, best, strict=True)
        )
        for options in settled
    ]
