"""Measure acts, conditions and stances on invented texts, and acts on event sentences.

``statements.yaml`` was looked at while the rules were made, and in time so was
``held_out.yaml``.
Attributions are given, so that only the position room is measured. Beside them, acts are
held against the root codes of the Zero-Shot PLOVER sentences where ``ACCORD_DATA`` has
them; a linear classifier trained on such sentences reaches .76 there.

The disputes of ``disputes.py`` go the whole way from the text, by the packaged model:
``dev`` was looked at while the rules were made; each lot of ``lots`` was measured once
before that; ``fresh``, ``kept`` and ``news`` were never looked at.

Run as ``python evals/positions/measure.py [--json] [--errors]``.
"""

import argparse
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from agreement import alpha, kappa, pair_codes
from disputes import Score, list_files, load_codes, load_disputes, score_dispute

from accord.adapters.models.judges import ModelStanceJudge, packaged_stance_model
from accord.model import (
    Attribution,
    Document,
    Dossier,
    Mention,
    Span,
    Speaker,
    Statement,
    content_id,
)
from accord.ports import StanceJudge
from accord.position import PositionStage, packaged_codebooks
from accord.position.acts import act_hits, acts
from accord.position.phrases import tokenise

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PUBLISHED_LINEAR = 0.76
SIDES = ("support", "oppose", "conditional")
SPLITS = ("dev", "lots", "fresh", "kept", "news")
#: Their mistakes are never printed.
UNSEEN = ("fresh", "kept", "news")
NAMES = {
    "NOR": ("Norland", "Norrish"),
    "VEL": ("Velia", "Velian", "Kost"),
    "OST": ("Ostmark",),
    "WEST": ("the West",),
    "KAL": ("Kalgria", "Kalgrian"),
    "MAR": ("Marrow",),
    "ISL": ("Island states", "island states", "The islands", "the islands"),
    "GUL": ("Gulf group", "Gulf delegate"),
    "UNI": ("Northern Union", "the Union", "The Union"),
    "EMG": ("emerging economies", "Emerging economies"),
    "FOR": ("Forest countries", "forest states"),
    "TUC": ("The union", "the union", "drivers' union"),
    "COM": ("the company", "The company", "the employers", "The employers"),
}
_PART = re.compile(r"\[([sctq]) ([^\]]*)\]")


@dataclass
class Tally:
    """Counts for one file of texts."""

    acts: Counter[bool] = field(default_factory=Counter)
    conditions: Counter[bool] = field(default_factory=Counter)
    targets: Counter[bool] = field(default_factory=Counter)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def unmark(marked: str) -> tuple[str, Mapping[str, list[Span]]]:
    """Take the brackets out of a text; give the text and the spans by letter."""
    spans: dict[str, list[Span]] = {letter: [] for letter in "sctq"}
    text = ""
    at = 0
    for part in _PART.finditer(marked):
        text += marked[at : part.start()]
        spans[part[1]].append(Span(len(text), len(text) + len(part[2])))
        text += part[2]
        at = part.end()
    return text + marked[at:], spans


