"""A workspace asks the judge of stance that its settings name, and nobody else."""

from pathlib import Path

import pytest

from accord.app.settings import load_settings
from accord.app.toolbox import Toolbox
from accord.errors import ConfigurationError


def toolbox(tmp_path: Path, **environ: str) -> Toolbox:
    return Toolbox(load_settings(tmp_path, environ=environ, arguments={}))


def test_nobody_is_asked_unless_the_settings_say_so(tmp_path: Path) -> None:
    assert toolbox(tmp_path).stance_judge() is None


def test_a_judge_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    named = toolbox(tmp_path, ACCORD_STANCE_MODEL=str(tmp_path / "nowhere"))

    with pytest.raises(ConfigurationError, match=r"(?s)No stance model.*stance_model"):
        named.stance_judge()
