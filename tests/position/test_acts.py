from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier
from accord.position import PositionStage
from accord.position.acts import acts

STAGE = PositionStage(Codebook("none", ()))


def act_of(dossier: Dossier) -> str | None:
    """Give the act of the only attribution."""
    (attribution,) = STAGE(dossier).attributions
    return attribution.act


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("[s Arle] [c demanded] [x an apology].", "demand"),
        ("[s Arle] [c insists on] [x an apology].", "demand"),
        ("[s Arle’s] [c insistence on] [x an apology] surprised nobody.", "demand"),
        ("[s Arle] [c called] [x for calm].", "call-for"),
        ("[s Arle] [c urged] [x restraint].", "call-for"),
        ("[s Arle] [c proposed] [x a break].", "propose"),
        ("[s Arle] [c offered] [x its help].", "offer"),
        ("[s Arle] [c is ready to] [x help].", "offer"),
        ("[s Arle] [c vowed to] [x help].", "promise"),
        ("[s Arle] [c agreed to] [x the plan].", "agree"),
        ("[s Arle] [c has no objections to] [x the plan].", "accept"),
        ("[s Arle] [c does not rule out] [x the plan].", "accept"),
        ("[s Arle] [c rules out] [x the plan].", "reject"),
        ("[s Arle] [c opposes] [x the plan].", "reject"),
        ("[s Arle] [c refused to] [x go].", "refuse"),
        ("[s Arle] [c declined to name] [x the donors].", "decline-comment"),
        ("[s Arle] [c threatened to] [x close the port].", "threaten"),
        ("[s Arle] [c warned against] [x haste].", "warn"),
        ("[s Arle] [c accused] [x Corva of theft].", "accuse"),
        ("[s Arle] [c slammed] [x the plan].", "criticise"),
        ("[s Arle] [c hailed] [x the plan].", "praise"),
        ("[s Arle] [c backs] [x the plan].", "support"),
        ("[s Arle] [c doubts] [x the numbers].", "doubt"),
        ("[s Arle] [c denied] [x any part in it].", "deny"),
        ("[s Arle] [c confirmed] [x the date].", "confirm"),
        ("[s Arle] [c admitted] [x a mistake].", "concede"),
        ("[s Arle] [c expects] [x rain].", "predict"),
        ("[s Arle] [c announced] [x a visit].", "announce"),
        ("[s Arle] [c claimed] [x that it rained].", "claim"),
        ("[s Arle] [c said] [x that it rained].", "state"),
        ("[x It rained], [c according to] [s Arle].", "state"),
    ],
)
def test_a_cue_says_the_act(
    dossier_of: Callable[..., Dossier], marked: str, act: str
) -> None:
    assert act_of(dossier_of(marked)) == act


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("[s Arle] [c said] [x it would never accept the plan].", "reject"),
        ("[s Arle] [c said] [x that Corva must leave].", "demand"),
        ("[s Arle] [c said] [x that Corva should leave].", "call-for"),
        ("[s Arle] [c said] [x it was ready to talk].", "offer"),
        ("[s Arle] [c said] [x it would consider it an act of war].", "threaten"),
        ("[s Arle] [c said] [x we will respond in kind].", "threaten"),
        ("[s Arle] [c said] [x the plan was half-baked].", "criticise"),
        ("[s Arle] [c said] [x it fully supports the plan].", "support"),
        ("[s Arle] [c said] [x it did not support the plan].", "reject"),
        ("[s Arle] [c said] [x Corva had broken its word and lied].", "accuse"),
        ("[s Arle] [c added] [x that this is not true].", "deny"),
        ("[s Arle] [c asked:] [x What is the plan?]", "ask"),
    ],
)
def test_after_a_cue_that_informs_the_content_says_it(
    dossier_of: Callable[..., Dossier], marked: str, act: str
) -> None:
    names = {"Arle": "state:arle", "Corva": "state:corva"}
    assert act_of(dossier_of(marked, names=names)) == act


def test_a_train_that_will_not_run_refuses_nothing(
    dossier_of: Callable[..., Dossier],
) -> None:
    assert act_of(dossier_of("[s Arle] [c said] [x trains will not run].")) == "state"
    assert act_of(dossier_of("[s Arle] [c said] [x we will not go].")) == "refuse"


def test_what_others_hold_is_no_act_of_the_speaker(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c said] [x Corva supports the plan]."
    dossier = dossier_of(marked, names={"Corva": "state:corva"})
    assert act_of(dossier) == "state"


def test_a_threat_of_others_is_a_warning(dossier_of: Callable[..., Dossier]) -> None:
    marked = "[s Arle] [c said] [x that Corva will retaliate]."
    dossier = dossier_of(marked, names={"Corva": "state:corva"})
    assert act_of(dossier) == "warn"


def test_without_a_cue_the_act_is_to_state(dossier_of: Callable[..., Dossier]) -> None:
    assert act_of(dossier_of("“[x It rained.]”")) == "state"


def test_a_negated_cue_is_marked(dossier_of: Callable[..., Dossier]) -> None:
    marked = "[s Arle] [c has not demanded] [x an apology]."
    (attribution,) = STAGE(dossier_of(marked)).attributions
    assert (attribution.act, attribution.modality) == ("demand", "negated")


def test_a_gap_in_a_cue_ends_at_the_sentence(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c said] [x it would consider it]. Corva spoke of an act of war."
    assert act_of(dossier_of(marked)) == "state"


def test_every_act_has_its_codes() -> None:
    plover = {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE",
        "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    }  # fmt: skip
    assert plover == {act.plover for act in acts().values() if act.plover}
    for act in acts().values():
        assert act.cameo.isdigit()
        assert len(act.cameo) == 3
        assert act.quad in (
            "neutral",
            "verbal-cooperation",
            "verbal-conflict",
            "material-conflict",
        )
        assert act.sign in (-1, 0, 1)
        assert 0 <= act.weight <= 1


def test_an_act_that_only_informs_carries_no_great_weight() -> None:
    informing = [act for act in acts().values() if act.informs and act.id != "insist"]
    assert max(act.weight for act in informing) <= 0.5
