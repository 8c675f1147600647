"""Words made comparable."""

import pytest

from accord.link.words.tokens import is_content, is_negation, stem, tokens


def test_hyphens_accents_stops_and_possessives_do_not_tell_words_apart() -> None:
    left = [word for word, _, _ in tokens("The U.K’s half-boiled café plan")]
    right = [word for word, _, _ in tokens("the UK half boiled cafe plan")]

    assert left == right


@pytest.mark.parametrize(
    ("drawn", "full"),
    [
        ("they didn't go and we're late", "they did not go and we are late"),
        ("I can’t and I won’t", "I cannot and I will not"),
        ("you'll see that I've paid", "you will see that I have paid"),
    ],
)
def test_what_is_drawn_together_equals_what_is_written_out(
    drawn: str, full: str
) -> None:
    left, right = ([word for word, _, _ in tokens(text)] for text in (drawn, full))

    assert left == right


def test_every_part_of_a_hyphenated_word_keeps_the_place_of_the_whole() -> None:
    text = "a half-boiled plan"

    assert [text[start:end] for _, start, end in tokens(text)] == [
        "a",
        "half-boiled",
        "half-boiled",
        "plan",
    ]


@pytest.mark.parametrize(
    "forms",
    [
        ["sign", "signs", "signed", "signing"],
        ["country", "countries"],
        ["stop", "stopped", "stopping"],
        ["promise", "promises", "promised"],
    ],
)
def test_forms_of_a_word_share_a_stem(forms: list[str]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_different_words_keep_different_stems() -> None:
    assert len({stem(word) for word in ("sing", "sign", "sin", "king", "red")}) == 5


def test_function_words_and_single_letters_say_nothing() -> None:
    assert [w for w in ["the", "toll", "s", "said"] if is_content(w)] == ["toll"]


def test_negations_are_known() -> None:
    assert [w for w in ["won't", "never", "want", "nothing"] if is_negation(w)] == [
        "won't",
        "never",
        "nothing",
    ]
