"""Press releases: a body that speaks as "we"."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position import PositionStage, parse_codebook
from accord.position.implied.releases import find_house

BOOK = """
issues:
  - id: strike
    question: Should the pilots go on strike?
    terms: [strike, walkout]
  - id: cap
    question: Should working hours be capped?
    terms: [cap]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="pilots.yaml"))
Read = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Press release, Delta Ferries\n\nWe sail.", "Delta Ferries"),
        ("MEDIA RELEASE - Pilots' Guild of Arle\n\nWe sail.", "Pilots' Guild of Arle"),
        ("Statement by the Union of Carers\n\nWe care.", "Union of Carers"),
        ("TV Norr: statement by the board\n\n1. We see it so.", "TV Norr"),
        ("Press release\n\nThe Forum of Arle views it so.", "Forum of Arle"),
        ("The forum read out a statement. We sail.", None),
        ("Press release\n\nWe are pleased to announce it.", None),
    ],
)
def test_a_release_tells_at_its_head_whose_it_is(text: str, house: str | None) -> None:
    assert find_house(text) == house


@pytest.mark.parametrize(
    ("words", "issue", "stance"),
    [
        ("We reject the strike as irresponsible.", "strike", "oppose"),
        ("We stand behind the strike.", "strike", "support"),
        ("We call on the minister to drop the cap.", "cap", "oppose"),
        ("The strike should be called off.", "strike", "oppose"),
    ],
)
def test_what_we_want_in_a_release_is_what_its_body_wants(
    dossier_of: Read, words: str, issue: str, stance: str
) -> None:
    done = STAGE(dossier_of(f"Press release\n\nThe Forum of Arle met today. {words}"))
    found = {(s.name, s.issue): s.stance for s in done.statements}
    assert found == {("Forum of Arle", issue): stance}


def test_what_a_body_only_tells_is_no_side_of_its(dossier_of: Read) -> None:
    text = "Press release\n\nThe Forum of Arle met today. The strike was a mistake for many."
    assert not STAGE(dossier_of(text)).statements
