"""Interviews, transcripts and posts: who stands behind a label."""

from typing import Any

HEADING = "“We never wanted the toll”\n\nMara Voss on the toll. Interview: Karl Doe\n\n"


def test_a_lettered_answer_is_the_interviewees_whom_the_heading_presents(
    resolve: Any,
) -> None:
    case = resolve(HEADING + "{s1:A}{c1::} {q1:Never.}\n\n{s2:A}{c2:.} {q2:Not now.}")
    assert case.names == ["Mara Voss", "Mara Voss"]
    assert case.rules == ["answer", "answer"]


def test_an_answer_behind_a_dash_is_the_interviewees(resolve: Any) -> None:
    case = resolve(HEADING + "Do we need a ban? – “{q1:Yes, and yesterday.}”")
    assert case.names == ["Mara Voss"]


def test_who_asks_is_not_who_answers(resolve: Any) -> None:
    case = resolve(
        "Olan Tree spoke to Juno Falk in Hafn.\n\n{s1:A}{c1::} {q1:Never in my life.}"
    )
    assert case.names == ["Olan Tree"]


def test_one_word_in_capitals_before_a_colon_is_a_persons_last_name(
    resolve: Any,
) -> None:
    case = resolve(
        "{s1:AMBRUS}{c1::} {q1:No.}\n\n{s2:VALDORIA}{c2::} {q2:We vote no.}\n\n"
        "{s3:THE SPEAKER}{c3::} {q3:Order.}"
    )
    assert case.names == ["AMBRUS", "Valdoria", "THE SPEAKER"]
    assert case.statuses == ["resolved", "resolved", "anonymous"]
    assert case.rules[0] == "turn-name"


def test_a_handle_is_whose_signature_shows_it(resolve: Any) -> None:
    case = resolve(
        "No toll. — Mara Voss (@mvoss)\n\n{s1:@mvoss}{c1::} {q1:No toll.}\n\n"
        "{s2:@hafn}{c2::} {q2:Full stop.}"
    )
    assert case.names == ["Mara Voss", "@hafn"]
    assert case.statuses == ["resolved", "unresolved"]


def test_the_standfirst_presents_who_answers_before_the_byline(resolve: Any) -> None:
    case = resolve(
        "“I want to go”\n\n{f:Daniel Okoro on the transfer. By Karl Teig}\n\n"
        "What do you say to Mr Zoll? – “{q1:Let me go.}”"
    )
    assert case.names == ["Daniel Okoro"]


def test_who_is_only_asked_about_does_not_answer(resolve: Any) -> None:
    case = resolve("What do you say to Mr Zoll? – “{q1:Let me go.}”")
    assert case.statuses == ["unresolved"]


def test_a_chair_whom_nobody_names_presides(resolve: Any) -> None:
    case = resolve("{s1:CHAIR}{c1::} {q1:Order, please.}")
    assert case.rules == ["presiding"]
    case = resolve("Ann Roe, chair of the club, came.\n\n{s1:CHAIR}{c1::} {q1:No.}")
    assert case.names == ["Ann Roe"]


def test_nobody_speaks_for_themselves_as_a_body(resolve: Any) -> None:
    case = resolve(
        "{s1:Zoll}{c1::} {q1:no deal}\n\n{s2:Chairman Zoll} {c2:said} {q2:so}."
    )
    assert case.represents[1] is None


def test_brackets_behind_a_name_tell_whom_it_speaks_for_if_they_hold_a_body(
    resolve: Any,
) -> None:
    case = resolve(
        "{s1:Mr. Dov}{c1: (Valdoria):} {q1:We say no.}\n\n"
        "{s2:Ms. Teo}{c2: (Brevik):} {q2:We say yes.}"
    )
    assert case.represents == ["state:valdoria", None]


def test_an_unlabelled_answer_is_whose_question_opens_with_their_name(
    resolve: Any,
) -> None:
    case = resolve(
        "Mara Voss runs the bridge. Karl Doe, 40, sued her.\n\nMs Voss, is it a tax?\n"
        "{q1:By people with cars.}\n\nDoes it stay?\n{q2:I did the sums twice.}"
    )
    assert case.names == ["Mara Voss", "Mara Voss"]
    assert case.rules == ["answer", "answer"]


def test_whom_a_question_tells_of_gives_no_answer(resolve: Any) -> None:
    case = resolve(
        "Interview: Karl Doe\n\nOlan Tree, 52, leads the chamber.\n\nIs it over?\n"
        "{q1:Never in my life.}\n\n{s2:Minister Vera Holt} {c2:said} {q2:it was}. "
        "Is she wrong?\n{q3:I sell cars, and I like her.}"
    )
    assert case.names == ["Olan Tree", "Vera Holt", "Olan Tree"]
