"""What is said of a case: zone, efficient packages, what is lacking."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from accord.errors import ConfigurationError, InputError
from accord.model.negotiation.case import (
    Case,
    CaseDemand,
    CaseIssue,
    CaseParty,
    CasePreference,
    CaseValue,
    Choice,
    Combination,
    Exclusion,
)
from accord.solve.packages import find_packages
from accord.solve.packages.space import is_met

ISSUES = (
    CaseIssue(id="dam", question="Build it?", options=("yes", "no")),
    CaseIssue(id="toll", question="Who pays?", options=("all", "half", "none")),
)
PARTIES = (CaseParty(id="N", name="Northland"), CaseParty(id="S", name="Southland"))
WORTH = {
    "N": {"dam": (6, 0), "toll": (3, 2, 0)},
    "S": {"dam": (0, 4), "toll": (0, 3, 4)},
}
UTILITIES = tuple(
    CaseValue(party=party, issue=issue.id, option=option, value=value)
    for party, by_issue in WORTH.items()
    for issue in ISSUES
    for option, value in zip(issue.options, by_issue[issue.id], strict=True)
)


def demand(key: str, issue: str, *options: str, **more: Any) -> CaseDemand:
    return CaseDemand(
        id=key, party=key[0].upper(), accepts=(Choice(issue, options),), **more
    )


def case(*demands: CaseDemand, **more: Any) -> Case:
    return Case(parties=PARTIES, issues=ISSUES, demands=demands, **more)


def alternatives(north: float, south: float) -> tuple[CaseValue, ...]:
    return (CaseValue(party="N", value=north), CaseValue(party="S", value=south))


def test_utilities_make_a_zone_and_solutions() -> None:
    report = find_packages(case(utilities=UTILITIES, disagreement=alternatives(2, 2)))

    assert report.mode == "cardinal"
    assert (report.packages, report.feasible) == (6, 6)
    assert [p.utilities for p in report.zone] == [(8, 3), (6, 4), (2, 7)]
    assert report.ideal == (8, 7)
    assert {s.rule: [p.utilities for p in s.packages] for s in report.solutions} == {
        "nash": [(6, 4)],
        "kalai-smorodinsky": [(6, 4)],
        "egalitarian": [(6, 4)],
        "utilitarian": [(8, 3)],
    }
    assert dict(report.solutions[0].packages[0].options) == {
        "dam": "yes",
        "toll": "none",
    }
    assert not report.zone_empty
    assert report.obstacles is None


def test_a_red_line_takes_packages_away() -> None:
    line = demand("s-line", "dam", "no", kind="red-line")
    report = find_packages(
        case(line, utilities=UTILITIES, disagreement=alternatives(0, 0))
    )

    assert report.feasible == 3
    assert all(dict(p.options)["dam"] == "no" for p in report.frontier)


def test_weights_count_issues() -> None:
    weights = (CaseValue(party="N", issue="dam", value=0.5),)
    report = find_packages(
        case(utilities=UTILITIES, weights=weights, disagreement=alternatives(0, 0))
    )

    assert report.frontier[0].utilities == (6, 0)


def test_without_an_alternative_the_worst_package_stands_in_and_it_is_said() -> None:
    report = find_packages(case(utilities=UTILITIES))

    assert report.alternatives == (0, 0)
    assert any(
        "No alternative is given for Northland, Southland" in c for c in report.caveats
    )


def test_an_empty_zone_lists_who_is_short_and_by_how_much() -> None:
    report = find_packages(case(utilities=UTILITIES, disagreement=alternatives(9, 6)))

    assert report.zone_empty
    assert (report.zone, report.solutions, report.ideal) == ((), (), ())
    assert [(p.utilities, p.short) for p in report.near] == [
        ((9, 0), (("S", 6.0),)),
        ((2, 7), (("N", 7.0),)),
        ((0, 8), (("N", 9.0),)),
        ((8, 3), (("N", 1.0), ("S", 3.0))),
        ((6, 4), (("N", 3.0), ("S", 2.0))),
    ]
    assert "zone of agreement is empty" in report.sentence


def test_red_lines_that_exclude_each_other_are_shown_with_what_must_give() -> None:
    report = find_packages(
        case(
            demand("n-line", "dam", "yes", kind="red-line"),
            demand("s-line", "dam", "no", kind="red-line"),
            utilities=UTILITIES,
            disagreement=alternatives(0, 0),
        )
    )

    assert (report.feasible, report.zone_empty) == (0, True)
    assert report.obstacles is not None
    assert [c.demands for c in report.obstacles.pairs] == [("n-line", "s-line")]
    assert report.near[0].lacks in {("n-line",), ("s-line",)}


def test_by_demands_alone_there_is_no_rule_of_fairness() -> None:
    report = find_packages(
        case(demand("n-dam", "dam", "yes"), demand("s-toll", "toll", "half", "none"))
    )

    assert report.mode == "ordinal"
    assert report.solutions == ()
    assert report.agreeable == 2
    assert [dict(p.options) for p in report.zone] == [
        {"dam": "yes", "toll": "half"},
        {"dam": "yes", "toll": "none"},
    ]
    assert any("no rule of fairness" in caveat for caveat in report.caveats)


def test_an_empty_zone_of_demands_shows_near_misses_by_weight() -> None:
    report = find_packages(
        case(
            demand("n-dam", "dam", "yes", weight=3.0),
            demand("s-dam", "dam", "no", weight=2.0),
            demand("n-toll", "toll", "all"),
        )
    )

    assert report.zone_empty
    assert report.agreeable == 0
    assert [p.lacks for p in report.near[:3]] == [
        ("s-dam",),
        ("n-dam",),
        ("s-dam", "n-toll"),
    ]
    assert report.obstacles is not None
    cheapest = report.obstacles.knots[0].cheapest
    assert cheapest is not None
    assert cheapest.demands == ("s-dam",)


def test_a_red_line_is_the_last_thing_a_near_miss_breaks() -> None:
    report = find_packages(
        case(
            demand("n-dam", "dam", "yes", weight=0.1, kind="red-line"),
            demand("s-dam", "dam", "no", weight=9.0),
        )
    )

    assert report.near[0].lacks == ("s-dam",)


def test_orders_alone_decide_what_is_efficient() -> None:
    likes = (
        CasePreference(party="N", issue="toll", ranking=(("all",), ("half", "none"))),
        CasePreference(
            party="S", issue="toll", ranking=(("half",), ("none",), ("all",))
        ),
    )
    report = find_packages(case(preferences=likes))

    efficient = {dict(p.options)["toll"] for p in report.frontier}
    assert efficient == {"all", "half"}
    assert report.efficient == 4


def test_utilities_can_be_left_aside() -> None:
    full = case(utilities=UTILITIES, disagreement=alternatives(0, 0))

    assert find_packages(full, ordinal=True).mode == "ordinal"


def test_utilities_of_one_party_alone_are_not_enough_and_it_is_said() -> None:
    some = tuple(u for u in UTILITIES if u.party == "N")
    report = find_packages(case(utilities=some))

    assert report.mode == "ordinal"
    assert "Without utilities: Southland." in report.caveats


def test_gaps_in_utilities_are_reported_at_once() -> None:
    gappy = (UTILITIES[0], UTILITIES[2])
    with pytest.raises(ConfigurationError) as caught:
        find_packages(case(utilities=gappy))

    assert len(caught.value.problems) == 3


def test_counts_over_joined_issues_are_those_of_brute_force() -> None:
    never = Combination((Choice("dam", ("yes",)), Choice("toll", ("none",))))
    only_with = CaseDemand(
        id="n-both",
        party="N",
        forbids=(Combination((Choice("dam", ("no",)), Choice("toll", ("half",)))),),
        kind="red-line",
    )
    wanted = demand("s-toll", "toll", "half", "none")
    modelled = case(
        only_with, wanted, exclusions=(Exclusion(id="x", combination=never),)
    )
    every = [
        dict(zip(("dam", "toll"), taken, strict=True))
        for taken in product(*(issue.options for issue in ISSUES))
    ]
    allowed = [p for p in every if (p["dam"], p["toll"]) != ("yes", "none")]
    feasible = [p for p in allowed if is_met(only_with, p)]

    report = find_packages(modelled)

    assert report.packages == len(allowed)
    assert report.feasible == len(feasible)
    assert report.agreeable == sum(is_met(wanted, p) for p in feasible)


def test_it_rests_on_utilities_or_on_demands() -> None:
    asked = demand("n-dam", "dam", "yes", status="asserted")
    full = case(asked, utilities=UTILITIES, disagreement=alternatives(0, 0))

    assert find_packages(full).basis.analyst == 1.0
    assert find_packages(full, ordinal=True).basis.values == ("demands:n-dam",)
    assert find_packages(full, ordinal=True).basis.asserted == 1.0


def test_exclusions_that_leave_nothing_and_no_issues_are_errors() -> None:
    never = tuple(
        Exclusion(id=o, combination=Combination((Choice("dam", (o,)),)))
        for o in ("yes", "no")
    )
    with pytest.raises(InputError, match="no package at all"):
        find_packages(case(exclusions=never))
    with pytest.raises(InputError, match="no issues"):
        find_packages(replace(case(), issues=()))


def test_issues_that_hang_together_too_widely_are_refused() -> None:
    issues = tuple(
        CaseIssue(id=f"i{n}", question="?", options=tuple("abcdefgh")) for n in range(7)
    )
    linked = CaseDemand(
        id="n",
        party="N",
        forbids=(Combination(tuple(Choice(i.id, ("a",)) for i in issues)),),
    )
    with pytest.raises(InputError, match="hang together"):
        find_packages(Case(parties=PARTIES, issues=issues, demands=(linked,)))
