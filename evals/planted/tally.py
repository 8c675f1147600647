"""Counts of what was found, missed and made up, with the cases behind them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["JUDGED_ONLY", "Tallies", "Tally"]


@dataclass
class Tally:
    """How one kind of record compares with the gold.

    Attributes:
        hits: Gold records found.
        misses: Gold records not found, each in words.
        extras: Records that the gold does not have, each in words.
    """

    hits: int = 0
    misses: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found; None if there is no gold."""
        gold = self.hits + len(self.misses)
        return self.hits / gold if gold else None

    @property
    def precision(self) -> float | None:
        """Share of what was found that is in the gold; None if nothing was found."""
        found = self.hits + len(self.extras)
        return self.hits / found if found else None


@dataclass
class Tallies:
    """Tallies by kind; kinds come into being when they are counted.

    Attributes:
        kinds: The tallies, in the order in which they were begun.
        shares: Plain shares, as (part, whole), for what has no records to list.
    """

    kinds: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, tuple[int, int]] = field(default_factory=dict)

    def of(self, kind: str) -> Tally:
        """Return a kind's tally."""
        return self.kinds.setdefault(kind, Tally())

    def judge(self, kind: str, case: str, *, right: bool) -> None:
        """Count a case that is right or wrong; wrong is a miss, never an extra."""
        tally = self.of(kind)
        if right:
            tally.hits += 1
        else:
            tally.misses.append(case)

    def add_share(self, kind: str, part: int, whole: int) -> None:
        """Add to a plain share."""
        before = self.shares.get(kind, (0, 0))
        self.shares[kind] = (before[0] + part, before[1] + whole)

    def add_extras(self, kind: str, cases: Iterable[str]) -> None:
        """Count records that the gold does not have."""
        self.of(kind).extras.extend(cases)

    def figures(self) -> dict[str, float]:
        """Return every figure by name, as ``attributions.recall``."""
        found: dict[str, float] = {}
        for kind, tally in self.kinds.items():
            for name in ("recall", "precision"):
                value = getattr(tally, name)
                judged_only = name == "precision" and not tally.extras
                if value is not None and not (judged_only and kind in JUDGED_ONLY):
                    found[f"{kind}.{name}"] = value
        for kind, (part, whole) in self.shares.items():
            if whole:
                found[kind] = part / whole
        return found


# Kinds that are only asked about gold records; they have no precision of their own.
JUDGED_ONLY = frozenset(
    """
    metadata furniture_kind mode speaker represents said act condition via nested
    figure_details agreement_details contact_details mechanism_details
    """.split()
)
