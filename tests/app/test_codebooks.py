"""The workspace's codebook: from a file, or a packaged one by name."""

from pathlib import Path

import pytest

import accord
from accord.app.codebooks import ISSUES_FILE
from accord.errors import ConfigurationError


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("The union said it would reject the pay offer.\n")
    return path


def test_a_packaged_codebook_is_taken_by_its_name(
    tmp_path: Path, article: Path
) -> None:
    with accord.open(tmp_path / "w") as workspace:
        report = workspace.run([article], issues="wage-dispute")
        again = workspace.run([article])

    assert not report.chosen
    assert (tmp_path / "w" / ISSUES_FILE).exists()
    assert (again.processed, again.unchanged) == (0, 1)


@pytest.mark.parametrize("name", ["wage", "a.txt/b.yaml", "."])
def test_a_codebook_that_is_not_there_names_those_that_are(
    tmp_path: Path, article: Path, name: str
) -> None:
    with (
        accord.open(tmp_path / "w") as workspace,
        pytest.raises(ConfigurationError, match="cannot be read") as caught,
    ):
        workspace.run([article], issues=name)

    assert "Errno" not in str(caught.value)
    assert "wage-dispute" in caught.value.hint
