"""Measure sides in plain agency prose, by kind of construction.

Thirteen invented disputes of two issues each, their codebooks jotted down in a minute, with
25 to 53 plain sentences each: speech, attitudes without speech, nouns ("the unions' opposition
to"), deeds, the issue named by its terms, in other words, by the question's verb or its opposite, by
a pronoun, quotations, two actors in one sentence, denials and conditions. Each text goes the
whole way from the words, so a statement is right only if actor, issue and side all are.

``seen.yaml`` was looked at while rules were made; of ``kept.yaml`` only figures are printed.

Run as ``python evals/plain/measure.py [--json] [--errors] [--judge]``.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "positions"))

from disputes import Code, read  # noqa: E402

from accord.adapters.models.judges import (  # noqa: E402
    ModelStanceJudge,
    packaged_stance_model,
)
from accord.model import Statement  # noqa: E402
from accord.ports import StanceJudge  # noqa: E402
from accord.position import PositionStage, parse_codebook  # noqa: E402

FILES = ("seen", "kept")
SIGNS = {"+": "support", "-": "oppose", "~": "conditional"}


def read_codes(coded: str) -> Iterator[Code]:
    """Read ``Arle pact +; Corva pact -``; the word "none" codes nothing."""
    for one in coded.split(";"):
        if one.strip() != "none":
            actors, issue, sign = one.strip().rsplit(" ", 2)
            yield Code(tuple(actors.split("/")), issue, SIGNS[sign], "", None)


def is_same(code: Code, statement: Statement) -> bool:
    """Tell whether a statement is by a coded actor on the coded issue."""
    who = [statement.name, statement.speaks_for.name if statement.speaks_for else ""]
    names = [name.lower() for name in who if name]
    return statement.issue == code.issue and any(
        wanted.lower() in name or name in wanted.lower()
        for wanted in code.actors
        for name in names
    )


def compare(codes: Sequence[Code], statements: Sequence[Statement]) -> Iterator[str]:
    """Tell of each code whether it was met: "right", "wrong", "missed"; and what is "extra"."""
    left = [s for s in statements if s.stance != "unclear"]
    for code in codes:
        met = next((s for s in left if is_same(code, s)), None)
        left = [s for s in left if not is_same(code, s)]
        if met is None:
            yield "missed"
        else:
            yield "right" if met.stance == code.stance else "wrong"
    yield from ("extra" for _ in left)


def measure(
    books: Sequence[Mapping[str, Any]], judge: StanceJudge | None, *, errors: bool
) -> dict[str, Counter[str]]:
    """Count by kind of construction."""
    counts: dict[str, Counter[str]] = {}
    for book in books:
        name = book["name"]
        asked = yaml.safe_dump({"name": name, "issues": book["issues"]})
        stage = PositionStage(parse_codebook(asked, name=name), judge=judge)
        for row in book["rows"]:
            kind, text, coded = row.split(" | ")
            made = stage(read(text, name)).statements
            told = list(compare(list(read_codes(coded)), made))
            counts.setdefault(kind, Counter()).update(told)
            if errors and set(told) - {"right"}:
                print(f"{name} {kind}: {'+'.join(told)}: {text}")
    return counts


def figures(count: Counter[str]) -> dict[str, float]:
    """Give precision and recall of counts."""
    made = count["right"] + count["wrong"] + count["extra"]
    due = count["right"] + count["wrong"] + count["missed"]
    return {
        "precision": count["right"] / max(1, made),
        "recall": count["right"] / max(1, due),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print for the gate")
    parser.add_argument("--errors", action="store_true", help="print what is not right")
    parser.add_argument("--judge", action="store_true", help="ask the judge as well")
    options = parser.parse_args()
    judge = ModelStanceJudge.at(packaged_stance_model()) if options.judge else None
    digest = hashlib.sha256()
    metrics: dict[str, float] = {}
    lines: list[str] = []
    for name in FILES:
        data = (HERE / f"{name}.yaml").read_bytes()
        digest.update(data)
        errors = options.errors and name != "kept"
        counts = measure(yaml.safe_load(data), judge, errors=errors)
        total = sum(counts.values(), Counter[str]())
        for kind, count in (*counts.items(), ("all", total)):
            shown = figures(count)
            due = count.total() - count["extra"]
            lines.append(
                f"{name:5} {kind:10} {due:4} due"
                f"  precision {shown['precision']:.3f}  recall {shown['recall']:.3f}"
            )
        shown = figures(total)
        metrics.update({f"{name}_{key}": value for key, value in shown.items()})
    if options.json:
        print(json.dumps({"corpus": digest.hexdigest()[:16], "metrics": metrics}))
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
