"""The computer's clock."""

from datetime import timedelta

from accord.adapters.clock import SystemClock
from accord.ports import Clock


def test_it_tells_the_time_in_utc_and_does_not_go_back() -> None:
    clock: Clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first.utcoffset() == timedelta(0)
    assert first <= second
