from typing import Any

import pytest

from accord.model import Dossier
from accord.resolve import KnowledgeBase
from accord.resolve.bodynames import find_namings
from accord.resolve.gazetteer import find_hits
from accord.resolve.namings import Namings, share_stem
from accord.resolve.reading import read
from accord.resolve.scene import find_quoted


def namings(dossier: Dossier, knowledge: KnowledgeBase) -> Namings:
    reading = read(dossier.document)
    hits = find_hits(reading, knowledge)
    owners = {n: hit for hit in hits for n in range(hit.first, hit.last)}
    return find_namings(reading, owners)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Harbour Workers' Union struck.", ["Harbour Workers' Union"]),
        ("The Union of Dock and Crane Crews met.", ["Union of Dock and Crane Crews"]),
        ("A study by Marrick University of Science found it.",
         ["Marrick University of Science"]),
        ("The Valdorian Pilots Guild met.", ["Valdorian Pilots Guild"]),
        ("Union members met the council.", []),
        ("The Council of the Lakes on Monday met.", ["Council of the Lakes"]),
        ("The Chamber of Fisheries in March met.", ["Chamber of Fisheries"]),
        ("The Coastal League met.", []),
        ("He joined Perrow Steel Ltd last year.", ["Perrow Steel Ltd"]),
    ],
)  # fmt: skip
def test_bodies_are_named_by_their_last_word(
    mark: Any, knowledge: KnowledgeBase, text: str, names: list[str]
) -> None:
    assert [n.name for n in namings(mark(text), knowledge).bodies] == names


def test_an_abbreviation_in_brackets_is_kept(
    mark: Any, knowledge: KnowledgeBase
) -> None:
    found = namings(mark("The Dock Crews Union (DCU) and Voss (left)."), knowledge)
    assert found.short == {"DCU": "Dock Crews Union"}


@pytest.mark.parametrize(
    ("adjective", "name"),
    [
        ("Valdorian", "Valdoria"),
        ("Kestrian", "Kestria"),
        ("Aldemari", "Aldemar"),
        ("Zentlandish", "Zentland"),
        ("Nowherian", "Nowherian"),
        ("Kestria", "Kestria"),
    ],
)
def test_the_name_behind_an_adjective_is_taken_from_the_text(
    adjective: str, name: str
) -> None:
    capitals = {"Valdoria": 3, "Kestria": 1, "Aldemar": 2, "Zentland": 1, adjective: 9}
    assert Namings(capitals=capitals).place_of(adjective) == name


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("Talvane", "Talvan", True),
        ("Perrow", "Perrowish", True),
        ("Ural", "Urban", False),
        ("Iran", "Iraq", False),
        ("Orvania", "Orvanian", True),
    ],
)
def test_a_name_and_its_adjective_share_a_stem(
    one: str, other: str, *, share: bool
) -> None:
    assert share_stem(one, other) is share
    assert share_stem(other, one) is share


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“No,” he said. “Never.”", ["“No,”", "“Never.”"]),
        ('"No," he said.', ['"No,"']),
        ("„Nein“, sagte er.", ["„Nein“"]),
        ("“No, he said.\n“Never, she said.", ["“No, he said.", "“Never, she said."]),
        ('He is 6" tall.', []),
    ],
)
def test_quotations_are_found_paragraph_by_paragraph(
    text: str, found: list[str]
) -> None:
    assert [span.of(text) for span in find_quoted(text)] == found
