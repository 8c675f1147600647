from dataclasses import replace

from accord.attribute import AttributeStage, RuleTagger
from accord.model import Attribution, Document, Dossier, Finding, Span, content_id

TEXT = "Voss said the plan was “dead. “Not yet,” said Kell.\n“It is, he said.\n"


class SilentTagger:
    """A tagger that finds nothing."""

    producer = "attribute.silent.v1"

    def tag(self, document: Document) -> tuple[Attribution, ...]:
        assert document.text
        return ()


def dossier_of(text: str) -> Dossier:
    return Dossier(
        document=Document(
            id=content_id("document", text),
            produced_by="tests",
            path="pile/text.txt",
            title=None,
            outlet=None,
            author=None,
            language="en",
            url=None,
            published=None,
            length_chars=len(text),
            sha256="",
            furniture=(),
            text=text,
        )
    )


def test_the_taggers_attributions_replace_those_made_before() -> None:
    filled = AttributeStage(RuleTagger())(dossier_of(TEXT))
    assert filled.attributions
    assert AttributeStage(SilentTagger())(filled).attributions == ()


def test_marks_that_do_not_fit_become_findings_of_the_room() -> None:
    found = AttributeStage(SilentTagger())(dossier_of(TEXT)).findings
    assert {f.kind for f in found} == {"garbled-quote", "unbalanced-quote"}
    assert all(f.produced_by.startswith("attribute.") for f in found)
    assert all(f.text == "“" for f in found)


def test_findings_of_other_rooms_stay_and_are_not_said_twice() -> None:
    dossier = dossier_of(TEXT)
    last = TEXT.rindex("“")
    theirs = Finding.about(
        dossier.document,
        "unbalanced-quote",
        note="A line whose marks do not pair.",
        produced_by="read.stage.v1",
        span=Span(last, len(TEXT) - 1),
    )
    found = AttributeStage(SilentTagger())(
        replace(dossier, findings=(theirs,))
    ).findings
    assert theirs in found
    assert [f for f in found if f.start is not None and f.start >= last] == [theirs]


def test_the_fingerprint_depends_on_the_tagger() -> None:
    rules, silent = AttributeStage(RuleTagger()), AttributeStage(SilentTagger())
    assert rules.fingerprint() == AttributeStage(RuleTagger()).fingerprint()
    assert rules.fingerprint() != silent.fingerprint()


def test_producers_are_versioned() -> None:
    assert RuleTagger.producer == "attribute.rules.v1"
    assert AttributeStage.producer.startswith("attribute.")


def test_a_flood_of_odd_marks_is_told_once_and_not_mark_by_mark() -> None:
    found = AttributeStage(SilentTagger())(dossier_of("“ he said " * 3_000)).findings
    assert len(found) == len({f.id for f in found}) <= 2 * 50
    assert any("more like it follow." in f.note for f in found)


def test_a_handful_of_odd_marks_is_told_mark_by_mark() -> None:
    found = AttributeStage(SilentTagger())(dossier_of("No” he said.\n\n" * 50)).findings
    assert len(found) == 50
    assert not any("more like it" in f.note for f in found)


def test_who_is_counted_and_rejected_rejects_nothing() -> None:
    stage = AttributeStage(RuleTagger())
    flight = stage(dossier_of("A flight with 43 rejected applicants landed on Monday."))
    assert flight.attributions == ()
    vote = stage(dossier_of("Of the members, 43 rejected the plan on Monday."))
    assert [a.cue.text for a in vote.attributions if a.cue] == ["rejected"]


def test_asking_a_sample_is_no_speech() -> None:
    text = "Nordmetrik questioned 1,004 adults in May. He asked whether it rained."
    dossier = dossier_of(text)

    class Asking(SilentTagger):
        def tag(self, document: Document) -> tuple[Attribution, ...]:
            def made(source: str, cue: str, content: str) -> Attribution:
                spans = [
                    (Span(text.index(part), text.index(part) + len(part)),)
                    for part in (source, cue, content)
                ]
                return Attribution.of(
                    document,
                    source=spans[0],
                    cue=spans[1],
                    content=spans[2],
                    mode="indirect",
                    produced_by="test",
                    confidence=0.9,
                )

            return (
                made("Nordmetrik", "questioned", "1,004 adults in May"),
                made("He", "asked", "whether it rained"),
            )

    found = AttributeStage(Asking())(dossier).attributions
    assert [a.source.text for a in found if a.source] == ["He"]
