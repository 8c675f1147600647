from collections.abc import Callable

import pytest

from accord.model import Codebook, Dossier, Issue, Poles
from accord.position import PositionStage

NAMES = {"Arle": "state:arle", "Corva": "state:corva"}
DUTIES = Issue(
    id="duties",
    question="Should the duties be lifted?",
    terms=("duties", "import duties"),
)
DAM = Issue(
    id="dam",
    question="Should a dam be built?",
    terms=("dam",),
    poles=Poles(support=("clean power from the river",), oppose=("drown the valley",)),
)
SEAT = Issue(
    id="seat",
    question="Should Arle have a seat at the table?",
    terms=("seat",),
    poles=Poles(oppose=("without its participation",)),
)
BOOK = Codebook("test", (DUTIES, DAM, SEAT))
STAGE = PositionStage(BOOK)


def stances(dossier: Dossier) -> dict[str, str]:
    """Map issues to the stance read, leaving out what is unclear."""
    return {
        s.issue: s.stance for s in STAGE(dossier).statements if s.stance != "unclear"
    }


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("[s Arle] [c demanded] [x the lifting of the duties].", "support"),
        ("[s Arle] [c refused to] [x lift the duties].", "oppose"),
        ("[s Arle] [c refused to] [x rule out lifting the duties].", "support"),
        ("[s Arle] [c backs] [x the duties].", "oppose"),
        ("[s Arle] [c slammed] [x the duties].", "support"),
        ("[s Arle] [c said] [x the duties must go on].", "oppose"),
        ("[s Arle] [c said] [x the duties must be lifted].", "support"),
        ("[s Arle] [c said] [x the duties must not be lifted].", "oppose"),
        ("[s Arle] [c said] [x the duties are unfair].", "support"),
        ("[s Arle] [c said] [x the duties are necessary].", "oppose"),
        ("[s Arle] [c said] [x lifting the duties would be a mistake].", "oppose"),
        ("[s Arle] [c said] [x the duties would hurt consumers].", "support"),
        ("[s Arle] [c said] [x it will not lift the duties].", "oppose"),
        ("[s Arle] [c said] [x we want no duties].", "support"),
        ("[s Arle] [c called] [x the duties a disaster].", "support"),
        ("[s Arle] [c warned against] [x new duties].", "support"),
        ("[s Arle] [c has not demanded] [x duties].", "support"),
        ("[s Arle] [c accused] [x Corva of raising duties].", "support"),
    ],
)
def test_signs_multiply_along_the_clause(
    dossier_of: Callable[..., Dossier], marked: str, stance: str | None
) -> None:
    assert stances(dossier_of(marked, names=NAMES)).get("duties") == stance


@pytest.mark.parametrize(
    "content",
    [
        "the duties were introduced in March",
        "the duties fill three pages",
        "Corva opposes the duties",
        "most people support the duties",
        "the duties were discussed",
    ],
)
def test_what_takes_no_side_gives_no_side(
    dossier_of: Callable[..., Dossier], content: str
) -> None:
    dossier = dossier_of(f"[s Arle] [c said] [x {content}].", names=NAMES)
    assert stances(dossier) == {}


def test_a_demand_on_others_is_the_speakers_stance(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c said] [x Corva must accept the dam]."
    assert stances(dossier_of(marked, names=NAMES)) == {"dam": "support"}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[s Arle] [c would accept] [x a dam only if the duties are lifted].",
         {"dam": "conditional", "duties": "support"}),
        ("[s Arle] [c will not accept] [x a dam unless the duties are lifted].",
         {"dam": "conditional", "duties": "support"}),
        ("[s Arle] [c said] [x there will be no dam without duties].",
         {"dam": "conditional", "duties": "oppose"}),
        ("[s Arle] [c said] [x we will retaliate if the dam is built].",
         {"dam": "oppose"}),
        ("[s Arle] [c demands] [x a dam as long as it is small].",
         {"dam": "support"}),
    ],
)  # fmt: skip
def test_a_condition_binds_the_stance_and_its_own_words_are_wanted(
    dossier_of: Callable[..., Dossier], marked: str, expected: dict[str, str]
) -> None:
    assert stances(dossier_of(marked, names=NAMES)) == expected


def test_what_a_threat_answers_must_not_be(dossier_of: Callable[..., Dossier]) -> None:
    marked = "[s Arle] [c would consider] [x any dam an act of war]."
    assert stances(dossier_of(marked, names=NAMES)) == {"dam": "oppose"}


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("talks without its participation are futile", "support"),
        ("it will never accept a treaty written without its participation", "support"),
        ("they should meet without its participation", "oppose"),
    ],
)
def test_poles_are_turned_by_what_governs_them(
    dossier_of: Callable[..., Dossier], content: str, stance: str
) -> None:
    dossier = dossier_of(f"[s Arle] [c said] [x {content}].", names=NAMES)
    assert stances(dossier) == {"seat": stance}


def test_a_long_pole_speaks_for_itself(dossier_of: Callable[..., Dossier]) -> None:
    marked = "[s Arle] [c said] [x this means clean power from the river]."
    assert stances(dossier_of(marked, names=NAMES)) == {"dam": "support"}


def test_a_second_verb_takes_over_from_the_cue(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c does not trust] [x Corva and wants the dam]."
    assert stances(dossier_of(marked, names=NAMES)) == {"dam": "support"}


def test_a_cue_governs_a_list_of_gerunds_to_its_end(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c accused] [x Corva of breaking its word, blocking the dam]."
    assert stances(dossier_of(marked, names=NAMES)) == {"dam": "support"}


def test_partners_of_an_and_are_read_apart(dossier_of: Callable[..., Dossier]) -> None:
    marked = "[s Arle] [c said] [x we must lift the duties and build the dam]."
    assert stances(dossier_of(marked, names=NAMES)) == {
        "duties": "support",
        "dam": "support",
    }


def test_a_term_that_only_describes_another_gets_no_stance(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c rejected] [x a seat in the dam talks]."
    assert stances(dossier_of(marked, names=NAMES)) == {"seat": "oppose"}


def test_the_topic_of_a_sentence_counts_where_the_words_leave_it_out(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "On the dam, [s Arle] [c said] [x it was opposed]."
    done = STAGE(dossier_of(marked, names=NAMES))
    assert [(s.issue, s.stance) for s in done.statements] == [("dam", "oppose")]
    assert [f.kind for f in done.findings] == ["stance-by-context"]


def test_strength_is_below_zero_for_a_no_and_small_under_a_condition(
    dossier_of: Callable[..., Dossier],
) -> None:
    def strength(marked: str) -> float:
        (statement,) = STAGE(dossier_of(marked, names=NAMES)).statements
        return statement.strength

    assert strength("[s Arle] [c rejected] [x the dam].") == -1.0
    assert strength("[s Arle] [c supports] [x the dam].") > 0.8
    weak = strength("[s Arle] [c would accept] [x the dam if it were small].")
    assert 0 < weak < 0.5
