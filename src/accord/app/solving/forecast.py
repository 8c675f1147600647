"""Forecasts of the contests in a file: a case, a contest, or a CSV file of actors."""

from pathlib import Path
from typing import Any

from accord.adapters.exchange import read_actors
from accord.app.solving.files import read_object, read_text
from accord.model import to_json
from accord.model.negotiation.case_reading import case_from_json
from accord.solve.basis import Basis
from accord.solve.forecast import (
    Backtest,
    Forecast,
    backtest,
    contests_of_case,
    make_forecast,
    read_contests,
)
from accord.solve.forecast.from_case import CaseContest
from accord.solve.forecast.shaking import Shake

__all__ = [
    "backtest_as_json",
    "backtest_of_file",
    "forecasts_as_json",
    "forecasts_of_file",
]


def forecasts_of_file(
    path: Path, *, shake: Shake, rounds: int | None
) -> tuple[Forecast, ...]:
    """Forecast every contest in a file.

    Raises:
        InputError: The file cannot be read, or holds no contest.
        ConfigurationError: It is a case with problems; all of them at once.
    """
    return tuple(
        make_forecast(
            found.contest,
            basis=found.basis,
            shake=shake,
            rounds=rounds,
            scale=found.scale,
            caveats=found.caveats,
        )
        for found in _contests(path)
    )


def backtest_of_file(path: Path, *, rounds: int) -> Backtest:
    """Hold every rule against the outcomes that a file knows."""
    return backtest([found.contest for found in _contests(path)], rounds=rounds)


def _contests(path: Path) -> tuple[CaseContest, ...]:
    """Read the contests, each with what it rests on."""
    if path.suffix.lower() == ".csv":
        contests = read_actors(read_text(path))
    else:
        value = read_object(path)
        if "parties" in value:
            return contests_of_case(case_from_json(value, name=path.name))
        contests = read_contests(value)
    return tuple(
        CaseContest(
            issue="",
            scale=(),
            contest=contest,
            basis=Basis(
                values=tuple(f"actors:{stake.name}" for stake in contest.stakes),
                asserted=0.0,
                inferred=0.0,
                analyst=1.0,
            ),
            caveats=(),
        )
        for contest in contests
    )


def forecasts_as_json(forecasts: tuple[Forecast, ...]) -> dict[str, Any]:
    """Write forecasts as plain values."""
    return {
        "under": "these modelled positions",
        "forecasts": [to_json(forecast) for forecast in forecasts],
    }


def backtest_as_json(tested: Backtest) -> dict[str, Any]:
    """Write a backtest as plain values."""
    value: dict[str, Any] = to_json(tested)
    return value
