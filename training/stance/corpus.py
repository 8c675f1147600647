"""Public sets of texts with a side, as pairs with a label.

The texts stay where they are: they are read from a path, used, and never written.
"""

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

SUPPORT, OPPOSE, NEITHER, CONDITIONAL = 0, 1, 2, 3
LABELS = ("support", "oppose", "neither", "conditional")

_SIDES = {
    "favor": SUPPORT, "against": OPPOSE, "neutral": NEITHER,
    "SUPPORT": SUPPORT, "UNDERMINE": OPPOSE,
}  # fmt: skip
# Words after which a motion is turned by "not", the first that occurs.
_TURNS = re.compile(r"\b(should|must|would|will|can|is|are)( not\b)?")
_MOTION = re.compile(r"(.{1,60}?) should (?!not\b)(.+)\.")
_SMALL_OPENERS = frozenset("We The A An This That These There It All".split())
_TURNED_AFFIXES = (("more harm than good", "more good than harm"),)
_WORD = re.compile(r"[a-z]{4,}")
_EMPTY_WORDS = frozenset(
    "should would house believes this that with have more must abolish abandon adopt "
    "banned ended harm good bring brings from their than support policy".split()
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and what it may support.

    Attributes:
        text: What somebody says.
        target: A sentence to support or oppose.
        label: SUPPORT, OPPOSE, NEITHER or CONDITIONAL.
    """

    text: str
    target: str
    label: int


def read_rows(path: Path) -> list[dict]:
    """Read a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def stance_pairs(path: Path) -> list[Pair]:
    """Read a set of (text, target, stance)."""
    return [
        Pair(clean(r["text"]), clean(r["target"]), _SIDES[r["stance"]])
        for r in read_rows(path)
    ]


def perspectrum_pairs(path: Path) -> list[Pair]:
    """Read claims with their perspectives."""
    return [
        Pair(clean(r["perspective"]), clean(r["claim"]), _SIDES[r["stance"]])
        for r in read_rows(path)
    ]


def clean(text: str) -> str:
    """Fold white space; end like a sentence."""
    text = " ".join(text.replace("\u00ca", " ").split())
    return text if text[-1:] in ".!?\"”'" else text + "."


def negated(target: str) -> str | None:
    """Turn a motion around: "should" to "should not" and back.

    Example:
        >>> negated("We should ban whaling.")
        'We should not ban whaling.'
        >>> negated("We should not ban whaling.")
        'We should ban whaling.'
    """
    for left, right in _TURNED_AFFIXES:
        if left in target:
            return target.replace(left, right)
    found = _TURNS.search(target)
    if found is None:
        return None
    turned = found[1] if found[2] else f"{found[1]} not"
    return target[: found.start()] + turned + target[found.end() :]


def as_question(target: str) -> str:
    """Ask a motion, as codebooks do.

    Example:
        >>> as_question("We should ban whaling.")
        'Should we ban whaling?'
    """
    found = _MOTION.fullmatch(target)
    if found is None:
        return target
    first, *rest = found[1].split(" ")
    opener = first.lower() if first in _SMALL_OPENERS else first
    return f"Should {' '.join((opener, *rest))} {found[2]}?"


def with_questions(
    pairs: Iterable[Pair], share: float, rnd: random.Random
) -> list[Pair]:
    """Ask the motion of a share of pairs."""
    return [
        replace(pair, target=as_question(pair.target)) if rnd.random() < share else pair
        for pair in pairs
    ]


def with_negated(pairs: Iterable[Pair], share: float, rnd: random.Random) -> list[Pair]:
    """Turn the motion of a share of pairs around, and with it the side."""
    out = []
    for pair in pairs:
        turned = negated(pair.target) if rnd.random() < share else None
        if turned is not None and pair.label in (SUPPORT, OPPOSE):
            pair = replace(pair, target=turned, label=1 - pair.label)  # noqa: PLW2901
        out.append(pair)
    return out


def strangers(pairs: Sequence[Pair], count: int, rnd: random.Random) -> list[Pair]:
    """Pair texts with motions of other issues, on which they take no side."""
    out = []
    while len(out) < count:
        first, second = rnd.choice(pairs), rnd.choice(pairs)
        if not topic_words(first.target) & topic_words(second.target):
            out.append(replace(first, target=second.target, label=NEITHER))
    return out


def topic_words(target: str) -> frozenset[str]:
    """Give the stems of a motion's words that say what it is about."""
    words = _WORD.findall(target.lower())
    return frozenset(w[:6] for w in words if w not in _EMPTY_WORDS)


def without_topics(pairs: Iterable[Pair], unseen: Iterable[str]) -> list[Pair]:
    """Leave out pairs whose motion shares a topic word with one kept for judging."""
    words = frozenset[str]().union(*map(topic_words, unseen))
    return [p for p in pairs if not topic_words(p.target) & words]


def fingerprint(pairs: Iterable[Pair]) -> str:
    """Hash what is trained on, in any order."""
    lines = sorted(f"{p.text}\t{p.target}\t{p.label}" for p in pairs)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def motions(pairs: Iterable[Pair]) -> Iterator[str]:
    """Give each motion once, in order."""
    yield from dict.fromkeys(p.target for p in pairs)
