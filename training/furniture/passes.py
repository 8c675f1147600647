"""The three learners of the judge: words, a first pass, and a second that sees it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import lightgbm
import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from accord.read.lines.again import look_again
from accord.read.lines.context import around
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


class Lesson(NamedTuple):
    """What a pass learns from a page: one row, one answer and one weight a line."""

    rows: Array
    is_article: npt.NDArray[np.bool_]
    weights: Array


@dataclass(frozen=True, slots=True)
class Passes:
    """The fitted learners."""

    words: LogisticRegression
    first: lightgbm.Booster
    second: lightgbm.Booster
    rarity: Array

    def judge(self, page: Page) -> Array:
        """Tell how likely each line of a page is the article's."""
        seen = around(page.lines.rows, _say(self.words, [page])[0])
        first = np.asarray(self.first.predict(seen), dtype=np.float32)
        places, again = look_again(page.lines, seen, first, self.rarity)
        second = first.copy()
        second[places] = self.second.predict(again)
        return blend(page.lines.rows, first, second)


def fit(pages: Sequence[Page], *, seed: int) -> Passes:
    """Fit all three; each learns from what the one before says of unseen sites."""
    rarity = measure_rarity(pages)
    folds = np.array([fold_of(page.site, INNER_FOLDS, "inner") for page in pages])
    said = _unseen(pages, folds, lambda known: _say_of(fit_words(known)))
    rows = [around(p.lines.rows, words) for p, words in zip(pages, said, strict=True)]
    lessons = [
        Lesson(seen, page.is_article, page.weights)
        for page, seen in zip(pages, rows, strict=True)
    ]
    beliefs: list[Array] = [np.zeros(0, dtype=np.float32)] * len(pages)
    for fold in range(INNER_FOLDS):
        known = np.flatnonzero(folds != fold)
        trees = _grow([lessons[i] for i in known], rounds=ROUNDS[0], seed=seed)
        for i in np.flatnonzero(folds == fold):
            beliefs[i] = np.asarray(trees.predict(rows[i]), dtype=np.float32)
    more = [
        _teach_again(page, seen, belief, rarity)
        for page, seen, belief in zip(pages, rows, beliefs, strict=True)
    ]
    return Passes(
        words=fit_words(pages),
        first=_grow(lessons, rounds=ROUNDS[0], seed=seed),
        second=_grow(more, rounds=ROUNDS[1], seed=seed),
        rarity=rarity,
    )


def measure_rarity(pages: Sequence[Page]) -> Array:
    """Tell how rare the words of each slot are: the log of one in how many pages."""
    holds = np.zeros(RARITY_SLOTS)
    whole = [page for page in pages if page.group != "made"]
    for page in whole:
        words = frozenset[str]().union(*page.lines.bags)
        holds[sorted({rarity_slot(word) for word in words})] += 1
    rarity = np.log((len(whole) + 1) / (holds + 1))
    return rarity.astype(np.float16).astype(np.float32)


def _teach_again(page: Page, seen: Array, belief: Array, rarity: Array) -> Lesson:
    """Show the second pass a page, its lines that seem mislabelled without weight."""
    wrong = np.abs(belief - page.is_article) > MISLABELLED
    weights = page.weights * ~(wrong & (page.sizes > MISLABELLED_CHARS))
    places, rows = look_again(page.lines, seen, belief, rarity)
    return Lesson(rows, page.is_article[places], weights[places])


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
    folds: npt.NDArray[np.int64],
    learn: Callable[[list[Page]], Callable[[list[Page]], list[Array]]],
) -> list[Array]:
    """Let a learner speak of each page without having seen its site."""
    said: list[Array] = [np.zeros(0, dtype=np.float32)] * len(pages)
    for fold in range(INNER_FOLDS):
        speak = learn([p for p, f in zip(pages, folds, strict=True) if f != fold])
        others = np.flatnonzero(folds == fold)
        for i, words in zip(
            others, speak([pages[int(i)] for i in others]), strict=True
        ):
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


def _grow(lessons: Sequence[Lesson], *, rounds: int, seed: int) -> lightgbm.Booster:
    """Grow the trees of a pass."""
    weights = np.concatenate([lesson.weights for lesson in lessons])
    used = weights > 0
    table = lightgbm.Dataset(
        np.vstack([lesson.rows for lesson in lessons])[used],
        np.concatenate([lesson.is_article for lesson in lessons])[used],
        weight=weights[used] / weights[used].mean(),
    )
    return lightgbm.train({**OPTIONS, "seed": seed}, table, rounds)
