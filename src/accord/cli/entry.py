"""The entry point: runs a command and turns what went wrong into an exit code."""

import io
import json
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import typer

from accord.cli.program import program
from accord.errors import AccordError, BackendError, ConfigurationError, InputError

__all__ = ["execute", "main"]

DONE, USAGE, INPUT, BACKEND, BUG, INTERRUPTED = 0, 2, 3, 4, 70, 130

_WHERE_TO_REPORT = (
    "This is a bug in Accord. Please report it, with the output of --debug, as "
    "CONTRIBUTING.md says."
)


def main() -> NoReturn:
    """Run the command line and leave the process."""
    for stream in (sys.stdout, sys.stderr):
        # A text may hold what a stream cannot; in JSON the escape is right as it is.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    code = execute(sys.argv[1:])
    if code == INTERRUPTED:
        # An interrupt that came while Python executed a string (dataclasses do so as
        # they are made) would end the process by the signal, whatever we return.
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def execute(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: What follows the program's name.

    Returns:
        The exit code: 0 done, 1 done with failed items, 2 usage, 3 input or settings,
        4 backend, 70 a bug, 130 interrupted.
    """
    given = list(arguments) or ["--help"]
    try:
        code = program(args=given, prog_name="accord", standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        return _close_quietly()
    except SystemExit as leaving:
        # Typer turns a broken pipe into this before anybody else sees it.
        if isinstance(leaving.__context__, BrokenPipeError):
            return _close_quietly()
        raise
    except Exception as error:  # noqa: BLE001 - the last boundary: nothing passes it
        return _complain(error, arguments)
    if code == INTERRUPTED:
        sys.stderr.write("\nInterrupted. What was finished is kept; run again.\n")
    return code if isinstance(code, int) else DONE


def _close_quietly() -> int:
    """Let the reader go that has what it wanted, as in ``accord show ... | head``."""
    # Python would try to flush once more while it leaves, and complain.
    if sys.__stdout__ is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())
    return DONE


def _complain(error: Exception, arguments: Sequence[str]) -> int:
    """Say on stderr what went wrong; the trace only where it is asked for."""
    if "--debug" in arguments:
        traceback.print_exception(error)
    exit_code, code, message, hint = _explain(error)
    if message.startswith("Usage:"):
        # A group without a command: its help says it all.
        sys.stderr.write(f"{message}\n")
        return exit_code
    if {"--json", "--jsonl"} & set(arguments):
        told = {"code": code, "message": message, "hint": hint}
        sys.stderr.write(json.dumps(told, ensure_ascii=False) + "\n")
        return exit_code
    sys.stderr.write(f"Error: {message}\n")
    if hint:
        sys.stderr.write(f"Hint: {hint}\n")
    return exit_code


def _explain(error: Exception) -> tuple[int, str, str, str]:
    """Tell the exit code, the stable code, the message and the hint of an error."""
    # Typer takes its usage errors from Click or from a copy of its own, depending on
    # its version; both know how to format themselves.
    formatted = getattr(error, "format_message", None)
    match error:
        case InputError() | ConfigurationError():
            return INPUT, error.code, error.message, error.hint
        case BackendError():
            return BACKEND, error.code, error.message, error.hint
        case AccordError():
            return BUG, error.code, error.message, error.hint or _WHERE_TO_REPORT
        case _ if formatted is not None:
            return USAGE, "usage", str(formatted()), _usage_hint(error)
        case _:
            message = f"{type(error).__name__}: {error}"
            return BUG, "internal", message, _WHERE_TO_REPORT


def _usage_hint(error: Exception) -> str:
    """Point to the help of the command that was misused."""
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "accord")
    return f"`{command} --help` shows what it takes."
