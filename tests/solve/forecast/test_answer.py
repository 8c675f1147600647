"""A forecast never comes without its spread, its baselines and what it rests on."""

import pytest

from accord.errors import InputError
from accord.model.negotiation.case import Case
from accord.model.negotiation.case_reading import case_from_json
from accord.model.negotiation.contest import Contest, Stake
from accord.solve.forecast import (
    backtest,
    contests_of_case,
    make_forecast,
    read_contests,
)
from accord.solve.forecast.shaking import Shake

TOLL = Contest(
    title="What toll?",
    stakes=(
        Stake("Haulers", 2, 0, 0.9),
        Stake("City", 3, 12, 0.5),
        Stake("Z", 1, 4, 1),
    ),
    outcome=5.0,
)


def test_the_same_seed_gives_the_same_spread_and_another_seed_another() -> None:
    one, again, other = (make_forecast(TOLL, shake=Shake(seed=s)) for s in (1, 1, 2))

    assert one.estimates == again.estimates
    assert one.estimates[0].spread != other.estimates[0].spread


def test_every_estimate_has_a_spread_and_an_error_where_the_outcome_is_known() -> None:
    forecast = make_forecast(TOLL, rounds=3)

    mean, median, *baselines = forecast.estimates
    assert (mean.rule, median.rule) == ("weighted-mean", "weighted-median")
    assert not mean.is_baseline
    assert all(estimate.is_baseline for estimate in baselines)
    for estimate in forecast.estimates:
        spread = estimate.spread
        assert spread.least <= spread.low <= spread.middle <= spread.high <= spread.most
        assert estimate.without_one[0] <= estimate.value <= estimate.without_one[1]
        assert estimate.error == abs(estimate.value - 5)
    for trial in forecast.experiment:
        assert len(trial.rounds) == len(trial.spreads) == 4
    assert "from" in forecast.sentence
    assert forecast.sentence.startswith("Under these modelled positions")
    assert not any("will " in caveat for caveat in forecast.caveats)


def test_inputs_that_are_not_shaken_do_not_spread() -> None:
    estimate = make_forecast(TOLL, shake=Shake(share=0)).estimates[0]

    assert estimate.spread.least == pytest.approx(estimate.value)
    assert estimate.spread.most == pytest.approx(estimate.value)


def test_a_backtest_ranks_rules_by_error_and_says_that_few_cases_tell_little() -> None:
    exact = Contest(stakes=TOLL.stakes, outcome=sum((0, 12, 4)) / 3)

    tested = backtest([exact, Contest(stakes=TOLL.stakes)])

    assert (tested.contests, tested.without) == (1, 1)
    assert tested.scores[0].rule == "mean"
    assert tested.scores[0].error == 0
    assert len(tested.scores) == 5 + 6
    assert "too few" in tested.caveats[0]


def test_a_backtest_without_outcomes_is_refused() -> None:
    with pytest.raises(InputError, match="No contest has an outcome"):
        backtest([Contest(stakes=TOLL.stakes)])


@pytest.mark.parametrize(
    ("actors", "message"),
    [
        ([], "no actors"),
        ([{"name": "A"}], "capability of 'A' is 'None'"),
        ([{"capability": 1}], "no name"),
        ([{"name": "A", "capability": 0, "position": 1, "salience": 1}], "Nobody"),
        ([{"name": "A", "capability": -1, "position": 1, "salience": 1}], "below zero"),
        (
            [{"name": "A", "capability": 1, "position": 1, "salience": 1}] * 2,
            "there twice",
        ),
    ],
)
def test_a_contest_that_cannot_be_used_is_refused(
    actors: list[object], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        read_contests({"actors": actors})


@pytest.mark.parametrize("shake", [{"share": 1.0}, {"share": -0.1}, {"draws": 0}])
def test_a_shake_that_makes_no_sense_is_refused(shake: dict[str, float]) -> None:
    with pytest.raises(InputError):
        Shake(**shake)  # type: ignore[arg-type]


def make_case(**more: object) -> Case:
    return case_from_json(
        {
            "parties": [{"id": "A", "name": "Arle"}, {"id": "B", "name": "Belm"}],
            "issues": [
                {
                    "id": "toll",
                    "question": "What toll?",
                    "options": ["none", "five", "ten"],
                    "scale": [0, 5, 10],
                },
                {"id": "flag", "question": "Whose flag?", "options": ["a", "b", "c"]},
            ],
            "demands": [
                {
                    "id": "1",
                    "party": "A",
                    "accepts": {"toll": ["none", "five"]},
                    "status": "asserted",
                },
                {"id": "2", "party": "B", "accepts": {"toll": ["ten"]}},
                {
                    "id": "3",
                    "party": "B",
                    "kind": "wish",
                    "accepts": {"toll": ["none"]},
                },
                {"id": "4", "party": "B", "accepts": {"flag": ["a"]}},
            ],
            **more,
        }
    )


def test_issues_of_a_case_that_lie_on_a_line_become_contests() -> None:
    case = make_case(capability=[{"party": "B", "value": 3}])

    (found,) = contests_of_case(case)

    assert found.issue == "toll"
    assert found.contest.stakes == (
        Stake("Arle", 1.0, 2.5, 1.0),
        Stake("Belm", 3.0, 10.0, 1.0),
    )
    assert found.basis.values == ("demands:1", "demands:2", "capability:B/")
    assert found.basis.asserted == pytest.approx(1 / 3, abs=1e-3)
    assert "capability of Arle" in found.caveats[0]
    assert "capability of Belm" not in found.caveats[0]


def test_a_case_without_a_line_is_refused_with_a_hint() -> None:
    with pytest.raises(InputError) as caught:
        contests_of_case(case_from_json({"parties": [], "issues": []}))

    assert "scale" in caught.value.hint
