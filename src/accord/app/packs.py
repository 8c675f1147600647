"""The workspace's actor packs."""

from collections.abc import Sequence
from pathlib import Path

from accord.app.folder import write_atomically
from accord.errors import ConfigurationError, StoreError

__all__ = ["ACTORS_FOLDER", "add_actors", "adopt", "kept", "read_given"]

ACTORS_FOLDER = "actors"
_SUFFIXES = (".yaml", ".yml")


def kept(folder: Path) -> dict[str, str]:
    """Read the packs that lie in the workspace: text by file name, sorted.

    Raises:
        ConfigurationError: One cannot be read.
    """
    return _read_folder(folder / ACTORS_FOLDER)


def read_given(paths: Sequence[str]) -> dict[str, str]:
    """Read the packs that a user gives, each a file or a folder of files.

    Raises:
        ConfigurationError: One cannot be read, or two have one name.
    """
    packs: dict[str, str] = {}
    for path in map(Path, paths):
        found = _read_folder(path) if path.is_dir() else {path.name: _read(path)}
        for name, text in found.items():
            if packs.setdefault(name, text) != text:
                message = f"Two different actor packs are called {name}."
                raise ConfigurationError(message, hint="Give them different names.")
    return packs


def add_actors(folder: Path, text: str, *, name: str) -> Path:
    """Put actors into one of a workspace's packs; those of the same ids go.

    Args:
        folder: The workspace.
        text: A pack, or bare entries of one.
        name: File name of the pack under ``actors/``.

    Returns:
        Where the pack lies.

    Raises:
        InputError: There are no actors in the text.
        ConfigurationError: They cannot be used; all problems at once.
    """
    from accord.resolve import load_knowledge, merge_pack

    packs = kept(folder)
    packs[name] = merge_pack(packs.get(name, ""), text, name=name)
    load_knowledge(sorted(packs.items()))
    adopt(folder, {name: packs[name]})
    return folder / ACTORS_FOLDER / name


def adopt(folder: Path, packs: dict[str, str]) -> None:
    """Copy packs into the workspace, over those of the same name.

    Raises:
        StoreError: The workspace cannot be written.
    """
    target = folder / ACTORS_FOLDER
    try:
        target.mkdir(exist_ok=True)
    except OSError as error:
        message = f"{target} cannot be made: {error.strerror or error}."
        raise StoreError(message, hint="Check the folder's permissions.") from error
    for name, text in packs.items():
        path = Path(name)
        if path.suffix.lower() not in _SUFFIXES:
            path = path.with_name(f"{path.name}.yaml")
        write_atomically(target / path.name, text)


def _read_folder(folder: Path) -> dict[str, str]:
    """Read the YAML files of a folder; none if it is not there."""
    if not folder.is_dir():
        return {}
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in _SUFFIXES)
    return {path.name: _read(path) for path in files if not path.name.startswith(".")}


def _read(path: Path) -> str:
    """Read one pack."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"The actor pack {path} cannot be read: {error}."
        raise ConfigurationError(
            message, hint="Give a YAML file in UTF-8, or a folder of them."
        ) from error
