"""The import contracts hold, and each of them fails on a planted violation."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTS = {
    "a room imports another room": (
        "map/planted.py", "from accord.read import __doc__ as doc\n", "The house"
    ),
    "a low floor imports a high one": (
        "text/planted.py", "from accord.pipeline import __doc__ as doc\n", "The house"
    ),
    "a new folder has no floor": ("extra/__init__.py", "", "The house"),
    "an adapter imports another adapter": (
        "adapters/clock/planted.py",
        "from accord.adapters.files import __doc__ as doc\n",
        "Adapters do not know each other",
    ),
    "the command line imports an adapter": (
        "cli/planted.py",
        "from accord.adapters.files import __doc__ as doc\n",
        "Only the composition root",
    ),
    "a room imports a database": (
        "link/planted.py", "import sqlalchemy\n", "No engine, database"
    ),
    "the records import a library": (
        "model/planted.py", "import yaml\n", "The records need only"
    ),
    "two modules import each other": (
        "text/planted.py",
        "from accord.text import planted_too\n",
        "No import cycles",
    ),
}  # fmt: skip


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command as c; c()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=root / "src",
        env={"PYTHONPATH": str(root / "src"), "PATH": "", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip


def copy_house(target: Path) -> Path:
    source = ROOT / "src" / "accord"
    for path in source.rglob("*.py"):
        copied = target / "src" / "accord" / path.relative_to(source)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copied)
    return target


def test_the_house_stands_as_it_is() -> None:
    result = lint(ROOT)

    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_violation_is_caught(name: str, tmp_path: Path) -> None:
    place, code, contract = PLANTS[name]
    package = copy_house(tmp_path) / "src" / "accord"
    planted = package / place
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(f'"""Planted."""\n{code}', encoding="utf-8")
    (package / "text" / "planted_too.py").write_text(
        '"""Planted."""\nfrom accord.text import planted\n'
        if "each other" in name
        else '"""Harmless."""\n',
        encoding="utf-8",
    )

    result = lint(tmp_path)

    assert result.returncode == 1, result.stdout + result.stderr
    broken = [line for line in result.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), broken
