import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.link.words.measures import is_told, measures_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two hundred samples", "200 samples"),
        ("in the last three decades", "over thirty years"),
        ("within a decade", "in ten years"),
        ("from year four on", "from the fourth year"),
        ("eleven million a year", "11 million a year"),
        ("one who waits", "whoever waits"),
        ("we may leave in may", "in may we could leave"),
        ("two half empty halls", "two halls that are half empty"),
    ],
)
def test_one_number_is_one_however_it_is_written(one: str, other: str) -> None:
    assert measures_of(one.split()) == measures_of(other.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the third of june", "the ninth of june"),
        ("on monday", "on tuesday"),
        ("in may", "in october"),
        ("12 million", "21 million"),
        ("nine mines", "ninety mines"),
    ],
)
def test_other_numbers_and_days_are_others(one: str, other: str) -> None:
    assert measures_of(one.split()) != measures_of(other.split())


@given(st.lists(st.sampled_from("two hundred 3 half decade the one may 1999".split())))
def test_any_words_have_measures(words: list[str]) -> None:
    assert all(measures_of(words))


def test_numbers_and_small_words_tell_nothing_of_the_matter() -> None:
    assert [is_told(word) for word in ("toll", "twelve", "the")] == [True, False, False]
