"""Who finds the attributions: the packaged model, a given one, or the rules."""

from pathlib import Path

import pytest

from accord import app
from accord.app import attributor
from accord.errors import ConfigurationError


def test_the_rules_serve_when_asked_for() -> None:
    chosen = attributor.choose_attributor("rules")

    assert chosen.tagger.producer == "attribute.rules.v1"
    assert chosen.missing is None


def test_the_packaged_model_serves_by_default() -> None:
    chosen = attributor.choose_attributor("")

    assert chosen.tagger.producer.startswith("attribute.model.")
    assert chosen.missing is None


def test_a_model_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="No attribution model"):
        attributor.choose_attributor(str(tmp_path))


def test_without_the_packaged_model_the_rules_serve_and_the_run_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accord.adapters.models.packaged_model", lambda: tmp_path)
    (tmp_path / "a.txt").write_text("Mara Voss said the talks would go on.\n")

    with app.open(tmp_path / "w") as workspace:
        report = workspace.run([tmp_path / "a.txt"])
        (found,) = workspace.attributions()

    assert found.produced_by == "attribute.rules.v1"
    assert report.attributor == "rules alone"
    assert "No attribution model" in report.reduced
    assert "Reinstall" in report.reduced


def test_a_higher_confidence_keeps_fewer_attributions(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "“We will never agree to it,” Mara Voss said on Monday.\n\n"
        "The plan seems to have pleased some in the port, by all accounts.\n"
    )

    with app.open(tmp_path / "w", model="rules") as workspace:
        workspace.run([tmp_path / "a.txt"])
        everything = list(workspace.attributions())
    with app.open(tmp_path / "w", model="rules", min_confidence=0.9) as workspace:
        workspace.run([tmp_path / "a.txt"])
        kept = list(workspace.attributions())

    assert 0 < len(kept) < len(everything)
    assert all(a.confidence >= 0.9 for a in kept)


def test_a_model_in_the_settings_that_is_not_there_stops_the_run(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text("Mara Voss said the talks go on.\n")

    with (
        app.open(tmp_path / "w", model="nowhere") as workspace,
        pytest.raises(ConfigurationError, match=r"(?s)model at nowhere.*Hint"),
    ):
        workspace.run([tmp_path / "a.txt"])
