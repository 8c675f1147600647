from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from accord.model import (
    UNRESOLVED,
    ActorRef,
    Codebook,
    Dossier,
    Furniture,
    Issue,
    Speaker,
    When,
    content_id,
)
from accord.position import PositionStage

NAMES = {"Arle": "state:arle", "Corva": "state:corva"}
PAY = Issue(
    id="pay",
    question="Should pay rise by eight percent?",
    terms=("pay", "pay rise"),
    options=("eight-percent", "four-percent", "freeze"),
)
STAGE = PositionStage(Codebook("test", (PAY,)))


def test_a_statement_says_who_what_when_and_with_which_words(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of(
        "[s The envoy of Arle] [c demanded] [x a pay rise of eight percent].",
        speaks_for=ActorRef("org:bund", "Bund"),
    )
    (made,) = STAGE(dossier).statements
    assert made.attribution == dossier.attributions[0].id
    assert (made.actor, made.name) == ("state:arle", "Arle")
    assert made.speaks_for == ActorRef("org:bund", "Bund")
    assert (made.issue, made.option) == ("pay", "eight-percent")
    assert (made.act, made.stance, made.strength) == ("demand", "support", 1.0)
    assert made.when == When.on(date(2031, 5, 2))
    assert made.evidence.text == "a pay rise of eight percent"
    dossier.document.verify(made.evidence)
    assert made.produced_by == STAGE.producer
    assert made.id == content_id(
        "statement",
        dossier.document.id,
        made.evidence.start,
        made.evidence.end,
        "state:arle",
        "pay",
    )


def test_the_cues_stand_in_the_evidence(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of("[s Arle] [c said] [x it will not accept lower pay].")
    (made,) = STAGE(dossier).statements
    assert {cue.says for cue in made.cues} >= {"term", "negation", "attitude:for"}
    for cue in made.cues:
        assert dossier.document.text[cue.start : cue.end] == cue.text
        assert made.evidence.start <= cue.start < cue.end <= made.evidence.end


def test_the_day_it_was_said_comes_before_the_day_of_publication(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of("[s Arle] [c demanded] [x a pay rise].")
    day = When.on(date(2031, 4, 30))
    vague = When.unresolved("recently")
    (plain,) = dossier.attributions
    said = replace(dossier, attributions=(replace(plain, said=day),))
    unknown = replace(dossier, attributions=(replace(plain, said=vague),))
    assert STAGE(said).statements[0].when == day
    assert STAGE(unknown).statements[0].when == dossier.document.published


def test_fragments_are_proved_by_the_words_from_first_to_last(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of("“[x Pay must rise],” [s Arle] [c said], “[x and soon].”")
    (made,) = STAGE(dossier).statements
    assert made.evidence.text == "Pay must rise,” Arle said, “and soon"


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        (Speaker(None, "an official", "anonymous", "test", 0.7), "an official"),
        (Speaker(None, None, "unresolved", "none", 0.0), "A plumber"),
    ],
)
def test_who_is_not_known_keeps_the_words_of_the_text(
    dossier_of: Callable[..., Dossier], speaker: Speaker, name: str
) -> None:
    marked = "[s A plumber] [c demanded] [x a pay rise]."
    (made,) = STAGE(dossier_of(marked, speaker=speaker)).statements
    assert (made.actor, made.name) == (None, name)


def test_a_side_that_nobody_takes_is_a_finding(
    dossier_of: Callable[..., Dossier],
) -> None:
    done = STAGE(dossier_of("“[x Pay must rise.]”", speaker=UNRESOLVED))
    assert done.statements == ()
    assert [f.kind for f in done.findings] == ["stance-without-speaker"]


def test_words_for_both_sides_are_unclear_and_a_finding(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c said] [x pay must rise; pay must not rise]."
    done = STAGE(dossier_of(marked))
    (made,) = done.statements
    assert (made.stance, made.strength) == ("unclear", 0.0)
    assert [f.kind for f in done.findings] == ["torn-stance"]


def test_a_clear_issue_without_a_side_is_unclear(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c said] [x the pay rise was on page three]."
    (made,) = STAGE(dossier_of(marked)).statements
    assert (made.stance, made.strength) == ("unclear", 0.0)


@pytest.mark.parametrize(
    "marked",
    [
        "[s Arle] [c said] [x the weather was cold].",
        "[s Arle] [c declined to comment on] [x the pay rise].",
        "[s Arle] [c asked:] [x Should pay rise?]",
        "[s Arle] [c said] [x they had paid the bill].",
    ],
)
def test_nothing_is_stated_where_nothing_is_said(
    dossier_of: Callable[..., Dossier], marked: str
) -> None:
    assert STAGE(dossier_of(marked)).statements == ()


def test_an_option_needs_all_its_words(dossier_of: Callable[..., Dossier]) -> None:
    (half,) = STAGE(
        dossier_of("[s Arle] [c wants] [x a pay rise of eight].")
    ).statements
    (freeze,) = STAGE(dossier_of("[s Arle] [c wants] [x a pay freeze].")).statements
    assert (half.option, freeze.option) == (None, "freeze")


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("Corva has also backed the pay rise.", "state:corva", "support"),
        ("Corva, however, rejected the pay rise.", "state:corva", "oppose"),
        ("Corva’s insistence on higher pay is old.", "state:corva", "support"),
        ("Corva signed a decree banning any pay rise.", "state:corva", "oppose"),
    ],
)
def test_a_side_told_as_a_fact_has_no_attribution(
    dossier_of: Callable[..., Dossier], text: str, actor: str, stance: str
) -> None:
    (made,) = STAGE(dossier_of(text, names=NAMES)).statements
    assert made.attribution is None
    assert (made.actor, made.stance) == (actor, stance)
    assert made.evidence.text.startswith("Corva")
    assert made.confidence < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Many have backed the pay rise.",
        "Corva met a man who backed the pay rise.",
        "Corva backed the plan, and the pay rise came.",
        "Corva talked about the pay rise.",
    ],
)
def test_facts_are_told_with_caution(
    dossier_of: Callable[..., Dossier], text: str
) -> None:
    assert STAGE(dossier_of(text, names=NAMES)).statements == ()


def test_furniture_tells_no_facts(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of("Corva backed the pay rise.", names=NAMES)
    page = (Furniture(0, 26, "teaser"),)
    marked = replace(dossier, document=replace(dossier.document, furniture=page))
    assert STAGE(marked).statements == ()
