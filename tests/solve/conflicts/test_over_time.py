"""How conflicts appear and vanish from period to period."""

from datetime import date
from typing import Any

import pytest

from accord.errors import InputError
from accord.model.negotiation.case import Case
from accord.model.negotiation.case_reading import case_from_json
from accord.solve.conflicts.over_time import follow_conflicts


def dam(**days: list[str]) -> Case:
    ways = {"n": "yes", "s": "no", "w": "no"}
    demands: list[dict[str, Any]] = [
        {
            "id": name,
            "party": name,
            "accepts": {"dam": [ways[name]]},
            "evidence": [{"text": "…", "said": day} for day in said],
        }
        for name, said in days.items()
    ]
    return case_from_json(
        {
            "parties": [{"id": p, "name": p.upper()} for p in ways],
            "issues": [
                {"id": "dam", "question": "Build it?", "options": ["yes", "no"]}
            ],
            "demands": demands,
        }
    )


def test_a_conflict_stands_in_the_months_in_which_both_sides_spoke() -> None:
    case = dam(
        n=["2023-11-05", "2023-12-31", "2024-02-01"],
        s=["2023-12-01"],
        w=["2024-02-29", "2023-12-02"],
    )

    changes = follow_conflicts(case, by="month")

    assert [p.conflicts for p in changes.periods] == [
        (),
        (("n", "s"), ("n", "w")),
        (),
        (("n", "w"),),
    ]
    december, january, february = changes.periods[1:]
    assert (december.start, december.end) == (date(2023, 12, 1), date(2023, 12, 31))
    assert february.end == date(2024, 2, 29)
    assert january.vanished == (("n", "s"), ("n", "w"))
    assert february.appeared == (("n", "w"),)
    assert "N" in february.sentences[0]


def test_longer_periods_bring_more_together() -> None:
    case = dam(n=["2023-01-05"], s=["2023-03-01"], w=[])

    by_quarter = follow_conflicts(case, by="quarter")
    by_year = follow_conflicts(case, by="year")

    assert by_quarter.periods[0].conflicts == (("n", "s"),)
    assert by_year.periods[0].end == date(2023, 12, 31)
    assert by_year.undated == ("w",)


@pytest.mark.parametrize(
    ("case", "by", "message"),
    [
        (dam(n=["2023-01-05"]), "week", "no period 'week'"),
        (dam(n=[]), "month", "dated"),
        (dam(n=["0200-01-01"], s=["2023-01-01"]), "month", "periods apart"),
    ],
)
def test_what_cannot_be_followed_is_refused(case: Case, by: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        follow_conflicts(case, by=by)
