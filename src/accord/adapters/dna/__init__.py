"""Databases of Discourse Network Analyzer, version 3, read with Python's own sqlite3.

In comes the path of a ``.dna`` file, which is never written to; out come event lists,
one for each statement type, with entities and their attributes, and offsets in code
points. Limits: regexes, passwords, permissions and links between variables are not
read; databases on servers and files of version 2 are refused.
"""

from accord.adapters.dna.reading import read_events, statement_types

__all__ = ["read_events", "statement_types"]
