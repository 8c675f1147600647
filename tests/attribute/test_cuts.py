"""Sentences that furniture cuts in two are read whole."""

from dataclasses import replace

from accord.attribute import RuleTagger
from accord.attribute.passages import mask_furniture, passages
from accord.model import Document, Furniture
from accord.testing.builders import make_document

BEFORE = "Voss said that the board would not reopen the"
CAPTION = "Photo: AFP"
AFTER = "Port Larne lock."


def document() -> Document:
    text = f"{BEFORE}\n\n{CAPTION}\n\n{AFTER}"
    start = text.index(CAPTION)
    piece = Furniture(start, start + len(CAPTION), "caption")
    return replace(make_document(text), furniture=(piece,))


def test_a_sentence_cut_by_a_caption_is_one_sentence() -> None:
    (passage,) = passages(mask_furniture(document()))
    assert len(passage.sentences) == 1


def test_what_is_said_around_a_caption_is_cited_in_two_pieces() -> None:
    (found,) = RuleTagger().tag(document())
    pieces = [span.of(document().text) for span in found.content.spans]
    assert pieces[0].endswith("reopen the")
    assert pieces[1].rstrip(".") == "Port Larne lock"
