"""Turns, answers and posts: whose words the layout says they are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.attribute import AttributeStage, RuleTagger
from accord.attribute.dialogue import merge, read_dialogue
from accord.model import Attribution, Document, Span
from accord.testing.builders import make_document, make_dossier

INTERVIEW = """\
"We never wanted the toll"

Interview: Karl Doe

Hafn Weekly: Minister Voss, the opposition says your toll is a tax.

Mara Voss: It is not. It pays for the bridge.

Hafn Weekly: Would you lower it?

Voss: For commuters, yes.

Q: And for lorries?

A: Never. They break the road.

Q. Is that final?

A. It is.
"""
TRANSCRIPT = """\
TRANSCRIPT: Assembly of Valdoria, question time, 3 May

THE SPEAKER: I call the member for Sable.

MR. TREE: We oppose the toll. Will the Minister
withdraw it?

VOSS: No.

It stays, and it pays for the bridge.

MR. TREE (Sable): Shame.
"""


def document(text: str, *, outlet: str | None = None) -> Document:
    return make_document(text, outlet=outlet)


def spoken(text: str, *, outlet: str | None = None) -> list[tuple[str, str]]:
    found = read_dialogue(document(text, outlet=outlet)).spoken
    return [
        (
            one.source.of(text) if one.source else "",
            " ".join(" ".join(span.of(text).split()) for span in one.content),
        )
        for one in found
    ]


def silent(text: str, *, outlet: str | None = None) -> list[str]:
    return [
        span.of(text) for span in read_dialogue(document(text, outlet=outlet)).silent
    ]


def test_answers_of_an_interview_are_told_and_questions_are_nobodys() -> None:
    assert spoken(INTERVIEW, outlet="Hafn Weekly") == [
        ("Mara Voss", "It is not. It pays for the bridge."),
        ("Voss", "For commuters, yes."),
        ("A", "Never. They break the road."),
        ("A", "It is."),
    ]
    assert len(silent(INTERVIEW, outlet="Hafn Weekly")) == 5


def test_of_two_voices_the_one_that_only_asks_is_the_interviewer() -> None:
    text = INTERVIEW.replace("says your toll is a tax.", "hates the toll?")
    assert ("Hafn Weekly", "Would you lower it?") not in spoken(text)
    assert len(spoken(text)) == 4


def test_in_a_transcript_of_many_questions_are_statements() -> None:
    assert spoken(TRANSCRIPT) == [
        ("THE SPEAKER", "I call the member for Sable."),
        ("MR. TREE", "We oppose the toll. Will the Minister withdraw it?"),
        ("VOSS", "No. It stays, and it pays for the bridge."),
        ("MR. TREE", "Shame."),
    ]


def test_a_heading_is_no_speaker() -> None:
    assert silent(TRANSCRIPT) == [
        "TRANSCRIPT: Assembly of Valdoria, question time, 3 May"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Venue: Hafn\n\nKick-off: 3 pm\n\nReferee: J. Doe\n\nVenue: Sable",
        "Pros: cheap and quick.\n\nCons: it is ugly.\n\nPrice: 40 crowns a day.",
        "Hafn Rovers: Doe, Roe\n\nSable Town: Tree, Voss\n\nHafn Rovers: Doe, Lee",
        "Mara Voss: Hello to all of you.\n\nIt rained. Nobody else spoke that day.",
    ],
)
def test_lists_with_headings_are_no_dialogue(text: str) -> None:
    assert spoken(text) == []


def test_a_quoted_answer_behind_a_dash_has_no_source_and_its_question_none() -> None:
    text = "Do we need a ban? – “Yes, and yesterday.” The minister laughed."
    assert spoken(text) == [("", "Yes, and yesterday.")]
    assert silent(text) == ["Do we need a ban?"]


def test_paragraphs_behind_dashes_are_question_and_answer_by_turns() -> None:
    text = "— Do we need a ban?\n\n— We do.\n\n— Who pays for it?\n\n— The state. All of it."
    assert spoken(text) == [("", "We do."), ("", "The state. All of it.")]
    assert spoken("— milk\n\n— eggs, or cheese?\n\n— bread") == []


def test_a_post_belongs_to_who_signs_it() -> None:
    text = (
        "The row went on.\n\nWe back the toll. #bridge pic.twitter.com/abc\n\n"
        "— Mara Voss (@mvoss) May 3, 2024\n\nRT @hafnmayor: Full stop. No toll.\n\n"
        "Olan Tree (@otree) wrote: It is theft."
    )
    assert spoken(text) == [
        ("Mara Voss", "We back the toll. #bridge"),
        ("@hafnmayor", "Full stop. No toll."),
        ("Olan Tree", "It is theft."),
    ]


def test_a_line_that_begins_with_an_address_is_no_post() -> None:
    assert spoken("Write to desk@hafn.example: we read all of it.") == []


def attributions(text: str, outlet: str | None = None) -> tuple[Attribution, ...]:
    dossier = make_dossier(text)
    return AttributeStage(RuleTagger())(
        type(dossier)(document=document(text, outlet=outlet))
    ).attributions


def test_a_report_within_a_turn_is_nested_in_it() -> None:
    text = TRANSCRIPT.replace(
        "We oppose", "Olan Lee said the toll was theft. We oppose"
    )
    found = {a.source.text: a for a in attributions(text)[::-1] if a.source}
    assert found["Olan Lee"].nested_in == found["MR. TREE"].id


def test_labels_are_nobodys_source_twice_and_spans_hold() -> None:
    found = attributions(INTERVIEW, "Hafn Weekly")
    labels = [a.source.start for a in found if a.source]
    assert len(labels) == len(set(labels))
    assert "Hafn Weekly" not in {a.source.text for a in found if a.source}
    whole = document(INTERVIEW)
    for attribution in found:
        whole.verify(attribution.content)


def test_a_text_without_dialogue_keeps_what_the_tagger_found() -> None:
    text = "Mara Voss said the toll was dead. “Not yet,” said Olan Tree."
    tagged = RuleTagger().tag(document(text))
    assert merge(document(text), tagged, read_dialogue(document(text))) == tagged


@given(
    st.lists(
        st.sampled_from(
            [
                "VOSS: No.",
                "Q: Why?",
                "A: So.",
                "— Why?",
                "— So.",
                "It rained.",
                "@a_b: x",
            ]
        ),
        max_size=12,
    )
)
def test_spans_never_overlap_and_stay_in_the_text(lines: list[str]) -> None:
    text = "\n\n".join(lines) or "x"
    found = read_dialogue(document(text))
    spans = sorted(span for one in found.spoken for span in one.content)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text).strip() for span in spans)
    assert all(
        isinstance(span, Span) and span.end <= len(text) for span in found.silent
    )


def test_questions_in_bold_are_the_interviewers_though_no_label_says_so() -> None:
    text = (
        "**Hafn Daily: Ms Teo, why did you go?**\n\n**Ana Teo:** Nobody listened to us."
        "\n\n**Would you accept less?**\n\n**Teo:** No, we would not.\n\n**And money?**"
        "\n\n**Teo:** Money is not enough."
    )
    assert [words for _, words in spoken(text)] == [
        "Nobody listened to us.",
        "No, we would not.",
        "Money is not enough.",
    ]
    assert "**And money?**" in silent(text)


def test_the_time_of_day_is_no_part_of_who_speaks() -> None:
    text = "10:14 Olan Tree said the toll was theft.\n\n9.05am GMT - Mara Voss said no."
    assert [a.source.text for a in attributions(text) if a.source] == [
        "Olan Tree",
        "Mara Voss",
    ]


UNLABELLED = """\
"I would sign it again"

