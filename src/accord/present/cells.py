"""How a record fills the cells of its row."""

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
    Join,
    Judgement,
    Link,
    Mechanism,
    Mention,
    Position,
    Shift,
    Statement,
)
from accord.present.context import Context
from accord.present.wording import amount, day, names, number, stance_key

__all__ = [
    "Cell",
    "actor_cells",
    "agreement_cells",
    "attribution_cells",
    "contact_cells",
    "document_cells",
    "failure_cells",
    "figure_cells",
    "finding_cells",
    "irreconcilable_cells",
    "join_cells",
    "judgement_cells",
    "link_cells",
    "mechanism_cells",
    "mention_cells",
    "position_cells",
    "shift_cells",
    "statement_cells",
]

Cell = str | int | float | None


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


def document_cells(record: Document, _context: Context) -> tuple[Cell, ...]:
    """Fill the row of a document."""
    return (
        day(record.published),
        record.published.state if record.published else None,
        record.outlet,
        record.title,
        record.author,
        record.section,
        record.dateline,
        record.path,
        record.length_chars,
        record.language,
        record.url,
        len(record.furniture),
    )


def finding_cells(record: Finding, context: Context) -> tuple[Cell, ...]:
    """Fill the row of a finding."""
    return (
        record.kind,
        record.note,
        record.text,
        context.outlet(record.document),
        context.path(record.document),
        record.start,
        record.end,
    )


def attribution_cells(record: Attribution, context: Context) -> tuple[Cell, ...]:
    """Fill the row of an attribution."""
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


def mention_cells(record: Mention, context: Context) -> tuple[Cell, ...]:
    """Fill the row of a mention."""
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


def actor_cells(record: Actor, _context: Context) -> tuple[Cell, ...]:
    """Fill the row of an actor."""
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


def statement_cells(record: Statement, context: Context) -> tuple[Cell, ...]:
    """Fill the row of a statement."""
    return (
        day(record.when),
        record.name,
        record.speaks_for.name if record.speaks_for else None,
        record.issue,
        stance_key(record.stance, leaning=record.leaning),
        record.option,
        record.act,
        *_place(record, context),
        record.strength,
        record.actor,
        record.confidence,
    )


def figure_cells(record: Figure, context: Context) -> tuple[Cell, ...]:
    """Fill the row of a figure."""
    alternate, pollster = record.alternate, record.pollster
    giver = record.according_to or pollster
    return (
        amount(record),
        record.what,
        record.population,
        record.sample,
        record.margin,
        pollster.name if pollster else None,
        day(record.fielded),
        giver.name if giver else None,
        f"{number(alternate.value)} {alternate.unit}" if alternate else None,
        *_place(record, context),
        record.value,
        record.low,
        record.high,
        record.unit,
    )


def agreement_cells(record: Agreement, context: Context) -> tuple[Cell, ...]:
    """Fill the row of an agreement."""
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


def contact_cells(record: Contact, context: Context) -> tuple[Cell, ...]:
    """Fill the row of a contact."""
    return (
        day(record.date),
        record.kind,
        names(record.parties),
        names(record.mediators),
        record.place,
        *_place(record, context),
    )


def mechanism_cells(record: Mechanism, context: Context) -> tuple[Cell, ...]:
    """Fill the row of a mechanism."""
    rule = record.rule
    known = {member.actor: member.name for member in record.members}
    return (
        record.name,
        rule.kind,
        ", ".join(known.get(holder, holder) for holder in rule.veto) or None,
        names(record.members),
        rule.quota,
        record.triggers,
        *_place(record, context),
    )


def join_cells(record: Join, context: Context) -> tuple[Cell, ...]:
    """Fill the row of a join."""
    return (
        record.alone.name,
        record.name,
        record.speaks_for.name if record.speaks_for else None,
        record.rule,
        record.note,
        record.evidence.text,
        context.outlet(record.document),
        context.path(record.document),
        record.evidence.start,
        record.evidence.end,
        context.path(record.full_document),
        record.full_evidence.start,
        record.alone.actor,
        record.actor,
        record.confidence,
    )


def link_cells(record: Link, context: Context) -> tuple[Cell, ...]:
    """Fill the row of a link."""
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


def position_cells(record: Position, _context: Context) -> tuple[Cell, ...]:
    """Fill the row of a position."""
    return (
        record.name,
        record.issue,
        stance_key(record.stance, ambivalent=record.ambivalent, leaning=record.leaning),
        len(record.statements),
        day(record.first),
        day(record.last),
        ", ".join(record.outlets) or None,
        record.strength,
        record.actor,
    )


def shift_cells(record: Shift, context: Context) -> tuple[Cell, ...]:
    """Fill the row of a shift."""
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
        record.p_value,
        *(record.utterances or (None, None)),
        record.note or None,
    )


def irreconcilable_cells(record: Irreconcilable, _context: Context) -> tuple[Cell, ...]:
    """Fill the row of an irreconcilable set."""
    sides = (
        f"{side.name}: {side.stance}"
        + (f" ({side.issue})" if side.issue != record.issue else "")
        for side in record.sides
    )
    return (record.issue, " / ".join(sides), record.reason)


def judgement_cells(record: Judgement, _context: Context) -> tuple[Cell, ...]:
    """Fill the row of a judgement."""
    return (record.at, record.by, record.ruling, record.on, record.note or None)


def failure_cells(record: Failure, _context: Context) -> tuple[Cell, ...]:
    """Fill the row of a failure."""
    return (record.item, record.stage, record.error, record.code)
