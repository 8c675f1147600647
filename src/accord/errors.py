"""Every error Accord raises on purpose.

* AccordError
  x InputError                the caller can mend it
    + SpanError               offsets do not fit the text they point into
    + QuoteError              a quotation does not stand in its source
    + RecordError             a record cannot be read from JSON
    + UnreadableError         an item holds no text that can be read
    + UnknownNameError        a record kind, field, issue or actor that is not there
  x ConfigurationError        settings, a codebook, a pack or an extra is wrong
  x BackendError              a store, engine or model failed; ``__cause__`` says how
    + StoreError              the workspace's store cannot be read or written
    + EngineError             the workers died or could not be started
  x InternalError             an invariant broke: a bug in Accord
"""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = [
    "AccordError",
    "BackendError",
    "ConfigurationError",
    "EngineError",
    "InputError",
    "InternalError",
    "Problem",
    "QuoteError",
    "RecordError",
    "SpanError",
    "StoreError",
    "UnknownNameError",
    "UnreadableError",
]


class AccordError(Exception):
    """Base class of every error Accord raises on purpose.

    A message says what was wrong (with the value), where, and after ``Hint:``
    what to do. ``code`` is stable and documented in ``docs/errors.md``.

    Attributes:
        code: Dotted name of the error, for programs; never renamed.
        message: What was wrong, in one or two sentences.
        hint: What to do about it; empty if there is nothing to say.
    """

    code: str = "accord"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(f"{message}\nHint: {hint}" if hint else message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Keep message and hint when the error crosses a process border."""
        return (_rebuild, (type(self), self.message, self.hint))


def _rebuild(kind: type[AccordError], message: str, hint: str) -> AccordError:
    """Make an error again in another process."""
    error = kind.__new__(kind)
    AccordError.__init__(error, message, hint=hint)
    return error


class InputError(AccordError):
    """The data or arguments given cannot be worked with as they are."""

    code = "input"


class SpanError(InputError):
    """Offsets that do not fit the text they point into."""

    code = "input.span"


class QuoteError(InputError):
    """A quotation whose characters do not stand at its offsets."""

    code = "input.quote"


class RecordError(InputError):
    """A JSON value that is not the record it claims to be."""

    code = "input.record"


class UnreadableError(InputError):
    """An item without text that can be read: empty, binary, broken, too large."""

    code = "input.unreadable"


class UnknownNameError(InputError):
    """A name that nothing answers to: a record kind, a field, an issue, an actor."""

    code = "input.unknown_name"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a setting.

    Attributes:
        path: Where it stands, as ``file:key.key[index]``.
        message: What is wrong, with the value.
    """

    path: str
    message: str


class ConfigurationError(AccordError):
    """Settings, a codebook or an actor pack that cannot be used.

    All problems are collected before it is raised, each with its path.

    Attributes:
        problems: Every problem found, in the order of the file.
    """

    code = "configuration"

    def __init__(
        self, message: str, *, problems: Sequence[Problem] = (), hint: str = ""
    ) -> None:
        lines = [message, *(f"  {p.path}: {p.message}" for p in problems)]
        super().__init__("\n".join(lines), hint=hint)
        self.problems = tuple(problems)


class BackendError(AccordError):
    """A store, engine or model failed; the cause is chained."""

    code = "backend"


class StoreError(BackendError):
    """The workspace's store cannot be opened, read or written."""

    code = "backend.store"


class EngineError(BackendError):
    """The engine could not run the work it was given."""

    code = "backend.engine"


class InternalError(AccordError):
    """An invariant broke: a bug in Accord, to be reported with its message."""

    code = "internal"
