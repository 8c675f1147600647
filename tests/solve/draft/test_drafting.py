"""A case drafted from a ledger."""

import json
from dataclasses import replace

from accord.model import Codebook, Dispute, Position
from accord.model.negotiation.case_reading import case_to_json, read_case
from accord.solve.conflicts import find_conflicts
from accord.solve.draft import draft_case
from accord.testing.dispute import make_dispute


def statements_of(dispute: Dispute, position: Position) -> list[str]:
    return [
        s.evidence.text
        for d in dispute.dossiers
        for s in d.statements
        if s.id in position.statements and s.stance == position.stance
    ]


def definite(dispute: Dispute) -> list[Position]:
    return [p for p in dispute.ledger if p.actor and p.stance in {"support", "oppose"}]


def test_every_definite_position_of_an_actor_becomes_a_demand_with_its_words() -> None:
    dispute = make_dispute()
    case = draft_case(dispute)
    demands = {demand.id: demand for demand in case.demands}

    assert definite(dispute)
    for position in definite(dispute):
        demand = demands[f"{position.actor}/{position.issue}"]
        assert sorted(e.text for e in demand.evidence) == sorted(
            statements_of(dispute, position)
        )
        assert demand.kind == "demand"
        (choice,) = demand.accepts
        assert ("no" in choice.options) == (position.stance == "oppose")


def test_the_draft_is_a_sound_case_file() -> None:
    case = draft_case(make_dispute())

    assert read_case(json.dumps(case_to_json(case))) == case
    assert all(issue.options for issue in case.issues)


def test_every_value_has_evidence_and_a_status() -> None:
    case = draft_case(make_dispute())

    for part in (*case.parties, *case.issues, *case.demands, *case.rules):
        assert part.evidence
        assert part.status in {"asserted", "inferred", "analyst"}


def test_what_rests_on_a_condition_is_a_wish_and_inferred() -> None:
    dispute = make_dispute()
    position = definite(dispute)[0]
    dossiers = tuple(
        replace(
            d,
            statements=tuple(
                replace(s, stance="conditional") if s.id in position.statements else s
                for s in d.statements
            ),
        )
        for d in dispute.dossiers
    )
    ledger = (replace(position, stance="conditional"),)

    case = draft_case(replace(dispute, dossiers=dossiers, ledger=ledger))

    assert [(d.kind, d.status) for d in case.demands] == [("wish", "inferred")]


def test_an_unclear_position_makes_no_demand() -> None:
    dispute = make_dispute()
    ledger = tuple(replace(p, stance="unclear") for p in dispute.ledger)

    assert draft_case(replace(dispute, ledger=ledger)).demands == ()


def test_issues_that_exclude_each_other_become_an_exclusion() -> None:
    dispute = make_dispute()
    held = sorted({p.issue for p in definite(dispute)})
    assert len(held) > 1
    issues = tuple(
        replace(i, excludes=(held[1],)) if i.id == held[0] else replace(i, excludes=())
        for i in dispute.codebook.issues
    )
    case = draft_case(replace(dispute, codebook=Codebook("x", issues)))

    (exclusion,) = case.exclusions
    assert [choice.issue for choice in exclusion.combination.choices] == held[:2]
    assert all("no" not in choice.options for choice in exclusion.combination.choices)


def test_the_pairs_of_the_ledger_are_conflicts_of_the_draft() -> None:
    dispute = make_dispute()
    found = {frozenset(c.demands) for c in find_conflicts(draft_case(dispute)).pairs}

    assert dispute.irreconcilable
    for pair in dispute.irreconcilable:
        sides = frozenset(f"{side.actor}/{side.issue}" for side in pair.sides)
        assert sides in found
