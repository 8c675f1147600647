"""How a figure is written for a reader: its limit, its margin, no needless decimals."""

from dataclasses import replace
from typing import Any

import pytest

from accord.model import ActorRef, Figure
from accord.present import Context
from accord.present.cells import figure_cells
from accord.present.wording import amount
from accord.testing.dispute import make_dispute


def made(**changes: Any) -> Figure:
    """Change the poll of the hand-made dispute."""
    figures = (f for dossier in make_dispute().dossiers for f in dossier.figures)
    return replace(next(f for f in figures if f.unit == "%"), **changes)


@pytest.mark.parametrize(
    ("changes", "written"),
    [
        ({"value": 200 / 3}, "66.7 %"),
        ({"value": 12.25}, "12.25 %"),
        ({"value": 62.0, "margin": 3.0}, "62 % ± 3.0"),
        ({"value": 40.0, "low": 40.0}, "at least 40 %"),
        ({"value": 40.0, "high": 40.0, "unit": "people"}, "up to 40 people"),
        ({"value": None, "low": 25.0, "high": 30.0, "unit": "years"}, "25–30 years"),
        ({"value": 1e6, "unit": "EUR", "approximate": True}, "about 1,000,000 EUR"),
    ],
)
def test_an_amount_tells_its_limit_and_its_margin(
    changes: dict[str, Any], written: str
) -> None:
    assert amount(made(**changes)) == written


def test_a_polled_share_that_nobody_else_gives_is_the_pollsters() -> None:
    share = made(pollster=ActorRef(None, "Quill Polls"))
    assert "Quill Polls" in figure_cells(share, Context())
