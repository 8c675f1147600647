"""A case as a graph model: packages as states, the parties' moves between them."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, product
from math import prod

from accord.errors import InputError
from accord.model.negotiation import Conflict, ConflictState, DecisionMaker
from accord.model.negotiation.case import Case, CaseDemand, Choice, Combination

__all__ = ["conflict_of_case"]

_PACKAGES_AT_MOST = 1_024

_Package = dict[str, str]


def conflict_of_case(case: Case) -> Conflict:
    """Read a case with moves as a conflict.

    States are the packages that no exclusion rules out. A party moves by settling an
    issue as one of its moves says; what cannot be taken back stays for everybody. A
    party with utilities ranks packages by their sum; one without prefers a package that
    is no worse by any of its orders or demands and better by one, and its preference is
    unknown where they disagree.

    Args:
        case: The case, checked.

    Returns:
        The conflict, with the parties that can move or want something.

    Raises:
        InputError: The case has no moves, or too many packages, or does not say what
            somebody who can move prefers.

    Cost:
        Quadratic in the packages.
    """
    if not case.moves:
        message = "The case has no moves, so nothing can change its state."
        hint = "Add moves to it, or draft a conflict: accord solve draft --conflict."
        raise InputError(message, hint=hint)
    number = prod(len(issue.options) for issue in case.issues)
    if number > _PACKAGES_AT_MOST:
        message = f"The case has {number:,} packages."
        hint = f"Up to {_PACKAGES_AT_MOST:,} are analysed; leave issues out."
        raise InputError(message, hint=hint)
    issues = [issue.id for issue in case.issues]
    packages = [
        package
        for options in product(*(issue.options for issue in case.issues))
        for package in [dict(zip(issues, options, strict=True))]
        if not any(_is_in(package, e.combination) for e in case.exclusions)
    ]
    parties = [party for party in case.parties if _takes_part(case, party.id)]
    silent = [party.name for party in parties if not _wants(case, party.id)]
    if silent:
        message = (
            f"{' and '.join(silent)} can move, but nothing in the case tells what they "
            "prefer."
        )
        hint = "Add a demand, preferences or utilities; silence is not indifference."
        raise InputError(message, hint=hint)
    return Conflict(
        title=case.title,
        states=tuple(
            ConflictState(place, "", "; ".join(f"{i}: {o}" for i, o in package.items()))
            for place, package in enumerate(packages, 1)
        ),
        decision_makers=tuple(
            _maker(case, party.id, party.name, packages) for party in parties
        ),
        moves=tuple(_moves(case, party.id, packages) for party in parties),
    )


def _is_in(package: _Package, combination: Combination) -> bool:
    """Tell whether a package is one of a combination."""
    return all(_is_met(package, choice) for choice in combination.choices)


def _is_met(package: _Package, choice: Choice) -> bool:
    """Tell whether an issue is settled by one of some options."""
    return package[choice.issue] in choice.options


def _takes_part(case: Case, party: str) -> bool:
    """Tell whether a party can move, or wants something."""
    return any(move.party == party for move in case.moves) or _wants(case, party)


def _wants(case: Case, party: str) -> bool:
    """Tell whether the case says what a party prefers; a wish does not count."""
    demands = [demand for demand in case.demands if demand.kind != "wish"]
    sections = (case.utilities, case.preferences, demands)
    return any(entry.party == party for section in sections for entry in section)


def _moves(
    case: Case, party: str, packages: Sequence[_Package]
) -> tuple[tuple[int, ...], ...]:
    """Find, by package, where a party can bring it by one of its moves."""
    places = {tuple(p.values()): place for place, p in enumerate(packages, 1)}
    fixed = {(m.issue, m.option) for m in case.moves if not m.reversible}
    own = [move for move in case.moves if move.party == party]
    rows = []
    for package in packages:
        ends = [
            tuple((package | {move.issue: move.option}).values())
            for move in own
            if package[move.issue] != move.option
            and (move.issue, package[move.issue]) not in fixed
        ]
        rows.append(tuple(sorted({places[end] for end in ends if end in places})))
    return tuple(rows)


def _maker(
    case: Case, party: str, name: str, packages: Sequence[_Package]
) -> DecisionMaker:
    """Rank the packages for a party."""
    worth = {(v.issue, v.option): v.value for v in case.utilities if v.party == party}
    weight = {v.issue: v.value for v in case.weights if v.party == party}
    if worth:
        scores: list[tuple[float, ...]] = [
            (
                float(
                    sum(
                        weight.get(i, 1.0) * worth.get((i, o), 0.0)
                        for i, o in p.items()
                    )
                ),
            )
            for p in packages
        ]
    else:
        scores = [_criteria(case, party, package) for package in packages]
    groups: dict[float, list[int]] = defaultdict(list)
    for place, score in enumerate(scores, 1):
        # Rounded so that equal sums of decimals are equal.
        groups[round(sum(score), 9)].append(place)
    unknown = [
        (one + 1, other + 1)
        for one, other in combinations(range(len(scores)), 2)
        if _disagree(scores[one], scores[other])
    ]
    ranking = tuple(tuple(groups[key]) for key in sorted(groups, reverse=True))
    return DecisionMaker(name, ranking, unknown=tuple(unknown))


def _criteria(case: Case, party: str, package: _Package) -> tuple[float, ...]:
    """Say how good a package is by each order and each demand of a party."""
    orders = [p for p in case.preferences if p.party == party]
    found = []
    for order in orders:
        tier = next(
            place
            for place, options in enumerate(order.ranking)
            if package[order.issue] in options
        )
        found.append(float(-tier))
    demands = [d for d in case.demands if d.party == party and d.kind != "wish"]
    found += [float(_meets(package, demand)) for demand in demands]
    return tuple(found)


def _meets(package: _Package, demand: CaseDemand) -> bool:
    """Tell whether a package meets a demand."""
    return all(_is_met(package, choice) for choice in demand.accepts) and not any(
        _is_in(package, combination) for combination in demand.forbids
    )


def _disagree(one: Sequence[float], other: Sequence[float]) -> bool:
    """Tell whether one is better by one criterion and the other by another."""
    pairs = list(zip(one, other, strict=True))
    return any(a > b for a, b in pairs) and any(a < b for a, b in pairs)
