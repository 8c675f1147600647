"""The three learners of the judge: words, a first pass, and a second that sees it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import lightgbm
import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from accord.read.lines.context import around, describe_belief
from accord.read.lines.judge import blend
from accord.read.lines.looks import WORD_SLOTS, Array
from accord.read.lines.ties import RARITY_SLOTS, rarity_slot
from training.furniture.corpus import INNER_FOLDS, Page, fold_of

ROUNDS = (120, 150)
OPTIONS = {
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.08,
    "min_child_samples": 40, "feature_fraction": 0.4, "bagging_fraction": 0.7,
    "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 63, "num_threads": 1,
    "deterministic": True, "force_row_wise": True, "verbose": -1,
}  # fmt: skip
# What each line's words weigh in a learner that knows nothing of length.
WORD_STRENGTH = 1.0
# A long line that the first pass, not having seen its site, is that sure is mislabelled
# teaches the second nothing: some gold texts leave out what others hold.
MISLABELLED = 0.93
MISLABELLED_CHARS = 100


@dataclass(frozen=True, slots=True)
class Passes:
    """The fitted learners."""

    words: LogisticRegression
    first: lightgbm.Booster
    second: lightgbm.Booster
    rarity: Array

    def judge(self, page: Page) -> Array:
        """Tell how likely each line of a page is the article's."""
        rows = around(page.rows, _say(self.words, [page])[0])
        first = np.asarray(self.first.predict(rows), dtype=np.float32)
        belief = describe_belief(page.rows, page.bags, first, self.rarity)
        seen = np.hstack([rows, belief])
        second = np.asarray(self.second.predict(seen), dtype=np.float32)
        return blend(page.rows, first, second)


def fit(pages: Sequence[Page], *, seed: int) -> Passes:
    """Fit all three; each learns from what the one before says of unseen sites."""
    rarity = measure_rarity(pages)
    folds = np.array([fold_of(page.site, INNER_FOLDS, "inner") for page in pages])
    said = _unseen(pages, folds, lambda known: _say_of(fit_words(known)))
    rows = [around(p.rows, words) for p, words in zip(pages, said, strict=True)]
    beliefs: list[Array] = [np.zeros(0, dtype=np.float32)] * len(pages)
    for fold in range(INNER_FOLDS):
        known = np.flatnonzero(folds != fold)
        trees = _grow([pages[i] for i in known], [rows[i] for i in known], 0, seed)
        for i in np.flatnonzero(folds == fold):
            beliefs[i] = np.asarray(trees.predict(rows[i]), dtype=np.float32)
    seen = [
        np.hstack([r, describe_belief(page.rows, page.bags, belief, rarity)])
        for page, r, belief in zip(pages, rows, beliefs, strict=True)
    ]
    return Passes(
        words=fit_words(pages),
        first=_grow(pages, rows, 0, seed),
        second=_grow([*_without_mislabelled(pages, beliefs)], seen, 1, seed),
        rarity=rarity,
    )


def measure_rarity(pages: Sequence[Page]) -> Array:
    """Tell how rare the words of each slot are: the log of one in how many pages."""
    holds = np.zeros(RARITY_SLOTS)
    whole = [page for page in pages if page.group != "made"]
    for page in whole:
        words = frozenset[str]().union(*page.bags)
        holds[sorted({rarity_slot(word) for word in words})] += 1
    rarity = np.log((len(whole) + 1) / (holds + 1))
    return rarity.astype(np.float16).astype(np.float32)


def _without_mislabelled(
    pages: Sequence[Page], beliefs: Sequence[Array]
) -> Iterator[Page]:
    """Give the pages, their lines that seem mislabelled without weight."""
    for page, belief in zip(pages, beliefs, strict=True):
        wrong = np.abs(belief - page.is_article) > MISLABELLED
        counts = ~(wrong & (page.sizes > MISLABELLED_CHARS))
        yield replace(page, weights=page.weights * counts)


def fit_words(pages: Sequence[Page]) -> LogisticRegression:
    """Learn what words say of a line."""
    weights = np.concatenate([page.weights for page in pages]) ** 0.25
    used = weights > 0
    learner = LogisticRegression(C=WORD_STRENGTH, solver="liblinear", max_iter=200)
    learner.fit(
        _table(pages)[used],
        np.concatenate([page.is_article for page in pages])[used],
        sample_weight=weights[used] / weights[used].mean(),
    )
    return learner


def _unseen(
    pages: Sequence[Page],
    folds: "np.typing.NDArray[np.int64]",
    learn: Callable[[list[Page]], Callable[[list[Page]], list[Array]]],
) -> list[Array]:
    """Let a learner speak of each page without having seen its site."""
    said: list[Array] = [np.zeros(0, dtype=np.float32)] * len(pages)
    for fold in range(INNER_FOLDS):
        speak = learn([p for p, f in zip(pages, folds, strict=True) if f != fold])
        others = np.flatnonzero(folds == fold)
        for i, words in zip(others, speak([pages[i] for i in others]), strict=True):
            said[i] = words
    return said


def _say_of(learner: LogisticRegression) -> Callable[[list[Page]], list[Array]]:
    """Bind a learner of words."""
    return lambda pages: _say(learner, pages)


def _say(learner: LogisticRegression, pages: Sequence[Page]) -> list[Array]:
    """Give the log-odds of each line's words, page by page."""
    odds = (_table(pages) @ learner.coef_[0] + learner.intercept_[0]).astype(np.float32)
    return np.split(odds, np.cumsum([len(page.labels) for page in pages])[:-1])


def _table(pages: Sequence[Page]) -> sparse.csr_matrix:
    """Lay the hashed words of all lines into one table."""
    slots = [line for page in pages for line in page.slots]
    sizes = np.array([len(line) for line in slots])
    return sparse.csr_matrix(
        (
            np.repeat(1 / np.sqrt(np.maximum(sizes, 1)), sizes),
            np.concatenate([np.asarray(line, dtype=np.int32) for line in slots]),
            np.concatenate([[0], np.cumsum(sizes)]),
        ),
        shape=(len(slots), WORD_SLOTS),
    )


def _grow(
    pages: Sequence[Page], rows: Sequence[Array], which: int, seed: int
) -> lightgbm.Booster:
    """Grow the trees of a pass."""
    weights = np.concatenate([page.weights for page in pages])
    used = weights > 0
    table = lightgbm.Dataset(
        np.vstack(rows)[used],
        np.concatenate([page.is_article for page in pages])[used],
        weight=weights[used] / weights[used].mean(),
    )
    return lightgbm.train({**OPTIONS, "seed": seed}, table, ROUNDS[which])
