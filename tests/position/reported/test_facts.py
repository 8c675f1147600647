"""All that a document reports: provable, repeatable, and linear in its length."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from accord.model import Dossier
from accord.position.reported import add_reported, find_reported, reported_digest

Read = Callable[..., Dossier]
TEXT = (
    "[Arle] and [Belm] signed a pact on 3 May 2031. It provides for 40 million euros. "
    "[Ode Varn] met [Lea Minsk] in Orle. The council needs a simple majority.\n"
)


def test_every_record_stands_in_its_document(read: Read) -> None:
    dossier = read(TEXT)

    found = find_reported(dossier)

    records = [
        *found.figures,
        *found.agreements,
        *found.contacts,
        *found.mechanisms,
    ]
    assert len(records) == 4
    for record in records:
        dossier.document.verify(record.evidence)
        assert record.document == dossier.document.id


def test_a_second_run_replaces_the_first(read: Read) -> None:
    once = add_reported(read(TEXT), produced_by="test.v1")

    assert add_reported(once, produced_by="test.v1") == once


def test_the_rest_of_the_dossier_is_left_alone(read: Read) -> None:
    dossier = read(TEXT)

    done = add_reported(dossier, produced_by="test.v1")

    empty = replace(done, figures=(), agreements=(), contacts=(), mechanisms=())
    assert empty == dossier


def test_an_empty_document_reports_nothing(read: Read) -> None:
    found = find_reported(read(""))

    assert found.figures == found.agreements == found.contacts == found.mechanisms == ()


@pytest.mark.parametrize("piece", ["Arle met 4 , of ", "Pact with and veto ", "((1,2-"])
def test_a_paragraph_of_a_hundred_thousand_characters_does_not_hang(
    read: Read, piece: str
) -> None:
    text = piece * (100_000 // len(piece))

    begun = time.process_time()
    find_reported(read(text))

    assert time.process_time() - begun < 20


def test_a_sentence_without_an_end_is_read_in_time_in_proportion(read: Read) -> None:
    times = []
    for repeats in (300, 1200):
        dossier = read("talks between [Arle] and [Belm] on Monday " * repeats)
        begun = time.process_time()
        find_reported(dossier)
        times.append(time.process_time() - begun)

    assert times[1] < 10 * times[0] + 0.5


def test_the_fingerprint_of_the_words_is_stable() -> None:
    assert reported_digest() == reported_digest()
    assert len(reported_digest()) == 64
