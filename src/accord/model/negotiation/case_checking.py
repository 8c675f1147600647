"""What can be wrong with a case beside its shape: names, doubles, numbers."""

import math
from collections.abc import Iterable, Iterator, Sequence

from accord.errors import Problem
from accord.model.negotiation.case import (
    Case,
    CaseDemand,
    CaseValue,
    Choice,
    Combination,
)

__all__ = ["find_problems"]

# Which names the numbers of a section need beside the party's.
_VALUE_SECTIONS = {
    "utilities": ("issue", "option"),
    "weights": ("issue",),
    "salience": ("issue",),
    "capability": (),
    "disagreement": (),
}


def find_problems(case: Case, name: str) -> list[Problem]:
    """Find every contradiction in a case.

    Args:
        case: A case of the right shape.
        name: The file's name, with which each place begins.

    Returns:
        Problems in the order of the case; empty if there are none.
    """
    found = _Checker(case, name).check()
    return list(found)


class _Checker:
    """Knows the names of a case and holds its parts against them."""

    def __init__(self, case: Case, name: str) -> None:
        self._case = case
        self._name = name
        self._parties = {party.id for party in case.parties}
        self._options = {issue.id: issue.options for issue in case.issues}

    def check(self) -> Iterator[Problem]:
        """Go through all sections."""
        case = self._case
        yield from self._twice("parties", [party.id for party in case.parties])
        yield from self._twice("issues", [issue.id for issue in case.issues])
        for number, issue in enumerate(case.issues):
            place = f"issues[{number}].options"
            if not issue.options:
                yield self._problem(place, "an issue needs at least one option")
            yield from self._twice(place, issue.options)
            if issue.scale and len(issue.scale) != len(issue.options):
                message = "needs one number for each option"
                yield self._problem(f"issues[{number}].scale", message)
        yield from self._twice("demands", [demand.id for demand in case.demands])
        for number, demand in enumerate(case.demands):
            yield from self._demand(f"demands[{number}]", demand)
        yield from self._twice("exclusions", [e.id for e in case.exclusions])
        for number, exclusion in enumerate(case.exclusions):
            place = f"exclusions[{number}].combination"
            yield from self._combination(place, exclusion.combination)
        for section in _VALUE_SECTIONS:
            yield from self._values(section)
        yield from self._twice("rules", [rule.id for rule in case.rules])
        yield from self._moves_and_preferences()

    def _problem(self, place: str, message: str) -> Problem:
        return Problem(f"{self._name}:{place}", message)

    def _twice(self, place: str, ids: Sequence[str]) -> Iterator[Problem]:
        """Complain of ids that stand more than once."""
        for key in sorted({key for key in ids if ids.count(key) > 1}):
            yield self._problem(place, f"{key!r} stands more than once")

    def _party(self, place: str, party: str) -> Iterator[Problem]:
        if party not in self._parties:
            yield self._problem(f"{place}.party", f"there is no party {party!r}")

    def _option(
        self, place: str, issue: str, options: Iterable[str]
    ) -> Iterator[Problem]:
        if issue not in self._options:
            yield self._problem(place, f"there is no issue {issue!r}")
            return
        for option in options:
            if option not in self._options[issue]:
                message = f"the issue {issue!r} has no option {option!r}"
                yield self._problem(place, message)

    def _demand(self, place: str, demand: CaseDemand) -> Iterator[Problem]:
        yield from self._party(place, demand.party)
        if not demand.accepts and not demand.forbids:
            yield self._problem(place, "it asks for nothing: give accepts or forbids")
        yield from self._choices(f"{place}.accepts", demand.accepts)
        for number, combination in enumerate(demand.forbids):
            yield from self._combination(f"{place}.forbids[{number}]", combination)
        weight = demand.weight
        if weight is not None and not (math.isfinite(weight) and weight > 0):
            yield self._problem(f"{place}.weight", f"{weight} is not above 0")

    def _combination(self, place: str, combination: Combination) -> Iterator[Problem]:
        if not combination.choices:
            yield self._problem(place, "a combination needs at least one issue")
        yield from self._choices(place, combination.choices)

    def _choices(self, place: str, choices: Sequence[Choice]) -> Iterator[Problem]:
        yield from self._twice(place, [choice.issue for choice in choices])
        for choice in choices:
            if not choice.options:
                message = f"no option of {choice.issue!r} is named"
                yield self._problem(place, message)
            yield from self._option(place, choice.issue, choice.options)

    def _values(self, section: str) -> Iterator[Problem]:
        """Check the numbers of one section."""
        needed = _VALUE_SECTIONS[section]
        values: tuple[CaseValue, ...] = getattr(self._case, section)
        seen: set[tuple[str, str | None, str | None]] = set()
        for number, value in enumerate(values):
            place = f"{section}[{number}]"
            yield from self._party(place, value.party)
            if not math.isfinite(value.value):
                yield self._problem(f"{place}.value", "no finite number")
            elif value.value < 0 and section in {"weights", "salience", "capability"}:
                yield self._problem(f"{place}.value", f"{value.value} is below 0")
            missing = [key for key in needed if getattr(value, key) is None]
            if missing:
                yield self._problem(place, f"{' and '.join(missing)} missing")
            elif value.issue is not None:
                options = () if value.option is None else (value.option,)
                yield from self._option(place, value.issue, options)
            key = (value.party, value.issue, value.option)
            if key in seen:
                yield self._problem(place, "the same number is given a second time")
            seen.add(key)

    def _moves_and_preferences(self) -> Iterator[Problem]:
        for number, move in enumerate(self._case.moves):
            place = f"moves[{number}]"
            yield from self._party(place, move.party)
            yield from self._option(place, move.issue, (move.option,))
        for number, preference in enumerate(self._case.preferences):
            place = f"preferences[{number}]"
            yield from self._party(place, preference.party)
            ranked = [option for tier in preference.ranking for option in tier]
            yield from self._option(place, preference.issue, ranked)
            # An option in two places of one ranking is a cycle.
            yield from self._twice(f"{place}.ranking", ranked)
            for option in self._options.get(preference.issue, ()):
                if option not in ranked:
                    message = f"the option {option!r} is not ranked"
                    yield self._problem(f"{place}.ranking", message)
