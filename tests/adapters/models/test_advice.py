"""What the rules found, laid over word pieces."""

from accord.adapters.models.advice import advise
from accord.adapters.models.encoding import Window
from accord.model import Attribution, Span
from accord.testing import make_document

TEXT = "Voss said talks go on"
# [CLS], one piece a word, [SEP]
STARTS = (-1, 0, 5, 10, 16, 19, -1)
ENDS = (-1, 4, 9, 15, 18, 21, -1)
WINDOW = Window((1,) * 7, (0,) * 7, STARTS, ENDS, (-1, 0, 0, 0, 0, 0, 0))


def found(*, source: Span | None, cue: Span, content: Span) -> Attribution:
    return Attribution.of(
        make_document(TEXT),
        source=(source,) if source else (),
        cue=(cue,),
        content=(content,),
        mode="indirect",
        produced_by="test.v1",
        confidence=1.0,
    )


SAID = found(source=Span(0, 4), cue=Span(5, 9), content=Span(10, 21))


def test_each_piece_is_flagged_with_the_roles_it_has() -> None:
    assert advise(WINDOW, [SAID]).flags.tolist() == [0, 1, 2, 4, 4, 4, 0]


def test_roles_of_several_attributions_add_up() -> None:
    inner = found(source=None, cue=Span(16, 18), content=Span(19, 21))

    assert advise(WINDOW, [SAID, inner]).flags.tolist() == [0, 1, 2, 4, 6, 4, 0]


def test_a_hint_is_the_relation_of_the_cue_that_shares_most_pieces() -> None:
    inner = found(source=Span(10, 15), cue=Span(16, 18), content=Span(19, 21))
    advice = advise(WINDOW, [SAID, inner])

    assert advice.hint(2, 2).tolist() == [0, 1, 0, 2, 2, 2, 0]
    assert advice.hint(3, 4).tolist() == [0, 0, 0, 1, 0, 2, 0]


def test_a_cue_that_the_rules_do_not_know_has_no_hint() -> None:
    assert advise(WINDOW, [SAID]).hint(5, 5).tolist() == [0] * 7
    assert advise(WINDOW, []).hint(2, 2).tolist() == [0] * 7


def test_what_lies_outside_the_window_is_left_out() -> None:
    window = Window((1,) * 2, (0,) * 2, (-1, 0), (-1, 4), (-1, 0))

    assert advise(window, [SAID]).flags.tolist() == [0, 1]
