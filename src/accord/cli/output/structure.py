"""Prints what the structure of a discourse is."""

from collections.abc import Sequence
from functools import singledispatch

from rich.table import Table
from rich.text import Text

from accord.cli.output.solving import new_table
from accord.cli.output.streams import data_console, say
from accord.model.structure import (
    Backbone,
    Centralities,
    Communities,
    Interval,
    Member,
    Method,
    NestedBackbone,
    Phases,
    Placement,
    Polarization,
    PolarizationAt,
    Robustness,
    Scale,
    TieTest,
    UncertainNetwork,
)
from accord.present.wording import plural

__all__ = ["draw_structure"]

# So many ties are shown; the rest stands in the JSON.
_SHOWN = 30


def draw_structure(found: object, *, quiet: bool) -> None:
    """Draw a result, and say how it was found.

    Args:
        found: A record of ``accord.model.structure``, or several of one kind.
        quiet: Whether to say nothing on stderr.
    """
    if isinstance(found, tuple):
        _draw_several(found)
        return
    _draw(found)
    method = getattr(found, "method", None)
    if isinstance(method, Method):
        say(_told(method), quiet=quiet)


def _told(method: Method) -> str:
    """Say in one sentence how a result was found."""
    chosen = [
        f"{name.replace('_', ' ')} {value:g}"
        if isinstance(value, float)
        else f"{name.replace('_', ' ')} {value}"
        for name, value in method.parameters
        if value is not None
    ]
    sure = "nothing better exists" if method.exact else "found by search or estimate"
    return f"{method.name}: {sure}; {', '.join(chosen)}."


def _table(*headings: str) -> Table:
    """Make a table of names and numbers; the first column holds the names."""
    drawn = new_table()
    drawn.add_column(headings[0], ratio=3, overflow="fold")
    for heading in headings[1:]:
        drawn.add_column(heading, justify="right", no_wrap=True)
    return drawn


@singledispatch
def _draw(found: object) -> None:
    """Draw a result of any kind."""
    data_console().print(Text(str(found)))


@_draw.register
def _(found: Polarization) -> None:
    data_console().print(Text(f"polarization {found.value:.3f}", style="bold"))
    data_console().print(
        Text(f"{found.consistency:.0%} of agreement and conflict fit these camps.")
    )
    _draw_groups(found.camps, "camp")


@_draw.register
def _(found: Communities) -> None:
    count = len({member.group for member in found.members})
    told = f"modularity {found.modularity:.3f}, {plural(count, 'group')}"
    data_console().print(Text(told, style="bold"))
    _draw_groups(found.members, "group")
    drawn = _table("method", "modularity", "groups")
    for one in found.tried:
        drawn.add_row(Text(one.name), f"{one.score:.3f}", str(one.groups))
    data_console().print(drawn)


@_draw.register
def _(found: Backbone) -> None:
    drawn = _table("concept", "part")
    for part, names in (("backbone", found.backbone), ("redundant", found.redundant)):
        for name in names:
            drawn.add_row(Text(name), part)
    data_console().print(drawn)
    kept, all_ = found.statements
    data_console().print(
        Text(
            f"The backbone has {kept} of {plural(all_, 'statement')} and lies "
            f"{found.backbone_loss:.4f} from the full network; what is redundant, "
            f"{found.redundant_loss:.4f}."
        )
    )


@_draw.register
def _(found: NestedBackbone) -> None:
    drawn = _table("left out, in this order", "loss", "of these", "statements left")
    for step in found.steps:
        drawn.add_row(
            Text(f"{step.number}. {step.entity}"),
            f"{step.backbone_loss:.4f}",
            f"{step.redundant_loss:.4f}",
            str(step.statements),
        )
    data_console().print(drawn)


@_draw.register
def _(found: Phases) -> None:
    states = len(set(found.states))
    told = f"{plural(states, 'state')}, silhouette {found.silhouette:.2f}"
    data_console().print(Text(told, style="bold"))
    drawn = _table("from", "to", "state", "windows")
    for phase in found.phases:
        drawn.add_row(
            phase.first.date().isoformat(),
            phase.last.date().isoformat(),
            str(phase.state + 1),
            str(phase.windows),
        )
    data_console().print(drawn)


