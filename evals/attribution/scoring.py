r"""Score attributions against gold: tokens, exact spans, and whole attributions.

Tokens are ``\\w+`` or one mark. A predicted attribution matches a gold one when their
contents share at least half of their tokens (Jaccard) and their sources share one, or
both have none; matching is one to one, best first. ``direct`` is a content of which nine
tenths of the words stand between double quotation marks.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

METRICS = (
    "content_exact",
    "content_exact_trim",
    "content_tok",
    "source_tok",
    "cue_tok",
    "source_exact",
    "cue_exact",
    "attribution",
    "direct_only",
)
ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
SAME_CONTENT = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")
_OPEN, _CLOSE = '“"«„', '”"»“'

Counts = Counter[tuple[str, str]]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Triple:
    """An attribution as sets of token numbers, with its kind."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    kind: str


class Text:
    """A text's tokens, and which of its characters are quoted."""

    def __init__(self, text: str) -> None:
        self.tokens = [match.span() for match in _TOKEN.finditer(text)]
        self.is_mark = [not any(c.isalnum() for c in text[a:b]) for a, b in self.tokens]
        self._at = [-1] * len(text)
        for number, (start, end) in enumerate(self.tokens):
            self._at[start:end] = [number] * (end - start)
        self._quoted = _quoted(text)

    def range(self, span: Sequence[int]) -> tuple[int, int] | None:
        """The tokens that a span of characters touches."""
        inside = [n for n in self._at[max(span[0], 0) : span[1]] if n >= 0]
        return (inside[0], inside[-1] + 1) if inside else None

    def ranges(self, spans: Iterable[Sequence[int]] | None) -> list[tuple[int, int]]:
        """The token ranges of several spans."""
        return [r for r in map(self.range, spans or ()) if r is not None]

    def trim(self, piece: tuple[int, int]) -> tuple[int, int]:
        """Drop marks at both ends, unless nothing else is there."""
        first, end = piece
        while first < end and self.is_mark[first]:
            first += 1
        while end > first and self.is_mark[end - 1]:
            end -= 1
        return (first, end) if end > first else piece

    def triple(self, row: Row) -> Triple:
        """Turn an attribution's spans into sets of tokens."""
        content, source, cue = (
            frozenset(n for r in self.ranges(row.get(role)) for n in range(*r))
            for role in ("content", "source", "cue")
        )
        words = [n for n in content if not self.is_mark[n]]
        quoted = sum(self._quoted[self.tokens[n][0]] for n in words)
        share = quoted / len(words) if words else 0.0
        kind = "direct" if share >= 0.9 else "mixed" if share else "indirect"
        return Triple(content, source, cue, kind)


def _quoted(text: str) -> bytearray:
    """Mark the characters between double quotation marks, line by line."""
    marked = bytearray(len(text))
    position = 0
    for line in re.split(r"(\n+)", text):
        opened: int | None = None
        for index, character in enumerate(line):
            if opened is None and character in _OPEN:
                opened = index
            elif opened is not None and character in _CLOSE:
                for inner in range(opened + 1, index):
                    marked[position + inner] = 1
                opened = None
        if opened is not None and not line[:opened].strip():
            for inner in range(opened + 1, len(line)):
                marked[position + inner] = 1
        position += len(line)
    return marked


def matches(gold: Sequence[Triple], found: Sequence[Triple]) -> dict[int, int]:
    """Pair gold with found attributions, one to one, best first.

    Cost:
        Quadratic in the number of attributions of a document.
    """
    pairs = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            shared = len(g.content & f.content)
            if not shared or shared < SAME_CONTENT * len(g.content | f.content):
                continue
            if g.source & f.source or not (g.source or f.source):
                pairs.append((-shared / len(g.content | f.content), i, j))
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    return paired


def score_document(text: str, gold: Iterable[Row], found: Iterable[Row]) -> Counts:
    """Count hits, predictions and gold of one document for each metric."""
    read = Text(text)
    gold_rows = [(row, read.triple(row)) for row in gold]
    found_rows = [(row, read.triple(row)) for row in found]
    g = [(row, t) for row, t in gold_rows if t.content]
    f = [(row, t) for row, t in found_rows if t.content]
    counts: Counts = Counter()

    def add(name: str, hits: int, predicted: int, wanted: int) -> None:
        counts.update(
            {(name, "hit"): hits, (name, "p"): predicted, (name, "g"): wanted}
        )

    for role, name, trims in (
        ("content", "content_exact", False),
        ("content", "content_exact_trim", True),
        ("source", "source_exact", True),
        ("cue", "cue_exact", True),
    ):
        wanted, predicted = (
            Counter(
                read.trim(r) if trims else r
                for row, _ in rows
                for r in read.ranges(row.get(role))
            )
            for rows in (g, f)
        )
        add(name, (wanted & predicted).total(), predicted.total(), wanted.total())
    for role in ROLES:
        spans = [
            Counter(r for row, _ in rows for r in read.ranges(row.get(role)))
            for rows in (g, f)
        ]
        hits = (spans[0] & spans[1]).total()
        add(f"bio_{role}", hits, spans[1].total(), spans[0].total())
        wanted_tokens, tokens = (
            {n for _, t in rows for n in getattr(t, role)} for rows in (g, f)
        )
        add(f"{role}_tok", len(wanted_tokens & tokens), len(tokens), len(wanted_tokens))
    golds, founds = [t for _, t in g], [t for _, t in f]
    paired = matches(golds, founds)
    add("attribution", len(paired), len(founds), len(golds))
    for number, triple in enumerate(golds):
        add(f"recall_{triple.kind}", int(number in paired), 0, 1)
    direct = (
        [t for t in golds if t.kind == "direct"],
        [t for t in founds if t.kind == "direct"],
    )
    add("direct_only", len(matches(*direct)), len(direct[1]), len(direct[0]))
    return counts


def rates(counts: Counts, name: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of one metric."""
    hit, predicted, wanted = (counts[name, key] for key in ("hit", "p", "g"))
    precision = hit / predicted if predicted else 0.0
    recall = hit / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def interval(
    documents: Sequence[Counts], name: str, *, rounds: int, seed: int = 0
) -> tuple[float, float]:
    """95 % interval of a metric's F1 when documents are drawn anew.

    Cost:
        ``rounds`` times the number of documents.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    keys = [(name, key) for key in ("hit", "p", "g")]
    rows = [tuple(d[key] for key in keys) for d in documents]
    values = []
    for _ in range(rounds):
        drawn = chance.choices(rows, k=len(rows))
        sums = Counter(dict(zip(keys, map(sum, zip(*drawn, strict=True)), strict=True)))
        values.append(rates(sums, name)[2])
    values.sort()
    return values[int(0.025 * rounds)], values[int(0.975 * rounds) - 1]
