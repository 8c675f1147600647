"""The options that several commands share, each with one meaning everywhere."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

__all__ = [
    "Actor",
    "AsCsv",
    "AsJson",
    "AsJsonl",
    "AsObject",
    "AsStubs",
    "AsTable",
    "Debug",
    "Document",
    "Filters",
    "Format",
    "IssueName",
    "Outlet",
    "PictureFile",
    "Quiet",
    "Since",
    "Until",
    "Workspace",
    "choose_format",
]

Format = Literal["table", "json", "jsonl", "csv", "stubs"]
_DAY = ["%Y-%m-%d"]

Workspace = Annotated[
    Path,
    typer.Option(
        "--workspace",
        "-w",
        envvar="ACCORD_WORKSPACE",
        metavar="DIR",
        help="The workspace folder.",
    ),
]
AsTable = Annotated[
    bool, typer.Option("--table", help="Print a table for reading (the default).")
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print whole records as one JSON array.")
]
AsObject = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
AsJsonl = Annotated[
    bool, typer.Option("--jsonl", help="Print whole records, one JSON object a line.")
]
AsCsv = Annotated[
    bool, typer.Option("--csv", help="Print columns as CSV with a heading line.")
]
AsStubs = Annotated[
    bool, typer.Option("--stubs", help="Print YAML to fill in, for an actors/ file.")
]
PictureFile = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Draw it into this .svg or .png file."),
]
Actor = Annotated[
    str | None, typer.Option(metavar="ID|NAME", help="Only what this actor holds.")
]
IssueName = Annotated[
    str | None, typer.Option("--issue", metavar="ID", help="Only this issue.")
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only documents of this outlet.")
]
Since = Annotated[
    datetime | None,
    typer.Option(metavar="DATE", formats=_DAY, help="Not before this day, YYYY-MM-DD."),
]
Until = Annotated[
    datetime | None,
    typer.Option(metavar="DATE", formats=_DAY, help="Not after this day, YYYY-MM-DD."),
]
Document = Annotated[
    str | None, typer.Option(metavar="PATH|ID", help="Only this document.")
]
Doubtful = Annotated[
    bool, typer.Option("--doubtful", help="The least certain first, for a review.")
]
Debug = Annotated[
    bool, typer.Option("--debug", help="Show the full trace of an error.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to show of a workspace's records; None where everything is wanted."""

    actor: str | None = None
    issue: str | None = None
    outlet: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    document: str | None = None

    def as_arguments(self) -> dict[str, str | date | None]:
        """Give the filters as ``Workspace.records`` takes them."""
        return {
            "actor": self.actor,
            "issue": self.issue,
            "outlet": self.outlet,
            "since": self.since.date() if self.since else None,
            "until": self.until.date() if self.until else None,
            "document": self.document,
        }


def choose_format(
    *,
    table: bool = False,
    json: bool = False,
    jsonl: bool = False,
    csv: bool = False,
    stubs: bool = False,
) -> Format:
    """Find the one format that was asked for; a table if none was.

    Raises:
        typer.BadParameter: More than one was asked for.
    """
    given: dict[Format, bool] = {
        "table": table,
        "json": json,
        "jsonl": jsonl,
        "csv": csv,
        "stubs": stubs,
    }
    chosen = [name for name, wanted in given.items() if wanted]
    if len(chosen) > 1:
        message = " and ".join(f"--{name}" for name in chosen)
        raise typer.BadParameter(message + " exclude each other; give one of them.")
    return chosen[0] if chosen else "table"
