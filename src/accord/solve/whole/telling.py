"""Knots and demands as the report and the pictures tell them."""

from accord.model.negotiation.case import Case, CaseDemand
from accord.model.solved import Ask, Asks, SolvedKnot
from accord.solve.conflicts import ConflictReport
from accord.solve.conflicts.answer import Correction, Knot
from accord.solve.conflicts.wording import word_asked

__all__ = ["tell_demand", "tell_knots", "tell_way"]


def tell_demand(case: Case, demand: CaseDemand) -> Ask:
    """Describe a demand."""
    issues = [choice.issue for choice in demand.accepts]
    issues += [c.issue for one in demand.forbids for c in one.choices]
    return Ask(
        id=demand.id,
        party=case.party(demand.party).name,
        issues=tuple(dict.fromkeys(issues)),
        words=word_asked(demand),
        status=demand.status,
        statements=tuple(e.statement for e in demand.evidence if e.statement),
    )


def tell_knots(case: Case, report: ConflictReport) -> tuple[SolvedKnot, ...]:
    """Describe the knots, in the order of the report."""
    return tuple(_knot(case, knot) for knot in report.knots)


def _knot(case: Case, knot: Knot) -> SolvedKnot:
    """Describe one knot: its best proven conflicts, its cheapest ways out."""
    involved = {name for conflict in knot.conflicts for name in conflict.demands}
    return SolvedKnot(
        demands=tuple(tell_demand(case, d) for d in case.demands if d.id in involved),
        conflicts=tuple(
            Asks(demands=c.demands, sentence=c.sentence) for c in knot.conflicts
        ),
        ways_out=tuple(tell_way(c) for c in _cheapest_first(knot)),
        complete=knot.complete,
    )


def _cheapest_first(knot: Knot) -> list[Correction]:
    """Put the cheapest correction before all others."""
    rest = [c for c in knot.corrections if c.demands != knot.cheapest.demands]
    return [knot.cheapest, *rest]


def tell_way(correction: Correction) -> Asks:
    """Describe what would have to give."""
    return Asks(demands=correction.demands, sentence=correction.sentence)
