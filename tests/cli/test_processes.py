"""The real program in processes of its own: streams, codes, signals, weight."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from accord.resolve import load_knowledge

HEAVY = ("rich", "sqlalchemy", "jinja2", "yaml", "trafilatura", "pypdf", "accord.app")


def run(
    *arguments: str, cwd: Path, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("ACCORD_")}
    return subprocess.run(
        [sys.executable, "-m", "accord", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=clean | {"COLUMNS": "80", "PYTHONUTF8": "1"} | environment,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demo's workspace once."""
    folder = tmp_path_factory.mktemp("demo")
    result = run("demo", "--sample", "depot", "-w", "w", cwd=folder)
    assert result.returncode == 0, result.stderr
    assert "who stands where" in result.stdout
    assert "Report:" in result.stdout
    assert "Done." in result.stderr
    return folder


def test_the_demo_leaves_a_report_that_opens_alone(demo: Path) -> None:
    html = (demo / "w" / "report.html").read_text(encoding="utf-8")

    assert html.startswith("<!doctype html>")
    assert "http-equiv" in html


def test_every_format_of_the_demo_is_read_back(demo: Path) -> None:
    kind = "attributions"
    lines = run("show", kind, "-w", "w", "--jsonl", cwd=demo)
    array = run("show", kind, "-w", "w", "--json", cwd=demo)
    table = run("show", kind, "-w", "w", cwd=demo)

    assert lines.returncode == array.returncode == table.returncode == 0
    read = [json.loads(line) for line in lines.stdout.splitlines()]
    assert read == json.loads(array.stdout)
    assert lines.stderr == ""
    assert max(len(line) for line in table.stdout.splitlines()) <= 80
    assert "\x1b" not in table.stdout


def test_a_second_run_does_nothing_again(demo: Path) -> None:
    texts = demo / "texts"
    texts.mkdir(exist_ok=True)
    (texts / "a.txt").write_text("The union said on Monday it would strike.\n")
    first = run("run", "texts", "-w", "again", cwd=demo)
    second = run("run", "texts", "-w", "again", cwd=demo)

    assert "1 read, 0 unchanged" in first.stderr
    assert "0 read, 1 unchanged" in second.stderr
    assert first.stdout == second.stdout == ""


def test_a_failed_item_leaves_with_1_and_the_rest_is_done(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The mayor said no.\n")
    (tmp_path / "empty.txt").write_text("")
    result = run("run", "good.txt", "empty.txt", "-w", "w", cwd=tmp_path)

    assert result.returncode == 1
    assert "1 document" in result.stderr
    assert "empty.txt" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_stubs_are_a_pack_of_actors(demo: Path) -> None:
    stubs = run("actors", "unresolved", "--stubs", "-w", "w", cwd=demo)

    loaded = yaml.safe_load(stubs.stdout)
    assert loaded["actors"]
    assert {"id", "kind", "names"} <= set(loaded["actors"][0])
    load_knowledge([("stubs.yaml", stubs.stdout)])


def test_standard_input_is_read(tmp_path: Path) -> None:
    result = run("run", "-", "-w", "w", cwd=tmp_path, stdin="The mayor said no.\n")

    assert result.returncode == 0, result.stderr
    assert "1 document," in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "findings", "-w", "nowhere"), 3),
        (("run", "nothing-there.txt", "-w", "w"), 3),
        (("issues",), 2),
        (("--version",), 0),
        ((), 0),
    ],
)
def test_exit_codes(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    result = run(*arguments, cwd=tmp_path)

    assert result.returncode == code, result.stderr
    assert "Traceback" not in result.stderr
    if code == 3:
        assert result.stderr.startswith("Error: ")
        assert "\nHint: " in result.stderr


def test_a_reader_who_leaves_early_is_no_error(demo: Path) -> None:
    for format_ in ("--jsonl", "--csv", "--table"):
        program = (
            f"{sys.executable} -m accord show mentions -w w {format_} -q"
            " | head -n 1 > /dev/null; exit ${PIPESTATUS[0]}"
        )
        result = subprocess.run(
            ["bash", "-c", program],
            cwd=demo,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (result.returncode, result.stderr) == (0, "")


def test_an_interrupt_leaves_with_130_and_without_a_trace(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(400):
        words = f"The mayor of town {number} said no deal was near. " * 60
        (texts / f"{number}.txt").write_text(words)
    process = subprocess.Popen(
        [sys.executable, "-m", "accord", "run", "texts", "-w", "w"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while not (tmp_path / "w" / "accord.db").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)

    assert process.returncode == 130, errors
    assert "Interrupted" in errors
    assert "Traceback" not in errors


def test_a_stream_that_lacks_a_sign_gets_its_escape(demo: Path) -> None:
    result = run(
        "ledger", "-w", "w", cwd=demo, PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )

    assert result.returncode == 0, result.stderr
    assert "\\u2212 oppose" in result.stdout


def test_colour_is_only_for_terminals_that_want_it(demo: Path) -> None:
    plain = run("ledger", "-w", "w", cwd=demo)
    forced = run("ledger", "-w", "w", cwd=demo, FORCE_COLOR="1", TERM="xterm-256color")
    refused = run("ledger", "-w", "w", cwd=demo, FORCE_COLOR="1", NO_COLOR="1")

    assert "\x1b" not in plain.stdout
    assert "\x1b[1;34m" in forced.stdout
    assert "\x1b[1;34m" not in refused.stdout


def test_a_terminal_sees_bars_that_go_away(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said no.\n")
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "accord", "run", "a.txt", "-w", "w"],
        cwd=tmp_path,
        stderr=theirs,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "80"},
    ) as process:
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
        os.close(ours)

    assert process.returncode == 0
    for label in (b"reading", b"relating", b"drawing", b"Done."):
        assert label in seen
    assert b"reading" not in seen.split(b"\x1b[?25h")[-1]


def _read(terminal: int) -> bytes:
    """Read what a terminal shows; nothing once the other side has closed it."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_help_loads_nothing_heavy_and_is_quick(tmp_path: Path) -> None:
    program = (
        "import sys; from accord.cli.entry import execute; execute(['--help']);"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stderr.strip() == "[]"

    def seconds() -> float:
        begun = time.perf_counter()
        run("--help", cwd=tmp_path)
        return time.perf_counter() - begun

    assert min(seconds() for _ in range(3)) < 1.0
