"""Networks as objects of networkx and igraph."""

from collections.abc import Iterable, Iterator
from typing import Any

from accord.adapters.objects.loading import load
from accord.model.discourse import Entity, NetworkMatrix

__all__ = ["to_igraph", "to_networkx"]


def to_networkx(network: NetworkMatrix, entities: Iterable[Entity] = ()) -> Any:
    """Make a ``networkx.Graph``.

    Args:
        network: The network; what is 0 is no edge.
        entities: Colours and attributes of nodes.

    Returns:
        Nodes are names; of a two-mode network pairs of variable and name, because a
        row and a column may share one, with ``bipartite`` 0 and 1. Attributes:
        ``label``, ``variable``, ``frequency``, ``color`` and the entity's own; edges
        have ``weight``.

    Raises:
        ConfigurationError: networkx is not installed.
    """
    graph = load("networkx", install="accord[graphs]").Graph()
    for node, attributes in _nodes(network, entities):
        graph.add_node(_key(network, node), **attributes)
    for row, column, weight in network.ties():
        ends = ((0, row), (0 if _is_onemode(network) else 1, column))
        graph.add_edge(*(_key(network, end) for end in ends), weight=weight)
    return graph


def to_igraph(network: NetworkMatrix, entities: Iterable[Entity] = ()) -> Any:
    """Make an ``igraph.Graph``; arguments and attributes as for networkx.

    Returns:
        Nodes in the order of rows, then columns, with ``name`` and, if two-mode,
        ``type``: whether they are columns.

    Raises:
        ConfigurationError: igraph is not installed.
    """
    library = load("igraph", install="igraph")
    nodes = list(_nodes(network, entities))
    places = {node: at for at, (node, _) in enumerate(nodes)}
    graph = library.Graph(n=len(nodes))
    graph.vs["name"] = [name for (_, name), _ in nodes]
    if not _is_onemode(network):
        graph.vs["type"] = [bool(axis) for (axis, _), _ in nodes]
    for attribute in dict.fromkeys(a for _, known in nodes for a in known):
        graph.vs[attribute] = [known.get(attribute) for _, known in nodes]
    ties = list(network.ties())
    axis = 0 if _is_onemode(network) else 1
    graph.add_edges([(places[0, row], places[axis, column]) for row, column, _ in ties])
    graph.es["weight"] = [weight for _, _, weight in ties]
    return graph


def _is_onemode(network: NetworkMatrix) -> bool:
    return network.recipe.network_type == "onemode"


def _key(network: NetworkMatrix, node: tuple[int, str]) -> Any:
    """Name a node of networkx."""
    axis, name = node
    if _is_onemode(network):
        return name
    recipe = network.recipe
    return ((recipe.variable1, recipe.variable2)[axis], name)


def _nodes(
    network: NetworkMatrix, entities: Iterable[Entity]
) -> Iterator[tuple[tuple[int, str], dict[str, Any]]]:
    """Give axis and name of each node, with its attributes."""
    known = {(entity.variable, entity.value): entity for entity in entities}
    axes = [(network.recipe.variable1, network.rows)]
    if not _is_onemode(network):
        axes.append((network.recipe.variable2, network.columns))
    for axis, (variable, names) in enumerate(axes):
        for name in names:
            entity = known.get((variable, name), Entity(variable, name))
            attributes: dict[str, Any] = {
                **dict(entity.attributes),
                "label": name,
                "variable": variable,
                "frequency": network.frequencies[axis].get(name, 0),
            }
            if not _is_onemode(network):
                attributes["bipartite"] = axis
            if entity.colour is not None:
                attributes["color"] = entity.colour
            yield (axis, name), attributes
