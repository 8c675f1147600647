from typing import Any

import pytest


@pytest.mark.parametrize(
    ("source", "status"),
    [
        ("unnamed officials", "anonymous"),
        ("two negotiators who were in the room", "anonymous"),
        ("three aides with knowledge of the talks", "anonymous"),
        ("Negotiators", "group"),
        ("Midwives", "group"),
        ("a 2014 study by Harrow and the University of Kell", "group"),
        ("Nobody", "unresolved"),
        ("everyone", "unresolved"),
    ],
)
def test_sources_without_a_name_stay_without_one(
    resolve: Any, source: str, status: str
) -> None:
    case = resolve(f"The midwives met. {{s:{source}}} {{c:said}} {{q:no}}.")
    assert case.statuses == [status]
