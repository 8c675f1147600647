"""Published cases, where the evaluation data is at hand."""

import json
import os
from pathlib import Path

import pytest

from accord.solve.conflicts import find_all_sets, plain_groups

DATA = Path(os.environ.get("ACCORD_DATA", Path(__file__).parents[3] / "../shared/data"))


@pytest.mark.shared
def test_every_published_case_is_reproduced() -> None:
    path = DATA / "negotiation" / "mus.json"
    if not path.exists():
        pytest.skip(f"there is no {path}")
    cases = [c for c in json.loads(path.read_text())["cases"] if "clauses" in c]

    assert cases
    for case in cases:
        found = find_all_sets(plain_groups(case["clauses"]))
        shifted = [
            sorted([n + 1 for n in one] for one in sets)
            for sets in (found.mus, found.mcs)
        ]
        assert shifted == [sorted(case["mus"]), sorted(case["mcs"])], case["id"]
        assert found.complete
