"""A workspace asks the judge of criticism that its settings name, and nobody else."""

from pathlib import Path

import pytest

from accord import app
from accord.app.toolbox import choose_criticism_judge
from accord.errors import ConfigurationError


def test_nobody_is_asked_unless_the_settings_say_so() -> None:
    assert choose_criticism_judge("") is None


def test_the_packaged_judge_is_asked_by_its_name() -> None:
    judge = choose_criticism_judge("packaged")

    assert judge is not None
    assert judge.producer == "position.criticism.v1"


def test_a_judge_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"(?s)No criticism.*criticism_model"):
        choose_criticism_judge(str(tmp_path / "nowhere"))


ARTICLE = (
    "Title: Steel talks\nDate: 2024-03-05\n\n"
    "“France treats its partners with contempt and keeps none of its promises,” "
    "Germany's economy minister told reporters.\n"
)


def aims(folder: Path) -> set[tuple[str | None, str | None]]:
    """Run over one article; give acts, and whom they are aimed at."""
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    with app.open(folder / "dispute") as workspace:
        workspace.run(folder / "a.txt", jobs=1)
        (dossier,) = workspace.dispute().dossiers
    return {(a.act, a.target.name if a.target else None) for a in dossier.attributions}


def test_a_workspace_tells_whom_words_criticise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCORD_CRITICISM_MODEL", "packaged")

    assert ("criticise", "France") in aims(tmp_path)


def test_without_the_judge_they_only_state(tmp_path: Path) -> None:
    assert all(act != "criticise" for act, _ in aims(tmp_path))
