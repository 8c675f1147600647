"""CP-SAT finds the packages that enumeration finds, and says when it is missing."""

import builtins
import sys
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.adapters.optimise import CpSat
from accord.errors import ConfigurationError, InputError
from accord.model.negotiation.case import (
    Case,
    CaseDemand,
    CaseIssue,
    CaseParty,
    CaseValue,
    Choice,
    Combination,
    Exclusion,
)
from accord.ports.optimiser import Program
from accord.solve.packages import find_packages
from accord.solve.packages.asking import ask_packages
from accord.solve.packages.coupled import is_coupled

OPTIONS = ("a", "b", "c")
PARTIES = (CaseParty(id="N", name="Northland"), CaseParty(id="S", name="Southland"))


@pytest.fixture(scope="module", autouse=True)
def _library() -> None:
    pytest.importorskip("ortools", reason="the extra optimise is not installed")


@st.composite
def cases(draw: st.DrawFn, parties: str = "NS") -> Case:
    """Small cases with demands and exclusions over several issues."""
    issues = tuple(
        CaseIssue(id=f"i{n}", question="?", options=OPTIONS)
        for n in range(draw(st.integers(1, 4)))
    )
    names = [issue.id for issue in issues]

    def some() -> tuple[Choice, ...]:
        about = draw(
            st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)
        )
        options = st.lists(
            st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True
        )
        return tuple(Choice(issue, tuple(draw(options))) for issue in about)

    demands = tuple(
        CaseDemand(
            id=f"d{n}",
            party=draw(st.sampled_from(parties)),
            accepts=some() if draw(st.booleans()) else (),
            forbids=(Combination(some()),),
            kind=draw(st.sampled_from(("demand", "red-line", "wish"))),
            weight=draw(st.sampled_from((None, 2.0, 0.5))),
        )
        for n in range(draw(st.integers(0, 4)))
    )
    exclusions = tuple(
        Exclusion(id=f"e{n}", combination=Combination(some()))
        for n in range(draw(st.integers(0, 1)))
    )
    utilities = tuple(
        CaseValue(party=p, issue=i, option=o, value=draw(st.integers(0, 5)))
        for p, i, o in product(parties, names, OPTIONS)
    )
    return Case(
        parties=tuple(CaseParty(id=p, name=p) for p in parties),
        issues=issues,
        demands=demands,
        exclusions=exclusions,
        utilities=utilities,
        disagreement=tuple(
            CaseValue(party=p, value=draw(st.integers(0, 8))) for p in parties
        ),
    )


@settings(max_examples=40, deadline=None)
@given(cases())
def test_what_is_asked_for_is_what_enumeration_lists(case: Case) -> None:
    try:
        listed = find_packages(case, shown=1000)
    except InputError:
        with pytest.raises(InputError, match="no package at all"):
            ask_packages(case, CpSat(), ordinal=True)
        return
    asked = ask_packages(case, CpSat(), shown=1000)

    assert asked.zone_empty == listed.zone_empty
    assert [p.utilities for p in asked.frontier] == [
        p.utilities for p in listed.frontier
    ]
    assert asked.ideal == listed.ideal
    for one, other in zip(asked.solutions, listed.solutions, strict=True):
        assert one.rule == other.rule
        assert [p.utilities for p in one.packages] == [
            p.utilities for p in other.packages
        ]


@settings(max_examples=40, deadline=None)
@given(cases("NSEW"))
def test_the_zone_of_four_parties_is_that_of_enumeration(case: Case) -> None:
    try:
        listed = find_packages(case, shown=1000)
    except InputError:
        return
    asked = ask_packages(case, CpSat(), shown=1000)
    silent = replace(case, disagreement=())

    assert asked.zone_empty == listed.zone_empty
    assert sorted(p.utilities for p in asked.zone) == sorted(
        p.utilities for p in listed.zone
    )
    assert asked.ideal == listed.ideal
    for one, other in zip(asked.solutions, listed.solutions, strict=True):
        assert sorted(p.utilities for p in one.packages) == sorted(
            p.utilities for p in other.packages
        )
    if listed.feasible:
        expected = find_packages(silent).alternatives
        assert ask_packages(silent, CpSat()).alternatives == expected
    if listed.feasible and listed.zone_empty:
        assert len(asked.near[0].short) == min(len(p.short) for p in listed.near)


def cost(case: Case, lacks: tuple[str, ...]) -> tuple[int, float]:
    """What a package lacks: red lines first, then weight."""
    lacking = [d for d in case.demands if d.id in lacks]
    return sum(d.kind == "red-line" for d in lacking), sum(
        d.weight or 1 for d in lacking
    )


@settings(max_examples=25, deadline=None)
@given(cases())
def test_the_nearest_packages_cost_what_the_nearest_of_all_cost(case: Case) -> None:
    ordinal = replace(case, utilities=(), disagreement=())
    try:
        listed = find_packages(ordinal, shown=4)
    except InputError:
        return
    asked = ask_packages(ordinal, CpSat(), shown=4)

    assert asked.zone_empty == listed.zone_empty
    for one, other in zip(asked.near, listed.near, strict=True):
        assert cost(case, one.lacks) == cost(case, other.lacks)


def long_chain() -> Case:
    """Issues each of which hangs on the next: more than 10^11 packages."""
    issues = tuple(
        CaseIssue(id=f"i{n}", question="?", options=OPTIONS) for n in range(24)
    )
    demands = tuple(
        CaseDemand(
            id=f"d{n}",
            party="NS"[n % 2],
            forbids=(
                Combination((Choice(f"i{n}", ("a",)), Choice(f"i{n + 1}", ("a", "b")))),
            ),
        )
        for n in range(23)
    )
    all_a = CaseDemand(
        id="x", party="N", accepts=(Choice("i0", ("a",)), Choice("i1", ("b",)))
    )
    return Case(parties=PARTIES, issues=issues, demands=(*demands, all_a))


def test_a_case_beyond_listing_is_answered() -> None:
    case = long_chain()
    assert is_coupled(case)
    with pytest.raises(InputError, match="hang together"):
        find_packages(case)

    report = ask_packages(case, CpSat(), shown=3)

    assert report.zone_empty
    assert report.packages is None
    assert len(report.near) == len({p.options for p in report.near}) == 3
    assert all(len(p.lacks) == 1 for p in report.near)
    assert report.obstacles is not None
    assert report.obstacles.smallest is not None
    assert set(report.obstacles.smallest.demands) == {"d0", "x"}
    assert ask_packages(case, CpSat(), shown=3) == report


def test_a_program_without_an_answer_has_none() -> None:
    program = Program(variables=1, clauses=((0,), (-1,)))

    assert CpSat().maximise(program, {0: 1}) is None


def test_weighted_sums_must_come_to_their_least() -> None:
    program = Program(variables=3, at_least=(({0: 2, 1: 1, 2: 1}, 2),))

    assert CpSat().maximise(program, {0: -3, 1: -1, 2: -1}) == (False, True, True)


def test_without_the_library_the_error_names_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("ortools"):
            raise ImportError(name)
        return real(name, *rest, **more)

    for name in [n for n in sys.modules if n.startswith("ortools")]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ConfigurationError) as caught:
        CpSat()
    assert "accord[optimise]" in str(caught.value.hint)
