"""Open a workspace folder."""

import os
from collections.abc import Sequence
from pathlib import Path

from accord.app.folder import make_folder
from accord.app.settings import load_settings
from accord.app.toolbox import require_paths, store_for
from accord.app.workspace import Workspace

__all__ = ["open"]


def open(  # noqa: A001 - reads as accord.open(path)
    path: str | Path,
    *,
    create: bool = True,
    name: str | None = None,
    jobs: int | None = None,
    store: str | None = None,
    model: str | None = None,
    min_confidence: float | None = None,
    all_cores: bool = False,
    needs: Sequence[str] = (),
) -> Workspace:
    """Open a workspace folder, or make one.

    Args:
        path: The folder.
        create: Whether to make it if it is not there.
        name: Name to show; overrides the settings.
        jobs: Processes to work in, 0 for one per core; overrides the settings.
        store: Address of a PostgreSQL database; overrides the settings.
        model: Who finds attributions: empty for the packaged model, ``rules``, or the
            folder of a model; overrides the settings.
        min_confidence: Attributions below it are dropped; overrides the settings.
        all_cores: Whether to work in one process per core if neither the settings nor
            ``jobs`` say how many; only for programs that other processes can import.
        needs: Files and folders that must be there; without them nothing is made.

    Returns:
        The open workspace; close it, or use it in a ``with`` block.

    Raises:
        InputError: There is no workspace and none may be made, or something that is
            needed is not there.
        ConfigurationError: The settings are wrong; all problems at once.
        StoreError: The folder or the store cannot be made, opened or read.
    """
    require_paths(needs)
    folder = Path(path).expanduser().absolute()
    make_folder(folder, create=create)
    arguments = {
        "name": name,
        "jobs": jobs,
        "store": store,
        "model": model,
        "min_confidence": min_confidence,
    }
    settings = load_settings(
        folder,
        environ=os.environ,
        arguments=arguments,
        defaults={"jobs": 0} if all_cores else None,
    )
    return Workspace(folder, settings=settings, store=store_for(folder, settings))
