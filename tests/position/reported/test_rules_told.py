"""Decision rules told in plain words."""

from collections.abc import Callable

import pytest

from accord.model import Dossier, Mechanism
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


def mechanisms(dossier: Dossier) -> list[Mechanism]:
    return list(find_reported(dossier).mechanisms)


@pytest.mark.parametrize(
    ("text", "kind", "quota"),
    [
        ("Any of the three can block it.", "unanimity", None),
        ("A treaty change needs the consent of all members.", "unanimity", None),
        ("The embargo can only be lifted by consensus.", "unanimity", None),
        ("A decision falls if one party objects.", "unanimity", None),
        ("The two can extend the truce by mutual agreement.", "unanimity", None),
        ("The convention will take effect once six states have ratified it.",
         "quota", 6),
        ("New members need the backing of four of the five.", "quota", 4),
        ("A strike can only be called if 60 percent of members vote for it.",
         "quota", 0.6),
        ("A strike needs the backing of half of the members.", "quota", 0.5),
        ("Four in ten of all those entitled to vote must say yes.", "quota", 0.4),
        ("The board decides by majority.", "majority", None),
        ("The regulator must approve any sale.", "compound", None),
        ("The king can send the bill back once.", "compound", None),
        ("Only parliament can lift the state of emergency.", "compound", None),
        ("The umpire has the casting vote.", "compound", None),
        ("The award is binding unless overturned by a court.", "arbitration", None),
        ("Either side can appeal to a commission.", "arbitration", None),
        ("Breaches are looked into by monitors.", "verification", None),
        ("Each side may terminate the accord with 90 days' notice.",
         "automatic", None),
        ("If attacked, the two would consult within 24 hours.", "automatic", None),
        ("The contract lapses if the port stays shut.", "automatic", None),
        ("[Arle] and [Belm] guarantee the truce.", "guarantee", None),
        ("Parliament has 60 days to reject the decree.", "automatic", None),
        ("It applies when at least 55 countries, most of them rich, ratify it.",
         "quota", 55),
        ("A member can be suspended by a vote of three-quarters of the others.",
         "quota", 0.75),
        ("Both chambers have to pass the law.", "unanimity", None),
    ],
)  # fmt: skip
def test_plain_words_tell_who_decides_and_how_many(
    read: Read, text: str, kind: str, quota: float | None
) -> None:
    (found,) = mechanisms(read(text))

    assert found.rule.kind == kind
    assert found.rule.quota == pytest.approx(quota)
    assert found.status == "described"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody can block the reform now.",
        "How can we stop the deal?",
        "The deal does not need the approval of parliament.",
        "The government could block the deal.",
        "The team needs the support of its fans.",
        "With the vast majority of members elected, the board met.",
        "It has fallen to the court to decide such issues.",
        "He will run for office when his term expires.",
        "We reserve the right to go to court.",
        "Rain can stop the match.",
        "The alliance urged both sides to go to arbitration.",
        "A new account follows after the last one is suspended, as if by magic.",
        "The process guarantees the rule of law.",
        "It was part of a unanimous decision of the court.",
    ],
)
def test_what_is_denied_only_urged_or_no_power_of_anybody_is_no_rule(
    read: Read, text: str
) -> None:
    assert mechanisms(read(text)) == []


def test_whoever_has_to_consent_has_a_veto(read: Read) -> None:
    (found,) = mechanisms(read("The merger is subject to the approval of [Arle]."))

    assert [member.actor for member in found.members] == ["state:arle"]
    assert found.rule.veto == ("state:arle",)


def test_those_asked_are_listed_though_the_text_gives_no_names(read: Read) -> None:
    (found,) = mechanisms(
        read(
            "A lease needs the consent of both cities and of the state; each of the"
            " three can veto it."
        )
    )

    assert found.rule.kind == "unanimity"
    assert [member.name for member in found.members] == ["both cities", "the state"]
    assert found.rule.veto == ("both cities", "the state")


def test_a_sentence_may_tell_two_rules(read: Read) -> None:
    found = mechanisms(
        read("The board decides by majority; the umpire has the casting vote.")
    )

    assert [one.rule.kind for one in found] == ["majority", "compound"]
    assert len({one.id for one in found}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The union wants a say on cuts.",
        "[Arle] proposes that the board decide by majority.",
        "A plan by [Arle] would let any member state call a vote.",
        "[Arle] would like a rule by which any member can block a change.",
    ],
)
def test_what_somebody_wants_is_demanded(read: Read, text: str) -> None:
    (found,) = mechanisms(read(text))

    assert found.status == "demanded"


def test_who_wants_something_else_demands_no_rule(read: Read) -> None:
    (found,) = mechanisms(
        read("[Arle], which wants a deal, needs the consent of all members for it.")
    )

    assert found.status == "described"


def test_a_headline_is_no_second_rule(read: Read) -> None:
    found = mechanisms(
        read("King can veto the bill\n\nThe king can veto the bill, lawyers say.\n")
    )

    assert len(found) == 1
    assert found[0].evidence.start > 0
