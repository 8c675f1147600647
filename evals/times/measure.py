"""Measure dates and stretches of time against an oracle, and on cases of our own.

The oracle, and the rule by which a case counts as news English, are in
``evals/oracle.py``. For dates an expression must also say which time it names (neither
"15" alone nor "of the year" does), and must occur in news as the oracle reads it:
``senses.yaml`` lists those that never do. A case is right if Accord finds as many dates
as the oracle, each on the same days, with these conventions:

- where the oracle gives a past and a future reading, either is right;
- "from March to May" ends with May (the oracle leaves the last unit out);
- the oracle leaves "after 2018" open: right is the year that it is counted from;
- a rest and "within five days" end with the day that the oracle names as their end;
- "two weeks ago" is a week, one that holds the oracle's day;
- "a few days ago" is a stretch, one that holds the oracle's days;
- "later this year" is for the oracle the second half, whatever the day: right is also
  what reaches from the day of publication to the year's end, if it holds that half;
- what the oracle marks without a date (seasons, fiscal years) is not asked.

``agree`` is the share of such cases; ``strict`` the same without the convention on "later
this year"; ``wide`` the share of all cases whose shapes occur in news, in whatever sense.
``explained`` counts the cases that any line of ``justified.yaml`` explains as right.
``held`` and ``fresh`` are the shares of our own cases of which every date is right:
``RESULTS.md`` tells how both went the first time.
Run as ``python evals/times/measure.py [--json] [--all]``; every disagreement is printed
with its reason, ``--all`` adds those it is not asked for.
"""

import argparse
import hashlib
import json
import re
import sys
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from held import judge_held, read_held

from accord.text.dates import DateFound, find_dates
from oracle import (
    CASES,
    Case,
    count_in_news,
    has_time_word,
    missing,
    names_a_time,
    read_cases,
    shape,
)

HERE = Path(__file__).parent
MODELS = ("DateTimeModel", "DateParser", "DatePeriodParser")
DAY = timedelta(days=1)
#: Words that join two ends, the last of which counts.
JOINTS = (" to ", "-", " and ", " through ", "until", " till ")
#: Words after which the oracle's end counts.
LIMITS = (" rest of ", " within ")
COARSE = ("week", "month", "year")
#: Our own cases, in the order in which they were written.
OWN = ("held", "fresh")
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


def agrees(result: dict[str, Any], found: DateFound, *, strict: bool) -> bool:
    """Tell whether a date is what the oracle says."""
    start, end = found.when.start, found.when.end
    if start is None or end is None:
        return False
    words = f" {result['Text'].lower()} "
    return any(
        _same(bounds, start, end, words)
        or (not strict and _is_cut_today(bounds, start, end, words))
        for bounds in readings(result)
    )


def _is_cut_today(bounds: Bounds, start: date, end: date, words: str) -> bool:
    """Tell "later this year" cut at the day of publication from another half."""
    first, last = bounds
    if first is None or last is None:
        return False
    if words.startswith(" earlier "):
        return start == first and last <= end
    return words.startswith(" later ") and start <= first and last == end


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


def judge(case: Case, *, strict: bool = False) -> tuple[bool, list[dict[str, Any]]]:
    """Tell whether a case is right, and what the oracle marks as dates in it."""
    asked = [r for r in case.results if is_date(r) and readings(r)]
    others = [r["Text"].lower() for r in case.results if r not in asked]
    anchor = date.fromisoformat(case.anchor[:10]) if case.anchor else None
    found = [
        one
        for one in find_dates(case.text, anchor=anchor)
        if not any(case.text[one.start : one.end].lower() in text for text in others)
    ]
    right = len(found) == len(asked) and all(
        agrees(result, one, strict=strict)
        for result, one in zip(asked, found, strict=True)
    )
    return right, asked


