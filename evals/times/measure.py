"""Measure dates and stretches of time against an oracle.

The oracle, and the rule by which a case counts as news English, are in
``evals/oracle.py``; for dates an expression must also name a time ("15" alone does not).
A case is right if Accord finds as many dates as the oracle, each on the same days, with
these conventions:

- where the oracle gives a past and a future reading, either is right;
- "from March to May" ends with May (the oracle leaves the last unit out);
- the oracle leaves "after 2018" open: right is the year that it is counted from;
- a rest and "within five days" end with the day that the oracle names as their end;
- "two weeks ago" is a week, one that holds the oracle's day;
- "a few days ago" is a stretch, one that holds the oracle's days;
- what the oracle marks without a date (seasons, fiscal years) is not asked.

``agree`` is the share of such cases. ``dating`` leaves out those whose words date nothing
in news, as "partner of the year": lines of ``justified.yaml`` with ``dates: nothing``.
``explained`` counts the cases that any line there explains as right. Run as ``python evals/times/measure.py [--json] [--all]``;
every disagreement is printed with its reason, ``--all`` adds those it is not asked for.
"""

import argparse
import hashlib
import json
import re
import sys
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from accord.text.dates import DateFound, find_dates
from oracle import CASES, Case, missing, names_a_time, news, read_cases, shape

HERE = Path(__file__).parent
MODELS = ("DateTimeModel", "DateParser", "DatePeriodParser")
DAY = timedelta(days=1)
#: Words that join two ends, the last of which counts.
JOINTS = (" to ", "-", " and ", " through ", "until", " till ")
#: Words after which the oracle's end counts.
LIMITS = (" rest of ", " within ")
COARSE = ("week", "month", "year")
#: First and last day; None where the oracle leaves an end open.
Bounds = tuple[date | None, date | None]


def is_date(result: dict[str, Any]) -> bool:
    """Tell whether the oracle marks a date or a stretch of days."""
    kind = result.get("TypeName") or result.get("Type") or ""
    return kind.split(".")[-1] in {"date", "daterange"}


def readings(result: dict[str, Any]) -> set[Bounds]:
    """List what the oracle takes an expression to mean."""
    values = list((result.get("Resolution") or {}).get("values", ()))
    parsed = result.get("Value") or {}
    values += [parsed.get(f"{way}Resolution") or {} for way in ("Future", "Past")]
    return {bounds for value in values if (bounds := _bounds(value)) != (None, None)}


def _bounds(value: dict[str, Any]) -> Bounds:
    """Read one value of the oracle."""
    try:
        day = value.get("date") or (value.get("type") == "date" and value.get("value"))
        if day:
            return date.fromisoformat(day), date.fromisoformat(day)
        start = value.get("start") or value.get("startDate")
        end = value.get("end") or value.get("endDate")
        return (
            date.fromisoformat(start) if start else None,
            date.fromisoformat(end) - DAY if end else None,
        )
    except ValueError:
        return None, None


def agrees(result: dict[str, Any], found: DateFound) -> bool:
    """Tell whether a date is what the oracle says."""
    start, end = found.when.start, found.when.end
    if start is None or end is None:
        return False
    words = f" {result['Text'].lower()} "
    return any(_same(bounds, start, end, words) for bounds in readings(result))


def _same(bounds: Bounds, start: date, end: date, words: str) -> bool:
    """Compare days under the conventions."""
    first, last = bounds
    if last is None:
        return first in {start, end + DAY}
    if first is None:
        return last in {start - DAY, end}
    if start <= first and last <= end and _is_wide(bounds, start, end, words):
        return True
    if any(bound in words for bound in LIMITS) and first == start:
        return end == last + DAY
    if any(joint in words for joint in JOINTS) and first == start:
        return end in {last, *_units(last + DAY)}
    return (first, last) == (start, end)


def _is_wide(bounds: Bounds, start: date, end: date, words: str) -> bool:
    """Tell whether words are less exact than the day that the oracle gives."""
    coarse = bounds[0] == bounds[1] and (end - start).days >= 6
    return " few " in words or (coarse and any(unit in words for unit in COARSE))


def _units(day: date) -> set[date]:
    """Give the last days of a day, its month and its year."""
    month = day.replace(day=monthrange(day.year, day.month)[1])
    return {day, month, day.replace(month=12, day=31)}


def judge(case: Case) -> tuple[bool, list[dict[str, Any]]]:
    """Tell whether a case is right, and what the oracle marks as dates in it."""
    asked = [r for r in case.results if is_date(r) and readings(r)]
    others = [r["Text"].lower() for r in case.results if r not in asked]
    anchor = date.fromisoformat(case.anchor[:10]) if case.anchor else None
    found = [
        one
        for one in find_dates(case.text, anchor=anchor)
        if not any(case.text[one.start : one.end].lower() in text for text in others)
    ]
    right = len(found) == len(asked) and all(map(agrees, asked, found))
    return right, asked


def explain(case: Case, reasons: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Find the reason that is given for a disagreement."""
    for reason in reasons:
        pattern = re.compile(reason["words"], re.IGNORECASE)
        texts = [case.text] if reason.get("text") else [r["Text"] for r in case.results]
        if any(pattern.search(text) for text in texts):
            return reason
    return None


def counts(case: Case) -> bool:
    """Tell whether the dates that the oracle marks in a case occur in news."""
    dates = [r["Text"] for r in case.results if is_date(r)]
    return bool(dates) and all(
        names_a_time(words) and f" {shape(words)} " in news() for words in dates
    )


def main() -> None:
    """Print the table and every disagreement; with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    why = missing()
    if why:
        print(json.dumps({"skipped": why}) if options.json else why)
        return
    reasons = yaml.safe_load((HERE / "justified.yaml").read_text(encoding="utf-8"))
    total = agreed = explained = dateless = 0
    seen: set[tuple[str, str | None]] = set()
    for model in MODELS:
        right = told = asked = 0
        for case in read_cases(model):
            # The parsers' cases repeat many of the whole model's.
            if (case.text, case.anchor) in seen:
                continue
            seen.add((case.text, case.anchor))
            inside = counts(case)
            if not inside and not options.all:
                continue
            good, dates = judge(case)
            reason = None if good else explain(case, reasons)
            if not good:
                words = [result["Text"] for result in dates]
                why = reason["why"] if reason else "WRONG"
                print(f"  {case.text.strip()[:60]!r} {words}: {why}")
            if inside:
                asked, right = asked + 1, right + good
                told += good or reason is not None
                dateless += reason is not None and reason.get("dates") == "nothing"
        print(f"{model:16} agree {right:3}, explained {told:3}, of {asked:3} in news")
        total, agreed, explained = total + asked, agreed + right, explained + told
    metrics = {
        "agree": agreed / total,
        "dating": agreed / (total - dateless),
        "explained": explained / total,
    }
    for name, value in metrics.items():
        print(f"{name:10} {value:.3f}")
    if options.json:
        corpus = hashlib.sha256(CASES.read_bytes()).hexdigest()[:16]
        print(json.dumps({"corpus": corpus, "metrics": metrics}))


if __name__ == "__main__":
    main()
