"""What two documents, held against one another, have in common."""

from datetime import date

from accord.link import overlap
from accord.model import Document, Dossier, When

SHARED = "the annex sets the price of a lamp at nine crowns"


def a_dossier(name: str, text: str, *, outlet: str, day: date | None) -> Dossier:
    document = Document(
        id=f"document-{name}",
        produced_by="test.v1",
        path=f"{name}.txt",
        title=None,
        outlet=outlet,
        author=None,
        language="en",
        url=None,
        published=When.on(day) if day else None,
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    return Dossier(document=document)


EARLY = a_dossier(
    "a", f"Mayors met. In short, {SHARED}, no more.", outlet="Harbour Post",
    day=date(2031, 1, 2),
)  # fmt: skip
LATE = a_dossier(
    "b", f"The pilots say that {SHARED.upper()}; they are cross.", outlet="Tide Mail",
    day=date(2031, 1, 9),
)  # fmt: skip


def test_a_passage_is_given_as_each_document_has_it() -> None:
    found = overlap(EARLY, LATE)

    ((ours, theirs),) = found.passages
    assert (ours.text, theirs.text) == (SHARED, SHARED.upper())
    assert found.first == "a"
    assert found.credited is False


def test_the_sides_can_be_exchanged() -> None:
    one, other = overlap(EARLY, LATE), overlap(LATE, EARLY)

    assert other.first == "b"
    assert other.containment == one.containment
    assert [pair[::-1] for pair in other.passages] == list(one.passages)


def test_documents_with_nothing_in_common_share_nothing() -> None:
    other = a_dossier("c", "It rained.", outlet="Tide Mail", day=None)

    found = overlap(EARLY, other)

    assert (found.passages, found.containment, found.first) == ((), 0.0, None)


def test_set_phrases_are_no_passage() -> None:
    phrase = "at the end of the day"
    one, other = (
        a_dossier(name, f"{words} {phrase} it was", outlet=name, day=None)
        for name, words in (("a", "Boats sank and"), ("b", "Nobody knew but"))
    )

    assert overlap(one, other).passages == ()
