"""Chains: which outlet has its words from which."""

from dataclasses import dataclass
from typing import Literal

from accord.model.when import When

__all__ = ["Borrowing", "BorrowingTie", "Chains"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrowing:
    """One document that shows one outlet taking words from another.

    Attributes:
        taker: Outlet that takes; the document's path if its outlet is not known.
        giver: Outlet that the words are from.
        document: Id of the document that shows it. It is the taker's own, unless it
            passes on what an outlet has from a further one.
        original: Id of the giver's document that has the words; None if none is at
            hand.
        how: ``named``: the document says so; ``copied``: it repeats the giver's text.
        credited: Whether it names the giver; None if that cannot be told.
        published: When the document appeared; None if not known.
        attributions: Ids of the attributions that are passed on; none of a copy.
    """

    taker: str
    giver: str
    document: str
    original: str | None
    how: Literal["named", "copied"]
    credited: bool | None
    published: When | None
    attributions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowingTie:
    """All that one outlet takes from another.

    Attributes:
        taker: Outlet that takes.
        giver: Outlet that it takes from.
        borrowings: One for each document, by date, undated ones last; at least one.
    """

    taker: str
    giver: str
    borrowings: tuple[Borrowing, ...]

    @property
    def credited(self) -> int:
        """How many of the documents name the giver."""
        return sum(one.credited is True for one in self.borrowings)

    @property
    def uncredited(self) -> int:
        """How many certainly do not."""
        return sum(one.credited is False for one in self.borrowings)

    @property
    def credited_share(self) -> float | None:
        """Share of those that name it among all where it can be told."""
        known = self.credited + self.uncredited
        return self.credited / known if known else None

    @property
    def first(self) -> When | None:
        """When it happened first; None if no document is dated."""
        return self.borrowings[0].published


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """A directed graph of outlets: who takes from whom.

    Attributes:
        outlets: Their names, sorted.
        at_hand: Those of which the pile has documents.
        ties: Taker to giver, those with the most documents first.
    """

    outlets: tuple[str, ...]
    at_hand: frozenset[str]
    ties: tuple[BorrowingTie, ...]
