"""A workspace: one dispute's folder, and what can be asked of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from accord.app import codebooks, packs
from accord.app.asking import Questions
from accord.app.checking import Audit
from accord.app.folder import write_atomically
from accord.app.gathering import gather_dispute
from accord.app.judging import make_judgement
from accord.app.outcomes import CheckReport, RunReport, sum_up, versions
from accord.app.settings import Settings
from accord.app.toolbox import Toolbox
from accord.model import (
    Codebook,
    Dispute,
    Document,
    Failure,
    Judgement,
    Ruling,
    digest,
)
from accord.pipeline import (
    LINK_NOTICE,
    OnProgress,
    Progress,
    catch_up,
    ignore_progress,
    run_documents,
    run_pile,
)
from accord.ports import Store

__all__ = ["REPORT_FILE", "Workspace"]

REPORT_FILE = "report.html"
_REPORT_KEY = "report.key"


class Workspace(Questions):
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
        columns: Mapping[str, str] | None = None,
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
            columns: For tables, the column of each field, as ``{"text": "body"}``;
                the others are found by their names.
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
                fetcher=self._toolbox.fetcher(names, columns=columns),
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
        return sum_up(
            tally,
            later,
            broken,
            codebook,
            chosen=chosen,
            report=report,
            attributor=self._toolbox.attributor,
            notice=self._store.view().value(LINK_NOTICE) or "",
        )

    def dispute(self) -> Dispute:
        """Gather everything known into one object."""
        return gather_dispute(
            self.view(),
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
        return self._toolbox.count_unresolved(self.view().dossiers())

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
