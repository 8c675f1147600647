"""What runs inside a worker process."""

import os
import pickle
import queue
import signal
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

__all__ = ["READY", "Done", "Raised", "serve"]

READY = "ready"


@dataclass(frozen=True, slots=True)
class Done:
    """The result of one item."""

    result: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """The error that the function raised on one item."""

    error: Exception


def serve(connection: Connection, payload: bytes) -> None:
    """Apply the function to batches until the connection closes.

    Args:
        connection: Batches come in (lists of items), answers go out (lists of
            ``Done`` and ``Raised``, one per item), each batch answered at once.
        payload: The pickled function.
    """
    # Ctrl-C reaches the whole process group; the parent decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    function = pickle.loads(payload)  # noqa: S301 - bytes from our own parent process
    inbox: queue.SimpleQueue[list[Any]] = queue.SimpleQueue()
    # A reader that always drains the pipe: the parent may send the next batch while
    # this one is worked on, and neither can wait for the other for ever.
    threading.Thread(target=_drain, args=(connection, inbox), daemon=True).start()
    connection.send(READY)
    while True:
        batch = inbox.get()
        answers = _pack([_apply(function, item) for item in batch])
        try:
            connection.send_bytes(answers)
        except OSError:
            os._exit(0)


def _drain(connection: Connection, inbox: "queue.SimpleQueue[list[Any]]") -> None:
    """Take batches from the pipe; end the process when the parent is gone."""
    while True:
        try:
            inbox.put(connection.recv())
        except (EOFError, OSError):
            os._exit(0)


def _apply(function: Any, item: Any) -> Done | Raised:
    """Apply the function to one item; an error is an answer too."""
    try:
        return Done(function(item))
    except Exception as error:  # noqa: BLE001 - it is raised again in the parent
        return _portable(Raised(error))


def _pack(answers: list[Done | Raised]) -> bytes:
    """Pickle answers; what cannot cross the border is replaced by the reason."""
    try:
        return pickle.dumps(answers)
    except Exception:  # noqa: BLE001 - __reduce__ of foreign objects may raise anything
        return pickle.dumps([_portable(answer) for answer in answers])


def _portable(answer: Done | Raised) -> Done | Raised:
    """Keep an answer that can go to the parent, else say why it cannot.

    Errors are the usual case: many can be pickled but not made again from it.
    """
    try:
        pickle.loads(pickle.dumps(answer))  # noqa: S301 - our own bytes
    except Exception as reason:  # noqa: BLE001 - as above
        subject = answer.error if isinstance(answer, Raised) else answer.result
        message = f"{type(subject).__name__} cannot cross processes: {reason}"
        if isinstance(subject, Exception):
            message = f"{type(subject).__name__}: {subject}"
        return Raised(RuntimeError(message))
    return answer