def explain(case: Case, reasons: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Find the reason that is given for a disagreement."""
    for reason in reasons:
        pattern = re.compile(reason["words"], re.IGNORECASE)
        texts = [case.text] if reason.get("text") else [r["Text"] for r in case.results]
        if any(pattern.search(text) for text in texts):
            return reason
    return None


@cache
def never_meant() -> frozenset[str]:
    """Read the shapes that news never uses as the oracle reads them.

    Raises:
        SystemExit: A count is no longer right, so that the list must be read again.
    """
    rows = yaml.safe_load((HERE / "senses.yaml").read_text(encoding="utf-8"))
    for row in rows:
        if count_in_news(row["shape"]) != row["in_news"]:
            message = f"{row['shape']!r} occurs {count_in_news(row['shape'])} times"
            raise SystemExit(message)
    return frozenset(row["shape"] for row in rows if not row["as_the_oracle"])


def is_meant(words: str) -> bool:
    """Tell whether an expression occurs in news as the oracle reads it, or may."""
    shaped = shape(words).removeprefix("the ")
    return names_a_time(words) and never_meant().isdisjoint({shaped, f"the {shaped}"})


def counts(case: Case, *, wide: bool = False) -> bool:
    """Tell whether the dates that the oracle marks in a case occur in news."""
    dates = [r["Text"] for r in case.results if is_date(r)]
    suits = has_time_word if wide else is_meant
    return bool(dates) and all(
        suits(words) and count_in_news(shape(words)) for words in dates
    )


def each_case() -> Iterator[Case]:
    """Read the cases of all models; the parsers repeat many of the whole model's."""
    seen: set[tuple[str, str | None]] = set()
    for model in MODELS:
        for case in read_cases(model):
            if (case.text, case.anchor) not in seen:
                seen.add((case.text, case.anchor))
                yield case


def measure_oracle(*, everything: bool) -> dict[str, float]:
    """Judge every case and print the disagreements."""
    reasons = yaml.safe_load((HERE / "justified.yaml").read_text(encoding="utf-8"))
    tally: Counter[str] = Counter()
    for case in each_case():
        inside, wide = counts(case), counts(case, wide=True)
        if not (inside or wide or everything):
            continue
        good, dates = judge(case)
        tally.update(wide=wide, wide_right=wide and good)
        if inside:
            strict = judge(case, strict=True)[0]
            reason = None if good else explain(case, reasons)
            tally.update(asked=1, agree=good, strict=strict)
            tally.update(explained=good or reason is not None)
        if not good and (inside or everything):
            words = [result["Text"] for result in dates]
            why = explain(case, reasons)
            told = why["why"] if why else "WRONG"
            print(f"  {case.text.strip()[:60]!r} {words}: {told}")
    asked = tally["asked"]
    print(
        f"{tally['agree']} of {asked} in news; {tally['wide_right']} of {tally['wide']}"
    )
    shares = {name: tally[name] / asked for name in ("agree", "strict", "explained")}
    return {**shares, "wide": tally["wide_right"] / tally["wide"]}


def measure_held(name: str) -> float:
    """Judge our own cases of a file and print those that are wrong."""
    cases = read_held(name)
    right = 0
    for case in cases:
        wrong = judge_held(case)
        right += not wrong
        if wrong:
            print(f"  {name}: {case['text']!r}: {'; '.join(wrong)}")
    print(f"{right} of {len(cases)} of our own, {name}")
    return right / len(cases)


def main() -> None:
    """Print the figures and every disagreement; with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    why = missing()
    if why:
        print(json.dumps({"skipped": why}) if options.json else why)
        return
    metrics = measure_oracle(everything=options.all)
    metrics.update({name: measure_held(name) for name in OWN})
    for name, value in metrics.items():
        print(f"{name:10} {value:.3f}")
    if options.json:
        digest = hashlib.sha256(CASES.read_bytes())
        for name in OWN:
            digest.update((HERE / f"{name}.yaml").read_bytes())
        line = {"corpus": digest.hexdigest()[:16], "metrics": metrics}
        print(json.dumps(line))


if __name__ == "__main__":
    main()
