"""Who takes from whom."""

from dataclasses import replace
from datetime import date
from itertools import permutations

from accord.link import trace_chains
from accord.link.stage import LinkStage
from accord.model import Attribution, Document, Dossier, Link, Via
from accord.testing.builders import make_attribution, make_document, make_link

WIRE = make_document("One.", outlet="Wire", published=date(2030, 1, 1))
POST = make_document("Two.", outlet="Post", published=date(2030, 1, 2))
MAIL = make_document("Three.", outlet="Mail", published=date(2030, 1, 3))


def a_copy(
    a: Document, b: Document, *, credited: bool | None, alike: float = 0.9
) -> Link:
    one, other = sorted((a.id, b.id))
    return replace(
        make_link(one, other),
        id=f"link-{one}-{other}",
        kind="copy",
        similarity=alike,
        first="a" if one == a.id else "b",
        credited=credited,
    )


def passed(*names: str) -> tuple[Document, Attribution, list[Link]]:
    """Make a document whose one attribution came by several outlets."""
    text = f"Hear the {' '.join(names)} now."
    document = make_document(text, outlet="Tide Mail", published=date(2030, 1, 4))
    via = tuple(
        Via(f"outlet:{name.lower()}", name, text.index(name), text.index(name) + 4)
        for name in names
    )
    said = replace(make_attribution(document, content="now"), via=via)
    links = LinkStage()([Dossier(document=document, attributions=(said,))]).links
    return document, said, list(links)


def test_a_chain_of_two_outlets_is_two_ties() -> None:
    document, said, links = passed("Post", "Wire")
    chains = trace_chains([document], [said], links)
    assert [(t.taker, t.giver) for t in chains.ties] == [
        ("Post", "Wire"),
        ("Tide Mail", "Post"),
    ]
    assert chains.at_hand == {"Tide Mail"}


def test_a_document_takes_from_the_one_of_several_that_it_credits() -> None:
    links = [
        a_copy(WIRE, MAIL, credited=True, alike=0.6),
        a_copy(POST, MAIL, credited=False),
    ]
    (tie,) = trace_chains([WIRE, POST, MAIL], [], links).ties
    assert (tie.taker, tie.giver, tie.credited) == ("Mail", "Wire", 1)


def test_a_tie_tells_its_share_of_credit_and_its_first_day() -> None:
    again = replace(MAIL, id="document-again", published=POST.published)
    links = [a_copy(WIRE, MAIL, credited=True), a_copy(WIRE, again, credited=False)]
    (tie,) = trace_chains([WIRE, MAIL, again], [], links).ties
    assert tie.credited_share == 0.5
    assert tie.first == POST.published


def test_an_outlet_that_repeats_itself_takes_from_nobody() -> None:
    again = replace(MAIL, id="document-again", outlet="the Mail", published=None)
    links = [a_copy(MAIL, again, credited=False)]
    assert trace_chains([MAIL, again], [], links).ties == ()


def test_the_graph_does_not_depend_on_the_order_of_links() -> None:
    links = [
        a_copy(WIRE, MAIL, credited=False),
        a_copy(POST, MAIL, credited=False),
        a_copy(WIRE, POST, credited=True),
    ]
    first, *others = (
        trace_chains([WIRE, POST, MAIL], [], order) for order in permutations(links)
    )
    assert all(other == first for other in others)
