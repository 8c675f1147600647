"""What the dispute over the dam comes to as a whole: links, ledger, shifts, conflicts."""

from accord.model import (
    Dossier,
    Irreconcilable,
    Link,
    LinkKind,
    Position,
    Shift,
    ShiftEnd,
    Side,
    Statement,
    content_id,
)
from accord.testing.builders import PRODUCER
from accord.testing.dispute_articles import CODEBOOK

__all__ = ["dam_conflicts", "dam_ledger", "dam_links", "dam_shifts"]


def dam_links(dossiers: tuple[Dossier, ...]) -> tuple[Link, ...]:
    """Link the veto in two wordings, the river in two places, and the copy."""
    plan, reply, copy = dossiers[:3]

    def link(kind: LinkKind, a: str, b: str, similarity: float, note: str) -> Link:
        one, other = sorted((a, b))
        return Link(
            id=content_id("link", kind, one, other),
            produced_by=PRODUCER, kind=kind, a=one, b=other, similarity=similarity,
            first="a" if one == a else "b", credited=False, note=note,
        )  # fmt: skip

    veto, veto_again = plan.attributions[1].id, reply.attributions[1].id
    river, river_again = reply.attributions[0].id, copy.attributions[0].id
    return (
        link("echo", veto, veto_again, 0.81, "Two wordings of one sentence."),
        link("echo", river, river_again, 1.0, "The same words in two outlets."),
        link(
            "copy", reply.document.id, copy.document.id, 0.83,
            "River Wire repeats the article of Lowland Post without naming it.",
        ),
    )  # fmt: skip


def dam_ledger(dossiers: tuple[Dossier, ...]) -> tuple[Position, ...]:
    """Gather statements into positions, latest stance first."""
    statements = [s for dossier in dossiers for s in dossier.statements]
    outlets = {d.document.id: d.document.outlet for d in dossiers}
    cells: dict[tuple[int, str], list[Statement]] = {}
    order = [issue.id for issue in CODEBOOK.issues]
    for statement in statements:
        key = (order.index(statement.issue), statement.name)
        cells.setdefault(key, []).append(statement)
    made = []
    for (_, name), found in sorted(cells.items()):
        dated = [s.when for s in found if s.when]
        stances = {s.stance for s in found}
        carried = {outlets[s.document] for s in found}
        made.append(
            Position(
                id=content_id("position", found[0].actor, found[0].issue),
                produced_by=PRODUCER, actor=found[0].actor, name=name,
                issue=found[0].issue, stance=found[-1].stance,
                strength=sum(s.strength for s in found) / len(found),
                ambivalent={"support", "oppose"} <= stances,
                statements=tuple(s.id for s in found),
                outlets=tuple(sorted(o for o in carried if o)),
                first=dated[0] if dated else None, last=dated[-1] if dated else None,
            )
        )  # fmt: skip
    return tuple(made)


def dam_shifts(dossiers: tuple[Dossier, ...]) -> tuple[Shift, ...]:
    """Say that Ostrel moved on the night flow."""
    old = next(s for s in dossiers[0].statements if s.issue == "night-flow")
    new = next(s for s in dossiers[3].statements if s.issue == "night-flow")
    if old.when is None or new.when is None:
        return ()
    return (
        Shift(
            id=content_id("shift", old.id, new.id), produced_by=PRODUCER,
            actor=old.actor, name=old.name, issue=old.issue,
            from_=ShiftEnd(old.stance, old.when, old.id),
            to=ShiftEnd(new.stance, new.when, new.id),
        ),
    )  # fmt: skip


def dam_conflicts(ledger: tuple[Position, ...]) -> tuple[Irreconcilable, ...]:
    """Say that the towns cannot both have their way with the dam."""
    sides = tuple(
        Side(p.actor, p.name, p.issue, p.stance, None, p.statements)
        for p in ledger
        if p.issue == "raise-the-dam"
    )
    return (
        Irreconcilable(
            id=content_id("irreconcilable", *(side.name for side in sides)),
            produced_by=PRODUCER, issue="raise-the-dam", sides=sides,
            reason="Ostrel wants the dam raised; Sorn wants it left as it is.",
        ),
    )  # fmt: skip
