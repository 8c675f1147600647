"""Figures: what is counted, whom it is of, and whose number it is."""

from collections.abc import Callable

import pytest

from accord.model import ActorRef, Dossier, Figure
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


def figures(dossier: Dossier) -> list[Figure]:
    return list(find_reported(dossier).figures)


def test_the_words_of_a_figure_stand_at_its_place(read: Read) -> None:
    dossier = read("The dyke cost about 40 million euros ($44 million) last year.")

    (figure,) = figures(dossier)

    dossier.document.verify(figure.evidence)
    assert figure.evidence.text == "about 40 million euros ($44 million)"
    assert figure.approximate


def test_a_number_in_speech_is_the_speakers(read: Read) -> None:
    (figure,) = figures(read("{The dyke cost 40 million euros|Ode Varn}, she said."))

    assert figure.according_to == ActorRef("per:varn", "Ode Varn")


def test_a_number_the_text_states_itself_is_nobodys(read: Read) -> None:
    (figure,) = figures(read("The dyke cost 40 million euros."))

    assert figure.according_to is None


def test_who_puts_the_cost_at_a_number_gives_it(read: Read) -> None:
    (figure,) = figures(
        read("[the Tide Fund], which puts the loss at 9 million euros.")
    )

    assert figure.according_to == ActorRef("org:fund", "the Tide Fund")


POLL = (
    "A survey of 1,200 adults by [Quill Polls] asked about the dyke. It found that 64 "
    "percent of respondents oppose the plan. Among voters of the Green List the share "
    "rose to 81 percent; in the coastal towns it fell to 47 percent. Some 12 percent gave "
    "no answer.\nWages rose by 3 percent.\nThe mayor slept."
)


def test_shares_of_a_poll_carry_its_sample_and_pollster(read: Read) -> None:
    shares = [f for f in figures(read(POLL)) if f.unit == "percent"]

    assert [f.sample for f in shares] == [1200, 1200, 1200, 1200, None]
    assert {f.pollster for f in shares[:4]} == {ActorRef("org:quill", "Quill Polls")}
    assert shares[4].pollster is None


def test_sub_populations_are_told_apart(read: Read) -> None:
    shares = {f.value: f.population for f in figures(read(POLL)) if f.unit == "percent"}

    assert shares[64] == "respondents"
    assert shares[81] == "voters of the Green List"
    assert shares[47] == "the coastal towns"
    assert shares[12] is None


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("52 percent of Belmans believe it.", "Belmans"),
        ("64 percent of those polled saying no.", "those polled"),
        (
            "81 percent of the leftist Reason Party opposing it.",
            "the leftist Reason Party",
        ),
        ("3 percent of GDP was spent.", "GDP"),
        ("Of the 3,180 members of the guild, 87 percent left.", "members of the guild"),
        ("Fees rose by 3 percent.", None),
    ],
)
def test_a_share_is_of_somebody(read: Read, text: str, population: str | None) -> None:
    share = next(f for f in figures(read(text)) if f.unit == "percent")

    assert share.population == population


def test_those_who_were_asked_are_not_the_source(read: Read) -> None:
    text = (
        "A poll by [Quill Polls] is out. {44 percent were against it|Some 38 percent}."
    )

    (figure,) = figures(read(text))

    assert figure.according_to == ActorRef("org:quill", "Quill Polls")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They won a pay rise of 4.1 percent from May.", "a pay rise"),
        ("Some 300 fishing boats turned back.", "fishing boats turned back"),
        ("He pledged £2 million towards the deal.", "towards the deal"),
    ],
)
def test_what_is_counted_is_told_in_the_texts_words(
    read: Read, text: str, what: str
) -> None:
    (figure,) = figures(read(text))

    assert figure.what == what


def test_numbers_in_furniture_are_no_figures(read: Read) -> None:
    text = "The dyke cost 40 million euros.\nSave 20 percent on your subscription!"

    found = figures(read(text, furniture="Save 20 percent on your subscription!"))

    assert [f.unit for f in found] == ["EUR"]


def test_two_figures_never_share_an_id(read: Read) -> None:
    found = figures(read(POLL))

    assert len({f.id for f in found}) == len(found)


def test_a_share_of_all_asked_gets_its_margin_of_error(read: Read) -> None:
    shares = [f for f in figures(read(POLL)) if f.unit == "percent"]

    # 1.96 * sqrt(.64 * .36 / 1200); parts of the sample have none.
    assert [f.margin for f in shares] == [2.7, None, None, 1.8, None]


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("between May 3 and 9, 2031", "2031-05-03", "2031-05-09"),
        ("from 3 to 9 May 2031", "2031-05-03", "2031-05-09"),
        ("in late April 2031", "2031-04-16", "2031-04-30"),
        ("by telephone on 4 May 2031", "2031-05-04", "2031-05-04"),
    ],
)
def test_a_poll_tells_when_it_was_taken(
    read: Read, when: str, start: str, end: str
) -> None:
    text = f"The survey of 900 tenants was conducted {when}. It put support at 61%."
    (share,) = [f for f in figures(read(text)) if f.unit == "percent"]

    assert share.fielded is not None
    assert (str(share.fielded.start), str(share.fielded.end)) == (start, end)
    assert share.margin == 3.2


def test_a_country_told_apart_has_its_own_sample_and_margin(read: Read) -> None:
    text = (
        "The survey questioned 9,000 people, with 1,000 respondents in Norland. It "
        "found that 50 percent of Norlanders want a dyke. Some 40 percent do not care."
    )
    norland, whole = [f for f in figures(read(text)) if f.unit == "percent"]

    assert (norland.sample, norland.margin) == (1000, 3.1)
    # Of whom the other share is, the text leaves open.
    assert (whole.sample, whole.margin) == (9000, None)


def test_small_counts_in_words_are_figures_only_with_more_than_a_noun(
    read: Read,
) -> None:
    text = "The two old sides met three men from seven member states."

    assert [f.evidence.text for f in figures(read(text))] == ["seven member states"]


def test_the_day_a_poll_is_published_is_not_when_it_was_taken(read: Read) -> None:
    text = "A poll taken for the mills and published on 4 May 2031 found 61% for it."
    (share,) = figures(read(text))

    assert share.fielded is None


def test_shares_outside_polls_have_no_margin(read: Read) -> None:
    (share,) = figures(read("Rents rose by 6 percent."))

    assert (share.margin, share.fielded) == (None, None)
