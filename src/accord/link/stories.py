"""Stories: a pile's documents that are copies of one another, earliest first."""

from collections.abc import Iterable, Mapping

from accord.link.page import age, first_of
from accord.model import Document, Link, Story, content_id, group_copies

__all__ = ["gather_stories"]


def gather_stories(
    documents: Iterable[Document], links: Iterable[Link]
) -> tuple[Story, ...]:
    """Tell which documents print one story, who printed it and who was first.

    Args:
        documents: Of the pile; their texts are not needed.
        links: Of the pile; only copies count.

    Returns:
        Stories of two documents or more, those in the most documents first.
    """
    known = {document.id: document for document in documents}
    copies = [link for link in links if link.kind == "copy"]
    repeating = _uncredited(copies)
    stories = [
        _story([known[one] for one in members if one in known], repeating)
        for members in group_copies(copies)
    ]
    told = (story for story in stories if len(story.documents) > 1)
    return tuple(sorted(told, key=lambda story: (-len(story.documents), story.id)))


def _story(members: list[Document], repeating: Mapping[str, bool]) -> Story:
    """Describe one story."""
    ordered = sorted(members, key=age)
    dates = [document.published for document in ordered]
    is_first = bool(ordered) and all(
        first_of(dates[0], other) == "a" for other in dates[1:]
    )
    return Story(
        id=content_id("story", *sorted(document.id for document in ordered)),
        documents=tuple(document.id for document in ordered),
        outlets=tuple(dict.fromkeys(d.outlet for d in ordered if d.outlet)),
        first=ordered[0].id if is_first else None,
        uncredited=sum(repeating.get(document.id, False) for document in ordered),
    )


def _uncredited(copies: Iterable[Link]) -> dict[str, bool]:
    """Tell of each later document whether it credits none of those it repeats."""
    found: dict[str, bool] = {}
    for link in copies:
        if link.first is not None and link.credited is not None:
            later = link.b if link.first == "a" else link.a
            found[later] = found.get(later, True) and not link.credited
    return found
