"""The guarantor question: against whom a mechanism can be triggered, and who is in it."""

from accord.solve.power.guarantee.answer import Guarantee, Standing, solve_guarantee

__all__ = ["Guarantee", "Standing", "solve_guarantee"]
