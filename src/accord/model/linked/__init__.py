"""What follows from links: stories that several print, and who takes from whom."""

from accord.model.linked.chains import Borrowing, BorrowingTie, Chains
from accord.model.linked.stories import SAME_STORY, Story, group_copies, join_pairs

__all__ = [
    "SAME_STORY",
    "Borrowing",
    "BorrowingTie",
    "Chains",
    "Story",
    "group_copies",
    "join_pairs",
]
