"""Deeds: sides that a text reports as facts, without a word of speech.

"Norland backed the talks", "residents have sued to stop it", "the council's approval of
the plan", "the ban was attacked by farmers".
"""

from accord.position.deeds.facts import find_facts
from accord.position.deeds.speakers import find_holders
from accord.position.deeds.writing import write_fact

__all__ = ["find_facts", "find_holders", "write_fact"]
