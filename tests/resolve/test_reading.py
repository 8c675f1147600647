from typing import Any

from accord.model import Dossier, Span
from accord.resolve.reading import read


def words(dossier: Dossier) -> list[str]:
    return [w.text for w in read(dossier.document).words]


def test_initials_stay_together_and_hyphens_part(mark: Any) -> None:
    assert words(mark("U.S.-led talks, Euro-Atlantic")) == [
        "U.S.", "led", "talks", "Euro", "Atlantic",
    ]  # fmt: skip


def test_a_possessive_is_no_part_of_the_word(mark: Any) -> None:
    reading = read(mark("Voss's aides and Britain’s ships").document)
    assert [(w.text, w.possessive) for w in reading.words] == [
        ("Voss", True),
        ("aides", False),
        ("and", False),
        ("Britain", True),
        ("ships", False),
    ]


def test_a_plural_possessive_is_one(mark: Any) -> None:
    reading = read(mark("The Dockers' Union struck").document)
    assert [w.possessive for w in reading.words] == [False, True, False, False]


def test_offsets_point_at_the_words(mark: Any) -> None:
    document = mark("  “No,” said Mara Voss’s aide.").document
    for word in read(document).words:
        assert document.text[word.start : word.end] == word.text


def test_furniture_is_left_out(mark: Any) -> None:
    document = mark("One line.\n{f:Sergey Voss / Agency}\nAnother line.").document
    assert [w.text for w in read(document).words] == ["One", "line", "Another", "line"]


def test_sentences_and_words_find_each_other(mark: Any) -> None:
    reading = read(mark("It rained. Voss came. She left.").document)
    middle = reading.words_of_sentence(1)
    assert [reading.words[n].text for n in middle] == ["Voss", "came"]
    assert reading.sentence_at(reading.words[2].start) == 1
    assert [reading.words[n].text for n in reading.between(0, 9)] == ["It", "rained"]


def test_an_empty_text_has_no_words(mark: Any) -> None:
    reading = read(mark("").document)
    assert (reading.words, reading.sentences) == ((), ())
    assert list(reading.between(0, 5)) == []


def test_words_of_a_span_are_those_that_begin_in_it(mark: Any) -> None:
    reading = read(mark("Mara Voss came").document)
    span = Span(5, 9)
    assert [reading.words[n].text for n in reading.between(span.start, span.end)] == [
        "Voss"
    ]
