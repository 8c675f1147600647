"""The tables, as the newest migration leaves them."""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

__all__ = ["HEAD", "items", "judgements", "metadata", "named_values", "records"]

#: The newest revision in ``migrations/versions``; a test holds them together.
HEAD = "0001"

# Paths sort by code point everywhere; PostgreSQL would follow the server's language.
_SORTED: TypeEngine[str] = Text().with_variant(Text(collation="C"), "postgresql")

metadata = MetaData()

items = Table(
    "items",
    metadata,
    Column("path", _SORTED, primary_key=True),
    Column("document", Text, nullable=True),
    Column("stage_keys", Text, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("path", _SORTED, primary_key=True),
    Column("origin", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("place", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("records_by_kind", "kind", "path", "place", "seq"),
    Index("records_by_id", "id"),
)

judgements = Table(
    "judgements",
    metadata,
    Column(
        "seq",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    Column("id", Text, nullable=False, unique=True),
    Column("on_record", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

named_values = Table(
    "named_values",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
