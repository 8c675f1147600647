"""The tables of the report: what they hold, and their rows one by one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from accord.model import Attribution, Dispute, content_id
from accord.present.columns import KINDS, Cell, Column
from accord.present.context import Context
from accord.present.embedded.places import ROLES, Locator, Place, locator
from accord.present.wording import one_line
from accord.text import fold

__all__ = ["Sheet", "lay_out_sheets"]

MAX_UNRESOLVED_PLACES = 50

Record = object
Row = list[object]

#: The tables in their order: record kind and heading.
_HEADINGS = {
    "attribution": "Attributions",
    "statement": "Statements",
    "finding": "Findings",
    "figure": "Figures",
    "agreement": "Agreements",
    "contact": "Contacts",
    "mechanism": "Mechanisms",
    "position": "Positions",
    "shift": "Shifts",
    "irreconcilable": "Irreconcilable",
    "link": "Links",
    "actor": "Actors",
    "document": "Documents",
    "unresolved": "Unresolved speakers",
    "failure": "Failures",
}
_NO_TABLE = "export"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the report.

    Attributes:
        kind: The record kind in the singular.
        heading: Its name for the reader.
        columns: What the script knows of each column.
        count: How many rows there are.
        rows: Gives them afresh: a record's id, the places that it opens, its cells.
    """

    kind: str
    heading: str
    columns: tuple[dict[str, str], ...]
    count: int
    rows: Callable[[], Iterator[Row]]


def lay_out_sheets(dispute: Dispute, context: Context) -> tuple[Sheet, ...]:
    """Make the tables of the report; empty ones are left out."""
    places = locator(dispute, context)
    numbers = {d.document.id: n for n, d in enumerate(dispute.dossiers)}
    sheets = (
        _unresolved_sheet(dispute, heading, context)
        if kind == "unresolved"
        else _sheet(kind, partial(_records, dispute, kind), context, places, numbers)
        for kind, heading in _HEADINGS.items()
    )
    return tuple(sheet for sheet in sheets if sheet.count)


def _records(dispute: Dispute, kind: str) -> Iterable[Record]:
    """Give a dispute's records of one kind."""
    whole: dict[str, Sequence[Record]] = {
        "position": dispute.ledger,
        "shift": dispute.shifts,
        "irreconcilable": dispute.irreconcilable,
        "link": dispute.links,
        "actor": dispute.actors,
        "failure": dispute.failures,
    }
    if kind in whole:
        return whole[kind]
    if kind == "document":
        return (dossier.document for dossier in dispute.dossiers)
    return (r for dossier in dispute.dossiers for r in getattr(dossier, f"{kind}s"))


def _sheet(
    kind: str,
    records: Callable[[], Iterable[Record]],
    context: Context,
    places: Locator,
    numbers: dict[str, int],
) -> Sheet:
    """Describe a table; columns without any cell go."""
    layout = KINDS[kind]
    shown = [n for n, c in enumerate(layout.columns) if c.reach != _NO_TABLE]
    count, filled = 0, set[int]()
    for record in records():
        count += 1
        if len(filled) < len(shown):
            cells = layout.cells(record, context)
            filled.update(n for n in shown if cells[n] is not None)
    kept = [n for n in shown if n in filled]

    def rows() -> Iterator[Row]:
        for record in records():
            cells = layout.cells(record, context)
            opened = [_compact(place, numbers) for place in places(record)]
            identity = getattr(record, "id", None)
            yield [identity, opened, *(_on_one_line(cells[n]) for n in kept)]

    columns = tuple(_described(layout.columns[n]) for n in kept)
    return Sheet(kind, _HEADINGS[kind], columns, count, rows)


def _described(column: Column) -> dict[str, str]:
    """Say what the script must know of a column."""
    return {
        "name": column.name,
        "label": column.label,
        "kind": column.kind,
        "reach": column.reach,
    }


def _on_one_line(cell: Cell) -> Cell:
    """Put a cell's words on one line."""
    return one_line(cell) if isinstance(cell, str) else cell


def _compact(place: Place | str, numbers: dict[str, int]) -> object:
    """Write a place as ``[document number, [start, end, role, ...]]``, or an id."""
    if isinstance(place, str):
        return place
    flat: list[int] = []
    for start, end, role in place.marks:
        flat += [start, end, ROLES.index(role)]
    return [numbers[place.document], flat]


def _unresolved_sheet(dispute: Dispute, heading: str, context: Context) -> Sheet:
    """Count the words that stand for speakers nobody could be found for."""
    by_words: dict[str, list[Attribution]] = {}
    for dossier in dispute.dossiers:
        for attribution in dossier.attributions:
            if attribution.speaker.status == "unresolved":
                words = attribution.source.text if attribution.source else ""
                by_words.setdefault(fold(one_line(words)).text, []).append(attribution)
    rows: list[Row] = []
    for folded, found in sorted(by_words.items(), key=lambda i: (-len(i[1]), i[0])):
        source = found[0].source
        rows.append(
            [
                content_id("unresolved", folded),
                [attribution.id for attribution in found[:MAX_UNRESOLVED_PLACES]],
                one_line(source.text) if source else "(no source in the text)",
                len(found),
                len({attribution.document for attribution in found}),
                one_line(found[0].content.text),
                context.path(found[0].document),
            ]
        )
    columns = (
        {"name": "words", "label": "words", "kind": "text"},
        {"name": "times", "label": "times", "kind": "number"},
        {"name": "documents", "label": "documents", "kind": "number"},
        {"name": "example", "label": "example", "kind": "quote"},
        {"name": "document", "label": "document", "kind": "text"},
    )
    return Sheet("unresolved", heading, columns, len(rows), lambda: iter(rows))
