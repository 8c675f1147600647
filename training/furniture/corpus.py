"""Pages with labelled lines, made ready for training."""

import bisect
import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from accord.read.furniture import mark_by_rule
from accord.read.lines.again import Lines
from accord.read.lines.looks import Array, word_slots
from accord.read.units import Unit, divide
from accord.text import paragraphs

# Headlines count as the article's, so that the judge learns to keep them; dates and
# bylines are told apart by rules and train nothing.
WEIGHTS = {"body": 1.0, "boiler": 1.0, "title": 0.5}
# Pages made out of others, and articles of which all is the article's, count less.
MADE_WEIGHT = 0.5
CLEAN_WEIGHT = 0.3
# Long lines count more, since what is lost or kept is counted in characters.
SIZE_POWER = 0.5
SIZE_FLOOR = 20
# Sites are dealt twice: some kept for scoring, and within the rest some from each pass.
OUTER_FOLDS = 5
INNER_FOLDS = 3


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the judge sees it, with its gold.

    Attributes:
        site: Where it is from; pages of one site are never on both sides of a split.
        group: Rendering and language, for the scores.
        sizes: Characters of each line.
        labels: What each line is.
        weights: How much each line counts in training.
        lines: The lines and what they look like.
        slots: The hashed words of each line.
    """

    site: str
    group: str
    sizes: Array
    labels: tuple[str, ...]
    weights: Array
    lines: Lines
    slots: tuple[list[int], ...]

    @property
    def is_article(self) -> npt.NDArray[np.bool_]:
        """Which lines are the article's."""
        return np.array([label in {"body", "title"} for label in self.labels])

    @property
    def by_rule(self) -> npt.NDArray[np.bool_]:
        """Which lines the rules call furniture."""
        return np.array([i in self.lines.kinds for i in range(len(self.labels))])


def fingerprint(*paths: Path) -> str:
    """Hash the files that a training reads."""
    found = hashlib.sha256()
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()


def pages(path: Path) -> Iterator[Page]:
    """Give the pages of ``boilerplate/train.jsonl``."""
    for record in _records(path):
        language = "en" if record["lang"] == "en" else "other"
        group = f"{record['render']}/{language}"
        yield _page(record["text"], record["lines"], record["site"], group, weight=1.0)


def made_pages(path: Path, *, seed: int) -> Iterator[Page]:
    """Give pages with none or little of their furniture left.

    Text that somebody copied out of a page has next to none, and a judge that has seen
    whole pages alone would look for it.
    """
    draw = random.Random(seed)
    for record in _records(path):
        share = 0.6 if record["render"] == "residual" else 0.15
        for left in (0.0, 0.25):
            if draw.random() < share:
                text, lines = _thin(record, left, draw)
                if text:
                    yield _page(text, lines, record["site"], "made", weight=MADE_WEIGHT)


def clean_pages(path: Path) -> Iterator[Page]:
    """Give articles of PolNeAR: every line is the article's; each fifth is taken."""
    for record in list(_records(path))[::5]:
        if record["discard"]:
            continue
        lines = [
            {"s": line.start, "e": line.end, "l": "body"}
            for line in paragraphs(record["text"])
        ]
        site = f"polnear/{record['publisher']}"
        yield _page(record["text"], lines, site, "clean", weight=CLEAN_WEIGHT)


def fold_of(site: str, folds: int, salt: str) -> int:
    """Deal a site into one of some folds."""
    return int(hashlib.sha256(f"{salt}/{site}".encode()).hexdigest(), 16) % folds


def _records(path: Path) -> Iterator[dict[str, Any]]:
    """Give the rows of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _page(
    text: str, lines: Sequence[dict[str, Any]], site: str, group: str, *, weight: float
) -> Page:
    """Look at a page's lines."""
    units = divide(text)
    labels = tuple(_labels(units, lines))
    sizes = np.array([len(unit.text) for unit in units], dtype=np.float32)
    counts = np.array([WEIGHTS.get(label, 0.0) for label in labels]) * weight
    return Page(
        site=site,
        group=group,
        sizes=sizes,
        labels=labels,
        weights=(counts * (sizes + SIZE_FLOOR) ** SIZE_POWER).astype(np.float32),
        lines=Lines.of(units, mark_by_rule(units)),
        slots=tuple(word_slots(unit) for unit in units),
    )


def _labels(units: Sequence[Unit], lines: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Give each unit the label of most of its characters."""
    starts = [line["s"] for line in lines]
    for unit in units:
        found: Counter[str] = Counter()
        index = max(0, bisect.bisect_left(starts, unit.start) - 1)
        while index < len(lines) and starts[index] < unit.end:
            line = lines[index]
            shared = min(unit.end, line["e"]) - max(unit.start, line["s"])
            found[line["l"]] += max(0, shared)
            index += 1
        yield max(found, key=found.__getitem__, default="ambig")


def _thin(
    record: dict[str, Any], left: float, draw: random.Random
) -> tuple[str, list[dict[str, Any]]]:
    """Leave out a page's furniture but for some of it; give text and lines."""
    kept: list[dict[str, Any]] = []
    run: list[dict[str, Any]] = []
    for line in [*record["lines"], {"l": "end"}]:
        if line["l"] == "boiler":
            run.append(line)
            continue
        if run and draw.random() < left:
            first = draw.randrange(len(run))
            kept += run[first : first + draw.randint(1, 6)]
        run = []
        kept.append(line)
    return _join(record["text"], kept[:-1], draw.choice(("\n", "\n\n")))


def _join(
    text: str, lines: Sequence[dict[str, Any]], gap: str
) -> tuple[str, list[dict[str, Any]]]:
    """Build a text of some lines of another."""
    made = ""
    moved: list[dict[str, Any]] = []
    for line in lines:
        made += gap if made else ""
        words = text[line["s"] : line["e"]]
        moved.append({"s": len(made), "e": len(made) + len(words), "l": line["l"]})
        made += words
    return made, moved
