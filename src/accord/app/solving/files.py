"""Files that hold one case as a JSON object."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from accord.errors import InputError

__all__ = ["read_object", "read_text"]

_BYTES_AT_MOST = 64_000_000


def read_text(path: Path, *, hint: str = "Give a text file in UTF-8.") -> str:
    """Read a file of text that is not too large."""
    try:
        if path.stat().st_size > _BYTES_AT_MOST:
            message = f"The file {path} is larger than {_BYTES_AT_MOST:,} bytes."
            raise InputError(message, hint=hint)
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        message = f"The file {path} cannot be read: {error}."
        raise InputError(message, hint=hint) from error


def read_object(path: Path) -> Mapping[str, Any]:
    """Read a file that holds one JSON object."""
    hint = "Give a file that holds one JSON object in UTF-8."
    text = read_text(path, hint=hint)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"The file {path} cannot be read: {error}."
        raise InputError(message, hint=hint) from error
    if not isinstance(value, dict):
        message = f"The file {path} holds no JSON object."
        raise InputError(message, hint=hint)
    return value
