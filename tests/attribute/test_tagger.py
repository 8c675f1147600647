import time

import pytest

from accord.attribute import RuleTagger
from accord.model import Attribution, Document, Furniture, content_id

TAGGER = RuleTagger()


def document_of(
    text: str,
    *,
    language: str | None = "en",
    furniture: tuple[Furniture, ...] = (),
) -> Document:
    return Document(
        id=content_id("document", text),
        produced_by="tests",
        path="pile/text.txt",
        title=None,
        outlet=None,
        author=None,
        language=language,
        url=None,
        published=None,
        length_chars=len(text),
        sha256="",
        furniture=furniture,
        text=text,
    )


def tag(text: str) -> tuple[Attribution, ...]:
    return TAGGER.tag(document_of(text))


def triples(text: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [
        (
            a.source.text if a.source else None,
            a.cue.text if a.cue else None,
            tuple(s.of(text) for s in a.content.spans),
        )
        for a in tag(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        # content behind the cue
        ("Voss said that the lock stays shut.", "Voss", "said", ["that the lock stays shut"]),
        ("Voss said the lock stays shut.", "Voss", "said", ["the lock stays shut"]),
        ("She told reporters on Monday that talks would go on.", "She", "told", ["that talks would go on"]),
        ("Norden has called for a new treaty.", "Norden", "has called", ["for a new treaty"]),
        ("The union refused to sign the accord.", "The union", "refused", ["to sign the accord"]),
        ("Kell criticised the company's offer.", "Kell", "criticised", ["the company's offer"]),
        ("The board asked whether the pilots would return.", "The board", "asked", ["whether the pilots would return"]),
        ("Kell is confident that the deal will hold.", "Kell", "is confident", ["that the deal will hold"]),
        ("Kell said of the offer, “It is an insult.”", "Kell", "said", ["It is an insult."]),
        ("Voss said on Monday that, while costs matter, the plan stands.", "Voss", "said", ["that, while costs matter, the plan stands"]),
        # content before the cue
        ("“We will not sign,” Voss said.", "Voss", "said", ["We will not sign"]),
        ("“We will not sign,” said Mara Voss, the foreign minister of Sable.", "Mara Voss, the foreign minister of Sable", "said", ["We will not sign"]),
        ("The lock will stay shut, the minister claimed.", "the minister", "claimed", ["The lock will stay shut"]),
        ("“Why now?” Kell asked.", "Kell", "asked", ["Why now?"]),
        ("'No deal,' she said.", "she", "said", ["No deal"]),
        ("«No deal», said Marten.", "Marten", "said", ["No deal"]),
        # around the cue
        ("“We will not sign,” he said, “and we will not pay.”", "he", "said", ["We will not sign", "and we will not pay."]),
        ("“We go,” he said. “We will not come back.”", "he", "said", ["We go", "We will not come back."]),
        ("The offer, she said, is an insult.", "she", "said", ["The offer", "is an insult"]),
        # sources
        ("Mara Voss, the foreign minister, said that talks were over.", "Mara Voss, the foreign minister", "said", ["that talks were over"]),
        ("Sen. Ola Brandt (R-Sable) said that talks were over.", "Sen. Ola Brandt (R-Sable)", "said", ["that talks were over"]),
        ("“Never,” one senior union official said.", "one senior union official", "said", ["Never"]),
        ("Norden, meanwhile, has said that it would wait.", "Norden, meanwhile", "has said", ["that it would wait"]),
        # set phrases
        ("According to the ministry, two ships sank.", "the ministry", "According to", ["two ships sank"]),
        ("Two ships sank, according to the ministry.", "the ministry", "according to", ["Two ships sank"]),
        ("She insisted, however, that ships must pass.", "She", "insisted", ["that ships must pass"]),
        ("The plan is dead, Voss said after meeting the envoy.", "Voss", "said", ["The plan is dead"]),
        ("The lock is shut, Voss told the council on Tuesday.", "Voss", "told", ["The lock is shut"]),
        ("Voss stated in an interview with the radio that it is over.", "Voss", "stated", ["that it is over"]),
        ("The union demands a pay rise.", "The union", "demands", ["a pay rise"]),
        ("She added that both Sable and Norden have agreed to wait.", "She", "added", ["that both Sable and Norden have agreed to wait"]),
        # headlines and transcripts
        ("Talks are over – Voss", "Voss", "–", ["Talks are over"]),
        ("Talks Are Over, Says Sable’s Voss", "Sable’s Voss", "Says", ["Talks Are Over"]),
        ("VOSS: We have time. Nobody hurries us.", "VOSS", ":", ["We have time. Nobody hurries us."]),
        ("“We are tired of waiting.” — Mara Voss, nurse", "Mara Voss", "—", ["We are tired of waiting."]),
        ("THE MINISTER SAID THAT THE TALKS WERE OVER.", "THE MINISTER", "SAID", ["THAT THE TALKS WERE OVER"]),
    ],
)  # fmt: skip
def test_source_cue_and_content_are_found(
    text: str, source: str, cue: str, content: list[str]
) -> None:
    assert (source, cue, tuple(content)) in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ship left the harbour at noon.",
        "A “great” idea, and a good one.",
        "It rained. It snowed.",
        "Q: Will you sign?",
        "Photo: the harbour at night",
    ],
)
def test_nothing_is_reported_where_nobody_speaks(text: str) -> None:
    assert tag(text) == ()


