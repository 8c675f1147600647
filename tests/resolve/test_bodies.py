from typing import Any

import pytest


def test_a_state_speaks_by_name_seat_and_capital(resolve: Any) -> None:
    case = resolve(
        "{s1:Valdoria} {c1:said} {q1:nothing}. {s2:The Citadel} {c2:said} {q2:nothing}. "
        "{s3:Sable} {c3:said} {q3:nothing}."
    )
    assert case.speakers == ["state:valdoria"] * 3
    assert case.rules == ["name", "seat-as-government", "capital-as-government"]


def test_capitals_are_matters_of_case(resolve: Any) -> None:
    case = resolve("{s:The US} {c:told} us {q:nothing}. It gave us hope.")
    assert case.speakers == ["USA"]
    assert [m.text for m in case.dossier.mentions] == ["US"]


@pytest.mark.parametrize(
    ("words", "represents"),
    [
        ("U.S. officials", "USA"),
        ("Valdorian diplomats", "state:valdoria"),
        ("Coastal League officials", "org:league"),
        ("Officials in Sable", "state:valdoria"),
        ("Several leaders", None),
        ("Experts", None),
        ("Valdorian fishermen", None),
        ("52 percent of Valdorians", None),
    ],
)
def test_a_crowd_is_a_group_and_no_state(
    resolve: Any, words: str, represents: str | None
) -> None:
    case = resolve(f"{{s:{words}}} {{c:said}} {{q:no}}.")
    assert case.statuses == ["group"]
    assert case.speakers == [None]
    assert case.represents == [represents]


@pytest.mark.parametrize(
    ("words", "represents"),
    [
        ("A senior official", None),
        ("A Valdorian official, who asked not to be named,", "state:valdoria"),
        ("Sources", None),
        ("Two people familiar with the matter", None),
        ("A member of the Valdorian delegation", "state:valdoria"),
        ("A spokesman for the Coastal League", "org:league"),
        ("Government circles", None),
    ],
)
def test_a_hidden_person_stays_hidden(
    resolve: Any, words: str, represents: str | None
) -> None:
    case = resolve(f"{{s:{words}}} {{c:said}} {{q:no}}.")
    assert case.statuses == ["anonymous"]
    assert case.speakers == [None]
    assert case.represents == [represents]


def test_a_group_with_a_name_has_an_id_and_stays_a_group(resolve: Any) -> None:
    case = resolve("{s:Southern states} {c:said} {q:nothing}.")
    assert case.speakers == ["group:south"]
    assert case.statuses == ["group"]


def test_two_capitals_together_are_a_group(resolve: Any) -> None:
    case = resolve("{s:Both Sable and Hafn} {c:agreed} {q:on peace}.")
    assert case.statuses == ["group"]
    assert case.speakers == [None]


@pytest.mark.parametrize(
    "words",
    ["The Norlandic foreign ministry", "Norland's government", "The Norlandic embassy"],
)
def test_an_organ_of_a_state_states_its_position(resolve: Any, words: str) -> None:
    case = resolve(f"{{s:{words}}} {{c:said}} {{q:no}}.")
    assert case.speakers == ["state:norland"]
    assert case.represents == ["state:norland"]


def test_a_ministry_with_an_entry_of_its_own_speaks_for_its_state(resolve: Any) -> None:
    case = resolve("{s:The Valdorian Foreign Ministry} {c:said} {q:nothing}.")
    assert case.speakers == ["org:valdorian-foreign-ministry"]
    assert case.represents == ["state:valdoria"]


def test_an_organ_of_a_state_only_the_text_knows(resolve: Any) -> None:
    case = resolve(
        "Ships left Kestria. {s:The Kestrian foreign ministry} {c:said} {q:nothing}."
    )
    assert case.statuses == ["resolved"]
    named = case.dossier.attributions[0].speaks_for
    assert named is not None
    assert named.name == "Kestria"


def test_the_newspaper_is_the_last_one_named(resolve: Any) -> None:
    case = resolve("The Sable Post wrote much. {s:The newspaper} {c:said} {q:nothing}.")
    assert case.speakers == ["outlet:sable-post"]


def test_a_body_is_called_by_its_noun(resolve: Any) -> None:
    case = resolve("The Coastal League met. {s:The alliance} {c:said} {q:nothing}.")
    assert case.speakers == ["org:league"]


def test_the_company_nobody_named_stays_open(resolve: Any) -> None:
    case = resolve("{s:The company} {c:said} {q:nothing}.")
    assert case.statuses == ["unresolved"]


