"""Work in a pool of processes on this machine."""

import pickle
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain, islice
from typing import Any, Generic, TypeVar

from accord.adapters.engine.crew import Batch, Crew, Died
from accord.adapters.engine.serial import SerialEngine
from accord.adapters.engine.worker import Done, Raised
from accord.errors import EngineError

__all__ = ["ProcessEngine"]

T = TypeVar("T")
R = TypeVar("R")

#: Items that travel together. Articles take 10-100 ms each, so a batch of four
#: hides the cost of the pipe (under 1 ms) and keeps the last worker's tail short.
BATCH_ITEMS = 4
#: Items taken from the input beyond the last result given out, per job.
LOOK_AHEAD_ITEMS = 32
DEATHS_ALLOWED = 2


class ProcessEngine:
    """Applies a function in up to ``jobs`` processes.

    The function is pickled and sent to each worker once. An item whose worker dies
    (killed for its memory, a crash in a library) is tried again alone; if it kills a
    second worker it is given up as ``on_lost`` says, and the others go on.

    Args:
        jobs: Most processes at a time; at least 1.
        batch_items: Items sent together; at least 1.
        alone_up_to: So many items are worked on in this process: to start others
            would take longer.

    Raises:
        EngineError: ``jobs`` is below 1.
    """

    def __init__(
        self, jobs: int, *, batch_items: int = BATCH_ITEMS, alone_up_to: int = 0
    ) -> None:
        if jobs < 1:
            message = f"A pool needs at least one job, got {jobs}."
            raise EngineError(message)
        self._jobs = jobs
        self._batch_items = batch_items
        self._alone_up_to = alone_up_to

    def map(
        self,
        function: Callable[[T], R],
        items: Iterable[T],
        *,
        on_lost: Callable[[T, EngineError], R] | None = None,
    ) -> Generator[R, None, None]:
        """Apply ``function`` to each item; results come in the order of the items.

        Args:
            function: Picklable; travels once per worker.
            items: Picklable; taken a bounded number ahead.
            on_lost: Makes the result of an item that killed two workers.

        Returns:
            The results. Stopping early, or an interrupt, ends the workers.

        Raises:
            EngineError: The function cannot be pickled, workers cannot be started,
                or an item killed two workers and there is no ``on_lost``.
            Exception: What ``function`` raised, at the place of its item.
        """
        waiting = iter(items)
        first = list(islice(waiting, self._alone_up_to + 1))
        if len(first) <= self._alone_up_to:
            return SerialEngine().map(function, first, on_lost=on_lost)
        try:
            payload = pickle.dumps(function)
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            message = f"The work cannot be sent to other processes: {error}."
            raise EngineError(message, hint="Run with one job.") from error
        look_ahead = self._jobs * max(LOOK_AHEAD_ITEMS, 2 * self._batch_items)
        queue = _Queue(
            chain(first, waiting),
            batch_items=self._batch_items,
            ready_items=self._jobs * self._batch_items,
            look_ahead=look_ahead,
            on_lost=on_lost,
        )
        return _drive(Crew(self._jobs, payload=payload), queue)


def _drive(crew: Crew, queue: "_Queue[T, R]") -> Generator[R, None, None]:
    """Keep the crew fed and give out results in order."""
    try:
        while True:
            _feed(crew, queue)
            if not crew.is_busy:
                return
            for batch, answers in crew.listen():
                queue.settle(batch, answers)
            yield from queue.take_ordered()
    finally:
        crew.stop()


def _feed(crew: Crew, queue: "_Queue[T, R]") -> None:
    """Give work to workers until they have enough or there is none."""
    while batches := queue.count_batches():
        crew.hire(batches)
        worker = crew.free_worker()
        if worker is None:
            if crew.is_busy:
                return
            for _ in crew.listen():  # only a first sign of life can arrive
                pass
            continue
        crew.give(worker, queue.next_batch())


class _Queue(Generic[T, R]):
    """What is to do, what is done, and what waits for its turn to be given out."""

    def __init__(
        self,
        items: Iterator[T],
        *,
        batch_items: int,
        ready_items: int,
        look_ahead: int,
        on_lost: Callable[[T, EngineError], R] | None,
    ) -> None:
        self._items = items
        self._batch_items = batch_items
        self._ready_items = ready_items
        self._look_ahead = look_ahead
        self._on_lost = on_lost
        self._again: deque[Batch] = deque()
        self._fresh: deque[T] = deque()
        self._taken = 0
        self._given = 0
        self._answers: dict[int, Done | Raised] = {}
        self._deaths: Counter[int] = Counter()

    def count_batches(self) -> int:
        """Count the batches that can be had now, as far as anyone can take them."""
        room = self._look_ahead - (self._taken - self._given)
        wanted = min(room, self._ready_items) - len(self._fresh)
        if wanted > 0:
            self._fresh.extend(islice(self._items, wanted))
        return len(self._again) + -(-len(self._fresh) // self._batch_items)

    def next_batch(self) -> Batch:
        """Take the next batch; those to be tried again come first."""
        if self._again:
            return self._again.popleft()
        size = min(self._batch_items, len(self._fresh))
        items = tuple(self._fresh.popleft() for _ in range(size))
        places = tuple(range(self._taken, self._taken + len(items)))
        self._taken += len(items)
        return Batch(places, items)

    def settle(self, batch: Batch, answers: "list[Done | Raised] | Died") -> None:
        """Take the answers to a batch in, or the news that its worker died."""
        if not isinstance(answers, Died):
            self._answers.update(zip(batch.places, answers, strict=True))
            return
        if not answers.at_work:
            self._again.append(batch)
            return
        for place, item in zip(batch.places, batch.items, strict=True):
            self._deaths[place] += 1
            alone = len(batch.places) == 1
            if alone and self._deaths[place] >= DEATHS_ALLOWED:
                self._answers[place] = self._lose(item, answers.exit_code)
            else:
                self._again.append(Batch((place,), (item,)))

    def _lose(self, item: T, exit_code: int) -> Done | Raised:
        """Give an item up."""
        message = f"An item ended {DEATHS_ALLOWED} worker processes (exit {exit_code})."
        error = EngineError(
            message, hint="It may need more memory than there is; run with fewer jobs."
        )
        if self._on_lost is None:
            return Raised(error)
        return Done(self._on_lost(item, error))

    def take_ordered(self) -> Iterator[Any]:
        """Give out the results whose turn has come."""
        while self._given in self._answers:
            answer = self._answers.pop(self._given)
            self._given += 1
            if isinstance(answer, Raised):
                raise answer.error
            yield answer.result
