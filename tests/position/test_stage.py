import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.model import Attribution, Codebook, Dossier, Finding, Span, Speaker
from accord.position import PositionStage, packaged_codebooks, parse_codebook

NAMES = {"Arle": "state:arle", "Corva": "state:corva"}
BOOKS = {book.name: book for book in packaged_codebooks()}
WAGES = PositionStage(BOOKS["wage-dispute"])
WORDS = st.sampled_from(
    "Arle Corva the strike pay rise must not accept reject only if unless demand said "
    "lift jobs wages no never and , . ; would will without offer mistake".split()
)


def nest(dossier: Dossier, marked: str, speaker: Speaker) -> Dossier:
    """Put an attribution on some words into the first one."""
    (outer,) = dossier.attributions
    start = dossier.document.text.index(marked)
    verb = dossier.document.text.index("rejected")
    inner = Attribution.of(
        dossier.document,
        source=(Span(start, start + 5),),
        cue=(Span(verb, verb + 8),),
        content=(Span(verb + 9, start + len(marked)),),
        mode="indirect",
        produced_by="test",
        confidence=0.8,
        nested_in=outer.id,
    )
    return replace(dossier, attributions=(outer, replace(inner, speaker=speaker)))


def test_running_twice_gives_the_same_as_running_once(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "On the strike, [s Arle] [c said] [x it was opposed]."
    once = WAGES(dossier_of(marked, names=NAMES))
    assert once.statements
    assert once.findings
    assert WAGES(once) == once


@given(st.lists(WORDS, min_size=1, max_size=30))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_quotation_stands_in_the_text(
    dossier_of: Callable[..., Dossier], words: list[str]
) -> None:
    dossier = dossier_of(f"[s Arle] [c said] [x {' '.join(words)}].", names=NAMES)
    done = WAGES(dossier)
    for statement in done.statements:
        done.document.verify(statement.evidence)
        assert -1 <= statement.strength <= 1
        assert 0 <= statement.confidence <= 1
        assert (statement.strength == 0) == (statement.stance == "unclear")
        for cue in statement.cues:
            assert done.document.text[cue.start : cue.end] == cue.text
    for attribution in done.attributions:
        if attribution.condition is not None:
            done.document.verify(attribution.condition)
    assert WAGES(done) == done
    assert len({s.id for s in done.statements}) == len(done.statements)


def test_what_other_rooms_made_stays(dossier_of: Callable[..., Dossier]) -> None:
    plain = dossier_of("[s Arle] [c demands] [x higher pay].")
    doubt = Finding.about(
        plain.document, "no-date", note="There is no date.", produced_by="read.text.v1"
    )
    done = WAGES(replace(plain, findings=(doubt,)))
    assert done.findings == (doubt,)
    assert done.document == plain.document
    assert done.attributions[0].source == plain.attributions[0].source


def test_words_of_another_speaker_within_are_not_the_outer_speakers(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c said] [x Corva rejected higher wages]."
    corva = Speaker("state:corva", "Corva", "resolved", "test", 0.9)
    dossier = nest(
        dossier_of(marked, names=NAMES), "Corva rejected higher wages", corva
    )
    found = {(s.actor, s.stance) for s in WAGES(dossier).statements}
    assert found == {("state:corva", "oppose")}


def test_one_speakers_nested_words_are_the_speakers_own(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c said] [x Arle  rejected higher wages]."
    plain = dossier_of(marked, names=NAMES)
    dossier = nest(plain, "Arle  rejected higher wages", plain.attributions[0].speaker)
    assert {s.actor for s in WAGES(dossier).statements} == {"state:arle"}


def test_a_codebook_of_five_lines_on_an_unseen_dispute_works(
    dossier_of: Callable[..., Dossier],
) -> None:
    book = parse_codebook(
        """
issues:
  - id: river-dam
    question: Should Arle build a dam on the Ister?
    terms: [dam, reservoir]
""",
        name="issues.yaml",
    )
    stage = PositionStage(book)

    def stance(marked: str) -> list[str]:
        return [s.stance for s in stage(dossier_of(marked, names=NAMES)).statements]

    assert stance("[s Corva] [c opposed] [x the reservoir].") == ["oppose"]
    assert stance("[s Corva] [c said] [x the dam must not be built].") == ["oppose"]
    assert stance("[s Corva] [c urged] [x Arle to scrap the dam].") == ["oppose"]
    assert stance("[s Arle] [c vowed to] [x finish the dam].") == ["support"]
    assert stance(
        "[s Corva] [c would accept] [x a dam if it got half of the water]."
    ) == ["conditional"]


def test_without_issues_there_are_acts_but_no_statements(
    dossier_of: Callable[..., Dossier],
) -> None:
    stage = PositionStage(Codebook("none", ()))
    done = stage(dossier_of("[s Arle] [c demands] [x higher pay]."))
    assert done.statements == ()
    assert done.attributions[0].act == "demand"


def test_a_document_without_words_passes(dossier_of: Callable[..., Dossier]) -> None:
    assert WAGES(dossier_of("")).statements == ()


def test_the_fingerprint_follows_the_codebook() -> None:
    prints = {PositionStage(book).fingerprint() for book in BOOKS.values()}
    assert len(prints) == len(BOOKS)
    assert PositionStage(BOOKS["wage-dispute"]).fingerprint() == WAGES.fingerprint()


@pytest.mark.parametrize(
    "content",
    [
        "pay must rise " * 8_000,
        "wages, " * 15_000,
        "if pay rises, " * 8_000,
        "not " * 30_000 + "pay",
        "consider pay " * 9_000,
    ],
    ids=["clauses", "list", "conditions", "negations", "gaps"],
)
def test_a_paragraph_without_end_does_not_hang(
    dossier_of: Callable[..., Dossier], content: str
) -> None:
    dossier = dossier_of(f"[s Arle] [c said] [x {content}].", names=NAMES)
    begin = time.process_time()
    WAGES(dossier)
    assert time.process_time() - begin < 8
