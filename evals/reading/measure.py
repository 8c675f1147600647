"""Measure furniture marking on pages with labelled lines, on clean articles, on seeds.

``python evals/reading/measure.py [--lang en] [--lost N] [--json]`` reads three sets below
``ACCORD_DATA``:

* ``boilerplate/train.jsonl``: how many body characters are kept and how many kept
  characters are body, beside the baseline that keeps everything. Lines labelled ambiguous
  do not count; headlines and date lines count as neither: they are metadata. The judge
  that ships with the package was trained on these pages, so this guards what was reached;
  how well it does on other sites is what ``python -m training.furniture.train --score``
  tells (``RESULTS.md``).
* ``polnear/dev.jsonl``: articles without furniture, none seen in training.
* ``seeds/``: five documents marked by hand in ``seeds.yaml``.
"""

import argparse
import hashlib
import json
import os
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from accord.model import Document
from accord.ports import RawItem
from accord.read import ReadStage

ROOT = Path(__file__).resolve().parents[2]
NOT_SCORED = frozenset({"ambig", "title", "date", "byline"})


@dataclass(slots=True)
class Tally:
    """Characters counted over pages.

    Attributes:
        kept_body: Body characters not marked.
        lost_body: Body characters marked.
        kept_other: Furniture characters not marked.
        marked_other: Furniture characters marked.
        lines: Lines read.
        seconds: Time the stage took.
    """

    kept_body: int = 0
    lost_body: int = 0
    kept_other: int = 0
    marked_other: int = 0
    lines: int = 0
    seconds: float = 0.0

    @property
    def recall(self) -> float:
        """Share of body characters kept."""
        return self.kept_body / max(1, self.kept_body + self.lost_body)

    @property
    def precision(self) -> float:
        """Share of kept characters that are body."""
        return self.kept_body / max(1, self.kept_body + self.kept_other)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return (
            2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)
        )

    @property
    def f1_keep_all(self) -> float:
        """The same if nothing were marked."""
        body = self.kept_body + self.lost_body
        share = body / max(1, body + self.kept_other + self.marked_other)
        return 2 * share / (1 + share)


def pages(path: Path, language: str) -> Iterator[dict[str, Any]]:
    """Give the pages in one language, or in all but English for ``other``."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            page = json.loads(line)
            is_english = page["lang"] == "en"
            if is_english if language == "en" else not is_english:
                yield page


def count(page: dict[str, Any], document: Document, tally: Tally) -> list[str]:
    """Count a page's characters; give the body lines that were marked."""
    marked = bytearray(len(document.text))
    for piece in document.furniture:
        marked[piece.start : piece.end] = b"\x01" * (piece.end - piece.start)
    lost: list[str] = []
    for line in page["lines"]:
        tally.lines += 1
        if line["l"] in NOT_SCORED:
            continue
        start, end = line["s"], line["e"]
        hidden = sum(marked[start:end])
        if line["l"] == "body":
            tally.kept_body += end - start - hidden
            tally.lost_body += hidden
            if hidden:
                lost.append(document.text[start:end][:110])
        else:
            tally.kept_other += end - start - hidden
            tally.marked_other += hidden
    return lost


def measure(path: Path, language: str) -> tuple[dict[str, Tally], list[str]]:
    """Read all pages; give a tally for each rendering, and the body lines lost."""
    stage = ReadStage()
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    lost: list[str] = []
    for page in pages(path, language):
        tally = tallies[page["render"]]
        begun = time.process_time()
        dossier = stage(RawItem("page", ".txt", page["text"].encode()))
        tally.seconds += time.process_time() - begun
        if dossier.document.text == page["text"]:
            lost += count(page, dossier.document, tally)
    return dict(sorted(tallies.items())), lost


def measure_articles(path: Path) -> Tally:
    """Read articles of which every character is the article's."""
    tally = Tally()
    stage = ReadStage()
    with path.open(encoding="utf-8") as file:
        for line in file:
            text = json.loads(line)["text"]
            found = stage(RawItem("article", ".txt", text.encode())).document
            lost = sum(piece.end - piece.start for piece in found.furniture)
            tally.kept_body += len(found.text) - lost
            tally.lost_body += lost
    return tally


def measure_seeds(folder: Path) -> Tally:
    """Read the documents that are marked by hand."""
    tally = Tally()
    gold = yaml.safe_load((Path(__file__).parent / "seeds.yaml").read_text("utf-8"))
    for path in sorted(folder.glob("*.txt")):
        item = RawItem(path.name, ".txt", path.read_bytes())
        document = ReadStage()(item).document
        marked = _cover(document.text, [(p.start, p.end) for p in document.furniture])
        wanted = _cover(document.text, gold[path.name[:3]])
        visible = [not character.isspace() for character in document.text]
        for is_marked, is_wanted, counts in zip(marked, wanted, visible, strict=True):
            if counts and is_wanted:
                tally.marked_other += is_marked
                tally.kept_other += not is_marked
            elif counts:
                tally.lost_body += is_marked
                tally.kept_body += not is_marked
    return tally


def _cover(text: str, pieces: Iterable[Sequence[int]]) -> bytearray:
    """Put a one for each character in some pieces."""
    covered = bytearray(len(text))
    for start, end in pieces:
        covered[start:end] = b"\x01" * (end - start)
    return covered


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", default="en", choices=["en", "other"])
    parser.add_argument("--lost", type=int, default=0, help="body lines lost to print")
    parser.add_argument(
        "--json", action="store_true", help="end with a line for the gate"
    )
    arguments = parser.parse_args()
    data = Path(os.environ.get("ACCORD_DATA", ROOT / ".." / "shared" / "data"))
    path = data / "boilerplate" / "train.jsonl"
    if not path.exists():
        reason = (
            "boilerplate/train.jsonl is not there; set ACCORD_DATA to the data folder"
        )
        print(
            json.dumps({"skipped": reason}) if arguments.json else f"Skipped: {reason}."
        )
        return
    tallies, lost = measure(path, arguments.lang)
    for render, tally in tallies.items():
        print(
            f"{render:9} char F1 {tally.f1:.3f} (keep all {tally.f1_keep_all:.3f})  "
            f"precision {tally.precision:.3f}  body kept {tally.recall:.4f}  "
            f"{tally.lines / max(tally.seconds, 1e-9):,.0f} lines/s"
        )
    for line in lost[: arguments.lost]:
        print("lost:", line)
    articles = measure_articles(data / "polnear" / "dev.jsonl")
    print(f"articles  body kept {articles.recall:.5f} (lost {articles.lost_body})")
    seeds = measure_seeds(data / "seeds")
    marked = seeds.marked_other / max(1, seeds.marked_other + seeds.kept_other)
    print(f"seeds     body lost {seeds.lost_body}  furniture marked {marked:.3f}")
    if arguments.json:
        metrics = {
            "articles.body_kept": articles.recall,
            "seeds.body_kept": seeds.recall,
            "seeds.marked": marked,
        }
        for render, tally in tallies.items():
            metrics[f"{render}.f1"] = tally.f1
            metrics[f"{render}.body_kept"] = tally.recall
        corpus = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        print(json.dumps({"corpus": corpus, "metrics": metrics}))


if __name__ == "__main__":
    main()
