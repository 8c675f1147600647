import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Actor, Dossier, Finding, When
from accord.resolve import KnowledgeBase, ResolveStage, load_knowledge
from accord.resolve.stage import publication_day

ARTICLE = (
    "{s1:Valdorian Foreign Minister Mara Voss} {c1:said} on Monday that {q1:the fee "
    "would stay}. {s2:She} {c2:added} that {q2:{s3:Norland} {c3:wants} {q3:war}}, as "
    "reported by Hafn Radio. {s4:The archbishop} {c4:called} it {q4:a pity}. Former "
    "Foreign Minister Mara Voss smiled. {s5:Officials in Sable} {c5:doubt} {q5:it}."
)


@pytest.fixture(scope="module")
def article(mark: Any) -> Dossier:
    return mark(ARTICLE, day="2025-03-06")


def test_resolving_twice_is_resolving_once(
    stage: ResolveStage, article: Dossier
) -> None:
    once = stage(article)
    assert stage(once) == once
    assert once != article


def test_the_order_of_documents_does_not_matter(
    knowledge: KnowledgeBase, mark: Any, article: Dossier
) -> None:
    other = mark("{s1:She} {c1:said} {q1:never}. Juno Falk came.", day="2025-03-06")
    first, second = ResolveStage(knowledge), ResolveStage(knowledge)
    forwards = [first(article), first(other)]
    backwards = [second(other), second(article)]
    assert forwards == backwards[::-1]


def test_the_order_of_attributions_does_not_matter(
    stage: ResolveStage, article: Dossier
) -> None:
    shuffled = replace(article, attributions=article.attributions[::-1])
    one = {a.id: a for a in stage(article).attributions}
    assert {a.id: a for a in stage(shuffled).attributions} == one


def test_what_the_attribute_room_found_stays(
    stage: ResolveStage, article: Dossier
) -> None:
    for before, after in zip(
        article.attributions, stage(article).attributions, strict=True
    ):
        kept = ("id", "source", "cue", "content", "mode", "nested_in", "confidence")
        assert all(getattr(before, k) == getattr(after, k) for k in kept)


def test_findings_of_other_rooms_stay(stage: ResolveStage, article: Dossier) -> None:
    other = Finding.about(
        article.document, "no-date", note="no date", produced_by="read.stage.v1"
    )
    kinds = [f.kind for f in stage(replace(article, findings=(other,))).findings]
    assert kinds.count("no-date") == 1
    assert {"unresolved-speaker", "role-clash"} <= set(kinds)


def test_every_decision_has_a_rule_and_a_confidence(
    stage: ResolveStage, article: Dossier
) -> None:
    for attribution in stage(article).attributions:
        speaker = attribution.speaker
        assert speaker.rule
        assert 0.0 <= speaker.confidence <= 1.0
        assert (speaker.status == "unresolved") == (speaker.confidence == 0.0)


def test_a_resolved_speaker_has_an_id_and_the_hidden_have_none(
    stage: ResolveStage, article: Dossier
) -> None:
    for attribution in stage(article).attributions:
        speaker = attribution.speaker
        if speaker.status == "resolved":
            assert speaker.actor
        if speaker.status in {"anonymous", "unresolved"}:
            assert speaker.actor is None


def test_the_fingerprint_follows_the_knowledge(knowledge: KnowledgeBase) -> None:
    mine = ResolveStage(knowledge).fingerprint()
    assert mine == ResolveStage(knowledge).fingerprint()
    assert mine != ResolveStage(load_knowledge()).fingerprint()


def test_a_document_without_attributions_still_has_mentions(
    stage: ResolveStage, mark: Any
) -> None:
    done = stage(mark("Mara Voss met Juno Falk in Sable."))
    assert [m.text for m in done.mentions] == ["Mara Voss", "Juno Falk"]


def test_an_empty_document_passes(stage: ResolveStage, mark: Any) -> None:
    done = stage(mark(""))
    assert (done.mentions, done.attributions, done.findings) == ((), (), ())


def test_only_a_whole_day_is_a_day_of_publication(article: Dossier) -> None:
    document = article.document
    month = When(date(2025, 3, 1), date(2025, 3, 31), "month", "explicit")
    assert publication_day(document) == date(2025, 3, 6)
    assert publication_day(replace(document, published=month)) is None
    assert publication_day(replace(document, published=None)) is None
    unknown = When.unresolved("2 months ago")
    assert publication_day(replace(document, published=unknown)) is None


def test_the_actors_of_mentions_are_known_or_the_texts_own(
    stage: ResolveStage, article: Dossier, knowledge: KnowledgeBase
) -> None:
    for mention in stage(article).mentions:
        own = str(mention.actor).startswith("text:")
        assert own or isinstance(knowledge.actor(mention.actor), Actor)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            """Voss Mara she He the minister of Sable and Norland's U.S. “ ” , . ( ) said
            officials - The Foreign Minister former Mr. on Monday who , The Sable Post
            union Jr III I ' ’s \n""".split(" ")
        ),
        max_size=40,
    )
)
def test_no_words_break_it_and_offsets_hold(
    stage: ResolveStage, mark: Any, words: list[str]
) -> None:
    text = " ".join(words)
    half = len(text) // 2
    marked = f"{{s:{text[:half]}}} {{c:said}} {{q:{text[half:]} x}}"
    if not text[:half]:
        marked = f"{{q:{text} x}}"
    done = stage(mark(marked, day="2025-03-06"))
    whole = done.document.text
    for mention in done.mentions:
        assert whole[mention.start : mention.end] == mention.text
    assert stage(done) == done


@pytest.mark.parametrize(
    "piece",
    [
        "Mara Voss ",
        "the minister of ",
        "Voss, ",
        "A. ",
        "Foo Bar Union of ",
        "“' ",
        "x",
    ],
)
def test_a_long_paragraph_does_not_hang(
    stage: ResolveStage, mark: Any, piece: str
) -> None:
    text = piece * (60_000 // len(piece))
    dossier = mark(f"{{s:Mara Voss}} {{c:said}} {{q:yes}} {text}", day="2025-03-06")
    begun = time.process_time()
    stage(dossier)
    assert time.process_time() - begun < 15
