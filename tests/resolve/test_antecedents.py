from typing import Any

import pytest


def names(resolve: Any, marked: str) -> list[str | None]:
    case = resolve(marked)
    return [
        name if status == "resolved" else None
        for name, status in zip(case.names, case.statuses, strict=True)
    ]


def test_an_age_means_who_is_said_to_be_so_old(resolve: Any) -> None:
    case = resolve(
        "Nora Quist, 46, met Karl Onsen. {s1:Onsen} {c1:said} {q1:no}. "
        "{s2:The 46-year-old} {c2:said} {q2:yes}."
    )
    assert case.names == ["Karl Onsen", "Nora Quist"]
    assert case.rules[1] == "described"


def test_an_age_that_nobody_is_given_means_who_spoke_last(resolve: Any) -> None:
    case = resolve(
        "{s1:Nora Quist} {c1:said} {q1:no}. {s2:The 46-year-old} {c2:said} {q2:yes}."
    )
    assert case.names[1] == "Nora Quist"
    assert case.rules[1] == "salient"


def test_an_age_means_nobody_who_is_said_to_be_older(resolve: Any) -> None:
    case = resolve(
        "{s1:Nora Quist, 71,} {c1:said} {q1:no}. "
        "{s2:The 46-year-old} {c2:said} {q2:yes}."
    )
    assert case.statuses[1] == "unresolved"


def test_whom_a_quotation_names_is_not_the_pronoun_behind_it(resolve: Any) -> None:
    found = names(
        resolve,
        "{s1:Chairman Karl Onsen} {c1:went} {q1:further}. "
        "“If {s2:Mr. Reed} {c2:says} {q2:hours}, I say years,” {s3:he} joked. "
        "{c3:So} {q3:it was}.",
    )
    assert found[2] == "Karl Onsen"


def test_who_was_named_meanwhile_leaves_the_pronoun_open(resolve: Any) -> None:
    case = resolve(
        "Nora Quist runs the station. It would send Mrs. Moira Tamsin north. "
        "{s:She} {c:said} {q:no}."
    )
    assert case.statuses == ["unresolved"]


def test_several_hidden_persons_are_not_one_pronoun(resolve: Any) -> None:
    case = resolve(
        "{s1:Nora Quist} {c1:said} {q1:no}. According to "
        "{s2:two aides who were there}{c2:,} {q2:yes}, but {s3:she} {c3:denied} {q3:it}."
    )
    assert case.statuses[1] == "anonymous"
    assert case.names[2] == "Nora Quist"


@pytest.mark.parametrize(
    ("first", "noun"),
    [
        ("Nora Quist, who leads the crews’ cooperative,", "The leader"),
        ("Nora Quist, who leads the crews’ cooperative,", "The union leader"),
        ("Nora Quist, who negotiates for the crews,", "The negotiator"),
        ("Kell’s head of state Nora Quist", "The president"),
        ("Justice Nora Quist", "The judge"),
        ("Rep. Nora Quist", "The congresswoman"),
        ("Minister of Ports Nora Quist", "The ports minister"),
        ("Rancher Nora Quist", "The rancher"),
    ],
)
def test_a_role_noun_follows_from_what_the_text_says(
    resolve: Any, first: str, noun: str
) -> None:
    marked = (
        f"{{s1:{first}}} {{c1:said}} {{q1:no}}. {{s2:{noun}}} {{c2:said}} {{q2:yes}}."
    )
    assert names(resolve, marked) == ["Nora Quist", "Nora Quist"]


def test_two_leaders_leave_the_union_leader_open(resolve: Any) -> None:
    case = resolve(
        "{s1:Nora Quist, who leads the cooperative,} {c1:said} {q1:no}. "
        "{s2:Karl Onsen, who leads the guild,} {c2:said} {q2:yes}. "
        "{s3:The union leader} {c3:said} {q3:no}."
    )
    assert case.statuses[2] == "unresolved"


@pytest.mark.parametrize(
    ("full", "short", "name"),
    [
        ("Karl Onsen Jr.", "Onsen", "Karl Onsen"),
        ("Karl Onsen III", "Onsen", "Karl Onsen"),
        ("John Baker", "Baker", "John Baker"),
        ("Mason John Reed", "Reed", "John Reed"),
    ],
)
def test_a_last_name_is_told_from_what_stands_around_it(
    resolve: Any, full: str, short: str, name: str
) -> None:
    case = resolve(
        f"{{s1:{full}}} {{c1:said}} {{q1:no}}. {{s2:{short}}} {{c2:said}} {{q2:yes}}."
    )
    assert len(set(case.speakers)) == 1
    assert str(case.names[1]).startswith(name)


def test_a_brother_has_a_name_of_his_own(resolve: Any) -> None:
    case = resolve("{s:His brother Wade} {c:said} {q:no}.")
    assert case.names == ["Wade"]
    assert case.rules == ["kin"]


def test_whom_a_text_says_one_is_of_is_spoken_for(resolve: Any) -> None:
    case = resolve(
        "{s1:Nora Quist of the charity Common Shore} {c1:said} {q1:no}. "
        "{s2:Karl Onsen, who negotiates for the Alliance of Low Quays (ALQ),} "
        "{c2:said} {q2:yes}. {s3:ALQ} {c3:said} {q3:yes}."
    )
    spoken = [a.speaks_for and a.speaks_for.name for a in case.dossier.attributions]
    assert spoken[:2] == ["Common Shore", "Alliance of Low Quays"]
    assert case.names[2] == "Alliance of Low Quays"


def test_a_quotation_within_a_source_is_left_out_of_it(resolve: Any) -> None:
    case = resolve(
        "{s1:Nora Quist, who negotiates for the crews,} {c1:said} {q1:no}. "
        "{s2:“We left the room,” the negotiator} {c2:told} {q2:the Post}."
    )
    assert case.names[1] == "Nora Quist"
