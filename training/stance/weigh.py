"""Fit how rules and judge are weighed against each other; one command, nothing random.

    python -m training.stance.weigh --model FOLDER --to src/accord/position/data/judged.json

``FOLDER`` holds the exported judge. What it is fitted on neither taught the judge nor,
but for the disputes, the rules: the rows of ``training/stance/news`` whose issues the
judge's record says were kept aside (of a judge that no news taught, the same ones),
and the disputes of ``evals/positions`` but the fresh ones. Each issue and each dispute is weighed by numbers fitted without
it. Writes the numbers, with a record of how they came to be.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from accord.adapters.models.judges import ModelStanceJudge
from accord.position import PositionStage, parse_codebook
from accord.position.judged import Candidate
from accord.position.judged.weighing import ANSWERS, FEATURES, features
from training.stance.corpus import LABELS
from training.stance.news import Question, Row, part, read_news

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "evals" / "positions"))
import disputes as coded  # noqa: E402

Array = np.ndarray
_SETTLED = 1e-6


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate whose right answer is known.

    Attributes:
        group: The issue or dispute that it belongs to; weighed without it.
        candidate: Somebody's words on an issue.
        answer: Place of the right answer in ``ANSWERS``.
    """

    group: str
    candidate: Candidate
    answer: int


def of_news(issues: Sequence[Question]) -> Iterator[Case]:
    """Read rows as texts; candidates of speakers that have no row are left out."""
    for issue in issues:
        book = {"id": issue.id.replace("_", "-"), "question": issue.question}
        book |= {"terms": list(issue.terms)}
        stage = PositionStage(
            parse_codebook(yaml.safe_dump({"name": "x", "issues": [book]}), name="x")
        )
        rows: dict[str, list[Row]] = {}
        for row in issue.rows:
            rows.setdefault(row.text, []).append(row)
        for text, speakers in rows.items():
            for candidate in stage.candidates(coded.read(text, issue.id)):
                found = [r for r in speakers if is_of((r.speaker,), candidate)]
                if found:
                    answer = ANSWERS.index(LABELS[found[0].label])
                    yield Case(issue.terms[0], candidate, answer)


def of_disputes() -> Iterator[Case]:
    """Read the disputes for development; who is not coded takes no side."""
    codes = coded.load_codes("first.yaml")
    known = (*coded.load_disputes("dev"), *coded.load_disputes("lots"))
    for dispute in known:
        stage = PositionStage(dispute.codebook)
        for name, text in dispute.texts.items():
            dossier = coded.read(text, name, dispute.authors.get(name))
            for candidate in stage.candidates(dossier):
                issue = dispute.codebook.issues[candidate.issue].id
                stances = [
                    code.stance
                    for code in codes[name]
                    if code.issue == issue and is_of(code.actors, candidate)
                ]
                right = stances[0] if stances else "neither"
                right = "neither" if right == "unclear" else right
                yield Case(dispute.name, candidate, ANSWERS.index(right))


def is_of(actors: Sequence[str], candidate: Candidate) -> bool:
    """Tell whether a candidate is one of some actors, by name."""
    who = candidate.statement or candidate.holder
    names = [who.name.lower()]
    if who.speaks_for is not None:
        names.append(who.speaks_for.name.lower())
    return any(a.lower() in n or n in a.lower() for a in actors for n in names)


def design(cases: Sequence[Case], judge: ModelStanceJudge) -> Array:
    """Ask the judge; give what speaks for each answer, (cases, answers, features)."""
    table = np.zeros((len(cases), len(ANSWERS), len(FEATURES)))
    said = judge.judge([case.candidate.case for case in cases])
    for row, (case, sides) in enumerate(zip(cases, said, strict=True)):
        for answer, told in enumerate(features(case.candidate, sides)):
            for place, value in told.items():
                table[row, answer, place] = value
    return table


def fit(table: Array, right: Array, strength: float, rounds: int = 60) -> Array:
    """Fit the conditional logit by Newton's method.

    Args:
        table: What speaks for each answer.
        right: The right answers.
        strength: How much large numbers cost.
        rounds: How often to step at most.
    """
    rows, _, size = table.shape
    numbers = np.zeros(size)
    for _ in range(rounds):
        shares = weigh(table, numbers)
        mean = np.einsum("ra,raf->rf", shares, table)
        uphill = (table[np.arange(rows), right] - mean).sum(0) - strength * numbers
        apart = table - mean[:, None]
        bend = np.einsum("ra,raf,rag->fg", shares, apart, apart)
        step = np.linalg.solve(bend + strength * np.eye(size), uphill)
        numbers = numbers + step
        if np.abs(step).max() < _SETTLED:
            break
    return numbers


def weigh(table: Array, numbers: Array) -> Array:
    """Give the share of each answer, (cases, answers)."""
    scores = table @ numbers
    odds = np.exp(scores - scores.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def each_without(
    cases: Sequence[Case], table: Array, right: Array, strength: float
) -> Array:
    """Weigh each group by numbers fitted on the others."""
    groups = np.array([case.group for case in cases])
    shares = np.zeros(table.shape[:2])
    for group in sorted(set(groups)):
        of_it = groups == group
        numbers = fit(table[~of_it], right[~of_it], strength)
        shares[of_it] = weigh(table[of_it], numbers)
    return shares


def describe(shares: Array, right: Array, chosen: Callable[[int], bool]) -> list[dict]:
    """Tell precision and recall of sides at several thresholds."""
    kept = np.array([chosen(row) for row in range(len(right))])
    shares, right = shares[kept], right[kept]
    sided = right < len(ANSWERS) - 1
    likely, share = shares[:, :-1].argmax(1), shares[:, :-1].max(1)
    told = []
    for threshold in (0.4, 0.5, 0.6, 0.7, 0.8):
        made = share >= threshold
        hits = (made & (likely == right)).sum()
        told.append(
            {
                "threshold": threshold,
                "made": int(made.sum()),
                "precision": round(float(hits / max(1, made.sum())), 4),
                "recall": round(float(hits / max(1, sided.sum())), 4),
            }
        )
    return told


def main() -> None:
    """Fit, tell and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=1.0)
    options = parser.parse_args()
    taught = json.loads((options.model / "record.json").read_text())["options"]
    kept = part(read_news(), taught.get("fold", 0), taught.get("folds", 8))
    news, disputes = list(of_news(kept)), list(of_disputes())
    cases = [*news, *disputes]
    right = np.array([case.answer for case in cases])
    table = design(cases, ModelStanceJudge.at(options.model))
    shares = each_without(cases, table, right, options.strength)
    record = {
        "cases": {"news": len(news), "disputes": len(disputes)},
        "strength": options.strength,
        "each_without_its_issue": {
            "news": describe(shares, right, lambda row: row < len(news)),
            "disputes": describe(shares, right, lambda row: row >= len(news)),
        },
    }
    print(json.dumps(record, indent=1))
    numbers = fit(table, right, options.strength)
    weights = {n: round(float(v), 4) for n, v in zip(FEATURES, numbers, strict=True)}
    options.to.write_text(
        json.dumps({"weights": weights, "record": record}, indent=1) + "\n"
    )


if __name__ == "__main__":
    main()
