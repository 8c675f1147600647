"""The names of the record kinds in the plural, as people ask for them."""

from accord.errors import UnknownNameError
from accord.model import RECORD_KINDS

__all__ = ["KINDS", "find_kind"]

_ALIASES = {"ledger": "positions", "irreconcilables": "irreconcilable"}


def _plural(kind: str) -> str:
    """Name several records of a kind."""
    return kind if kind == "irreconcilable" else f"{kind}s"


#: Each record class by its plural name, in the order of the rooms.
KINDS: dict[str, type] = {_plural(name): kind for name, kind in RECORD_KINDS.items()}


def find_kind(name: str) -> str:
    """Find the plural name of a record kind, from that, the singular or an alias.

    Raises:
        UnknownNameError: There is no such kind.

    Example:
        >>> find_kind("ledger"), find_kind("statement")
        ('positions', 'statements')
    """
    for plural in (_ALIASES.get(name, name), f"{name}s"):
        if plural in KINDS:
            return plural
    message = f"There are no records called {name!r}."
    raise UnknownNameError(message, hint=f"There are: {', '.join(KINDS)}.")
