"""A judge's second opinion: what it is asked, and what becomes of its answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from accord.model import Codebook, Dossier, Issue, Speaker, Statement
from accord.ports import Sides, StanceCase
from accord.position import PositionStage

BOOK = Codebook(
    "ports", (Issue(id="port", question="Should the port be closed?", terms=("port",)),)
)
NAMES = {"Arle": "state:arle", "Corva": "state:corva"}
SURE_YES = Sides(0.97, 0.01, 0.01, 0.01)
SURE_NO = Sides(0.01, 0.97, 0.01, 0.01)
SURE_OF_NOTHING = Sides(0.01, 0.01, 0.97, 0.01)
NO_IDEA = Sides(0.25, 0.25, 0.25, 0.25)
SILENT_RULES = "[s Arle] [c said] [x the port had seen better days]."
SUPPORT_BY_RULES = "[s Arle] [c demanded] [x the closure of the port]."


@dataclass
class FixedJudge:
    """Gives one answer to everything, and remembers what it was asked."""

    sides: Sides
    producer: str = "judge.fixed.v1"
    asked: list[StanceCase] = field(default_factory=list)

    def judge(self, cases: Sequence[StanceCase]) -> tuple[Sides, ...]:
        self.asked.extend(cases)
        return (self.sides,) * len(cases)


@pytest.fixture
def state(dossier_of: Callable[..., Dossier]) -> Callable[..., tuple[Statement, ...]]:
    """Read a marked text with a judge that gives one answer."""

    def read(marked: str, sides: Sides) -> tuple[Statement, ...]:
        stage = PositionStage(BOOK, judge=FixedJudge(sides))
        return stage(dossier_of(marked, names=NAMES)).statements

    return read


def test_a_judge_that_agrees_leaves_the_side_and_its_words(
    state: Callable[..., tuple[Statement, ...]], dossier_of: Callable[..., Dossier]
) -> None:
    (alone,) = PositionStage(BOOK)(dossier_of(SUPPORT_BY_RULES, names=NAMES)).statements
    (judged,) = state(SUPPORT_BY_RULES, SURE_YES)

    assert judged.stance == alone.stance == "support"
    assert judged.cues == alone.cues
    assert judged.produced_by == alone.produced_by


def test_confidence_falls_where_the_judge_disagrees(
    state: Callable[..., tuple[Statement, ...]],
) -> None:
    (agreed,) = state(SUPPORT_BY_RULES, SURE_YES)
    (doubted,) = state(SUPPORT_BY_RULES, NO_IDEA)

    assert agreed.confidence > doubted.confidence


def test_a_report_on_which_the_rules_are_silent_takes_the_side_the_judge_is_sure_of(
    state: Callable[..., tuple[Statement, ...]],
) -> None:
    (yes,) = state(SILENT_RULES, SURE_YES)
    (no,) = state(SILENT_RULES, SURE_NO)

    assert (yes.stance, yes.strength > 0) == ("support", True)
    assert (no.stance, no.strength < 0) == ("oppose", True)


def test_a_judged_side_says_who_judged_and_on_which_words(
    state: Callable[..., tuple[Statement, ...]],
) -> None:
    (judged,) = state(SILENT_RULES, SURE_NO)

    assert judged.produced_by == "judge.fixed.v1"
    assert judged.name == "Arle"
    assert [(c.text, c.says) for c in judged.cues][-1] == (
        "the port had seen better days",
        "judge:oppose",
    )


@pytest.mark.parametrize("sides", [SURE_OF_NOTHING, NO_IDEA])
def test_a_judge_in_doubt_adds_nothing(
    state: Callable[..., tuple[Statement, ...]], sides: Sides
) -> None:
    assert state(SILENT_RULES, sides) == ()


def test_an_open_statement_has_no_strength(
    state: Callable[..., tuple[Statement, ...]],
) -> None:
    for sides in (SURE_NO, SURE_OF_NOTHING, NO_IDEA):
        for statement in state(SUPPORT_BY_RULES, sides):
            assert (statement.stance == "unclear") == (statement.strength == 0)


def test_the_judge_reads_the_sentence_and_whose_side_is_asked_for(
    dossier_of: Callable[..., Dossier],
) -> None:
    judge = FixedJudge(NO_IDEA)
    PositionStage(BOOK, judge=judge)(
        dossier_of(f"It rained. {SILENT_RULES} Nobody stirred.", names=NAMES)
    )

    assert judge.asked == [
        StanceCase(
            "Arle said the port had seen better days.",
            "Should the port be closed?",
            "Arle",
        )
    ]


def test_words_that_do_not_name_the_issue_come_with_what_stands_before(
    dossier_of: Callable[..., Dossier],
) -> None:
    judge = FixedJudge(NO_IDEA)
    marked = "The port may go. [s Arle] [c said] [x it had seen better days]."
    PositionStage(BOOK, judge=judge)(dossier_of(marked, names=NAMES))

    assert [case.before for case in judge.asked] == ["The port may go."]


def test_who_declines_to_comment_is_not_put_to_the_judge(
    dossier_of: Callable[..., Dossier],
) -> None:
    judge = FixedJudge(SURE_YES)
    marked = "[s Arle] [c declined to comment] [x on the port]."
    done = PositionStage(BOOK, judge=judge)(dossier_of(marked, names=NAMES))

    assert (judge.asked, done.statements) == ([], ())


def test_nobody_is_asked_of_a_speaker_without_a_name(
    dossier_of: Callable[..., Dossier],
) -> None:
    judge = FixedJudge(SURE_YES)
    nobody = Speaker(None, None, "unresolved", "test", 0.2)
    marked = "[s They] [c said] [x the port had seen better days]."
    PositionStage(BOOK, judge=judge)(dossier_of(marked, names=NAMES, speaker=nobody))

    assert judge.asked == []


def test_who_judges_is_part_of_what_the_stage_is() -> None:
    alone, judged = PositionStage(BOOK), PositionStage(BOOK, judge=FixedJudge(NO_IDEA))

    assert alone.fingerprint() != judged.fingerprint()
