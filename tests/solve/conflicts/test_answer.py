"""What is said of a case: conflicts, what must give and whose, on what it rests."""

from datetime import date

import pytest

from accord.errors import InputError
from accord.model.negotiation.case import (
    Case,
    CaseDemand,
    CaseEvidence,
    CaseIssue,
    CaseParty,
    Choice,
    Combination,
    Exclusion,
)
from accord.solve.conflicts import find_conflicts
from accord.solve.conflicts.wording import word_giving

PARTIES = (
    CaseParty(id="N", name="Northland"),
    CaseParty(id="S", name="Southland"),
    CaseParty(id="E", name="Eastland"),
)
ISSUES = (
    CaseIssue(id="dam", question="Shall it be built?", options=("yes", "no")),
    CaseIssue(id="toll", question="Who pays?", options=("all", "half", "none")),
    CaseIssue(id="fish", question="May they fish?", options=("yes", "no")),
)


def said(day: int) -> tuple[CaseEvidence, ...]:
    return (CaseEvidence(text="We must.", said=date(2025, 3, day)),)


def demand(
    key: str, party: str, issue: str, *options: str, **more: object
) -> CaseDemand:
    fields = {"status": "asserted", **more}
    return CaseDemand(
        id=key,
        party=party,
        accepts=(Choice(issue, options),),
        **fields,  # type: ignore[arg-type]
    )


CASE = Case(
    parties=PARTIES,
    issues=ISSUES,
    demands=(
        demand("n-dam", "N", "dam", "yes", weight=3.0, evidence=said(1)),
        demand("s-dam", "S", "dam", "no", weight=1.5, evidence=said(4)),
        demand("n-toll", "N", "toll", "all", "half"),
        demand("s-toll", "S", "toll", "half", "none"),
        demand("e-toll", "E", "toll", "all", "none", status="inferred"),
        demand("e-fish", "E", "fish", "yes"),
    ),
)


def test_conflicts_of_two_and_of_three_are_found_apart() -> None:
    report = find_conflicts(CASE)

    assert [[c.demands for c in knot.conflicts] for knot in report.knots] == [
        [("n-dam", "s-dam")],
        [("n-toll", "s-toll", "e-toll")],
    ]
    assert [c.demands for c in report.pairs] == [("n-dam", "s-dam")]
    assert report.smallest is not None
    assert report.smallest.demands == ("n-dam", "s-dam")
    assert report.complete


def test_what_must_give_is_sorted_by_cost_and_names_whose_it_is() -> None:
    first = find_conflicts(CASE).knots[0]

    assert [(c.demands, c.parties, c.cost) for c in first.corrections] == [
        (("s-dam",), ("S",), 1.5),
        (("n-dam",), ("N",), 3.0),
    ]
    assert first.cheapest == first.corrections[0]
    assert find_conflicts(CASE).cost == 2.5


def test_a_red_line_gives_last_whatever_it_weighs() -> None:
    lines = tuple(
        demand("s-dam", "S", "dam", "no", kind="red-line") if d.id == "s-dam" else d
        for d in CASE.demands
    )
    cheapest = find_conflicts(
        Case(parties=PARTIES, issues=ISSUES, demands=lines)
    ).knots[0]

    assert cheapest.cheapest is not None
    assert cheapest.cheapest.demands == ("n-dam",)
    assert cheapest.corrections[1].red_lines == ("s-dam",)


def test_who_give_up_the_same_are_named_in_one_breath() -> None:
    same = [
        CaseDemand(id=party, party=party, accepts=(Choice("dam", ("no",)),))
        for party in "NSE"
    ]
    other = CaseDemand(id="toll", party="N", accepts=(Choice("toll", ("all",)),))

    assert word_giving(CASE, [*same[:2], other, same[2]]) == (
        "Northland, Southland and Eastland gave up the demand for “no” on “dam” and "
        "Northland gave up the demand for “all” on “toll”"
    )


