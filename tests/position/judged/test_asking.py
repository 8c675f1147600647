"""A judge's second opinion: what it is asked, and what becomes of its answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest

from accord.model import Codebook, Dossier, Issue, Poles, Statement
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

    def read(marked: str, sides: Sides, least: float = 0.6) -> tuple[Statement, ...]:
        stage = PositionStage(BOOK, judge=FixedJudge(sides), least=least)
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


def test_a_side_that_the_judge_does_not_see_is_left_open_with_its_words(
    state: Callable[..., tuple[Statement, ...]],
) -> None:
    (kept,) = state(SUPPORT_BY_RULES, SURE_YES)
    (left,) = state(SUPPORT_BY_RULES, SURE_NO)

    assert (left.stance, left.strength) == ("unclear", 0.0)
    assert (left.cues, left.rule, left.evidence) == (
        kept.cues,
        kept.rule,
        kept.evidence,
    )


def test_what_is_left_open_tells_where_it_leans_and_how_likely_that_is(
    state: Callable[..., tuple[Statement, ...]],
) -> None:
    (kept,) = state(SUPPORT_BY_RULES, SURE_YES)
    (left,) = state(SUPPORT_BY_RULES, SURE_NO)
    (all_the_same,) = state(SUPPORT_BY_RULES, SURE_NO, least=0.0)

    assert (kept.leaning, left.leaning) == (None, "support")
    assert left.confidence == all_the_same.confidence < 0.6 <= kept.confidence


def test_nothing_is_left_open_where_any_likelihood_will_do(
    state: Callable[..., tuple[Statement, ...]],
) -> None:
    (agreed,) = state(SUPPORT_BY_RULES, SURE_YES, least=0.0)
    (doubted,) = state(SUPPORT_BY_RULES, SURE_NO, least=0.0)

    assert agreed.stance == doubted.stance == "support"
    assert agreed.confidence > doubted.confidence


AGAIN = " Arle supported the closure of the port."
BUT = " Arle opposed the closure of the port."
OTHERS = " Corva opposed the closure of the port."


def test_a_side_that_is_read_twice_is_likelier_and_one_that_is_turned_less_so(
    state: Callable[..., tuple[Statement, ...]],
) -> None:
    def how_likely(told: str) -> float:
        first, *_ = state(SUPPORT_BY_RULES + told, NO_IDEA, least=0.0)
        return first.confidence

    alone = how_likely("")

    assert how_likely(AGAIN) > alone
    assert how_likely(BUT) < alone
    assert how_likely(OTHERS) == alone


def test_a_stand_in_names_an_issue_less_surely_than_a_term(
    state: Callable[..., tuple[Statement, ...]],
) -> None:
    (by_term,) = state("[s Arle] [c rejected] [x the port].", NO_IDEA, least=0.0)
    (by_stand_in,) = state("[s Arle] [c rejected] [x the plan].", NO_IDEA, least=0.0)

    assert by_term.rule == by_stand_in.rule
    assert by_stand_in.confidence < by_term.confidence


def test_what_the_codebook_names_as_a_pole_is_not_put_to_the_judge(
    dossier_of: Callable[..., Dossier],
) -> None:
    poles = Poles(support=("shut it for good",), oppose=())
    book = Codebook("ports", (replace(BOOK.issues[0], poles=poles),))
    judge = FixedJudge(SURE_NO)
    marked = "[s Arle] [c said] [x the port was old, shut it for good]."
    (made,) = PositionStage(book, judge=judge)(
        dossier_of(marked, names=NAMES)
    ).statements

    assert (made.stance, judge.asked) == ("support", [])


@pytest.mark.parametrize("sides", [SURE_YES, SURE_NO, SURE_OF_NOTHING, NO_IDEA])
def test_a_judge_adds_no_statement(
    state: Callable[..., tuple[Statement, ...]], sides: Sides
) -> None:
    assert state(SILENT_RULES, sides) == ()


def test_the_judge_reads_the_sentence_and_whose_side_is_asked_for(
    dossier_of: Callable[..., Dossier],
) -> None:
    judge = FixedJudge(NO_IDEA)
    PositionStage(BOOK, judge=judge)(
        dossier_of(f"It rained. {SUPPORT_BY_RULES} Nobody stirred.", names=NAMES)
    )

    assert judge.asked == [
        StanceCase(
            "Arle demanded the closure of the port.",
            "Should the port be closed?",
            "Arle",
        )
    ]


def test_the_judge_reads_the_whole_sentence_and_no_other(
    dossier_of: Callable[..., Dossier],
) -> None:
    judge = FixedJudge(NO_IDEA)
    marked = 'The port is to be closed. "[x A disaster]," [c said] [s Arle].'
    PositionStage(BOOK, judge=judge)(dossier_of(marked, names=NAMES))

    (case,) = judge.asked
    assert case.text == 'A disaster," said Arle.'
    assert case.before == ""


def test_what_takes_no_side_is_not_put_to_the_judge(
    dossier_of: Callable[..., Dossier],
) -> None:
    judge = FixedJudge(SURE_YES)
    marked = "[s Arle] [c declined to comment] [x on the port]."
    done = PositionStage(BOOK, judge=judge)(dossier_of(marked, names=NAMES))

    assert (judge.asked, done.statements) == ([], ())


def test_who_judges_and_how_strictly_is_part_of_what_the_stage_is() -> None:
    alone = PositionStage(BOOK)
    judged = PositionStage(BOOK, judge=FixedJudge(NO_IDEA))
    strict = PositionStage(BOOK, judge=FixedJudge(NO_IDEA), least=0.9)

    assert len({s.fingerprint() for s in (alone, judged, strict)}) == 3


def test_what_there_is_to_learn_from_holds_reports_without_a_side_as_well(
    dossier_of: Callable[..., Dossier],
) -> None:
    stage = PositionStage(BOOK)
    for marked, made in ((SUPPORT_BY_RULES, True), (SILENT_RULES, False)):
        (found,) = stage.candidates(dossier_of(marked, names=NAMES))
        assert found.case.speaker == "Arle"
        assert (found.statement is not None) == made
