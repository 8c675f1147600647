"""Measure how many articles a second are resolved and read for positions.

    python benchmarks/positions.py            # a table
    python benchmarks/positions.py --json     # one line of JSON
    python benchmarks/positions.py --rules    # without the judge of stance

Articles of about 600 words are put together from the invented disputes of
``evals/positions``; attribution is done before the clock starts. Time is that of one
process's work, so two cores do twice as many articles.
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

import yaml

from accord.adapters.models.judges import ModelStanceJudge, packaged_stance_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Codebook, Dossier
from accord.ports import RawItem, StanceJudge
from accord.position import PositionStage, packaged_codebooks
from accord.read import ReadStage
from accord.resolve import ResolveStage, load_knowledge

DISPUTES = Path(__file__).parent.parent / "evals" / "positions" / "disputes"
CORES = 2
WORDS = 600


def invent(articles: int) -> list[Dossier]:
    """Put articles together and attribute them; the same for the same number."""
    texts = [
        text if isinstance(text, str) else text["text"]
        for path in sorted(DISPUTES.glob("*.yaml"))
        for text in yaml.safe_load(path.read_text(encoding="utf-8"))["texts"].values()
    ]
    chance = random.Random(articles)  # noqa: S311 - invented data
    read, attribute = ReadStage(), AttributeStage(RuleTagger())
    made = []
    for number in range(articles):
        words, parts = 0, ["A dispute in brief"]
        while words < WORDS:
            parts.append(chance.choice(texts))
            words += len(parts[-1].split())
        data = "\n\n".join(parts).encode()
        made.append(attribute(read(RawItem(f"{number}.txt", ".txt", data))))
    return made


def measure(
    dossiers: list[Dossier], codebook: Codebook, judge: StanceJudge | None
) -> dict[str, float]:
    """Time both rooms over the articles."""
    resolve = ResolveStage(load_knowledge())
    position = PositionStage(codebook, judge=judge)
    position(resolve(dossiers[0]))
    begin = time.process_time()
    resolved = [resolve(dossier) for dossier in dossiers]
    middle = time.process_time()
    for dossier in resolved:
        position(dossier)
    end = time.process_time()
    count = len(dossiers)
    return {
        "resolve_ms": 1000 * (middle - begin) / count,
        "position_ms": 1000 * (end - middle) / count,
        "articles_a_second_on_two_cores": CORES * count / (end - begin),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--rules", action="store_true", help="ask no judge of stance")
    options = parser.parse_args()
    codebook = packaged_codebooks()[0]
    judge = None if options.rules else ModelStanceJudge.at(packaged_stance_model())
    figures = measure(invent(options.articles), codebook, judge)
    if options.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        sys.stdout.write(f"{name:34} {value:8.1f}\n")


if __name__ == "__main__":
    main()
