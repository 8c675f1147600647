"""What stands at the top of the report."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Link
from accord.present import Context
from accord.present.echoes import copies, echo_groups
from accord.present.embedded import locator
from accord.present.overview import conflicts, quotation, shifts
from accord.testing.builders import (
    make_attribution,
    make_document,
    make_link,
    make_statement,
)
from accord.testing.dispute import make_dispute

DISPUTE = make_dispute()
CONTEXT = Context.of_dispute(DISPUTE)


def test_each_side_of_a_conflict_speaks_in_its_clearest_words() -> None:
    (conflict,) = conflicts(DISPUTE, context=CONTEXT)

    words = {side.name: said for column in conflict.sides for side, said in column}
    assert words["Ostrel"] is not None
    assert words["Ostrel"].text.startswith("We will raise the dam")
    assert words["Ostrel"].speaker == "Irma Tarr"
    assert conflict.reason.startswith("Ostrel wants")


def test_words_are_shown_in_their_sentence_character_for_character() -> None:
    (shift,) = shifts(DISPUTE, context=CONTEXT)

    assert shift.before is not None
    assert shift.after is not None
    assert shift.after.text.endswith("for the lights")
    assert (shift.after.before, shift.after.after) == ("", ", Irma Tarr said.")
    assert shift.before.before == "“"
    assert shift.before.after == ",” Tarr told the town council."
    assert shift.after.date == "5 Mar 2025"


@settings(max_examples=30)
@given(st.text("ab. \n“”?", min_size=1, max_size=60), st.data())
def test_a_quotation_never_changes_the_words_around_it(
    text: str, data: st.DataObject
) -> None:
    if not text.strip():
        return
    document = make_document(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = document.passage(start, end)
    statement = replace(make_statement(document, words=words.text), evidence=words)

    shown = quotation(statement, context=Context.of([document]))
    whole = f"{shown.before}{words.text}{shown.after}"
    assert " ".join(whole.split()) in " ".join(text.split())


def test_a_long_sentence_is_shortened_around_the_words() -> None:
    document = make_document("so " * 300 + "stop here " + "and on " * 300)
    statement = make_statement(document, words="stop here")

    shown = quotation(statement, context=Context.of([document]))
    assert shown.before.startswith("… so")
    assert shown.after.endswith(" …")
    assert len(shown.before) < 230
    assert len(shown.after) < 230


def test_pairs_on_one_issue_are_set_yes_against_no_once() -> None:
    (pair,) = DISPUTE.irreconcilable
    yes, no = pair.sides
    third = replace(yes, actor="town:third", name="Third")
    stranger = replace(yes, actor=None, name="some experts")
    pairs = (
        pair,
        replace(pair, id="irreconcilable-2", sides=(third, no)),
        replace(pair, id="irreconcilable-3", sides=(stranger, no)),
    )

    (found,) = conflicts(replace(DISPUTE, irreconcilable=pairs), context=CONTEXT)
    assert [[side.name for side, _ in column] for column in found.sides] == [
        ["Ostrel", "Third"],
        ["Sorn"],
    ]
    assert found.more == (1, 0)


def test_what_excludes_each_other_across_issues_stands_alone() -> None:
    (pair,) = DISPUTE.irreconcilable
    yes, no = pair.sides
    across = replace(pair, sides=(yes, replace(no, issue="night-flow")))

    (found,) = conflicts(replace(DISPUTE, irreconcilable=(across,)), context=CONTEXT)
    assert [[side.issue for side, _ in column] for column in found.sides] == [
        ["raise-the-dam"],
        ["night-flow"],
    ]


def test_echoes_are_held_against_the_earliest_wording() -> None:
    groups = echo_groups(DISPUTE.links, context=CONTEXT, limit=9)

    (veto,) = groups
    assert (veto.speaker, veto.differs) == ("Irma Tarr", True)
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
    places = locator(DISPUTE, CONTEXT)
    records = [*DISPUTE.links, *DISPUTE.ledger, *DISPUTE.shifts, *DISPUTE.actors]
    records += DISPUTE.irreconcilable
    for dossier in DISPUTE.dossiers:
        records += [dossier.document, *dossier.findings, *dossier.attributions]
        records += [*dossier.statements, *dossier.figures, *dossier.agreements]
        records += [*dossier.contacts, *dossier.mechanisms]
    known = {record.id for record in records}

    for record in records:
        found = places(record)
        assert found
        for place in found:
            if isinstance(place, str):
                assert place in known
                continue
            text = CONTEXT.documents[place.document].text
            assert all(0 <= s < e <= len(text) for s, e, _ in place.marks)


def test_the_marks_of_an_attribution_are_its_words() -> None:
    places = locator(DISPUTE, CONTEXT)
    for dossier in DISPUTE.dossiers:
        text = dossier.document.text
        for attribution in dossier.attributions:
            (place,) = places(attribution)
            assert not isinstance(place, str)
            marked = {role: text[s:e] for s, e, role in place.marks}
            assert marked["content"] == attribution.content.text
            assert attribution.cue is not None
            assert marked["cue"] == attribution.cue.text


def test_what_a_copied_article_repeats_anyway_is_no_echo_of_its_own() -> None:
    without_copy = [link for link in DISPUTE.links if link.kind != "copy"]

    def speakers(links: list[Link]) -> list[str | None]:
        return [g.speaker for g in echo_groups(links, context=CONTEXT, limit=9)]

    assert speakers(list(DISPUTE.links)) == ["Irma Tarr"]
    assert speakers(without_copy) == ["Irma Tarr", "Joren Quill"]
