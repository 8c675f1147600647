from accord.attribute.lexicon import Flag
from accord.attribute.tokens import Token, tokenize
from accord.model import Span


def tokens_of(text: str) -> list[Token]:
    return tokenize(text, Span(0, len(text)))


def texts_of(text: str) -> list[str]:
    return [t.text for t in tokens_of(text)]


def test_a_possessive_is_a_token_of_its_own() -> None:
    assert texts_of("Voss’s plan, Kell's plea") == [
        "Voss",
        "’s",
        "plan",
        ",",
        "Kell",
        "'s",
        "plea",
    ]


def test_titles_and_initials_keep_their_full_stop() -> None:
    assert texts_of("Mr. J. Kell met Gov. Li.") == [
        "Mr.",
        "J.",
        "Kell",
        "met",
        "Gov.",
        "Li",
        ".",
    ]


def test_the_pronoun_i_does_not_swallow_a_full_stop() -> None:
    assert texts_of("So do I.") == ["So", "do", "I", "."]


def test_hyphens_numbers_and_contractions_stay_whole() -> None:
    assert texts_of("half-baked 13,299 don’t U.S.-led") == [
        "half-baked",
        "13,299",
        "don’t",
        "U.S.",
        "-",
        "led",
    ]


def test_two_apostrophes_are_one_mark() -> None:
    assert texts_of("''No,'' he said") == ["''", "No", ",", "''", "he", "said"]


def test_offsets_count_code_points_of_the_text() -> None:
    text = "😀 Nо\u0301n said\u00adLi"
    assert all(text[t.start : t.end] == t.text for t in tokens_of(text))


def test_a_capital_keeps_a_name_from_being_taken_for_an_adverb() -> None:
    kelly, firmly = tokens_of("Kelly firmly")
    assert not kelly.flags & Flag.ADVERB
    assert firmly.flags & Flag.ADVERB


def test_a_country_in_capitals_is_no_pronoun() -> None:
    country, pronoun = tokens_of("US us")
    assert not country.flags & Flag.PRONOUN
    assert pronoun.flags & Flag.PRONOUN


def test_only_the_stretch_asked_for_is_split() -> None:
    text = "one two three"
    assert [t.text for t in tokenize(text, Span(4, 7))] == ["two"]
