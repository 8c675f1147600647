"""What a reader should see first stands first."""

from accord.model.negotiation.case import (
    Case,
    CaseDemand,
    CaseEvidence,
    CaseIssue,
    CaseParty,
    CaseStatus,
    Choice,
)
from accord.solve.conflicts import find_conflicts


def said(*sure: float) -> tuple[CaseEvidence, ...]:
    """Words of as many documents."""
    return tuple(
        CaseEvidence(text="words", document=f"doc{n}", confidence=c)
        for n, c in enumerate(sure)
    )


def demand(
    party: str,
    issue: str,
    option: str,
    *,
    status: CaseStatus = "asserted",
    evidence: tuple[CaseEvidence, ...] = (),
    against: tuple[CaseEvidence, ...] = (),
) -> CaseDemand:
    return CaseDemand(
        id=f"{party}/{issue}",
        party=party,
        accepts=(Choice(issue, (option,)),),
        status=status,
        evidence=evidence,
        against=against,
    )


def first(*demands: CaseDemand) -> list[tuple[str, ...]]:
    """Give the first conflict of each knot."""
    issues = dict.fromkeys(c.issue for d in demands for c in d.accepts)
    case = Case(
        parties=tuple(CaseParty(id=p, name=p) for p in "ABC"),
        issues=tuple(
            CaseIssue(id=i, question="?", options=("yes", "no")) for i in issues
        ),
        demands=demands,
    )
    return [knot.conflicts[0].demands for knot in find_conflicts(case).knots]


def test_parties_who_clash_on_most_questions_come_first() -> None:
    order = first(
        demand("A", "fee", "yes", evidence=said(0.9)),
        demand("C", "fee", "no", evidence=said(0.9)),
        demand("A", "dam", "yes", evidence=said(0.6)),
        demand("B", "dam", "no", evidence=said(0.6)),
        demand("A", "port", "yes", evidence=said(0.7)),
        demand("B", "port", "no", evidence=said(0.7)),
    )

    assert order == [("A/port", "B/port"), ("A/dam", "B/dam"), ("A/fee", "C/fee")]


def test_what_a_party_takes_back_comes_last() -> None:
    order = first(
        demand("A", "fee", "yes", evidence=said(0.9, 0.9), against=said(0.8)),
        demand("B", "fee", "no", evidence=said(0.9, 0.9)),
        demand("A", "dam", "yes", evidence=said(0.4)),
        demand("B", "dam", "no", evidence=said(0.4)),
    )

    assert order == [("A/dam", "B/dam"), ("A/fee", "B/fee")]


def test_what_somebody_says_comes_before_what_was_concluded() -> None:
    order = first(
        demand("A", "fee", "yes", status="inferred", evidence=said(0.9)),
        demand("B", "fee", "no", evidence=said(0.9)),
        demand("A", "dam", "yes", evidence=said(0.4)),
        demand("B", "dam", "no", evidence=said(0.4)),
    )

    assert order == [("A/dam", "B/dam"), ("A/fee", "B/fee")]


def test_one_document_counts_once_however_often_it_says_so() -> None:
    often = tuple(
        CaseEvidence(text="words", document="doc", confidence=0.5) for _ in range(9)
    )
    order = first(
        demand("A", "fee", "yes", evidence=often),
        demand("B", "fee", "no", evidence=often),
        demand("A", "dam", "yes", evidence=said(0.6)),
        demand("B", "dam", "no", evidence=said(0.6)),
    )

    assert order == [("A/dam", "B/dam"), ("A/fee", "B/fee")]


def test_what_an_analyst_models_stays_in_the_order_of_the_file() -> None:
    order = first(
        demand("B", "fee", "no", status="analyst"),
        demand("A", "fee", "yes", status="analyst"),
        demand("A", "dam", "yes", status="analyst"),
        demand("C", "dam", "no", status="analyst"),
    )

    assert order == [("B/fee", "A/fee"), ("A/dam", "C/dam")]
