"""Amounts: numbers of a sentence that measure or count something, with their units."""

from accord.position.reported.amounts.amount import Amount
from accord.position.reported.amounts.finding import find_amounts

__all__ = ["Amount", "find_amounts"]
