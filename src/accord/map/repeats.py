"""Repeats: what several documents carry counts once."""

from collections.abc import Iterable, Sequence
from datetime import date

from accord.model import Document, Link, Statement

__all__ = ["Repeats"]


class Repeats:
    """Knows which statements report one utterance, by the links of a pile.

    Attestations are joined by echoes and passing-on between their attributions, and
    by copies between their documents if they state the same there.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        self._parents: dict[str, str] = {}
        for link in links:
            if link.kind != "contradiction":
                self._join(link.a, link.b)

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
            elif document.id in self._parents:
                home = self._root(document.id)
                key = ("copied", home, statement.stance, statement.option or "")
            else:
                key = ("alone", statement.id)
            groups.setdefault(key, []).append((statement, document))
        return list(groups.values())

    def outlets(self, found: Iterable[tuple[Statement, Document]]) -> tuple[str, ...]:
        """Name the outlets that carried statements; a copy is not a carrier.

        Args:
            found: Statements with their documents.

        Returns:
            Names without doubles, sorted. Of documents that copy each other only
            the earliest one's outlet counts.
        """
        earliest: dict[str, Document] = {}
        for _, document in found:
            known = document.id in self._parents
            home = self._root(document.id) if known else document.id
            other = earliest.get(home)
            if other is None or _age(document) < _age(other):
                earliest[home] = document
        return tuple(sorted({d.outlet for d in earliest.values() if d.outlet}))

    def later_copies(self, documents: Iterable[Document]) -> frozenset[str]:
        """Find the documents that copy an earlier one of these.

        Args:
            documents: The documents.

        Returns:
            Ids of all but the earliest of each set that copies each other.
        """
        earliest: dict[str, Document] = {}
        later: set[str] = set()
        for document in sorted(documents, key=_age):
            if document.id in self._parents:
                first = earliest.setdefault(self._root(document.id), document)
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
