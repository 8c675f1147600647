"""Sentences of news, invented, with who takes which side on a question.

A file holds issues, each a header ``issue<TAB>id<TAB>question<TAB>term|term`` and below
it its rows ``stance<TAB>speaker<TAB>text``. Issues are kept apart whole: a judge is held
against questions that it never saw.
"""

import hashlib
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.stance.corpus import (
    CONDITIONAL,
    NEITHER,
    OPPOSE,
    SUPPORT,
    Pair,
    clean,
    topic_words,
)

NEWS = Path(__file__).parent / "news"
_STANCES = {
    "support": SUPPORT, "oppose": OPPOSE, "conditional": CONDITIONAL, "none": NEITHER,
}  # fmt: skip
_PASSIVE = re.compile(r"(Should .+?) be (\w+)((?: (?:in|on|at|to|for|by) .+)?)\?")
# What is asked with a word, asked the other way.
_OTHER_WAY = {
    "banned": "stay allowed", "permitted": "be forbidden",
    "legalised": "stay illegal", "forbidden": "stay allowed",
    "built": "be given up", "scrapped": "be kept", "abolished": "be kept",
    "closed": "stay open", "opened": "stay closed", "reopened": "stay closed",
    "kept": "be scrapped", "demolished": "be preserved", "preserved": "be torn down",
    "introduced": "be rejected", "approved": "be rejected", "rejected": "be approved",
    "lifted": "stay in force", "ended": "go on", "extended": "be left to expire",
    "privatised": "stay in public hands", "nationalised": "stay private",
    "adopted": "be dropped", "dropped": "be kept", "cut": "be left as it is",
    "raised": "be left as it is", "postponed": "go ahead",
    "cancelled": "go ahead", "ratified": "be rejected", "granted": "be refused",
    "accepted": "be turned down", "withdrawn": "be upheld", "restored": "be left out",
    "moved": "stay where it is", "renewed": "be left to expire",
    "imposed": "be avoided", "returned": "be kept",
}  # fmt: skip
# Verbs of questions that are hardly ever nouns.
_VERBS = frozenset(
    "be have stay keep remain become get go give take make join leave allow let lift "
    "extend sell buy hold accept recognise sign ratify agree adopt withdraw borrow "
    "subsidise ordain host resign govern release".split()
)
_STAND_INS = ("it", "this", "that", "the plan", "the idea", "the move", "such a step")
_CONTEXT_CHARS = 140


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of news and a side.

    Attributes:
        label: SUPPORT, OPPOSE, NEITHER or CONDITIONAL.
        speaker: Whose side.
        text: What the paper writes.
    """

    label: int
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """An issue with its rows.

    Attributes:
        id: Short name.
        question: What is asked.
        terms: Words by which texts speak of it.
        rows: Who says what on it.
    """

    id: str
    question: str
    terms: tuple[str, ...]
    rows: tuple[Row, ...]


def read_news(folder: Path = NEWS) -> list[Question]:
    """Read all issues of a folder, by file and place.

    Raises:
        ValueError: A row names no stance, or stands above the first header.
    """
    issues: list[Question] = []
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                _take(line.split("\t"), issues)
    return issues


def _take(fields: Sequence[str], issues: list[Question]) -> None:
    """Add a header or a row."""
    if fields[0] == "issue":
        _, name, question, terms = fields
        issues.append(Question(name, question, tuple(terms.split("|")), ()))
        return
    stance, speaker, text = fields[:3]
    row = Row(_STANCES[stance], speaker.strip(), clean(text))
    issues[-1] = replace(issues[-1], rows=(*issues[-1].rows, row))


def part(issues: Iterable[Question], fold: int, folds: int) -> list[Question]:
    """Give the issues of one fold; where an issue falls hangs on its first term alone.

    So a question and the same asked the other way round fall together.
    """
    return [issue for issue in issues if _place(issue) % folds == fold]


def _place(issue: Question) -> int:
    """Give a number that hangs on what an issue is about."""
    return int(hashlib.sha256(issue.terms[0].lower().encode()).hexdigest()[:8], 16)


def told(speaker: str, text: str, *, before: str = "") -> str:
    """Mark whose side is asked for: what the judge reads.

    Example:
        >>> told("The union", "Dockers walked out.", before="The port is for sale.")
        'The port is for sale. | The union: Dockers walked out.'
    """
    marked = f"{speaker}: {text}" if speaker else text
    return f"{before[-_CONTEXT_CHARS:]} | {marked}" if before else marked


def other_way(question: str) -> str | None:
    """Ask the opposite.

    Example:
        >>> other_way("Should the harbour be closed to cars?")
        'Should the harbour stay open to cars?'
        >>> other_way("Should Ostmark join the pact?")
        'Should Ostmark not join the pact?'
    """
    found = _PASSIVE.fullmatch(question)
    if found is not None and found[2] in _OTHER_WAY:
        return f"{found[1]} {_OTHER_WAY[found[2]]}{found[3]}?"
    words = question.split(" ")
    at = next((n for n, w in enumerate(words) if w in _VERBS), None)
    if at is None or words[0] != "Should" or "not" in words:
        return None
    return " ".join((*words[:at], "not", *words[at:]))


def news_pairs(
    issues: Sequence[Question], times: int, rnd: random.Random
) -> Iterator[Pair]:
    """Put rows as questions, several times over in several ways.

    The text stands alone, or behind another one that speaks of the same issue or of
    another; its own words for the issue may give way to "it". The question may be
    asked the other way round, or be one on which the text takes no side.
    """
    every = [(issue, row) for issue in issues for row in issue.rows]
    for _ in range(times):
        for issue, row in every:
            yield _ask(issue, row, every, rnd)


def _ask(
    issue: Question,
    row: Row,
    every: Sequence[tuple[Question, Row]],
    rnd: random.Random,
) -> Pair:
    """Put one row."""
    other, stray = rnd.choice(every)
    text, before, label = row.text, "", row.label
    chance = rnd.random()
    if chance < 0.1:
        before = _mate(issue, row, rnd).text
    elif chance < 0.15:
        before = stray.text
    elif chance < 0.27:
        hidden = _without_terms(text, issue.terms, rnd)
        before = _mate(issue, row, rnd).text if hidden != text else ""
        text = hidden
    strange = not topic_words(issue.question) & topic_words(other.question)
    if strange and rnd.random() < 0.15:
        # The scene may be the issue's, and the words not.
        if rnd.random() < 0.5:
            off = told(stray.speaker, stray.text, before=row.text)
            return Pair(off, issue.question, NEITHER)
        return Pair(told(row.speaker, text, before=before), other.question, NEITHER)
    question = issue.question
    if rnd.random() < 0.3:
        turned = other_way(issue.question)
        if turned is not None:
            question, label = turned, _TURNED[label]
    return Pair(told(row.speaker, text, before=before), question, label)


_TURNED = {
    SUPPORT: OPPOSE, OPPOSE: SUPPORT, NEITHER: NEITHER, CONDITIONAL: CONDITIONAL,
}  # fmt: skip


def _mate(issue: Question, row: Row, rnd: random.Random) -> Row:
    """Draw another row of an issue."""
    others = [r for r in issue.rows if r.text != row.text]
    return rnd.choice(others or [row])


def _without_terms(text: str, terms: Sequence[str], rnd: random.Random) -> str:
    """Put "it" for the first term of an issue that a text uses."""
    for term in terms:
        pattern = rf"\b(?:(?:the|a|an|this|that) )?{re.escape(term)}\b"
        hidden, count = re.subn(
            pattern, rnd.choice(_STAND_INS), text, flags=re.IGNORECASE
        )
        if count:
            return hidden[:1].upper() + hidden[1:]
    return text
