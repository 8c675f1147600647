from typing import Any

import pytest

from accord.resolve import BODY_OF_TEXT


def mentions(case: Any, actor: Any = None) -> list[tuple[str, str | None, str]]:
    return [
        (m.text, m.actor, m.rule)
        for m in case.dossier.mentions
        if actor is None or m.actor == actor
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sable rejected the plan.",
        "The deal between Sable and Hafn collapsed.",
        "Sable's position has not changed.",
        "Voss accused Sable of lying.",
        "An agreement with Sable was close.",
        "Both Sable and Hafn agreed.",
    ],
)
def test_a_capital_that_acts_is_the_government(resolve: Any, text: str) -> None:
    assert mentions(resolve(text), "state:valdoria") == [
        ("Sable", "state:valdoria", "capital-as-government")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Officials met in Sable.",
        "He flew to Sable and left.",
        "Talks near Sable ended.",
        "She came from Sable yesterday.",
        "The road towards Sable was closed.",
        "SABLE, March 3 - It rained.",
        "The Sable Conference opened.",
        "Fighting around Sable went on.",
    ],
)
def test_a_capital_that_does_not_act_is_a_place(resolve: Any, text: str) -> None:
    assert mentions(resolve(text), "state:valdoria") == []


def test_names_and_seats_are_mentions_and_adjectives_are_not(resolve: Any) -> None:
    case = resolve("Valdorian ships left Valdoria; the Citadel was silent.")
    assert mentions(case) == [
        ("Valdoria", "state:valdoria", "name"),
        ("Citadel", "state:valdoria", "seat-as-government"),
    ]


def test_the_longest_name_wins(resolve: Any) -> None:
    case = resolve("The Sable Post and the Valdorian Foreign Ministry agree.")
    assert [actor for _, actor, _ in mentions(case)] == [
        "outlet:sable-post",
        "org:valdorian-foreign-ministry",
    ]


def test_a_person_is_mentioned_wherever_named(resolve: Any) -> None:
    case = resolve("Mara Voss met Jane Doe. Voss smiled; Doe's aide did not.")
    assert [text for text, _, _ in mentions(case)] == [
        "Mara Voss", "Jane Doe", "Voss", "Doe",
    ]  # fmt: skip


def test_a_state_name_that_is_a_last_name_is_a_person(resolve: Any) -> None:
    case = resolve("Senator Jim Jordan spoke. Chad Smith did not.")
    assert "JOR" not in [actor for _, actor, _ in mentions(case)]
    assert "TCD" not in [actor for _, actor, _ in mentions(case)]


def test_what_stands_in_furniture_is_not_mentioned(resolve: Any) -> None:
    assert mentions(resolve("It rained.\n{f:Mara Voss / Photo}\nIt snowed.")) == []


def test_the_words_of_a_mention_stand_at_its_place(resolve: Any) -> None:
    case = resolve("“No,” said Mara Voss of Valdoria’s fleet in the U.S. and U.K.")
    for mention in case.dossier.mentions:
        assert case.dossier.document.text[mention.start : mention.end] == mention.text
    assert len(case.dossier.mentions) == 4


def test_a_body_that_only_the_text_names_is_mentioned_wherever_named(
    resolve: Any,
) -> None:
    case = resolve(
        "The Glass Makers Federation welcomed the duty. Critics of the Glass Makers "
        "Federation did not."
    )
    found = [row for row in mentions(case) if row[2] == BODY_OF_TEXT]
    assert [text for text, _, _ in found] == ["Glass Makers Federation"] * 2
    assert len({actor for _, actor, _ in found}) == 1


def test_one_capital_word_is_no_body_of_the_text(resolve: Any) -> None:
    case = resolve("1. Trust Deficit\nBoth sides harbour doubts. The Deficit grew.")
    assert [row for row in mentions(case) if row[2] == BODY_OF_TEXT] == []
