"""The evaluation itself: its scorer on cases worked by hand, and its floors."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "evals" / "attribution"
DATA = Path(os.environ.get("ACCORD_DATA", ROOT / ".." / "shared" / "data"))
TEXT = "“No way out,” Voss said. Kell said that it was over."
GOLD = [
    {"source": [[14, 18]], "cue": [[19, 23]], "content": [[0, 13]]},
    {"source": [[25, 29]], "cue": [[30, 34]], "content": [[35, 51]]},
]


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scoring", FOLDER / "scoring.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["scoring"] = module
    spec.loader.exec_module(module)
    return module


def test_gold_scores_itself_perfectly(scoring: ModuleType) -> None:
    counts = scoring.score_document(TEXT, GOLD, GOLD)
    assert {scoring.rates(counts, name) for name in scoring.METRICS} == {
        (1.0, 1.0, 1.0)
    }


def test_a_wrong_source_is_no_hit(scoring: ModuleType) -> None:
    wrong = [{**GOLD[0], "source": [[25, 29]]}, GOLD[1]]
    counts = scoring.score_document(TEXT, GOLD, wrong)
    assert scoring.rates(counts, "attribution") == (0.5, 0.5, 0.5)
    assert scoring.rates(counts, "content_tok") == (1.0, 1.0, 1.0)


def test_half_of_the_content_is_enough_and_less_is_not(scoring: ModuleType) -> None:
    for end, hits in ((46, 1), (39, 0)):
        part = [{**GOLD[1], "content": [[35, end]]}]
        counts = scoring.score_document(TEXT, GOLD[1:], part)
        assert counts["attribution", "hit"] == hits


def test_direct_attributions_are_told_by_their_marks(scoring: ModuleType) -> None:
    counts = scoring.score_document(TEXT, GOLD, [])
    assert counts["recall_direct", "g"] == 1
    assert counts["recall_indirect", "g"] == 1


def test_without_the_corpus_the_measure_says_so_and_passes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(FOLDER / "measure.py"), "--json"],
        env={**os.environ, "ACCORD_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "ACCORD_DATA" in json.loads(done.stdout)["skipped"]


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_taggers_stay_above_their_floors() -> None:
    if not (DATA / "polnear" / "dev.jsonl").exists():
        pytest.skip(f"no annotated articles in {DATA}; set ACCORD_DATA")
    done = subprocess.run(
        [sys.executable, str(ROOT / "evals" / "gate.py"), "attribution"],
        env={**os.environ, "ACCORD_DATA": str(DATA)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_exact_spans_count_role_by_role(scoring: ModuleType) -> None:
    longer = [{**GOLD[0], "content": [[0, 18]]}, GOLD[1]]
    counts = scoring.score_document(TEXT, GOLD, longer)
    assert scoring.rates(counts, "bio_content")[2] == 0.5
    assert scoring.rates(counts, "bio_cue")[2] == 1.0
