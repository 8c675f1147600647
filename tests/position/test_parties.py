from collections.abc import Callable

import pytest

from accord.model import UNRESOLVED, ActorRef, Codebook, Dossier, Speaker
from accord.position import PositionStage
from accord.position.parties import mention_starts, side_of_subject, voice_of
from accord.position.phrases import tokenise

STAGE = PositionStage(Codebook("none", ()))
NAMES = {"Arle": "state:arle", "Corva": "state:corva", "Bund": "org:bund"}


@pytest.mark.parametrize(
    ("marked", "target"),
    [
        ("[s Arle] [c accused] [x Corva of theft].", "state:corva"),
        ("[s Arle] [c urged] [x Corva to leave].", "state:corva"),
        ("[s Arle] [c warned] Corva [x against haste].", "state:corva"),
        ("[s Arle] [c called on] [x the Bund to help].", "org:bund"),
        ("[s Arle] [c slammed] [x Corva’s plan].", "state:corva"),
        ("[s Arle] [c said] [x Corva must leave].", "state:corva"),
        ("[s Arle] [c demanded] [x an apology].", None),
        ("[s Arle] [c said] [x that Corva was cold].", None),
        ("[s Arle] [c urged] [x its own people to help Corva].", None),
    ],
)
def test_the_target_stands_right_after_the_cue(
    dossier_of: Callable[..., Dossier], marked: str, target: str | None
) -> None:
    (attribution,) = STAGE(dossier_of(marked, names=NAMES)).attributions
    assert (attribution.target and attribution.target.actor) == target


def test_nobody_aims_at_themselves(dossier_of: Callable[..., Dossier]) -> None:
    marked = "[s Arle] [c accused] [x Arle of theft]."
    (attribution,) = STAGE(dossier_of(marked, names=NAMES)).attributions
    assert attribution.target is None


@pytest.mark.parametrize(
    ("content", "mode", "side"),
    [
        ("we support it", "direct", "self"),
        ("it would support it", "indirect", "self"),
        ("they support it", "direct", "other"),
        ("Arle supports it", "indirect", "self"),
        ("the Bund supports it", "indirect", "self"),
        ("Corva supports it", "indirect", "other"),
        ("most people support it", "indirect", "other"),
        ("his country supports it", "indirect", "self"),
        ("plumbers support it", "indirect", "other"),
        ("the plumber supports it", "indirect", "unknown"),
        ("support it", "indirect", "self"),
    ],
)
def test_the_subject_tells_whose_attitude_it_is(
    dossier_of: Callable[..., Dossier], content: str, mode: str, side: str
) -> None:
    dossier = dossier_of(
        f"[s The envoy] [c said] [x {content}].",
        names=NAMES,
        mode=mode,
        speaks_for=ActorRef("org:bund", "Bund"),
    )
    (attribution,) = dossier.attributions
    tokens = tokenise(dossier.document.text)
    covered = mention_starts(dossier.mentions, tokens)
    verb = tokens.stems.index("support")
    start = tokens.range(attribution.content.start, attribution.content.end).start
    found = side_of_subject(
        tokens, covered, verb, start, voice_of(attribution), feels=True
    )
    assert found == side


def test_words_of_the_source_stand_for_its_side(
    dossier_of: Callable[..., Dossier],
) -> None:
    speaker = Speaker(None, "union leader", "unresolved", "none", 0.1)
    dossier = dossier_of(
        "[s The union leader] [c said] [x the union supports it].", speaker=speaker
    )
    voice = voice_of(dossier.attributions[0])
    assert "union" in voice.words
    assert voice.actors == frozenset()


def test_an_unresolved_speaker_has_no_actor(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of("“[x It rained.]”", speaker=UNRESOLVED)
    assert voice_of(dossier.attributions[0]).words == frozenset()


def test_of_mentions_on_one_word_the_longest_counts(
    dossier_of: Callable[..., Dossier],
) -> None:
    names = {"Arle": "state:arle", "Arle Bank": "org:arle-bank"}
    dossier = dossier_of("The Arle Bank closed.", names=names)
    tokens = tokenise(dossier.document.text)
    covered = mention_starts(dossier.mentions, tokens)
    assert {m.actor for m in covered.values()} == {"org:arle-bank"}
