"""Scraped texts break off anywhere; no room may stumble over the end of one."""

from collections.abc import Callable
from functools import cache, reduce

import pytest

from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier
from accord.position import PositionStage, parse_codebook
from accord.resolve import ResolveStage, load_knowledge
from accord.testing import make_document

CODEBOOK = """
name: quay
issues:
  - id: lease
    question: Should the quay be leased?
    terms: [lease, quay, night flights]
"""
TEXTS = (
    "It would break the law of the sea, argued Jane Roe, the outgoing secretary.",
    "Greens could only accept a lease of the quay if night flights were banned, they said.",
    "A walkout that would leave the quay empty before the summer was called off by the union.",
    "The council's refusal to lease it was attacked by Ann Holm, who leads the dockers.",
    "“We will never lease the quay, not until the courts have ruled,” the mayor told us.",
    "Parliament voted 31 to 12 for the lease; Minister for Ports Kai Lund abstained.",
    "France and the city of Brask signed a pact on 3 May and spoke by phone with Oslo.",
    "He does not rule out a ban on direct talks with Arle, according to the newspaper Post.",
    "Some 62 percent of 1,005 adults asked by Quill Polls oppose the €1.2bn lease.",
    "The union's spokeswoman, quoted by the agency, called the offer “a sell-out”.",
)


@cache
def rooms() -> tuple[Callable[[Dossier], Dossier], ...]:
    return (
        AttributeStage(RuleTagger()),
        ResolveStage(load_knowledge()),
        PositionStage(parse_codebook(CODEBOOK, name="quay")),
    )


def read(text: str) -> Dossier:
    return reduce(
        lambda d, room: room(d), rooms(), Dossier(document=make_document(text))
    )


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_may_begin_and_end_anywhere(text: str) -> None:
    words = text.split(" ")
    cuts = [" ".join(words[:n]) for n in range(1, len(words) + 1)]
    cuts += [" ".join(words[n:]).rstrip(".,”") for n in range(1, len(words))]

    for cut in cuts:
        dossier = read(cut)

        for attribution in dossier.attributions:
            dossier.document.verify(attribution.content)
