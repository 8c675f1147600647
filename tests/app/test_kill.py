"""A run that is killed at any moment loses nothing that was done."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import accord
from accord.app import Workspace
from accord.app.sifting.kinds import KINDS
from accord.model import dumps

_RUN = """
import os, signal, sys
import accord
folder, pile, jobs, limit = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
seen = 0

def step(progress):
    global seen
    seen += 1
    if seen == limit:
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    with accord.open(folder) as workspace:
        workspace.run([pile], jobs=jobs, on_progress=step)
"""


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("killed") / "pile"
    folder.mkdir()
    for number in range(40):
        text = (
            f"Date: 2024-03-{number % 28 + 1:02}\n\n“We reject offer {number},” said "
            f"Orrin Teal, the union leader. The mayor warned that talks on wages, "
            f"round {number % 9}, would fail.\n"
        )
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(pile: Path) -> list[str]:
    """What a run gives that nobody kills."""
    with accord.open(pile.parent / "fresh") as fresh:
        fresh.run([pile])
        return list(export(fresh))


def export(workspace: Workspace) -> Iterator[str]:
    for kind in KINDS:
        for record in workspace.records(kind):
            yield f"{kind} {dumps(record)}"


# After 35 steps one batch is kept and one is not; after 60 the codebook is chosen and
# coding has begun; after 81 the whole-pile rooms have begun.
@pytest.mark.parametrize(("jobs", "limit"), [(2, 35), (1, 60), (1, 81)])
def test_a_killed_run_done_again_gives_what_one_run_gives(
    tmp_path: Path, pile: Path, whole: list[str], jobs: int, limit: int
) -> None:
    script = tmp_path / "run.py"
    script.write_text(_RUN, encoding="utf-8")
    folder = tmp_path / "w"
    command = [sys.executable, script, folder, pile, str(jobs), str(limit)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    with accord.open(folder, create=False) as workspace:
        kept = len(list(workspace.documents()))
        assert kept == (32 if limit == 35 else 40)
        assert workspace.check().problems == ()
        report = workspace.run([pile])
        assert report.failures == ()
        assert report.items == 40
        assert list(export(workspace)) == whole
