"""Accord: read the coverage of a dispute, draw the negotiation inside it.

The public names load on first use, so that ``import accord`` stays light.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accord.app import Workspace, open  # noqa: A004
    from accord.errors import AccordError
    from accord.model import (
        Actor,
        Attribution,
        Codebook,
        Document,
        Finding,
        Issue,
        Passage,
        Span,
        Statement,
    )

__all__ = [
    "AccordError",
    "Actor",
    "Attribution",
    "Codebook",
    "Document",
    "Finding",
    "Issue",
    "Passage",
    "Span",
    "Statement",
    "Workspace",
    "__version__",
    "open",
]

__version__ = "0.1.0"

_HOMES = {
    "AccordError": "accord.errors",
    "Workspace": "accord.app",
    "open": "accord.app",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in __all__:
        message = f"module 'accord' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(importlib.import_module(_HOMES.get(name, "accord.model")), name)


def __dir__() -> list[str]:
    """List the public names."""
    return list(__all__)
