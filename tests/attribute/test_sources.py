import pytest

from accord.attribute.cues import cue_verb
from accord.attribute.passages import passages
from accord.attribute.posed import inverted
from accord.attribute.sources import source_after, source_of


def source_text(text: str, verb: str) -> list[str]:
    (passage,) = passages(text)
    index = next(i for i, t in enumerate(passage.tokens) if t.text == verb)
    cue = cue_verb(passage, passage.sentences[0], index)
    assert cue is not None
    return [passage.span(*r).of(text) for r in source_of(cue)]


@pytest.mark.parametrize(
    ("text", "verb", "source"),
    [
        ("Mara Voss said no.", "said", ["Mara Voss"]),
        ("The minister on Monday said no.", "said", ["The minister"]),
        ("In Sable, Ola Brandt, a lawyer, said no.", "said", ["Ola Brandt, a lawyer"]),
        ("Her spokesman, Ola Brandt, said no.", "said", ["Her spokesman, Ola Brandt"]),
        ("Voss, who leads the board, said no.", "said", ["Voss, who leads the board"]),
        ("It was Brandt who said no.", "said", ["Brandt", "who"]),
        ("Voss met Kell and said no.", "said", ["Voss"]),
        ("Voss left, saying no.", "saying", ["Voss"]),
        ("Citing costs, the ministry left.", "Citing", ["the ministry"]),
        ("“No,” a tired, angry Voss said.", "said", ["a tired, angry Voss"]),
        ("He was quoted as saying no.", "saying", ["He"]),
    ],
)
def test_the_source_of_a_cue_is_found(text: str, verb: str, source: list[str]) -> None:
    assert source_text(text, verb) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("said Voss.", "Voss"),
        ("said Mara Voss, a nurse from Sable.", "Mara Voss, a nurse from Sable"),
        ("said Voss, adding more.", "Voss"),
        ("said Voss, and left.", "Voss"),
    ],
)
def test_the_source_behind_an_inverted_cue_is_found(text: str, source: str) -> None:
    (passage,) = passages(text)
    found = source_after(passage.tokens, 1, len(passage.tokens))
    assert found is not None
    assert passage.span(*found).of(text) == source


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("Arle should sign now", "the union's leader"),
        ("Arle should open its ports at once", "the envoy"),
        ("Corva must act this year", "the association's chairwoman"),
    ],
)
def test_the_subject_of_a_whole_clause_does_not_say_it(clause: str, who: str) -> None:
    (passage,) = passages(f"{clause}, said {who}.")
    index = next(i for i, t in enumerate(passage.tokens) if t.text == "said")
    cue = cue_verb(passage, passage.sentences[0], index)
    assert cue is not None
    found = inverted(cue)
    assert found is not None
    (source,) = found.source
    assert passage.span(*source).of(f"{clause}, said {who}.") == who