def test_mode_says_how_much_is_quoted() -> None:
    assert [a.mode for a in tag("“We will not sign,” Voss said.")] == ["direct"]
    assert [a.mode for a in tag("Voss said the plan was “dead”.")] == ["mixed"]
    assert [a.mode for a in tag("Voss said the plan was dead.")] == ["indirect"]


def test_a_report_within_a_report_is_nested_in_it() -> None:
    outer, inner = tag("Voss said that Norden had claimed that the deal was dead.")
    assert inner.source is not None
    assert inner.source.text == "Norden"
    assert inner.nested_in == outer.id
    assert outer.nested_in is None


def test_a_second_cue_has_the_subject_of_the_first() -> None:
    text = "Voss said that the plan was dead and added that nobody would pay."
    assert [(s, c) for s, c, _ in triples(text)] == [
        ("Voss", "said"),
        ("Voss", "added"),
    ]
    assert triples(text)[0][2] == ("that the plan was dead",)


def test_a_participle_has_the_subject_of_the_main_verb() -> None:
    text = "Voss said the plan was dead, adding that nobody would pay."
    assert ("Voss", "adding", ("that nobody would pay",)) in triples(text)


def test_quoted_as_saying_gives_source_and_who_passed_it_on() -> None:
    (found,) = tag("The agency quoted minister Ola Brandt as saying that talks failed.")
    assert found.source is not None
    assert found.source.text == "minister Ola Brandt"
    assert [v.name for v in found.via] == ["The agency"]
    assert found.via[0].actor is None


def test_as_reported_by_gives_who_passed_it_on() -> None:
    text = "He said the plan was dead, as reported by Sable News."
    (found,) = tag(text)
    assert [text[v.start : v.end] for v in found.via] == ["Sable News"]


def test_a_quotation_over_several_paragraphs_is_one_content() -> None:
    text = "“We will not go.\n\n“And we will not pay,” Voss said."
    ((source, _, content),) = triples(text)
    assert source == "Voss"
    assert content == ("We will not go.", "And we will not pay")


def test_a_quotation_alone_in_the_next_paragraph_goes_on_the_one_before() -> None:
    text = "“We will not go,” Voss said.\n\n“And we will not pay for it.”"
    ((_, _, content),) = triples(text)
    assert content == ("We will not go", "And we will not pay for it.")


def test_a_colon_announces_the_quotation_in_the_next_paragraph() -> None:
    text = "Voss was blunt in her reply:\n\n“We do not sell water.”"
    ((source, cue, content),) = triples(text)
    assert (source, cue, content) == ("Voss", ":", ("We do not sell water.",))


def test_nothing_in_furniture_is_reported() -> None:
    text = "Voss said that talks failed.\nKell said that we sell your data.\n"
    start = text.index("Kell")
    furniture = (Furniture(start, len(text) - 1, "notice"),)
    found = TAGGER.tag(document_of(text, furniture=furniture))
    assert [a.source.text for a in found if a.source] == ["Voss"]


def test_furniture_within_a_sentence_is_cut_out_of_its_spans() -> None:
    text = "Voss said that talks [advertisement here] had failed for good."
    start = text.index("[")
    end = text.index("]") + 1
    document = document_of(text, furniture=(Furniture(start, end, "other"),))
    (found,) = TAGGER.tag(document)
    assert [s.of(text) for s in found.content.spans] == [
        "that talks",
        "had failed for good",
    ]


def test_in_other_languages_only_quotations_are_found() -> None:
    text = "„Wir werden nicht unterschreiben“, sagte Voss. Kell said no."
    (found,) = TAGGER.tag(document_of(text, language="de"))
    assert found.content.text == "Wir werden nicht unterschreiben"
    assert found.source is None
    assert found.cue is None


def test_an_unbalanced_mark_does_not_hide_the_report() -> None:
    text = "Voss said that the “plan was dead. Kell said that it was alive."
    assert [s for s, _, _ in triples(text)] == ["Voss", "Kell"]


def test_reports_stand_in_text_order() -> None:
    found = tag("Voss said it was over. “No,” said Kell. Li denied that it was over.")
    starts = [a.hull.start for a in found]
    assert len(found) == 3
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "piece",
    [
        "He said that ",
        '"',
        "“a” said he, ",
        "“ab c\n",
        "1. ",
        "Li, ",
        "is ",
        "( ",
        "s' ",
        "😀é\u00ad ",
    ],
)
def test_time_is_linear_in_the_length_of_one_paragraph(piece: str) -> None:
    def once(text: str) -> float:
        began = time.process_time()
        TAGGER.tag(document_of(text))
        return time.process_time() - began

    def seconds(length: int) -> float:
        # The best of three: what else the process has to tidy up is not counted.
        return min(once((piece * length)[:length]) for _ in range(3))

    seconds(2_000)
    small, large = seconds(10_000), seconds(40_000)
    # Four times the text; quadratic work would take sixteen times as long.
    assert large < 9 * small + 0.2


@pytest.mark.parametrize(
    "text",
    [
        "It rests on firm guarantees for the lock.",
        "The two sides had a deal.",
        "Two questions remain open.",
    ],
)
def test_a_plural_is_not_taken_for_a_verb(text: str) -> None:
    assert tag(text) == ()
