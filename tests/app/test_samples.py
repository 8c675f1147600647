"""The sample disputes that ship with the package."""

from pathlib import Path

import pytest

from accord import app
from accord.errors import UnknownNameError
from accord.model import dumps


def test_the_samples_are_a_dispute_of_states_and_one_of_another_kind() -> None:
    assert app.sample_names() == ("depot", "strait")


@pytest.mark.parametrize("name", app.sample_names())
def test_a_sample_runs_the_whole_way_without_a_failure(
    tmp_path: Path, name: str
) -> None:
    workspace, report = app.demo(tmp_path / "w", sample=name)
    with workspace:
        assert report.failures == ()
        assert report.processed == report.items > 0
        assert report.codebook
        assert report.report.stat().st_size > 10_000
        assert workspace.check().problems == ()
        assert list(workspace.records("positions"))


def test_a_sample_that_is_not_there_is_an_error_that_names_the_others(
    tmp_path: Path,
) -> None:
    with pytest.raises(UnknownNameError, match="depot, strait"):
        app.demo(tmp_path / "w", sample="moon")
    assert not (tmp_path / "w").exists()


def test_the_demo_is_the_same_with_two_workers_and_twice(tmp_path: Path) -> None:
    def export(path: str, jobs: int) -> list[str]:
        workspace, _ = app.demo(tmp_path / path, jobs=jobs)
        with workspace:
            kinds = ("documents", "attributions", "statements", "links", "positions")
            return [dumps(r) for kind in kinds for r in workspace.records(kind)]

    first = export("a", 1)
    assert export("b", 2) == first
    assert export("a", 1) == first


def test_a_demo_is_called_by_the_samples_title(tmp_path: Path) -> None:
    workspace, _ = app.demo(tmp_path / "w", sample="depot")
    with workspace:
        assert workspace.name == "The Harrowgate depots"


def test_a_demo_leaves_the_settings_of_a_workspace_alone(tmp_path: Path) -> None:
    (tmp_path / "accord.toml").write_text('name = "Mine"\n', encoding="utf-8")

    workspace, _ = app.demo(tmp_path, sample="depot")
    with workspace:
        assert workspace.name == "Mine"
