"""A workspace uses the attribution model that its settings name."""

from pathlib import Path

import pytest

import accord
from accord.errors import ConfigurationError


def test_a_model_that_is_not_there_stops_the_run_and_says_what_to_do(
    tmp_path: Path,
) -> None:
    workspace = tmp_path / "w"
    workspace.mkdir()
    (workspace / "accord.toml").write_text('model = "nowhere"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Mara Voss said the talks go on.", encoding="utf-8")

    with (
        accord.open(workspace) as opened,
        pytest.raises(
            ConfigurationError, match=r"(?s)No attribution model at nowhere.*Hint"
        ),
    ):
        opened.run([str(tmp_path / "a.txt")])
