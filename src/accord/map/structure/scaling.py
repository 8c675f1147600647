"""Ideological scaling: actors and concepts on one or two dimensions of dispute."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from accord.errors import InputError
from accord.map.network import tally_events
from accord.map.network.counting import Tally
from accord.map.network.products import Floats
from accord.model.discourse import EventList, Recipe
from accord.model.structure import Interval, Method, Placement, Scale

__all__ = ["place_on_scale"]

_NODES = {1: 61, 2: 25}
_WIDEST = 4.0
_ROUNDS = 500
_NEWTON_STEPS = 8
_TOLERANCE = 1e-7
# Variance that discriminations and difficulties have before anything is known: wide
# enough for the steepest concepts, and it keeps those on which all agree finite.
_PRIOR_VARIANCE = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class _Answers:
    """Who answered what: share of agreement, and whether there is any answer."""

    actors: tuple[str, ...]
    concepts: tuple[str, ...]
    share: Floats
    known: Floats


@dataclass(slots=True, eq=False)
class _Fit:
    """What is known of actors and concepts, on a grid of positions."""

    grid: Floats
    prior: Floats
    posterior: Floats
    slopes: Floats
    log_likelihood: float


def place_on_scale(
    events: EventList,
    recipe: Recipe,
    *,
    dimensions: int = 1,
    level: float = 0.95,
    least_answers: int = 2,
) -> Scale:
    """Place actors and concepts on the dimensions that their stances suggest.

    An item-response model: the log odds that an actor agrees with a concept are the
    actor's position times how strongly the concept discriminates, less how difficult
    it is to agree with. It is fitted by expectation and maximisation on a grid, with
    a standard normal prior for positions and a wide one for concepts. An actor who
    takes both sides of a concept has agreed in part.

    Args:
        events: Coded statements of one type.
        recipe: Its variables, filters and duplicates are what matters.
        dimensions: 1 or 2.
        level: Chance with which an interval holds the position.
        least_answers: Concepts that an actor must have spoken of to be placed.

    Returns:
        Places with their intervals: of actors by the posterior on the grid, with the
        concepts taken as known; of concepts by the curvature of the likelihood.
        Dimensions are ordered by their spread, and each points to where the actor
        farthest out stands.

    Raises:
        InputError: The dimensions are not 1 or 2, the qualifier is not of yes or no,
            or there are not two actors with enough answers.

    Cost:
        Actors times concepts times nodes of the grid, for each round.

    Source:
        [bock1981]
    """
    if dimensions not in _NODES or not 0 < level < 1:
        message = f"No scale of {dimensions} dimensions at level {level}."
        raise InputError(message, hint="Give 1 or 2 dimensions and a level as 0.95.")
    answers = _read(events, recipe, least_answers)
    fit, rounds = _estimate(answers, dimensions)
    turned = _turned(fit)
    normal = NormalDist().inv_cdf((1 + level) / 2)
    errors = _errors(answers, fit, turned)
    counts = answers.known.sum(axis=0).astype(int)
    slopes = fit.slopes[:, :-1] @ turned
    return Scale(
        method=Method(
            "scaling.item_response_em",
            exact=False,
            parameters=(
                ("dimensions", dimensions),
                ("level", level),
                ("least_answers", least_answers),
                ("nodes", len(fit.grid)),
                ("prior_variance", _PRIOR_VARIANCE),
                ("rounds", rounds),
            ),
        ),
        actors=_place_actors(answers, fit, turned, level),
        concepts=tuple(
            Placement(
                name,
                tuple(slopes[place].tolist()),
                tuple(
                    Interval(value - normal * error, value + normal * error)
                    for value, error in zip(
                        slopes[place].tolist(), errors[place, :-1].tolist(), strict=True
                    )
                ),
                int(counts[place]),
            )
            for place, name in enumerate(answers.concepts)
        ),
        difficulties=tuple(
            Placement(
                name,
                (value,),
                (Interval(value - normal * error, value + normal * error),),
                int(counts[place]),
            )
            for place, (name, value, error) in enumerate(
                zip(
                    answers.concepts,
                    (-fit.slopes[:, -1]).tolist(),
                    errors[:, -1].tolist(),
                    strict=True,
                )
            )
        ),
        log_likelihood=fit.log_likelihood,
    )


def _read(events: EventList, recipe: Recipe, least: int) -> _Answers:
    """Read the share of agreement of each actor with each concept.

    Raises:
        InputError: The qualifier is not of yes or no, or too few actors are left.
    """
    kind = events.variable(recipe.qualifier).kind if recipe.qualifier else None
    if kind != "boolean":
        message = f"Nobody can be placed by {recipe.qualifier or 'no qualifier'!r}."
        raise InputError(message, hint="Give a qualifier of yes or no, as agreement.")
    tally = tally_events(events, recipe)
    agreed, all_ = _counted(tally, only=True), _counted(tally, only=False)
    known = all_ > 0
    placed = np.flatnonzero(known.sum(axis=1) >= least)
    used = np.flatnonzero(known[placed].any(axis=0))
    if len(placed) < 2:
        message = f"{len(placed)} actors spoke of {least} concepts or more."
        raise InputError(message, hint="A scale needs two; ask for fewer answers.")
    part = np.ix_(placed, used)
    share = np.divide(agreed, all_, out=np.zeros_like(agreed), where=known)
    return _Answers(
        actors=tuple(tally.codes.rows[place] for place in placed),
        concepts=tuple(tally.codes.columns[place] for place in used),
        share=share[part],
        known=known[part].astype(np.float64),
    )


def _counted(tally: Tally, *, only: bool) -> Floats:
    """Count statements by row and column: those that agree, or all with a level."""
    cells, codes = tally.cells, tally.codes
    level = tally.level[cells.feature]
    wanted = [p for p, v in enumerate(codes.levels) if v is True or v is False]
    if only:
        wanted = [codes.levels.index(True)]
    kept = np.isin(level, wanted)
    found = np.zeros((len(codes.rows), len(codes.columns)))
    places = (cells.row[kept], tally.column[cells.feature][kept])
    np.add.at(found, places, cells.number[kept])
    return found


def _estimate(answers: _Answers, dimensions: int) -> tuple[_Fit, int]:
    """Fit the model: guess positions, fit concepts to them, and over again."""
    line = np.linspace(-_WIDEST, _WIDEST, _NODES[dimensions])
    mesh = np.meshgrid(*[line] * dimensions, indexing="ij")
    grid = np.stack([axis.ravel() for axis in mesh], axis=1)
    prior = np.exp(-(grid**2).sum(axis=1) / 2)
    prior /= prior.sum()
    fit = _Fit(grid, prior, np.empty(0), _first_slopes(answers, dimensions), -np.inf)
    rounds = 0
    for rounds in range(1, _ROUNDS + 1):
        before = fit.log_likelihood
        _expect(answers, fit)
        if fit.log_likelihood - before < _TOLERANCE * (1 + abs(before)) and rounds > 1:
            break
        _maximise(answers, fit)
    return fit, rounds


def _first_slopes(answers: _Answers, dimensions: int) -> Floats:
    """Begin with the leading components of who agrees with what."""
    signed = (2 * answers.share - 1) * answers.known
    _, sizes, vectors = np.linalg.svd(signed, full_matrices=False)
    slopes = np.zeros((len(answers.concepts), dimensions + 1))
    found = min(dimensions, len(sizes))
    slopes[:, :found] = vectors[:found].T * np.sqrt(len(answers.concepts))
    return slopes


def _chances(fit: _Fit) -> Floats:
    """Give the chance of agreement at each node with each concept."""
    odds = fit.grid @ fit.slopes[:, :-1].T + fit.slopes[:, -1]
    return np.asarray(1 / (1 + np.exp(-odds)), np.float64)


def _expect(answers: _Answers, fit: _Fit) -> None:
    """Weigh each node by how well it explains each actor's answers."""
    chances = np.clip(_chances(fit), 1e-12, 1 - 1e-12)
    agreed = answers.share * answers.known
    logs = agreed @ np.log(chances).T + (answers.known - agreed) @ np.log(1 - chances).T
    logs += np.log(fit.prior)
    top = logs.max(axis=1, keepdims=True)
    weights = np.exp(logs - top)
    totals = weights.sum(axis=1, keepdims=True)
    fit.posterior = weights / totals
    penalty = (fit.slopes**2).sum() / (2 * _PRIOR_VARIANCE)
    fit.log_likelihood = float((np.log(totals) + top).sum() - penalty)


