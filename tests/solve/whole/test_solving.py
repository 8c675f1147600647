"""A dispute is solved from its texts alone, and says on what the answer rests."""

from dataclasses import replace

from accord.model import Dispute
from accord.solve.whole import solve_dispute
from accord.testing.dispute import make_dispute


def quiet_dispute() -> Dispute:
    """The dam without anybody's position."""
    return replace(make_dispute(), ledger=(), dossiers=())


def test_two_towns_that_want_the_opposite_make_a_knot_with_both_their_words() -> None:
    solved = solve_dispute(make_dispute())

    assert solved.knots
    for knot in solved.knots:
        ids = {ask.id for ask in knot.demands}
        assert all(set(c.demands) <= ids for c in knot.conflicts)
        assert all(ask.statements for ask in knot.demands)
        assert all(
            "under these modelled preferences" in way.sentence.lower()
            for way in (*knot.conflicts, *knot.ways_out)
        )


def test_an_empty_zone_says_what_would_open_it() -> None:
    zone = solve_dispute(make_dispute()).zone

    assert zone is not None
    assert zone.is_empty
    assert zone.opening
    assert all(package.lacks for package in zone.nearest)


def test_giving_up_what_opens_the_zone_leaves_nothing_unmet() -> None:
    dispute = make_dispute()
    solved = solve_dispute(dispute)
    assert solved.zone is not None
    given = {key for way in solved.zone.opening for key in way.demands}
    kept = tuple(
        p
        for p in dispute.ledger
        if f"{p.actor or 'name:' + p.name}/{p.issue}" not in given
    )

    freed = solve_dispute(replace(dispute, ledger=kept))

    assert not freed.knots
    assert freed.zone is None or not freed.zone.is_empty


def test_the_shares_of_what_it_rests_on_add_up() -> None:
    resting = solve_dispute(make_dispute()).resting

    assert resting is not None
    assert abs(resting.asserted + resting.inferred + resting.analyst - 1) < 0.001


def test_where_nobody_demands_anything_it_says_so() -> None:
    solved = solve_dispute(quiet_dispute())

    assert "no party" in solved.skipped
    assert solved.zone is None


def test_the_same_dispute_is_solved_the_same_way_whatever_the_order_of_texts() -> None:
    dispute = make_dispute()
    turned = replace(dispute, dossiers=dispute.dossiers[::-1])

    assert solve_dispute(dispute).knots == solve_dispute(turned).knots
    assert solve_dispute(dispute).zone == solve_dispute(turned).zone
