import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("ACCORD_DATA", ROOT.parent / "shared" / "data"))


@pytest.mark.shared
def test_the_speakers_of_the_articles_it_grew_out_of_are_right() -> None:
    if not (DATA / "seeds").is_dir():
        pytest.skip(f"{DATA / 'seeds'} is not there; set ACCORD_DATA")
    command = [sys.executable, str(ROOT / "evals/speakers/measure.py"), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    metrics = json.loads(done.stdout.splitlines()[-1])["metrics"]
    assert metrics["seeds_accuracy"] >= 0.97
    assert metrics["seeds_not_wrong"] >= 0.98
    assert metrics["seeds_represents"] >= 0.95
    assert metrics["invented_accuracy"] >= 0.95
