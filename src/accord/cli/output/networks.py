"""Writes networks and event lists, to stdout or to a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import typer

from accord.app.networks import Network
from accord.app.networks.pictures import write_picture
from accord.cli.output.streams import say, write, write_lines
from accord.model.discourse import EventList, NetworkMatrix, NetworkSlice, Recipe
from accord.present import networks
from accord.present.wording import plural

__all__ = ["Target", "tell"]

_ENDINGS = {
    "net": "pajek",
    **{
        form: form
        for form in ("csv", "dl", "gexf", "graphml", "json", "parquet", "png", "svg")
    },
}
_PICTURES = ("svg", "png")


@dataclass(frozen=True, slots=True)
class Target:
    """Where to write, and in which format.

    Attributes:
        form: The format.
        out: The file; None for stdout.
        quiet: Whether to say nothing on stderr.
    """

    form: str
    out: Path | None
    quiet: bool

    @classmethod
    def of(cls, form: str | None, out: Path | None, *, quiet: bool) -> Self:
        """Take the format that is asked for, else that of the file's ending, else CSV."""
        ending = out.suffix.removeprefix(".").lower() if out else ""
        return cls(form or _ENDINGS.get(ending, "csv"), out, quiet)

    def write_events(self, events: EventList) -> None:
        """Write an event list.

        Raises:
            typer.BadParameter: The format holds no event list.
        """
        if self.form == "csv":
            self._put(networks.events_to_csv(events))
        elif self.form == "json":
            self._put(networks.events_to_json(events))
        else:
            message = f"An event list is no graph: {self.form} cannot hold it; take csv or json."
            raise typer.BadParameter(message)

    def write_slices(self, slices: Iterable[NetworkSlice]) -> None:
        """Write networks over time, line by line as they come.

        Raises:
            typer.BadParameter: The format holds one network only.
        """
        if self.form == "json":
            self._put(networks.slices_to_json(slices))
        elif self.form != "csv":
            message = f"{self.form} holds one network, not many; take csv or json."
            raise typer.BadParameter(message)
        elif self.out is None:
            write_lines(networks.slices_to_csv(slices))
        else:
            self._put("".join(networks.slices_to_csv(slices)))

    def write_network(self, network: Network, *, picture: str) -> None:
        """Write a network; beside a picture in a file goes the table it shows.

        Raises:
            typer.BadParameter: The format is no text, and no file is named.
        """
        if self.form in ("parquet", "png") and self.out is None:
            message = f"{self.form} is no text: name a file with --out."
            raise typer.BadParameter(message)
        if self.form in _PICTURES:
            svg = network.draw(picture)
            table = networks.network_to_csv(network.matrix)
            if self.out is None:
                write(svg)
                return
            beside = write_picture(svg, self.out, form=self.form, table=table)
            say(f"Written: {self.out}, and its table {beside}.", quiet=self.quiet)
            return
        data = network.to_bytes(self.form)
        if self.out is None:
            write(data.decode("utf-8"))
        else:
            self.out.write_bytes(data)
            say(f"Written: {self.out}.", quiet=self.quiet)

    def _put(self, text: str) -> None:
        """Write text where it goes."""
        if self.out is None:
            write(text)
        else:
            self.out.write_text(text, encoding="utf-8")
            say(f"Written: {self.out}.", quiet=self.quiet)


def tell(found: NetworkMatrix, recipe: Recipe, *, quiet: bool) -> None:
    """Say what was counted and what was not."""
    left_out = [
        f"{number} {why}"
        for number, why in (
            (found.uncoded, f"without {_used(recipe)}"),
            (found.undated, "without a date"),
            (found.duplicates, "as duplicates"),
        )
        if number
    ]
    said = f"{plural(found.statements, 'statement')} counted"
    if left_out:
        said += f"; left out: {', '.join(left_out)}"
    say(f"{said}.", quiet=quiet)


def _used(recipe: Recipe) -> str:
    """Name the variables that a statement needs a value of."""
    names = [recipe.variable1, recipe.variable2]
    if recipe.aggregation != "ignore" and recipe.qualifier:
        names.append(recipe.qualifier)
    return " or ".join(names)
