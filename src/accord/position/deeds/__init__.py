"""Deeds: sides that a text reports as facts, without a word of speech.

"Norland backed the talks", "residents have sued to stop it", "the council's approval of
the plan", "the ban was attacked by farmers".
"""

from accord.position.deeds.facts import find_facts

__all__ = ["find_facts"]
