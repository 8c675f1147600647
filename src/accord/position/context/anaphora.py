"""The words that ``accord.position.anaphora`` reads, by their former place."""

from accord.position.anaphora.finding import CALLS, POINTERS

__all__ = ["CALLS", "POINTERS"]
