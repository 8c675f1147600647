"""What a result rests on: the values of the case, by how they came to be known."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from accord.model.negotiation.case import CaseStatus

__all__ = ["Basis", "basis_of"]


class _Valued(Protocol):
    """A part of the case that says where it is from."""

    @property
    def status(self) -> CaseStatus:
        """Where it is from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The values that a result rests on.

    Attributes:
        values: Their places in the case, as ``demands:RUS.veto``.
        asserted: Share that texts assert, in [0, 1].
        inferred: Share that was concluded from texts.
        analyst: Share that an analyst put in.
    """

    values: tuple[str, ...]
    asserted: float
    inferred: float
    analyst: float


def basis_of(values: Iterable[tuple[str, _Valued]]) -> Basis:
    """Count the values that a result rests on.

    Args:
        values: Places and values.

    Returns:
        The places in order and the shares; all shares are 0 if there are no values.
    """
    listed = dict(values)
    found = [value.status for value in listed.values()]
    total = max(len(found), 1)
    return Basis(
        values=tuple(listed),
        asserted=round(found.count("asserted") / total, 4),
        inferred=round(found.count("inferred") / total, 4),
        analyst=round(found.count("analyst") / total, 4),
    )
