"""Which columns each kind of record shows, and how a record fills them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from accord.present.cells import (
    Cell,
    actor_cells,
    agreement_cells,
    attribution_cells,
    contact_cells,
    document_cells,
    failure_cells,
    figure_cells,
    finding_cells,
    irreconcilable_cells,
    join_cells,
    judgement_cells,
    link_cells,
    mechanism_cells,
    mention_cells,
    position_cells,
    shift_cells,
    statement_cells,
)
from accord.present.context import Context

__all__ = ["KINDS", "Cell", "Column", "ColumnKind", "Kind", "Reach"]

ColumnKind = Literal["text", "quote", "date", "stance", "number"]
Reach = Literal["terminal", "report", "detail", "export"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: Name for programs, and the heading with its underscores as spaces.
        kind: What its cells hold; ``quote`` is the text's own words.
        reach: Where it is shown: ``terminal``: everywhere; ``report``: in the tables
            of the report and in exports; ``detail``: in the report's reader and in
            exports; ``export``: in exports alone.
    """

    name: str
    kind: ColumnKind = "text"
    reach: Reach = "terminal"

    @property
    def label(self) -> str:
        """The heading to show."""
        return self.name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Kind:
    """How records of one kind become rows.

    Attributes:
        columns: What is shown, in order.
        cells: Gives a record's cells in the order of ``columns``.
    """

    columns: tuple[Column, ...]
    cells: Callable[[Any, Context], tuple[Cell, ...]]


_OUTLET = Column("outlet", reach="report")
_PATH = Column("document", reach="detail")
_START = Column("start", "number", "export")
_END = Column("end", "number", "export")
_QUOTE = Column("evidence", "quote")
_PLACE = (_QUOTE, _OUTLET, _PATH, _START, _END)


def _columns(*parts: Column | str) -> tuple[Column, ...]:
    """Make columns; a bare name is a text column that is shown everywhere."""
    return tuple(Column(part) if isinstance(part, str) else part for part in parts)


def _report(name: str, kind: ColumnKind = "text") -> Column:
    return Column(name, kind, "report")


def _detail(name: str, kind: ColumnKind = "text") -> Column:
    return Column(name, kind, "detail")


def _export(name: str, kind: ColumnKind = "text") -> Column:
    return Column(name, kind, "export")


_DATE = Column("date", "date")

#: How each kind of record is shown; the keys are those of ``RECORD_KINDS``.
KINDS: dict[str, Kind] = {
    "document": Kind(
        _columns(
            _DATE, _export("date_state"), "outlet", Column("title"),
            _report("author"), _detail("section"), _detail("dateline"),
            Column("document"), _detail("length", "number"),
            _export("language"), _export("url"), _detail("furniture", "number"),
        ),
        document_cells,
    ),
    "finding": Kind(
        _columns(
            "kind", "note", Column("text", "quote"), _OUTLET, Column("document"), _START,
            _END,
        ),
        finding_cells,
    ),
    "attribution": Kind(
        _columns(
            _DATE, "speaker", _report("speaks_for"), _detail("status"),
            _export("source"), "cue", _report("act"), Column("content", "quote"),
            _detail("mode"), _detail("modality"), _detail("condition"),
            _detail("target"), _detail("via"), _OUTLET, _PATH, _START, _END,
            _export("actor"), _export("rule"), _export("confidence", "number"),
        ),
        attribution_cells,
    ),
    "mention": Kind(
        _columns(
            "name", _report("actor"), Column("text", "quote"), "rule",
            _export("confidence", "number"), _OUTLET, Column("document"), _START, _END,
        ),
        mention_cells,
    ),
    "actor": Kind(
        _columns(
            "name", "kind", Column("mentions", "number"), _detail("also_called"),
            "roles", _detail("part_of"), _export("qid"), "actor",
        ),
        actor_cells,
    ),
    "statement": Kind(
        _columns(
            _DATE, "name", _report("speaks_for"), "issue", Column("stance", "stance"),
            _detail("option"), _report("act"), *_PLACE, _export("strength", "number"),
            _export("actor"), _export("confidence", "number"),
        ),
        statement_cells,
    ),
    "figure": Kind(
        _columns(
            "amount", "what", _report("population"), _report("sample", "number"),
            _export("margin", "number"), _detail("pollster"), _detail("fielded"), "according_to", _detail("alternate"), *_PLACE,
            _export("value", "number"), _export("low", "number"),
            _export("high", "number"), _export("unit"),
        ),
        figure_cells,
    ),
    "agreement": Kind(
        _columns(
            _DATE, "agreement", "parties", "status", _report("provisions"),
            _detail("contested_by"), *_PLACE,
        ),
        agreement_cells,
    ),
    "contact": Kind(
        _columns(_DATE, "kind", "parties", "mediators", _report("place"), *_PLACE),
        contact_cells,
    ),
    "mechanism": Kind(
        _columns(
            "name", "rule", "veto", _report("members"), _export("quota", "number"),
            _report("triggers"), *_PLACE,
        ),
        mechanism_cells,
    ),
    "join": Kind(
        _columns(
            "alone", "name", "speaks_for", "rule", _report("note"), _detail("text", "quote"), _OUTLET,
            Column("document"), _START, _END, _detail("full_document"),
            _export("full_start", "number"), _export("alone_actor"),
            _export("actor"), _export("confidence", "number"),
        ),
        join_cells,
    ),
    "link": Kind(
        _columns(
            "kind", Column("a", "quote"), Column("b", "quote"),
            Column("similarity", "number"), _detail("first"), _detail("credited"),
            _report("note"), _export("a_id"), _export("b_id"),
        ),
        link_cells,
    ),
    "position": Kind(
        _columns(
            "name", "issue", Column("stance", "stance"), Column("statements", "number"),
            Column("first", "date"), Column("last", "date"), _report("outlets"),
            _export("strength", "number"), _export("actor"),
        ),
        position_cells,
    ),
    "shift": Kind(
        _columns(
            "name", "issue", Column("from_date", "date"), Column("from", "stance"),
            Column("to_date", "date"), Column("to", "stance"),
            _report("before", "quote"), _report("after", "quote"),
            _report("chance", "number"), _export("utterances_before", "number"),
            _export("utterances_after", "number"), _report("note"),
        ),
        shift_cells,
    ),
    "irreconcilable": Kind(_columns("issue", "sides", "reason"), irreconcilable_cells),
    "judgement": Kind(
        _columns(Column("at", "date"), "by", "ruling", "on", "note"), judgement_cells
    ),
    "failure": Kind(_columns("item", "stage", "error", _report("code")), failure_cells),
}  # fmt: skip
