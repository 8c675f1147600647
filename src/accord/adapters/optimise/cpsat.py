"""Programs solved by OR-Tools' CP-SAT."""

import importlib
from collections.abc import Mapping
from typing import Any

from accord.errors import BackendError, ConfigurationError
from accord.ports.optimiser import Program

__all__ = ["CpSat"]

# In CP-SAT's own unit of work, about a second each on one core; no clock is looked at.
_WORK_AT_MOST = 60.0


class CpSat:
    """Solves programs in one thread from a fixed seed, so that answers do not differ.

    Raises:
        ConfigurationError: OR-Tools is not installed.
    """

    def __init__(self) -> None:
        try:
            self._library: Any = importlib.import_module("ortools.sat.python.cp_model")
        except ImportError as error:
            message = (
                "Issues that hang together in so many ways need OR-Tools, which is not "
                "installed."
            )
            hint = "pip install 'accord[optimise]'"
            raise ConfigurationError(message, hint=hint) from error

    def maximise(
        self, program: Program, objective: Mapping[int, int]
    ) -> tuple[bool, ...] | None:
        """Find choices that keep to all rules and have the largest weighted sum.

        Raises:
            BackendError: It was given up before the answer was certain.
        """
        model = self._library.CpModel()
        choices = [model.new_bool_var(f"x{n}") for n in range(program.variables)]
        for group in program.exactly_one:
            model.add_exactly_one(choices[n] for n in group)
        for clause in program.clauses:
            model.add_bool_or(
                [choices[n] if n >= 0 else choices[-n - 1].negated() for n in clause]
            )
        for weights, least in program.at_least:
            model.add(sum(w * choices[n] for n, w in weights.items()) >= least)
        model.maximize(sum(w * choices[n] for n, w in objective.items()))
        solver = self._library.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.max_deterministic_time = _WORK_AT_MOST
        status = solver.solve(model)
        if status == self._library.INFEASIBLE:
            return None
        if status != self._library.OPTIMAL:
            message = "The search for packages was given up before it was certain."
            hint = "Model fewer issues, options or demands over several issues."
            raise BackendError(message, hint=hint)
        return tuple(bool(solver.value(choice)) for choice in choices)
