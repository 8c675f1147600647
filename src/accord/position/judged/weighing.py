"""Weighing: how likely a side is right, given how the rules read it and what the judge says.

A logistic regression whose numbers serve "support" and "oppose" alike, so nothing can
favour a side. They are fitted on sides that the rules read in disputes which they had
never met, each beside a judge that had not met them either; so the likelihood tells how
often such a side is right in a new dispute.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from accord.ports import Sides

__all__ = ["FEATURES", "Taken", "features", "likelihood"]

_LEAST = 0.002
_RULES = {
    "said.governed": "governed",
    "said.held": "held",
    "said.judged": "judged",
    "said.obliged": "judged",
    "said.intended": "judged",
    "said.leaning": "leaning",
    "said.condition": "condition",
    "told.governed": "told",
    "told.leaning": "hinted",
}
# Votes are leanings that are right much oftener than others.
_VOTES = ".leaning-votes"
#: What the numbers are called.
FEATURES = (
    "any", "judge.same", "judge.other", "judge.neither", "conditional", "strength",
    "beside.same", "beside.other", "loose", "several", "rule.voted",
    *(f"rule.{rule}" for rule in dict.fromkeys(_RULES.values())),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taken:
    """A side, as the rules read it.

    Attributes:
        stance: ``support``, ``oppose`` or ``conditional``.
        rule: How it was read.
        strength: How strongly, in [-1, 1].
        beside: The other sides that the document was read to give the same party on
            the same issue.
        loose: How surely the issue is named by none of the codebook's terms, but by a
            word that stands for one, as "the plan", in [0, 1].
        several: Whether the codebook has further issues.
    """

    stance: str
    rule: str
    strength: float
    beside: tuple[str, ...] = ()
    loose: float = 0.0
    several: bool = False


def features(taken: Taken, sides: Sides) -> dict[str, float]:
    """Give what speaks for and against a side, by name; what is not named is 0."""
    shares = {
        "support": sides.support,
        "oppose": sides.oppose,
        "conditional": sides.conditional,
    }
    same = shares.pop(taken.stance)
    found = {
        "any": 1.0,
        "judge.same": math.log(same + _LEAST),
        "judge.other": math.log(max(shares.values()) + _LEAST),
        "judge.neither": math.log(sides.neither + _LEAST),
        "conditional": float(taken.stance == "conditional"),
        "strength": abs(taken.strength),
        "beside.same": float(taken.stance in taken.beside),
        "beside.other": float(bool(set(taken.beside) - {taken.stance})),
        "loose": taken.loose,
        "several": float(taken.several),
    }
    rule = _class_of(taken.rule)
    return found | ({f"rule.{rule}": 1.0} if rule else {})


def _class_of(rule: str) -> str | None:
    """Name the class of a rule; None if it has none of its own."""
    return "voted" if rule.endswith(_VOTES) else _RULES.get(rule.partition("-")[0])


def likelihood(
    taken: Taken, sides: Sides, weights: Sequence[float] | None = None
) -> float:
    """Tell how likely a side is right.

    Args:
        taken: The side that the rules read.
        sides: What the judge says.
        weights: One number for each of ``FEATURES``; those of the package if None.

    Returns:
        A share in [0, 1].
    """
    used = dict(zip(FEATURES, weights or _packaged(), strict=True))
    score = sum(used[name] * value for name, value in features(taken, sides).items())
    return 1.0 / (1.0 + math.exp(-score))


@cache
def _packaged() -> tuple[float, ...]:
    """Read the numbers of the package."""
    path = resources.files("accord.position") / "data" / "judged.json"
    named = json.loads(path.read_text(encoding="utf-8"))["weights"]
    return tuple(named[name] for name in FEATURES)
