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


def score_reported(gold: Gold, dossier: Dossier, tallies: Tallies) -> None:
    """Compare agreements, contacts and mechanisms."""
    where = (gold["path"], tallies)
    _match(
        "agreement",
        gold["agreements"],
        dossier.agreements,
        sort=lambda w, f: f.status in w["status"],
        details=lambda w, f: {
            "date": not w.get("date") or first_day(f.date) == w["date"],
            "contested": not w.get("contested_by")
            or any(c.actor in w["contested_by"] for c in f.contested_by),
        },
        where=where,
    )
    _match(
        "contact",
        gold["contacts"],
        dossier.contacts,
        sort=lambda w, f: f.kind in w["kind"],
        details=lambda w, f: {
            "date": not w.get("date") or first_day(f.date) == w["date"],
            "place": not w.get("place") or w["place"] in (f.place or ""),
            "mediators": not w.get("mediators")
            or bool(set(w["mediators"]) & _named(f)),
        },
        where=where,
    )
    _match(
        "mechanism",
        gold["mechanisms"],
        dossier.mechanisms,
        sort=lambda w, f: f.rule.kind in w["rule"],
        details=lambda w, f: {
            "veto": set(w.get("veto", ())) <= set(f.rule.veto),
            "quota": not w.get("quota") or f.rule.quota == w["quota"],
        },
        where=where,
    )


def _named(record: Any) -> set[str]:
    """Return the known actors of a record, whatever their part in it."""
    parts = ("parties", "mediators", "members")
    named = [r for part in parts for r in getattr(record, part, ())]
    return {r.actor for r in named if r.actor}


def _wanted(gold: Gold) -> list[set[str]]:
    """Return the actors of a gold record, each with those that may stand for it."""
    names = [*gold.get("parties", ()), *gold.get("members", ())]
    return [set(name.split("|")) for name in names]


def _match(
    kind: str,
    wanted: Sequence[Gold],
    found: Sequence[Any],
    *,
    sort: Callable[[Gold, Any], bool],
    details: Callable[[Gold, Any], dict[str, bool]],
    where: tuple[str, Tallies],
) -> None:
    """Match records of one kind by sort and actors.

    Two mentions of one thing are no error, and one that leaves actors out but names
    no wrong one is only a miss.
    """
    path, tallies = where
    used: set[str] = set()
    for gold in wanted:
        alike = [f for f in found if sort(gold, f)]
        actors = _wanted(gold)
        fitting = [f for f in alike if all(_named(f) & one for one in actors)]
        allowed = set().union(*actors, gold.get("mediators", ()))
        used.update(f.id for f in fitting)
        used.update(f.id for f in alike if _named(f) <= allowed)
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
    return f"{[w for w in what if w]} {sorted(_named(record))}"
