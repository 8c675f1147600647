"""Credit is a phrase that names the outlet, not the name alone."""

import pytest

from accord.link.passing.credits import Credits, is_credited, outlet_key, outlet_keys
from accord.model import Span, Via


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

    assert is_credited(text, Credits(), outlet, near=lambda: near) is expected


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

    near = Span(start, start + 3)

    assert is_credited(text, Credits(), None, near=lambda: near) is expected


def test_spellings_of_an_outlet_have_one_key() -> None:
    assert outlet_key("The Harbour Post") == outlet_key("harbour-post")
    assert outlet_key("www.9bays.co.uk") == "9bays"
    assert outlet_key("The") == "the"


def test_a_chain_names_an_outlet_by_name_or_id() -> None:
    def names(name: str, outlet: str, actor: str | None = None) -> bool:
        return Credits(((0, outlet_keys(Via(actor, name, 0, 1))),)).name(outlet)

    assert names("the Harbour Post", "Harbour Post")
    assert names("the paper", "Harbour Post", actor="outlet:harbour-post")
    assert not names("the Tide Mail", "Harbour Post")