def _maximise(answers: _Answers, fit: _Fit) -> None:
    """Fit each concept to where the actors are thought to stand, by Newton's steps."""
    agreed = (answers.share * answers.known).T @ fit.posterior
    asked = answers.known.T @ fit.posterior
    design = np.hstack([fit.grid, np.ones((len(fit.grid), 1))])
    for _ in range(_NEWTON_STEPS):
        surplus = agreed - asked * _chances(fit).T
        gradient = surplus @ design - fit.slopes / _PRIOR_VARIANCE
        step = np.linalg.solve(_curvature(fit, asked, design), gradient[:, :, None])
        # No step may leap over the scale.
        fit.slopes = fit.slopes + np.clip(step[:, :, 0], -1, 1)


def _curvature(fit: _Fit, asked: Floats, design: Floats) -> Floats:
    """Measure how sharply each concept's likelihood falls off, as matrices."""
    chances = _chances(fit).T
    weights = asked * chances * (1 - chances)
    curved = np.einsum("jq,qa,qb->jab", weights, design, design, optimize=True)
    return np.asarray(curved + np.eye(design.shape[1]) / _PRIOR_VARIANCE, np.float64)


def _turned(fit: _Fit) -> Floats:
    """Turn the dimensions so that the first has most spread, and settle their signs."""
    means = fit.posterior @ fit.grid
    centred = means - means.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axes = np.asarray(vectors[:, ::-1], np.float64)
    places = means @ axes
    farthest = np.abs(places).argmax(axis=0)
    signs = np.sign(places[farthest, np.arange(places.shape[1])])
    return np.asarray(axes * np.where(signs == 0, 1.0, signs), np.float64)


