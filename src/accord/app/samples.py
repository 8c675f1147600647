"""The sample disputes that ship with the package."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from accord.app.folder import make_folder, write_atomically
from accord.app.opening import open as open_workspace
from accord.app.outcomes import RunReport
from accord.app.settings import SETTINGS_FILE, TEMPLATE, UNNAMED
from accord.app.workspace import Workspace
from accord.errors import UnknownNameError
from accord.pipeline import OnProgress

__all__ = ["demo", "sample_names"]

DEFAULT_SAMPLE = "strait"


def sample_names() -> tuple[str, ...]:
    """List the sample disputes by name."""
    return tuple(
        sorted(
            entry.name
            for entry in _samples().iterdir()
            if entry.is_dir() and (entry / "documents").is_dir()
        )
    )


def demo(
    path: str | Path,
    *,
    sample: str = DEFAULT_SAMPLE,
    jobs: int | None = None,
    on_progress: OnProgress | None = None,
) -> tuple[Workspace, RunReport]:
    """Run the whole way on a sample dispute.

    Args:
        path: Workspace folder.
        sample: One of ``sample_names()``.
        jobs: Processes to work in; the workspace's setting if None.
        on_progress: Called after every step.

    Returns:
        The open workspace and what the run did.

    Raises:
        UnknownNameError: There is no such sample.
    """
    if sample not in sample_names():
        message = f"There is no sample dispute {sample!r}."
        raise UnknownNameError(message, hint=f"There are: {', '.join(sample_names())}.")
    with resources.as_file(_samples() / sample) as folder:
        _name_after_sample(Path(path), folder)
        workspace = open_workspace(path)
        try:
            report = workspace.run(
                [str(folder / "documents")],
                issues=str(folder / "issues.yaml"),
                actors=[str(folder / "actors")],
                jobs=jobs,
                on_progress=on_progress,
            )
        except BaseException:
            workspace.close()
            raise
    return workspace, report


def _name_after_sample(workspace: Path, sample: Path) -> None:
    """Give a new workspace the sample's title; one with settings keeps its own."""
    settings = workspace.expanduser() / SETTINGS_FILE
    if settings.exists() or any(workspace.expanduser().glob("accord.db")):
        return
    make_folder(settings.parent, create=True)
    title = (sample / "title.txt").read_text(encoding="utf-8").strip()
    write_atomically(settings, TEMPLATE.replace(UNNAMED, f'name = "{title}"'))


def _samples() -> Traversable:
    """Point to the folder of samples."""
    return resources.files("accord.app") / "samples"
