"""What the report and the tables tell of outlets and networks."""

import base64
import hashlib
import re
from dataclasses import replace

from accord.app.gathering import MAX_DRAWN, draw_together
from accord.map.outlets import compare_outlets
from accord.model import ActorRef, Dispute, Dossier
from accord.model.outlets import OutletComparison
from accord.present.outlets import PARTS, outlet_table, view_outlets
from accord.present.report import render_report
from accord.testing.builders import make_document, make_statement
from accord.testing.dispute import make_dispute


def compared(dispute: Dispute) -> OutletComparison:
    return compare_outlets(dispute.dossiers, dispute.codebook, links=dispute.links)


def crowd(count: int) -> list[Dossier]:
    """Bodies that speak of one issue, the later ones more often."""
    dossiers = []
    for number in range(count):
        document = make_document(
            f"Body {number} says yes.", path=f"pile/{number:03}.txt"
        )
        spoken = [
            replace(
                make_statement(
                    document,
                    words="yes",
                    speaks_for=ActorRef(f"org:{number}", f"Body {number:03}"),
                    stance="support" if number % 2 else "oppose",
                ),
                id=f"statement-{number}-{time}",
            )
            for time in range(1 + number // 10)
        ]
        dossiers.append(Dossier(document=document, statements=tuple(spoken)))
    return dossiers


def test_every_part_is_a_table_with_as_many_cells_as_columns() -> None:
    found = compared(make_dispute())

    for part in PARTS:
        table = outlet_table(found, part)
        assert all(len(row) == len(table.columns) for row in table.rows), part


def test_exclusive_and_carried_by_several_are_all_of_coverage() -> None:
    found = compared(make_dispute())
    shared = [claim for claim in found.claims if len(claim.outlets) > 1]

    exclusive = outlet_table(found, "exclusive").rows
    assert len(exclusive) + len(shared) == len(outlet_table(found, "coverage").rows)
    assert len(outlet_table(found, "missing").rows) == sum(
        profile.missing for profile in found.outlets
    )


def test_the_view_begins_with_what_most_outlets_carried() -> None:
    view = view_outlets(compared(make_dispute()))

    carriers = [len(claim.outlets) for claim in view.claims]
    assert carriers == sorted(carriers, reverse=True)


def test_the_report_shows_outlets_and_the_network() -> None:
    dispute = make_dispute()
    network = draw_together(crowd(6))
    html = render_report(replace(dispute, outlets=compared(dispute), network=network))

    assert "Outlets side by side" in html
    assert "Who agrees with whom" in html
    assert html.count("<style>") == 1
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"sha256-{digest}" in html
    assert 'style="' not in html


def test_a_report_without_them_has_no_empty_sections() -> None:
    html = render_report(make_dispute())

    assert 'id="outlets"' not in html
    assert 'id="network"' not in html


def test_a_crowd_is_cut_to_those_who_say_most() -> None:
    network = draw_together(crowd(70))

    assert network is not None
    assert 3 <= len(network.rows) <= MAX_DRAWN
    assert "Body 069" in network.rows
    assert "Body 000" not in network.rows


def test_two_make_no_network() -> None:
    assert draw_together(crowd(2)) is None
