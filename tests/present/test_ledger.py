"""The ledger as a matrix."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Codebook
from accord.present import lay_out_ledger
from accord.present.ledger import describe_position, sign_of
from accord.testing.dispute import make_dispute

DISPUTE = make_dispute()
LEDGER = DISPUTE.ledger


def test_issues_stand_in_codebook_order_and_silent_ones_are_named() -> None:
    matrix = lay_out_ledger(LEDGER, codebook=DISPUTE.codebook)

    assert [issue.id for issue in matrix.issues] == [
        "raise-the-dam",
        "night-flow",
        "joint-council",
    ]
    assert [issue.id for issue in matrix.silent] == ["ferry"]


def test_actors_who_say_most_come_first() -> None:
    matrix = lay_out_ledger(LEDGER, codebook=DISPUTE.codebook)

    assert [(row.name, row.statements) for row in matrix.rows] == [
        ("Ostrel", 5),
        ("Sorn", 3),
    ]
    assert matrix.rows[1].cells[2] is None


@settings(max_examples=30)
@given(st.permutations(LEDGER))
def test_the_order_of_the_positions_does_not_matter(shuffled: list[object]) -> None:
    expected = lay_out_ledger(LEDGER, codebook=DISPUTE.codebook)

    assert lay_out_ledger(shuffled, codebook=DISPUTE.codebook) == expected  # type: ignore[arg-type]


def test_every_position_has_exactly_one_cell() -> None:
    matrix = lay_out_ledger(LEDGER, codebook=DISPUTE.codebook)

    cells = [cell for row in matrix.rows for cell in row.cells if cell]
    assert sorted(c.id for c in cells) == sorted(p.id for p in LEDGER)


def test_an_issue_that_the_codebook_lacks_still_has_a_column() -> None:
    matrix = lay_out_ledger(LEDGER, codebook=Codebook("none", ()))

    assert [i.id for i in matrix.issues] == [
        "joint-council",
        "night-flow",
        "raise-the-dam",
    ]


def test_namesakes_with_different_ids_have_rows_of_their_own() -> None:
    twin = replace(LEDGER[0], actor="town:other")

    matrix = lay_out_ledger((*LEDGER, twin), codebook=DISPUTE.codebook)
    assert [row.name for row in matrix.rows].count("Ostrel") == 2


def test_an_excerpt_keeps_what_is_spoken_to_most() -> None:
    excerpt = lay_out_ledger(LEDGER, codebook=DISPUTE.codebook).excerpt(
        rows=1, issues=2
    )

    assert [row.name for row in excerpt.rows] == ["Ostrel"]
    assert [issue.id for issue in excerpt.issues] == ["raise-the-dam", "night-flow"]
    assert len(excerpt.rows[0].cells) == 2


def test_descriptions_follow_the_actors_and_can_be_left_out() -> None:
    described = replace(
        LEDGER[0], actor=None, name="some experts", statements=("s",) * 9
    )
    matrix = lay_out_ledger((*LEDGER, described), codebook=DISPUTE.codebook)

    assert [row.name for row in matrix.rows] == ["Ostrel", "Sorn", "some experts"]
    assert [row.name for row in matrix.of_actors().rows] == ["Ostrel", "Sorn"]
    alone = lay_out_ledger([described], codebook=DISPUTE.codebook)
    assert alone.of_actors() == alone


def test_a_torn_position_has_a_sign_of_its_own() -> None:
    torn = replace(LEDGER[0], ambivalent=True, stance="unclear")

    assert sign_of(torn) == ("ambivalent", "±")
    assert describe_position(torn).startswith("Ostrel both supports and opposes")


def test_what_only_leans_has_a_fainter_sign_and_no_stance() -> None:
    leans = replace(LEDGER[1], stance="unclear", ambivalent=False, leaning="oppose")

    assert sign_of(leans) == ("leans-oppose", "−?")
    assert describe_position(leans).startswith("Sorn may oppose, 2 statements")


def test_the_latest_stance_is_shown_and_the_contrary_noted() -> None:
    torn = replace(LEDGER[0], ambivalent=True, stance="support")

    assert sign_of(torn)[0] == "support"
    assert describe_position(torn).startswith(
        "Ostrel supports, having said the contrary as well"
    )
    assert describe_position(LEDGER[1]) == (
        "Sorn opposes, 2 statements, 2025-01-20 to 2025-01-22, 2 outlets"
    )
