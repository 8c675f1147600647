"""``accord issues propose``."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from accord.cli.program import program
from accord.position import parse_codebook

TEXTS = (
    "The mayor wants a river toll, she said on Monday. Cyclists welcomed it.",
    "Drivers rejected the river toll.",
)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Write a small pile."""
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_draft_is_a_codebook_with_its_sentences(pile: Path) -> None:
    result = CliRunner().invoke(program, ["issues", "propose", str(pile)])
    assert result.exit_code == 0
    issue = parse_codebook(result.stdout, name="draft").issues[0]
    assert issue.terms == ("river toll",)
    assert "# Drivers rejected the river toll." in result.stdout


def test_a_pile_without_dispute_gives_an_empty_draft(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained on Monday.", encoding="utf-8")
    result = CliRunner().invoke(program, ["issues", "propose", str(tmp_path)])
    assert result.exit_code == 0
    assert "issues: []" in result.stdout
