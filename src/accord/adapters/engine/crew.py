"""The worker processes: started when needed, watched, replaced, stopped."""

import multiprocessing
import pickle
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, TypeVar

from accord.adapters.engine.worker import READY, Done, Raised, serve
from accord.errors import EngineError

__all__ = ["Batch", "Crew", "Died", "Worker"]

T = TypeVar("T")

#: Batches given to one worker at a time: one to work on, one to go on with.
BATCHES_PER_WORKER = 2
STOP_TIMEOUT_S = 2.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Items that travel together, each with its place in the whole."""

    places: tuple[int, ...]
    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Died:
    """The end of a worker that had not answered a batch.

    Attributes:
        exit_code: Of the process; negative for a signal.
        at_work: Whether it was working on this batch; else it had only received it.
    """

    exit_code: int
    at_work: bool


@dataclass(slots=True)
class Worker:
    """One process, our end of its pipe, and the batches it has not answered."""

    process: SpawnProcess
    connection: Connection
    ready: bool = False
    batches: deque[Batch] = field(default_factory=deque)


class Crew:
    """Up to ``jobs`` workers that all apply one function.

    Args:
        jobs: Most workers at a time.
        payload: The pickled function; sent to each worker once.
    """

    def __init__(self, jobs: int, *, payload: bytes) -> None:
        self._jobs = jobs
        self._payload = payload
        # Spawned, not forked: the same on every platform, and no lock or thread of
        # the caller is copied in an unknown state.
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[Worker] = []

    @property
    def is_busy(self) -> bool:
        """Tell whether any batch is unanswered."""
        return any(worker.batches for worker in self._workers)

    def hire(self, batches: int) -> None:
        """Have enough workers for this many waiting batches, as far as allowed."""
        busy = sum(1 for worker in self._workers if worker.batches)
        while len(self._workers) < min(self._jobs, busy + batches):
            self._start()

    def _start(self) -> None:
        """Start one worker."""
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=serve, args=(theirs, self._payload), daemon=True
        )
        try:
            process.start()
        except OSError as error:
            message = f"A worker process could not be started: {error}."
            raise EngineError(message, hint="Run with fewer jobs.") from error
        theirs.close()
        self._workers.append(Worker(process, ours))

    def free_worker(self) -> Worker | None:
        """Find the ready worker with the fewest batches, if one may take more."""
        ready = [worker for worker in self._workers if worker.ready]
        least = min(ready, key=lambda worker: len(worker.batches), default=None)
        if least is None or len(least.batches) >= BATCHES_PER_WORKER:
            return None
        return least

    def give(self, worker: Worker, batch: Batch) -> None:
        """Send a batch to a worker.

        Raises:
            EngineError: An item cannot be pickled.
        """
        worker.batches.append(batch)
        try:
            worker.connection.send(list(batch.items))
        except OSError:
            return  # it died; ``listen`` will find out and say so
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            message = f"An item cannot be sent to a worker: {error}."
            raise EngineError(message) from error

    def listen(self) -> Iterator[tuple[Batch, list[Done | Raised] | Died]]:
        """Wait for news; give answered batches and those whose worker died.

        Raises:
            EngineError: A worker ended before it was ready.
        """
        heard = set(wait([worker.connection for worker in self._workers]))
        for worker in [w for w in self._workers if w.connection in heard]:
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._bury(worker)
                continue
            if message == READY:
                worker.ready = True
            else:
                yield worker.batches.popleft(), message

    def _bury(self, worker: Worker) -> Iterator[tuple[Batch, Died]]:
        """Take a dead worker out; only the oldest batch can have killed it."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        code = worker.process.exitcode
        worker.process.close()
        if not worker.ready:
            message = f"A worker process ended before it could begin (exit {code})."
            raise EngineError(
                message,
                hint="A script that uses more than one job needs its calls under "
                "'if __name__ == \"__main__\":'. Or run with one job.",
            )
        for number, batch in enumerate(worker.batches):
            yield batch, Died(code or 0, at_work=number == 0)

    def stop(self) -> None:
        """End all workers, at work or not."""
        for worker in self._workers:
            worker.connection.close()  # its reader ends the process
        for worker in self._workers:
            worker.process.join(STOP_TIMEOUT_S)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self._workers.clear()
