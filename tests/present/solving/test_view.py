"""The report's section on what it would take."""

import re
from dataclasses import replace

from accord.model import Dispute
from accord.present.report import render_report
from accord.solve.whole import solve_dispute
from accord.testing.dispute import make_dispute


def section(dispute: Dispute) -> str:
    """Cut the section out of the report."""
    solved = replace(dispute, solution=solve_dispute(dispute))
    html = render_report(solved)
    found = re.search(r'<section id="solved".*?</section>', html, re.DOTALL)
    assert found is not None
    return found[0]


def test_each_knot_shows_whose_demands_with_words_that_open_their_sentence() -> None:
    told = section(make_dispute())
    statements = {s.id for d in make_dispute().dossiers for s in d.statements}
    opened = set(re.findall(r'href="#r=(statement-[0-9a-f]+)"', told))

    assert opened
    assert opened <= statements


def test_it_says_under_which_preferences_and_on_what_it_rests() -> None:
    told = section(make_dispute())

    assert "these modelled" in told.lower().replace("\n  ", " ")
    assert 'class="status asserted"' in told
    assert "Rests on" in told


def test_it_draws_the_conflict_map_without_a_style_of_its_own() -> None:
    told = section(make_dispute())

    assert "<svg" in told
    assert "<style" not in told


def test_a_rule_is_told_with_its_veto_players_and_its_words() -> None:
    dispute = make_dispute()
    told = section(dispute)

    for dossier in dispute.dossiers:
        for mechanism in dossier.mechanisms:
            assert f"#r={mechanism.id}" in told


def test_with_nothing_to_solve_it_says_so_in_one_sentence() -> None:
    told = section(
        replace(
            make_dispute(),
            ledger=(),
            dossiers=(),
            actors=(),
            links=(),
            shifts=(),
            irreconcilable=(),
        )
    )

    assert "Nothing was solved" in told


def test_the_same_dispute_gives_the_same_section() -> None:
    assert section(make_dispute()) == section(make_dispute())
