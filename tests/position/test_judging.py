"""A judge is asked about what the rules leave open, and about nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from accord.model import Codebook, Document, Issue, Statement
from accord.ports import Sides, StanceCase
from accord.position import PositionStage
from accord.position.judging import ask_judge
from accord.testing.builders import make_attribution, make_document, make_statement

TEXT = "Mara Voss told reporters that the strait was everybody's business."
ISSUE = Issue(id="open-strait", question="Should the strait be open to all?")
BOOK = Codebook("straits", (ISSUE,))


@dataclass
class FixedJudge:
    """Gives one answer to everything, and remembers what it was asked."""

    sides: Sides
    producer: str = "judge.fixed.v1"
    asked: list[StanceCase] = field(default_factory=list)

    def judge(self, cases: Sequence[StanceCase]) -> tuple[Sides, ...]:
        self.asked.extend(cases)
        return (self.sides,) * len(cases)


SURE_YES = Sides(0.93, 0.03, 0.04)
SURE_NO = Sides(0.02, 0.95, 0.03)
UNSURE = Sides(0.5, 0.4, 0.1)


def unclear(document: Document) -> Statement:
    return make_statement(
        document, words="the strait was everybody's business", stance="unclear"
    )


def ask(
    judge: FixedJudge, document: Document, *statements: Statement
) -> list[Statement]:
    return ask_judge(
        judge, document, attributions=(), statements=statements, codebook=BOOK
    )


def test_an_open_statement_takes_the_side_that_the_judge_is_sure_of() -> None:
    document = make_document(TEXT)

    (yes,) = ask(FixedJudge(SURE_YES), document, unclear(document))
    (no,) = ask(FixedJudge(SURE_NO), document, unclear(document))

    assert (yes.stance, yes.strength > 0) == ("support", True)
    assert (no.stance, no.strength < 0) == ("oppose", True)


def test_a_judged_side_says_who_judged_and_on_which_words() -> None:
    document = make_document(TEXT)
    before = unclear(document)

    (after,) = ask(FixedJudge(SURE_NO), document, before)

    assert after.produced_by == "judge.fixed.v1"
    assert after.id == before.id
    assert after.confidence < before.confidence
    assert [(c.text, c.says) for c in after.cues] == [
        ("the strait was everybody's business", "judge:oppose")
    ]


def test_a_judge_in_doubt_leaves_a_statement_open() -> None:
    document = make_document(TEXT)
    statement = unclear(document)

    assert ask(FixedJudge(UNSURE), document, statement) == [statement]


def test_a_side_that_the_rules_see_is_not_put_to_the_judge() -> None:
    document = make_document(TEXT)
    judge = FixedJudge(SURE_NO)
    sided = make_statement(document, words="the strait", stance="support")

    assert ask(judge, document, sided) == [sided]
    assert judge.asked == []


def test_the_judge_reads_who_said_it_and_how() -> None:
    document = make_document(TEXT)
    attribution = make_attribution(
        document,
        source="Mara Voss",
        cue="told",
        content="the strait was everybody's business",
    )
    statement = make_statement(
        document, words="the strait", stance="unclear", attribution=attribution.id
    )
    judge = FixedJudge(UNSURE)

    ask_judge(
        judge,
        document,
        attributions=(attribution,),
        statements=(statement,),
        codebook=BOOK,
    )

    words = "Mara Voss told reporters that the strait was everybody's business"
    assert judge.asked == [StanceCase(words, ISSUE.question)]


def test_who_judges_is_part_of_what_the_stage_is() -> None:
    alone, judged = PositionStage(BOOK), PositionStage(BOOK, judge=FixedJudge(UNSURE))

    assert alone.fingerprint() != judged.fingerprint()
