"""The decision rules of a dispute, each with its members and what its veto means."""

from collections.abc import Iterator, Mapping

from accord.model import Dispute, Dossier, Mechanism
from accord.model.reported import VOTING_RULES
from accord.model.solved import SolvedRule, Vote
from accord.solve.power.counting import count_swings
from accord.solve.power.guarantee import Guarantee, solve_guarantee
from accord.solve.power.guarantee.candidates import find_candidates, word_candidates
from accord.solve.power.indices import normalise, shapley_shubik

__all__ = ["solve_rules"]

#: Members of a rule whose shares are worked out for a report.
_MEMBERS_AT_MOST = 60
_UNKNOWN = (None, None)


def solve_rules(dispute: Dispute) -> tuple[SolvedRule, ...]:
    """Solve every rule of voting that the texts describe.

    Returns:
        The rules in the order of the texts.

    Cost:
        See ``find_candidates`` and ``counting.count_swings``.
    """
    names = {actor.id: actor.name for actor in dispute.actors}
    return tuple(
        _solve(mechanism, dossier, names)
        for dossier in dispute.dossiers
        for mechanism in dossier.mechanisms
        if mechanism.rule.kind in VOTING_RULES
    )


def _solve(
    mechanism: Mechanism, dossier: Dossier, names: Mapping[str, str]
) -> SolvedRule:
    """Solve one rule."""
    answer = solve_guarantee(mechanism, names=names)
    candidates = find_candidates(mechanism, dossier)
    holders = tuple(names.get(one, one) for one in mechanism.rule.veto)
    words, supposed = word_candidates(mechanism, candidates, holders)
    shares = dict(_shares(supposed)) if supposed else {}
    held = set(supposed.veto) if supposed else set()
    known = dict(_shares(answer))
    return SolvedRule(
        mechanism=mechanism.id,
        name=mechanism.name,
        status=mechanism.status,
        sentence=answer.sentence,
        votes=tuple(
            Vote(
                name=s.name,
                has_veto=s.has_veto,
                share=known.get(s.name, _UNKNOWN)[0],
                banzhaf=known.get(s.name, _UNKNOWN)[1],
            )
            for s in answer.standings
        ),
        candidates=tuple(
            Vote(
                name=one.actor.name,
                has_veto=one.actor.name in held,
                share=shares.get(one.actor.name, _UNKNOWN)[0],
                banzhaf=shares.get(one.actor.name, _UNKNOWN)[1],
                evidence=one.evidence,
            )
            for one in candidates
        ),
        candidates_sentence=words,
        document=mechanism.document,
        evidence=mechanism.evidence,
    )


def _shares(answer: Guarantee) -> Iterator[tuple[str, tuple[float, float]]]:
    """Give each member's two indices, where there is a game of some size."""
    game = answer.game
    if game is None or len(game.players) > _MEMBERS_AT_MOST:
        return
    swings = count_swings(game).swings
    shares = shapley_shubik(swings)
    others = normalise([sum(row) for row in swings])
    for name, share, other in zip(game.players, shares, others, strict=True):
        yield name, (round(float(share), 6), round(float(other), 6))
