import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.position.phrases import (
    PhraseIndex,
    lexicon_digest,
    phrase_stems,
    stem,
    stem_set,
    tokenise,
)

WORDS = st.text(string.ascii_lowercase + "'’é-", min_size=1, max_size=12)


def found(phrases: list[str], text: str) -> list[str]:
    """Give the words of each hit."""
    tokens = tokenise(text)
    index = PhraseIndex((p, p) for p in phrases)
    return [
        text[tokens.starts[h.first] : tokens.ends[h.last - 1]]
        for h in index.find(tokens)
    ]


@pytest.mark.parametrize(
    "forms",
    [
        "propose proposes proposed proposing",
        "deny denies denied denying",
        "agree agrees agreed agreeing",
        "say says said saying",
        "withdraw withdrew withdrawn withdrawing",
        "stop stops stopped stopping",
        "country countries",
        "guarantee guarantees guaranteed",
        "veto vetoes vetoed",
        "criticise criticized criticising",
        "tax taxes taxed",
        "Arle Arle's ARLE",
    ],
)
def test_the_forms_of_one_word_fall_together(forms: str) -> None:
    assert len(stem_set(forms)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("need", "neat"), ("pay", "play"), ("not", "note"), ("us", "use")],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_typographic_and_straight_apostrophes_are_one() -> None:
    assert stem("won’t") == stem("won't")
    assert stem("Velia’s") == stem("velia")


@given(WORDS)
@settings(max_examples=60)
def test_a_stem_depends_on_nothing_but_the_letters(word: str) -> None:
    assert stem(word.upper()) == stem(word)


@given(st.text(max_size=80))
@settings(max_examples=80)
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    tokens = tokenise(text)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.stems)
    at = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert at <= start < end <= len(text)
        at = end


def test_a_phrase_is_found_in_any_inflection_and_across_light_words() -> None:
    text = "They were imposing all their tariffs."
    assert found(["impose tariff"], text) == ["imposing all their tariffs"]


def test_a_gap_bridges_some_words_but_no_sentence() -> None:
    phrase = ["consider ... declaration of war"]
    near = "It would consider such a step a declaration of war."
    far = "It would consider it. That is no declaration of war."
    assert found(phrase, near) == ["consider such a step a declaration of war"]
    assert found(phrase, far) == []


def test_of_phrases_with_one_beginning_the_longest_is_found() -> None:
    assert found(["rule", "rule out"], "He ruled out talks.") == ["ruled out"]


def test_outermost_hits_do_not_overlap() -> None:
    tokens = tokenise("no objections to talks")
    index = PhraseIndex([("no objections to", 1), ("objections", 2)])
    assert [hit.label for hit in index.find_outermost(tokens)] == [1]
    assert [hit.label for hit in index.find(tokens)] == [1, 2]


def test_several_labels_of_one_phrase_give_several_hits() -> None:
    index = PhraseIndex([("talks", "a"), ("talk", "b"), ("talks", "a")])
    assert [hit.label for hit in index.find(tokenise("talks"))] == ["a", "b"]


def test_titles_and_numbers_end_no_sentence() -> None:
    stems = tokenise("Mr. Holt wants 2.5 percent. Now!").stems
    assert stems.count("\n") == 2


def test_words_bent_out_of_shape_are_marked() -> None:
    tokens = tokenise("They paid the pay.")
    assert tokens.bent == {1}


def test_articles_fall_out_of_phrases_and_outer_gaps_too() -> None:
    assert phrase_stems("... the end of an era ...") == ("end", "of", "era")
    assert phrase_stems("?!") == ()


def test_an_empty_phrase_matches_nothing() -> None:
    assert found(["", "..."], "Anything at all.") == []


def test_lexicons_have_one_digest() -> None:
    assert lexicon_digest() == lexicon_digest()
    assert len(lexicon_digest()) == 64


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "consider " * 25_000, "the " * 50_000, "“" * 200_000]
)
def test_long_runs_take_linear_time(text: str) -> None:
    begin = time.perf_counter()
    found(["consider ... act of war", "the end"], text)
    assert time.perf_counter() - begin < 5
