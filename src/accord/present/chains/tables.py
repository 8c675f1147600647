"""Chains and stories as tables and as JSON values."""

from collections.abc import Iterable

from accord.model import Story, to_json
from accord.model.linked import Chains
from accord.present.columns import Cell, Column
from accord.present.context import Context
from accord.present.tables import Table
from accord.present.wording import day

__all__ = ["chain_table", "chains_to_objects", "stories_to_objects", "story_table"]


def chain_table(chains: Chains) -> Table:
    """Lay out who takes from whom: documents, those with credit, and the first day."""
    columns = (
        Column("taker"),
        Column("giver"),
        Column("documents", "number"),
        Column("credited", "number"),
        Column("uncredited", "number"),
        Column("first", "date"),
        Column("at_hand"),
        Column("named", "number", "report"),
        Column("copied", "number", "report"),
    )
    rows: list[tuple[Cell, ...]] = []
    for tie in chains.ties:
        named = sum(one.how == "named" for one in tie.borrowings)
        count = len(tie.borrowings)
        at_hand = "yes" if tie.giver in chains.at_hand else "no"
        rows.append(
            (
                tie.taker,
                tie.giver,
                count,
                tie.credited,
                tie.uncredited,
                day(tie.first),
                at_hand,
                named,
                count - named,
            )
        )
    return Table("tie", columns, tuple(rows), (None,) * len(rows))


def story_table(stories: Iterable[Story], *, context: Context) -> Table:
    """Lay out which documents print one story.

    Args:
        stories: The stories.
        context: Holds their documents.
    """
    columns = (
        Column("story", "quote"),
        Column("documents", "number"),
        Column("outlets"),
        Column("first"),
        Column("date", "date"),
        Column("uncredited", "number"),
        Column("paths", "text", "export"),
    )
    rows: list[tuple[Cell, ...]] = []
    ids: list[str | None] = []
    for story in stories:
        earliest = story.documents[0]
        first = story.first and (
            context.outlet(story.first) or context.path(story.first)
        )
        rows.append(
            (
                context.label(earliest),
                len(story.documents),
                ", ".join(story.outlets) or None,
                first,
                day(context.published(earliest)),
                story.uncredited,
                "; ".join(context.path(one) for one in story.documents),
            )
        )
        ids.append(story.id)
    return Table("story", columns, tuple(rows), tuple(ids))


def chains_to_objects(chains: Chains) -> list[dict[str, object]]:
    """Give the ties as JSON values, each with the documents that show it."""
    return [
        {
            "taker": tie.taker,
            "giver": tie.giver,
            "at_hand": tie.giver in chains.at_hand,
            "documents": len(tie.borrowings),
            "credited": tie.credited,
            "uncredited": tie.uncredited,
            "credited_share": tie.credited_share,
            "first": day(tie.first),
            "borrowings": to_json(tie.borrowings),
        }
        for tie in chains.ties
    ]


def stories_to_objects(stories: Iterable[Story]) -> list[object]:
    """Give stories as JSON values."""
    return [to_json(story) for story in stories]
