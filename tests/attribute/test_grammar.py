import pytest

from accord.attribute.grammar import (
    clause_follows,
    is_finite,
    noun_phrase_left,
    noun_phrase_right,
    skip_adjuncts,
    verb_group_start,
)
from accord.attribute.tokens import Token, tokenize
from accord.model import Span


def split(text: str) -> list[Token]:
    return tokenize(text, Span(0, len(text)))


def words(tokens: list[Token], start: int, end: int) -> str:
    return " ".join(t.text for t in tokens[start:end])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On arrival the foreign minister", "the foreign minister"),
        ("Yesterday he", "he"),
        ("that two officials of the ministry", "two officials of the ministry"),
        ("because Kell and Brandt", "Kell and Brandt"),
        ("when Sable 's envoy", "Sable 's envoy"),
    ],
)
def test_the_noun_phrase_before_a_verb_is_found(text: str, phrase: str) -> None:
    tokens = split(text.replace(" 's", "'s"))
    start = noun_phrase_left(tokens, len(tokens), 0)
    assert words(tokens, start, len(tokens)) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Mara Voss said", "Mara Voss"),
        ("the minister of trade left", "the minister of trade"),
        ("him that", "him"),
        ("of the lock", ""),
    ],
)
def test_the_noun_phrase_behind_a_verb_is_found(text: str, phrase: str) -> None:
    tokens = split(text)
    assert words(tokens, 0, noun_phrase_right(tokens, 0, len(tokens))) == phrase


def test_a_verb_group_takes_auxiliaries_and_adverbs_in() -> None:
    tokens = split("Voss has never really said")
    assert words(tokens, verb_group_start(tokens, 4, 0), 5) == "has never really said"


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("Voss will go", {1}),
        ("they go", {1}),
        ("the ship arrived", {2}),
        ("it's over", {1}),
        ("Voss's ship", set()),
        ("to be or", set()),
    ],
)
def test_finite_verbs_are_told_from_other_forms(text: str, finite: set[int]) -> None:
    tokens = split(text)
    assert {i for i in range(len(tokens)) if is_finite(tokens, i, 0)} == finite


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("the lock would open", True),
        ("he left", True),
        ("it's over", True),
        ("the company's offer", False),
        ("Kell , who left", False),
    ],
)
def test_a_clause_is_told_from_a_noun_phrase(text: str, *, follows: bool) -> None:
    tokens = split(text)
    assert clause_follows(tokens, 0, len(tokens)) is follows


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("on Monday that", "that"),
        ("in a statement on Friday that", "that"),
        ("later that", "that"),
        ("in the harbour that", "in the harbour that"),
        ("the plan", "the plan"),
    ],
)
def test_times_and_occasions_behind_a_cue_are_stepped_over(
    text: str, rest: str
) -> None:
    tokens = split(text)
    start = skip_adjuncts(tokens, 0, len(tokens))
    assert words(tokens, start, len(tokens)) == rest
