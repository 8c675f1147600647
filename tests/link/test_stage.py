"""The link room on invented piles: echoes, copies, passing-on, added marks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.link import Linked, LinkStage
from accord.link.compare import Comparison
from accord.link.meetings import meetings
from accord.link.pile import Pile
from accord.model import (
    Attribution,
    Document,
    Dossier,
    Furniture,
    Link,
    Mention,
    Span,
    Speaker,
    Via,
    When,
)

VENN = Speaker("per:venn", "Mara Venn", "resolved", "test", 1.0)
OST = Speaker("per:ost", "Karl Ost", "resolved", "test", 1.0)
NOBODY = Speaker(None, None, "unresolved", "none", 0.0)

FILLER = (
    "Fishermen in the bay counted nine boats. Rain fell on the market of Lunde all "
    "afternoon, and the mayor opened a library with green shutters."
)


def a_dossier(
    name: str,
    text: str,
    *said: tuple[Speaker, str],
    outlet: str | None = None,
    day: date | None = None,
    via: str | None = None,
    furniture: tuple[Furniture, ...] = (),
) -> Dossier:
    """Make a dossier; each thing said is a stretch of the text."""
    document = Document(
        id=f"document-{name}",
        produced_by="test.v1",
        path=f"pile/{name}.txt",
        title=None,
        outlet=outlet,
        author=None,
        language="en",
        url=None,
        published=When.on(day) if day else None,
        length_chars=len(text),
        sha256="",
        furniture=furniture,
        text=text,
    )
    attributions = []
    for speaker, words in said:
        start = text.index(words)
        direct = start > 0 and text[start - 1] in "“\"'"
        made = Attribution.of(
            document,
            source=(),
            cue=(),
            content=(Span(start, start + len(words)),),
            mode="direct" if direct else "indirect",
            produced_by="test.v1",
            confidence=1.0,
        )
        chain = (Via(None, via, 0, 1),) if via else ()
        attributions.append(replace(made, speaker=speaker, via=chain))
    return Dossier(document=document, attributions=tuple(attributions))


def link(*dossiers: Dossier) -> Linked:
    return LinkStage()(dossiers)


def kinds(links: Iterable[Link]) -> list[str]:
    return [one.kind for one in links]


QUOTE = "We keep the channel open and we pay for every lamp"


def test_one_quotation_in_two_documents_is_an_echo_dated_by_publication() -> None:
    early = a_dossier("z", f"“{QUOTE},” she said.", (VENN, QUOTE), day=date(2031, 1, 2))
    late = a_dossier(
        "a", f"Venn told us: “{QUOTE}.”", (VENN, QUOTE), day=date(2031, 1, 5)
    )

    (found,) = link(late, early).links

    assert found.kind == "echo"
    assert found.similarity == 1.0
    assert {found.a, found.b} == {
        early.attributions[0].id,
        late.attributions[0].id,
    }
    first = found.a if found.first == "a" else found.b
    assert first == early.attributions[0].id


def test_without_dates_it_is_not_known_who_was_first_nor_whether_credit_was_due() -> (
    None
):
    one = a_dossier("a", f"“{QUOTE},” she said.", (VENN, QUOTE))
    other = a_dossier("b", f"Venn told us: “{QUOTE}.”", (VENN, QUOTE))

    (found,) = link(one, other).links

    assert found.first is None
    assert found.credited is None


def test_the_later_report_credits_when_it_names_the_outlet_of_the_first() -> None:
    first = a_dossier(
        "a", f"“{QUOTE},” she said.", (VENN, QUOTE),
        outlet="Harbour Post", day=date(2031, 1, 2),
    )  # fmt: skip
    fair = a_dossier(
        "b", f"“{QUOTE},” Venn told the Harbour Post.", (VENN, QUOTE),
        outlet="Tide Mail", day=date(2031, 1, 5),
    )  # fmt: skip
    unfair = a_dossier(
        "c", f"“{QUOTE},” Venn said near the harbour post office.", (VENN, QUOTE),
        outlet="Tide Mail", day=date(2031, 1, 5),
    )  # fmt: skip

    (credited,) = link(first, fair).links
    (uncredited,) = link(first, unfair).links

    assert credited.credited is True
    assert uncredited.credited is False


def test_a_quotation_is_not_linked_within_its_own_document() -> None:
    text = f"“{QUOTE},” she said. Later she repeated: “{QUOTE}.”"
    dossier = a_dossier("a", text, (VENN, QUOTE))
    again = text.rindex(QUOTE)
    second = Attribution.of(
        dossier.document,
        source=(),
        cue=(),
        content=(Span(again, again + len(QUOTE)),),
        mode="direct",
        produced_by="test.v1",
        confidence=1.0,
    )

    both = replace(dossier, attributions=(*dossier.attributions, second))

    assert link(both).links == ()


def test_a_rare_short_quotation_of_one_speaker_is_an_echo() -> None:
    one = a_dossier(
        "a", "Venn called the offer “half-boiled” again.", (VENN, "half-boiled")
    )
    other = a_dossier(
        "b", "The promises are “half-boiled” at best, she said.",
        (VENN, "The promises are “half-boiled” at best"),
    )  # fmt: skip

    assert kinds(link(one, other).links) == ["echo"]


def test_one_opening_of_two_quotations_is_no_echo_unless_one_of_them_ends_there() -> (
    None
):
    opening = "With deep respect for the harbour council"
    whole, other, clipped = (
        a_dossier(name, f"“{words}”, said Venn.", (VENN, words))
        for name, words in (
            ("a", f"{opening}, lamps cost money"),
            ("b", f"{opening}, boats need a pier"),
            ("c", opening),
        )
    )

    assert link(whole, other).links == ()
    assert kinds(link(whole, clipped).links) == ["echo"]


@pytest.mark.parametrize(("apart", "via", "meet"), [
    (45, None, True),
    (46, None, False),
    (46, "The Harbour Post", True),
])  # fmt: skip
def test_a_rare_short_quotation_months_later_is_compared_only_if_passed_on(
    apart: int, via: str | None, *, meet: bool
) -> None:
    day = date(2030, 3, 1)
    one = a_dossier(
        "a", "Venn called it “half-boiled” then.", (VENN, "half-boiled"), day=day
    )
    other = a_dossier(
        "b", "The “half-boiled” promises of lamps, she said.",
        (VENN, "The “half-boiled” promises of lamps"),
        day=day + timedelta(days=apart), via=via,
    )  # fmt: skip
    pile = Pile([one, other])

    met = list(meetings(pile, Comparison.over(pile)))

    assert met == ([(0, 1, False)] if meet else [])


def test_the_same_short_quotation_of_another_speaker_is_not() -> None:
    one = a_dossier(
        "a", "Venn called the offer “half-boiled” again.", (VENN, "half-boiled")
    )
    other = a_dossier("b", "Ost found it “half-boiled” too.", (OST, "half-boiled"))

    assert link(one, other).links == ()


def test_a_short_quotation_that_everyone_uses_is_no_echo() -> None:
    one = a_dossier(
        "a", "Venn wants “harbour guarantees” now.", (VENN, "harbour guarantees")
    )
    other = a_dossier(
        "b",
        "Such “harbour guarantees” cost money, Venn said.",
        (VENN, "harbour guarantees"),
    )
    pile = [
        a_dossier(str(n), f"The harbour guarantees of year {n} were signed.")
        for n in range(4)
    ]

    assert link(one, other, *pile).links == ()


def test_the_opposite_in_nearly_the_same_words_is_a_contradiction_and_no_echo() -> None:
    day = date(2031, 4, 1)
    yes = "the council would reopen the northern channel before winter"
    no = "the council would not reopen the northern channel before winter"
    one = a_dossier("a", f"Venn said {yes}.", (VENN, yes), day=day)
    other = a_dossier("b", f"Venn said {no}.", (VENN, no), day=day)

    (found,) = link(one, other).links

    assert found.kind == "contradiction"
    assert "negation" in found.note
    assert "not" in found.note


@pytest.mark.parametrize(("apart", "linked"), [(2, True), (60, False)])
def test_another_wording_needs_a_near_date(apart: int, linked: bool) -> None:  # noqa: FBT001
    first, second = (
        "Lift the levy on copper first, then we talk about steel",
        "We can talk about steel once the copper levy is lifted",
    )
    one = a_dossier("a", f"“{first},” Ost said.", (OST, first), day=date(2031, 1, 1))
    later = date.fromordinal(date(2031, 1, 1).toordinal() + apart)
    other = a_dossier("b", f"“{second},” Ost said.", (OST, second), day=later)

    assert bool(link(one, other).links) is linked


def test_words_passed_on_by_name_are_linked_even_in_a_free_rendering() -> None:
    source = "the ferries will carry no troops through the strait this summer"
    free = "no soldiers on the ferries of the strait, not this summer"
    one = a_dossier("a", f"Venn said {source}.", (VENN, source), outlet="Harbour Post")
    other = a_dossier(
        "b", f"As the Post has it, Venn wants {free}.", (VENN, free),
        outlet="Tide Mail", via="The Harbour Post",
    )  # fmt: skip
    without = a_dossier(
        "b", f"As the Post has it, Venn wants {free}.", (VENN, free), outlet="Tide Mail"
    )

    (found,) = link(one, other).links

    assert found.kind == "passed-on"
    assert found.credited is True
    source_id = found.a if found.first == "a" else found.b
    assert source_id == one.attributions[0].id
    assert link(one, without).links == ()


LOOSE = "I have gone through it two times and discovered no article about a finger"
TIGHT = "I read it twice and found no article that obliges anyone to lift a finger"


def test_two_translations_are_linked_where_the_documents_echo_each_other_elsewhere() -> (
    None
):
    text = "“{}.” She added: “" + QUOTE + ".”"
    one = a_dossier("a", text.format(TIGHT), (VENN, TIGHT), (VENN, QUOTE))
    other = a_dossier("b", text.format(LOOSE), (VENN, LOOSE), (VENN, QUOTE))
    alone = a_dossier("b", f"“{LOOSE}.”", (VENN, LOOSE))

    assert kinds(link(one, other).links) == ["echo", "echo"]
    assert link(one, alone).links == ()


@pytest.mark.parametrize(
    ("one", "other", "respect"),
    [
        ("close nine of the forty coal mines by June", "close ten of the forty coal mines by June", "number"),
        ("reopen the northern ferry on Monday with a guard", "reopen the northern ferry on Friday with a guard", "date"),
    ],
)  # fmt: skip
def test_one_utterance_with_another_number_or_day_is_a_contradiction(
    one: str, other: str, respect: str
) -> None:
    day = date(2031, 4, 1)
    pile = [
        a_dossier(name, f"Venn said they would {words}.", (VENN, words), day=day)
        for name, words in (("a", one), ("b", other))
    ]

    contradictions = [x for x in link(*pile).links if x.kind == "contradiction"]

    assert [respect in found.note for found in contradictions] == [True]


def test_the_same_words_of_two_people_are_an_echo_and_a_contradiction() -> None:
    day = date(2031, 4, 1)
    one = a_dossier("a", f"“{QUOTE},” Venn said.", (VENN, QUOTE), day=day)
    other = a_dossier("b", f"“{QUOTE},” Ost said.", (OST, QUOTE), day=day)

    assert kinds(link(one, other).links) == ["contradiction", "echo"]


def test_who_has_both_figures_contradicts_nobody() -> None:
    day = date(2031, 4, 1)
    nine = "the council will close nine of the forty coal mines"
    ten = "the council will close ten of the forty coal mines"
    both = a_dossier(
        "a", f"Venn said {nine}. Later Venn said {ten}.", (VENN, nine), (VENN, ten),
        day=day,
    )  # fmt: skip
    again = a_dossier(
        "b", f"Venn: {nine}. Then: {ten}.", (VENN, nine), (VENN, ten), day=day
    )

    assert "contradiction" not in kinds(link(both, again).links)


def test_an_outlet_that_names_itself_passes_nothing_on() -> None:
    words = "the ferries will carry no troops through the strait this summer"
    free = "no soldiers on the ferries of the strait, not this summer"
    one = a_dossier("a", f"Venn said {words}.", (VENN, words), outlet="Tide Mail")
    other = a_dossier(
        "b", f"Venn told the Mail she wants {free}.", (VENN, free),
        outlet="Tide Mail", via="Tide Mail",
    )  # fmt: skip

    assert link(one, other).links == ()


def test_a_spoken_sentence_is_an_echo_even_if_one_document_names_another_speaker() -> (
    None
):
    words = "sit down with anyone who arrives with an ultimatum"
    quoted, told = f"We will not {words}", f"it would not {words}"
    one = a_dossier("a", f"“{quoted},” Venn said.", (VENN, quoted))
    other = a_dossier("b", f"Ost's office said {told}.", (OST, told))

    assert kinds(link(one, other).links) == ["echo"]


def test_an_outer_attribution_is_not_linked_for_the_words_of_the_inner_one() -> None:
    text = f"The Tide Mail reported that “{QUOTE},” as Venn said."
    dossier = a_dossier("b", text, (VENN, QUOTE))
    start, end = text.index("that"), len(text)
    outer = Attribution.of(
        dossier.document,
        source=(),
        cue=(),
        content=(Span(start, end),),
        mode="mixed",
        produced_by="test.v1",
        confidence=1.0,
    )
    inner = replace(dossier.attributions[0], nested_in=outer.id)
    nested = replace(dossier, attributions=(outer, inner))
    one = a_dossier("a", f"“{QUOTE},” she said.", (VENN, QUOTE))

    (found,) = link(one, nested).links

    assert inner.id in {found.a, found.b}


ARTICLE = (
    "The harbour council met on Monday to weigh a fee for pilots. "
    "Nobody in the hall had read the annex, which sets the price of a lamp at nine "
    "crowns and the price of a buoy at forty. The session ended at dusk without a vote."
)


def test_a_reprint_is_a_copy_and_an_uncredited_one_is_doubted() -> None:
    original = a_dossier(
        "o", f"{ARTICLE} {FILLER}", outlet="Harbour Post", day=date(2031, 1, 2)
    )
    reprint = a_dossier(
        "r", f"Town news. {ARTICLE}", outlet="Tide Mail", day=date(2031, 1, 9)
    )

    found = link(reprint, original)

    (copy,) = found.links
    (doubt,) = found.findings
    assert copy.kind == "copy"
    assert copy.credited is False
    assert {copy.a, copy.b} == {"document-o", "document-r"}
    assert doubt.kind == "uncredited-copy"
    assert doubt.document == "document-r"
    assert doubt.start is not None
    assert doubt.end is not None
    assert reprint.document.text[doubt.start : doubt.end] == doubt.text
    assert "Harbour Post" in doubt.note


def test_a_credited_reprint_is_not_doubted() -> None:
    original = a_dossier("o", ARTICLE, outlet="Harbour Post", day=date(2031, 1, 2))
    reprint = a_dossier(
        "r", f"{ARTICLE} First published by the Harbour Post.",
        outlet="Tide Mail", day=date(2031, 1, 9),
    )  # fmt: skip

    found = link(reprint, original)

    assert found.links[0].credited is True
    assert found.findings == ()


def test_a_reprint_without_dates_is_linked_but_accuses_nobody() -> None:
    found = link(a_dossier("o", ARTICLE), a_dossier("r", ARTICLE))

    assert kinds(found.links) == ["copy"]
    assert found.links[0].similarity == 1.0
    assert found.findings == ()


def test_two_reports_of_one_speech_are_no_copies_of_each_other() -> None:
    speech = (
        "“Nobody in this hall has read the annex. It sets the price of a lamp at nine "
        "crowns and the price of a buoy at forty, and it was written by the buoy makers.”"
    )
    one = a_dossier("a", f"{FILLER} Venn said: {speech}")
    other = a_dossier(
        "b", "Applause greeted the speaker in Orle. " + speech + " The evening ended "
        "with a concert by the choir of the dockers, who sang until the tide turned, "
        "and with a fish supper that the guild of netmakers had paid for.",
    )  # fmt: skip

    assert "copy" not in kinds(link(one, other).links)


def test_shared_furniture_makes_no_copy() -> None:
    notice = (
        "Sign up for our morning letter and never miss a story about the sea, the "
        "harbour, the fleet, the weather, the tides and the people who live with them."
    )
    texts = [f"{FILLER}\n{notice}", f"{ARTICLE}\n{notice}"]
    pile = [
        a_dossier(
            str(n), text,
            furniture=(Furniture(text.index(notice), len(text), "subscription"),),
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip

    assert link(*pile).links == ()


def test_passages_lifted_from_a_longer_text_make_a_copy_in_part() -> None:
    lifted = [
        "the annex sets the price of a lamp at nine crowns and of a buoy at forty",
        "nobody in the hall had read the paper before the session began at noon",
        "the choir of the dockers sang until the tide turned in the small hours",
    ]
    padding = [
        " ".join(f"{word}{n}" for n in range(60))
        for word in ("oak", "elm", "ash", "fir")
    ]
    text = ". ".join(
        part for pair in zip(padding, [*lifted, "end"], strict=True) for part in pair
    )
    other = ". ".join(
        " ".join(f"{word}{n}" for n in range(50)) + f". {part}"
        for word, part in zip(("sun", "sky", "ice"), lifted, strict=True)
    )

    (found,) = link(a_dossier("a", text), a_dossier("b", other)).links

    assert found.kind == "copy"
    assert found.similarity < 0.3


def a_mention(dossier: Dossier, words: str, actor: str) -> Dossier:
    start = dossier.document.text.index(words)
    mention = Mention(
        document=dossier.document.id,
        start=start,
        end=start + len(words),
        text=words,
        actor=actor,
        name=words,
        rule="test",
        confidence=1.0,
    )
    return replace(dossier, mentions=(mention,))


PARAPHRASE = (
    "Venn has also stated that Orle is quietly working to empty the bay of fish."
)
INFLATED = "Venn slammed Orle for “quietly working to empty the bay” for years."


def test_a_paraphrase_that_later_stands_in_marks_is_a_finding() -> None:
    early = a_mention(
        a_dossier("e", PARAPHRASE, day=date(2031, 1, 2)), "Venn", "per:venn"
    )
    late = a_mention(a_dossier("l", INFLATED, day=date(2031, 2, 2)), "Venn", "per:venn")

    (finding,) = link(late, early).findings

    assert finding.kind == "added-quotation-marks"
    assert finding.document == "document-l"
    assert finding.text == "quietly working to empty the bay"


@pytest.mark.parametrize(
    "days",
    [
        (date(2031, 2, 2), date(2031, 1, 2)),
        (date(2031, 1, 2), date(2031, 1, 2)),
        (None, date(2031, 1, 2)),
    ],
)
def test_marks_may_have_been_dropped_unless_the_paraphrase_is_earlier(
    days: tuple[date | None, date],
) -> None:
    plain = a_mention(a_dossier("e", PARAPHRASE, day=days[0]), "Venn", "per:venn")
    quoted = a_mention(a_dossier("l", INFLATED, day=days[1]), "Venn", "per:venn")

    assert link(plain, quoted).findings == ()


def test_marks_that_somebody_had_by_then_are_not_added() -> None:
    pile = [
        a_mention(a_dossier(name, text, day=day), "Venn", "per:venn")
        for name, text, day in (
            ("e", PARAPHRASE, date(2031, 1, 2)),
            ("s", f"{FILLER} {INFLATED}", date(2031, 1, 2)),
            ("l", INFLATED, date(2031, 2, 2)),
        )
    ]

    assert link(*pile).findings == ()


def test_the_same_words_about_someone_else_are_not_doubted() -> None:
    early = a_mention(
        a_dossier("e", PARAPHRASE, day=date(2031, 1, 2)), "Orle", "state:orle"
    )
    late = a_mention(a_dossier("l", INFLATED, day=date(2031, 2, 2)), "Venn", "per:venn")

    assert link(late, early).findings == ()


def the_whole_pile() -> list[Dossier]:
    day = date(2031, 1, 2)
    quoted = [
        a_dossier(
            f"q{n}", f"Report {n}. “{QUOTE},” she said.", (VENN, QUOTE),
            outlet=f"Outlet {n}", day=date(2031, 1, 1 + n),
        )
        for n in range(4)
    ]  # fmt: skip
    return [
        *quoted,
        a_dossier("o", ARTICLE, outlet="Harbour Post", day=day),
        a_dossier("r", f"News. {ARTICLE}", outlet="Tide Mail", day=date(2031, 1, 9)),
        a_dossier("r2", ARTICLE, outlet="Quay Times"),
        a_mention(a_dossier("e", PARAPHRASE, day=day), "Venn", "per:venn"),
        a_mention(a_dossier("l", INFLATED, day=date(2031, 3, 1)), "Venn", "per:venn"),
    ]


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(random: Random) -> None:
    pile = the_whole_pile()
    expected = LinkStage()(pile)
    random.shuffle(pile)

    assert expected.links
    assert expected.findings
    assert LinkStage()(pile) == expected


def test_what_the_room_found_before_does_not_change_what_it_finds_now() -> None:
    pile = the_whole_pile()
    expected = LinkStage()(pile)
    again = [
        dossier.with_findings(
            "link",
            tuple(f for f in expected.findings if f.document == dossier.document.id),
        )
        for dossier in pile
    ]

    assert LinkStage()(again) == expected


def test_a_story_that_everyone_prints_makes_few_links_for_each_of_them() -> None:
    pile = [
        a_dossier(f"{n:03}", f"Edition {n}. {ARTICLE}", day=date(2031, 1, 1 + n % 28))
        for n in range(120)
    ]

    found = LinkStage()(pile).links

    assert 120 <= len(found) <= 120 * 14


def test_each_two_documents_of_a_story_of_some_dozens_are_compared() -> None:
    pile = [
        a_dossier(f"{n:03}", f"Edition {n}. {ARTICLE}", day=date(2031, 1, 1 + n % 28))
        for n in range(40)
    ]

    found = LinkStage()(pile).links

    assert kinds(found) == ["copy"] * (40 * 39 // 2)


def test_copies_of_different_parts_of_one_story_need_not_share_a_word() -> None:
    words = [f"word{n}" for n in range(60)]
    whole = " ".join(words)
    halves = [" ".join(words[:30]), " ".join(words[30:])]
    # More editions of the whole than wording is followed through.
    editions = [f"Edition {n} {whole}" for n in range(20)]
    pile = [a_dossier(f"{n:02}", text) for n, text in enumerate([*editions, *halves])]

    found = link(*pile).links

    assert {"document-20", "document-21"} not in ({x.a, x.b} for x in found)
    assert len(found) == 20 * 19 // 2 + 2 * 20


def test_a_pile_above_the_limit_is_sampled_and_says_so() -> None:
    pile = [a_dossier(name, f"Edition {name}. {ARTICLE}") for name in "ab"]

    sampled, whole = (LinkStage(exact_documents=n)(pile) for n in (1, 2))

    assert kinds(sampled.links) == kinds(whole.links) == ["copy"]
    assert "2 documents" in sampled.notice
    assert whole.notice == ""


def test_what_nobody_known_said_is_linked_where_documents_echo_again_and_again() -> (
    None
):
    both = ("we will light the lamps at dusk again", "no ship of ours waits for a bribe",
            "the pilots are paid in coin and on Fridays")  # fmt: skip
    pledges = (
        "to defend each harbour if attacked",
        "to defend each harbour if their own pilots are attacked",
    )

    def report(name: str, pledge: str, spoken: tuple[str, ...]) -> Dossier:
        quotes = " ".join(f"“{words},” Venn said." for words in spoken)
        text = f"{quotes} The two ports pledged {pledge}."
        said = [*((VENN, words) for words in spoken), (NOBODY, pledge)]
        return a_dossier(name, text, *said, day=date(2031, 1, 2))

    for spoken, links in ((both, 4), (both[:1], 1)):
        pile = [report("a", pledges[0], spoken), report("b", pledges[1], spoken)]
        assert kinds(link(*pile).links).count("echo") == links


def test_an_empty_pile_has_no_links() -> None:
    assert LinkStage()([]) == Linked((), ())


def test_a_text_of_one_endless_quotation_does_not_hang() -> None:
    endless = "the lamp and the buoy and " * 4000
    pile = [
        a_dossier(name, f"“{endless}”", (NOBODY, endless), day=date(2031, 1, 1))
        for name in "ab"
    ]

    assert LinkStage()(pile).links


def test_the_fingerprint_names_the_producer() -> None:
    assert LinkStage().fingerprint() == LinkStage().fingerprint()
    assert LinkStage().fingerprint() != LinkStage("link.rules.v0").fingerprint()


def test_one_long_passage_of_another_outlet_is_a_copy_in_part() -> None:
    passage = " ".join(f"word{number}" for number in range(40)) + "."
    other = " ".join(f"else{number}" for number in range(400)) + "."
    third = " ".join(f"more{number}" for number in range(400)) + "."
    early = a_dossier(
        "a", f"{other}\n{passage}", outlet="Tide Mail", day=date(2031, 1, 2)
    )
    late = a_dossier(
        "b", f"{third}\n{passage}", outlet="Bay Post", day=date(2031, 1, 5)
    )
    own = a_dossier(
        "c", f"{third}\n{passage}", outlet="Tide Mail", day=date(2031, 1, 6)
    )

    assert kinds(link(early, late).links) == ["copy"]
    assert kinds(link(early, own).links) == []
