import pytest

from accord.adapters.formats import MarkdownFormat
from accord.ports import RawItem, RawText

FRONT = """---
title: "No deal: the board waits"
authors: [Lena Maar, Tam Oke]
date: 2024-05-02
tags:
  - ports
source: The Courier
lang: en
---

# No deal

The board said **no**.
"""


def parse(text: str) -> RawText:
    return MarkdownFormat().parse(RawItem("a.md", ".md", text.encode()))


def test_front_matter_says_what_is_known_and_is_no_text() -> None:
    raw = parse(FRONT)
    assert raw.text == "# No deal\n\nThe board said **no**.\n"
    assert (raw.title, raw.author) == ("No deal: the board waits", "Lena Maar, Tam Oke")
    assert (raw.published, raw.outlet, raw.language) == (
        "2024-05-02",
        "The Courier",
        "en",
    )


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.\n",
        "---\nnever closed\n",
        "---\n- a list\n---\nText.\n",
        "---\n{broken: [\n---\nText.\n",
        "---\n" + "[" * 5000 + "\n---\nText.\n",
        "---\n\n---\nA rule above and below.\n",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    raw = parse(text)
    assert raw.text == text
    assert raw.title is None


def test_aliases_that_grow_are_never_unfolded() -> None:
    layers = "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    raw = parse(f"---\na0: &a0 [x]\n{layers}title: No deal\n---\nText.")
    assert (raw.title, raw.text) == ("No deal", "Text.")


def test_fields_are_known_under_other_names_and_people_by_theirs() -> None:
    front = (
        "---\nsite_name: Ostin Register\npubDate: 2031-03-04\ncategory: Ports\n"
        "authors: [{name: Lena Maar}, Tom Okeke]\n---\nNo deal."
    )
    raw = MarkdownFormat().parse(RawItem("a.md", ".md", front.encode()))
    assert (raw.outlet, raw.published, raw.section) == (
        "Ostin Register",
        "2031-03-04",
        "Ports",
    )
    assert raw.author == "Lena Maar, Tom Okeke"