Interview: Karl Doe

Ms Voss, are you selling the bridge?
I am making sure that it stands. The toll pays for it.

It has been called a tax.
By people with cars.

Does it have to stay?
I did the sums twice. Yes.
"""


def test_answers_under_unlabelled_questions_are_told_prompts_and_questions_not() -> (
    None
):
    assert spoken(UNLABELLED) == [
        ("", "I am making sure that it stands. The toll pays for it."),
        ("", "By people with cars."),
        ("", "I did the sums twice. Yes."),
    ]


def test_paragraphs_answer_until_the_next_one_asks() -> None:
    text = (
        "An interview with Mara Voss\n\nWhat is the toll for?\n\nWe need the money."
        "\n\nThe bridge is old.\n\nAnd who pays?\n\nI have said who."
    )
    assert spoken(text) == [
        ("", "We need the money. The bridge is old."),
        ("", "I have said who."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The toll explained\n\nWho pays?\nDrivers pay.\n\nWhy now?\nThe bridge is old.",
        "What now?\n\nThe council met.\n\nWho pays?\n\nNobody knew, Ms Voss said.",
        "Ms Voss, are you serious?\nI am.",
    ],
)
def test_explainers_and_news_that_ask_are_no_interview(text: str) -> None:
    assert spoken(text) == []


LETTERS = """\
LETTERS

