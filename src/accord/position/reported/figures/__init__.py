"""Figures: numbers with what they count, whom they are of, and whose they are."""

from accord.position.reported.figures.finding import find_figures

__all__ = ["find_figures"]
