import pytest

from accord.text.dates.ahead import is_put_ahead


@pytest.mark.parametrize(
    "words",
    [
        "The house will sit on",
        "It is due on",
        "The mandate runs until",
        "It expires on",
        "Talks resume on",
        "The committee meets next on",
        "The treaty enters into force on",
        "They have until midnight on",
        "A decision is expected before the",
        "Unions have called a two-day strike from",
    ],
)
def test_its_own_clause_puts_a_day_ahead(words: str) -> None:
    assert is_put_ahead(f"{words} Monday", len(words) + 1)


@pytest.mark.parametrize(
    "words",
    [
        "It will end, she said on",
        "He said the port will open, after talks on",
        "The port was closed until",
        "They met on",
        "He said the talks that resumed were over on",
    ],
)
def test_the_day_of_speech_is_not_put_ahead(words: str) -> None:
    assert not is_put_ahead(f"{words} Monday", len(words) + 1)
