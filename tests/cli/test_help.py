"""Help texts are what was agreed on; every command has an example that is true."""

import importlib.metadata
import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
GOLDEN = Path(__file__).parent.parent / "golden" / "help"
COMMANDS = {
    "accord": (),
    "demo": ("demo",),
    "run": ("run",),
    "show": ("show",),
    "ledger": ("ledger",),
    "compare": ("compare",),
    "network": ("network",),
    "structure": ("structure",),
    "export": ("export",),
    "report": ("report",),
    "check": ("check",),
    "issues": ("issues",),
    "issues-check": ("issues", "check"),
    "issues-propose": ("issues", "propose"),
    "actors": ("actors",),
    "actors-add": ("actors", "add"),
    "actors-check": ("actors", "check"),
    "actors-unresolved": ("actors", "unresolved"),
    "solve": ("solve",),
    "solve-draft": ("solve", "draft"),
    "solve-conflicts": ("solve", "conflicts"),
    "solve-packages": ("solve", "packages"),
    "solve-power": ("solve", "power"),
    "solve-stability": ("solve", "stability"),
    "solve-forecast": ("solve", "forecast"),
    "solve-convert": ("solve", "convert"),
    "solve-diff": ("solve", "diff"),
}
GROUPS = ("issues", "actors", "solve")
#: The layout of help is Typer's; the golden files are of this version's.
TYPER = (0, 29)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_the_golden_one(accord: Run, name: str) -> None:
    result = accord(*COMMANDS[name], "--help")
    assert (result.code, result.err) == (0, "")
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("ACCORD_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(result.out, encoding="utf-8")
    version = importlib.metadata.version("typer").split(".")
    if (int(version[0]), int(version[1])) != TYPER:
        pytest.skip(f"the golden help is of Typer {TYPER}, not {version}")

    assert result.out == golden.read_text(encoding="utf-8"), (
        "help changed; read it, then run with ACCORD_UPDATE_GOLDEN=1"
    )


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in GROUPS])
def test_every_command_has_examples(
    accord: Run, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # some examples write files
    text = accord(*COMMANDS[name], "--help").out

    examples = re.findall(
        r"^\s+(?:.* \| )?accord (.+)$", text.split("Example")[1], re.MULTILINE
    )
    assert examples
    for example in examples:
        words = shlex.split(example.split(">")[0])
        assert accord(*words).code in (0, 3), example


def test_every_line_of_help_fits_80_columns(accord: Run) -> None:
    for arguments in COMMANDS.values():
        text = accord(*arguments, "--help").out
        assert max(len(line) for line in text.splitlines()) <= 80


def test_no_summary_of_a_command_is_cut_off(accord: Run) -> None:
    for name in ("accord", *GROUPS):
        commands = accord(*COMMANDS[name], "--help").out.split("Commands:")[1]
        assert "..." not in commands


def test_short_h_is_help(accord: Run) -> None:
    assert accord("-h").out == accord("--help").out
    assert accord("run", "-h").out == accord("run", "--help").out
