"""Places: where a file is and what it is called, in one string."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

__all__ = ["STANDARD_INPUT", "Place", "make_names_unique"]

STANDARD_INPUT = "-"
# Two slashes never stand in a normal path, and every system reads them as one.
_BORDER = "//"


@dataclass(frozen=True, slots=True)
class Place:
    """A file below a folder that the user gave.

    Attributes:
        above: The folder above ``shown``; never shown.
        shown: The given folder's name; more of its path where names clash.
        below: The path below the given folder, with forward slashes.
    """

    above: str
    shown: str
    below: str

    @classmethod
    def within(cls, root: str, below: str) -> "Place":
        """Make the place of a file below a given folder."""
        above, shown = os.path.split(root)
        return cls(above, shown, below.replace(os.sep, "/"))

    @classmethod
    def decode(cls, place: str) -> "Place":
        """Read a place from the string that ``encode`` made."""
        above, shown, below = place.rsplit(_BORDER, 2)
        return cls(f"{above}/", shown, below)

    def encode(self) -> str:
        """Write the place as one string."""
        return _BORDER.join((self.above.rstrip("/"), self.shown, self.below))

    @property
    def root(self) -> str:
        """The folder that was given."""
        return os.path.join(self.above, self.shown)  # noqa: PTH118 - bytes may not decode

    @property
    def location(self) -> str:
        """The file itself."""
        return os.path.join(self.root, self.below)  # noqa: PTH118

    @property
    def name(self) -> str:
        """The name for the user; always valid Unicode."""
        joined = f"{self.shown}/{self.below}" if self.shown else self.below
        return os.fsencode(joined).decode("utf-8", "replace")

    def widened(self) -> "Place":
        """Show one more folder of the path above."""
        above, last = os.path.split(self.above.rstrip("/"))
        if not last:
            return self
        return replace(self, above=above, shown=f"{last}/{self.shown}")


def make_names_unique(places: Iterable[Place]) -> list[Place]:
    """Show more of the path wherever two places would have the same name."""
    settled = list(places)
    while True:
        groups: defaultdict[str, list[int]] = defaultdict(list)
        for index, place in enumerate(settled):
            groups[place.name].append(index)
        clashing = [i for group in groups.values() if len(group) > 1 for i in group]
        wider = {i: settled[i].widened() for i in clashing}
        if all(wider[i] == settled[i] for i in clashing):
            return settled
        for index, place in wider.items():
            settled[index] = place
