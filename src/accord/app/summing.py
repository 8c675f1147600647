"""Sum up a run, and say what it stood on."""

from importlib import metadata
from pathlib import Path

from accord.app.outcomes import RunReport
from accord.model import Codebook, Failure
from accord.pipeline import Tally

__all__ = ["sum_up", "versions"]


def sum_up(
    tally: Tally,
    later: Tally,
    broken: tuple[Failure, ...],
    codebook: Codebook,
    *,
    chosen: bool,
    report: Path,
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
    )


def versions() -> tuple[tuple[str, str], ...]:
    """List the versions of Accord and of what it stands on."""
    import accord

    names = ("sqlalchemy", "alembic", "trafilatura", "pypdf", "python-docx", "jinja2")
    return (("accord", accord.__version__), *((n, metadata.version(n)) for n in names))
