from pathlib import Path

import pytest

from accord import app
from accord.errors import InputError


def test_without_what_it_needs_no_workspace_is_made(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nope\.txt"):
        app.open(tmp_path / "there", needs=[str(tmp_path / "nope.txt"), "-"])
    assert list(tmp_path.iterdir()) == []


def test_with_what_it_needs_a_workspace_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("No deal.")
    app.open(tmp_path / "there", needs=[str(tmp_path / "a.txt"), "-"]).close()
    assert (tmp_path / "there" / "accord.toml").exists()
