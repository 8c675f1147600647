import pytest

from accord.model import Span
from accord.position.reported.amounts import find_amounts
from accord.position.reported.amounts.terms import find_terms


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("They want a 40-year port lease.", (40.0, None, None, "years")),
        ("A lease of 25 to 30 years was floated.", (None, 25.0, 30.0, "years")),
        ("The deal runs for two years.", (2.0, None, None, "years")),
        ("Their pay offer is 7.4% over 18 months.", (18.0, None, None, "months")),
        ("It must leave within 48 hours.", (48.0, None, 48.0, "hours")),
        ("They asked for three months' notice.", (3.0, None, None, "months")),
        ("Both pull back for a period of six weeks.", (6.0, None, None, "weeks")),
        ("“We could talk about 15 years,” he said.", (15.0, None, None, "years")),
        ("They demand a 35-hour week.", (35.0, None, None, "hours")),
        (
            "He wants it frozen for at least ten years.",
            (10.0, 10.0, None, "years"),
        ),
    ],
)
def test_a_length_of_time_that_is_bargained_over_is_a_figure(
    text: str, figure: tuple[float | None, float | None, float | None, str]
) -> None:
    [found] = find_terms(text, Span(0, len(text)))
    assert (found.value, found.low, found.high, found.unit) == figure
    assert found in list(find_amounts(text, Span(0, len(text))))


@pytest.mark.parametrize(
    "text",
    [
        "The talks lasted three hours.",
        "The 40-year-old minister has been in office for 12 years.",
        "It agreed to end a row that shut the mine for seven months.",
        "The treaty of 30 years ago lapsed.",
        "The agreement took 20 months to negotiate.",
        "Doctors will walk out for five days.",
        "The fund holds £1.2m over three years.",
    ],
)
def test_how_long_something_takes_is_none(text: str) -> None:
    assert not list(find_terms(text, Span(0, len(text))))
