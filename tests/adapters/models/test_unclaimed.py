"""Contents that no cue claims: who is told to have said them."""

from accord.adapters.models.fragments import quoted_characters
from accord.adapters.models.unclaimed import Sightings, claim
from accord.model import Attribution, Span
from accord.testing import make_document

SPEECH = (
    "We came here to talk about wages and we leave with nothing but a bill for the "
    "coffee, so the gates stay shut."
)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def relation(
    text: str, content: str, *, source: str | None = None, cue: str | None = None
) -> Attribution:
    return Attribution.of(
        make_document(text),
        source=(at(text, source),) if source else (),
        cue=(at(text, cue),) if cue else (),
        content=(at(text, content),),
        mode="indirect",
        produced_by="test",
        confidence=0.1,
    )


def claimed(
    text: str,
    content: str = SPEECH,
    *,
    sources: tuple[str, ...] = (),
    cues: tuple[str, ...] = (),
    doubtful: tuple[Attribution, ...] = (),
    found: tuple[Attribution, ...] = (),
) -> list[tuple[str, str | None, str | None]]:
    sightings = Sightings(
        [at(text, s) for s in sources],
        [at(text, s) for s in cues],
        [at(text, content)],
        doubtful,
    )
    new = claim(
        make_document(text),
        text,
        quoted=quoted_characters(text),
        found=found,
        sightings=sightings,
        producer="test",
    )
    return [
        (a.content.text, a.source and a.source.text, a.cue and a.cue.text) for a in new
    ]


def test_a_block_behind_a_colon_is_whose_the_sentence_before_it_tells() -> None:
    text = (
        f"Talks failed on Monday. Dora Lenz of the union told the gate:\n\n“{SPEECH}”"
    )

    assert claimed(text, sources=("Dora Lenz of the union",), cues=("told",)) == [
        (SPEECH, "Dora Lenz of the union", "told")
    ]


def test_a_colon_after_nobody_tells_nothing() -> None:
    assert claimed(f"The day in short:\n\n{SPEECH}") == []


def test_a_transcript_names_who_speaks_at_the_head_of_the_line() -> None:
    text = f"Partial transcript:\nLENZ: {SPEECH}\nHOLM: No."

    assert claimed(text) == [(SPEECH, "LENZ", None)]


def test_a_label_is_no_part_of_what_is_said() -> None:
    text = f"Dora Lenz: {SPEECH}"

    assert claimed(text, text) == [(SPEECH, "Dora Lenz", None)]


def test_a_signed_quotation_is_whose_signature_follows() -> None:
    text = f"“{SPEECH}” — Dora Lenz, crane driver"

    assert claimed(text) == [(SPEECH, "Dora Lenz", None)]


def test_a_doubtful_cue_may_claim_what_nobody_else_has() -> None:
    text = "The union lines up behind a ban on night work."
    doubt = relation(text, "a ban on night work", source="The union", cue="behind")

    assert claimed(text, "a ban on night work", doubtful=(doubt,)) == [
        ("a ban on night work", "The union", "behind")
    ]


def test_a_doubtful_cue_without_anybody_claims_nothing() -> None:
    text = "The union lines up behind a ban on night work."
    doubt = relation(text, "a ban on night work", cue="behind")

    assert claimed(text, "a ban on night work", doubtful=(doubt,)) == []


def test_what_a_relation_holds_is_not_claimed_again() -> None:
    text = f"Dora Lenz: {SPEECH}"

    assert claimed(text, found=(relation(text, SPEECH),)) == []


def test_short_words_without_a_cue_are_left() -> None:
    assert claimed("PICTURED: the gate", "the gate") == []


def test_what_nobody_claims_is_left() -> None:
    assert claimed(f"It rained.\n{SPEECH}") == []
