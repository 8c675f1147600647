"""Finds the best of many yes-or-no choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Optimiser", "Program"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Yes-or-no choices under rules, numbered from 0.

    Attributes:
        variables: How many choices there are.
        exactly_one: Choices of each of which just one is yes.
        clauses: Sets of which at least one holds; a number n stands for yes to choice
            n, and -n - 1 for no.
        at_least: Weighted sums of choices with the least that each must come to.
    """

    variables: int
    exactly_one: tuple[tuple[int, ...], ...] = ()
    clauses: tuple[tuple[int, ...], ...] = ()
    at_least: tuple[tuple[Mapping[int, int], int], ...] = ()


class Optimiser(Protocol):
    """Solves programs exactly; the same program always has the same answer."""

    def maximise(
        self, program: Program, objective: Mapping[int, int]
    ) -> Sequence[bool] | None:
        """Find choices that keep to all rules and have the largest weighted sum.

        Returns:
            Yes or no for each choice; None if no choices keep to the rules.

        Raises:
            BackendError: It was given up before the answer was certain.
        """
        ...
