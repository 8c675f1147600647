"""What a workspace answers with."""

from dataclasses import dataclass
from pathlib import Path

from accord.model import Failure

__all__ = ["CheckReport", "RunReport", "Setting"]


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did.

    Attributes:
        items: Number of items found behind the paths.
        processed: Number of items worked on with success; when the codebook or the
            actors changed these may be more than were found.
        unchanged: Number of items found and left as they were.
        failures: Items that could not be worked on, by path; the item ``*`` stands
            for the whole pile.
        codebook: Name of the codebook.
        chosen: Whether Accord chose the codebook itself in this run.
        report: Where the report lies.
    """

    items: int
    processed: int
    unchanged: int
    failures: tuple[Failure, ...]
    codebook: str
    chosen: bool
    report: Path


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it holds.

    Attributes:
        name: As in accord.toml.
        value: As text.
        origin: ``default``, ``accord.toml``, ``environment`` or ``argument``.
    """

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    Attributes:
        settings: All settings with their origin.
        versions: Names and versions of Accord, its tables and what it stands on.
        problems: What is wrong, one sentence each; empty if nothing is.
        quotes_checked: Number of quotations compared with their text.
    """

    settings: tuple[Setting, ...]
    versions: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    quotes_checked: int
