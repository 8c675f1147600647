"""Prints a codebook."""

import json

from rich import box
from rich.table import Table
from rich.text import Text

from accord.cli.output.streams import data_console, write
from accord.model import Codebook, to_json

__all__ = ["draw_codebook", "write_codebook"]


def write_codebook(codebook: Codebook) -> None:
    """Write a codebook as one JSON object."""
    write(json.dumps(to_json(codebook), ensure_ascii=False, indent=2) + "\n")


def draw_codebook(codebook: Codebook) -> None:
    """Draw the issues, how many words speak for each side, and which way terms point."""
    drawn = _table()
    drawn.add_column("issue", ratio=2, overflow="fold")
    drawn.add_column("question", ratio=4, overflow="fold")
    for heading in ("terms", "+", "−"):
        drawn.add_column(heading, justify="right")
    for issue in codebook.issues:
        drawn.add_row(
            Text(issue.id),
            Text(issue.question),
            str(len(issue.terms)),
            str(len(issue.poles.support)),
            str(len(issue.poles.oppose)),
        )
    console = data_console()
    console.print(drawn)
    console.print()
    console.print(_pointing(codebook))


def _pointing(codebook: Codebook) -> Table:
    """Draw how whoever is for a term answers the question of its issue."""
    from accord.position import term_signs

    drawn = _table()
    drawn.add_column("issue", ratio=2, overflow="fold")
    drawn.add_column("who is for", ratio=4, overflow="fold")
    drawn.add_column("says")
    for issue in codebook.issues:
        signs = term_signs(issue)
        for sign, answer in ((1, "yes"), (-1, "no")):
            terms = "; ".join(term for term, found in signs.items() if found == sign)
            if terms:
                drawn.add_row(Text(issue.id), Text(terms), answer)
    return drawn


def _table() -> Table:
    """Make a table without borders."""
    return Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0)
    )
