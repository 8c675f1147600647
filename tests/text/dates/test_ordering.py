import pytest

from accord.text.dates.ordering import writes_days_first


@pytest.mark.parametrize(
    "text", ["03/04/2022 and 24/02/2022", "03/04/2022, that is 3 April"]
)
def test_a_date_that_can_be_read_in_one_way_puts_the_day_first(text: str) -> None:
    assert writes_days_first(text)


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2022 and 02/24/2022",
        "03/04/2022, that is March 4",
        "03/04/2022",
        "24 February",
    ],
)
def test_the_month_is_first_where_nothing_says_otherwise(text: str) -> None:
    assert not writes_days_first(text)
