"""How well a confidence keeps its word: fitting, reliability, expected error."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from corpus import as_annotated, document_of
from scoring import Text, matches

from accord.adapters.models import ModelTagger
from accord.adapters.models.confidence import FEATURES

Numbers = npt.NDArray[np.float64]

BINS = 10
RIDGE = 1.0
FOLDS = 5


def judged(
    tagger: ModelTagger, articles: Sequence[dict[str, Any]]
) -> tuple[list[Numbers], list[Numbers]]:
    """Tag articles, and say of each attribution what speaks for it and if it is right.

    Returns:
        For each article the features, (attributions, features), and 1.0 or 0.0 for each
        attribution.
    """
    values, right = [], []
    for article in articles:
        text = article["text"]
        found = [(a, f) for a, f in tagger.explain(document_of(text))]
        read = Text(text)
        gold = [read.triple(row) for row in article["attributions"]]
        triples = [read.triple(as_annotated(text, a)) for a, _ in found]
        hits = set(matches([g for g in gold if g.content], triples).values())
        values.append(np.array([f for _, f in found]).reshape(-1, len(FEATURES)))
        right.append(np.array([float(n in hits) for n in range(len(found))]))
    return values, right


def fit(values: Numbers, right: Numbers) -> Numbers:
    """Fit a ridge logistic regression by Newton's method; the constant is free."""
    weights = np.zeros(values.shape[1])
    pull = np.full(values.shape[1], RIDGE)
    pull[0] = 0.0
    for _ in range(30):
        p = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (p - right) + pull * weights
        curve = (values * (p * (1 - p))[:, None]).T @ values + np.diag(pull + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def crossed(
    values: Sequence[Numbers], right: Sequence[Numbers]
) -> tuple[Numbers, Numbers]:
    """Give every article the confidences of a fit on the other folds."""
    given = []
    for number, own in enumerate(values):
        others = [n for n in range(len(values)) if n % FOLDS != number % FOLDS]
        weights = fit(
            np.concatenate([values[n] for n in others]),
            np.concatenate([right[n] for n in others]),
        )
        given.append(1 / (1 + np.exp(-own @ weights)))
    return np.concatenate(given), np.concatenate(right)


def reliability(
    confidences: Numbers, right: Numbers
) -> tuple[float, list[tuple[float, float, int]]]:
    """Compare confidences with how often they are right, in bins of equal size.

    Returns:
        The expected calibration error, in [0, 1], and for each bin its mean confidence,
        the share that is right, and its size.

    Source:
        [guo2017]
    """
    order = np.argsort(confidences, kind="stable")
    rows, error = [], 0.0
    for part in np.array_split(order, BINS):
        if len(part):
            said, was = float(confidences[part].mean()), float(right[part].mean())
            rows.append((said, was, len(part)))
            error += abs(said - was) * len(part) / len(order)
    return error, rows
