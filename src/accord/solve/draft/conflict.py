"""Drafting a conflict: who could give way on what, from the demands of a case."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from accord.errors import InputError
from accord.model import to_json
from accord.model.negotiation.case import Case, CaseDemand
from accord.solve.conflicts.ranking import Ranking
from accord.solve.conflicts.wording import word_issues

__all__ = ["draft_conflict"]

#: Options make 2 to their number of states; so many can still be read.
_OPTIONS_AT_MOST = 6
_NOTE = (
    "Drafted from a case: each option is whether a party gives way on an issue on which "
    "demands exclude each other. Priorities are assumed, not read from a text: a party "
    "wants first that those against it give way, then not to give way itself. Mend "
    "them by hand: whether a party would rather give way than have no settlement decides "
    "which states hold."
)


def draft_conflict(case: Case) -> dict[str, Any]:
    """Draft a conflict from the demands of a case, to be mended by hand.

    Args:
        case: A case with demands that exclude each other.

    Returns:
        Plain values that ``read_conflict`` reads; every option with the quotations of
        the demand behind it and its status. Of more than six options those of pairs
        of demands that clash and are best proven stay.

    Raises:
        InputError: No two demands exclude each other.
    """
    against = _against(case)
    chosen = _choose(case, against)
    kept = [demand for demand in case.demands if demand.id in chosen]
    if not kept:
        message = "No two parties' demands on one issue exclude each other."
        raise InputError(message, hint="Add demands, or write the conflict by hand.")
    number = {demand.id: place for place, demand in enumerate(kept)}
    parties = list(dict.fromkeys(demand.party for demand in kept))
    left_out = len(against) - len(kept)
    notes = [_NOTE]
    if left_out:
        notes.append(
            f"Left out, to be readable: {left_out} demands of clashes that are proven less well."
        )
    return {
        "title": case.title,
        "decision_makers": [
            _maker(case, party, kept, against, number) for party in parties
        ],
        "options": [_option(case, demand) for demand in kept],
        "infeasible_patterns": [],
        "notes": notes,
    }


def _against(case: Case) -> dict[str, list[str]]:
    """Find, by demand, the demands of other parties that it cannot stand with."""
    firm = [demand for demand in case.demands if demand.kind != "wish"]
    found: dict[str, list[str]] = {}
    for one, other in combinations(firm, 2):
        if one.party != other.party and _clash(one, other):
            found.setdefault(one.id, []).append(other.id)
            found.setdefault(other.id, []).append(one.id)
    return found


def _choose(case: Case, against: Mapping[str, Sequence[str]]) -> set[str]:
    """Take pairs that clash, those that a reader should see first, while they fit."""
    demands = {demand.id: demand for demand in case.demands}
    pairs = [
        (demands[one], demands[other])
        for one, others in against.items()
        for other in others
        if one < other
    ]
    ranking = Ranking(case, pairs)
    chosen: set[str] = set()
    for pair in sorted(pairs, key=ranking.key):
        ids = {demand.id for demand in pair}
        if len(chosen | ids) <= _OPTIONS_AT_MOST:
            chosen |= ids
    return chosen


def _clash(one: CaseDemand, other: CaseDemand) -> bool:
    """Tell whether two demands accept no common option of some issue."""
    accepted = {choice.issue: set(choice.options) for choice in one.accepts}
    return any(
        choice.issue in accepted and accepted[choice.issue].isdisjoint(choice.options)
        for choice in other.accepts
    )


def _option(case: Case, demand: CaseDemand) -> dict[str, Any]:
    """Describe giving way, with the words that show the demand."""
    return {
        "name": f"{case.party(demand.party).name} gives way on {word_issues([demand])}",
        "permitted_direction": "both",
        "demand": demand.id,
        "status": demand.status,
        "evidence": to_json(demand.evidence),
    }


def _maker(
    case: Case,
    party: str,
    kept: Sequence[CaseDemand],
    against: dict[str, list[str]],
    number: dict[str, int],
) -> dict[str, Any]:
    """Describe a party: what it can do, and what it is assumed to want."""
    own = [demand for demand in kept if demand.party == party]
    own.sort(key=lambda demand: -(demand.weight or 1.0))
    wanted: list[Any] = [
        [[number[other], "Y"] for other in against[demand.id] if other in number]
        for demand in own
    ]
    unwilling = [[[number[demand.id], "N"]] for demand in own]
    return {
        "name": case.party(party).name,
        "options": [number[demand.id] for demand in own],
        "priorities": [statement for statement in wanted if statement] + unwilling,
        "status": "inferred",
    }
