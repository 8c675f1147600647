"""Pairs of positions that exclude each other, and pairs that do not."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from accord.model import (
    Codebook,
    Irreconcilable,
    Issue,
    Passage,
    Position,
    Stance,
    Statement,
)
from accord.solve import find_irreconcilable

CODEBOOK = Codebook(
    "test",
    (
        Issue(
            id="dam",
            question="Should the dam be built?",
            options=("high-dam", "low-dam"),
            excludes=("park",),
        ),
        Issue(id="park", question="Should the valley become a park?"),
        Issue(id="toll", question="Should the toll stay?"),
    ),
)


def a_case(
    *held: tuple[str, str, Stance] | tuple[str, str, Stance, str],
    counts: Sequence[int] | None = None,
) -> tuple[list[Position], list[Statement]]:
    """Make a ledger: actor, issue, stance and maybe an option for each position."""
    ledger, statements = [], []
    for number, (actor, issue, stance, *option) in enumerate(held):
        made = [
            Statement(
                id=f"statement-{number}-{i}",
                produced_by="test.v1",
                attribution=None,
                document="document-1",
                actor=actor,
                name=actor.title(),
                speaks_for=None,
                issue=issue,
                option=option[0] if option else None,
                stance=stance,
                strength=0.0,
                act="demand",
                when=None,
                evidence=Passage(0, 3, "yes"),
                cues=(),
                confidence=0.5,
            )
            for i in range(counts[number] if counts else 1)
        ]
        statements += made
        ledger.append(
            Position(
                id=f"position-{number}",
                produced_by="test.v1",
                actor=actor,
                name=actor.title(),
                issue=issue,
                stance=stance,
                strength=0.0,
                ambivalent=False,
                statements=tuple(s.id for s in made),
                outlets=(),
                first=None,
                last=None,
            )
        )
    return ledger, statements


def solve(
    *held: tuple[str, str, Stance] | tuple[str, str, Stance, str],
) -> tuple[Irreconcilable, ...]:
    ledger, statements = a_case(*held)
    return find_irreconcilable(ledger, statements, CODEBOOK)


def test_a_yes_and_a_no_exclude_each_other_and_both_sides_are_proven() -> None:
    (found,) = solve(("arno", "toll", "support"), ("bel", "toll", "oppose"))

    assert [(s.actor, s.stance) for s in found.sides] == [
        ("arno", "support"),
        ("bel", "oppose"),
    ]
    assert all(side.statements for side in found.sides)
    assert found.reason == (
        "Arno answers yes, and Bel no, to the question: Should the toll stay?"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("support", "support"),
        ("oppose", "oppose"),
        ("support", "conditional"),
        ("oppose", "conditional"),
        ("support", "unclear"),
    ],
)
def test_other_pairs_of_stances_can_stand_together(one: Stance, other: Stance) -> None:
    assert solve(("arno", "toll", one), ("bel", "toll", other)) == ()


def test_two_options_of_one_issue_exclude_each_other() -> None:
    (found,) = solve(
        ("arno", "dam", "support", "high-dam"), ("bel", "dam", "support", "low-dam")
    )

    assert {side.option for side in found.sides} == {"high-dam", "low-dam"}
    assert "“high dam”" in found.reason


def test_the_same_option_or_none_excludes_nothing() -> None:
    assert (
        solve(
            ("arno", "dam", "support", "high-dam"),
            ("bel", "dam", "support", "high-dam"),
            ("cor", "dam", "support"),
        )
        == ()
    )


def test_issues_that_exclude_each_other_cannot_both_have_a_yes() -> None:
    (found,) = solve(("arno", "dam", "support"), ("bel", "park", "support"))

    assert found.issue == "dam"
    assert {side.issue for side in found.sides} == {"dam", "park"}


def test_a_no_to_an_excluded_issue_excludes_nothing() -> None:
    assert solve(("arno", "dam", "support"), ("bel", "park", "oppose")) == ()


def test_one_actor_is_not_held_against_itself() -> None:
    assert solve(("arno", "dam", "support"), ("arno", "park", "support")) == ()


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Pilots' Guild", True),
        ("The Society of Netmakers", True),
        ("a fisherman", False),
        ("A member of its delegation", False),
        ("54 percent", False),
        ("Some voters", False),
        ("", False),
    ],
)
def test_only_somebody_with_a_name_is_a_party(name: str, *, party: bool) -> None:
    ledger, statements = a_case(("arno", "toll", "support"), ("bel", "toll", "oppose"))
    ledger[1] = replace(ledger[1], actor=None, name=name)

    found = find_irreconcilable(ledger, statements, CODEBOOK)

    assert bool(found) is party


def test_the_best_proven_pair_comes_first() -> None:
    ledger, statements = a_case(
        ("arno", "dam", "support"),
        ("bel", "dam", "oppose"),
        ("cor", "toll", "support"),
        ("dun", "toll", "oppose"),
        counts=[1, 5, 2, 2],
    )

    found = find_irreconcilable(ledger, statements, CODEBOOK)

    assert [f.issue for f in found] == ["toll", "dam"]


def test_a_position_whose_statements_are_missing_proves_nothing() -> None:
    ledger, statements = a_case(("arno", "toll", "support"), ("bel", "toll", "oppose"))

    assert find_irreconcilable(ledger, statements[:1], CODEBOOK) == ()


def test_the_order_of_the_ledger_changes_nothing() -> None:
    ledger, statements = a_case(
        ("arno", "toll", "support"),
        ("bel", "toll", "oppose"),
        ("cor", "dam", "support", "high-dam"),
        ("dun", "dam", "support", "low-dam"),
    )
    expected = {f.id for f in find_irreconcilable(ledger, statements, CODEBOOK)}

    for order in permutations(ledger):
        found = find_irreconcilable(order, statements, CODEBOOK)
        assert {f.id for f in found} == expected


def test_every_pair_is_minimal_and_no_pair_is_missed() -> None:
    stances: list[Stance] = ["support", "oppose", "conditional", "unclear"]
    held = [(f"actor{n}", "toll", stance) for n, stance in enumerate(stances * 2)]

    found = solve(*held)

    yes = {a for a, _, s in held if s == "support"}
    no = {a for a, _, s in held if s == "oppose"}
    assert all(len(f.sides) == 2 for f in found)
    assert {tuple(s.actor for s in f.sides) for f in found} == {
        (a, b) for a in yes for b in no
    }


def test_of_many_pairs_the_best_proven_are_kept() -> None:
    camps = [(f"yes-{n}", "toll", "support") for n in range(20)]
    camps += [(f"no-{n}", "toll", "oppose") for n in range(20)]
    ledger, statements = a_case(*camps, counts=[2, *([1] * 19), 2, *([1] * 19)])

    found = find_irreconcilable(ledger, statements, CODEBOOK)

    assert len(found) == 250
    assert {side.name for side in found[0].sides} == {"Yes-0", "No-0"}
