"""The expected-utility model: rounds in which everybody weighs challenging everybody.

Steps, for each round: how much risk each takes, from what the others could gain against
it; what each pair would gain by a challenge; the offers that follow; where each moves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from accord.model.negotiation.contest import Contest, Stake
from accord.solve.forecast.middles import weighted_mean, weighted_median

__all__ = ["VARIANTS", "Round", "Variant", "play"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One of the ways in which the published descriptions can be read.

    Attributes:
        name: Short name.
        says: What is different in it.
        pairwise: Whether the chance to prevail is that of the two positions alone, not
            divided by what all pairs of positions mobilise.
        unmoved: Chance that nothing changes if nobody is challenged.
        nearest: Whether the nearest of several compromises is taken, not the farthest.
        own_risk: Whether an opponent's gain is worked out with its own risk.
        capitulates: Whether who loses more than the opponent gains gives in altogether.
    """

    name: str
    says: str
    pairwise: bool = False
    unmoved: float = 1.0
    nearest: bool = False
    own_risk: bool = False
    capitulates: bool = False


VARIANTS = (
    Variant(name="reference", says="as the program that prints the published trace"),
    Variant(
        name="pairwise",
        says="the chance to prevail counts the two positions alone",
        pairwise=True,
    ),
    Variant(
        name="half-change",
        says="without a challenge, things change half the time",
        unmoved=0.5,
    ),
    Variant(name="nearest", says="of several compromises the nearest", nearest=True),
    Variant(name="own-risk", says="everybody with its own risk", own_risk=True),
    Variant(
        name="capitulation",
        says="who would lose more than the other gains gives in",
        capitulates=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Round:
    """Where the contest stands.

    Attributes:
        positions: By actor.
        median: The weighted median of them.
        mean: The weighted mean of them.
    """

    positions: tuple[float, ...]
    median: float
    mean: float


def play(contest: Contest, variant: Variant, *, rounds: int) -> tuple[Round, ...]:
    """Play rounds of challenges.

    Args:
        contest: Who pulls where.
        variant: How the model is read.
        rounds: How many.

    Returns:
        The start and each round after it. There is no rule when to stop: what the model
        says depends on the round one looks at.

    Cost:
        Cubic in the number of actors, for each round.

    Source:
        [scholz2011], after [bdm1985].
    """
    stakes = list(contest.stakes)
    played = [_stand(stakes)]
    for _ in range(rounds):
        if contest.span > 0:
            moved = _Table(stakes, contest.span, variant).moved()
            stakes = [
                Stake(stake.name, stake.capability, position, stake.salience)
                for stake, position in zip(stakes, moved, strict=True)
            ]
        played.append(_stand(stakes))
    return tuple(played)


def _stand(stakes: Sequence[Stake]) -> Round:
    """Describe where the contest stands."""
    positions = tuple(stake.position for stake in stakes)
    return Round(positions, weighted_median(stakes), weighted_mean(stakes))


class _Table:
    """One round: positions, risks, and what each would gain against each."""

    def __init__(self, stakes: Sequence[Stake], span: float, variant: Variant) -> None:
        self._stakes = stakes
        self._variant = variant
        self._players = range(len(stakes))
        self._far = [
            [abs(one.position - other.position) / span for other in stakes]
            for one in stakes
        ]
        neutral = [1.0] * len(stakes)
        chances = self._chances(neutral)
        self._risk = self._risks(chances)
        self._chance = self._chances(self._risk)

    def _chances(self, risk: Sequence[float]) -> list[list[float]]:
        """Work out how likely each would prevail against each."""
        weights = [stake.weight for stake in self._stakes]
        # By third party and position: how much it dislikes it.
        dislike = [
            [weight * far**taken for far in row]
            for weight, taken, row in zip(weights, risk, self._far, strict=True)
        ]
        support, mobilised = [], []
        for one in self._players:
            votes = [
                [row[other] - row[one] for row in dislike] for other in self._players
            ]
            support.append([sum(vote for vote in row if vote > 0) for row in votes])
            mobilised.append([sum(map(abs, row)) for row in votes])
        all_votes = sum(map(sum, mobilised))
        return [
            [
                self._share(support[one][other], mobilised[one][other], all_votes)
                for other in self._players
            ]
            for one in self._players
        ]

    def _share(self, support: float, mobilised: float, all_votes: float) -> float:
        """Divide the support by what the variant compares it with."""
        whole = mobilised if self._variant.pairwise else all_votes
        return support / whole if whole else 0.0

    def _gain(
        self, one: int, other: int, risk: float, chances: Sequence[Sequence[float]]
    ) -> float:
        """Work out what one expects to gain by challenging another."""
        far = self._far[one][other]
        chance, care = chances[one][other], self._stakes[other].salience
        wins = 2 - 4 * float((0.5 - 0.5 * far) ** risk)
        loses = 2 - 4 * float((0.5 + 0.5 * far) ** risk)
        stays = 2 - 4 * float(0.5**risk)
        resisted = care * (chance * wins + (1 - chance) * loses)
        return resisted + (1 - care) * wins - self._variant.unmoved * stays

    def _risks(self, chances: Sequence[Sequence[float]]) -> list[float]:
        """Work out the risk each takes: the safer, the less."""
        danger = [
            sum(self._gain(o, one, 1.0, chances) for o in self._players if o != one)
            for one in self._players
        ]
        low, high = min(danger), max(danger)
        if high <= low:
            return [1.0] * len(danger)
        scaled = [(2 * value - high - low) / (high - low) for value in danger]
        return [(1 - value / 3) / (1 + value / 3) for value in scaled]

    def moved(self) -> list[float]:
        """Find where everybody moves, all at the same time."""
        return [self._move(player) for player in self._players]

    def _move(self, one: int) -> float:
        """Take the best offer made to one; stay if there is none."""
        here = self._stakes[one].position
        forced: list[float] = []
        compromises: list[float] = []
        given_in: list[float] = []
        for other in self._players:
            there = self._stakes[other].position
            if there == here:
                continue
            risk = self._risk[one]
            mine = self._gain(one, other, risk, self._chance)
            theirs = self._gain(
                other,
                one,
                self._risk[other] if self._variant.own_risk else risk,
                self._chance,
            )
            if theirs > mine > 0:
                forced.append(there)
            elif theirs > 0 > mine and theirs > -mine:
                compromises.append(here + (there - here) * abs(mine / theirs))
            elif theirs > 0 > mine and self._variant.capitulates:
                given_in.append(there)
        if compromises and not forced and not self._variant.nearest:
            return max(compromises, key=lambda offer: abs(offer - here))
        offers = forced or compromises or given_in or [here]
        return min(offers, key=lambda offer: abs(offer - here))
