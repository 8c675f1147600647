"""The workspace's folder: what lies in it and how it is written."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from accord.app.settings import SETTINGS_FILE, TEMPLATE
from accord.errors import InputError, StoreError

__all__ = ["make_folder", "write_atomically"]

MARKS = (SETTINGS_FILE, "accord.db")


def make_folder(path: Path, *, create: bool) -> None:
    """Make sure that a workspace folder is there.

    Raises:
        InputError: It is a file, or is no workspace and may not be made.
        StoreError: It cannot be made or looked into.
    """
    if path.exists() and not path.is_dir():
        message = f"The workspace {path} is a file, not a folder."
        raise InputError(message, hint="Give the folder that is to hold it.")
    if any((path / mark).exists() for mark in MARKS):
        return
    if not create:
        message = f"There is no workspace at {path}."
        hint = f"Make one first: accord run PATH... -w {path}"
        raise InputError(message, hint=hint)
    try:
        path.mkdir(parents=True, exist_ok=True)
        write_atomically(path / SETTINGS_FILE, TEMPLATE)
    except OSError as error:
        message = f"The workspace {path} cannot be made: {error.strerror or error}."
        raise StoreError(
            message,
            hint="Check the folder's permissions, or choose another with -w.",
        ) from error


def write_atomically(path: Path, text: str | Iterable[str]) -> None:
    """Write a file so that a reader, or a kill, finds the old or the new one whole.

    Args:
        path: The file.
        text: What to write, whole or in pieces.

    Raises:
        StoreError: It cannot be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines([text] if isinstance(text, str) else text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        message = f"{path} cannot be written: {error.strerror or error}."
        raise StoreError(
            message,
            hint="Check the folder's permissions and the free space, or choose "
            "another folder with -w.",
        ) from error
