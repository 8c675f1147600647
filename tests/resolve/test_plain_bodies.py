"""Bodies and their heads as any report names them, with nothing in a pack."""

from typing import Any

import pytest

BEFORE = "{s:The shipping line Norsund} {c:said} {q:it would pay}. "


def _principals(case: Any) -> list[str | None]:
    spoken = [a.speaks_for for a in case.dossier.attributions]
    return [ref.name if ref else None for ref in spoken]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Greek owners' association", "Greek owners' association"),
        ("The dockers' federation", "dockers' federation"),
        ("The seamen's union", "seamen's union"),
        ("The county council", "county council"),
        ("The Conservative group on the council", "Conservative group"),
        ("The International Chamber of Shipping", "International Chamber of Shipping"),
        ("The Danish ferry firm Vestfart", "Vestfart"),
        ("Rival bidder Nordwind", "Nordwind"),
        ("The far-right Homeland party", "Homeland party"),
        ("The centre-left Democratic Union", "Democratic Union"),
        ("The opposition Liberal Party in Mardov", "Liberal Party"),
        ("Unison, which represents porters,", "Unison"),
        ("Its coalition partner, the Greens,", "Greens"),
        ("Its biggest rival, Nordwind,", "Nordwind"),
        ("Farmers against Drought", "Farmers against Drought"),
    ],
)
def test_a_body_goes_by_its_own_words_and_is_not_the_one_before(
    resolve: Any, source: str, name: str
) -> None:
    case = resolve(f"{BEFORE}{{s2:{source}}} {{c2:said}} {{q2:it would not}}.")
    assert case.names[1] == name


def test_who_was_named_by_its_members_is_meant_by_them_again(resolve: Any) -> None:
    case = resolve(
        "{s:The pilots' union SPV} {c:said} {q:it would wait}. The airline sighed. "
        "{s2:The pilots' union} {c2:said} {q2:it would wait}."
    )
    assert case.names == ["SPV", "SPV"]


def test_its_president_is_of_the_body_named_by_its_members(resolve: Any) -> None:
    case = resolve(
        f"{BEFORE}{{s2:The Greek owners' association}} {{c2:said}} {{q2:no}}. "
        "{s3:Its president, Nikos Vardas,} {c3:said} {q3:it would sue}."
    )
    assert _principals(case)[2] == "Greek owners' association"


@pytest.mark.parametrize(
    ("source", "principal"),
    [
        ("Valdorian trade minister Jane Doe", "Valdoria"),
        ("Valdorian opposition leader Jane Doe", None),
        ("Valdorian union leader Jane Doe", None),
        ("Valdorian mediator Jane Doe", None),
        ("Competition Commissioner Jane Doe", None),
        ("President Jane Doe, whose signature is needed,", None),
        ("The governor of Kessel province, Jane Doe,", "Kessel"),
        ("Doe, the Valdorian foreign minister,", "Valdoria"),
        ("Sinn Ferren's health spokesman, Jane Doe,", "Sinn Ferren"),
        ("His counterpart from Kessel, Jane Doe,", "Kessel"),
        ("Its shop steward in Hafnby, Jane Doe,", "Norsund"),
        ("Jane Doe, who heads the fishermen's cooperative,", "fishermen's cooperative"),
        ("Fisheries Secretary Jane Doe", None),
        ("The Socialist Left's leader, Jane Doe,", "Socialist Left"),
        ("Prime Minister Alan Reed's spokesman", "Alan Reed"),
        ("Negotiators for the Northern Front and the Kessel League", None),
    ],
)
def test_where_somebody_comes_from_is_not_whom_they_speak_for(
    resolve: Any, source: str, principal: str | None
) -> None:
    case = resolve(f"{BEFORE}{{s2:{source}}} {{c2:said}} {{q2:it would fail}}.")
    assert _principals(case)[1] == principal


def test_a_minister_of_a_ministry_speaks_for_its_state(resolve: Any) -> None:
    case = resolve(
        "{s:Vellmark's environment ministry} {c:called} {q:the report a lie}. "
        "{s2:Its minister, Lidia Noor,} {c2:said} {q2:it would sue}."
    )
    assert _principals(case) == ["Vellmark", "Vellmark"]


def test_the_spokesman_of_the_minister_is_not_the_minister(resolve: Any) -> None:
    case = resolve(
        "{s:Prime Minister Alan Reed} {c:said} {q:it would pass}. "
        "{s2:The prime minister's spokesman} {c2:said} {q2:it would not}."
    )
    assert case.statuses == ["resolved", "anonymous"]
    assert _principals(case)[1] == "Alan Reed"


def test_a_family_is_none_of_its_members(resolve: Any) -> None:
    case = resolve(
        "{s:Ingrid Halvorsen} {c:said} {q:no}. {s2:The Halvorsen family} {c2:said} {q2:no}."
    )
    assert case.statuses == ["resolved", "group"]


def test_an_official_in_a_town_does_not_speak_for_it(resolve: Any) -> None:
    case = resolve("{s:A government official in Kessel} {c:said} {q:it would fail}.")
    assert _principals(case) == [None]


def test_a_firm_named_after_its_land_is_not_the_land(resolve: Any) -> None:
    case = resolve(
        "{s:The Veldan government} {c:approved} {q:the sale of the carrier Veldair}. "
        "{s2:Transport Minister Petra Lukas} {c2:said} {q2:it was the only way}."
    )
    assert _principals(case) == ["Veldan", "Veldan"]


def test_which_follows_the_party_before_it(resolve: Any) -> None:
    case = resolve(
        "{s:The Homeland party,} {s2:which} {c2:wants} {q2:the line to stay}, "
        "{c:called for} {q:a vote}."
    )
    assert case.names == ["Homeland party", "Homeland party"]
