"""The evaluation gate catches what it is there to catch."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def load_gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate", ROOT / "evals" / "gate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["gate"] = module
    spec.loader.exec_module(module)
    return module


gate = load_gate()
FLOORS = gate.Floors("gold-1", {"f1": 0.7, "recall": 0.9})


def test_what_reaches_its_floors_passes() -> None:
    assert gate.judge("gold-1", {"f1": 0.7, "recall": 0.95, "new": 0.1}, FLOORS) == []


@pytest.mark.parametrize(
    ("corpus", "metrics", "breach"),
    [
        ("gold-1", {"f1": 0.69, "recall": 0.95}, "f1: 0.690 is below 0.700"),
        ("gold-1", {"f1": 0.8}, "recall: not measured any more"),
        ("gold-2", {"f1": 0.8, "recall": 0.95}, "the gold changed"),
    ],
)
def test_a_planted_regression_fails(
    corpus: str, metrics: dict[str, float], breach: str
) -> None:
    (line,) = gate.judge(corpus, metrics, FLOORS)

    assert breach in line


def test_pinning_refuses_to_lower_a_floor() -> None:
    with pytest.raises(gate.RegressionError, match=r"f1: 0\.7 ->"):
        gate.pin("gold-1", {"f1": 0.6, "recall": 0.95}, FLOORS)


def test_pinning_refuses_to_lose_a_floor() -> None:
    with pytest.raises(gate.RegressionError, match=r"recall: 0\.9 -> None"):
        gate.pin("gold-1", {"f1": 0.8}, FLOORS)


def test_pinning_raises_floors_and_never_creeps_down() -> None:
    pinned = gate.pin("gold-1", {"f1": 0.8, "recall": 0.902}, FLOORS)

    assert pinned.floors == {"f1": 0.795, "recall": 0.9}


def test_a_regression_can_be_allowed_by_name_only() -> None:
    pinned = gate.pin("gold-1", {"f1": 0.6}, FLOORS, allow_regression=True)

    assert pinned.floors == {"f1": 0.595}


def plant(folder: Path, result: object, floors: object = None) -> Path:
    folder.mkdir()
    program = f"print('a table')\nprint({json.dumps(json.dumps(result))})\n"
    (folder / "measure.py").write_text(program, encoding="utf-8")
    if floors is not None:
        (folder / "floors.json").write_text(json.dumps(floors), encoding="utf-8")
    return folder


def run(folder: Path) -> list[str]:
    found: list[str] = gate.run(folder, repin=False, allow_regression=False)
    return found


def test_a_measure_below_its_floor_is_reported_from_its_own_run(tmp_path: Path) -> None:
    floors = {"corpus": "g", "floors": {"f1": 0.5}}
    folder = plant(tmp_path / "x", {"corpus": "g", "metrics": {"f1": 0.4}}, floors)

    assert run(folder) == ["f1: 0.400 is below 0.500"]


def test_a_measure_that_crashes_fails_the_gate(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "measure.py").write_text("raise SystemExit(3)", encoding="utf-8")

    assert run(folder) == ["measure.py exited with 3"]


def test_a_measure_without_floors_fails_the_gate(tmp_path: Path) -> None:
    folder = plant(tmp_path / "x", {"corpus": "g", "metrics": {"f1": 0.4}})

    assert run(folder) == ["has no floors.json: pin it"]


def test_a_skip_is_said_aloud(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plant(tmp_path / "x", {"skipped": "no data at ../shared/data"})

    assert run(folder) == []
    assert "SKIPPED: no data at ../shared/data" in capsys.readouterr().out


def test_pinning_writes_what_the_gate_then_passes(tmp_path: Path) -> None:
    folder = plant(tmp_path / "x", {"corpus": "g", "metrics": {"f1": 0.4}})

    assert gate.run(folder, repin=True, allow_regression=False) == []
    assert run(folder) == []
