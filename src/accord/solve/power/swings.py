"""What is counted of a game: winning coalitions and swings by size."""

from dataclasses import dataclass

__all__ = ["Swings"]


@dataclass(frozen=True, slots=True)
class Swings:
    """Winning coalitions and swings by size.

    Attributes:
        winning: Number of winning coalitions by number of members, from none to all.
        swings: By player, then by the number of others: how many coalitions of others
            lose without the player and win with it.
    """

    winning: tuple[int, ...]
    swings: tuple[tuple[int, ...], ...]

    def dual(self, sizes: list[int]) -> "Swings":
        """Read the counts of a dual game as those of the game itself.

        Args:
            sizes: Number of all coalitions by number of members.
        """
        backwards = self.winning[::-1]
        return Swings(
            tuple(every - lost for every, lost in zip(sizes, backwards, strict=True)),
            tuple(by_size[::-1] for by_size in self.swings),
        )
