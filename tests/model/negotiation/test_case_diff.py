"""What is different between two editions of a case."""

from dataclasses import replace

from accord.model.negotiation.case import Case, CaseDemand, CaseValue, Choice
from accord.model.negotiation.case_diff import compare_cases

DEMAND = CaseDemand(id="d", party="A", accepts=(Choice("toll", ("low",)),))
CASE = Case(
    title="Toll",
    demands=(DEMAND, replace(DEMAND, id="e")),
    salience=(CaseValue(party="A", issue="toll", value=0.5),),
)


def test_a_case_is_no_different_from_itself_in_another_order() -> None:
    turned = replace(CASE, demands=CASE.demands[::-1])

    assert compare_cases(CASE, turned) == ()


def test_what_came_went_and_changed_is_named() -> None:
    after = replace(
        CASE,
        title="Tolls",
        demands=(replace(DEMAND, kind="red-line"), replace(DEMAND, id="f")),
        salience=(CaseValue(party="A", issue="toll", value=0.9),),
    )

    changes = compare_cases(CASE, after)

    assert [(c.kind, c.place, c.field) for c in changes] == [
        ("changed", "title", None),
        ("changed", "demands:d", "kind"),
        ("removed", "demands:e", None),
        ("added", "demands:f", None),
        ("changed", "salience:A/toll", "value"),
    ]
    assert (changes[1].before, changes[1].after) == ("demand", "red-line")


def test_turning_the_comparison_round_turns_every_change_round() -> None:
    after = replace(CASE, demands=CASE.demands[:1], version=2)
    turned = {"added": "removed", "removed": "added", "changed": "changed"}

    one, other = compare_cases(CASE, after), compare_cases(after, CASE)

    assert {(c.place, turned[c.kind], str(c.after), str(c.before)) for c in one} == {
        (c.place, c.kind, str(c.before), str(c.after)) for c in other
    }
