"""What goes out: data on stdout, talk on stderr."""

import sys
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.text import Text

__all__ = ["data_console", "say", "talk_console", "write", "write_lines"]


class _PipeConsole(Console):
    """A console that lets the entry point handle a reader who has left."""

    def on_broken_pipe(self) -> None:
        """Pass the error on."""
        raise BrokenPipeError


def data_console() -> Console:
    """Open stdout for what is drawn; NO_COLOR and the terminal decide on colour."""
    return _PipeConsole(file=sys.stdout, highlight=False, markup=False)


def talk_console() -> Console:
    """Open stderr for talk."""
    return _PipeConsole(file=sys.stderr, highlight=False, markup=False)


def write(text: str) -> None:
    """Write data to stdout as it is."""
    sys.stdout.write(text)


def write_lines(lines: Iterable[str]) -> None:
    """Write data line by line, as it comes."""
    for line in lines:
        sys.stdout.write(line)


def say(*parts: RenderableType, quiet: bool = False) -> None:
    """Say something to the person on stderr."""
    if not quiet:
        console = talk_console()
        # Whole words for a person, whole lines for a program.
        whole = not console.is_terminal
        for part in parts:
            is_text = isinstance(part, str | Text)
            console.print(part, soft_wrap=is_text and whole, crop=not is_text)
