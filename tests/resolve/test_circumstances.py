from typing import Any

import pytest


def said(case: Any) -> list[tuple[str | None, str | None] | None]:
    return [
        (str(a.said.start) if a.said.start else None, a.said.text) if a.said else None
        for a in case.dossier.attributions
    ]


def via(case: Any) -> list[list[str]]:
    return [[v.actor or v.name for v in a.via] for a in case.dossier.attributions]


@pytest.mark.parametrize(
    "marked",
    [
        "{q:All is well}, {s:Mara Voss} {c:said} on Monday.",
        "On Monday, {s:Mara Voss} {c:said} that {q:all is well}.",
        "{s:Mara Voss} on Monday {c:said} that {q:all is well}.",
        "{s:Mara Voss} {c:told} reporters in Sable on Monday that {q:all is well}.",
        (
            "{s:Mara Voss} {c:hailed} the fee as “{q:a fair price for a safe lane}” in an "
            "address on Monday."
        ),
        "At a meeting of guilds on Monday, {s:Mara Voss} {c:said} {q:all is well}.",
    ],
)
def test_a_date_beside_the_cue_is_when_it_was_said(resolve: Any, marked: str) -> None:
    assert said(resolve(marked, day="2025-03-06")) == [("2025-03-03", "Monday")]


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Mara Voss} {c:said} {q:the ships would sail on Monday}.",
        "{s:Mara Voss}, who was elected in 2019, {c:said} {q:all is well}.",
        "{s:Mara Voss} {c:gave} them until Monday {q:to pay}.",
        "{s:Mara Voss} {c:spoke} of {q:peace} after the talks held on Monday.",
        "On Monday it rained. {s:Mara Voss} {c:said} {q:all is well}.",
        "Speaking of fees that had doubled since 2020, {s:Voss} {c:said} {q:no way}.",
    ],
)
def test_a_date_of_something_else_is_not_when_it_was_said(
    resolve: Any, marked: str
) -> None:
    assert said(resolve(marked, day="2025-03-06")) == [None]


def test_a_date_cannot_be_known_in_an_undated_text(resolve: Any) -> None:
    case = resolve("{s:Mara Voss} {c:said} on Monday that {q:all is well}.", day=None)
    assert said(case) == [(None, "Monday")]


def test_each_cue_has_its_own_date(resolve: Any) -> None:
    case = resolve(
        "{s1:Mara Voss} {c1:said} on Monday that {q1:all is well}, and "
        "{s2:Juno Falk} {c2:replied} on Tuesday that {q2:it was not}.",
        day="2025-03-06",
    )
    assert said(case) == [("2025-03-03", "Monday"), ("2025-03-04", "Tuesday")]


def test_the_date_of_the_report_is_not_the_date_of_what_is_in_it(resolve: Any) -> None:
    case = resolve(
        "{s1:Juno Falk} {c1:warned} last month that {q1:{s2:Sable} {c2:would call} "
        "{q2:it war}}.",
        day="2025-03-06",
    )
    assert said(case) == [("2025-02-01", "last month"), None]


@pytest.mark.parametrize(
    ("marked", "carrier"),
    [
        (
            "“{q:Never},” {s:Voss} {c:said}, as reported by Hafn Radio.",
            "outlet:hafn-radio",
        ),
        ("“{q:Never},” {s:Voss} {c:told} the Sable Post.", "outlet:sable-post"),
        (
            "“{q:Never},” {s:Voss} {c:said} in an interview with Hafn Radio.",
            "outlet:hafn-radio",
        ),
        (
            "{s:Officials quoted by the Sable Post} {c:said} {q:no way}.",
            "outlet:sable-post",
        ),
        (
            "The Sable Post quoted {s:Voss} {c:as saying} {q:no way}.",
            "outlet:sable-post",
        ),
        (
            "“{q:Never},” {s:Voss} {c:said}, according to Hafn Radio.",
            "outlet:hafn-radio",
        ),
        ("{s:She} {c:said} {q:no way}, reports 24tidings.", "24tidings"),
        ("{s:She} {c:said} {q:no way}, as reported by Dock Gazette.", "Dock Gazette"),
    ],
)
def test_an_outlet_in_the_sentence_passed_it_on(
    resolve: Any, marked: str, carrier: str
) -> None:
    assert via(resolve(f"Mara Voss came. {marked}")) == [[carrier]]


def test_the_newspaper_that_quotes_is_the_one_named_before(resolve: Any) -> None:
    case = resolve(
        "The Sable Post has the text. The newspaper quoted {s:Mara Voss} {c:as saying} "
        "{q:no way}."
    )
    assert via(case) == [["outlet:sable-post"]]


def test_an_outlet_that_speaks_itself_passes_nothing_on(resolve: Any) -> None:
    case = resolve("{q:All is well}, {c:according to} {s:the Sable Post}.")
    assert case.speakers == ["outlet:sable-post"]
    assert via(case) == [[]]


def test_telling_a_person_is_not_passing_on(resolve: Any) -> None:
    assert via(resolve("{s:Mara Voss} {c:told} Juno Falk {q:no way}.")) == [[]]


def test_who_quotes_another_passes_it_on(resolve: Any) -> None:
    case = resolve(
        "{s1:The Sable Post} {c1:wrote} that {q1:{s2:Juno Falk} {c2:had said} that "
        "{q2:{s3:Mara Voss} {c3:wants} {q3:peace}}}."
    )
    assert via(case) == [
        [],
        ["outlet:sable-post"],
        ["outlet:sable-post", "per:juno-falk"],
    ]


def test_the_words_of_a_carrier_stand_at_their_place(resolve: Any) -> None:
    case = resolve("“{q:Never},” {s:Mara Voss} {c:told} the Sable Post.")
    (carrier,) = case.dossier.attributions[0].via
    assert case.dossier.document.text[carrier.start : carrier.end] == "Sable Post"


def test_a_sentence_without_end_is_read_once_and_not_once_a_cue(resolve: Any) -> None:
    """Far words are not looked at, so that time grows with the text alone."""
    far = "and so it went on and on, " * 60
    case = resolve(
        f"On Monday, {far} {{s1:Mara Voss}} {{c1:said}} {{q1:all is well}}, {far} as "
        "reported by the Sable Post, {s2:Juno Falk} {c2:said} {q2:it was not}.",
        day="2025-03-06",
    )
    assert said(case) == [None, None]
    assert via(case) == [[], ["outlet:sable-post"]]
