"""Networks as graphs: GraphML and GEXF."""

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from accord.model.discourse import Entity, NetworkMatrix
from accord.present.networks.writing import number

__all__ = ["escape_xml", "network_to_gexf", "network_to_graphml"]

_DIRECTION = "undirected"
_GEXF = (
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" '
    'version="1.3">'
)


@dataclass(frozen=True, slots=True)
class _Node:
    """A value of an axis, as graph formats need it."""

    key: str
    label: str
    variable: str
    frequency: int
    colour: str | None
    attributes: Mapping[str, str]


def network_to_graphml(network: NetworkMatrix, entities: Iterable[Entity] = ()) -> str:
    """Write a graph that visone, Gephi, igraph and networkx open.

    Args:
        network: The network; what is 0 is no edge.
        entities: Colours and attributes of its nodes.

    Returns:
        GraphML with label, variable, frequency, colour and attributes of nodes, and
        weight and sign of edges.
    """
    nodes = _nodes(network, entities)
    names = _attribute_names(nodes)
    keys = [("label", "string"), ("variable", "string"), ("frequency", "int")]
    keys += [("color", "string"), *((name, "string") for name in names)]
    declared = [
        f'  <key id="n{place}" for="node" attr.name="{escape_xml(name)}" attr.type="{kind}"/>'
        for place, (name, kind) in enumerate(keys)
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
            *declared,
            '  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
            '  <key id="sign" for="edge" attr.name="sign" attr.type="string"/>',
            f'  <graph edgedefault="{_DIRECTION}">',
            *(_graphml_node(node, names) for node in nodes),
            *_graphml_edges(network, nodes),
            "  </graph>",
            "</graphml>",
            "",
        ]
    )


def network_to_gexf(network: NetworkMatrix, entities: Iterable[Entity] = ()) -> str:
    """Write a graph in Gephi's own format, version 1.3; arguments as for GraphML.

    Gephi knows no edges of negative weight: the weight is the value's size, and the
    value with its sign is the attribute ``value``.
    """
    nodes = _nodes(network, entities)
    names = ["variable", "frequency", *_attribute_names(nodes)]
    declared = [
        f'      <attribute id="{place}" title="{escape_xml(name)}" '
        f'type="{"integer" if place == 1 else "string"}"/>'
        for place, name in enumerate(names)
    ]
    keys = _keys(nodes)
    edges = [
        f'      <edge id="{at}" source="{keys[0][one]}" target="{keys[-1][two]}" '
        f'weight="{number(abs(value))}"><attvalues>'
        f'<attvalue for="value" value="{number(value)}"/></attvalues></edge>'
        for at, (one, two, value) in enumerate(network.ties())
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            _GEXF,
            f'  <graph defaultedgetype="{_DIRECTION}">',
            '    <attributes class="node">',
            *declared,
            "    </attributes>",
            '    <attributes class="edge">',
            '      <attribute id="value" title="value" type="double"/>',
            "    </attributes>",
            "    <nodes>",
            *(_gexf_node(node, names) for node in nodes),
            "    </nodes>",
            "    <edges>",
            *edges,
            "    </edges>",
            "  </graph>",
            "</gexf>",
            "",
        ]
    )


def _nodes(network: NetworkMatrix, entities: Iterable[Entity]) -> list[_Node]:
    """List the nodes: rows, then the columns of a two-mode network."""
    recipe = network.recipe
    known = {(entity.variable, entity.value): entity for entity in entities}
    axes = [(recipe.variable1, network.rows, network.frequencies[0])]
    if recipe.network_type == "twomode":
        axes.append((recipe.variable2, network.columns, network.frequencies[1]))
    nodes: list[_Node] = []
    for variable, names, frequencies in axes:
        for name in names:
            entity = known.get((variable, name), Entity(variable, name))
            key, frequency = f"n{len(nodes)}", frequencies.get(name, 0)
            attributes = dict(entity.attributes)
            nodes.append(
                _Node(key, name, variable, frequency, entity.colour, attributes)
            )
    return nodes


def _keys(nodes: Iterable[_Node]) -> list[dict[str, str]]:
    """Map names to keys, axis by axis: a row and a column may share a name."""
    axes: dict[str, dict[str, str]] = {}
    for node in nodes:
        axes.setdefault(node.variable, {})[node.label] = node.key
    return list(axes.values()) or [{}]


def _attribute_names(nodes: Iterable[_Node]) -> list[str]:
    """List the attributes that any node has."""
    return sorted({name for node in nodes for name in node.attributes})


def _graphml_node(node: _Node, names: Iterable[str]) -> str:
    """Write one node; attributes it does not have are left out."""
    values = [node.label, node.variable, str(node.frequency), node.colour]
    values += [node.attributes.get(name) for name in names]
    data = "".join(
        f'<data key="n{place}">{escape_xml(value)}</data>'
        for place, value in enumerate(values)
        if value is not None
    )
    return f'    <node id="{node.key}">{data}</node>'


def _graphml_edges(network: NetworkMatrix, nodes: Iterable[_Node]) -> Iterator[str]:
    """Write the edges."""
    keys = _keys(nodes)
    for at, (one, two, value) in enumerate(network.ties()):
        sign = "negative" if value < 0 else "positive"
        yield (
            f'    <edge id="e{at}" source="{keys[0][one]}" target="{keys[-1][two]}">'
            f'<data key="weight">{number(value)}</data>'
            f'<data key="sign">{sign}</data></edge>'
        )


def _gexf_node(node: _Node, names: Iterable[str]) -> str:
    """Write one node."""
    known = {"variable": node.variable, "frequency": str(node.frequency)}
    known |= {k: v for k, v in node.attributes.items() if k not in known}
    values = "".join(
        f'<attvalue for="{place}" value="{escape_xml(known[name])}"/>'
        for place, name in enumerate(names)
        if name in known
    )
    colour = f'<viz:color hex="{node.colour}"/>' if node.colour else ""
    return (
        f'      <node id="{node.key}" label="{escape_xml(node.label)}">'
        f"<attvalues>{values}</attvalues>{colour}</node>"
    )


def escape_xml(text: str) -> str:
    """Escape text for XML; what XML 1.0 forbids becomes U+FFFD."""
    allowed = "".join(c if _in_xml(c) else "�" for c in text)
    return html.escape(allowed).replace("\n", "&#10;").replace("\r", "&#13;")


def _in_xml(character: str) -> bool:
    """Tell whether XML 1.0 can hold a character."""
    if character in "\t\n\r":
        return True
    code = ord(character)
    return (
        code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)
    )
