import itertools

import pytest

from accord.attribute.passages import (
    LONGEST_SENTENCE_TOKENS,
    Passage,
    mask_furniture,
    passages,
)
from accord.model import Document, content_id


def document_of(text: str) -> Document:
    return Document(
        id=content_id("document", text),
        produced_by="tests",
        path="pile/text.txt",
        title=None,
        outlet=None,
        author=None,
        language="en",
        url=None,
        published=None,
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )


def sentences_of(passage: Passage) -> list[str]:
    return [
        " ".join(t.text for t in passage.tokens[s.lo : s.hi]) for s in passage.sentences
    ]


def only(text: str) -> Passage:
    (passage,) = passages(text)
    return passage


def test_no_sentence_ends_within_a_quotation() -> None:
    assert sentences_of(only("“We go. We stay,” she said. He left.")) == [
        "“ We go . We stay , ” she said .",
        "He left .",
    ]


def test_a_cue_behind_a_quoted_question_joins_it() -> None:
    assert sentences_of(only("“Why?” Voss asked. He left.")) == [
        "“ Why ? ” Voss asked .",
        "He left .",
    ]


def test_a_new_statement_behind_a_quotation_is_a_sentence_of_its_own() -> None:
    assert sentences_of(only("“We go.” Voss said that he would stay.")) == [
        "“ We go . ”",
        "Voss said that he would stay .",
    ]


def test_paragraphs_are_passages() -> None:
    assert [sentences_of(p) for p in passages("One.\n\nTwo.\n")] == [
        ["One ."],
        ["Two ."],
    ]


def test_lines_of_a_hard_wrapped_paragraph_are_read_together() -> None:
    text = (
        "The minister of the strait said on Monday that the talks about the\n"
        "border had failed."
    )
    assert len(list(passages(text))) == 1


def test_a_headline_is_not_joined_to_the_text_below() -> None:
    text = (
        "The minister of the strait says that the talks have failed\nThe talks went on."
    )
    assert len(list(passages(text))) == 2


def test_a_quotation_is_taken_up_by_the_next_paragraph() -> None:
    first, second = passages("“We go.\n\n“We stay,” she said.")
    assert not first.quotations[-1].is_closed
    assert first.doubts == []
    assert second.continued


def test_a_very_long_sentence_is_cut() -> None:
    passage = only("word " * (LONGEST_SENTENCE_TOKENS * 2 + 5))
    assert [s.hi - s.lo for s in passage.sentences] == [
        LONGEST_SENTENCE_TOKENS,
        LONGEST_SENTENCE_TOKENS,
        5,
    ]


def test_sentences_cover_all_tokens_in_order() -> None:
    passage = only("One. “Two! Three?” he asked. Four… five; six")
    edges = [(s.lo, s.hi) for s in passage.sentences]
    assert edges[0][0] == 0
    assert edges[-1][1] == len(passage.tokens)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(edges))


@pytest.mark.parametrize(
    "dateline",
    [
        "ORLENZ, Feb 4 (Continental Wire) - ",
        "ORLENZ — ",
        "PORT AMARA (Meridian) – ",
        "ST. EBBIN, Tovalu, 21 October -- ",
        "Port Amara, Feb 4 (Meridian Wire) - ",
        "Orlenz (Meridian News): ",
        "Orlenz, 21 October - ",
    ],
)
def test_a_dateline_is_nobodys_words(dateline: str) -> None:
    for story in ("The fee stays, Harsk said.", "“It stays,” said Harsk."):
        text = f"A headline\n\n{dateline}{story}\n"
        masked = mask_furniture(document_of(text))
        assert masked == text.replace(dateline, " " * len(dateline))


@pytest.mark.parametrize(
    "text",
    [
        "NATO - which met on Monday - said no.",
        "Harsk (Labour): The fee stays.",
        "Orlenz - The fee stays, he said.",
        "The UN — as ever — said no.",
        "A story.\n\nB.\n\nC.\n\nD.\n\nE.\n\nF.\n\nORLENZ — The fee stays, he said.",
        "THE FEE STAYS, HARSK SAID.",
    ],
)
def test_words_that_only_look_like_a_dateline_stay(text: str) -> None:
    assert mask_furniture(document_of(text)) == text
