"""Measure who is taken for the speaker, given the right sources.

Run as ``python evals/speakers/measure.py [--json] [--errors]``. Asks about the sources
of five real articles and of PolNeAR's development set (by offset; they lie beside the
project), and of invented ones.

The rules were improved on all of these, so the figures say what is kept, not how well
new texts fare. What each lot gave when it was first met stands in RESULTS.md.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from gold import INVENTED, Case, data, fingerprint, read_dev, read_invented, read_seeds

from accord.resolve import ResolveStage, load_knowledge


def ask(name: str, cases: Sequence[Case], *, errors: bool) -> dict[str, float]:
    """Resolve, judge and print; return the figures for the gate.

    Returns:
        accuracy: right answers, an open question left open among them; not_wrong:
        one less the share of wrong names; answered: share of the questions with an
        answer that got one; represents: right bodies spoken for.
    """
    stage = ResolveStage(load_knowledge())
    total: Counter[str] = Counter()
    rules: Counter[tuple[str, bool]] = Counter()
    for case in cases:
        answers = {a.id: a for a in stage(case.dossier).attributions}
        for question in case.questions:
            answer = answers[question.attribution]
            right = question.is_right(answer)
            given = answer.speaker.status != "unresolved"
            asked = "unresolved" not in question.statuses
            total.update(asked=1, right=right, wrong=given and not right)
            total.update(open=asked, kept_open=asked and not given)
            rules[answer.speaker.rule, right] += 1
            if question.represents:
                spoken = question.speaks_right(answer)
                total.update(bodies=1, right_bodies=spoken)
            else:
                spoken = True
            if question.via:
                total.update(passed=1, right_passed=question.passes_right(answer))
            if errors and not (right and spoken):
                source = answer.source.text if answer.source else ""
                print(f"  {case.name}: {source[:60]!r} -> {answer.speaker}")
                print(f"    {answer.speaks_for}; right: {question}")
    print(f"{name}: {total['asked']} sources in {len(cases)} articles")
    figures = {
        f"{name}_accuracy": total["right"] / total["asked"],
        f"{name}_not_wrong": 1 - total["wrong"] / total["asked"],
        f"{name}_answered": 1 - total["kept_open"] / total["open"],
        f"{name}_represents": total["right_bodies"] / max(total["bodies"], 1),
    }
    for key, value in figures.items():
        print(f"  {key:24} {value:.3f}")
    for rule in sorted({rule for rule, _ in rules}):
        right, wrong = rules[rule, True], rules[rule, False]
        print(f"  {rule:24} {right:4d} right {wrong:4d} not")
    return {key: round(value, 4) for key, value in figures.items()}


def main() -> int:
    """Measure, print a table, and with ``--json`` one line for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="print what is not right")
    options = parser.parse_args()
    missing = [name for name in ("seeds", "polnear") if not (data() / name).is_dir()]
    if missing:
        reason = f"{data() / missing[0]} is not there; set ACCORD_DATA"
        print(json.dumps({"skipped": reason}) if options.json else f"SKIPPED: {reason}")
        return 0
    begun = time.perf_counter()
    metrics = ask("seeds", read_seeds(), errors=options.errors)
    metrics |= ask("dev", read_dev(), errors=options.errors)
    metrics |= ask("sample", read_dev("sample.yaml"), errors=options.errors)
    for name in INVENTED:
        metrics |= ask(name, read_invented(name), errors=options.errors)
    print(f"seconds: {time.perf_counter() - begun:.2f}")
    if options.json:
        print(json.dumps({"corpus": fingerprint(), "metrics": metrics}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
