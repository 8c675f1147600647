from typing import Any

import pytest

VOSS = "per:mara-voss"
FALK = "per:juno-falk"


def test_a_named_person_speaks_for_the_state_of_the_office(resolve: Any) -> None:
    case = resolve("{s:Valdorian Foreign Minister Mara Voss} {c:said} {q:nothing}.")
    assert case.speakers == [VOSS]
    assert case.represents == ["state:valdoria"]


def test_a_last_name_is_the_person_named_in_full_before(resolve: Any) -> None:
    case = resolve("Mara Voss arrived. {s:Voss} {c:said} {q:nothing}.")
    assert case.speakers == [VOSS]
    assert case.rules == ["surname"]


def test_two_spellings_of_a_name_are_one_person(resolve: Any) -> None:
    case = resolve("{s:Volodymyr Zelenskiy} {c:said} {q:nothing}.")
    assert case.speakers == ["per:volodymyr-zelenskyy"]


@pytest.mark.parametrize(
    "words",
    ["The minister", "The foreign minister", "The diplomat", "Valdoria's top diplomat"],
)
def test_a_role_noun_is_the_last_who_fits(resolve: Any, words: str) -> None:
    case = resolve(
        "{s1:Mara Voss}, Valdoria's foreign minister, {c1:said} {q1:nothing}. "
        f"{{s2:{words}}} {{c2:added}} {{q2:never}}."
    )
    assert case.speakers == [VOSS, VOSS]


def test_a_role_noun_with_a_state_passes_over_the_last_speaker(resolve: Any) -> None:
    case = resolve(
        "{s1:Juno Falk} {c1:said} {q1:yes}. {s2:Mara Voss} {c2:said} {q2:nothing}. "
        "{s3:The Norlandic foreign minister} {c3:replied} {q3:pity}."
    )
    assert case.speakers == [FALK, VOSS, FALK]


def test_of_two_ministers_the_sentence_says_which(resolve: Any) -> None:
    case = resolve(
        "{s1:Juno Falk} {c1:said} {q1:yes}. {s2:Mara Voss} {c2:said} {q2:nothing}. "
        "{q3:Norland would pay nothing}, {s3:the minister} {c3:said}."
    )
    assert case.speakers[2] == FALK
    assert case.rules[2] == "role-state"


def test_a_role_noun_that_nobody_fits_stays_open(resolve: Any) -> None:
    case = resolve("Mara Voss left. {s:The archbishop} {c:said} {q:nothing}.")
    assert case.statuses == ["unresolved"]
    assert case.findings == [("unresolved-speaker", "The archbishop")]


def test_an_office_without_a_date_names_nobody(resolve: Any) -> None:
    case = resolve("{s:The Valdorian foreign minister} {c:said} {q:nothing}.", day=None)
    assert case.statuses == ["unresolved"]
    assert case.represents == ["state:valdoria"]


def test_an_office_names_the_only_one_known_to_hold_it_that_day(resolve: Any) -> None:
    case = resolve("{s:The Valdorian foreign minister} {c:said} {q:nothing}.")
    assert case.speakers == [VOSS]
    assert case.rules == ["role-known"]


def test_a_role_noun_may_come_before_the_name(resolve: Any) -> None:
    case = resolve(
        "{s:The Valdorian foreign minister} {c:said} {q:nothing}. Voss? Mara Voss."
    )
    assert case.speakers == [VOSS]
    assert case.rules == ["role-later"]


def test_a_counterpart_holds_the_same_office_elsewhere(resolve: Any) -> None:
    case = resolve(
        "Juno Falk came. {s1:Mara Voss} {c1:said} {q1:nothing}. "
        "{s2:Her Norlandic counterpart} {c2:said} {q2:yes}."
    )
    assert case.speakers == [VOSS, FALK]


def test_a_pronoun_follows_the_last_speaker_of_that_gender(resolve: Any) -> None:
    case = resolve(
        "{s1:Mara Voss} {c1:said} {q1:nothing}. {s2:Olan Tree} {c2:said} {q2:yes}. "
        "{s3:She} {c3:added} {q3:never}. {s4:He} {c4:added} {q4:always}."
    )
    assert case.speakers == [VOSS, "per:olan-tree", VOSS, "per:olan-tree"]


