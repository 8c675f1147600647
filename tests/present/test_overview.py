"""What stands at the top of the report."""

from accord.present import Context
from accord.present.overview import conflicts, copies, echo_groups, shifts
from accord.present.places import locate
from accord.testing.builders import make_attribution, make_document, make_link
from accord.testing.dispute import make_dispute

DISPUTE = make_dispute()
CONTEXT = Context.of_dispute(DISPUTE)


def test_each_side_of_a_conflict_speaks_in_its_clearest_words() -> None:
    (conflict,) = conflicts(DISPUTE, context=CONTEXT)

    words = {side.name: said for side, said in conflict.sides}
    assert words["Ostrel"] is not None
    assert words["Ostrel"].direct
    assert words["Ostrel"].text.startswith("We will raise the dam")
    assert words["Ostrel"].speaker == "Ines Tarr"


def test_indirect_words_are_not_given_quotation_marks() -> None:
    (shift,) = shifts(DISPUTE, context=CONTEXT)

    assert shift.before is not None
    assert shift.after is not None
    assert (shift.before.direct, shift.after.direct) == (True, False)
    assert shift.after.date == "5 Mar 2025"


def test_echoes_are_held_against_the_earliest_wording() -> None:
    groups = echo_groups(DISPUTE.links, context=CONTEXT, limit=9)

    veto = next(group for group in groups if group.speaker == "Ines Tarr")
    assert veto.base.outlet == "Upland Courier"
    changed = [piece.text for piece in veto.others[0].pieces if piece.changed]
    assert "below" in changed


def test_echoes_that_hold_together_are_one_group() -> None:
    documents = [make_document(path=f"p/{n}.txt") for n in range(5)]
    said = [make_attribution(d, content="must stay open") for d in documents]
    ids = [a.id for a in said]
    links = [
        make_link(ids[0], ids[1]),
        make_link(ids[2], ids[3]),
        make_link(ids[1], ids[2]),
        make_link(ids[4], "attribution-elsewhere"),
    ]
    context = Context.of(documents, attributions=said)

    (group,) = echo_groups(links, context=context, limit=9)
    assert {group.base.id, *(o.id for o in group.others)} == set(ids[:4])
    assert group.base.id == ids[0]


def test_a_copy_shows_only_where_it_departs() -> None:
    (copy,) = copies(DISPUTE.links, context=CONTEXT, limit=9)

    assert (copy.a[1], copy.b[1]) == ("Lowland Post", "River Wire")
    assert copy.comparison.same == 1
    shown = "".join(p.text for c in copy.comparison.changed for p in c.b)
    assert "quarrelled for years" in shown
    assert "window.broken" not in shown


def test_every_record_has_places_and_every_mark_lies_in_its_text() -> None:
    places = locate(DISPUTE)

    assert {a.id for d in DISPUTE.dossiers for a in d.attributions} <= set(places)
    for found in places.values():
        for place in found:
            if isinstance(place, str):
                assert place in places
                continue
            text = CONTEXT.documents[place.document].text
            assert all(0 <= s < e <= len(text) for s, e, _ in place.marks)


def test_the_marks_of_an_attribution_are_its_words() -> None:
    places = locate(DISPUTE)
    for dossier in DISPUTE.dossiers:
        text = dossier.document.text
        for attribution in dossier.attributions:
            (place,) = places[attribution.id]
            assert not isinstance(place, str)
            marked = {role: text[s:e] for s, e, role in place.marks}
            assert marked["content"] == attribution.content.text
            assert attribution.cue is not None
            assert marked["cue"] == attribution.cue.text
