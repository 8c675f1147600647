"""Pictures of what was solved, each with the table that it shows."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from accord.app.networks.pictures import write_picture
from accord.errors import InputError
from accord.model.negotiation import Conflict, Game
from accord.model.negotiation.case import Case
from accord.present.solving import (
    PowerBar,
    ShownMove,
    ShownPackage,
    ShownState,
    draw_conflict_map,
    draw_frontier,
    draw_power_bars,
    draw_states,
    draw_unmet,
)
from accord.present.solving.states import STATES_AT_MOST
from accord.present.wording import plural
from accord.solve.basis import Basis
from accord.solve.conflicts import ConflictReport
from accord.solve.packages import PackageReport
from accord.solve.packages.records import Package
from accord.solve.power.solving import Power
from accord.solve.stability.concepts import CONCEPTS_IN_WORDS
from accord.solve.stability.explaining import name_state
from accord.solve.stability.solving import Stability
from accord.solve.stability.status_quo import Arc, draw_arcs
from accord.solve.whole.telling import tell_knots

__all__ = [
    "Picture",
    "picture_of_bargain",
    "picture_of_conflicts",
    "picture_of_packages",
    "picture_of_power",
    "picture_of_stability",
    "save_picture",
]

#: An SVG and its data as CSV.
Picture = tuple[str, str]


def save_picture(picture: Picture, path: Path) -> Path:
    """Write a picture as SVG or PNG, and its table beside it.

    Returns:
        The table's path.

    Raises:
        InputError: The name ends with neither ``.svg`` nor ``.png``, or the file cannot
            be written.
        ConfigurationError: PNG is asked for, and the extra ``png`` is not installed.
    """
    form = path.suffix.removeprefix(".").lower()
    if form not in ("svg", "png"):
        message = f"{path} is no picture's name."
        raise InputError(message, hint="End it with .svg or .png.")
    svg, table = picture
    return write_picture(svg, path, form=form, table=table)


def picture_of_conflicts(case: Case, report: ConflictReport) -> Picture:
    """Draw the conflict map of a case."""
    names = {d.id: case.party(d.party).name for d in case.demands}
    conflicts = [c for knot in report.knots for c in knot.conflicts]
    words = f"{plural(len(conflicts), 'conflict')} of {plural(len(names), 'demand')}."
    svg = draw_conflict_map(
        tell_knots(case, report),
        title=_title(case.title, "what cannot stand together"),
        caption=[
            "Under these modelled preferences:",
            words,
            (
                "A dashed line joins demands that exclude each other; a dashed box is a "
                "demand that no text asserts."
            ),
            *([] if report.complete else ["Not all conflicts are known."]),
            _rests(report.basis),
        ],
    )
    rows = (
        (number, key, names[key], conflict.since or "", conflict.sentence)
        for number, conflict in enumerate(conflicts, start=1)
        for key in conflict.demands
    )
    return svg, _table(("conflict", "demand", "party", "since", "sentence"), rows)


def picture_of_packages(case: Case, report: PackageReport) -> Picture:
    """Draw the efficient packages of a case, or those that miss the zone least."""
    parties = [case.party(party).name for party in report.parties]
    caption = [report.sentence, _rests(report.basis)]
    if report.mode == "cardinal" and report.frontier:
        shown = [_shown(package, report) for package in report.frontier]
        if report.efficient is not None and report.efficient > len(shown):
            caption.append(f"The first {len(shown)} of {report.efficient:,}: --show.")
        svg = draw_frontier(
            shown,
            parties,
            alternatives=report.alternatives,
            title=_title(case.title, "efficient packages"),
            caption=caption,
        )
        return svg, _table(
            ("package", *parties, "in zone", "chosen by"),
            ((p.label, *p.utilities, p.in_zone, " ".join(p.chosen)) for p in shown),
        )
    listed = report.near or report.zone
    unmet = [_unmet(case, package, report.parties) for package in listed]
    svg = draw_unmet(
        unmet,
        parties,
        title=_title(case.title, "packages nearest to agreement"),
        caption=[*caption, "Each column is a package; best first."],
    )
    return svg, _table(
        ("number", "package", *parties),
        ((n, p.label, *p.unmet) for n, p in enumerate(unmet, start=1)),
    )


def _label(package: Package) -> str:
    """Write a package on one line."""
    return "; ".join(f"{issue}: {option}" for issue, option in package.options)


def _shown(package: Package, report: PackageReport) -> ShownPackage:
    """Turn an efficient package into what is drawn."""
    return ShownPackage(
        label=_label(package),
        utilities=package.utilities,
        in_zone=not package.short,
        chosen=tuple(s.rule for s in report.solutions if package in s.packages),
    )


def _unmet(case: Case, package: Package, parties: Sequence[str]) -> ShownPackage:
    """Count whose demands a package does not meet."""
    whose = [d.party for d in case.demands if d.id in package.lacks]
    return ShownPackage(
        label=_label(package), unmet=tuple(whose.count(party) for party in parties)
    )


def picture_of_bargain(found: Mapping[str, Any]) -> Picture:
    """Draw the efficient points of a bargain that ``outcome_of_bargain`` solved."""
    zone = found["individually_rational_pareto"]
    rules = {rule: found["ties"][rule] for rule in found["packages"]}
    shown = [
        ShownPackage(
            label=", ".join(f"{value:g}" for value in point),
            utilities=tuple(point),
            in_zone=point in zone,
            chosen=tuple(
                r.replace("_", "-") for r, tie in rules.items() if point in tie
            ),
        )
        for point in found["pareto"]
    ]
    if not shown:
        message = "There is no efficient package to draw."
        raise InputError(message, hint="Give each issue at least one option.")
    parties = found["parties"]
    svg = draw_frontier(
        shown,
        parties,
        alternatives=found["disagreement"],
        title=_title(str(found["id"]).replace("_", " "), "efficient packages"),
        caption=[
            "Under these modelled preferences:",
            (
                f"{found['pareto_size']:,} efficient outcomes of {found['outcomes']:,} "
                f"packages, {len(zone):,} of them in the zone of agreement."
            ),
        ],
    )
    rows = ((*p.utilities, p.in_zone, " ".join(p.chosen)) for p in shown)
    return svg, _table((*parties, "in zone", "chosen by"), rows)


def picture_of_power(game: Game, power: Power) -> Picture:
    """Draw the power of each player under a rule."""
    bars = [
        PowerBar(
            name=player,
            shapley_shubik=float(power.shapley_shubik[number]),
            banzhaf=float(power.banzhaf_normalised[number]),
            role=_role(power, player),
        )
        for number, player in enumerate(power.players)
    ]
    svg = draw_power_bars(
        bars,
        title=_title(game.title or game.id, "power under the rule"),
        caption=[
            (
                "What the rule alone gives each player: wishes, abstention and enforcement "
                "are not in it."
            ),
            f"{float(power.coleman_act):.3g} of all coalitions win.",
        ],
    )
    rows = (
        (b.name, power.shapley_shubik[n], power.banzhaf_normalised[n], b.role)
        for n, b in enumerate(bars)
    )
    return svg, _table(("player", "Shapley-Shubik", "Banzhaf", "role"), rows)


def _role(power: Power, player: str) -> str:
    """Say what a player is beyond its numbers."""
    if player == power.dictator:
        return "dictator"
    if player in power.veto:
        return "veto"
    return "dummy" if player in power.dummies else ""


def picture_of_stability(conflict: Conflict, solved: Stability) -> Picture:
    """Draw the states of a conflict and the moves between them.

    Of more than a reader can tell apart, those that hold stay, with the states that
    most moves join to them.
    """
    concepts = {
        state: tuple(
            c for c, held in solved.necessary.equilibria.items() if state in held
        )
        for state in conflict.state_ids
    }
    arcs = draw_arcs(conflict).arcs
    kept = _most_telling(conflict, concepts, arcs)
    moves = [arc for arc in arcs if arc.start in kept and arc.to in kept]
    words = {s: name_state(conflict, n) for n, s in enumerate(conflict.state_ids)}
    left_out = len(words) - len(kept)
    svg = draw_states(
        [
            ShownState(state, _bare(words[state]), concepts[state])
            for state in conflict.state_ids
            if state in kept
        ],
        [ShownMove(a.mover, a.start, a.to, a.improves) for a in moves],
        title=_title(conflict.title or conflict.id, "states and moves"),
        caption=[
            (
                "Under these modelled preferences. Filled: stable for every decision maker, "
                "as listed. Arrow: a move that its mover prefers; thin line: one that it "
                f"does not. Sanctions: {solved.sanctions}. {CONCEPTS_IN_WORDS}"
            ),
            *([f"{plural(left_out, 'state')} not drawn."] if left_out else []),
        ],
    )
    rows = ((a.mover, a.start, a.to, a.improves) for a in moves)
    return svg, _table(("mover", "from", "to", "improves"), rows)


def _most_telling(
    conflict: Conflict, concepts: Mapping[int, tuple[str, ...]], arcs: Sequence[Arc]
) -> frozenset[int]:
    """Choose the states to draw: those that hold most firmly, then who leads there."""
    most = max(map(len, concepts.values()), default=0)
    firm = {state for state, held in concepts.items() if held and len(held) == most}
    leads = {arc.start for arc in arcs if arc.improves and arc.to in firm}
    order = sorted(
        conflict.state_ids,
        key=lambda s: (s not in firm, s not in leads, -len(concepts[s]), s),
    )
    return frozenset(order[:STATES_AT_MOST])


def _bare(name: str) -> str:
    """Take the brackets and the number off a state's name."""
    inside = name.partition(" (")[2]
    return inside.removesuffix(")")


def _title(name: str, what: str) -> str:
    """Name a picture."""
    return f"{name}: {what}" if name else what[:1].upper() + what[1:]


def _rests(basis: Basis) -> str:
    """Say on what a result rests."""
    return (
        f"Rests on {plural(len(basis.values), 'value')}: {basis.asserted:.0%} asserted in "
        f"texts, {basis.inferred:.0%} inferred, {basis.analyst:.0%} the analyst's."
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()
