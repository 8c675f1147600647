"""Stores: where a workspace's records are kept.

``SqlStore`` keeps them in a SQLite file (WAL mode, so that a kill at any moment
loses at most the open transaction) or in PostgreSQL; ``MemoryStore`` in this
process. One writer at a time, any number of readers.
"""

from accord.adapters.store.memory import MemoryStore
from accord.adapters.store.sql import SqlStore

__all__ = ["MemoryStore", "SqlStore"]
