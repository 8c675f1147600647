from collections.abc import Callable
from pathlib import Path

import pytest

from accord.adapters.files import FileLimits, LocalFiles
from accord.adapters.formats import all_containers, all_formats
from accord.model import Failure
from accord.ports import RawItem

Load = Callable[..., dict[str, RawItem | Failure]]


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    return folder


@pytest.fixture
def load() -> Load:
    """Load a folder; what came out by its name below the folder."""

    def load_folder(
        folder: Path,
        *,
        limits: FileLimits | None = None,
        columns: dict[str, str] | None = None,
    ) -> dict[str, RawItem | Failure]:
        containers = all_containers(all_formats(), columns=columns)
        files = LocalFiles(limits=limits, containers=containers)
        items = list(files.load(files.find([str(folder)])))
        names = [i.path if isinstance(i, RawItem) else i.item for i in items]
        assert len(set(names)) == len(names)
        shown = [name.removeprefix(f"{folder.name}/") for name in names]
        return dict(zip(shown, items, strict=True))

    return load_folder
