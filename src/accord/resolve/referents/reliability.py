"""How often each rule is right, so that a confidence means something.

A rule orders its own answers: a far pronoun is less sure than a near one. How sure the
rule is at all is measured: the share of its answers that the gold of ``evals/speakers``
has for right, lots of articles counted as they were first met.
"""

from dataclasses import replace
from functools import cache

from accord.model import Speaker
from accord.resolve.knowledge.names import data_text

__all__ = ["calibrated"]


@cache
def _measured() -> dict[str, tuple[float, float]]:
    """Load the share right of each rule, and the confidence that it usually gives.

    A rule that was met a few times is not taken for infallible: one right and one
    wrong answer are added.
    """
    lines = [
        line
        for line in data_text("reliability.csv").splitlines()
        if not line.startswith("#")
    ]
    rows = (line.split(",") for line in lines[1:])
    return {
        rule: ((int(right) + 1) / (int(asked) + 2), float(usual))
        for rule, right, asked, usual in rows
    }


def calibrated(speaker: Speaker) -> Speaker:
    """Return a speaker with the share of right answers as its confidence.

    Example:
        >>> calibrated(Speaker(None, "she", "unresolved", "pronoun", 0.0)).confidence
        0.0
    """
    share, usual = _measured().get(speaker.rule, (0.0, 0.0))
    if not share or speaker.status == "unresolved":
        return speaker
    doubt = min(speaker.confidence / usual, 1.0)
    return replace(speaker, confidence=round(share * doubt, 2))
