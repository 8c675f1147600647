"""Databases of Discourse Network Analyzer, version 3, by Python's own sqlite3.

In comes the path of a ``.dna`` file, which is never written to; out come event lists,
one for each statement type, with entities and their attributes, and offsets in code
points. Or whole tables come in and out: ``read_tables`` keeps statement types,
regexes, coders, permissions and links too, and ``write_tables`` makes an equal file;
``make_tables`` lays Accord's own statements out so. Limits: databases on servers and
files of version 2 are refused.
"""

from accord.adapters.dna.coding import make_tables
from accord.adapters.dna.reading import read_events, statement_types
from accord.adapters.dna.whole import read_tables, write_tables

__all__ = [
    "make_tables",
    "read_events",
    "read_tables",
    "statement_types",
    "write_tables",
]
