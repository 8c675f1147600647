"""Packages of issues that hang together in more ways than can be listed.

What is listed elsewhere is asked of an optimiser here, one package at a time: which
package misses least, and, for parties with utilities, which are efficient. For two, the best
for one party is sought again and again, each time with more for the other; for more, the
greatest sum, each time with more for somebody than in any package found before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm, prod

from accord.errors import InputError
from accord.model.negotiation.case import Case, CaseDemand, Combination
from accord.ports.optimiser import Optimiser, Program
from accord.solve.packages.records import Package
from accord.solve.packages.space import ROWS_AT_MOST, group_issues, is_met

__all__ = ["Coupled", "Worth", "is_coupled"]

Chosen = Sequence[bool]
#: What an option of an issue adds to a party's utility.
Worth = Mapping[tuple[str, str], Fraction]

# The largest value of each party in a sum over parties; far below what overflows.
_SHARE = 1_000_000


def is_coupled(case: Case) -> bool:
    """Tell whether some issues hang together in more ways than are listed."""
    options = {issue.id: len(issue.options) for issue in case.issues}
    return any(
        prod(options[issue] for issue in group) > ROWS_AT_MOST
        for group in group_issues(case)
    )


class Coupled:
    """The packages of a case, asked of an optimiser.

    Args:
        case: The case, checked.
        optimiser: Answers.
    """

    def __init__(self, case: Case, optimiser: Optimiser) -> None:
        self._case = case
        self._optimiser = optimiser
        pairs = [(i.id, option) for i in case.issues for option in i.options]
        self._place = {pair: number for number, pair in enumerate(pairs)}
        self._demands = [d for d in case.demands if d.kind != "wish"]
        self._met = {
            d.id: len(pairs) + number for number, d in enumerate(self._demands)
        }
        self._program = Program(
            variables=len(pairs) + len(self._demands),
            exactly_one=tuple(
                tuple(self._place[issue.id, option] for option in issue.options)
                for issue in case.issues
            ),
            clauses=(
                *(self._outside(e.combination) for e in case.exclusions),
                *(clause for d in self._demands for clause in self._meaning(d)),
            ),
        )

    def _outside(self, combination: Combination) -> tuple[int, ...]:
        """Keep a package out of a combination: one choice lies outside of it."""
        return tuple(
            self._place[choice.issue, option]
            for choice in combination.choices
            for option in self._options(choice.issue)
            if option not in choice.options
        )

    def _options(self, issue: str) -> tuple[str, ...]:
        """List the options of an issue."""
        found = self._case.issue(issue)
        return found.options if found else ()

    def _meaning(self, demand: CaseDemand) -> Iterator[tuple[int, ...]]:
        """Say what follows if a demand is met."""
        unmet = -self._met[demand.id] - 1
        for choice in demand.accepts:
            yield (unmet, *(self._place[choice.issue, o] for o in choice.options))
        for combination in demand.forbids:
            yield (unmet, *self._outside(combination))

    def nearest(self, shown: int) -> tuple[Package, ...]:
        """Find the packages that miss least: red lines first, then by weight.

        Args:
            shown: How many; all of them if there are fewer.

        Raises:
            InputError: The exclusions leave no package.
            BackendError: The search was given up.
        """
        weights = [Fraction(str(d.weight or 1.0)) for d in self._demands]
        unit = lcm(*(weight.denominator for weight in weights), 1)
        whole = [int(weight * unit) for weight in weights]
        over = sum(whole) + 1
        objective = {
            self._met[d.id]: weight + (over if d.kind == "red-line" else 0)
            for d, weight in zip(self._demands, whole, strict=True)
        }
        program = self._program
        found: list[Package] = []
        while len(found) < shown:
            chosen = self._optimiser.maximise(program, objective)
            if chosen is None:
                break
            found.append(self._package(chosen))
            # The next one differs in some issue.
            taken = [-n - 1 for n in self._place.values() if chosen[n]]
            program = replace(program, clauses=(*program.clauses, tuple(taken)))
        if not found:
            message = "The exclusions leave no package at all."
            raise InputError(message, hint="Take one of the exclusions away.")
        return tuple(found)

    def _package(self, chosen: Chosen) -> Package:
        """Read a package off the choices."""
        settled = {
            issue: option for (issue, option), n in self._place.items() if chosen[n]
        }
        return Package(
            options=tuple((issue.id, settled[issue.id]) for issue in self._case.issues),
            lacks=tuple(d.id for d in self._demands if not is_met(d, settled)),
        )

    def frontier(self, worth: Sequence[Worth], *, at_most: int) -> tuple[Package, ...]:
        """Find the efficient packages of two parties that keep to all red lines.

        Args:
            worth: For either party, what an option of an issue adds to its utility.
            at_most: Efficient packages after which it is given up.

        Returns:
            One package for each efficient pair of utilities, the best for the first
            party first; none if the red lines leave no package.

        Raises:
            InputError: There are more of them.
            BackendError: The search was given up.

        Source:
            The epsilon-constraint method [haimes1971].
        """
        scaled = [self._scale(values) for values in worth]
        base = self._within_lines()
        found: list[Package] = []
        program = base
        while (best := self._best_of_both(program, scaled)) is not None:
            if len(found) == at_most:
                message = f"There are more than {at_most:,} efficient packages."
                raise InputError(message, hint="Model coarser values.")
            found.append(self._valued(best, worth))
            more = _sum(scaled[1], best) + 1
            program = replace(base, at_least=(*base.at_least, (scaled[1], more)))
        return tuple(found)

    def zone(
        self,
        worth: Sequence[Worth],
        least: Sequence[Fraction],
        *,
        at_most: int,
    ) -> tuple[tuple[Package, ...], bool]:
        """Find the efficient packages that leave nobody below its alternative.

        Args:
            worth: For each party, what an option of an issue adds to its utility.
            least: For each party its utility without agreement.
            at_most: Packages after which it is given up.

        Returns:
            One package for each efficient point, the greatest sum of utilities (each as
            a share of the party's range of values) first; and whether these are all.

        Raises:
            BackendError: The search was given up.

        Source:
            Each package found is the best of those that no package found before
            dominates, so none dominates it [sylva2004].
        """
        scaled = [self._scale(values) for values in worth]
        program = self._above(self._within_lines(), worth, least)
        objective: dict[int, int] = {}
        for weights in scaled:
            # A party whose numbers are large is not therefore heard more.
            share = _SHARE // max(1, *map(abs, weights.values()))
            for choice, weight in weights.items():
                objective[choice] = objective.get(choice, 0) + weight * max(share, 1)
        found: list[Package] = []
        while (best := self._optimiser.maximise(program, objective)) is not None:
            if len(found) == at_most:
                return tuple(found), False
            found.append(self._valued(best, worth))
            program = _better_for_somebody(program, scaled, best)
        return tuple(found), True

    def least_short(
        self, worth: Sequence[Worth], least: Sequence[Fraction], shown: int
    ) -> tuple[Package, ...]:
        """Find packages within all red lines that leave the fewest below their alternative."""
        program = self._within_lines()
        objective = {}
        for values, bound in zip(worth, least, strict=True):
            choice = program.variables
            objective[choice] = 1
            scaled, needed = self._scale_with(values, bound)
            program = _if_chosen(program, choice, scaled, needed)
        found: list[Package] = []
        while len(found) < shown:
            chosen = self._optimiser.maximise(program, objective)
            if chosen is None:
                break
            found.append(self._valued(chosen, worth))
            taken = tuple(-n - 1 for n in self._place.values() if chosen[n])
            program = replace(program, clauses=(*program.clauses, taken))
        return tuple(found)

    def worst(self, values: Worth) -> Fraction | None:
        """Find a party's utility in its worst feasible package; None if there is none."""
        against = {choice: -weight for choice, weight in self._scale(values).items()}
        chosen = self._optimiser.maximise(self._within_lines(), against)
        if chosen is None:
            return None
        settled = self._package(chosen).options
        return sum((values.get(pair, Fraction()) for pair in settled), Fraction())

    def _within_lines(self) -> Program:
        """Keep to all red lines."""
        lines = {self._met[d.id]: 1 for d in self._demands if d.kind == "red-line"}
        return replace(self._program, at_least=((lines, len(lines)),))

    def _above(
        self, program: Program, worth: Sequence[Worth], least: Sequence[Fraction]
    ) -> Program:
        """Leave nobody below its alternative."""
        bounds = (
            self._scale_with(values, bound)
            for values, bound in zip(worth, least, strict=True)
        )
        return replace(program, at_least=(*program.at_least, *bounds))

    def _valued(self, chosen: Chosen, worth: Sequence[Worth]) -> Package:
        """Read a package with its utilities off the choices."""
        settled = self._package(chosen)
        values = [sum(w.get(o, Fraction()) for o in settled.options) for w in worth]
        return replace(settled, utilities=tuple(float(value) for value in values))

    def _scale_with(self, values: Worth, bound: Fraction) -> tuple[dict[int, int], int]:
        """Write utilities and a bound on them as whole numbers of one unit."""
        unit = lcm(*(v.denominator for v in values.values()), bound.denominator)
        scaled = {self._place[pair]: int(v * unit) for pair, v in values.items()}
        return scaled, int(bound * unit)

    def _best_of_both(
        self, program: Program, scaled: Sequence[Mapping[int, int]]
    ) -> Chosen | None:
        """Find what is best for the first party, and of these for the second."""
        first = self._optimiser.maximise(program, scaled[0])
        if first is None:
            return None
        kept = (*program.at_least, (scaled[0], _sum(scaled[0], first)))
        return self._optimiser.maximise(replace(program, at_least=kept), scaled[1])

    def _scale(self, worth: Worth) -> dict[int, int]:
        """Write utilities as whole numbers."""
        unit = lcm(*(value.denominator for value in worth.values()), 1)
        return {self._place[pair]: int(value * unit) for pair, value in worth.items()}


def _sum(weights: Mapping[int, int], chosen: Chosen) -> int:
    """Add up what the choices are worth."""
    return sum(weight for n, weight in weights.items() if chosen[n])


def _better_for_somebody(
    program: Program, scaled: Sequence[Mapping[int, int]], chosen: Chosen
) -> Program:
    """Ask for more, for one party at least, than certain choices give it."""
    first = program.variables
    for number, weights in enumerate(scaled):
        more = _sum(weights, chosen) + 1
        program = _if_chosen(program, first + number, weights, more)
    somebody = tuple(range(first, first + len(scaled)))
    return replace(program, clauses=(*program.clauses, somebody))


def _if_chosen(
    program: Program, choice: int, weights: Mapping[int, int], least: int
) -> Program:
    """Add a choice that is open only where a weighted sum comes to its least."""
    lowest = sum(min(weight, 0) for weight in weights.values())
    slack = least - lowest
    return replace(
        program,
        variables=choice + 1,
        at_least=(*program.at_least, ({**weights, choice: -slack}, lowest)),
    )
