"""Stories: documents that are copies of one another, so that each counts once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from accord.model.relation import Link

__all__ = ["SAME_STORY", "Story", "group_copies", "join_pairs"]

K = TypeVar("K", int, str)

# Share of the shorter text that stands in both. Below half, what is not shared is an
# article of its own: it was written for another story and borrows from this one.
SAME_STORY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One text in several documents, as a wire story and its reprints.

    Attributes:
        id: Hash of its documents.
        documents: Their ids, the earliest first, undated ones last.
        outlets: Who printed it, in that order, without doubles.
        first: Id of the earliest document; None unless it is certain which that is.
        uncredited: How many of the documents repeat an earlier one without naming
            where the words are from.
    """

    id: str
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    first: str | None
    uncredited: int


def group_copies(links: Iterable[Link]) -> tuple[frozenset[str], ...]:
    """Gather the documents of each story.

    Documents are joined by copies that have ``SAME_STORY`` of the shorter text in
    common, through each other if need be; a passage taken over joins nothing. A
    digest that prints two stories in full therefore makes them one.

    Args:
        links: Of the whole pile, of all kinds.

    Returns:
        Sets of two or more document ids, by their smallest id.

    Example:
        >>> def copy(a: str, b: str, similarity: float) -> Link:
        ...     return Link(
        ...         id=a + b,
        ...         produced_by="me",
        ...         kind="copy",
        ...         a=a,
        ...         b=b,
        ...         similarity=similarity,
        ...         first="a",
        ...         credited=False,
        ...         note="",
        ...     )
        >>> found = group_copies([copy("a", "b", 0.9), copy("b", "c", 0.2)])
        >>> [sorted(story) for story in found]
        [['a', 'b']]
    """
    return join_pairs(
        (link.a, link.b)
        for link in links
        if link.kind == "copy" and link.similarity >= SAME_STORY
    )


def join_pairs(pairs: Iterable[tuple[K, K]]) -> tuple[frozenset[K], ...]:
    """Gather what pairs join, directly or through others.

    Returns:
        Sets of two or more, by their smallest member.

    Example:
        >>> [sorted(some) for some in join_pairs([(1, 2), (5, 6), (2, 3)])]
        [[1, 2, 3], [5, 6]]
    """
    group_of: dict[K, set[K]] = {}
    for a, b in pairs:
        one, other = group_of.setdefault(a, {a}), group_of.setdefault(b, {b})
        if one is not other:
            small, large = sorted((one, other), key=len)
            large |= small
            group_of.update(dict.fromkeys(small, large))
    groups = {id(group): frozenset(group) for group in group_of.values()}
    return tuple(sorted(groups.values(), key=min))
