"""From the network's probabilities to a confidence that means something.

A logistic regression on what the network thought of the cue, the source and the
weakest fragment of the content, fitted on articles that the network was not trained on.
"""

from collections.abc import Sequence
from math import exp, log

__all__ = ["FEATURES", "calibrated", "features"]

#: What the confidence is made from, in order.
FEATURES = ("constant", "cue", "source", "no-source", "content", "fragments")

_EDGE = 0.001


def features(
    cue: float, source: float | None, content: Sequence[float]
) -> tuple[float, ...]:
    """Describe one attribution.

    Args:
        cue: Mean probability of the cue's labels.
        source: Likewise; None if it has no source.
        content: Likewise for each fragment; at least one.

    Returns:
        A number for each of ``FEATURES``; probabilities as log odds.
    """
    return (
        1.0,
        _log_odds(cue),
        0.0 if source is None else _log_odds(source),
        float(source is None),
        _log_odds(min(content)),
        float(len(content) - 1),
    )


def calibrated(values: Sequence[float], weights: Sequence[float]) -> float:
    """Weigh features into a confidence, in (0, 1).

    Example:
        >>> round(calibrated((1.0, 2.0), (-1.0, 0.5)), 2)
        0.5
    """
    score = sum(v * w for v, w in zip(values, weights, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def _log_odds(probability: float) -> float:
    """Turn a probability into log odds, bounded."""
    inner = min(1 - _EDGE, max(_EDGE, probability))
    return log(inner / (1 - inner))
