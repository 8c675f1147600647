"""Evidence carries the passage around it, and what the same party says against it."""

from dataclasses import replace

from accord.solve.draft import draft_case
from accord.testing.dispute import make_dispute


def test_a_context_holds_the_words_and_stands_in_the_text() -> None:
    dispute = make_dispute()
    texts = {d.document.id: d.document.text for d in dispute.dossiers}
    quoted = [e for d in draft_case(dispute).demands for e in d.evidence]

    assert any(e.context for e in quoted)
    for one in quoted:
        if one.context is not None:
            assert one.text in one.context
            assert one.context in texts[one.document or ""]


def test_words_against_a_demand_stand_beside_it() -> None:
    dispute = make_dispute()
    case = draft_case(dispute)
    demand = next(d for d in case.demands if len(d.evidence) > 1)
    turned = demand.evidence[-1].statement
    other = {"support": "oppose", "oppose": "support"}
    dossiers = tuple(
        replace(
            d,
            statements=tuple(
                replace(s, stance=other[s.stance], when=None) if s.id == turned else s
                for s in d.statements
            ),
        )
        for d in dispute.dossiers
    )

    again = draft_case(replace(dispute, dossiers=dossiers))
    found = next(d for d in again.demands if d.id == demand.id)

    assert [e.statement for e in found.against] == [turned]
    assert turned not in [e.statement for e in found.evidence]
