"""Totals: amounts said to be made up of others, wherever the text says so."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.model import Dossier
from accord.position.reported import add_reported, find_wrong_sums

Read = Callable[..., Dossier]


def notes(dossier: Dossier) -> list[str]:
    done = add_reported(dossier, produced_by="test.v1")
    return [f.note for f in find_wrong_sums(done, produced_by="test.v1")]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            (
                "RailCo raised its offer to roughly €1.45 billion.\nIt sleeps.\nThe offer "
                "consists of €800m for cranes, €450m for dredging and €250m for rail links."
            ),
            "800,000,000 + 450,000,000 + 250,000,000 = 1,500,000,000, not 1,450,000,000.",
        ),
        (
            "The gap is $212m: $90m in wages, $70m in repairs and $40m in transport.",
            "90,000,000 + 70,000,000 + 40,000,000 = 200,000,000, not 212,000,000.",
        ),
        (
            (
                "It pays 412 million euros, of which 260 million goes on wages and 140 "
                "million on pensions."
            ),
            "260,000,000 + 140,000,000 = 400,000,000, not 412,000,000.",
        ),
        (
            "Staff cost £11.5m, training £3m and moving £4.5m. In all, £21m.",
            "11,500,000 + 3,000,000 + 4,500,000 = 19,000,000, not 21,000,000.",
        ),
        (
            (
                "They will pay 1.8 trillion pesos. The payment comprises 900 billion pesos for "
                "roads, 500 billion pesos for schools and 300 billion for clinics."
            ),
            (
                "900,000,000,000 + 500,000,000,000 + 300,000,000,000 = 1,700,000,000,000, "
                "not 1,800,000,000,000."
            ),
        ),
    ],
)
def test_parts_that_miss_their_total_are_a_finding(
    read: Read, text: str, note: str
) -> None:
    assert notes(read(text)) == [note]


@pytest.mark.parametrize(
    "text",
    [
        # right
        "The gap is $22m: $9m in wages, $8m in repairs and $5m in transport.",
        # rounding explains it
        "The gap is $22m: $9m in wages, $8m in repairs and $4m in transport.",
        # examples, not all of it
        "It has €20m, of which €2m goes to Orle and €3m to Tarn.",
        # another offer
        "The lease costs €9m. The offer consists of €2m for cranes and €3m for rail.",
        # another unit
        "The offer is €9m. The offer consists of $2m for cranes and $3m for rail.",
    ],
)
def test_what_may_be_right_is_left_alone(read: Read, text: str) -> None:
    assert notes(read(text)) == []


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.integers(10, 900), min_size=2, max_size=5))
def test_the_sum_of_its_parts_is_never_wrong(read: Read, parts: list[int]) -> None:
    told = [f"{part},000 euros for A" for part in parts]
    listed = f"{', '.join(told[:-1])} and {told[-1]}"
    text = f"The offer is {sum(parts)},000 euros. The offer consists of {listed}."
    assert notes(read(text)) == []
