"""Lists of those who act together, and what only looks like one."""

import pytest

from accord.position.deeds.lists import list_before, split_list


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Greens, Labour and the two members of Pedal", ["Greens", "Labour", "Pedal"]),
        (
            "The doctors' union, the nurses' association and the parents' council",
            ["doctors' union", "nurses' association", "parents' council"],
        ),
        (
            "the Chamber of Trade, taxi drivers, and the Free Voters",
            ["Chamber of Trade", "taxi drivers", "Free Voters"],
        ),
    ],
)
def test_every_party_of_a_list_is_named(text: str, names: list[str]) -> None:
    assert [name for _, name in split_list(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Ida Krog, the finance minister, and her deputy",
        "The bank, a lender from Arle, and its owner",
        "Ministers from Arle, Corva and Melk",
        "Greens and Labour",
        "Labour, which won, and the Greens",
        "Labour members voted for, Centre and the Greens",
    ],
)
def test_what_only_looks_like_a_list_names_nobody(text: str) -> None:
    assert split_list(text) == []


def test_a_list_is_read_from_where_its_clause_begins() -> None:
    text = "The Left is for it; the Tories, Reform and the Farmers oppose it"
    begin, found = list_before(text, text.index(" oppose"))
    assert [text[begin + at :][: len(name)] for at, name in found] == [
        "Tories",
        "Reform",
        "Farmers",
    ]
