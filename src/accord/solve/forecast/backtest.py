"""Backtest: how far each rule was off where the outcome is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from accord.errors import InputError
from accord.model.negotiation.contest import Contest
from accord.solve.forecast.challenge import VARIANTS, play
from accord.solve.forecast.middles import RULES

__all__ = ["Backtest", "Score", "backtest"]

# A forecaster that knows nothing is right by chance with this many cases at hand.
_FEW = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How far one rule was off.

    Attributes:
        rule: Name of the rule, or ``challenge:`` and the variant.
        error: Mean distance from the outcome, as a share of the distance between the
            outermost positions of each contest.
        worst: The greatest of them.
        better_than_mean: Share of contests in which it was nearer than the plain mean.
    """

    rule: str
    error: float
    worst: float
    better_than_mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """How far each rule was off where the outcome is known.

    Attributes:
        contests: How many had an outcome.
        without: How many had none, and were left aside.
        rounds: The round at which the expected-utility model was read.
        scores: The best first.
        caveats: What a reader must know.
    """

    contests: int
    without: int
    rounds: int
    scores: tuple[Score, ...]
    caveats: tuple[str, ...]


def backtest(contests: Sequence[Contest], *, rounds: int = 5) -> Backtest:
    """Hold every rule and every variant against known outcomes.

    Args:
        contests: Contests, some with an outcome.
        rounds: The round at which to read the expected-utility model.

    Returns:
        Errors by rule, the baselines among them.

    Raises:
        InputError: No contest has an outcome and positions that differ.
    """
    known = [c for c in contests if c.outcome is not None and c.span > 0]
    if not known:
        message = "No contest has an outcome to hold a forecast against."
        raise InputError(message, hint='Add "outcome": NUMBER to the contests.')
    errors = [_errors(contest, rounds) for contest in known]
    scores = sorted(
        (_score(rule, errors) for rule in errors[0]), key=lambda s: (s.error, s.rule)
    )
    caveats: tuple[str, ...] = ()
    if len(known) < _FEW:
        caveats = (f"{len(known)} contests are too few to tell rules apart.",)
    return Backtest(
        contests=len(known),
        without=len(contests) - len(known),
        rounds=rounds,
        scores=tuple(scores),
        caveats=caveats,
    )


def _errors(contest: Contest, rounds: int) -> dict[str, float]:
    """Work out how far each rule was off in one contest."""
    said = {rule: find(contest.stakes) for rule, find in RULES.items()}
    for variant in VARIANTS:
        said[f"challenge:{variant.name}"] = play(contest, variant, rounds=rounds)[
            -1
        ].median
    outcome = contest.outcome or 0.0
    return {rule: abs(value - outcome) / contest.span for rule, value in said.items()}


def _score(rule: str, errors: Sequence[Mapping[str, float]]) -> Score:
    """Sum one rule's errors up."""
    own = [by_rule[rule] for by_rule in errors]
    return Score(
        rule=rule,
        error=fmean(own),
        worst=max(own),
        better_than_mean=fmean(by[rule] < by["mean"] for by in errors),
    )
