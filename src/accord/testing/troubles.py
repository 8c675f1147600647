"""Functions that make trouble for an engine: they end their process, hang, or differ.

They stand in the package because a worker process must be able to import them.
"""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "KillOnce",
    "Meet",
    "MuteError",
    "hang",
    "kill_on_three",
    "raise_mute_error",
    "return_lambda",
    "tell_process",
]


class MuteError(Exception):
    """An error that cannot be made again from its pickle."""

    def __init__(self, number: int, *, word: str) -> None:
        super().__init__(f"{word} {number}")


def kill_on_three(number: int) -> int:
    """End the process on every number that ends in 3, as the system does."""
    if number % 10 == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@dataclass(frozen=True)
class KillOnce:
    """End the process on one number, the first time only.

    Attributes:
        mark: File that remembers.
    """

    mark: str

    def __call__(self, number: int) -> int:
        """Return the number."""
        path = Path(self.mark)
        if number == 3 and not path.exists():
            path.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return number


@dataclass(frozen=True)
class Meet:
    """Wait until two processes are at work, a minute at most.

    Attributes:
        folder: Where each process leaves its number.
    """

    folder: str

    def __call__(self, number: int) -> tuple[int, int]:
        """Return the number and the process that worked on it."""
        folder = Path(self.folder)
        (folder / str(os.getpid())).touch()
        for _ in range(1200):
            if len(list(folder.iterdir())) > 1:
                break
            time.sleep(0.05)
        return number, os.getpid()


def tell_process(number: int) -> tuple[int, int]:
    """Return the number and the process that works on it."""
    return number, os.getpid()


def hang(number: int) -> int:
    """Take a minute on every number but 0."""
    if number:
        time.sleep(60)
    return number


def raise_mute_error(number: int) -> int:
    """Raise an error that cannot cross processes."""
    raise MuteError(number, word="refused")


def return_lambda(number: int) -> object:
    """Return what cannot cross processes."""
    return lambda: number
