"""Amounts: numbers of a sentence that measure or count something, with their units."""

from accord.position.reported.amounts.amount import Amount
from accord.position.reported.amounts.carried import Before
from accord.position.reported.amounts.finding import find_amounts
from accord.position.reported.amounts.nouns import count_noun
from accord.position.reported.amounts.units import is_measure

__all__ = ["Amount", "Before", "count_noun", "find_amounts", "is_measure"]
