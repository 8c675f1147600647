"""Whose a quotation is that no words report."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    "before",
    [
        "Mayor Lena Brodt looked at the river.",
        "Lena Brodt runs the bakery. She has run it for years.",
        "Lena Brodt stepped in front of the doors. Her board had met for a day.",
        "The work is that of Lena Brodt.",
    ],
)
def test_it_is_hers_of_whom_the_sentences_before_tell(
    resolve: Any, before: str
) -> None:
    case = resolve(f"{before} {{q:“We should have built higher.”}}")
    assert case.names == ["Lena Brodt"]


@pytest.mark.parametrize(
    "before",
    [
        "Talks ended on Monday.",
        "Mayor Lena Brodt spoke. {s:Residents} {c:protested against} {q2:the dyke}.",
        "The prize went to Lena Brodt and to Vera Holt.",
    ],
)
def test_it_is_nobodys_where_they_tell_of_no_one_person(
    resolve: Any, before: str
) -> None:
    case = resolve(f"{before} {{q:“We should have built higher.”}}")
    assert case.names[-1] is None
