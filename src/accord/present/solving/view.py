"""What the report tells of what was solved: the few rows that a reader starts with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accord.model.solved import (
    Ask,
    Asks,
    NearPackage,
    Resting,
    Solution,
    SolvedKnot,
    SolvedPeriod,
    SolvedRule,
    SolvedZone,
    Vote,
)
from accord.present.context import Context
from accord.present.overview import Quotation, strongest
from accord.present.pictures.canvas import embed
from accord.present.solving.bars import PowerBar, draw_power_bars
from accord.present.solving.conflict_map import draw_conflict_map
from accord.present.wording import issue_label, plural

__all__ = ["KnotView", "PeriodView", "RuleView", "SolutionView", "view_solution"]

MAX_KNOTS = 6
MAX_HOLDERS = 3
MAX_SETS = 5
MAX_PERIODS = 12


@dataclass(frozen=True, slots=True)
class KnotView:
    """Demands that cannot all be met, in columns by what they ask for.

    Attributes:
        heading: The issues, in words.
        columns: What is asked for, and who asks for it, with their strongest words.
        more: How many further holders each column has.
        conflicts: How many smallest sets exclude each other, in words.
        examples: Some of them that hold three demands or more.
        ways_out: What would have to give, the cheapest first.
        ways_left: How many further ways there are.
        complete: Whether all sets are known.
    """

    heading: str
    columns: tuple[tuple[str, tuple[tuple[Ask, Quotation | None], ...]], ...]
    more: tuple[int, ...]
    conflicts: str
    examples: tuple[Asks, ...]
    ways_out: tuple[Asks, ...]
    ways_left: int
    complete: bool


@dataclass(frozen=True, slots=True)
class RuleView:
    """A decision rule.

    Attributes:
        rule: The rule.
        veto: Names of those who are said to hold a veto.
        candidates: Who might be members, by the sentence that names them.
        bars: A picture of the power of each; None where it cannot be worked out, or
            where all have the same.
    """

    rule: SolvedRule
    veto: tuple[str, ...]
    candidates: tuple[tuple[str, tuple[Vote, ...]], ...]
    bars: str | None


@dataclass(frozen=True, slots=True)
class PeriodView:
    """What changed in a month, each conflict by its parties and issue."""

    period: SolvedPeriod
    appeared: tuple[str, ...]
    vanished: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SolutionView:
    """The section of the report.

    Attributes:
        skipped: Why there is nothing to tell; empty if there is something.
        knots: What cannot stand together, those told of most first.
        more: How many further knots there are.
        picture: The conflict map, to stand in a page; None without conflicts.
        zone: Whether anything can be agreed on.
        nearest: The packages that miss least, each with whose demands it leaves unmet.
        rules: Decision rules.
        periods: How the picture changed, the last months.
        resting: On what it rests.
        caveats: What a reader must know.
    """

    skipped: str
    knots: tuple[KnotView, ...]
    more: int
    picture: str | None
    zone: SolvedZone | None
    nearest: tuple[tuple[NearPackage, tuple[str, ...]], ...]
    rules: tuple[RuleView, ...]
    periods: tuple[PeriodView, ...]
    resting: Resting | None
    caveats: tuple[str, ...]


def view_solution(solution: Solution, *, context: Context) -> SolutionView:
    """Choose the rows."""
    asks = {ask.id: ask for ask in solution.asks}
    zone = solution.zone
    return SolutionView(
        skipped=solution.skipped,
        knots=tuple(_knot(k, context) for k in solution.knots[:MAX_KNOTS]),
        more=max(len(solution.knots) - MAX_KNOTS, 0),
        picture=_map(solution) if solution.knots else None,
        zone=zone,
        nearest=tuple(
            (package, tuple(_brief(asks[key]) for key in package.lacks))
            for package in (zone.nearest if zone else ())
        ),
        rules=tuple(_rule(rule) for rule in solution.rules),
        periods=tuple(_period(p, asks) for p in solution.periods[-MAX_PERIODS:]),
        resting=solution.resting,
        caveats=solution.caveats,
    )


def _map(solution: Solution) -> str:
    """Draw the conflict map."""
    picture = draw_conflict_map(
        solution.knots[:MAX_KNOTS],
        title="What cannot stand together",
        caption=[
            (
                "Under these modelled preferences. A dashed line joins demands that exclude "
                "each other; a dashed box is a demand that no text asserts."
            )
        ],
    )
    return embed(picture)


def _knot(knot: SolvedKnot, context: Context) -> KnotView:
    """Gather demands by what they ask for, each with its strongest words."""
    columns: dict[str, list[Ask]] = {}
    for demand in knot.demands:
        columns.setdefault(demand.words, []).append(demand)
    ordered = [
        (words, sorted(asks, key=lambda ask: -len(ask.statements)))
        for words, asks in columns.items()
    ]
    issues = dict.fromkeys(i for demand in knot.demands for i in demand.issues)
    return KnotView(
        heading="; ".join(issue_label(issue) for issue in issues),
        columns=tuple(
            (
                words,
                tuple(
                    (a, strongest(a.statements, context)) for a in asks[:MAX_HOLDERS]
                ),
            )
            for words, asks in ordered
        ),
        more=tuple(max(len(asks) - MAX_HOLDERS, 0) for _, asks in ordered),
        conflicts=_count(knot),
        examples=tuple(c for c in knot.conflicts if len(c.demands) > 2)[:MAX_SETS],
        ways_out=knot.ways_out[:MAX_SETS],
        ways_left=max(len(knot.ways_out) - MAX_SETS, 0),
        complete=knot.complete,
    )


def _count(knot: SolvedKnot) -> str:
    """Say how many sets exclude each other."""
    pairs = sum(len(c.demands) == 2 for c in knot.conflicts)
    larger = len(knot.conflicts) - pairs
    parts = [plural(pairs, "pair")] if pairs else []
    if larger:
        parts.append(plural(larger, "larger set"))
    known = "" if knot.complete else "at least "
    return f"{known}{' and '.join(parts)}"


def _rule(rule: SolvedRule) -> RuleView:
    """Describe a rule; equal shares need no picture."""
    by_sentence: dict[str, list[Vote]] = {}
    for vote in rule.candidates:
        words = vote.evidence.text if vote.evidence else ""
        by_sentence.setdefault(words, []).append(vote)
    shares = [vote.share for vote in rule.votes if vote.share is not None]
    return RuleView(
        rule=rule,
        veto=tuple(vote.name for vote in rule.votes if vote.has_veto),
        candidates=tuple((words, tuple(v)) for words, v in by_sentence.items()),
        bars=_bars(rule) if len(set(shares)) > 1 else None,
    )


def _bars(rule: SolvedRule) -> str:
    """Draw the shares of power under a rule."""
    bars = [
        PowerBar(v.name, v.share or 0.0, v.banzhaf or 0.0, "veto" if v.has_veto else "")
        for v in rule.votes
    ]
    caption = "What the rule alone gives each member; wishes are not in it."
    return embed(draw_power_bars(bars, title=rule.name, caption=[caption]))


def _period(period: SolvedPeriod, asks: Mapping[str, Ask]) -> PeriodView:
    """Name the conflicts of a month."""
    return PeriodView(
        period, _named(period.appeared, asks), _named(period.vanished, asks)
    )


def _named(sets: Sequence[Sequence[str]], asks: Mapping[str, Ask]) -> tuple[str, ...]:
    """Name conflicts by their parties and issues; many are counted."""
    named = [_name([asks[key] for key in one]) for one in sets]
    if len(named) <= MAX_SETS:
        return tuple(named)
    return (*named[:MAX_SETS], f"and {len(named) - MAX_SETS} more")


def _name(demands: Iterable[Ask]) -> str:
    """Name a conflict by its parties and issues."""
    found = list(demands)
    issues = dict.fromkeys(i for demand in found for i in demand.issues)
    parties = " – ".join(dict.fromkeys(demand.party for demand in found))
    return f"{parties}: {', '.join(issue_label(issue) for issue in issues)}"


def _brief(ask: Ask) -> str:
    """Name a demand by its party and issue."""
    issues = ", ".join(issue_label(issue).lower() for issue in ask.issues)
    return f"{ask.party} on {issues}"
