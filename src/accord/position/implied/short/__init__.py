"""Short: sides told without a verb or an object of their own: "the Greens against", "so does Corva"."""

from accord.position.implied.short.ballots import CAMPS, COUNTS, find_ballots
from accord.position.implied.short.ellipses import find_ellipses

__all__ = ["CAMPS", "COUNTS", "find_ballots", "find_ellipses"]
