"""Who is meant by a short name, across the documents of a pile."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from accord.model import Dossier, Join
from accord.resolve import ResolveStage, join_actors

Read = Callable[..., Dossier]

FULL = (
    "{s1:Vera Ambrus, mayor of Tolna,} {c1:said} {q1:the ferry must stay}. The line to "
    "Tolna lost money. {s2:Ambrus} {c2:added} {q2:it was a disgrace}."
)
TITLED = "{s1:Mayor Ambrus} {c1:said} {q1:no}. Nobody in Tolna was surprised."
BARE = "{s1:Mr Zoll} {c1:said} {q1:no}. The pier at Tolna stayed shut."
ZOLL = "At Tolna, {s1:Daniel Zoll} {c1:said} {q1:the pier at Tolna was safe}."


@pytest.fixture
def read(stage: ResolveStage, mark: Any) -> Read:
    def at(path: str, marked: str) -> Dossier:
        return stage(mark(marked, path=path))

    return at


def told(joins: tuple[Join, ...]) -> list[tuple[str, str, str]]:
    return [
        (join.alone.name.removeprefix("the "), join.name, join.rule) for join in joins
    ]


def test_an_office_that_both_hold_joins_a_last_name_to_the_full_one(read: Read) -> None:
    joins = join_actors([read("a", FULL), read("b", TITLED)])
    assert told(joins) == [("Ambrus", "Vera Ambrus", "last-name")]
    assert "the office of mayor" in joins[0].note
    assert joins[0].confidence == 0.9


def test_both_ends_of_a_join_stand_in_their_texts(read: Read) -> None:
    full, short = read("a", FULL), read("b", TITLED)
    (join,) = join_actors([full, short])
    short.document.verify(join.evidence)
    full.document.verify(join.full_evidence)
    assert (join.document, join.full_document) == (short.document.id, full.document.id)
    assert (join.evidence.text, join.full_evidence.text) == ("Ambrus", "Vera Ambrus")


def test_names_that_both_stand_beside_join_more_weakly(read: Read) -> None:
    joins = join_actors([read("a", ZOLL), read("b", BARE)])
    assert told(joins) == [("Zoll", "Daniel Zoll", "last-name")]
    assert "Tolna" in joins[0].note
    assert joins[0].confidence < 0.9


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("{s1:Imre Ambrus} {c1:said} {q1:yes} in Tolna.", "two bear the last name"),
        ("{s1:Mara Voss} {c1:said} {q1:yes} in Tolna.", "nobody bears it"),
    ],
)
def test_who_is_not_the_only_bearer_is_joined_to_nobody(
    read: Read, other: str, why: str
) -> None:
    pile = [read("b", TITLED), read("c", other)]
    pile += [read("a", FULL)] if "two" in why else []
    assert join_actors(pile) == ()


@pytest.mark.parametrize(
    "short",
    [
        "{s1:Judge Ambrus} {c1:said} {q1:no}. Nobody in Tolna was surprised.",
        "{s1:Deputy Mayor Ambrus} {c1:said} {q1:no}. Nobody in Tolna was surprised.",
        "{s1:Mr Ambrus} {c1:said} {q1:no}. Nobody in Tolna was surprised.",
        "{s1:Ms Ambrus} {c1:said} {q1:no}. Nobody elsewhere was surprised.",
    ],
)
def test_another_office_or_gender_or_surrounding_joins_nobody(
    read: Read, short: str
) -> None:
    assert join_actors([read("a", FULL), read("b", short)]) == ()


def test_a_pronoun_of_the_other_gender_joins_nobody(read: Read) -> None:
    full = "{s1:Alex Zoll} {c1:said} {q1:so} in Tolna. {s2:She} {c2:said} {q2:no}."
    short = "{s1:Dr Zoll} {c1:said} {q1:so} in Tolna. {s2:He} {c2:said} {q2:no}."
    assert join_actors([read("a", full), read("b", short)]) == ()
    assert join_actors([read("a", full), read("b", short.replace("He", "She"))])


def test_fewer_given_names_are_a_variant_of_the_only_fuller_name(read: Read) -> None:
    initial = "In Tolna, {s1:Mayor V. Ambrus} {c1:said} {q1:no}."
    pile = [read("a", FULL), read("b", initial), read("c", TITLED)]
    assert told(join_actors(pile)) == [
        ("V. Ambrus", "Vera Ambrus", "variant"),
        ("Ambrus", "Vera Ambrus", "last-name"),
    ]


def test_an_abbreviation_is_whom_another_document_explains(read: Read) -> None:
    long = (
        "{s1:The Ferry Crews' Union of Tolna (FCUT)} {c1:said} {q1:it would strike} on "
        "the island of Orr."
    )
    short = "{s1:FCUT} {c1:said} {q1:no} on the island of Orr."
    assert told(join_actors([read("a", long), read("b", short)])) == [
        ("FCUT", "Ferry Crews' Union of Tolna", "acronym")
    ]


def test_a_description_is_the_only_body_whose_name_goes_so(read: Read) -> None:
    long = (
        "On Orr, {s1:the Ferry Crews' Union of Tolna} {c1:said} {q1:it would strike}."
    )
    short = "In Orr, {s1:the ferry crews' union} {c1:said} {q1:no}."
    other = long.replace("Tolna", "Brevik")
    pile = [read("a", long), read("b", short)]
    assert told(join_actors(pile)) == [
        ("ferry crews' union", "Ferry Crews' Union of Tolna", "short-name")
    ]
    assert join_actors([*pile, read("c", other)]) == ()


def test_whom_a_pack_knows_is_never_joined_to_another(read: Read) -> None:
    pile = [
        read("a", "{s1:Mara Voss} {c1:said} {q1:no} in Hafn."),
        read("b", "{s1:Juno Voss} {c1:said} {q1:no} in Hafn."),
    ]
    assert join_actors(pile) == ()


def test_the_order_of_the_documents_does_not_matter(read: Read) -> None:
    pile = [
        read(str(number), marked)
        for number, marked in enumerate([FULL, TITLED, BARE, ZOLL, FULL, TITLED])
    ]
    expected = join_actors(pile)
    assert len(expected) == 3
    for seed in range(5):
        shuffled = random.Random(seed).sample(pile, len(pile))  # noqa: S311
        assert join_actors(shuffled) == expected


def test_an_office_told_elsewhere_says_whom_a_person_speaks_for(read: Read) -> None:
    full = "{s1:Tolna's mayor, Vera Ambrus,} {c1:said} {q1:no}. Tolna lost money."
    bare = "{s1:Mayor Vera Ambrus} {c1:said} {q1:no} in Tolna."
    former = "{s1:Former mayor Vera Ambrus} {c1:said} {q1:no} in Tolna."
    pile = [read("a", full), read("b", bare), read("c", former)]
    (join,) = join_actors(pile)
    assert (join.document, join.rule) == (pile[1].document.id, "office")
    assert join.speaks_for is not None
    assert join.speaks_for.name == "Tolna"


def test_a_person_of_two_bodies_speaks_for_neither_elsewhere(read: Read) -> None:
    pile = [
        read("a", "{s1:Tolna's mayor, Vera Ambrus,} {c1:said} {q1:no}."),
        read("b", "{s1:Brevik's mayor, Vera Ambrus,} {c1:said} {q1:no}."),
        read("c", "{s1:Mayor Vera Ambrus} {c1:said} {q1:no} in Tolna."),
    ]
    assert join_actors(pile) == ()


def test_an_office_is_its_only_holder_who_stands_in_the_document(read: Read) -> None:
    full = "{s1:Vera Ambrus, mayor of Tolna,} {c1:said} {q1:no}."
    short = (
        "{s1:AMBRUS}{c1::} {q1:No, and that is final.}\n\n"
        "{s2:THE MAYOR}{c2::} {q2:Never, I said.} Rain fell on Tolna."
    )
    pile = [read("a", full), read("b", short)]
    assert told(join_actors(pile)) == [
        ("AMBRUS", "Vera Ambrus", "last-name"),
        ("THE MAYOR", "Vera Ambrus", "holder"),
    ]
    other = read("c", "{s1:Daniel Zoll, mayor of Orr,} {c1:said} {q1:no}.")
    assert "holder" not in {rule for _, _, rule in told(join_actors([*pile, other]))}


def test_a_bare_last_name_without_a_title_is_the_only_bearers(read: Read) -> None:
    pile = [
        read("a", ZOLL),
        read("b", "{s1:Zoll} {c1:said} {q1:no}. Nobody in Tolna was surprised."),
    ]
    assert told(join_actors(pile)) == [("Zoll", "Daniel Zoll", "last-name")]
    pile.append(read("c", "{s1:Zoll}, the company, {c1:said} {q1:no} in Tolna."))
    assert all(join.document != pile[2].document.id for join in join_actors(pile))


def test_a_speaker_of_one_word_that_looks_like_a_body_may_be_a_person(
    read: Read,
) -> None:
    zoll = read("a", ZOLL)
    short = read("b", "It rained. In Tolna {s1:Zoll} {c1:said} {q1:no to the pier}.")
    assert told(join_actors([zoll, short])) == [("Zoll", "Daniel Zoll", "last-name")]


def test_a_place_that_somebody_speaks_for_is_nobodys_last_name(read: Read) -> None:
    pile = [
        read("a", "{s1:Tolna's mayor, Vera Ambrus,} {c1:said} {q1:no} in Brevik."),
        read("b", "{s1:Maria Tolna} {c1:said} {q1:yes} in Brevik."),
        read("c", "{s1:Tolna} {c1:said} {q1:no} to the pier of Brevik."),
    ]
    assert all(join.name != "Maria Tolna" for join in join_actors(pile))