def _errors(answers: _Answers, fit: _Fit, turned: Floats) -> Floats:
    """Give the standard errors of slopes, turned, and of difficulties."""
    asked = answers.known.T @ fit.posterior
    design = np.hstack([fit.grid @ turned, np.ones((len(fit.grid), 1))])
    spread = np.linalg.inv(_curvature(fit, asked, design))
    return np.asarray(np.sqrt(np.diagonal(spread, axis1=1, axis2=2)), np.float64)


def _place_actors(
    answers: _Answers, fit: _Fit, turned: Floats, level: float
) -> tuple[Placement, ...]:
    """Give each actor's mean position and the middle of its chances."""
    nodes = fit.grid @ turned
    counts = answers.known.sum(axis=1).astype(int)
    orders = np.argsort(nodes, axis=0, kind="stable")
    found = []
    for place, name in enumerate(answers.actors):
        own = fit.posterior[place]
        intervals = []
        for axis in range(nodes.shape[1]):
            order = orders[:, axis]
            reached = own[order].cumsum()
            ends = np.searchsorted(reached, [(1 - level) / 2, (1 + level) / 2])
            low, high = nodes[order[np.minimum(ends, len(order) - 1)], axis].tolist()
            intervals.append(Interval(low, high))
        found.append(
            Placement(
                name,
                tuple((own @ nodes).tolist()),
                tuple(intervals),
                int(counts[place]),
            )
        )
    return tuple(found)
