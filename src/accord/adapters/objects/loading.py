"""Load a library that not everyone has."""

import importlib
from typing import Any

from accord.errors import ConfigurationError

__all__ = ["load"]


def load(module: str, *, install: str) -> Any:
    """Load a library.

    Args:
        module: Its name.
        install: What ``pip install`` needs to be given.

    Raises:
        ConfigurationError: It is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        message = f"This needs {module.partition('.')[0]}, which is not installed."
        raise ConfigurationError(message, hint=f"pip install '{install}'") from error
