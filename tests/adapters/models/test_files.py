"""A model's files are those that were published, or there is no model."""

import hashlib
import json
from pathlib import Path

import pytest

from accord.adapters.models.files import ModelFiles
from accord.errors import BackendError, ConfigurationError


def publish(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    manifest = {"version": "v7", "reach": 3, "sha256": hashes}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def find(folder: Path) -> ModelFiles:
    return ModelFiles.find(folder, kind="weather", hint="Look out of the window.")


def test_the_manifest_tells_the_version_and_what_its_kind_needs(tmp_path: Path) -> None:
    publish(tmp_path, network=b"x")

    files = find(tmp_path)

    assert (files.version, files.manifest["reach"]) == ("v7", 3)


def test_an_empty_folder_holds_no_model_of_the_kind(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"(?s)No weather model.*window"):
        find(tmp_path)


@pytest.mark.parametrize("manifest", ["[]", "{}", '{"sha256": {}}', "no JSON"])
def test_a_broken_manifest_is_no_model(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")

    with pytest.raises(ConfigurationError, match="No weather model"):
        find(tmp_path)


def test_a_changed_file_is_refused_by_name(tmp_path: Path) -> None:
    publish(tmp_path, network=b"x", words=b"y")
    (tmp_path / "words").write_bytes(b"z")

    with pytest.raises(BackendError, match=r"weather model's file words has hash"):
        find(tmp_path)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    publish(tmp_path, network=b"x")
    (tmp_path / "network").unlink()

    with pytest.raises(
        BackendError, match=r"weather model's file network cannot be read"
    ):
        find(tmp_path)
