"""A counted network, and all the forms it can be had in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accord.app.networks.sources import parse_moment, parse_pairs
from accord.errors import InputError
from accord.model.discourse import Entity, EventList, NetworkMatrix, Recipe

__all__ = ["Network", "count_network"]


@dataclass(frozen=True, slots=True)
class Network:
    """A network with what is known of its nodes.

    Attributes:
        matrix: Named axes, sparse cells, and the recipe that was followed.
        entities: Colours and attributes of nodes.
    """

    matrix: NetworkMatrix
    entities: tuple[Entity, ...] = ()

    def to_networkx(self) -> Any:
        """Make a ``networkx.Graph``: names as nodes, ``weight`` on edges.

        Raises:
            ConfigurationError: networkx is not installed.
        """
        from accord.adapters.objects import to_networkx

        return to_networkx(self.matrix, self.entities)

    def to_igraph(self) -> Any:
        """Make an ``igraph.Graph``: attribute ``name`` of nodes, ``weight`` of edges.

        Raises:
            ConfigurationError: igraph is not installed.
        """
        from accord.adapters.objects import to_igraph

        return to_igraph(self.matrix, self.entities)

    def to_frame(self) -> Any:
        """Make a ``pandas.DataFrame`` of the full matrix with named axes.

        Raises:
            ConfigurationError: pandas is not installed.
        """
        from accord.adapters.objects import to_frame

        return to_frame(self.matrix)

    def to_bytes(self, form: str) -> bytes:
        """Write it in a format: csv, dl, gexf, graphml, json, pajek, parquet, png, svg.

        Raises:
            InputError: There is no such format.
            ConfigurationError: The format needs an extra that is not installed.
        """
        if form == "parquet":
            from accord.adapters.objects import to_parquet

            return to_parquet(self.matrix)
        if form == "svg":
            return self.draw().encode("utf-8")
        if form == "png":
            from accord.app.networks.pictures import rasterise

            return rasterise(self.draw())
        return self._text(form).encode("utf-8")

    def draw(self, picture: str = "network") -> str:
        """Draw it as an SVG.

        Args:
            picture: ``network`` for nodes and lines, ``matrix`` for shaded boxes.
        """
        from accord.present.pictures import draw_matrix, draw_network

        if picture == "matrix":
            return draw_matrix(self.matrix)
        return draw_network(self.matrix, self.entities)

    def write(self, path: str | Path) -> Path:
        """Write it to a file in the format that the file's ending names.

        Raises:
            InputError: The ending names no format.
        """
        target = Path(path).expanduser()
        form = target.suffix.removeprefix(".").lower()
        target.write_bytes(self.to_bytes("pajek" if form == "net" else form))
        return target

    def _text(self, form: str) -> str:
        """Write it in a format of text."""
        from accord.present import networks

        plain = {
            "csv": networks.network_to_csv,
            "dl": networks.network_to_dl,
            "json": networks.network_to_json,
            "pajek": networks.network_to_pajek,
        }
        graphs = {
            "graphml": networks.network_to_graphml,
            "gexf": networks.network_to_gexf,
        }
        if form in plain:
            return plain[form](self.matrix)
        if form in graphs:
            return graphs[form](self.matrix, self.entities)
        message = f"A network cannot be written as {form!r}."
        known = ", ".join(sorted([*plain, *graphs, "parquet", "png", "svg"]))
        raise InputError(message, hint=f"It can as: {known}.")


def count_network(
    events: EventList,
    *,
    exclude: Mapping[str, str | list[str]] | None = None,
    start_date: str | None = None,
    stop_date: str | None = None,
    qualifier_aggregation: str = "ignore",
    **recipe: Any,
) -> Network:
    """Count a network with rDNA's argument names.

    Args:
        events: The coded statements.
        exclude: Variable to the value or values left out.
        start_date: First day, as ``2005-01-26``.
        stop_date: Last day; it counts.
        qualifier_aggregation: What is done with the qualifier.
        recipe: The other fields of ``Recipe``, as ``network_type="onemode"``.

    Raises:
        InputError: Two arguments do not go together, or a date is none.
        UnknownNameError: There is no such variable or value.
    """
    from accord.map.network import build_network

    pairs = [
        f"{variable}={value}"
        for variable, values in (exclude or {}).items()
        for value in ([values] if isinstance(values, str) else values)
    ]
    wanted = Recipe(
        aggregation=qualifier_aggregation,  # type: ignore[arg-type]
        start=parse_moment(start_date),
        stop=parse_moment(stop_date, last=True),
        exclude=parse_pairs(pairs),
        **recipe,
    )
    return Network(build_network(events, wanted), events.entities)
