"""Weeks, months and years, ours and the peer's."""

from datetime import UTC, datetime, timedelta

import pytest

from accord.map.network.periods import period_of


@pytest.mark.parametrize(
    ("day", "ours", "peers"),
    [
        # A Sunday ends the week of ISO 8601 and begins that of the United States.
        (datetime(2024, 1, 7, tzinfo=UTC), (2024, 1), 2),
        (datetime(2023, 12, 31, tzinfo=UTC), (2023, 52), 1),
        (datetime(2023, 12, 30, tzinfo=UTC), (2023, 52), 52),
        (datetime(2022, 1, 1, tzinfo=UTC), (2021, 52), 1),
        (datetime(2005, 2, 16, tzinfo=UTC), (2005, 7), 8),
    ],
)
def test_weeks(day: datetime, ours: tuple[int, int], peers: int) -> None:
    assert period_of(day, "week", compat=False) == ours
    assert period_of(day, "week", compat=True) == peers


def test_the_peers_week_begins_on_sunday_and_holds_seven_days() -> None:
    sunday = datetime(2023, 1, 1, tzinfo=UTC)

    for week in range(400):
        days = [sunday + timedelta(days=7 * week + d) for d in range(7)]
        assert len({period_of(day, "week", compat=True) for day in days}) == 1


def test_months_and_years() -> None:
    day = datetime(2024, 5, 3, tzinfo=UTC)

    assert period_of(day, "month", compat=False) == (2024, 5)
    assert period_of(day, "month", compat=True) == 5
    assert period_of(day, "year", compat=True) == 2024
