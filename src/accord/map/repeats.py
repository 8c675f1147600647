"""Repeats: what several documents carry counts once."""

from collections.abc import Iterable, Sequence
from datetime import date

from accord.model import Document, Link, Statement, group_copies

__all__ = ["Repeats"]


class Repeats:
    """Knows which statements report one utterance, by the links of a pile.

    Attestations are joined by echoes and passing-on between their attributions, and
    by the story that their documents print if they state the same there. Who takes
    over a passage into an article of his own is a carrier of his own.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        self._parents: dict[str, str] = {}
        self._stories: dict[str, str] = {}
        known = list(links)
        for link in known:
            if link.kind in {"echo", "passed-on"} and link.carrier is None:
                self._join(link.a, link.b)
        for story in group_copies(known):
            self._stories |= dict.fromkeys(story, min(story))

    def group(
        self, found: Sequence[tuple[Statement, Document]]
    ) -> list[list[tuple[Statement, Document]]]:
        """Group one cell's statements by utterance.

        Args:
            found: Statements with their documents.

        Returns:
            Groups in the order of their first statement.
        """
        groups: dict[tuple[str, ...], list[tuple[Statement, Document]]] = {}
        for statement, document in found:
            said = statement.attribution
            if said is not None and said in self._parents:
                key: tuple[str, ...] = ("said", self._root(said))
            elif home := self._stories.get(document.id):
                key = ("copied", home, statement.stance, statement.option or "")
            else:
                key = ("alone", statement.id)
            groups.setdefault(key, []).append((statement, document))
        return list(groups.values())

    def outlets(self, found: Iterable[tuple[Statement, Document]]) -> tuple[str, ...]:
        """Name the outlets that carried statements; a reprint is not a carrier.

        Args:
            found: Statements with their documents.

        Returns:
            Names without doubles, sorted. Of a story only the earliest document's
            outlet counts.
        """
        earliest: dict[str, Document] = {}
        for _, document in found:
            home = self._stories.get(document.id, document.id)
            other = earliest.get(home)
            if other is None or _age(document) < _age(other):
                earliest[home] = document
        return tuple(sorted({d.outlet for d in earliest.values() if d.outlet}))

    def later_copies(self, documents: Iterable[Document]) -> frozenset[str]:
        """Find the documents that print the story of an earlier one of these.

        Args:
            documents: The documents.

        Returns:
            Ids of all but the earliest of each story.
        """
        earliest: dict[str, Document] = {}
        later: set[str] = set()
        for document in sorted(documents, key=_age):
            if home := self._stories.get(document.id):
                first = earliest.setdefault(home, document)
                if first is not document:
                    later.add(document.id)
        return frozenset(later)

    def _root(self, one: str) -> str:
        """Find the representative of a record, shortening the way to it."""
        while (parent := self._parents.get(one, one)) != one:
            self._parents[one] = self._parents.get(parent, parent)
            one = parent
        return one

    def _join(self, one: str, other: str) -> None:
        """Hold two records for one; the smaller id represents both."""
        low, high = sorted((self._root(one), self._root(other)))
        self._parents[low] = low
        self._parents[high] = low


def _age(document: Document) -> tuple[date, str]:
    """Sort by publication, undated last."""
    published = document.published
    return (published.start if published and published.start else date.max, document.id)
