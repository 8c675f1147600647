"""Statements over time as a picture: rows of actors, signs at their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accord.model import Statement
from accord.present.wording import period, plural

__all__ = ["Dot", "Lane", "Tick", "Timeline", "draw_timeline"]

# Sizes in the picture's own units (pixels at full width).
WIDTH = 1040
LABEL_WIDTH = 190
RIGHT_MARGIN = 24
HEAD_HEIGHT = 28
DOT_SIZE = 15
DOT_STEP = 17
LANE_PADDING = 7
MAX_LANES = 24
MAX_STACK = 6
MAX_TICKS = 14
# "In January" has a place on the axis; "in 2023" would be a guess of a day.
MAX_SPREAD_DAYS = 31

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Dot:
    """One statement, or several that would lie on one another.

    Attributes:
        x: Centre, from the left.
        y: Centre, from the top.
        stance: Which sign to draw.
        statement: Id of the statement it opens.
        more: How many further statements lie behind it.
        when: Its first and last day.
        issue: Issue id.
    """

    x: float
    y: float
    stance: str
    statement: str
    more: int
    when: tuple[date, date]
    issue: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One actor's row."""

    name: str
    top: float
    height: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis."""

    x: float
    label: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture.

    Attributes:
        width: Of the picture.
        height: Of the picture.
        ticks: Dates on the axis.
        lanes: Whose positions they are, those with the most dated statements first.
        left_out: How many holders have no lane.
        undated: How many statements have no date, or only a year.
        period: First and last day in words.
    """

    width: int
    height: float
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    left_out: int
    undated: int
    period: str


@dataclass(frozen=True, slots=True)
class _Axis:
    """Turns days into places."""

    first: date
    last: date

    def x(self, day: date) -> float:
        left = LABEL_WIDTH + DOT_SIZE
        room = WIDTH - left - RIGHT_MARGIN
        days = max((self.last - self.first).days, 1)
        return round(left + room * (day - self.first).days / days, 1)


def draw_timeline(statements: Sequence[Statement]) -> Timeline | None:
    """Lay statements out over time.

    Returns:
        The picture; None if no statement is dated.

    Cost:
        Sorts the statements.
    """
    dated = [s for s in statements if _is_exact(s)]
    if not dated:
        return None
    axis = _Axis(min(map(_begin, dated)), max(map(_begin, dated)))
    by_actor: dict[tuple[str | None, str], list[Statement]] = {}
    for statement in sorted(dated, key=lambda s: (_begin(s), s.issue, s.id)):
        by_actor.setdefault(_holder(statement), []).append(statement)
    order = sorted(
        by_actor, key=lambda who: (who[0] is None, -len(by_actor[who]), who[1])
    )
    # What only a description stands for makes room for actors, if there are any.
    known = [who for who in order if who[0] is not None] or order
    shown = known[:MAX_LANES]
    lanes: list[Lane] = []
    top = float(HEAD_HEIGHT)
    for who in shown:
        lane = _lane(who[1], by_actor[who], axis=axis, top=top)
        lanes.append(lane)
        top += lane.height
    return Timeline(
        WIDTH,
        top + LANE_PADDING,
        tuple(_ticks(axis)),
        tuple(lanes),
        len(order) - len(shown),
        len(statements) - len(dated),
        period(axis.first, axis.last),
    )


def _holder(statement: Statement) -> tuple[str | None, str]:
    """Say whose position a statement states: id and name."""
    if statement.speaks_for is not None:
        return statement.speaks_for.actor, statement.speaks_for.name
    return statement.actor, statement.name


def _is_exact(statement: Statement) -> bool:
    """Tell whether a statement's date is exact enough for a place on the axis."""
    when = statement.when
    if when is None or when.start is None or when.end is None:
        return False
    return (when.end - when.start).days <= MAX_SPREAD_DAYS


def _begin(statement: Statement) -> date:
    """Return the first day of a dated statement."""
    return statement.when.start if statement.when and statement.when.start else date.min


def _lane(
    name: str, statements: Sequence[Statement], *, axis: _Axis, top: float
) -> Lane:
    """Stack an actor's signs where they would touch."""
    placed: list[tuple[float, int, Statement, int]] = []
    ends: list[float] = []
    for statement in statements:
        x = axis.x(_begin(statement))
        level = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        if level >= MAX_STACK:
            last_x, last_level, last, more = placed[-1]
            placed[-1] = (last_x, last_level, last, more + 1)
            continue
        if level == len(ends):
            ends.append(0.0)
        ends[level] = x + DOT_STEP
        placed.append((x, level, statement, 0))
    height = len(ends) * DOT_STEP + 2 * LANE_PADDING
    dots = (
        Dot(
            x,
            round(top + LANE_PADDING + DOT_STEP * (level + 0.5), 1),
            statement.stance,
            statement.id,
            more,
            (_begin(statement), _end(statement)),
            statement.issue,
        )
        for x, level, statement, more in placed
    )
    return Lane(name, top, height, tuple(dots))


def _end(statement: Statement) -> date:
    """Return the last day of a dated statement."""
    return statement.when.end if statement.when and statement.when.end else date.min


def _ticks(axis: _Axis) -> list[Tick]:
    """Choose dates for the axis: days, weeks, months or years apart."""
    days = (axis.last - axis.first).days
    if days <= 10:
        return _day_ticks(axis, 1)
    if days <= 70:
        return _day_ticks(axis, 7)
    steps = (1, 2, 3, 6, 12, 24, 60, 120, 1200)
    step = next((s for s in steps if days / 30 / s <= MAX_TICKS), steps[-1])
    return _month_ticks(axis, step)


def _day_ticks(axis: _Axis, step: int) -> list[Tick]:
    """Mark every ``step``-th day."""
    days = range(0, (axis.last - axis.first).days + 1, step)
    marked = (axis.first + timedelta(n) for n in days)
    return [
        Tick(axis.x(d), f"{d.day} {_MONTHS[d.month - 1]}", strong=False) for d in marked
    ]


def _month_ticks(axis: _Axis, step: int) -> list[Tick]:
    """Mark the first day of every ``step``-th month."""
    ticks: list[Tick] = []
    month = axis.first.year * 12 + axis.first.month - 1
    month -= month % step
    while date(month // 12, month % 12 + 1, 1) <= axis.last:
        day = date(month // 12, month % 12 + 1, 1)
        if day >= axis.first:
            january = day.month == 1
            label = str(day.year) if january else _MONTHS[day.month - 1]
            ticks.append(Tick(axis.x(day), label, strong=january))
        month += step
    if not any(tick.strong for tick in ticks) and ticks:
        first = ticks[0]
        ticks[0] = Tick(first.x, f"{first.label} {axis.first.year}", strong=False)
    return ticks


def describe_dot(dot: Dot) -> str:
    """Say a sign in words."""
    more = f", and {plural(dot.more, 'further statement')}" if dot.more else ""
    return f"{dot.stance}, {period(*dot.when)}{more}"