def test_sentences_speak_of_modelled_preferences_and_of_names() -> None:
    report = find_conflicts(CASE)

    assert report.knots[0].conflicts[0].sentence == (
        "Under these modelled preferences no package meets both: only “yes” on “dam” "
        "(Northland); only “no” on “dam” (Southland)."
    )
    assert report.knots[0].corrections[0].sentence == (
        "Under these modelled preferences the other demands here could be met if "
        "Southland gave up the demand for “no” on “dam”."
    )


def test_a_conflict_begins_on_the_day_of_its_last_demand() -> None:
    report = find_conflicts(CASE)

    assert report.knots[0].conflicts[0].since == date(2025, 3, 4)
    assert report.knots[1].conflicts[0].since is None


def test_it_rests_on_the_demands_in_the_knots() -> None:
    basis = find_conflicts(CASE).basis

    assert basis.values == (
        "demands:n-dam",
        "demands:s-dam",
        "demands:n-toll",
        "demands:s-toll",
        "demands:e-toll",
    )
    assert (basis.asserted, basis.inferred, basis.analyst) == (0.8, 0.2, 0.0)


def test_an_exclusion_ties_issues_together() -> None:
    never = Combination((Choice("dam", ("yes",)), Choice("fish", ("yes",))))
    case = Case(
        parties=PARTIES,
        issues=ISSUES,
        demands=(CASE.demands[0], CASE.demands[5]),
        exclusions=(Exclusion(id="dead-fish", combination=never),),
    )

    report = find_conflicts(case)

    assert [c.demands for c in report.pairs] == [("n-dam", "e-fish")]
    assert "exclusions:dead-fish" in report.basis.values


def test_a_condition_is_a_combination_that_is_forbidden() -> None:
    only_with = CaseDemand(
        id="s-cond",
        party="S",
        forbids=(
            Combination((Choice("dam", ("yes",)), Choice("toll", ("half", "none")))),
        ),
    )
    case = Case(
        parties=PARTIES,
        issues=ISSUES,
        demands=(
            demand("n-dam", "N", "dam", "yes"),
            only_with,
            demand("e-toll", "E", "toll", "none"),
        ),
    )

    report = find_conflicts(case)

    assert [c.demands for c in report.knots[0].conflicts] == [
        ("n-dam", "s-cond", "e-toll")
    ]
    assert "never “yes” on “dam” together with" in report.knots[0].conflicts[0].sentence


def test_wishes_count_only_when_asked() -> None:
    case = Case(
        parties=PARTIES,
        issues=ISSUES,
        demands=(
            demand("n-dam", "N", "dam", "yes"),
            demand("s-dam", "S", "dam", "no", kind="wish"),
        ),
    )

    assert find_conflicts(case).knots == ()
    assert len(find_conflicts(case, wishes=True).knots) == 1


def test_renaming_the_parties_leaves_the_sets_as_they_are() -> None:
    other = {"N": "S", "S": "E", "E": "N"}
    renamed = Case(
        parties=PARTIES,
        issues=ISSUES,
        demands=tuple(
            CaseDemand(
                id=d.id, party=other[d.party], accepts=d.accepts, weight=d.weight
            )
            for d in CASE.demands
        ),
    )

    for one, two in zip(
        find_conflicts(CASE).knots, find_conflicts(renamed).knots, strict=True
    ):
        assert [c.demands for c in one.conflicts] == [c.demands for c in two.conflicts]
        assert [[other[p] for p in c.parties] for c in one.corrections] == [
            list(c.parties) for c in two.corrections
        ]


def test_exclusions_that_leave_nothing_are_an_error() -> None:
    never = tuple(
        Exclusion(id=option, combination=Combination((Choice("dam", (option,)),)))
        for option in ("yes", "no")
    )

    with pytest.raises(InputError, match="contradict each other"):
        find_conflicts(Case(parties=PARTIES, issues=ISSUES, exclusions=never))


def test_a_limit_is_said() -> None:
    many = tuple(
        demand(f"d{n}-{option}", "N", "toll", option)
        for n in range(4)
        for option in ("all", "half", "none")
    )
    report = find_conflicts(Case(parties=PARTIES, issues=ISSUES, demands=many), limit=5)

    assert not report.complete
    assert report.smallest is not None
    assert len(report.smallest.demands) == 2
