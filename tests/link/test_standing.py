"""What a paper prints under every article is no echo of anybody's words."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from accord.link import LinkStage
from accord.model import Dossier, Link, Speaker
from accord.testing.builders import make_attribution, make_document

QUOTE = "we keep the channel open and we pay for every lamp"
STANDING = f"The harbour was closed in the spring. Mara Venn said that {QUOTE}."
VENN = Speaker("per:venn", "Mara Venn", "resolved", "test", 1.0)
FIRST = date(2031, 1, 6)


def article(number: int, *, outlet: str | None, day: date, around: str = "") -> Dossier:
    """Make an article of its own around the standing paragraph."""
    chance = Random(number)  # noqa: S311 - not for secrets
    words = chance.choices([a + b for a in "bdfg" for b in "aeiou"], k=80)
    text = f"{' '.join(words)}.\n\n{around}{STANDING}\n"
    document = make_document(
        text, path=f"pile/{number}.txt", outlet=outlet, published=day
    )
    said = replace(make_attribution(document, content=QUOTE), speaker=VENN)
    return Dossier(document=document, attributions=(said,))


def echoes(pile: list[Dossier]) -> list[Link]:
    return [link for link in LinkStage()(pile).links if link.kind == "echo"]


@pytest.mark.parametrize(
    ("outlets", "apart", "around", "count"),
    [
        # One paper's background: no echo at all.
        (["Post"] * 3, 2, "", 0),
        # Two articles may be a story and what follows it.
        (["Post"] * 2, 2, "", 1),
        # What three papers have of one speech is an echo.
        (["Post", "Mail", "Wire"], 2, "", 3),
        # Nobody knows whether these are one paper's.
        ([None] * 3, 2, "", 3),
        # Whoever prints it: over months it is background.
        (["Post", "Mail", "Wire"], 40, "", 0),
    ],
)
def test_a_paragraph_that_comes_back_is_no_echo(
    outlets: list[str | None], apart: int, around: str, count: int
) -> None:
    pile = [
        article(n, outlet=name, day=FIRST + timedelta(days=n * apart), around=around)
        for n, name in enumerate(outlets)
    ]

    assert len(echoes(pile)) == count


def test_another_paper_that_reports_the_words_still_echoes_the_background() -> None:
    pile = [article(n, outlet="Post", day=FIRST + timedelta(days=n)) for n in range(3)]
    pile.append(article(9, outlet="Mail", day=FIRST, around="At the quay it was wet. "))

    found = echoes(pile)

    (mail,) = pile[-1].attributions
    assert found
    assert all(mail.id in (link.a, link.b) for link in found)


def test_reprints_of_one_story_are_not_its_background() -> None:
    texts = [article(0, outlet=name, day=FIRST) for name in ("A", "B", "C")]
    pile = []
    for number, one in enumerate(texts):
        document = make_document(
            one.document.text,
            path=f"{number}.txt",
            outlet="Post",
            published=FIRST + timedelta(days=number),
        )
        said = replace(make_attribution(document, content=QUOTE), speaker=VENN)
        pile.append(Dossier(document=document, attributions=(said,)))

    assert len(echoes(pile)) == 3
