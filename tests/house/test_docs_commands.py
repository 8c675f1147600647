"""The commands that the documentation shows run as they stand."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "src" / "accord" / "app" / "samples" / "depot" / "documents"
TIMEOUT_S = 120


def shown_commands(page: str) -> list[list[str]]:
    """Take the lines that begin with ``accord`` out of a page's code blocks."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(
        r"^```(?:\w+ \S+|\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL
    )
    lines = [line for block in blocks for line in block.splitlines()]
    commands = [
        shlex.split(line, comments=True) for line in lines if line.startswith("accord ")
    ]
    return [[str(SAMPLE) if part == "FOLDER" else part for part in c] for c in commands]


def shown_files(page: str) -> list[tuple[str, str]]:
    """Take the files that a page shows, blocks headed by kind and name."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w+ (\S+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [(str(name), str(body)) for name, body in blocks]


def partition(parts: list[str], at: str) -> tuple[list[str], str, list[str]]:
    """Split a command at a redirection."""
    place = parts.index(at) if at in parts else len(parts)
    return parts[:place], at, parts[place + 1 :]


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "page", ["README.md", "docs/tutorial.md", "docs/tutorial-networks.md"]
)
def test_every_command_shown_runs(page: str, tmp_path: Path) -> None:
    commands = shown_commands(page)
    assert len(commands) >= 5
    for name, text in shown_files(page):
        (tmp_path / name).write_text(text, encoding="utf-8")

    for line in commands:
        command, _, target = partition(line, ">")
        done = subprocess.run(
            [sys.executable, "-m", "accord", *command[1:]],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=TIMEOUT_S,
        )
        assert done.returncode == 0, f"{' '.join(line)}\n{done.stderr}"
        if target:
            (tmp_path / target[0]).write_text(done.stdout, encoding="utf-8")


def test_the_python_shown_in_the_readme_runs(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)

    done = subprocess.run(
        [sys.executable, "-c", program.replace("FOLDER", str(SAMPLE))],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT_S,
    )

    assert done.returncode == 0, done.stderr
    assert "said" in done.stdout


def test_every_setting_is_documented() -> None:
    from accord.app.settings import load_settings  # noqa: PLC0415 - heavy for collection

    documented = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    settings = load_settings(ROOT / "docs", environ={}, arguments={})

    for setting in settings.listed():
        row = f"| `{setting.name}` | `ACCORD_{setting.name.upper()}` |"
        assert row in documented, row


def test_the_page_of_commands_is_made_of_their_help() -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import commands  # type: ignore[import-not-found]  # noqa: PLC0415
    finally:
        sys.path.pop(0)

    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == commands.page(), "run: python tools/commands.py"
