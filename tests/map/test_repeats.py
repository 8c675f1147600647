"""What several documents carry counts once."""

from dataclasses import replace
from datetime import date

import pytest

from accord.map.repeats import Repeats
from accord.model import Link
from accord.testing.builders import make_document, make_link, make_statement


def a_copy(a: str, b: str, similarity: float) -> Link:
    return replace(make_link(a, b), kind="copy", similarity=similarity)


@pytest.mark.parametrize(("similarity", "later"), [(0.9, 1), (0.5, 1), (0.14, 0)])
def test_only_who_prints_half_of_the_text_prints_the_same_story(
    similarity: float, later: int
) -> None:
    one, other = make_document("One text."), make_document("Other text.")
    repeats = Repeats([a_copy(one.id, other.id, similarity)])
    assert len(repeats.later_copies([one, other])) == later


def test_a_story_in_three_outlets_has_one_original_though_two_of_them_differ() -> None:
    third, second, first = (
        make_document(f"Text {day}.", outlet=f"O{day}", published=date(2030, 1, day))
        for day in (3, 2, 1)
    )
    repeats = Repeats(
        [a_copy(first.id, second.id, 0.8), a_copy(second.id, third.id, 0.8)]
    )
    assert repeats.later_copies([third, first, second]) == {second.id, third.id}
    stated = [(make_statement(d, words="Text"), d) for d in (third, first, second)]
    assert repeats.outlets(stated) == ("O1",)


def test_two_that_quote_one_outlet_from_afar_do_not_report_one_utterance() -> None:
    document = make_document("Text here. More there.")
    said = [
        make_statement(document, words=words, attribution=f"attribution-{words}")
        for words in ("Text", "More")
    ]
    links = [
        replace(make_link(s.attribution or "", "outlet:wire"), kind="passed-on")
        for s in said
    ]
    assert len(Repeats(links).group([(s, document) for s in said])) == 2
