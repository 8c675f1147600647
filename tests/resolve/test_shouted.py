"""Sentences in capitals: known names and last names, but no clauses for names."""

from typing import Any

import pytest

ALL_CAPITALS = (
    "DOCKERS VOTE TO STRIKE AS MAYOR AMBRUS REFUSES TO BUDGE",
    "FERRY COUNCIL BACKS TOLL, MINISTER CALLS IT A DISGRACE",
    "MOST VOTERS OPPOSE THE PORT LEASE, POLL FINDS",
    "VALDORIA WELCOMES THE AGREEMENT ON THE PORT OF BREVIK",
)


@pytest.mark.parametrize("line", ALL_CAPITALS)
def test_a_headline_in_capitals_gives_no_clause_as_a_name(
    stage: Any, mark: Any, line: str
) -> None:
    names = [m.name for m in stage(mark(f"{line}\n\nIt rained.")).mentions]
    assert set(names) <= {"AMBRUS", "Valdoria"}


def test_a_first_name_in_capitals_opens_a_name_of_two_words(resolve: Any) -> None:
    case = resolve(
        "{s1:PORT CHIEF MARIA AMBRUS} {c1:SAID} {q1:THE TOLL WOULD STAY ON TUESDAY}."
    )
    assert case.names == ["Maria Ambrus"]


def test_a_word_before_a_title_in_capitals_is_no_body(resolve: Any) -> None:
    case = resolve(
        "{s1:THE HARBOUR AUTHORITY CHIEF MARIA AMBRUS} {c1:SAID} {q1:NO TO ALL OF IT}."
    )
    assert case.represents == [None]


def test_neighbouring_is_no_part_of_a_name(resolve: Any) -> None:
    case = resolve("{s1:Neighbouring Brevik} {c1:said} {q1:yes}. Brevik is small.")
    assert case.names == ["Brevik"]