def read_dossier(row: Mapping[str, Any]) -> Dossier:
    """Make a document with one attribution and its mentions from a row."""
    text, spans = unmark(row["text"])
    document = Document(
        id=content_id("document", text),
        produced_by="evals.positions",
        path="statements.txt",
        title=None,
        outlet=None,
        author=None,
        language="en",
        url=None,
        published=None,
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    attribution = Attribution.of(
        document,
        source=tuple(spans["s"]),
        cue=tuple(spans["c"]),
        content=tuple(spans["t"]),
        mode="direct" if spans["q"] else "indirect",
        produced_by="evals.positions",
        confidence=1.0,
    )
    who = row["who"]
    speaker = Speaker(who, NAMES[who][0], "resolved", "gold", 1.0)
    mentions = tuple(sorted(find_mentions(document)))
    return Dossier(
        document=document,
        attributions=(replace(attribution, speaker=speaker),),
        mentions=mentions,
    )


def find_mentions(document: Document) -> Iterator[Mention]:
    """Find the names of the invented actors."""
    for actor, names in NAMES.items():
        for name in names:
            for match in re.finditer(rf"\b{re.escape(name)}\b", document.text):
                yield Mention(
                    document=document.id,
                    start=match.start(),
                    end=match.end(),
                    text=name,
                    actor=actor,
                    name=names[0],
                    rule="gold",
                    confidence=1.0,
                )


def measure(rows: Sequence[Mapping[str, Any]]) -> Tally:
    """Run the position room over rows and count."""
    stages = {book.name: PositionStage(book) for book in packaged_codebooks()}
    tally = Tally()
    for row in rows:
        done = stages[row["book"]](read_dossier(row))
        (attribution,) = done.attributions
        right = attribution.act in (row["act"], *row.get("accept", ()))
        tally.acts[right] += 1
        if not right:
            tally.errors.append(
                f"act {attribution.act} for {row['act']}: {row['text']}"
            )
        condition = attribution.condition.text if attribution.condition else None
        tally.conditions[condition == row.get("condition")] += 1
        if condition != row.get("condition"):
            tally.errors.append(f"condition {condition!r}: {row['text']}")
        if "target" in row:
            found = attribution.target.actor if attribution.target else None
            tally.targets[found == row["target"]] += 1
            if found != row["target"]:
                tally.errors.append(f"target {found}: {row['text']}")
        compare(row, done.statements, tally)
    return tally


def compare(
    row: Mapping[str, Any], statements: Sequence[Statement], tally: Tally
) -> None:
    """Pair the sides found with the sides of the gold."""
    gold = dict(row["stances"])
    found = {s.issue: s.stance for s in statements if s.stance != "unclear"}
    for issue in sorted({*gold, *found}):
        wanted = gold.get(issue, "none")
        got = found.get(issue, "none")
        if wanted == "unclear":
            # No side is right, and so is silence; any side is a false one.
            wanted = "none"
        if wanted == got == "none":
            continue
        tally.pairs.append((wanted, got))
        if wanted != got:
            tally.errors.append(f"{issue}: {got} for {wanted}: {row['text']}")


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Average the F1 of the three sides."""
    values = []
    for side in SIDES:
        hits = sum(1 for wanted, got in pairs if wanted == got == side)
        wanted_total = sum(1 for wanted, _ in pairs if wanted == side)
        got_total = sum(1 for _, got in pairs if got == side)
        total = wanted_total + got_total
        values.append(2 * hits / total if total else 1.0)
    return sum(values) / len(values)


def share(counts: Counter[bool]) -> float:
    """Give the share of right ones."""
    return counts[True] / max(1, counts.total())


def summarise(tally: Tally) -> dict[str, float]:
    """Turn counts into the figures of one file."""
    made = [got for _, got in tally.pairs if got != "none"]
    right = sum(1 for wanted, got in tally.pairs if wanted == got)
    due = sum(1 for wanted, _ in tally.pairs if wanted != "none")
    return {
        "act_accuracy": share(tally.acts),
        "condition_accuracy": share(tally.conditions),
        **({"target_accuracy": share(tally.targets)} if tally.targets else {}),
        "stance_macro_f1": macro_f1(tally.pairs),
        "statement_precision": right / max(1, len(made)),
        "statement_recall": right / max(1, due),
    }


def measure_events() -> dict[str, float] | None:
    """Hold acts against the root codes of event sentences; None without the data."""
    folder = Path(os.environ.get("ACCORD_DATA", ROOT.parent / "shared" / "data"))
    path = folder / "events" / "plv_train.jsonl"
    if not path.exists():
        return None
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    verbal = {act.plover for act in acts().values() if act.plover}
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows:
        root = "CONCEDE" if row["root"] == "YIELD" else row["root"]
        kind = "verbal" if root in verbal else "material"
        total[kind] += 1
        right[kind] += guess_root(row) == root
    return {
        "events_verbal_accuracy": right["verbal"] / max(1, total["verbal"]),
        "events_all_accuracy": right.total() / max(1, total.total()),
    }


def guess_root(row: Mapping[str, str]) -> str | None:
    """Guess the root code: the first act after the source that PLOVER knows."""
    text = row["text"]
    tokens = tokenise(text)
    begin = tokens.range(
        max(0, text.find(row["source"])) + len(row["source"]), len(text)
    ).start
    hits = [
        h
        for h in act_hits(tokens)
        if acts()[h.label[0]].plover and not acts()[h.label[0]].informs
    ]
    ahead = [h for h in hits if h.first >= begin]
    chosen = min(ahead or hits, key=lambda h: (h.first, h.first - h.last), default=None)
    return acts()[chosen.label[0]].plover if chosen else None


def measure_disputes(
    split: str, *, errors: bool, judge: StanceJudge | None = None
) -> tuple[dict[str, float], list[str]]:
    """Measure the disputes of a split; give the figures and what to print."""
    codes = load_codes("first.yaml")
    total = Score()
    lines = []
    for dispute in load_disputes(split):
        score = score_dispute(dispute, codes, judge=judge)
        total += score
        lines.append(f"  {dispute.name:10} {describe(score.figures())}")
    if errors and split not in UNSEEN:
        lines.extend(f"    {error}" for error in total.errors)
    figures = total.figures()
    return figures, [f"{split} disputes  {describe(figures)}", *lines]


def describe(figures: Mapping[str, float]) -> str:
    """Put figures on one line."""
    return "  ".join(f"{key} {value:.3f}" for key, value in figures.items())


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print for the gate")
    parser.add_argument("--errors", action="store_true", help="print every mistake")
    parser.add_argument("--held-out-errors", action="store_true", help="those as well")
    options = parser.parse_args()
    digest = hashlib.sha256()
    metrics: dict[str, float] = {}
    lines: list[str] = []
    for name in ("statements", "held_out"):
        data = (HERE / f"{name}.yaml").read_bytes()
        digest.update(data)
        rows = yaml.safe_load(data)
        tally = measure(rows)
        figures = summarise(tally)
        metrics.update({f"{name}_{key}": value for key, value in figures.items()})
        shown = describe(figures)
        lines.append(f"{name} ({len(rows)} texts)  {shown}")
        wanted = options.errors if name == "statements" else options.held_out_errors
        lines.extend(f"    {error}" for error in tally.errors if wanted)
    for path in list_files():
        digest.update(path.read_bytes())
    for split in SPLITS:
        figures, told = measure_disputes(split, errors=options.errors)
        metrics.update({f"{split}_{key}": value for key, value in figures.items()})
        lines.extend(told)
    # Of the others some taught the judge.
    judge = ModelStanceJudge.at(packaged_stance_model())
    for split in UNSEEN:
        figures, (shown, *_) = measure_disputes(split, errors=False, judge=judge)
        metrics.update({f"{split}_judged_{k}": v for k, v in figures.items()})
        lines.append(f"with the judge, as by default: {shown}")
    first = load_codes("first.yaml")
    for made, name in (("two passes", "second.yaml"), ("two hands", "another.yaml")):
        pairs = pair_codes(first, load_codes(name))
        lines.append(
            f"{made} over {len(pairs)} codes  kappa {kappa(pairs):.3f}"
            f"  alpha {alpha(pairs):.3f}"
        )
    events = measure_events()
    if events is None:
        lines.append("events: skipped, no events/plv_train.jsonl in ACCORD_DATA")
    else:
        shown = describe(events)
        lines.append(f"{shown}  (published linear, all 15 roots: {PUBLISHED_LINEAR})")
    if options.json:
        print(json.dumps({"corpus": digest.hexdigest()[:16], "metrics": metrics}))
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