def test_it_follows_the_body_and_they_the_crowd(resolve: Any) -> None:
    case = resolve(
        "{s1:Valdoria} {c1:said} {q1:nothing}. {s2:It} {c2:said} {q2:never}. "
        "{s3:Union leaders} {c3:said} {q3:yes}. {s4:They} {c4:said} {q4:now}."
    )
    assert case.speakers[:2] == ["state:valdoria", "state:valdoria"]
    assert case.statuses[2:] == ["group", "group"]


def test_behind_a_statement_stands_who_made_it(resolve: Any) -> None:
    case = resolve(
        "Mara Voss came. {s1:Voss's remarks} {c1:suggest} {q1:nothing}. "
        "{s2:A report by the Coastal League} {c2:says} {q2:yes}. "
        "{s3:The survey} {c3:says} {q3:maybe}."
    )
    assert case.speakers == ["per:mara-voss", "org:league", None]
    assert case.represents[0] == "state:valdoria"
    assert case.statuses[2] == "unresolved"


def test_an_abbreviation_is_the_name_that_explains_it(resolve: Any) -> None:
    case = resolve(
        "The Dock Crews Union (DCU) struck. {s1:The DCU} {c1:said} {q1:nothing}. "
        "{s2:The union} {c2:said} {q2:yes}."
    )
    assert case.names == ["Dock Crews Union", "Dock Crews Union"]


def test_a_word_that_only_opens_its_sentence_is_no_name(resolve: Any) -> None:
    case = resolve("{s:Efforts} {c:suggest} {q:peace}.")
    assert case.statuses == ["unresolved"]


def test_a_word_of_belonging_without_article_is_a_last_name(resolve: Any) -> None:
    case = resolve(
        "“It is late,” {s1:Norlander} {c1:said} {q1:again}. "
        "{s2:The Norlander} {c2:said} {q2:so}. They told Norlander."
    )
    assert case.speakers[0] not in ("state:norland", None)
    assert case.speakers[1] is None


@pytest.mark.parametrize(
    "aside",
    [", which has tried to mediate", ", the largest of them", ", of Little Holm"],
)
def test_what_is_added_after_a_comma_is_no_part_of_a_name(
    resolve: Any, aside: str
) -> None:
    case = resolve(f"{{s:The European Compact{aside}}}, {{c:said}} {{q:no}}.")
    assert case.names == ["European Compact"]


def test_the_end_of_a_name_is_the_body_that_the_text_names_in_full(
    resolve: Any,
) -> None:
    case = resolve(
        "{s1:The Nurses' Guild} {c1:said} {q1:no}. "
        "{s2:Guild secretary Moira Tamsin} {c2:said} {q2:never}."
    )
    spoken = case.dossier.attributions[1].speaks_for
    assert spoken is not None
    assert spoken.actor == case.speakers[0]


@pytest.mark.parametrize(
    ("named", "noun", "name"),
    [
        ("Northway Holdings Inc.", "The company", "Northway Holdings Inc"),
        ("the Kell Post", "The newspaper", "Kell Post"),
        ("the charity Common Shore", "The charity", "Common Shore"),
        ("the Nurses and Midwives Guild", "The guild", "Nurses and Midwives Guild"),
        ("Common Shore, a ferry operator,", "The operator", "Common Shore"),
        ("the Alliance of Low Quays", "The alliance", "Alliance of Low Quays"),
        ("Kell Rovers", "The club", "Kell Rovers"),
    ],
)
def test_a_body_of_the_text_is_called_by_what_it_is(
    resolve: Any, named: str, noun: str, name: str
) -> None:
    case = resolve(f"They met {named} there. {{s:{noun}}} {{c:said}} {{q:no}}.")
    assert case.names == [name]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the Eastmarch health board", "Eastmarch health board"),
        ("The manufacturer, Liftmaster AG,", "Liftmaster AG"),
        ("the pressure group Common Shore", "Common Shore"),
    ],
)
def test_a_name_within_a_phrase_names_the_body(
    resolve: Any, source: str, name: str
) -> None:
    case = resolve(f"In May {{s:{source}}} {{c:said}} {{q:no}}.")
    assert case.names == [name]


def test_a_people_before_a_common_noun_names_no_body(resolve: Any) -> None:
    case = resolve("Perrow fell. In May {s:the Perrowian company} {c:said} {q:no}.")
    assert case.statuses == ["unresolved"]
