"""Lead every document through its rooms, doing only what changed."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from accord.errors import EngineError, InternalError
from accord.model import Dossier, Failure, Outcome
from accord.pipeline.chain import Chain, Job, make_failure
from accord.pipeline.progress import OnProgress, Progress, ignore_progress
from accord.ports import Engine, Fetcher, ItemState, RawItem, Store, View

__all__ = ["Tally", "catch_up", "run_documents"]

#: Items kept in one transaction: what a kill loses at most. A commit costs some
#: milliseconds, an article some tens, so larger batches gain nothing.
BATCH_ITEMS = 32


@dataclass(slots=True)
class Tally:
    """What became of the items of a run.

    Attributes:
        found: Paths of the items that were looked at.
        processed: Paths of those worked on with success.
        failures: Those that could not be worked on, by path.
    """

    found: set[str] = field(default_factory=set)
    processed: set[str] = field(default_factory=set)
    failures: dict[str, Failure] = field(default_factory=dict)

    def add(self, later: "Tally") -> None:
        """Take in what a later pass over some of the same items did."""
        self.found |= later.found
        self.processed |= later.processed
        self.failures |= later.failures
        self.processed -= self.failures.keys()

    @property
    def unchanged(self) -> int:
        """Number of items left as they were."""
        return len(self.found - self.processed - self.failures.keys())


def run_documents(
    paths: Sequence[str],
    *,
    chain: Chain,
    store: Store,
    engine: Engine,
    fetcher: Fetcher,
    on_progress: OnProgress = ignore_progress,
    batch_items: int = BATCH_ITEMS,
) -> Tally:
    """Lead every item through the chain and keep what comes out.

    An item starts at the first stage whose key differs from the one kept, with the
    dossier kept from before; items that failed are tried again; items that are kept
    but were not found this time stay as they are.

    Args:
        paths: Files, folders or whatever the fetcher finds items behind.
        chain: The rooms.
        store: Where to keep what comes out.
        engine: Where to work.
        fetcher: Where bytes come from.
        on_progress: Called after every item.
        batch_items: Items kept in one transaction.

    Returns:
        What became of the items.

    Raises:
        InputError: A path is not there.
        StoreError: The store cannot be read or written.
        EngineError: The workers could not be started.
    """
    run = _Run(chain, store, on_progress, batch_items)
    places = fetcher.find(paths)
    run.total = len(places)
    return run.drive(engine, run.plan(fetcher.load(places)))


def catch_up(
    *,
    chain: Chain,
    store: Store,
    engine: Engine,
    on_progress: OnProgress = ignore_progress,
    batch_items: int = BATCH_ITEMS,
) -> Tally:
    """Bring everything that is kept to the newest settings of the rooms after reading.

    What was not found this time must not stay behind when the codebook or the actors
    change: one ledger is drawn from all. Needs no bytes, so nothing is read again.

    Args:
        chain: The rooms.
        store: What is kept.
        engine: Where to work.
        on_progress: Called after every item worked on.
        batch_items: Items kept in one transaction.

    Returns:
        The items that had to be worked on.

    Raises:
        StoreError: The store cannot be read or written.
        EngineError: The workers could not be started.
    """
    run = _Run(chain, store, on_progress, batch_items)
    stale = run.find_stale()
    run.total = len(stale)
    return run.drive(engine, run.plan_again(stale))


def _give_up(job: Job, error: EngineError) -> Outcome:
    """Turn an item that kills its workers into a failure."""
    return make_failure(job.path, stage="engine", producer="engine", error=error)


class _Run:
    """One pass over items: the plan, what is done, what waits to be kept."""

    def __init__(
        self, chain: Chain, store: Store, on_progress: OnProgress, batch_items: int
    ) -> None:
        self.tally = Tally()
        self.total = 0
        self._done = 0
        self._chain = chain
        self._store = store
        self._on_progress = on_progress
        self._batch_items = batch_items
        self._view: View = store.view()
        self._states: Mapping[str, ItemState] = self._view.states()
        self._fingerprints = chain.fingerprints()
        self._planned: deque[dict[str, str]] = deque()
        self._waiting: list[tuple[Outcome, dict[str, str]]] = []

    def drive(self, engine: Engine, jobs: Iterator[Job]) -> Tally:
        """Do the jobs and keep what comes of them."""
        try:
            with closing(engine.map(self._chain, jobs, on_lost=_give_up)) as outcomes:
                for outcome in outcomes:
                    self._keep(outcome, self._planned.popleft())
        finally:
            # An interrupt too must not lose what is done.
            self._commit()
        return self.tally

    def plan(self, items: Iterator[RawItem | Failure]) -> Iterator[Job]:
        """Turn items into jobs; those with nothing to do are only counted."""
        for item in items:
            path = item.item if isinstance(item, Failure) else item.path
            if path in self.tally.found:
                message = f"Two items are called {path!r}."
                raise InternalError(message, hint="Please report this fetcher's bug.")
            self.tally.found.add(path)
            if isinstance(item, Failure):
                self._keep(item, {})
                continue
            keys = self._chain.keys(item, self._fingerprints)
            job = self._job(item, keys)
            if job is None:
                self._show(path)
                continue
            self._planned.append(keys)
            yield job

    def _job(self, item: RawItem, keys: dict[str, str]) -> Job | None:
        """Find the first stage whose key differs; None if none does."""
        start = self._first_change(item.path, keys)
        if start == len(keys):
            return None
        if start:
            for dossier in self._view.dossiers([item.path]):
                return Job(item.path, start, dossier)
        return Job(item.path, 0, item)

    def _first_change(self, path: str, keys: Mapping[str, str]) -> int:
        """Count the stages whose key is as it was."""
        state = self._states.get(path)
        kept = state.keys if state else {}
        same = 0
        for name, key in keys.items():
            if kept.get(name) != key:
                break
            same += 1
        return same

    def find_stale(self) -> list[tuple[str, int, dict[str, str]]]:
        """List what is kept but not up to date: path, first stage to run, keys."""
        stale = []
        for path, state in self._states.items():
            keys = self._chain.later_keys(state.keys, self._fingerprints)
            start = self._first_change(path, keys)
            if state.document and start < len(keys):
                stale.append((path, start, keys))
        return stale

    def plan_again(
        self, stale: Sequence[tuple[str, int, dict[str, str]]]
    ) -> Iterator[Job]:
        """Turn kept dossiers into jobs."""
        for path, start, keys in stale:
            for dossier in self._view.dossiers([path]):
                self.tally.found.add(path)
                self._planned.append(keys)
                yield Job(path, start, dossier)

    def _keep(self, outcome: Outcome, keys: dict[str, str]) -> None:
        """Put an outcome to those that wait, and keep them when they are many."""
        self._waiting.append((outcome, keys))
        if isinstance(outcome, Dossier):
            path = outcome.document.path
            self.tally.processed.add(path)
        else:
            path = outcome.item
            self.tally.failures[path] = outcome
        if len(self._waiting) >= self._batch_items:
            self._commit()
        self._show(path)

    def _commit(self) -> None:
        """Keep what waits, in one transaction."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        with self._store.write() as writer:
            for outcome, keys in waiting:
                if isinstance(outcome, Dossier):
                    writer.put_dossier(outcome, keys)
                else:
                    writer.put_failure(outcome)

    def _show(self, path: str) -> None:
        """Tell how far the pass has come."""
        self._done += 1
        stage = self._chain.names[-1]
        total = max(self.total, self._done)
        self._on_progress(Progress(stage, self._done, total, path))
