"""Minimal and vulnerable coalitions: which exact way of counting fits a game."""

from accord.solve.power.coalitions.choosing import Coalitions, count_coalitions

__all__ = ["Coalitions", "count_coalitions"]
