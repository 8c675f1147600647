"""What can be asked of a workspace: its records, and what the map makes of them."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from accord.app.gathering import gather_actors
from accord.app.mapping import RollUp, build_positions, compare
from accord.app.sifting.facets import Pile
from accord.app.sifting.filters import Filters, Sieve, parse_day
from accord.app.sifting.kinds import KINDS, find_kind
from accord.model import (
    Attribution,
    Codebook,
    Document,
    Failure,
    Finding,
    Mention,
    Position,
    Statement,
)
from accord.model.outlets import OutletComparison
from accord.pipeline import JoinedView
from accord.ports import Store, View

if TYPE_CHECKING:
    from accord.app.networks import Network

__all__ = ["Questions"]

_READINGS = ("conditional", "unclear")


class Questions(ABC):
    """The questions; a workspace has the store, the codebook and the actors."""

    _store: Store

    @abstractmethod
    def codebook(self) -> Codebook:
        """Return the codebook."""

    @abstractmethod
    def knowledge(self) -> Any:
        """Return the known actors."""

    def view(self) -> View:
        """Open the records for reading, with what the whole pile tells of names."""
        return JoinedView(self._store.view())

    def records(
        self,
        kind: str,
        *,
        actor: str | None = None,
        issue: str | None = None,
        outlet: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        document: str | None = None,
    ) -> Iterator[Any]:
        """Give the records of a kind.

        Args:
            kind: Plural name, as ``statements``.
            actor: Id or name of who speaks, is spoken for, or takes part.
            issue: Issue id.
            outlet: Name of an outlet, or words of it.
            since: First day: of what was said, else of publication.
            until: Last day.
            document: Id or path of a document, or the end of its path.

        Returns:
            Records by document path and place, or in their own order where they
            belong to no document.

        Raises:
            UnknownNameError: There is no such kind or issue.
            InputError: A date cannot be read, or a filter does not go with the kind.
        """
        plural = find_kind(kind)
        filters = Filters(
            actor=actor,
            issue=issue,
            outlet=outlet,
            since=parse_day(since),
            until=parse_day(until, last=True),
            document=document,
        )
        view = self.view()
        found: Iterator[Any]
        if plural == "actors":
            mentions = view.records(Mention)
            found = iter(gather_actors(mentions, knowledge=self.knowledge()))
        else:
            found = view.records(KINDS[plural])
        return self._sieve(filters).sift(found, kind=plural)

    def ledger(
        self,
        *,
        roll_up: RollUp = "body",
        actor: str | None = None,
        issue: str | None = None,
        outlet: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
    ) -> Iterator[Position]:
        """Give the position ledger, with people, bodies or states as its actors.

        Args:
            roll_up: Whose position a statement counts for: the ``person``'s who
                speaks, that of the ``body`` spoken for, or of its ``state``.
            actor: As for ``records``; so are the other filters.
            issue: Issue id.
            outlet: Name of an outlet.
            since: First day.
            until: Last day.

        Returns:
            Positions by issue in codebook order, then name.

        Raises:
            UnknownNameError: There is no such issue.
        """
        filters = Filters(
            actor=actor,
            issue=issue,
            outlet=outlet,
            since=parse_day(since),
            until=parse_day(until, last=True),
        )
        found = build_positions(
            self.view(),
            self.codebook(),
            knowledge=self.knowledge(),
            roll_up=roll_up,
        )
        return self._sieve(filters).sift(iter(found), kind="positions")

    def outlets(self, *names: str, roll_up: RollUp = "body") -> OutletComparison:
        """Set outlets side by side: claims, cue words, quotation; all if none is named.

        Raises:
            UnknownNameError: There is no such outlet.
        """
        return compare(
            self.view(),
            self.codebook(),
            names,
            knowledge=self.knowledge(),
            roll_up=roll_up,
        )

    def network(self, **options: Any) -> "Network":
        """Count a discourse network; the options are those of ``count_network``.

        Raises:
            UnknownNameError: There is no such variable.
        """
        from accord.app.networks import code_workspace, count_network

        readings = {n: options.pop(n) for n in _READINGS if n in options}
        return count_network(code_workspace(self, **readings), **options)

    def documents(self) -> Iterator[Document]:
        """Give all documents, by path."""
        return self.records("documents")

    def findings(self) -> Iterator[Finding]:
        """Give all findings, by document and place."""
        return self.records("findings")

    def attributions(self) -> Iterator[Attribution]:
        """Give all attributions, by document and place."""
        return self.records("attributions")

    def statements(self) -> Iterator[Statement]:
        """Give all statements, by document and place."""
        return self.records("statements")

    def failures(self) -> Iterator[Failure]:
        """Give the items that could not be worked on, by path."""
        return self.records("failures")

    def _sieve(self, filters: Filters) -> Sieve:
        """Make what lets only the chosen records through."""
        return Sieve(
            filters,
            pile=Pile(self.view()),
            knowledge=self.knowledge,
            codebook=self.codebook,
        )
