"""Bodies that only words around them tell: whose government, whose chairwoman."""

from typing import Any


def test_which_after_a_government_is_the_land_it_governs(resolve: Any) -> None:
    case = resolve(
        "They defied the government of Valdoria, {s1:which} {c1:urged} {q1:calm}. They "
        "defied the government of Ostmark, {s2:which} {c2:urged} {q2:calm}."
    )
    assert case.names == ["Valdoria", "Ostmark"]


def test_its_chairwoman_speaks_for_what_the_sentence_before_opens_with(
    resolve: Any,
) -> None:
    case = resolve(
        "The nurses’ union, which has members, welcomed the vote. {q1:“Good,”} {c1:said} "
        "{s1:its chairwoman, Agnes Moreau}."
    )
    bodies = [a.speaks_for.name for a in case.dossier.attributions if a.speaks_for]
    assert bodies == ["nurses’ union"]


def test_a_bare_council_is_told_apart_by_nothing(resolve: Any) -> None:
    case = resolve(
        "The council welcomed it. {q1:“Good,”} {c1:said} {s1:its chair, Agnes Moreau}."
    )
    assert case.represents == [None]


def test_a_body_by_the_last_word_of_its_name_is_the_known_one(resolve: Any) -> None:
    case = resolve(
        "The Harbour Council met. {s1:A Council spokesman} {c1:said} {q1:no}. The union "
        "waited."
    )
    assert case.represents == ["org:council-of-valdoria"]


def test_who_passed_words_on_is_no_part_of_who_said_them(resolve: Any) -> None:
    case = resolve("{s1:The lawyer, quoted by Hafn Radio,} {c1:said} {q1:never}.")
    assert case.names == ["The lawyer"]
