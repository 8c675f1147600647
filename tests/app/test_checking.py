"""Comparing every quotation with its text."""

from dataclasses import dataclass, replace

from accord.adapters.store import MemoryStore
from accord.app.checking import Audit, quotations
from accord.model import (
    Dossier,
    Extract,
    Furniture,
    Link,
    Passage,
    Position,
    Span,
    StatementCue,
)
from accord.testing.builders import make_dossier, make_link, make_position


def audit(*dossiers: Dossier, links: tuple[Link, ...] = ()) -> Audit:
    store = MemoryStore()
    with store.write() as writer:
        for dossier in dossiers:
            writer.put_dossier(dossier, {})
        writer.put_pile(Link, links)
        writer.put_pile(Position, [make_position(dossiers[0].statements[0])])
    found = Audit(store.view())
    found.run()
    return found


def test_a_sound_pile_has_no_problems_and_every_quotation_is_counted() -> None:
    dossier = make_dossier("Alba said no.")
    found = audit(dossier)
    assert found.problems == []
    # One finding with words, one mention, one content, one evidence.
    assert found.quotes_checked == 4


def test_words_that_do_not_stand_in_the_text_are_found_wherever_they_are() -> None:
    dossier = make_dossier("Alba said no.")
    document = dossier.document
    wrong = Passage(0, 4, "Elba")
    cue = StatementCue(5, 9, "sang", "act:say")
    extract = Extract((Span(0, 4), Span(5, 9)), "Alba sad!")
    cases = (
        {"mentions": (replace(dossier.mentions[0], text="Elba"),)},
        {"findings": (replace(dossier.findings[1], text="Elba"),)},
        {"statements": (replace(dossier.statements[0], evidence=wrong),)},
        {"statements": (replace(dossier.statements[0], cues=(cue,)),)},
        {"attributions": (replace(dossier.attributions[0], cue=extract),)},
        {"attributions": (replace(dossier.attributions[0], condition=wrong),)},
    )
    for changed in cases:
        (problem,) = audit(replace(dossier, **changed)).problems  # type: ignore[arg-type]
        assert problem.startswith(document.path), changed


def test_offsets_that_leave_the_text_are_found() -> None:
    dossier = make_dossier("Alba said no.")
    mention = replace(dossier.mentions[0], start=90, end=94)
    (problem,) = audit(replace(dossier, mentions=(mention,))).problems
    assert "leaves a text" in problem


def test_a_text_that_changed_is_found() -> None:
    dossier = make_dossier("Alba said no.")
    longer = replace(dossier.document, text="Alba said no. Never.")
    problems = audit(replace(dossier, document=longer)).problems
    assert any("not the one that was read" in problem for problem in problems)
    assert any("another length" in problem for problem in problems)


def test_furniture_that_overlaps_or_leaves_the_text_is_found() -> None:
    dossier = make_dossier("Alba said no.")
    furniture = (Furniture(0, 5, "header"), Furniture(4, 99, "other"))
    document = replace(dossier.document, furniture=furniture)
    (problem,) = audit(replace(dossier, document=document)).problems
    assert "furniture at 4" in problem


def test_records_that_point_to_nothing_are_found() -> None:
    dossier = make_dossier("Alba said no.")
    attribution = replace(dossier.attributions[0], nested_in="attribution-gone")
    lost = make_link(attribution.id, "attribution-gone")
    problems = audit(
        replace(dossier, attributions=(attribution,)), links=(lost,)
    ).problems
    assert any("nested_in attribution-gone is not there" in p for p in problems)
    assert any(f"{lost.id} points to attribution-gone" in p for p in problems)


def test_problems_do_not_grow_without_end() -> None:
    dossier = make_dossier("Alba said no.")
    wrong = tuple(replace(dossier.mentions[0], text="Elba") for _ in range(500))
    assert len(audit(replace(dossier, mentions=wrong)).problems) == 200


@dataclass(frozen=True)
class Later:
    """A record kind that does not exist yet."""

    parts: tuple[Passage, ...]
    start: int
    end: int
    text: str


def test_a_new_kind_of_record_is_checked_without_a_change() -> None:
    record = Later((Passage(0, 1, "A"),), 2, 4, "bc")
    assert list(quotations(record)) == [Passage(2, 4, "bc"), Passage(0, 1, "A")]
