import pytest

from accord.read.doubts import find_split_sentences, find_unbalanced_quotes
from accord.read.furniture import lay_out
from accord.read.units import divide

START = "The harbour board has said that it will reopen the lock of"
END = "Port Ostin before the herring comes, if both of the guilds agree."
WHOLE = "Its chair told reporters that the board had waited for eleven weeks already."


def split(text: str) -> list[tuple[str, str]]:
    found = find_split_sentences(lay_out(divide(text)), text)
    return [(span.of(text), within) for span, within in found]


def unbalanced(text: str) -> list[str]:
    return [span.of(text) for span in find_unbalanced_quotes(lay_out(divide(text)))]


def test_a_caption_within_a_sentence_is_noticed() -> None:
    text = f"{WHOLE} {START}\n\nPhoto: AFP\n\n{END} {WHOLE}"
    assert split(text) == [(f"{START}\n\nPhoto: AFP\n\n{END}", "page furniture")]


def test_a_line_break_within_a_sentence_is_noticed() -> None:
    text = f"{START} the\n\nold port before the herring comes back.\n\n{WHOLE}"
    assert [within for _, within in split(text)] == ["a line break"]


@pytest.mark.parametrize(
    "text",
    [
        f"{WHOLE}\n\nPhoto: AFP\n\n{WHOLE}",
        f"What the guilds of the two ports want to see now\n\n{WHOLE}",
        f"The guilds have demanded the following three things now:\n\n- more pay\n\n{WHOLE}",
    ],
)
def test_whole_sentences_are_not_split(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "“No,” she said, “never.",
        "No,” she said.",
        "“We asked why “nobody came,” she said.",
        '"No, she said.',
        "«Never, she said.",
    ],
)
def test_marks_that_do_not_pair_are_doubted(line: str) -> None:
    assert unbalanced(f"{line}\n\n{WHOLE}") == [line]


@pytest.mark.parametrize(
    "text",
    [
        "“No,” she said, “never.”",
        '"No," she said.',
        "„Nein“, sagte sie.",
        "«Non», dit-elle.",
        'The lock is 12" too narrow.',
        '"She said “no” twice," he recalled.',
        '“She said "no" twice,” he recalled.',
        '“A mixed pair," he said.',
        "Ships’ pilots don’t sign.",
        "“We waited.\n\n“We will wait no longer,” she said.",
    ],
)
def test_marks_that_pair_are_fine(text: str) -> None:
    assert unbalanced(text) == []
