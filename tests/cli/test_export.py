"""``accord export``: a workspace as a file of another program."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from accord.adapters.dna import read_tables

Run = Callable[..., Any]


def test_a_workspace_becomes_a_database_and_that_another(
    accord: Run, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.dna", tmp_path / "b.dna"

    made = accord("export", "dam", "--out", str(first))
    again = accord("export", str(first), "--out", str(second), "--quiet")

    assert (made.code, again.code) == (0, 0)
    assert made.err.endswith("as dna.\n")
    assert not again.err
    assert read_tables(first) == read_tables(second)
    assert read_tables(first)["STATEMENTS"]


def test_no_file_is_written_over(accord: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    path.write_text("precious")

    assert accord("export", "dam", "--out", str(path)).code == 3
    assert path.read_text() == "precious"
