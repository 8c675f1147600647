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

__all__ = ["Tally", "run_documents"]

#: Items kept in one transaction: what a kill loses at most. A commit costs some
#: milliseconds, an article some tens, so larger batches gain nothing.
BATCH_ITEMS = 32


@dataclass(slots=True)
class Tally:
    """What became of the items of a run.

    Attributes:
        items: Number of items found.
        processed: Number worked on with success.
        unchanged: Number left as they were.
        failures: Those that could not be worked on, in the order met.
    """

    items: int = 0
    processed: int = 0
    unchanged: int = 0
    failures: list[Failure] = field(default_factory=list)


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
    jobs = run.plan(fetcher.load(places))
    try:
        with closing(engine.map(chain, jobs, on_lost=_give_up)) as outcomes:
            for outcome in outcomes:
                run.settle(outcome)
    finally:
        # An interrupt too must not lose what is done.
        run.commit()
    return run.tally


def _give_up(job: Job, error: EngineError) -> Outcome:
    """Turn an item that kills its workers into a failure."""
    return make_failure(job.path, stage="engine", producer="engine", error=error)


class _Run:
    """One run over a pile: the plan, what is done, what waits to be kept."""

    def __init__(
        self, chain: Chain, store: Store, on_progress: OnProgress, batch_items: int
    ) -> None:
        self.tally = Tally()
        self.total = 0
        self._chain = chain
        self._store = store
        self._on_progress = on_progress
        self._batch_items = batch_items
        self._view: View = store.view()
        self._states: Mapping[str, ItemState] = self._view.states()
        self._fingerprints = chain.fingerprints()
        self._seen: set[str] = set()
        self._planned: deque[dict[str, str]] = deque()
        self._waiting: list[tuple[Outcome, dict[str, str]]] = []

    def plan(self, items: Iterator[RawItem | Failure]) -> Iterator[Job]:
        """Turn items into jobs; those with nothing to do are only counted."""
        for item in items:
            self.tally.items += 1
            if isinstance(item, Failure):
                self._keep(item, {})
                continue
            if item.path in self._seen:
                message = f"Two items are called {item.path!r}."
                raise InternalError(message, hint="Please report this fetcher's bug.")
            self._seen.add(item.path)
            keys = self._chain.keys(item, self._fingerprints)
            job = self._job(item, keys)
            if job is None:
                self.tally.unchanged += 1
                self._show(item.path)
                continue
            self._planned.append(keys)
            yield job

    def _job(self, item: RawItem, keys: dict[str, str]) -> Job | None:
        """Find the first stage whose key differs; None if none does."""
        state = self._states.get(item.path)
        kept = state.keys if state else {}
        start = 0
        for name, key in keys.items():
            if kept.get(name) != key:
                break
            start += 1
        if start == len(keys):
            return None
        if start:
            for dossier in self._view.dossiers([item.path]):
                return Job(item.path, start, dossier)
        return Job(item.path, 0, item)

    def settle(self, outcome: Outcome) -> None:
        """Take in what came of the oldest job that is open."""
        self._keep(outcome, self._planned.popleft())

    def _keep(self, outcome: Outcome, keys: dict[str, str]) -> None:
        """Put an outcome to those that wait, and keep them when they are many."""
        self._waiting.append((outcome, keys))
        if isinstance(outcome, Dossier):
            self.tally.processed += 1
            self._show(outcome.document.path)
        else:
            self.tally.failures.append(outcome)
            self._show(outcome.item)
        if len(self._waiting) >= self._batch_items:
            self.commit()

    def commit(self) -> None:
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
        """Tell how far the run has come."""
        tally = self.tally
        done = tally.processed + tally.unchanged + len(tally.failures)
        stage = self._chain.names[-1]
        self._on_progress(Progress(stage, done, max(self.total, tally.items), path))
