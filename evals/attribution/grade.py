"""Count the grades of the score card on annotated training articles.

Run as ``python evals/attribution/grade.py``; writes ``data/grades.txt`` of the attribute
room. Every fifth article is left out and stays unseen (``measure.py --part held-out``).
Each candidate is described by traits that name nothing but the room's own lexicon and
grammar; a logistic regression gives each trait seen often enough a weight, written in
tenths. No word of the articles is kept.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus import data_folder, read_articles
from measure import HELD_OUT_EVERY, HELD_OUT_REST
from scoring import SAME_CONTENT, Text, Triple

import accord.attribute
from accord.attribute.cues import Candidate, Range
from accord.attribute.grading import traits
from accord.attribute.passages import Passage, passages
from accord.attribute.tagger import candidates_of, is_quoted

SEEN_AT_LEAST = 15
ROUNDS = 40
STEP = 0.3
# Strength of the pull towards 0: lower means trusting rare traits more.
PULL = 3.0

Example = tuple[tuple[str, ...], bool]

HEADER = f"""\
# Grades of traits, in tenths of a log-odds unit: how often a candidate with that trait
# proved to be an attribution.
# Origin: counted on four fifths of the training articles of PolNeAR (see the bibliography,
# newell2018) by evals/attribution/grade.py; traits seen fewer than {SEEN_AT_LEAST} times
# have none. Holds no text of the articles: only words of this room's own lexicon.
# Licence: MIT, as the project. Version: 1.

[grade]
"""


def examples_of(article: dict[str, Any]) -> list[Example]:
    """Describe an article's candidates, and say which are right."""
    text = article["text"]
    read = Text(text)
    gold = [read.triple(row) for row in article["attributions"]]
    found: list[tuple[tuple[str, ...], Triple, frozenset[int]]] = []
    for passage in passages(text):
        for number, candidate in candidates_of(passage):
            if not candidate.content:
                continue
            row = {
                role: _spans(passage, getattr(candidate, role))
                for role in ("source", "cue", "content")
            }
            further = _spans(passage, tuple(_quoted_on(passage, number, candidate)))
            triple = read.triple(row)
            longer = triple.content | read.triple({"content": further}).content
            found.append((traits(candidate, passage), triple, longer))
    right = _right_ones(gold, found)
    return [(named, number in right) for number, (named, _, _) in enumerate(found)]


def _spans(passage: Passage, ranges: Sequence[Range]) -> list[list[int]]:
    """Turn token ranges into character spans."""
    return [[s.start, s.end] for s in (passage.span(*r) for r in ranges)]


def _quoted_on(passage: Passage, number: int, candidate: Candidate) -> Iterator[Range]:
    """Give the quoted sentences behind a verb's; they may go on its content."""
    if candidate.kind != "verb" or passage.tokens[candidate.cue[0][0]].quote >= 0:
        return
    for following in range(number + 1, len(passage.sentences)):
        if not is_quoted(passage, following):
            return
        sentence = passage.sentences[following]
        yield sentence.lo, sentence.hi


def _right_ones(
    gold: Sequence[Triple], found: Sequence[tuple[Any, Triple, frozenset[int]]]
) -> set[int]:
    """Pair candidates with gold, one to one; those that share the cue first."""
    pairs = []
    for i, g in enumerate(gold):
        for j, (_, triple, longer) in enumerate(found):
            if not g.content & triple.content:
                continue
            share = max(
                len(g.content & c) / len(g.content | c)
                for c in (triple.content, longer)
            )
            same_source = g.source & triple.source or not (g.source or triple.source)
            if share >= SAME_CONTENT and same_source:
                pairs.append((not g.cue & triple.cue, -share, i, j))
    taken: set[int] = set()
    right: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in taken and j not in right:
            taken.add(i)
            right.add(j)
    return right


def weigh(examples: Sequence[Example]) -> dict[str, float]:
    """Fit a logistic regression by AdaGrad in the order given.

    Cost:
        ``ROUNDS`` times the number of examples and their traits.
    """
    seen = Counter(trait for named, _ in examples for trait in named)
    numbers = {
        t: n for n, t in enumerate(sorted(t for t in seen if seen[t] >= SEEN_AT_LEAST))
    }
    rows = [
        ([numbers[t] for t in named if t in numbers], right)
        for named, right in examples
    ]
    pull = [PULL / seen[t] for t in numbers]
    weights, squares = [0.0] * len(numbers), [1.0] * len(numbers)
    for _ in range(ROUNDS):
        for row, right in rows:
            error = 1 / (1 + math.exp(-sum(weights[n] for n in row))) - right
            for n in row:
                gradient = error + pull[n] * weights[n]
                squares[n] += gradient * gradient
                weights[n] -= STEP * gradient / math.sqrt(squares[n])
    return {trait: weights[number] for trait, number in numbers.items()}


def main() -> int:
    """Grade and write."""
    path = data_folder() / "train.jsonl"
    if not path.exists():
        print(f"SKIPPED: no annotated articles in {data_folder()}; set ACCORD_DATA")
        return 0
    articles = [
        a
        for n, a in enumerate(read_articles(path))
        if n % HELD_OUT_EVERY != HELD_OUT_REST
    ]
    examples = [example for article in articles for example in examples_of(article)]
    tenths = {trait: round(10 * w) for trait, w in weigh(examples).items()}
    lines = [f"{trait} {grade}" for trait, grade in sorted(tenths.items()) if grade]
    target = Path(accord.attribute.__file__).parent / "data" / "grades.txt"
    target.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {len(examples)} candidates, {len(lines)} grades")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
