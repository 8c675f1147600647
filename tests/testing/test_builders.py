"""Builders and fakes keep the laws that real rooms keep."""

from datetime import date

import pytest

from accord.errors import InputError, UnreadableError
from accord.model import Dossier
from accord.ports import Clock, RawItem
from accord.testing import FakeFetcher, FixedClock, make_document, make_dossier
from accord.testing.builders import (
    make_failure,
    make_link,
    make_mention,
    make_passage,
    make_speaker,
    span_of,
)
from accord.testing.fakes import (
    FakeAttribute,
    FakeLink,
    FakePosition,
    FakeRead,
    FakeResolve,
)


def test_words_are_found_at_their_first_place() -> None:
    document = make_document("no, no")
    assert (span_of(document, "no").start, span_of(document, "no").end) == (0, 2)
    assert make_passage(document, "no, no").text == document.text


@pytest.mark.parametrize("words", ["yes", ""])
def test_words_that_are_not_there_are_an_error(words: str) -> None:
    with pytest.raises(InputError, match="does not hold"):
        make_mention(make_document("no"), words, actor=None)


def test_every_quotation_of_a_made_dossier_stands_in_its_text() -> None:
    dossier = make_dossier("Alba said no.", published=date(2024, 1, 2))
    document = dossier.document
    for statement in dossier.statements:
        document.verify(statement.evidence)
    assert document.text[: dossier.mentions[0].end] == dossier.mentions[0].text
    assert dossier.statements[0].attribution == dossier.attributions[0].id


def test_a_link_does_not_depend_on_the_order_of_its_ends() -> None:
    assert make_link("b", "a") == make_link("a", "b")


def test_a_speaker_is_resolved_only_with_an_actor() -> None:
    assert make_speaker("Voss", actor="per:voss").status == "resolved"
    assert make_speaker("Voss").status == "unresolved"


def test_the_fixed_clock_stands_still() -> None:
    clock: Clock = FixedClock()
    assert clock.now() == clock.now()
    assert clock.now().tzinfo is not None


def test_the_fake_fetcher_gives_its_items_and_remembers() -> None:
    failure = make_failure("b.txt")
    fetcher = FakeFetcher({"b.txt": failure, "a.txt": b"x"})
    assert fetcher.find([]) == ["a.txt", "b.txt"]
    loaded = list(fetcher.load(fetcher.find(["b.txt", "none"])))
    assert loaded == [failure]
    assert fetcher.loaded == ["b.txt"]


def test_the_fake_rooms_are_idempotent_and_say_when_they_change() -> None:
    item = RawItem("a.txt", ".txt", b'Voss said: "the strait is open".')
    once = FakeRead()(item)
    rooms = (FakeAttribute(), FakeResolve(), FakePosition())
    for room in rooms:
        once = room(once)
    assert len(once.statements) == 1
    again: Dossier = once
    for room in rooms:
        again = room(again)
    assert again == once
    assert FakeResolve(1).fingerprint() != FakeResolve(2).fingerprint()
    assert FakePosition().fingerprint() != FakePosition((("x", "y"),)).fingerprint()


def test_the_fake_reader_refuses_what_holds_no_text() -> None:
    with pytest.raises(UnreadableError):
        FakeRead()(RawItem("a.txt", ".txt", b" \n"))


def test_the_fake_link_joins_like_words_of_different_documents() -> None:
    one, two = (make_dossier("Alba said no.", path=path) for path in "ab")
    linked = FakeLink()((one, two))
    assert [link.kind for link in linked.links] == ["echo"]
    assert [f.document for f in linked.findings] == [two.document.id]
