"""Whom nouns and pronouns mean on texts of many kinds, and what stays open."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "{s1:The insurer, Harbour Mutual,} {c1:refused} {q1:a}. "
                "{s2:The company} {c2:said} {q2:b}."
            ),
            "Harbour Mutual",
        ),
        (
            (
                "{s1:Steel maker Ferro Ltd} {c1:said} {q1:a}. Analysts at Corrie "
                "Brothers cut it. {s2:The brokerage} {c2:said} {q2:b}."
            ),
            "Corrie Brothers",
        ),
        (
            (
                "Jane Roe of the University of Otama spoke to the Polar Institute. "
                "{s2:The university} {c2:said} {q2:b}."
            ),
            "University of Otama",
        ),
        ("{s2:The environment agency} {c2:said} {q2:b}.", "environment agency"),
    ],
)
def test_a_noun_means_the_body_that_the_text_calls_so(
    resolve: Any, text: str, name: str
) -> None:
    assert resolve(text).names[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "{s1:Northline Ltd} {c1:said} {q1:a}. {s2:This newspaper} {c2:asked} {q2:b}.",
        "Real Lena met Hexley Town. {s2:The Portuguese club} {c2:said} {q2:b}.",
        "{s1:Jane Roe} {c1:asked} {q1:a}. {s2:The witness} {c2:said} {q2:b}.",
        (
            "{s1:Housing minister Tom Roe} {c1:said} {q1:a}. "
            "{s2:The first minister} {c2:said} {q2:b}."
        ),
    ],
)
def test_what_nothing_tells_apart_names_nobody(resolve: Any, text: str) -> None:
    assert resolve(text).statuses[-1] != "resolved"


def test_who_asks_is_not_he(resolve: Any) -> None:
    case = resolve(
        "{s1:Mr John Doe} {c1:denied} {q1:it}. Cross-examined by Adam Roe, for the "
        "home, {s2:he} {c2:said} {q2:no}."
    )
    assert case.names[-1] == "John Doe"


def test_a_subject_has_no_sympathy_for_himself(resolve: Any) -> None:
    case = resolve(
        "{s1:Coach Wayne Prosser} {c1:said} {q1:nothing}. "
        "Prosser had sympathy for {s2:the Scot}, who {c2:said} {q2:yes}."
    )
    assert case.statuses[-1] == "unresolved"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Head of the Customs Agency Jane Roe", "Jane Roe"),
        ("Rebecca Roe KC, prosecuting,", "Rebecca Roe"),
        ("Cabinet member for culture Coun Jane Roe", "Jane Roe"),
        ("Regular Jane Roe, 31,", "Jane Roe"),
        ("Anna, 29,", "Anna"),
        ("Fans' group Blue and Bold", "Blue and Bold"),
        ("Leicestershire Police", "Leicestershire Police"),
    ],
)
def test_a_name_is_kept_apart_from_what_stands_around_it(
    resolve: Any, source: str, name: str
) -> None:
    case = resolve(f"{{s:{source}}} {{c:said}} {{q:no}}.")
    assert (case.statuses, case.names) == (["resolved"], [name])


def test_who_leads_an_office_speaks_for_the_body_that_spoke_before(
    resolve: Any,
) -> None:
    case = resolve(
        "{s1:The Conduct Authority} {c1:said} {q1:a}. "
        "{s2:Enforcement chief Ian Roe} {c2:said} {q2:b}."
    )
    assert case.represents[-1] == case.speakers[0]
