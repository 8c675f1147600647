"""One speaker in several documents: full names, last names, and others of one name."""

from dataclasses import replace
from datetime import date

from accord.link import LinkStage
from accord.model import Dossier, Link, Mode, Speaker
from accord.testing.builders import make_attribution, make_document

FULL = Speaker("text:full", "Mara Venn", "resolved", "text-name", 0.9)
OTHER = Speaker("text:other", "Karl Venn", "resolved", "text-name", 0.9)
AS_BODY = Speaker("text:bare", "Venn", "resolved", "text-body", 0.5)
AS_NOBODY = Speaker(None, "Venn", "unresolved", "thing", 0.2)
STRANGER = Speaker("text:ost", "Karl Ost", "resolved", "text-name", 0.9)
LAMPS = "the lamps at the old pier would be lit again before winter"
LATE = "the old pier lamps would be lit once more before the winter"


def report(outlet: str, speaker: Speaker, said: str, *, day: int) -> Dossier:
    text = f"{speaker.name} said {said}."
    document = make_document(text, outlet=outlet, published=date(2031, 5, day))
    made = make_attribution(document, source=speaker.name or "", content=said)
    mode: Mode = "direct" if said.startswith("“") else "indirect"
    made = replace(made, speaker=speaker, mode=mode)
    return Dossier(document=document, attributions=(made,))


def links(*dossiers: Dossier) -> tuple[Link, ...]:
    return tuple(one for one in LinkStage()(dossiers).links if one.kind != "copy")


def test_a_last_name_is_the_one_person_of_the_pile_who_has_it() -> None:
    full = report("Tide Mail", FULL, LAMPS, day=2)
    for bare in (AS_BODY, AS_NOBODY):
        (found,) = links(full, report("Bay Post", bare, LATE, day=3))
        assert found.kind == "echo"


def test_of_two_people_of_one_name_neither_is_meant_for_sure() -> None:
    pile = (
        report("Tide Mail", FULL, LAMPS, day=2),
        report("Reed Times", OTHER, "nothing of the kind was planned", day=2),
        report("Bay Post", AS_BODY, LATE, day=3),
    )
    assert links(*pile) == ()


def test_one_saying_given_to_two_people_is_doubted_and_no_echo() -> None:
    saying = "they came with a candle and we came with a pier"
    quoted = [
        report("Tide Mail", FULL, f"“{saying}”", day=2),
        report("Bay Post", STRANGER, f"“{saying}”", day=3),
    ]
    (found,) = links(*quoted)
    assert found.kind == "contradiction"
    assert "mara venn" in found.note
