import pytest

from accord.read.header import read_header


def fields(text: str) -> dict[str, str]:
    header = read_header(text)
    return {k: s.of(text) for k, s in header.values.items()} if header else {}


def test_keys_have_other_names() -> None:
    text = "Headline: No deal\nPublication: The Courier\nBy: M. Voss\nPublished: 2031\n\nA."
    assert fields(text) == {
        "title": "No deal",
        "outlet": "The Courier",
        "author": "M. Voss",
        "published": "2031",
    }


def test_the_span_covers_the_block_and_nothing_else() -> None:
    text = "\n\nTitle: No deal\r\nDate: 2031-01-02\r\n\r\nThe talks failed."
    header = read_header(text)
    assert header is not None
    assert header.span.of(text) == "Title: No deal\r\nDate: 2031-01-02"


def test_a_fenced_block_counts() -> None:
    assert fields('---\ntitle: "No deal"\n---\n\nText.') == {"title": "No deal"}


def test_other_keys_may_stand_between() -> None:
    assert (
        fields("Title: A\nSection: World\nDate: 2031\n\nText.")["published"] == "2031"
    )


def test_an_empty_value_is_no_value() -> None:
    assert fields("Title:\nOutlet: The Courier\n\nText.") == {"outlet": "The Courier"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Title: No deal",
        "Title: No deal\nThe talks failed.\n\nMore.",
        "Minister: we will not sign\n\nThe talks failed.",
        "Note: this\nWarning: that\nDate: 2031\n\nText.",
        "The talks failed.\n\nTitle: No deal\n\nMore.",
    ],
)
def test_what_is_no_block_is_left_alone(text: str) -> None:
    assert read_header(text) is None