@_draw.register
def _(found: Scale) -> None:
    _draw_places("actor", "position", found.actors)
    _draw_places("concept", "tells apart", found.concepts)


@_draw.register
def _(found: TieTest) -> None:
    drawn = _table("tie", "value", "by chance", "p", "q")
    for tie in found.ties[:_SHOWN]:
        drawn.add_row(
            Text(f"{tie.row} — {tie.column}"),
            f"{tie.value:.3f}",
            f"{tie.expected:.3f}",
            f"{tie.p:.3f}",
            f"{tie.q:.3f}",
        )
    data_console().print(drawn)
    _draw_more(len(found.ties))


@_draw.register
def _(found: UncertainNetwork) -> None:
    told = f"polarization {found.polarization.value:.3f} {_range(found.interval)}"
    data_console().print(Text(told, style="bold"))
    _draw_groups(found.polarization.camps, "camp")
    data_console().print(
        Text(f"Pairs stand so in {found.same_camp:.0%} of the draws, on average.")
    )
    drawn = _table("tie", "value", "interval", "same sign")
    for tie in found.ties[:_SHOWN]:
        drawn.add_row(
            Text(f"{tie.row} — {tie.column}"),
            f"{tie.value:.3f}",
            _range(tie.interval),
            f"{tie.same_sign:.0%}",
        )
    data_console().print(drawn)
    _draw_more(len(found.ties))


@_draw.register
def _(found: Robustness) -> None:
    told = f"polarization {found.polarization:.3f} with all outlets"
    data_console().print(Text(told, style="bold"))
    drawn = _table("without", "statements", "polarization", "camps alike", "flipped")
    for drop in found.without:
        drawn.add_row(
            Text(drop.outlet),
            str(drop.statements),
            f"{drop.polarization:.3f}",
            f"{drop.agreement:.2f}",
            str(drop.flipped),
        )
    data_console().print(drawn)


def _draw_several(found: Sequence[object]) -> None:
    """Draw records of one kind as rows of one table."""
    points = [one for one in found if isinstance(one, PolarizationAt)]
    if points:
        drawn = _table("window around", "polarization", "fits camps")
        for point in points:
            drawn.add_row(
                point.middle.date().isoformat(),
                f"{point.polarization.value:.3f}",
                f"{point.polarization.consistency:.0%}",
            )
        data_console().print(drawn)
        return
    headings = ("actor", "ties", "agree", "conflict", "eigen", "between", "close")
    drawn = _table(*headings)
    for one in found:
        if isinstance(one, Centralities):
            drawn.add_row(
                Text(one.name),
                str(one.degree),
                f"{one.agreement:.2f}",
                f"{one.conflict:.2f}",
                f"{one.eigenvector:.2f}",
                f"{one.betweenness:.2f}",
                f"{one.closeness:.2f}",
            )
    data_console().print(drawn)


def _draw_groups(members: Sequence[Member], word: str) -> None:
    """Draw who stands together."""
    drawn = new_table()
    drawn.add_column(word, justify="right")
    drawn.add_column("actors", ratio=1, overflow="fold")
    for group in sorted({member.group for member in members}):
        names = [member.name for member in members if member.group == group]
        drawn.add_row(str(group + 1), Text("; ".join(names)))
    data_console().print(drawn)


def _draw_places(word: str, value: str, places: Sequence[Placement]) -> None:
    """Draw places on a scale, from one end to the other."""
    size = len(places[0].values) if places else 1
    headings = [word]
    for axis in range(size):
        headings += [f"{value} {axis + 1}" if size > 1 else value, "interval"]
    drawn = _table(*headings, "answers")
    for place in sorted(places, key=lambda p: (p.values, p.name)):
        cells = []
        for number, interval in zip(place.values, place.intervals, strict=True):
            cells += [f"{number:z.2f}", _range(interval)]
        drawn.add_row(Text(place.name), *cells, str(place.answers))
    data_console().print(drawn)


def _range(interval: Interval) -> str:
    """Write an interval."""
    return f"[{interval.low:z.2f}, {interval.high:z.2f}]"


def _draw_more(count: int) -> None:
    """Say how many are left out."""
    if count > _SHOWN:
        data_console().print(Text(f"... and {count - _SHOWN} more: --json."))
