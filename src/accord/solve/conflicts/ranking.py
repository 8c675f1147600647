"""Ranking: which conflicts a reader should see first.

Those of fewest demands; among them those whose demands rest on words that somebody is
reported to say and that the same party nowhere takes back; then those between parties who
clash on most questions; then those best proven. What an analyst models by hand has no
words to weigh and stays in the order of the file.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from accord.model.negotiation.case import Case, CaseDemand, CaseEvidence

__all__ = ["Ranking"]

# Words against a demand that weigh this share of those for it make it doubtful.
_DOUBTFUL_SHARE = 1 / 3


class Ranking:
    """Weighs the demands of a case, and the sets of them that clash."""

    def __init__(self, case: Case, pairs: Sequence[Sequence[CaseDemand]]) -> None:
        """Weigh a case.

        Args:
            case: The case.
            pairs: The conflicts of two demands, of all knots.
        """
        self._places = {demand.id: place for place, demand in enumerate(case.demands)}
        self._firm = {demand.id: _firmness(demand) for demand in case.demands}
        self._sure = {demand.id: _is_sure(demand) for demand in case.demands}
        self._rivalry = _rivalries(pairs, self._firm)

    def key(self, demands: Sequence[CaseDemand]) -> tuple[object, ...]:
        """Make the key by which sets of demands are sorted, the first first."""
        firm = [self._firm[demand.id] for demand in demands]
        parties = frozenset(demand.party for demand in demands)
        return (
            len(demands),
            sum(not self._sure[demand.id] for demand in demands),
            -self._rivalry.get(parties, 0),
            # Yes against no on one question is clearer than what a codebook excludes.
            len({choice.issue for demand in demands for choice in demand.accepts}),
            -min(firm),
            -sum(firm),
            [self._places[demand.id] for demand in demands],
        )


def _rivalries(
    pairs: Sequence[Sequence[CaseDemand]], firm: Mapping[str, float]
) -> dict[frozenset[str], float]:
    """Count on how many questions two parties clash, each as it is proven."""
    proven: dict[frozenset[str], dict[str, float]] = defaultdict(dict)
    for pair in pairs:
        weakest = min(1.0, *(firm[demand.id] for demand in pair))
        on = min((choice.issue for d in pair for choice in d.accepts), default="")
        by_issue = proven[frozenset(demand.party for demand in pair)]
        by_issue[on] = max(by_issue.get(on, 0.0), weakest)
    return {
        parties: round(sum(by_issue.values()), 6)
        for parties, by_issue in proven.items()
    }


def _is_sure(demand: CaseDemand) -> bool:
    """Tell whether a demand is said by somebody and not taken back."""
    against = _weight(demand.against)
    return (
        demand.status != "inferred"
        and against <= _weight(demand.evidence) * _DOUBTFUL_SHARE
    )


def _firmness(demand: CaseDemand) -> float:
    """Tell how well a demand is proven, less what speaks against it."""
    return max(_weight(demand.evidence) - _weight(demand.against), 0.0)


def _weight(evidence: Sequence[CaseEvidence]) -> float:
    """Add up words, one document's only once: its best."""
    best: dict[str, float] = {}
    for number, one in enumerate(evidence):
        if one.confidence is not None:
            source = one.document or f"#{number}"
            best[source] = max(best.get(source, 0.0), one.confidence)
    return round(sum(best.values()), 6)
