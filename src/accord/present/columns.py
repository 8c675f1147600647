"""Which columns each kind of record shows, and how a record fills them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from accord.model import (
    Actor,
    Agreement,
    Attribution,
    Contact,
    Document,
    Failure,
    Figure,
    Finding,
    Irreconcilable,
    Judgement,
    Link,
    Mechanism,
    Mention,
    Position,
    Shift,
    Statement,
)
from accord.present.context import Context
from accord.present.wording import amount, day, names, number

__all__ = ["KINDS", "Cell", "Column", "ColumnKind", "Kind", "Reach"]

Cell = str | int | float | None
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


def _place(
    record: Statement | Figure | Agreement | Contact | Mechanism, context: Context
) -> tuple[Cell, ...]:
    """Fill the columns that say where the evidence stands."""
    return (
        record.evidence.text,
        context.outlet(record.document),
        context.path(record.document),
        record.evidence.start,
        record.evidence.end,
    )


def _document(record: Document, _context: Context) -> tuple[Cell, ...]:
    return (
        day(record.published),
        record.published.state if record.published else None,
        record.outlet,
        record.title,
        record.author,
        record.path,
        record.length_chars,
        record.language,
        record.url,
        len(record.furniture),
    )


def _finding(record: Finding, context: Context) -> tuple[Cell, ...]:
    return (
        record.kind,
        record.note,
        record.text,
        context.outlet(record.document),
        context.path(record.document),
        record.start,
        record.end,
    )


def _attribution(record: Attribution, context: Context) -> tuple[Cell, ...]:
    speaker, source = record.speaker, record.source
    return (
        day(context.said(record)),
        speaker.name or (source.text if source else None),
        record.speaks_for.name if record.speaks_for else None,
        speaker.status,
        source.text if source else None,
        record.cue.text if record.cue else None,
        record.act,
        record.content.text,
        record.mode,
        record.modality,
        record.condition.text if record.condition else None,
        record.target.name if record.target else None,
        ", ".join(via.name for via in record.via) or None,
        context.outlet(record.document),
        context.path(record.document),
        record.content.start,
        record.content.end,
        speaker.actor,
        speaker.rule,
        record.confidence,
    )


def _mention(record: Mention, context: Context) -> tuple[Cell, ...]:
    return (
        record.name,
        record.actor,
        record.text,
        record.rule,
        record.confidence,
        context.outlet(record.document),
        context.path(record.document),
        record.start,
        record.end,
    )


def _actor(record: Actor, _context: Context) -> tuple[Cell, ...]:
    roles = (f"{role.title} ({role.of})" for role in record.roles)
    return (
        record.name,
        record.kind,
        len(record.mentions),
        ", ".join(record.names[1:]) or None,
        "; ".join(roles) or None,
        record.part_of,
        record.qid,
        record.id,
    )


def _statement(record: Statement, context: Context) -> tuple[Cell, ...]:
    return (
        day(record.when),
        record.name,
        record.speaks_for.name if record.speaks_for else None,
        record.issue,
        record.stance,
        record.option,
        record.act,
        *_place(record, context),
        record.strength,
        record.actor,
        record.confidence,
    )


def _figure(record: Figure, context: Context) -> tuple[Cell, ...]:
    alternate, pollster, giver = record.alternate, record.pollster, record.according_to
    return (
        amount(record),
        record.what,
        record.population,
        record.sample,
        pollster.name if pollster else None,
        giver.name if giver else None,
        f"{number(alternate.value)} {alternate.unit}" if alternate else None,
        *_place(record, context),
        record.value,
        record.low,
        record.high,
        record.unit,
    )


def _agreement(record: Agreement, context: Context) -> tuple[Cell, ...]:
    contested = (f"{c.actor or 'unknown'}: {c.text}" for c in record.contested_by)
    return (
        day(record.date),
        record.kind,
        names(record.parties),
        record.status,
        "; ".join(p.text for p in record.provisions) or None,
        "; ".join(contested) or None,
        *_place(record, context),
    )


def _contact(record: Contact, context: Context) -> tuple[Cell, ...]:
    return (
        day(record.date),
        record.kind,
        names(record.parties),
        names(record.mediators),
        record.place,
        *_place(record, context),
    )


def _mechanism(record: Mechanism, context: Context) -> tuple[Cell, ...]:
    rule = record.rule
    return (
        record.name,
        rule.kind,
        ", ".join(rule.veto) or None,
        names(record.members),
        rule.quota,
        record.triggers,
        *_place(record, context),
    )


def _link(record: Link, context: Context) -> tuple[Cell, ...]:
    return (
        record.kind,
        context.label(record.a),
        context.label(record.b),
        record.similarity,
        record.first,
        None if record.credited is None else ("yes" if record.credited else "no"),
        record.note,
        record.a,
        record.b,
    )


def _position(record: Position, _context: Context) -> tuple[Cell, ...]:
    return (
        record.name,
        record.issue,
        "ambivalent" if record.ambivalent else record.stance,
        len(record.statements),
        day(record.first),
        day(record.last),
        ", ".join(record.outlets) or None,
        record.strength,
        record.actor,
    )


def _shift(record: Shift, context: Context) -> tuple[Cell, ...]:
    old = context.statements.get(record.from_.statement)
    new = context.statements.get(record.to.statement)
    return (
        record.name,
        record.issue,
        day(record.from_.when),
        record.from_.stance,
        day(record.to.when),
        record.to.stance,
        old.evidence.text if old else None,
        new.evidence.text if new else None,
    )


def _irreconcilable(record: Irreconcilable, _context: Context) -> tuple[Cell, ...]:
    sides = (
        f"{side.name}: {side.stance}"
        + (f" ({side.issue})" if side.issue != record.issue else "")
        for side in record.sides
    )
    return (record.issue, " / ".join(sides), record.reason)


def _judgement(record: Judgement, _context: Context) -> tuple[Cell, ...]:
    return (record.at, record.by, record.ruling, record.on, record.note or None)


def _failure(record: Failure, _context: Context) -> tuple[Cell, ...]:
    return (record.item, record.stage, record.error, record.code)


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
            _report("author"), Column("document"), _detail("length", "number"),
            _export("language"), _export("url"), _detail("furniture", "number"),
        ),
        _document,
    ),
    "finding": Kind(
        _columns("kind", "note", Column("text", "quote"), _OUTLET, _PATH, _START, _END),
        _finding,
    ),
    "attribution": Kind(
        _columns(
            _DATE, "speaker", _report("speaks_for"), _detail("status"),
            _export("source"), "cue", _report("act"), Column("content", "quote"),
            _detail("mode"), _detail("modality"), _detail("condition"),
            _detail("target"), _detail("via"), _OUTLET, _PATH, _START, _END,
            _export("actor"), _export("rule"), _export("confidence", "number"),
        ),
        _attribution,
    ),
    "mention": Kind(
        _columns(
            "name", _report("actor"), Column("text", "quote"), "rule",
            _export("confidence", "number"), _OUTLET, Column("document"), _START, _END,
        ),
        _mention,
    ),
    "actor": Kind(
        _columns(
            "name", "kind", Column("mentions", "number"), _detail("also_called"),
            "roles", _detail("part_of"), _export("qid"), "actor",
        ),
        _actor,
    ),
    "statement": Kind(
        _columns(
            _DATE, "name", _report("speaks_for"), "issue", Column("stance", "stance"),
            _detail("option"), _report("act"), *_PLACE, _export("strength", "number"),
            _export("actor"), _export("confidence", "number"),
        ),
        _statement,
    ),
    "figure": Kind(
        _columns(
            "amount", "what", _report("population"), _report("sample", "number"),
            _detail("pollster"), "according_to", _detail("alternate"), *_PLACE,
            _export("value", "number"), _export("low", "number"),
            _export("high", "number"), _export("unit"),
        ),
        _figure,
    ),
    "agreement": Kind(
        _columns(
            _DATE, "agreement", "parties", "status", _report("provisions"),
            _detail("contested_by"), *_PLACE,
        ),
        _agreement,
    ),
    "contact": Kind(
        _columns(_DATE, "kind", "parties", "mediators", _report("place"), *_PLACE),
        _contact,
    ),
    "mechanism": Kind(
        _columns(
            "name", "rule", "veto", _report("members"), _export("quota", "number"),
            _report("triggers"), *_PLACE,
        ),
        _mechanism,
    ),
    "link": Kind(
        _columns(
            "kind", Column("a", "quote"), Column("b", "quote"),
            Column("similarity", "number"), _detail("first"), _detail("credited"),
            _report("note"), _export("a_id"), _export("b_id"),
        ),
        _link,
    ),
    "position": Kind(
        _columns(
            "name", "issue", Column("stance", "stance"), Column("statements", "number"),
            Column("first", "date"), Column("last", "date"), _report("outlets"),
            _export("strength", "number"), _export("actor"),
        ),
        _position,
    ),
    "shift": Kind(
        _columns(
            "name", "issue", Column("from_date", "date"), Column("from", "stance"),
            Column("to_date", "date"), Column("to", "stance"),
            _report("before", "quote"), _report("after", "quote"),
        ),
        _shift,
    ),
    "irreconcilable": Kind(_columns("issue", "sides", "reason"), _irreconcilable),
    "judgement": Kind(
        _columns(Column("at", "date"), "by", "ruling", "on", "note"), _judgement
    ),
    "failure": Kind(_columns("item", "stage", "error", _report("code")), _failure),
}  # fmt: skip
