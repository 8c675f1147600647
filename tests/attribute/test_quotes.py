import pytest

from accord.attribute.quotes import pair_quotes
from accord.attribute.tokens import tokenize
from accord.model import Span


def quoted(text: str, *, continues: bool = False) -> list[str]:
    tokens = tokenize(text, Span(0, len(text)))
    found, _ = pair_quotes(tokens, text, continues=continues)
    return [text[tokens[q.first].start : tokens[q.last].end] for q in found]


def doubts(text: str, *, continues: bool = False) -> list[tuple[str, int]]:
    tokens = tokenize(text, Span(0, len(text)))
    _, found = pair_quotes(tokens, text, continues=continues)
    return [(d.kind, tokens[d.index].start) for d in found]


@pytest.mark.parametrize(
    "text",
    [
        "“No,” she said.",
        '"No," she said.',
        "«No,» she said.",
        "„No,“ she said.",
        "„No,” she said.",
        "''No,'' she said.",
        "‘No,’ she said.",
        "'No,' she said.",
        '“No," she said.',
    ],
)
def test_each_kind_of_mark_pairs(text: str) -> None:
    assert quoted(text) == [text[: text.index(" she")]]
    assert doubts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' plan and the unions’ reply",
        "Back in the '90s and '80s",
        "Kell's ship isn't Voss’s",
        "Rock 'n' roll",
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    assert quoted(text) == []
    assert doubts(text) == []


def test_single_marks_within_double_ones_belong_to_the_outer_quotation() -> None:
    assert quoted("“She said ‘no’ twice,” he said") == ["“She said ‘no’ twice,”"]


def test_marks_of_two_sorts_nest() -> None:
    assert quoted('“She said "no" twice,” he said') == ['“She said "no" twice,”']
    assert quoted('"She said “no” twice," he said') == ['"She said “no” twice,"']
    assert doubts('“She said "no" twice,” he said') == []


def test_several_quotations_in_one_sentence_stay_apart() -> None:
    assert quoted("“One,” he said, “two.”") == ["“One,”", "“two.”"]


def test_a_mark_that_opens_alone_is_doubted_and_opens_nothing() -> None:
    text = "He said the “plan was dead."
    assert quoted(text) == []
    assert doubts(text) == [("unbalanced-quote", text.index("“"))]


def test_a_mark_that_closes_alone_is_doubted() -> None:
    text = "He said the plan” was dead."
    assert quoted(text) == []
    assert doubts(text) == [("unbalanced-quote", text.index("”"))]


def test_a_straight_mark_that_opens_twice_gives_the_first_up() -> None:
    text = 'He saw "the ship and said "no way" to it.'
    assert quoted(text) == ['"no way"']
    assert doubts(text) == [("unbalanced-quote", text.index('"'))]


def test_a_mark_that_opens_inside_an_open_one_is_garbled() -> None:
    text = "“I will not say why “they came,” he said."
    assert quoted(text) == ["“I will not say why “they came,”"]
    assert doubts(text) == [("garbled-quote", text.rindex("“"))]


def test_a_quotation_left_open_goes_on_if_the_next_paragraph_opens_again() -> None:
    assert quoted("He said: “One.", continues=True) == ["“One."]
    assert doubts("He said: “One.", continues=True) == []


def test_a_quotation_left_open_from_the_start_is_kept_but_doubted() -> None:
    assert quoted("“One and two.") == ["“One and two."]
    assert doubts("“One and two.") == [("unbalanced-quote", 0)]


def test_empty_quotations_are_dropped() -> None:
    assert quoted("He said “” and left") == []
