"""Weighing: how likely each side is, given what the rules read and what the judge says.

A conditional logit: each answer has a score that is linear in what speaks for it, and
the same numbers serve "support" and "oppose", so nothing can favour a side. The numbers
are fitted on disputes that neither rules nor judge were made with.
"""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Literal

from accord.model import Statement
from accord.ports import Sides
from accord.position.judged.cases import Candidate

__all__ = [
    "ANSWERS",
    "FEATURES",
    "SIDES",
    "THRESHOLD",
    "Answer",
    "Side",
    "features",
    "weigh_sides",
]

Side = Literal["support", "oppose", "conditional"]
Answer = Literal[Side, "neither"]
SIDES: tuple[Side, ...] = ("support", "oppose", "conditional")
ANSWERS: tuple[Answer, ...] = (*SIDES, "neither")
#: A side less likely than this is not taken.
THRESHOLD = 0.5
_LEAST = 0.002
_RULES = ("governed", "judged", "leaning", "pole", "held")

_OF_SIDE = (
    "side.judge", "side.judge.proposed", "side.same", "side.other", "side.conditional",
    "side.sure", "side.told", "side.author", *(f"side.{rule}" for rule in _RULES),
)  # fmt: skip
_OF_CONDITIONAL = (
    "conditional",
    "conditional.judge",
    "conditional.same",
    "conditional.side",
)
_OF_NEITHER = (
    "neither", "neither.judge", "neither.judge.proposed", "neither.proposed",
    "neither.open", "neither.unnamed", "neither.unnamed.proposed", "neither.doubt",
    "neither.long",
)  # fmt: skip
#: What the numbers are called; one each.
FEATURES = (*_OF_SIDE, *_OF_CONDITIONAL, *_OF_NEITHER)
_PLACES = {name: place for place, name in enumerate(FEATURES)}
_LONG_CHARS = 220


def features(candidate: Candidate, sides: Sides) -> list[dict[int, float]]:
    """Give what speaks for each answer, as value by place of the feature.

    Args:
        candidate: Somebody's words, and what the rules made of them.
        sides: What the judge says.

    Returns:
        One mapping for each of ``ANSWERS``.
    """
    statement = candidate.statement
    taken = statement.stance if statement is not None else "none"
    told = [
        _of_side(statement, taken, side, getattr(sides, side))
        for side in ("support", "oppose")
    ]
    told.append(
        {
            "conditional": 1.0,
            "conditional.judge": _log(sides.conditional),
            "conditional.same": float(taken == "conditional"),
            "conditional.side": float(taken in ("support", "oppose")),
        }
    )
    told.append(_of_neither(candidate, sides.neither))
    return [{_PLACES[n]: v for n, v in one.items() if v} for one in told]


def _of_side(
    statement: Statement | None, taken: str, side: str, judged: float
) -> dict[str, float]:
    """Say what speaks for one side."""
    log = _log(judged)
    if statement is None:
        return {"side.judge.proposed": log}
    same = float(taken == side)
    where, _, rule = statement.rule.partition(".")
    return {
        "side.judge": log,
        "side.same": same,
        "side.other": float(taken != side and taken in ("support", "oppose")),
        "side.conditional": float(taken == "conditional"),
        "side.sure": same * statement.confidence,
        "side.told": same * (where == "told"),
        "side.author": same * (where == "author"),
        **{f"side.{one}": same * rule.startswith(one) for one in _RULES},
    }


def _of_neither(candidate: Candidate, judged: float) -> dict[str, float]:
    """Say what speaks for no side at all."""
    statement, log = candidate.statement, _log(judged)
    proposed = float(statement is None)
    unnamed = float(not candidate.named)
    return {
        "neither": 1 - proposed,
        "neither.judge": (1 - proposed) * log,
        "neither.judge.proposed": proposed * log,
        "neither.proposed": proposed,
        "neither.open": float(statement is not None and statement.stance == "unclear"),
        "neither.unnamed": (1 - proposed) * unnamed,
        "neither.unnamed.proposed": proposed * unnamed,
        "neither.doubt": 1 - statement.confidence if statement is not None else 0.0,
        "neither.long": float(len(candidate.case.text) > _LONG_CHARS),
    }


def _log(share: float) -> float:
    """Put a share on the scale of scores; no answer is beyond doubt."""
    return math.log(max(share, _LEAST))


def weigh_sides(
    candidate: Candidate, sides: Sides, weights: Sequence[float] | None = None
) -> dict[Answer, float]:
    """Tell how likely each answer is.

    Args:
        candidate: Somebody's words, and what the rules made of them.
        sides: What the judge says.
        weights: One number for each of ``FEATURES``; those of the package if None.

    Returns:
        A share for each answer; they sum to 1.
    """
    used = _packaged() if weights is None else weights
    scores = [
        sum(used[place] * value for place, value in told.items())
        for told in features(candidate, sides)
    ]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    total = sum(odds)
    return {a: odd / total for a, odd in zip(ANSWERS, odds, strict=True)}


@cache
def _packaged() -> tuple[float, ...]:
    """Read the numbers of the package."""
    path = resources.files("accord.position") / "data" / "judged.json"
    named = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return tuple(named[name] for name in FEATURES)
