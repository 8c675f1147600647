"""Whose "its leader" is, and whom "she" means who was not what a sentence was about."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("{s:The Growers' League} {c:sued} {q:the Harbour Trust}", "Growers' League"),
        (
            "Dorn speaks for the Reef Alliance. The Eastern Donors group dropped its veto",
            "Eastern Donors group",
        ),
        (
            "{s:The federation of importers, Impauto,} {c:sued} {q:the Court in Lodz}",
            "Impauto",
        ),
    ],
)
def test_its_leader_leads_what_the_sentence_before_is_about(
    resolve: Any, before: str, owner: str
) -> None:
    case = resolve(f"{before}. {{s8:Its president, Ida Moll,}} {{c8:said}} {{q8:no}}.")
    ref = case.dossier.attributions[-1].speaks_for
    assert ref is not None
    assert ref.name == owner


def test_a_union_has_no_chief_executive(resolve: Any) -> None:
    case = resolve(
        "{s:The Dock Workers' Union} {c:accused} {q:Norsund of greed}. "
        "{s2:Its chief executive, Ida Moll,} {c2:said} {q2:no}."
    )
    ref = case.dossier.attributions[-1].speaks_for
    assert ref is None or ref.name != "Dock Workers' Union"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("its sister union in Gallara, the CGM,", "CGM"),
        ("The federation of importers, Impauto,", "Impauto"),
        ("The union in Lodz, Gallara,", None),
    ],
)
def test_the_name_behind_what_a_body_is_of_names_it(
    resolve: Any, source: str, name: str | None
) -> None:
    case = resolve(f"The union IMG met. {{s:{source}}} {{c:said}} {{q:no}}.")
    found = case.names[0]
    assert found == name if name else found != "Gallara"


@pytest.mark.parametrize(
    "before",
    [
        "At the gate stands Lena Brodt with a banner.",
        "It was Lena Brodt who made the difference.",
        "Two houses on, Lena Brodt, who runs the bakery, shakes her head.",
    ],
)
def test_she_is_the_only_one_named_before(resolve: Any, before: str) -> None:
    case = resolve(f"{before} The plan is bad, {{s:she}} {{c:says}} {{q:loudly}}.")
    assert case.names == ["Lena Brodt"]


def test_of_two_who_are_only_named_she_is_neither(resolve: Any) -> None:
    case = resolve(
        "The prize went to Lena Brodt and to Vera Holt. The plan is bad, {s:she} "
        "{c:says} {q:loudly}."
    )
    assert case.statuses == ["unresolved"]
