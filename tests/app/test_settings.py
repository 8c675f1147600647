"""Settings: defaults, then accord.toml, then the environment, then arguments."""

from pathlib import Path
from typing import Any

import pytest

from accord.app.settings import TEMPLATE, Settings, load_settings
from accord.errors import ConfigurationError


def load(
    folder: Path, file: str = "", *, environ: dict[str, str] | None = None, **given: Any
) -> Settings:
    if file:
        (folder / "accord.toml").write_text(file, encoding="utf-8")
    return load_settings(folder, environ=environ or {}, arguments=given)


def test_without_anything_the_defaults_hold(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert (settings.jobs, settings.store, settings.name) == (1, "", "")
    assert {s.origin for s in settings.listed()} == {"default"}


def test_the_later_origin_wins_and_is_told(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        'jobs = 2\nname = "file"\ntext_bytes = 5',
        environ={"ACCORD_JOBS": "3", "ACCORD_NAME": "env", "ACCORD_DATA": "x"},
        jobs=4,
        store=None,
    )
    assert (settings.jobs, settings.name, settings.text_bytes) == (4, "env", 5)
    assert {s.name: s.origin for s in settings.listed()} == {
        "name": "environment",
        "jobs": "argument",
        "store": "default",
        "model": "default",
        "stance_model": "default",
        "min_side_confidence": "default",
        "criticism_model": "default",
        "min_confidence": "default",
        "exact_documents": "default",
        "text_bytes": "accord.toml",
        "container_bytes": "default",
    }


def test_a_caller_may_bring_other_defaults(tmp_path: Path) -> None:
    def jobs(file: str) -> int:
        (tmp_path / "accord.toml").write_text(file, encoding="utf-8")
        return load_settings(
            tmp_path, environ={}, arguments={}, defaults={"jobs": 0}
        ).jobs

    assert jobs("") == 0
    assert jobs("jobs = 3") == 3


def test_a_confidence_is_a_number_up_to_one(tmp_path: Path) -> None:
    assert load(tmp_path, "min_confidence = 1").min_confidence == 1.0
    assert (
        load(tmp_path, environ={"ACCORD_MIN_CONFIDENCE": "0.5"}).min_confidence == 0.5
    )
    for wrong, told in (
        ("2", "at most 1"),
        ("-0.5", "at least 0"),
        ("high", "a number"),
    ):
        with pytest.raises(ConfigurationError, match=told):
            load(tmp_path, environ={"ACCORD_MIN_CONFIDENCE": wrong})


def test_all_problems_are_collected_each_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(
            tmp_path,
            'jobs = "many"\ncolour = 1\ntext_bytes = 0\nname = 7',
            environ={"ACCORD_JOBS": "-1"},
        )
    found = {p.path: p.message for p in caught.value.problems}
    assert found == {
        "accord.toml:jobs": "expected a whole number, got 'many'",
        "accord.toml:colour": "there is no such setting",
        "accord.toml:text_bytes": "must be at least 1, got 0",
        "accord.toml:name": "expected text, got 7",
        "environment:ACCORD_JOBS": "expected a whole number, got '-1'",
    }
    assert "container_bytes" in caught.value.hint


def test_a_truth_value_is_no_number(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="expected a whole number, got True"):
        load(tmp_path, "jobs = true")


@pytest.mark.parametrize("content", [b"jobs = ", b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_a_problem(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "accord.toml").write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"accord\.toml: it cannot be read"):
        load(tmp_path)


def test_the_file_of_a_new_workspace_names_every_setting_with_its_default(
    tmp_path: Path,
) -> None:
    lines = [line for line in TEMPLATE.splitlines() if " = " in line]
    names = [line.removeprefix("# ").split(" = ")[0] for line in lines]
    assert names == [setting.name for setting in load(tmp_path).listed()]
    uncommented = "\n".join(line.removeprefix("# ") for line in lines)
    settings = load(tmp_path, uncommented.replace('"My dispute"', '""'))
    assert settings.listed()[0].origin == "accord.toml"
    assert [s.value for s in settings.listed()] == [
        s.value for s in load_settings(Path("/"), environ={}, arguments={}).listed()
    ]


@pytest.mark.parametrize(
    ("store", "shown"),
    [
        (
            "postgresql+psycopg://me:secret@host/db",
            "postgresql+psycopg://me:***@host/db",
        ),
        (
            "postgresql+psycopg://me@host:5432/db",
            "postgresql+psycopg://me@host:5432/db",
        ),
    ],
)
def test_passwords_are_not_shown(tmp_path: Path, store: str, shown: str) -> None:
    listed = {s.name: s.value for s in load(tmp_path, store=store).listed()}
    assert listed["store"] == shown
