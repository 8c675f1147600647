import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.text.numbers import find_numbers, read_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2,140", 2140),
        ("12,34,567.89", 1234567.89),
        ("40 000", 40000),
        ("one hundred and six", 106),
        ("twenty-one trillion three hundred", 21_000_000_000_300),
        ("two million and a half", 2_500_000),
        ("five and a half million", 5_500_000),
        ("half a million", 500_000),
        ("three quarters", 0.75),
        ("3 1/4", 3.25),
        ("5½", 5.5),
        ("two hundred point zero three", 200.03),
        ("13 lakh", 1_300_000),
        ("3.5bn", 3.5e9),
        ("minus five point five", -5.5),
        ("two dozen", 24),
    ],
)
def test_numbers_are_read(words: str, value: float) -> None:
    (found,) = find_numbers(f"It was {words} then.")
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize("words", ["the 21st", "this one", "a tonne", "7up", "word"])
def test_other_words_are_no_numbers(words: str) -> None:
    assert list(find_numbers(words)) == []


def test_one_out_of_three_is_a_share() -> None:
    assert [n.value for n in find_numbers("one out of four voters")] == [0.25]
    assert [n.value for n in find_numbers("12 out of 10")] == [12, 10]


@pytest.mark.parametrize("words", ["", "x", "and"])
def test_words_that_are_no_number_have_no_value(words: str) -> None:
    assert not read_number(words)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**12))
def test_figures_with_commas_mean_what_they_say(value: int) -> None:
    assert read_number(f"{value:,}") == value


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="1a one,.half/ -½million$", max_size=60))
def test_numbers_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    at = 0
    for found in find_numbers(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end
