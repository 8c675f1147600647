import pytest

from accord.read.lines.days import days_in_order
from accord.read.units import divide


def rows(*lines: str) -> list[int]:
    return sorted(days_in_order(divide("\n\n".join(lines))))


def test_a_chronology_is_found_with_and_without_years() -> None:
    years = (
        "3 November 2019: both guilds leave the harbour board",
        "14 December 2019: the lock is closed for repairs",
        "2 January 2020: pilots walk out for three days",
        "9 January 2020: the board calls a mediator",
    )
    assert rows(*years) == [0, 1, 2, 3]
    assert rows(*(line.replace(" 2019", "").replace(" 2020", "") for line in years)) == [
        0, 1, 2, 3,
    ]  # fmt: skip


def test_days_may_be_written_in_other_languages_and_after_a_weekday() -> None:
    assert rows(
        "Mon, March 3 – talks open in the town hall",
        "Sat. March 8 – talks go on at the port",
        "• Apr. 1st – nobody comes to the meeting",
        "• April 9 – talks end without a paper",
    ) == [0, 1, 2, 3]
    assert rows(
        "3 de marzo – empiezan las conversaciones del puerto",
        "8 de marzo – siguen las conversaciones del puerto",
        "1 de abril – nadie acude a la reunión",
        "9 de abril – terminan las conversaciones del puerto",
    ) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "row",
    [
        "{} April 2031",
        "April {}, 2031 at 10:12 am",
        "{} pilots and their guilds left the board",
        "Maybe {} pilots will leave the harbour board",
    ],
)
def test_days_alone_and_other_numbers_are_no_chronology(row: str) -> None:
    assert rows(*(row.format(day) for day in (3, 5, 8, 13, 21))) == []


def test_the_newest_first_is_a_list_of_other_stories() -> None:
    days = (21, 13, 8, 5, 3)
    assert rows(*(f"April {day}: another story of the port" for day in days)) == []


def test_rows_far_from_each_other_and_few_rows_are_no_chronology() -> None:
    line = "April {}: both guilds meet at the port"
    far = [line.format(day) for day in (3, 5, 8, 13)]
    assert rows(*"\nx\nx\nx\nx\n".join(far).split("\n")) == []
    assert rows(*far[:3]) == []


def test_text_between_the_rows_is_not_one_of_them() -> None:
    assert rows(
        "April 3: both guilds leave the board",
        "Nobody had told them of the roster.",
        "April 5: both guilds come back again",
        "April 8: both guilds leave once more",
        "April 30: both guilds sign the roster",
    ) == [0, 2, 3, 4]
