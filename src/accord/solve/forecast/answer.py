"""The answer for a contest: middles with their spread, and the experiment beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.errors import InputError
from accord.model.negotiation.contest import Contest
from accord.solve.basis import Basis
from accord.solve.forecast.challenge import VARIANTS, Round, Variant, play
from accord.solve.forecast.middles import RULES
from accord.solve.forecast.shaking import Shake, Spread, shaken, spread_of

__all__ = ["FORECASTS", "Estimate", "Forecast", "Trial", "make_forecast"]

#: The rules that forecast; the others are baselines.
FORECASTS = ("weighted-mean", "weighted-median")

_TRIAL_ACTORS_AT_MOST = 60
# Draws of the experiment times actors cubed: about a second for each variant.
_TRIAL_WORK = 60_000
_TRIAL_DRAWS_AT_LEAST = 10

_CAVEATS = (
    (
        "Under these modelled positions and weights; it is where a line of numbers has "
        "its middle, not a probability of agreement, and agreement may not come at all."
    ),
    "A number that hardly moves when its inputs are shaken is stable, not thereby right.",
)
_EXPERIMENT = (
    "The expected-utility model is an experiment: its variants disagree, it knows no "
    "round at which to stop, and its published success cannot be checked."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Where one rule puts the contest.

    Attributes:
        rule: Name of the rule.
        is_baseline: Whether it stands here for comparison only.
        value: The number.
        spread: Where it lies when the inputs are shaken.
        without_one: Least and greatest value when any one actor is left out.
        error: Distance from what came of it; None if that is not known.
    """

    rule: str
    is_baseline: bool
    value: float
    spread: Spread
    without_one: tuple[float, float]
    error: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What one variant of the expected-utility model says.

    Attributes:
        variant: Its name.
        says: What is different in it.
        rounds: The start and each round.
        draws: How often the inputs were shaken.
        spreads: For each of them, where the median lies when the inputs are shaken.
    """

    variant: str
    says: str
    rounds: tuple[Round, ...]
    draws: int
    spreads: tuple[Spread, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Where a contest might come out.

    Attributes:
        title: What is asked.
        low: The lowest position of anybody.
        high: The highest.
        scale: What the places on the line mean, where options lie on it.
        actors: How many pull.
        estimates: The forecasts, then the baselines.
        experiment: Variants of the expected-utility model; empty if not asked for.
        outcome: What came of it; None if it is not known.
        shake: How the inputs were shaken.
        sentence: The same in words.
        basis: What it rests on.
        caveats: What a reader must know.
    """

    title: str
    low: float
    high: float
    scale: tuple[tuple[str, float], ...]
    actors: int
    estimates: tuple[Estimate, ...]
    experiment: tuple[Trial, ...]
    outcome: float | None
    shake: Shake
    sentence: str
    basis: Basis
    caveats: tuple[str, ...]


def make_forecast(
    contest: Contest,
    *,
    basis: Basis | None = None,
    shake: Shake | None = None,
    rounds: int | None = None,
    scale: Sequence[tuple[str, float]] = (),
    caveats: Sequence[str] = (),
) -> Forecast:
    """Say where a contest might come out, never without its spread.

    Args:
        contest: Who pulls where.
        basis: What its numbers rest on; an analyst if None.
        shake: How the inputs are shaken; by a tenth, 200 times, if None.
        rounds: Rounds of the expected-utility model to play; None for no experiment.
        scale: What places on the line mean.
        caveats: What else a reader must know.

    Returns:
        The forecasts, the baselines beside them, and the experiment if asked for.

    Raises:
        InputError: There are too many actors for the experiment.

    Cost:
        Linear in draws and actors; the experiment cubic in actors, for each draw, round
        and variant.

    Example:
        >>> from accord.model.negotiation.contest import Stake
        >>> pull = (
        ...     Stake("A", 1, 0, 1),
        ...     Stake("B", 3, 10, 0.5),
        ...     Stake("C", 0.5, 20, 1),
        ... )
        >>> [e.value for e in make_forecast(Contest(stakes=pull)).estimates][:2]
        [8.333333333333334, 10]
    """
    shake = shake or Shake()
    draws = tuple(shaken(contest, shake))
    positions = [stake.position for stake in contest.stakes]
    estimates = tuple(_estimate(rule, contest, draws) for rule in RULES)
    experiment: tuple[Trial, ...] = ()
    if rounds is not None:
        experiment = tuple(_trial(v, contest, draws, rounds) for v in VARIANTS)
    return Forecast(
        title=contest.title,
        low=min(positions),
        high=max(positions),
        scale=tuple(scale),
        actors=len(positions),
        estimates=estimates,
        experiment=experiment,
        outcome=contest.outcome,
        shake=shake,
        sentence=_say(contest, estimates, shake, scale),
        basis=basis or _by_an_analyst(contest),
        caveats=(*_CAVEATS, *((_EXPERIMENT,) if experiment else ()), *caveats),
    )


def _estimate(rule: str, contest: Contest, draws: Sequence[Contest]) -> Estimate:
    """Apply one rule, to the contest and to it shaken."""
    find = RULES[rule]
    value = find(contest.stakes)
    lacking = [value]
    for left_out in contest.stakes:
        rest = tuple(stake for stake in contest.stakes if stake is not left_out)
        if any(stake.weight > 0 for stake in rest):
            lacking.append(find(rest))
    return Estimate(
        rule=rule,
        is_baseline=rule not in FORECASTS,
        value=value,
        spread=spread_of([find(draw.stakes) for draw in draws]),
        without_one=(min(lacking), max(lacking)),
        error=None if contest.outcome is None else abs(value - contest.outcome),
    )


def _trial(
    variant: Variant, contest: Contest, draws: Sequence[Contest], rounds: int
) -> Trial:
    """Play one variant, with the contest and with it shaken."""
    actors = len(contest.stakes)
    if actors > _TRIAL_ACTORS_AT_MOST:
        message = f"The experiment is not run with {actors} actors."
        hint = f"Leave it out, or give up to {_TRIAL_ACTORS_AT_MOST} actors."
        raise InputError(message, hint=hint)
    enough = max(_TRIAL_DRAWS_AT_LEAST, _TRIAL_WORK // actors**3)
    played = [play(draw, variant, rounds=rounds) for draw in draws[:enough]]
    return Trial(
        variant=variant.name,
        says=variant.says,
        rounds=play(contest, variant, rounds=rounds),
        draws=len(played),
        spreads=tuple(
            spread_of([rows[number].median for rows in played])
            for number in range(rounds + 1)
        ),
    )


def _say(
    contest: Contest,
    estimates: Sequence[Estimate],
    shake: Shake,
    scale: Sequence[tuple[str, float]],
) -> str:
    """Put the forecasts into words."""
    parts = [
        f"the {e.rule.replace('-', ' ')} is {e.value:.4g} (from {e.spread.least:.4g} to "
        f"{e.spread.most:.4g} when capability and salience are shaken by "
        f"{shake.share:.0%})"
        for e in estimates
        if not e.is_baseline
    ]
    about = f" on “{contest.title}”" if contest.title else ""
    line = ", ".join(f"{place:g} is “{option}”" for option, place in scale)
    return (
        f"Under these modelled positions{about}{f' ({line})' if line else ''}, "
        f"{' and '.join(parts)}."
    )


def _by_an_analyst(contest: Contest) -> Basis:
    """Say that all numbers are from a file, which quotes nothing."""
    places = tuple(f"actors:{stake.name}" for stake in contest.stakes)
    return Basis(values=places, asserted=0.0, inferred=0.0, analyst=1.0)
