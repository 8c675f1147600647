"""The learners of the judge: words, and three passes that hear those before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import lightgbm
import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from accord.read.lines.again import Places, look_again, worth_a_look
from accord.read.lines.context import around
from accord.read.lines.judge import Passes, judge_lines, mix
from accord.read.lines.looks import WORD_SLOTS, Array
from accord.read.lines.ties import RARITY_SLOTS, rarity_slot
from training.furniture.corpus import INNER_FOLDS, Page, fold_of

ROUNDS = (120, 150, 150)
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
    """What a pass learns from a page: for some lines a row, an answer, a weight."""

    places: Places
    rows: Array
    is_article: npt.NDArray[np.bool_]
    weights: Array


@dataclass(frozen=True, slots=True)
class Learners:
    """The fitted learners."""

    words: LogisticRegression
    first: lightgbm.Booster
    second: lightgbm.Booster
    third: lightgbm.Booster
    rarity: Array

    def judge(self, page: Page) -> Array:
        """Tell how likely each line of a page is the article's."""
        passes = Passes(
            first=_predict(self.first),
            second=_predict(self.second),
            third=_predict(self.third),
            rarity=self.rarity,
        )
        return judge_lines(page.lines, _say(self.words, [page])[0], passes)


def fit(pages: Sequence[Page], *, seed: int) -> Learners:
    """Fit all; each learns from what those before say of unseen sites."""
    rarity = measure_rarity(pages)
    folds = np.array([fold_of(page.site, INNER_FOLDS, "inner") for page in pages])
    said = _unseen(pages, folds, lambda known: _say_of(fit_words(known)))
    seen = [around(p.lines.rows, words) for p, words in zip(pages, said, strict=True)]
    firsts = [
        Lesson(np.arange(len(rows)), rows, page.is_article, page.weights)
        for page, rows in zip(pages, seen, strict=True)
    ]
    blank = [np.zeros(len(rows), dtype=np.float32) for rows in seen]
    first = _hear(firsts, folds, blank, rounds=ROUNDS[0], seed=seed)
    weights = [_trusted(page, said) for page, said in zip(pages, first, strict=True)]
    seconds = _teach(pages, seen, first, weights, rarity)
    later = _hear(seconds, folds, first, rounds=ROUNDS[1], seed=seed)
    both = [mix(*beliefs) for beliefs in zip(first, later, strict=True)]
    thirds = _teach(pages, seen, both, weights, rarity)
    return Learners(
        words=fit_words(pages),
        first=_grow(firsts, rounds=ROUNDS[0], seed=seed),
        second=_grow(seconds, rounds=ROUNDS[1], seed=seed),
        third=_grow(thirds, rounds=ROUNDS[2], seed=seed),
        rarity=rarity,
    )


def _hear(
    lessons: Sequence[Lesson],
    folds: npt.NDArray[np.int64],
    before: Sequence[Array],
    *,
    rounds: int,
    seed: int,
) -> list[Array]:
    """Let a pass speak of each page without having seen its site.

    Of lines that it is not shown it says what was said before.
    """
    said = [belief.copy() for belief in before]
    for fold in range(INNER_FOLDS):
        known = np.flatnonzero(folds != fold)
        trees = _grow([lessons[int(i)] for i in known], rounds=rounds, seed=seed)
        for i in np.flatnonzero(folds == fold):
            lesson = lessons[int(i)]
            said[i][lesson.places] = _predict(trees)(lesson.rows)
    return said


def _teach(
    pages: Sequence[Page],
    seen: Sequence[Array],
    beliefs: Sequence[Array],
    weights: Sequence[Array],
    rarity: Array,
) -> list[Lesson]:
    """Show a later pass the lines that are worth another look."""
    lessons: list[Lesson] = []
    for page, rows, belief, counts in zip(pages, seen, beliefs, weights, strict=True):
        places = worth_a_look(belief)
        again = look_again(page.lines, rows, belief, rarity, places=places)
        lessons.append(Lesson(places, again, page.is_article[places], counts[places]))
    return lessons


def _predict(trees: lightgbm.Booster) -> Callable[[Array], Array]:
    """Make trees a function from rows to probabilities."""
    return lambda rows: np.asarray(trees.predict(rows), dtype=np.float32)


def measure_rarity(pages: Sequence[Page]) -> Array:
    """Tell how rare the words of each slot are: the log of one in how many pages."""
    holds = np.zeros(RARITY_SLOTS)
    whole = [page for page in pages if page.group != "made"]
    for page in whole:
        words = frozenset[str]().union(*page.lines.bags)
        holds[sorted({rarity_slot(word) for word in words})] += 1
    rarity = np.log((len(whole) + 1) / (holds + 1))
    return rarity.astype(np.float16).astype(np.float32)


def _trusted(page: Page, first: Array) -> Array:
    """Weigh the lines of a page, those that seem mislabelled with nothing."""
    wrong = np.abs(first - page.is_article) > MISLABELLED
    return page.weights * ~(wrong & (page.sizes > MISLABELLED_CHARS))


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
