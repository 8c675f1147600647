import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Span
from accord.text import blank_out, goes_on, sentences

START = "The harbour board has said that it will reopen the lock in the"
END = "Port of Ostin before the herring comes."
CAPTION = "Photo: Lena Maar/Harbour Press"


def gap_of(text: str, piece: str) -> Span:
    start = text.index(piece)
    return Span(start, start + len(piece))


def test_a_sentence_around_a_caption_becomes_one_sentence() -> None:
    text = f"{START}\n\n{CAPTION}\n\n{END} It is late."
    joined = blank_out(text, [gap_of(text, CAPTION)])
    first = next(sentences(joined))
    assert first == Span(0, text.index(END) + len(END))
    assert " ".join(first.of(joined).split()) == f"{START} {END}"


def test_a_stub_at_the_end_of_a_line_is_no_obstacle() -> None:
    text = f"{START} [more]\n{END}"
    assert "\n" not in blank_out(text, [gap_of(text, "[more]")])


def test_whole_sentences_stay_on_lines_of_their_own() -> None:
    text = f"{START} port.\n{CAPTION}\n{END}"
    assert blank_out(text, [gap_of(text, CAPTION)]).count("\n") == 2


def test_a_line_break_alone_is_left_as_it_is() -> None:
    text = f"{START}\n{END}\n{CAPTION}"
    assert blank_out(text, [gap_of(text, CAPTION)]).startswith(f"{START}\n{END}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("What the guilds want from the", "port, it is said, is money."),
        ("The guilds have demanded three things of the board:", "more pay."),
        ("The board met for eleven hours on Monday.", "and then it left."),
        ("", "and then it left."),
    ],
)
def test_headings_lists_and_whole_sentences_do_not_go_on(
    before: str, after: str
) -> None:
    short = before.removeprefix("What the guilds ")
    assert not goes_on(short, after, apart=True)


def test_a_capital_goes_on_only_behind_a_gap() -> None:
    assert goes_on(START, END, apart=True)
    assert not goes_on(START, END, apart=False)


PIECES = st.lists(
    st.sampled_from([START, END, CAPTION, "", "lower case words", "A stop.", "\u2028"]),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(PIECES, st.data())
def test_every_character_keeps_its_offset(
    lines: list[str], data: st.DataObject
) -> None:
    text = "\n".join(lines)
    bounds = sorted(
        data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True))
    )
    gaps = [Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    masked = blank_out(text, gaps)
    assert len(masked) == len(text)
    for index, (old, new) in enumerate(zip(text, masked, strict=True)):
        inside = any(gap.start <= index < gap.end for gap in gaps)
        assert new == old or (new == " " and (inside or old in "\n\u2028"))
        if inside:
            assert new.isspace()