Sir, Leave the bridge alone.
Winifred Oakes, Hafn

Sir, The toll is fair.
It pays for the bridge.
Capt. J. R. Dunmore (retd), Sable
"""


def test_each_letter_of_a_page_belongs_to_who_signs_it() -> None:
    assert spoken(LETTERS) == [
        ("Winifred Oakes", "Sir, Leave the bridge alone."),
        ("Capt. J. R. Dunmore", "Sir, The toll is fair. It pays for the bridge."),
    ]


def test_names_under_paragraphs_are_no_letters_without_heading_or_salutation() -> None:
    text = "The toll stays.\nMara Voss, Hafn\n\nThe bridge is old.\nKarl Doe, Sable"
    assert spoken(text) == []


def test_letters_may_be_signed_in_capitals_or_brackets_with_the_place_below() -> None:
    text = (
        "LETTERS TO THE EDITOR\n\nThe toll must go.\n\nMARA VOSS\nPort Hafn\n\n"
        "The toll is fair.\n\n[Karl Doe, Sable]\n\nScrap it.\n\nName withheld\n\n"
        "Keep it.\n(Ida Moss, Hafn)\n"
    )
    assert spoken(text) == [
        ("MARA VOSS", "The toll must go."),
        ("Karl Doe", "The toll is fair."),
        ("Ida Moss", "Keep it."),
    ]


def test_who_only_speaks_to_the_other_one_is_the_interviewer_without_a_question() -> (
    None
):
    text = (
        "**Courier:** Ms Voss, the guild is against the toll.\n\n"
        "**Voss:** Yes. Our members cannot pay it, and we have said so for years.\n\n"
        "**Courier:** You want the ferry scrapped as well.\n\n"
        "**Voss:** No. I want it to stay.\n"
    )
    assert {name for name, _ in spoken(text)} == {"Voss"}


def test_of_two_who_both_speak_of_themselves_nobody_is_the_interviewer() -> None:
    text = (
        "DOE: I support the toll. You do not, Ms Voss.\n\n"
        "VOSS: I do not, and I have said so for years in every meeting of this council.\n\n"
        "DOE: You have no plan.\n\nVOSS: We have one.\n"
    )
    assert {name for name, _ in spoken(text)} == {"DOE", "VOSS"}


def test_prompts_that_address_somebody_or_stand_in_bold_are_questions_too() -> None:
    text = (
        "Interview with Mara Voss, head of the guild\n\n"
        "Ms Voss, the guild is against the toll.\n\nWe are. It would ruin us.\n\n"
        "**The mayor says the ferry has to go.**\n\nI want to keep it.\n"
    )
    assert [words for _, words in spoken(text)] == [
        "We are. It would ruin us.",
        "I want to keep it.",
    ]
