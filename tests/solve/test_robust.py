"""How firmly conclusions hold when some of what they rest on falls away."""

from typing import Any

import pytest

from accord.errors import InputError
from accord.model.negotiation.case import (
    Case,
    CaseIssue,
    CaseParty,
    CaseStatus,
    CaseValue,
)
from accord.model.negotiation.case_reading import case_from_json
from accord.solve.conflicts import find_conflicts
from accord.solve.packages import find_packages
from accord.solve.robust import check_conflicts, check_orders, check_zone


def demand(
    name: str, party: str, way: str, *outlets: str, **more: Any
) -> dict[str, Any]:
    return {
        "id": name,
        "party": party,
        "accepts": {"dam": [way]},
        "status": "asserted",
        "evidence": [{"text": "…", "outlet": outlet} for outlet in outlets],
        **more,
    }


def dam(*demands: dict[str, Any]) -> Case:
    return case_from_json(
        {
            "parties": [{"id": p, "name": p} for p in "NSW"],
            "issues": [
                {"id": "dam", "question": "Build it?", "options": ["yes", "no"]}
            ],
            "demands": list(demands),
        }
    )


CASE = dam(
    demand("n", "N", "yes", "Post", "Times"),
    demand("s", "S", "no", "Times"),
    demand("w", "W", "no", "Post", status="inferred"),
)


def test_a_conflict_hangs_on_the_outlet_that_alone_tells_of_a_demand() -> None:
    checked = check_conflicts(CASE, find_conflicts(CASE), draws=400)
    held = {one.conclusion: one for one in checked.holdings}

    assert checked.sources == ("Post", "Times")
    assert checked.doubtful == ("w",)
    assert held["n", "s"].hangs_on == ("Times",)
    assert held["n", "s"].without_source == 0.5
    assert held["n", "s"].resampled == 1
    assert held["n", "w"].hangs_on == ("Post",)
    assert 0.4 < held["n", "w"].resampled < 0.6


def test_an_empty_zone_is_checked_by_solving_again() -> None:
    (holding,) = check_zone(CASE, draws=40).holdings

    # Without either outlet the other's "no" still stands against the "yes".
    assert holding.conclusion == ("zone-empty",)
    assert (holding.without_source, holding.resampled) == (1, 1)


def test_a_zone_that_exists_is_said_to() -> None:
    (holding,) = check_zone(dam(demand("n", "N", "yes", "Post"))).holdings

    assert holding.conclusion == ("zone-exists",)


def test_the_same_seed_gives_the_same_shares() -> None:
    report = find_conflicts(CASE)

    one = check_conflicts(CASE, report, draws=30, seed=4)
    again = check_conflicts(CASE, report, draws=30, seed=4)

    assert one == again


def test_without_sources_or_doubt_everything_holds() -> None:
    case = dam(demand("n", "N", "yes"), demand("s", "S", "no"))

    (holding,) = check_conflicts(case, find_conflicts(case)).holdings

    assert (holding.without_source, holding.hangs_on, holding.resampled) == (1, (), 1)


def test_no_draws_are_refused() -> None:
    with pytest.raises(InputError, match="0 draws"):
        check_zone(CASE, draws=0)


def test_a_document_stands_in_for_an_outlet_that_is_not_known() -> None:
    told = demand("n", "N", "yes")
    told["evidence"] = [{"text": "…", "document": "d1"}]
    case = dam(told, demand("s", "S", "no", "Post"))

    (holding,) = check_conflicts(case, find_conflicts(case)).holdings

    assert holding.hangs_on == ("Post", "d1")
    assert holding.without_source == 0


def utilities(*, status: CaseStatus, alternative: float) -> Case:
    """One issue that is worth 10 to either party, whatever is chosen."""
    values = tuple(
        CaseValue(party=p, issue="fee", option=o, value=10, status=status)
        for p in "AB"
        for o in ("yes", "no")
    )
    least = tuple(
        CaseValue(party=p, value=alternative, status="asserted") for p in "AB"
    )
    return Case(
        parties=(CaseParty(id="A", name="Alba"), CaseParty(id="B", name="Bree")),
        issues=(CaseIssue(id="fee", question="?", options=("yes", "no")),),
        utilities=values,
        disagreement=least,
    )


def test_a_zone_that_hangs_on_doubtful_numbers_does_not_hold_in_all_draws() -> None:
    close = check_zone(utilities(status="analyst", alternative=9.9))
    wide = check_zone(utilities(status="analyst", alternative=5))

    assert close.shaken == 4
    assert 0 < close.holdings[0].resampled < 1
    assert wide.holdings[0].resampled == 1
    assert close == check_zone(utilities(status="analyst", alternative=9.9))


def test_numbers_that_a_text_asserts_are_not_shaken() -> None:
    found = check_zone(utilities(status="asserted", alternative=9.9))

    assert found.shaken == 0
    assert found.holdings[0].resampled == 1


def orders(**statuses: CaseStatus) -> Case:
    """Two who like the ways to build it in opposite orders."""
    ways = ["high", "low", "none"]
    return case_from_json(
        {
            "parties": [{"id": p, "name": p} for p in "NS"],
            "issues": [{"id": "dam", "question": "How?", "options": ways}],
            "preferences": [
                {
                    "party": "N",
                    "issue": "dam",
                    "ranking": [["high"], ["low"], ["none"]],
                    "status": statuses["north"],
                    "evidence": [{"text": "…", "outlet": "Post"}],
                },
                {
                    "party": "S",
                    "issue": "dam",
                    "ranking": [["none"], ["low"], ["high"]],
                    "status": statuses["south"],
                    "evidence": [{"text": "…", "outlet": "Times"}],
                },
            ],
        }
    )


def test_what_is_efficient_by_a_doubtful_order_holds_less_often() -> None:
    case = orders(north="asserted", south="analyst")
    checked = check_orders(case, find_packages(case).frontier, draws=200)
    assert checked is not None
    held = {one.conclusion[1]: one for one in checked.holdings}

    assert checked.doubtful == ("S: dam",)
    assert held["dam: high"].resampled == 1
    assert 0.35 < held["dam: low"].resampled < 0.65
    assert held["dam: none"].hangs_on == ("Times",)
    assert held["dam: high"].hangs_on == ("Post",)
    assert held["dam: low"].without_source == 0


def test_asserted_orders_are_never_drawn_away() -> None:
    case = orders(north="asserted", south="asserted")
    checked = check_orders(case, find_packages(case).frontier)

    assert checked is not None
    assert [one.resampled for one in checked.holdings] == [1, 1, 1]


def test_an_answer_of_another_kind_can_be_asked_instead() -> None:
    asked: list[int] = []

    def ask(case: Case) -> bool:
        asked.append(len(case.demands))
        return len(case.demands) > 1

    (holding,) = check_zone(CASE, ask=ask, draws=30).holdings

    assert holding.conclusion == ("zone-empty",)
    assert max(asked) == 3
