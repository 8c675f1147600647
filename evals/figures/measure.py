"""Measure numbers, amounts of money and shares against an oracle.

The oracle, and the rule by which a case counts as news English, are in
``evals/oracle.py``. A case is right if exactly its values are found, with their
currencies where the oracle names an ISO code. ``held`` and ``fresh`` are the shares of
our own cases of which every figure is right, with unit, limits and approximation.
``news_read`` and ``news_first`` are whole news texts, judged by ``news.py``: which of
their figures, lengths of time, dates and sums are found, and what is told of them.
``RESULTS.md`` tells how all went the first time. Run as
``python evals/figures/measure.py [--json] [--cases]``; every miss is printed.
"""

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from held import judge_held, read_held
from news import judge_news

from accord.model import Span
from accord.position.reported.amounts import find_amounts
from accord.text.numbers import find_numbers
from oracle import CASES, Case, missing, occurs_in_news, read_cases

#: Our own cases, in the order in which they were written.
OWN = ("held", "fresh")
#: Whole news texts with every figure and date of theirs.
NEWS = ("news_read", "news_first")
#: Lengths of time; what the oracle makes of them is in ``evals/times``.
LENGTHS = frozenset({"hours", "days", "weeks", "months", "years"})
#: A value and, for money, its ISO code; None where the oracle has none.
Value = tuple[float, str | None]


def expected(case: Case) -> list[Value]:
    """List the values that the oracle gives; words without a number are left out."""
    found = []
    for result in case.results:
        resolution = result["Resolution"]
        value = resolution.get("value")
        if value not in {None, "null"}:
            code = resolution.get("isoCurrency")
            found.append((float(value.rstrip("%")), code))
    return found


def amounts(case: Case, *, percent: bool) -> list[Value]:
    """List the amounts of money, or the shares, that Accord finds."""
    return [
        (amount.value or amount.low or 0.0, None if percent else amount.unit)
        for amount in find_amounts(case.text, Span(0, len(case.text)))
        if not (amount.noun or amount.unit in LENGTHS)
        and (amount.unit == "percent") == percent
    ]


def numbers(case: Case) -> list[Value]:
    """List the numbers that Accord finds."""
    return [(number.value, None) for number in find_numbers(case.text)]


MODELS: dict[str, tuple[str, Callable[[Case], list[Value]]]] = {
    "number": ("NumberModel", numbers),
    "currency": ("CurrencyModel", lambda case: amounts(case, percent=False)),
    "percent": ("PercentModel", lambda case: amounts(case, percent=True)),
}


def agree(wanted: list[Value], found: list[Value]) -> bool:
    """Tell whether values are the same, in the same order."""
    return len(wanted) == len(found) and all(
        math.isclose(one[0], other[0], rel_tol=1e-9)
        and (one[1] is None or one[1] == other[1])
        for one, other in zip(wanted, found, strict=True)
    )


def measure_held(name: str) -> float:
    """Judge our own cases of a file and print those that are wrong."""
    cases = read_held(name)
    right = 0
    for case in cases:
        wrong = judge_held(case)
        right += wrong is None
        if wrong:
            print(f"  {name}: {case['text']!r}: {wrong}")
    print(f"{name:9} {right} of {len(cases)}")
    return right / len(cases)


def measure_news(name: str, *, cases: bool) -> dict[str, float]:
    """Judge the whole news texts of a file."""
    news = judge_news(name)
    metrics = news.metrics(name)
    print("\n".join(news.cases if cases else ()))
    print("\n".join(f"{key:30} {value:.3f}" for key, value in metrics.items()))
    return metrics


def main() -> None:
    """Print the table and every miss, and with ``--json`` the line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cases", action="store_true", help="what was missed in news")
    options = parser.parse_args()
    why = missing()
    if why:
        print(json.dumps({"skipped": why}) if options.json else why)
        return
    metrics = {}
    right_of_all = cases_of_all = 0
    for name, (model, read) in MODELS.items():
        cases = [case for case in read_cases(model) if case.results]
        inside = [case for case in cases if occurs_in_news(case)]
        right = 0
        for case in inside:
            wanted, found = expected(case), read(case)
            good = agree(wanted, found)
            right += good
            if not good:
                print(f"  {name}: {case.text.strip()[:90]!r}: {wanted}, found {found}")
        print(f"{name:9} {right:3} of {len(inside):3} in news, of {len(cases)} in all")
        metrics[name] = right / len(inside)
        right_of_all += right
        cases_of_all += len(inside)
    metrics["all"] = right_of_all / cases_of_all
    print(f"all       {metrics['all']:.3f}")
    metrics.update({name: measure_held(name) for name in OWN})
    for name in NEWS:
        metrics.update(measure_news(name, cases=options.cases))
    if options.json:
        digest = hashlib.sha256(CASES.read_bytes())
        for name in (*OWN, *NEWS):
            digest.update(Path(__file__).with_name(f"{name}.yaml").read_bytes())
        line = {"corpus": digest.hexdigest()[:16], "metrics": metrics}
        print(json.dumps(line))


if __name__ == "__main__":
    main()
