"""Credit is a phrase that names the outlet, not the name alone."""

import pytest

from accord.link.credits import is_credited, is_named_by, outlet_key
from accord.model import Document, Dossier, Span, Via


def a_dossier(text: str) -> Dossier:
    document = Document(
        id="document-1",
        produced_by="test.v1",
        path="pile/1.txt",
        title=None,
        outlet="Tide Mail",
        author=None,
        language=None,
        url=None,
        published=None,
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    return Dossier(document=document)


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        ("The fee stays, the Harbour Post reported.", "Harbour Post", True),
        ("The fee stays, according to the Harbour Post.", "The Harbour Post", True),
        ("Source: Harbour Post", "Harbour Post", True),
        ("The fee stays, reports 9bays.", "9bays", True),
        ("The fee stays, as per SEA.", "sea.com", True),
        ("He leaned on a harbour post and said so.", "Harbour Post", False),
        ("A van of the Harbour Post stood there.", "Harbour Post", False),
        ("Post said so; Harbour denied it.", "Harbour Post", False),
        ("The fee stays.\nHarbour Post\nPilots said no.", "Harbour Post", False),
    ],
)
def test_an_outlet_is_credited_by_its_name_beside_a_credit_word(
    text: str, outlet: str, *, expected: bool
) -> None:
    near = Span(0, len(text))

    assert is_credited(a_dossier(text), outlet, near=near) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fee stays, as reported by a radio station.", None),
        ("The fee stays, Venn said.", False),
        ("As reported by some.\nThe fee stays.", False),
    ],
)
def test_an_unknown_outlet_may_be_whoever_is_credited_in_the_paragraph(
    text: str, *, expected: bool | None
) -> None:
    start = text.index("fee")

    assert is_credited(a_dossier(text), None, near=Span(start, start + 3)) is expected


def test_spellings_of_an_outlet_have_one_key() -> None:
    assert outlet_key("The Harbour Post") == outlet_key("harbour-post")
    assert outlet_key("www.9bays.co.uk") == "9bays"
    assert outlet_key("The") == "the"


def test_a_chain_names_an_outlet_by_name_or_id() -> None:
    assert is_named_by(Via(None, "the Harbour Post", 0, 1), "Harbour Post")
    assert is_named_by(Via("outlet:harbour-post", "the paper", 0, 1), "Harbour Post")
    assert not is_named_by(Via(None, "the Tide Mail", 0, 1), "Harbour Post")
    assert not is_named_by(Via(None, "the Tide Mail", 0, 1), None)