def test_a_pronoun_prefers_the_speaker_to_whom_the_sentence_only_names(
    resolve: Any,
) -> None:
    case = resolve(
        "{s1:Mara Voss} {c1:said} {q1:no} after a call with Juno Falk. "
        "{s2:She} {c2:added} {q2:never}."
    )
    assert case.speakers == [VOSS, VOSS]


def test_a_pronoun_takes_a_newer_subject(resolve: Any) -> None:
    case = resolve(
        "{s1:Mara Voss} {c1:said} {q1:nothing}. Juno Falk left the room. "
        "{s2:She} {c2:said} {q2:yes}."
    )
    assert case.speakers == [VOSS, FALK]


def test_a_pronoun_without_anyone_of_that_gender_stays_open(resolve: Any) -> None:
    case = resolve("Mara Voss came. {s:He} {c:said} {q:nothing}.")
    assert case.statuses == ["unresolved"]


def test_a_pronoun_does_not_reach_across_the_whole_text(resolve: Any) -> None:
    filler = " ".join(["It rained in the valley."] * 12)
    case = resolve(f"Mara Voss came. {filler} {{s:She}} {{c:said}} {{q:no}}.")
    assert case.statuses == ["unresolved"]


def test_a_pronoun_may_mean_a_hidden_person(resolve: Any) -> None:
    case = resolve(
        "{s1:A senior official} {c1:said} {q1:nothing}. {s2:She} {c2:added} {q2:never}."
    )
    assert case.statuses == ["anonymous", "anonymous"]


def test_a_quotation_without_a_source_goes_on(resolve: Any) -> None:
    case = resolve("{s1:Mara Voss} {c1:said} {q1:nothing}.\n“{q2:We will not pay.}”")
    assert case.speakers == [VOSS, VOSS]
    assert case.rules[1] == "continued"


def test_a_cue_without_a_source_names_nobody(resolve: Any) -> None:
    case = resolve(
        "{s1:Mara Voss} {c1:said} {q1:nothing}. {c2:Reportedly}, {q2:all is well}."
    )
    assert case.statuses == ["resolved", "unresolved"]


def test_a_first_person_in_a_quotation_is_who_is_quoted(resolve: Any) -> None:
    case = resolve("“{q1:{s2:I} {c2:think} {q2:not}},” {s1:Mara Voss} {c1:said}.")
    assert case.speakers == [VOSS, VOSS]
    assert case.statuses[1] == "resolved"


def test_who_is_the_name_before_it(resolve: Any) -> None:
    case = resolve("Mara Voss, {s:who} {c:said} {q:no}, left.")
    assert case.speakers == [VOSS]


def test_which_is_the_body_before_it(resolve: Any) -> None:
    case = resolve("The fee harms the Coastal League, {s:which} {c:said} {q:nothing}.")
    assert case.speakers == ["org:league"]


def test_a_name_that_only_says_whose_does_not_speak(resolve: Any) -> None:
    case = resolve(
        "Mara Voss came. {s1:Voss adviser Tom Reed} {c1:said} {q1:nothing}. "
        "{s2:An aide to Voss} {c2:said} {q2:yes}."
    )
    assert case.names[0] == "Tom Reed"
    assert case.statuses[1] == "anonymous"


def test_several_names_are_a_group(resolve: Any) -> None:
    case = resolve("{s:Mara Voss and Juno Falk} {c:said} {q:nothing}.")
    assert case.statuses == ["group"]
    assert case.names == ["Mara Voss and Juno Falk"]


def test_a_name_with_others_is_a_group(resolve: Any) -> None:
    case = resolve("{s:Mara Voss and her government} {c:said} {q:nothing}.")
    assert case.statuses == ["group"]


def test_a_title_with_its_field_behind_it(resolve: Any) -> None:
    case = resolve(
        "{s:Minister of Foreign Affairs of Valdoria Mara Voss} {c:said} {q:nothing}."
    )
    assert case.speakers == [VOSS]


# Without any pack: who is only in the text


