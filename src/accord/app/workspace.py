"""A workspace: one dispute's folder, and what can be asked of it."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from accord.app import codebooks, packs
from accord.app.checking import Audit
from accord.app.facets import Pile
from accord.app.filters import Filters, Sieve, parse_day
from accord.app.folder import make_folder, write_atomically
from accord.app.gathering import gather_actors, gather_dispute
from accord.app.judging import make_judgement
from accord.app.kinds import KINDS, find_kind
from accord.app.outcomes import CheckReport, RunReport, sum_up, versions
from accord.app.settings import Settings, load_settings
from accord.app.toolbox import Toolbox, store_for
from accord.model import (
    Attribution,
    Codebook,
    Dispute,
    Document,
    Failure,
    Finding,
    Judgement,
    Mention,
    Ruling,
    Statement,
    digest,
)
from accord.pipeline import (
    OnProgress,
    Progress,
    catch_up,
    ignore_progress,
    run_documents,
    run_pile,
)
from accord.ports import Store

__all__ = ["REPORT_FILE", "Workspace", "open"]

REPORT_FILE = "report.html"
_REPORT_KEY = "report.key"


def open(  # noqa: A001 - reads as accord.open(path)
    path: str | Path,
    *,
    create: bool = True,
    name: str | None = None,
    jobs: int | None = None,
    store: str | None = None,
) -> "Workspace":
    """Open a workspace folder, or make one.

    Args:
        path: The folder.
        create: Whether to make it if it is not there.
        name: Name to show; overrides the settings.
        jobs: Processes to work in, 0 for one per core; overrides the settings.
        store: Address of a PostgreSQL database; overrides the settings.

    Returns:
        The open workspace; close it, or use it in a ``with`` block.

    Raises:
        InputError: There is no workspace and none may be made.
        ConfigurationError: The settings are wrong; all problems at once.
        StoreError: The folder or the store cannot be made, opened or read.
    """
    folder = Path(path).expanduser().absolute()
    make_folder(folder, create=create)
    arguments = {"name": name, "jobs": jobs, "store": store}
    settings = load_settings(folder, environ=os.environ, arguments=arguments)
    return Workspace(folder, settings=settings, store=store_for(folder, settings))


class Workspace:
    """A dispute's folder: documents go in, records come out.

    Args:
        path: The folder; it exists.
        settings: What holds for it.
        store: Its records.
        toolbox: Makes rooms and adapters; the real ones if None.
    """

    def __init__(
        self,
        path: Path,
        *,
        settings: Settings,
        store: Store,
        toolbox: Toolbox | None = None,
    ) -> None:
        self.path = path
        self.name = settings.name or path.name
        self._settings = settings
        self._store = store
        self._toolbox = toolbox or Toolbox(settings)
        self._knowledge: tuple[str, Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of files and connections."""
        self._store.close()

    def run(
        self,
        paths: Sequence[str | Path] | str | Path,
        *,
        issues: str | Path | None = None,
        actors: Sequence[str | Path] = (),
        jobs: int | None = None,
        on_progress: OnProgress | None = None,
    ) -> RunReport:
        """Lead documents the whole way, from reading to the report.

        Only what changed since the last run is done again. What was known of
        documents that are not behind ``paths`` this time stays.

        Args:
            paths: Files, folders, ``@list`` or ``-``.
            issues: Codebook file, copied into the workspace; None keeps the
                workspace's, or lets Accord choose one.
            actors: Actor packs, files or folders, copied into the workspace.
            jobs: Processes to work in, 0 for one per core; the settings' if None.
            on_progress: Called after every step.

        Returns:
            What was done.

        Raises:
            InputError: A path is not there.
            ConfigurationError: The codebook or a pack cannot be used.
            StoreError: Something cannot be written, or another run is writing.
            EngineError: The workers could not be started.
        """
        show: OnProgress = on_progress or ignore_progress
        given = [paths] if isinstance(paths, str | Path) else paths
        names = list(map(str, given))
        engine = self._toolbox.engine(jobs)
        with self._store.claim():
            knowledge = self._adopt_packs(list(map(str, actors)))
            codebook = self._find_codebook(issues)
            first = self._toolbox.chain(knowledge, codebook)
            tally = run_documents(
                names,
                chain=first,
                store=self._store,
                engine=engine,
                fetcher=self._toolbox.fetcher(names),
                on_progress=show,
            )
            chosen = False
            if codebook is None:
                codebook, chosen = self._choose_codebook()
            later = catch_up(
                chain=self._toolbox.chain(knowledge, codebook),
                store=self._store,
                engine=engine,
                on_progress=show,
            )
            rooms = self._toolbox.pile(codebook)
            broken = run_pile(self._store, rooms=rooms, on_progress=show)
            report = self._refresh_report()
            show(Progress("present", 1, 1, ""))
        return sum_up(tally, later, broken, codebook, chosen=chosen, report=report)

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
        view = self._store.view()
        sieve = Sieve(
            filters,
            pile=Pile(view),
            knowledge=self.knowledge,
            codebook=self.codebook,
        )
        found: Iterator[Any]
        if plural == "actors":
            mentions = view.records(Mention)
            found = iter(gather_actors(mentions, knowledge=self.knowledge()))
        else:
            found = view.records(KINDS[plural])
        return sieve.sift(found, kind=plural)

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

    def dispute(self) -> Dispute:
        """Gather everything known into one object."""
        return gather_dispute(
            self._store.view(),
            name=self.name,
            codebook=self.codebook(),
            knowledge=self.knowledge(),
        )

    def codebook(self) -> Codebook:
        """Return the workspace's codebook; one without issues if there is none yet.

        Raises:
            ConfigurationError: It cannot be used; all problems at once.
        """
        return codebooks.kept(self.path, self._toolbox) or codebooks.NO_CODEBOOK

    def knowledge(self) -> Any:
        """Return the known actors: the packaged ones and the workspace's.

        Raises:
            ConfigurationError: A pack cannot be used; all problems at once.
        """
        return self._load_knowledge(packs.kept(self.path))

    def unresolved(self) -> tuple[Any, ...]:
        """Count the names that no known actor answers to, most frequent first."""
        return self._toolbox.count_unresolved(self._store.view().dossiers())

    def judge(
        self,
        record: str,
        ruling: Ruling,
        *,
        by: str,
        note: str = "",
        old: str | None = None,
        new: str | None = None,
    ) -> Judgement:
        """Rule on a record; rulings are kept for ever and survive every run.

        Args:
            record: Id of the record.
            ruling: Accept, reject, edit or unsure; the last one on a record counts.
            by: Who rules.
            note: Why.
            old: Fields before an edit, as a JSON object in text.
            new: Fields after an edit, likewise.

        Raises:
            UnknownNameError: There is no record with this id.
            StoreError: The store cannot be written.

        Cost:
            Linear in the number of records: ids are looked for in every kind.
        """
        judgement = make_judgement(
            self._store.view(),
            record,
            ruling,
            by=by,
            at=self._toolbox.clock().now(),
            note=note,
            edit=(old, new),
        )
        with self._store.write() as writer:
            writer.put_judgement(judgement)
        return judgement

    def check(self) -> CheckReport:
        """Check settings, store, and every quotation against its text.

        Raises:
            StoreError: The store is too damaged to be looked through.
        """
        audit = Audit(self._store.view())
        problems = list(self._store.check())
        if not problems:
            audit.run()
        return CheckReport(
            settings=self._settings.listed(),
            versions=versions(),
            problems=(*problems, *audit.problems),
            quotes_checked=audit.quotes_checked,
        )

    def write_report(self) -> Path:
        """Draw the report and write it into the folder.

        Raises:
            StoreError: It cannot be written.
        """
        path = self.path / REPORT_FILE
        write_atomically(path, self._toolbox.present()(self.dispute()))
        return path

    def _refresh_report(self) -> Path:
        """Draw the report again if anything in it may have changed."""
        view = self._store.view()
        codebook = self.codebook()
        key = digest(
            view.value("pile.key"),
            self.name,
            repr(codebook),
            self.knowledge().fingerprint(),
            self._toolbox.present().fingerprint(),
            [failure.id for failure in view.records(Failure)],
        )
        path = self.path / REPORT_FILE
        if path.exists() and view.value(_REPORT_KEY) == key:
            return path
        self.write_report()
        with self._store.write() as writer:
            writer.set_value(_REPORT_KEY, key)
        return path

    def _adopt_packs(self, given: Sequence[str]) -> Any:
        """Load all actors; copy the user's packs once all can be used."""
        new = packs.read_given(given)
        knowledge = self._load_knowledge(packs.kept(self.path) | new)
        if new:
            packs.adopt(self.path, new)
        return knowledge

    def _load_knowledge(self, texts: dict[str, str]) -> Any:
        """Load the actors, or take them from the last time."""
        ordered = sorted(texts.items())
        key = digest(ordered)
        if self._knowledge is None or self._knowledge[0] != key:
            self._knowledge = (key, self._toolbox.load_knowledge(ordered))
        return self._knowledge[1]

    def _find_codebook(self, issues: str | Path | None) -> Codebook | None:
        """Take in the codebook given, or find the one that is kept."""
        if issues is not None:
            return codebooks.adopt(self.path, str(issues), self._toolbox)
        return codebooks.kept(self.path, self._toolbox)

    def _choose_codebook(self) -> tuple[Codebook, bool]:
        """Choose a codebook for what has been read, if anything has."""
        texts = (document.text for document in self._store.view().records(Document))
        chosen = codebooks.choose(self.path, texts, self._toolbox)
        return chosen or codebooks.NO_CODEBOOK, chosen is not None
