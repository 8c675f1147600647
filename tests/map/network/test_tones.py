"""The tone of words towards actors becomes rows that networks can count."""

from dataclasses import replace
from datetime import date

from accord.map.network import build_network, code_tones
from accord.model import ActorRef, Attribution, Dossier, Speaker
from accord.model.discourse import Recipe
from accord.testing.builders import make_attribution, make_document

TEXT = "Voss blames Orland. Orland thanks Voss. Reed asks Orland to pay."
DOCUMENT = make_document(
    TEXT, path="a.txt", outlet="Herald", published=date(2024, 5, 3)
)
ORLAND = ActorRef("state:o", "Orland")
VOSS = ActorRef("per:voss", "Mara Voss")
VALDORIA = ActorRef("state:v", "Valdoria")


def said(
    words: str,
    act: str,
    target: ActorRef | None,
    *,
    speaker: ActorRef = VOSS,
    speaks_for: ActorRef | None = VALDORIA,
    modality: str = "asserted",
) -> Attribution:
    made = make_attribution(DOCUMENT, content=words)
    return replace(
        made,
        act=act,
        target=target,
        modality=modality,
        speaker=Speaker(speaker.actor, speaker.name, "resolved", "test", 1.0),
        speaks_for=speaks_for,
    )


BLAMES = said("Voss blames Orland", "accuse", ORLAND)
THANKS = said("Orland thanks Voss", "praise", VALDORIA, speaker=ORLAND, speaks_for=None)


def rows(*attributions: Attribution) -> list[dict[str, object]]:
    events = code_tones([Dossier(document=DOCUMENT, attributions=attributions)])
    names = [variable.name for variable in events.variables]
    return [dict(zip(names, row.values, strict=True)) for row in events.statements]


def test_a_row_says_who_has_which_tone_towards_whom_with_the_words() -> None:
    first, second = rows(BLAMES, THANKS)

    assert first["person"] == "Mara Voss"
    assert first["organization"] == "Valdoria"
    assert first["target"] == "Orland"
    assert first["agreement"] is False
    assert first["words"] == "Voss blames Orland"
    assert first["source"] == "Herald"
    assert (second["organization"], second["agreement"]) == ("Orland", True)


def test_to_demand_is_no_tone() -> None:
    assert rows(said("Reed asks Orland to pay", "demand", ORLAND)) == []


def test_what_is_denied_or_aimed_at_nobody_or_oneself_is_left_out() -> None:
    denied = said("Voss blames Orland", "accuse", ORLAND, modality="negated")
    nobody = said("Voss blames Orland", "accuse", None)
    oneself = said("Voss blames Orland", "accuse", VALDORIA)

    assert rows(denied, nobody, oneself) == []


def test_shares_of_those_asked_are_nobody() -> None:
    asked = said(
        "Voss blames Orland", "accuse", ORLAND, speaker=ActorRef(None, "38 percent")
    )

    assert rows(asked) == []


def test_blame_and_praise_add_up_to_a_signed_network() -> None:
    events = code_tones([Dossier(document=DOCUMENT, attributions=(BLAMES, THANKS))])

    network = build_network(
        events,
        Recipe(variable2="target", aggregation="subtract"),
    )

    assert network.value("Valdoria", "Orland") == -1.0
    assert network.value("Orland", "Valdoria") == 1.0
