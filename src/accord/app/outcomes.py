"""What a workspace answers with, and how a run is summed up."""

from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from accord.app.attributor import Attributor
from accord.model import Codebook, Failure
from accord.pipeline import Tally

__all__ = ["CheckReport", "RunReport", "Setting", "sum_up", "versions"]


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
        attributor: Who found the attributions, in words.
        reduced: Why the packaged model did not serve and what to do; empty if it did.
        notice: What to know of how the pile was linked; empty if every document was
            compared with all others.
    """

    items: int
    processed: int
    unchanged: int
    failures: tuple[Failure, ...]
    codebook: str
    chosen: bool
    report: Path
    attributor: str = ""
    reduced: str = ""
    notice: str = ""


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


def sum_up(
    tally: Tally,
    later: Tally,
    broken: tuple[Failure, ...],
    codebook: Codebook,
    *,
    chosen: bool,
    report: Path,
    attributor: Attributor,
    notice: str = "",
) -> RunReport:
    """Sum up both passes over the documents and the whole-pile rooms."""
    items = len(tally.found)
    found = set(tally.found)
    tally.add(later)
    touched = tally.processed | tally.failures.keys()
    failures = [failure for _, failure in sorted(tally.failures.items())]
    return RunReport(
        items=items,
        processed=len(tally.processed),
        unchanged=len(found - touched),
        failures=(*failures, *broken),
        codebook=codebook.name,
        chosen=chosen,
        report=report,
        attributor=attributor.description,
        reduced=str(attributor.missing or ""),
        notice=notice,
    )


def versions() -> tuple[tuple[str, str], ...]:
    """List the versions of Accord and of what it stands on."""
    import accord

    names = ("sqlalchemy", "alembic", "trafilatura", "pypdf", "python-docx", "jinja2")
    return (("accord", accord.__version__), *((n, metadata.version(n)) for n in names))
