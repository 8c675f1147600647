"""Planted disputes: who stands with whom is known, and statements follow from it.

Coalitions have a stance on every issue. On contested issues coalitions differ, on the
others all say the same. Halfway through, some actors change sides. Extraction noise takes
what is said and spoils it as a machine would: it is missed, laid into another's mouth,
put to another issue, or turned round.
"""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from accord.model.discourse import CodedStatement, EventList, Variable

START = datetime(2024, 1, 1, tzinfo=UTC)
VARIABLES = (
    Variable("organization", "text"),
    Variable("concept", "text"),
    Variable("agreement", "boolean"),
    Variable("source", "text", of_document=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A dispute to plant.

    Attributes:
        coalitions: How many sides there are.
        actors: How many there are.
        movers: How many of them change sides halfway.
        contested: Issues on which coalitions differ.
        shared: Issues on which all agree.
        days: How long it takes.
        per_day: Statements a day.
    """

    coalitions: int = 2
    actors: int = 16
    movers: int = 3
    contested: int = 8
    shared: int = 2
    days: int = 120
    per_day: int = 12


@dataclass(frozen=True, slots=True)
class Planted:
    """A dispute with its truth.

    Attributes:
        events: What the machine is taken to have read.
        before: Coalition of each actor in the first half.
        after: In the second.
        turn: When they changed.
    """

    events: EventList
    before: dict[str, int]
    after: dict[str, int]
    turn: datetime


def plant(plan: Plan, *, noise: float, seed: int) -> Planted:
    """Plant a dispute.

    Args:
        plan: Its size.
        noise: Chance that a statement is spoilt in some way.
        seed: Of what is said by whom, and of what is spoilt.
    """
    chance = random.Random(seed)  # noqa: S311 - invented data
    actors = [f"Actor {number:02}" for number in range(plan.actors)]
    issues = [f"issue-{number:02}" for number in range(plan.contested + plan.shared)]
    before = {name: place % plan.coalitions for place, name in enumerate(actors)}
    movers = chance.sample(actors, plan.movers)
    after = before | {name: (before[name] + 1) % plan.coalitions for name in movers}
    turn = START + timedelta(days=plan.days // 2)
    rows = []
    for number in range(plan.days * plan.per_day):
        when = START + timedelta(days=number // plan.per_day)
        actor, issue = chance.choice(actors), chance.choice(issues)
        side = (after if when >= turn else before)[actor]
        stance = _stance(side, issues.index(issue), plan)
        if chance.random() < noise:
            spoilt = chance.choice(("missed", "actor", "issue", "stance"))
            if spoilt == "missed":
                continue
            actor = chance.choice(actors) if spoilt == "actor" else actor
            issue = chance.choice(issues) if spoilt == "issue" else issue
            stance = not stance if spoilt == "stance" else stance
        rows.append(
            CodedStatement(
                id=str(number),
                document=str(number // 3),
                when=when,
                start=0,
                end=1,
                values=(actor, issue, stance, f"Outlet {number % 4}"),
            )
        )
    events = EventList(
        statement_type="Planted", variables=VARIABLES, statements=tuple(rows)
    )
    return Planted(events, before, after, turn)


def _stance(side: int, issue: int, plan: Plan) -> bool:
    """Tell what a coalition says: each is alone with its share of contested issues."""
    if issue >= plan.contested:
        return True
    if plan.coalitions == 2:
        return (issue + side) % 2 == 0
    return issue % plan.coalitions == side
