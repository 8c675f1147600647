"""A workspace asks the judge of stance that its settings name, and nobody else."""

from pathlib import Path

import pytest

from accord.app.toolbox import choose_stance_judge
from accord.errors import ConfigurationError


def test_nobody_is_asked_where_the_settings_want_rules_alone() -> None:
    assert choose_stance_judge("rules") is None


@pytest.mark.parametrize("setting", ["", "packaged"])
def test_the_packaged_judge_is_asked_else(setting: str) -> None:
    judge = choose_stance_judge(setting)

    assert judge is not None
    assert judge.producer == "position.judge.v5"


def test_a_judge_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"(?s)No stance model.*stance_model"):
        choose_stance_judge(str(tmp_path / "nowhere"))
