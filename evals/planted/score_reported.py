"""Compare figures, agreements, contacts and mechanisms with the gold."""

from collections.abc import Callable, Sequence
from typing import Any

from gold import Gold, locate
from score_attributions import first_day
from tally import Tallies

from accord.model import Dossier, Figure

__all__ = ["score_figures", "score_reported"]


def score_figures(gold: Gold, dossier: Dossier, tallies: Tallies) -> None:
    """Match numbers by value, unit and place; then judge what is said of them."""
    text, path = dossier.document.text, dossier.document.path
    rest = list(dossier.figures)
    for wanted in gold["figures"]:
        start, end = locate(text, wanted["evidence"])
        match = next(
            (
                figure
                for figure in rest
                if figure.evidence.start < end
                and start < figure.evidence.end
                and _same_number(wanted, figure)
            ),
            None,
        )
        if match:
            rest.remove(match)
        if wanted.get("optional"):
            continue
        case = f"{path}: {wanted['evidence']['text']}"
        tallies.judge("figures", case, right=match is not None)
        if match:
            _judge_figure(wanted, match, case, tallies)
    extras = [
        f"{path}: {f.value} {f.unit} {f.what!r} {f.evidence.text[:60]!r}" for f in rest
    ]
    tallies.add_extras("figures", extras)


def _same_number(wanted: Gold, figure: Figure) -> bool:
    """Tell whether value or range and unit agree."""
    unit = figure.unit.casefold()
    units = [u.casefold() for u in wanted["unit"]]
    if not any(unit in u or u in unit for u in units if unit):
        return False
    if wanted["value"] is None:
        return (figure.low, figure.high) == (wanted.get("low"), wanted.get("high"))
    return figure.value is not None and abs(figure.value / wanted["value"] - 1) < 0.005


def _judge_figure(wanted: Gold, figure: Figure, case: str, tallies: Tallies) -> None:
    """Judge conversion, sample, pollster, population, whose number, approximation."""
    alternate = wanted.get("alternate")
    pollster = figure.pollster.actor if figure.pollster else None
    by = figure.according_to.actor if figure.according_to else None
    checks: list[tuple[str, Any, bool]] = [
        (
            "approximate",
            figure.approximate,
            figure.approximate == bool(wanted.get("approximate")),
        )
    ]
    if alternate:
        right = (
            figure.alternate is not None
            and figure.alternate.unit == alternate["unit"]
            and abs(figure.alternate.value / alternate["value"] - 1) < 0.005
        )
        checks.append(("alternate", figure.alternate, right))
    if wanted.get("sample"):
        checks.append(("sample", figure.sample, figure.sample == wanted["sample"]))
    if wanted.get("pollster"):
        checks.append(("pollster", pollster, pollster == wanted["pollster"]))
    if wanted.get("population"):
        seen = (figure.population or "").casefold()
        right = wanted["population"].casefold() in seen
        checks.append(("population", figure.population, right))
    if wanted.get("according_to"):
        checks.append(("according_to", by, by == wanted["according_to"]))
    for name, value, right in checks:
        tallies.judge("figure_details", f"{case}: {name} {value}", right=right)


def _actors(references: Sequence[Any]) -> set[str]:
    """Return the ids of actors that are known."""
    return {r.actor for r in references if r.actor}


def score_reported(gold: Gold, dossier: Dossier, tallies: Tallies) -> None:
    """Compare agreements, contacts and mechanisms."""
    _match(
        "agreement",
        gold["agreements"],
        dossier.agreements,
        same=lambda w, f: (
            f.status in w["status"] and set(w.get("parties", ())) <= _actors(f.parties)
        ),
        details=lambda w, f: {
            "date": not w.get("date") or first_day(f.date) == w["date"],
            "contested": not w.get("contested_by")
            or any(c.actor in w["contested_by"] for c in f.contested_by),
        },
        where=(gold["path"], tallies),
    )
    _match(
        "contact",
        gold["contacts"],
        dossier.contacts,
        same=lambda w, f: (
            f.kind in w["kind"]
            and set(w.get("parties", ())) <= _actors([*f.parties, *f.mediators])
        ),
        details=lambda w, f: {
            "date": not w.get("date") or first_day(f.date) == w["date"],
            "place": not w.get("place") or w["place"] in (f.place or ""),
            "mediators": not w.get("mediators")
            or bool(set(w["mediators"]) & _actors([*f.mediators, *f.parties])),
        },
        where=(gold["path"], tallies),
    )
    _match(
        "mechanism",
        gold["mechanisms"],
        dossier.mechanisms,
        same=lambda w, f: (
            f.rule.kind in w["rule"] and set(w.get("members", ())) <= _actors(f.members)
        ),
        details=lambda w, f: {
            "veto": set(w.get("veto", ())) <= set(f.rule.veto),
            "quota": not w.get("quota") or f.rule.quota == w["quota"],
        },
        where=(gold["path"], tallies),
    )


def _match(
    kind: str,
    wanted: Sequence[Gold],
    found: Sequence[Any],
    *,
    same: Callable[[Gold, Any], bool],
    details: Callable[[Gold, Any], dict[str, bool]],
    where: tuple[str, Tallies],
) -> None:
    """Match records of one kind; two mentions of one thing are no error."""
    path, tallies = where
    used: set[str] = set()
    for gold in wanted:
        fitting = [f for f in found if same(gold, f)]
        used.update(f.id for f in fitting)
        if gold.get("optional"):
            continue
        shown = {k: v for k, v in gold.items() if k != "provisions"}
        case = f"{path}: {shown}"
        tallies.judge(f"{kind}s", case, right=bool(fitting))
        if fitting:
            best = max(
                (details(gold, f) for f in fitting), key=lambda d: sum(d.values())
            )
            for name, right in best.items():
                tallies.judge(f"{kind}_details", f"{case}: {name}", right=right)
    rest = [f for f in found if f.id not in used]
    extras = [f"{path}: {_describe(f)} {f.evidence.text[:90]!r}" for f in rest]
    tallies.add_extras(f"{kind}s", extras)


def _describe(record: Any) -> str:
    """Put a record in a few words."""
    what = [getattr(record, name, None) for name in ("kind", "status", "name")]
    parties = [*getattr(record, "parties", ()), *getattr(record, "members", ())]
    return f"{[w for w in what if w]} {[p.actor or p.name for p in parties]}"
