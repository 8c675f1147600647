"""First tables: items, records, judgements, named values.

The columns are written out here again and not taken from ``tables``: a revision
says what the tables were at its time, whatever they become.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    path = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "items",
        sa.Column("path", path, primary_key=True),
        sa.Column("document", sa.Text, nullable=True),
        sa.Column("stage_keys", sa.Text, nullable=False),
    )
    op.create_table(
        "records",
        sa.Column("path", path, primary_key=True),
        sa.Column("origin", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("records_by_kind", "records", ["kind", "path", "place", "seq"])
    op.create_index("records_by_id", "records", ["id"])
    op.create_table(
        "judgements",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("on_record", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_judgements_on_record", "judgements", ["on_record"])
    op.create_table(
        "named_values",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("named_values", "judgements", "records", "items"):
        op.drop_table(table)