def test_an_unknown_person_is_found_by_title_and_speaks_for_the_body(
    resolve: Any,
) -> None:
    case = resolve(
        "Zentland lies far off. {s1:Zentlandish Prime Minister Jane Doe} {c1:said} "
        "{q1:nothing}. {s2:Doe} {c2:said} {q2:yes}. {s3:The prime minister} {c3:said} "
        "{q3:so}. {s4:She} {c4:said} {q4:well}."
    )
    assert case.names == ["Jane Doe"] * 4
    assert len(set(case.speakers)) == 1
    assert str(case.speakers[0]).startswith("text:")
    assert set(case.represents) == set(case.represents[:1]) != {None}


def test_an_unknown_person_is_found_by_apposition(resolve: Any) -> None:
    case = resolve(
        "{s1:Tom Reed, general secretary of the Harbour Workers' Union}, {c1:said} "
        "{q1:nothing}. {s2:The general secretary} {c2:said} {q2:yes}. "
        "{s3:The union} {c3:said} {q3:so}."
    )
    assert case.names == ["Tom Reed", "Tom Reed", "Harbour Workers' Union"]
    assert case.represents[0] == case.speakers[2]


def test_mister_tells_the_gender(resolve: Any) -> None:
    case = resolve("{s1:Mr. Quarn} {c1:said} {q1:nothing}. {s2:He} {c2:said} {q2:yes}.")
    assert case.speakers[0] == case.speakers[1] is not None


def test_experts_speak_for_themselves(resolve: Any) -> None:
    case = resolve(
        "{s:Jane Doe, an economist at the Institute for Ports,} {c:said} {q:nothing}."
    )
    assert case.names == ["Jane Doe"]
    assert case.represents == [None]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Petro O. Poroshenko", "Petro Poroshenko"),
        ("Quirin A. Zell", "Quirin A. Zell"),
        ("Yasmo Wilk, 18, a skater,", "Yasmo Wilk"),
        ("Attorney General Rex Q. Doe", "Rex Q. Doe"),
        ("Senator Jim Jordan", "Jim Jordan"),
    ],
)
def test_initials_and_ages_do_not_hide_a_name(
    resolve: Any, words: str, name: str
) -> None:
    assert resolve(f"{{s:{words}}} {{c:said}} {{q:never}}.").names == [name]


def test_those_a_study_is_by_do_not_speak_themselves(resolve: Any) -> None:
    case = resolve("{s:A study by Jane Doe and Tom Reed} {c:said} {q:never}.")
    assert case.names[0] != "Tom Reed"


def test_another_first_name_is_another_person(resolve: Any) -> None:
    case = resolve("{s:Gretel Lavrov} {c:said} {q:never}.")
    assert case.names == ["Gretel Lavrov"]
    assert case.speakers != ["per:sergey-lavrov"]


def test_hundreds_are_a_crowd(resolve: Any) -> None:
    case = resolve("{s:Hundreds of Valdoria's pilots} {c:said} {q:never}.")
    assert case.statuses == ["group"]


def test_who_signed_is_not_who_speaks(resolve: Any) -> None:
    case = resolve(
        "{s1:Tom Reed} {c1:said} {q1:never}. The pact was signed by Jane Doe and Olan "
        "Tree. {s2:He} {c2:said} {q2:ever}."
    )
    assert case.names == ["Tom Reed", "Tom Reed"]


def test_a_vice_president_is_not_the_president(resolve: Any) -> None:
    case = resolve(
        "President Jane Doe came. Vice President Lena Roe left. "
        "{s1:The president} {c1:said} {q1:never}. {s2:The vice president} {c2:said} "
        "{q2:ever}."
    )
    assert case.names == ["Jane Doe", "Lena Roe"]


def test_a_prime_minister_is_not_the_minister(resolve: Any) -> None:
    case = resolve(
        "Trade Minister Jane Doe came. Prime Minister Lena Roe left. "
        "{s1:The minister} {c1:said} {q1:never}."
    )
    assert case.names == ["Jane Doe"]


def test_whom_a_quotation_names_is_not_who_says_it(resolve: Any) -> None:
    case = resolve(
        "{s1:Tom Reed} {c1:said} {q1:never}.\n"
        "“{q2:I am sad when Olan Tree fails us},” {s2:he} {c2:said}."
    )
    assert case.names == ["Tom Reed", "Tom Reed"]


def test_an_adviser_to_somebody_does_not_speak_for_mister(resolve: Any) -> None:
    case = resolve("{s:Tom Reed, an adviser to Mr. Quarn,} {c:said} {q:never}.")
    assert case.represents == [None]
