"""Who takes from whom, on paper."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from accord.link import gather_stories
from accord.model import When
from accord.model.linked import Borrowing, BorrowingTie, Chains
from accord.present.chains import (
    chain_table,
    chains_to_graphml,
    chains_to_network,
    chains_to_objects,
    story_table,
)
from accord.present.context import Context
from accord.present.pictures import draw_network
from accord.present.report import render_report
from accord.testing.dispute import make_dispute

WIRE, POST = "Wire & Co", "Post"


def a_tie(taker: str, giver: str, credits_: str) -> BorrowingTie:
    return BorrowingTie(
        taker=taker,
        giver=giver,
        borrowings=tuple(
            Borrowing(
                taker=taker,
                giver=giver,
                document=f"document-{number}",
                original=None,
                how="named" if known == "y" else "copied",
                credited=known == "y",
                published=When.on(date(2030, 1, number + 1)),
                attributions=(),
            )
            for number, known in enumerate(credits_)
        ),
    )


CHAINS = Chains(
    outlets=(POST, WIRE),
    at_hand=frozenset({POST}),
    ties=(a_tie(POST, WIRE, "yyn"), a_tie(WIRE, POST, "n")),
)
NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


def test_the_table_counts_credit_and_names_the_first_day() -> None:
    first, _ = chain_table(CHAINS).rows
    assert first == (POST, WIRE, 3, 2, 1, "2030-01-01", "no", 2, 1)


def test_the_graph_leads_from_the_taker_to_the_giver() -> None:
    root = ET.fromstring(chains_to_graphml(CHAINS))  # noqa: S314 - our own words
    names = {
        node.get("id"): node.findtext(f"{NAMESPACE}data")
        for node in root.iter(f"{NAMESPACE}node")
    }
    edges = list(root.iter(f"{NAMESPACE}edge"))
    assert [(names[e.get("source")], names[e.get("target")]) for e in edges] == [
        (POST, WIRE),
        (WIRE, POST),
    ]
    assert edges[0].findtext(f"{NAMESPACE}data") == "3"


def test_the_picture_keeps_both_directions_apart() -> None:
    network = chains_to_network(CHAINS)
    assert (network.value(POST, WIRE), network.value(WIRE, POST)) == (3, 1)
    assert draw_network(network).count("Wire &amp; Co") >= 2


def test_the_share_of_credit_stands_in_the_json() -> None:
    told = chains_to_objects(CHAINS)[0]
    assert told["credited_share"] == 2 / 3


def test_a_story_is_named_by_its_earliest_document() -> None:
    dispute = make_dispute()
    context = Context.of_dispute(dispute)
    documents = [dossier.document for dossier in dispute.dossiers]
    table = story_table(gather_stories(documents, dispute.links), context=context)
    ((title, count, outlets, *_),) = table.rows
    assert count == 2
    assert (title, outlets) == (documents[1].title, "Lowland Post, River Wire")


def test_the_report_tells_of_stories_and_of_who_takes_from_whom() -> None:
    dispute = make_dispute()
    documents = [dossier.document for dossier in dispute.dossiers]
    stories = gather_stories(documents, dispute.links)
    html = render_report(replace(dispute, stories=stories, chains=CHAINS))
    assert "One text in several documents" in html
    assert "takes from Wire &amp; Co (not among the documents): 3 documents" in html
    assert "Who takes from whom" not in render_report(dispute)
