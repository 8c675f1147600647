"""Networks and event lists as text for other programs."""

import html
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from accord.model.discourse import Entity, EventList, NetworkMatrix, NetworkSlice, Value

__all__ = [
    "events_to_csv",
    "events_to_json",
    "network_to_csv",
    "network_to_dl",
    "network_to_gexf",
    "network_to_graphml",
    "network_to_json",
    "slices_to_csv",
    "slices_to_json",
]

_DIRECTION = "undirected"
_CSV_SPECIAL = frozenset(',"\r\n')
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


def network_to_csv(network: NetworkMatrix) -> str:
    """Write a matrix with the names of its rows and columns.

    Args:
        network: The matrix.

    Returns:
        A heading line of column names after an empty cell, then one line a row.
        Numbers are written so that they read back the same.
    """
    lines = [_csv_line(["", *network.columns])]
    for name, row in zip(network.rows, network.dense(), strict=True):
        lines.append(_csv_line([name, *map(_number, row)]))
    return "".join(lines)


def network_to_dl(network: NetworkMatrix) -> str:
    """Write a full matrix in the DL format of UCINET.

    Double quotes and line breaks within names become single quotes and spaces, as
    the format cannot hold them.
    """
    rows, columns = len(network.rows), len(network.columns)
    if network.recipe.network_type == "onemode":
        head = [f"dl n = {rows}, format = fullmatrix", "labels:"]
        head += [_dl_label(name) for name in network.rows]
    else:
        head = [f"dl nr = {rows}, nc = {columns}, format = fullmatrix", "row labels:"]
        head += [_dl_label(name) for name in network.rows]
        head.append("column labels:")
        head += [_dl_label(name) for name in network.columns]
    data = (" ".join(map(_number, row)) for row in network.dense())
    return "\n".join([*head, "data:", *data]) + "\n"


def network_to_json(network: NetworkMatrix) -> str:
    """Write a network with its recipe; cells are sparse, as [row, column, value]."""
    return _json(_told(network))


def slices_to_json(slices: Iterable[NetworkSlice]) -> str:
    """Write networks over time as an array, each with its window."""
    return _json(
        [
            {
                "window": [_moment(m) for m in (piece.start, piece.middle, piece.stop)],
                **_told(piece.network),
            }
            for piece in slices
        ]
    )


def slices_to_csv(slices: Iterable[NetworkSlice]) -> Iterator[str]:
    """Write networks over time, line by line: a window and one of its ties.

    Args:
        slices: The networks.

    Returns:
        A heading, then lines of start, middle and stop of the window, row, column and
        value. What is 0 has no line; of a one-mode network each pair has one.
    """
    yield _csv_line(["start", "middle", "stop", "row", "column", "value"])
    for piece in slices:
        window = [str(_moment(m)) for m in (piece.start, piece.middle, piece.stop)]
        for row, column, value in piece.network.ties():
            yield _csv_line([*window, row, column, _number(value)])


def _told(network: NetworkMatrix) -> dict[str, Any]:
    """Lay a network out for JSON."""
    columns = {name: place for place, name in enumerate(network.columns)}
    cells = [
        [place, columns[column], _whole(value)]
        for place, row in enumerate(network.rows)
        for column, value in network.cells.get(row, {}).items()
    ]
    return {
        "recipe": asdict(network.recipe),
        "statements": network.statements,
        "left_out": {
            "undated": network.undated,
            "uncoded": network.uncoded,
            "duplicates": network.duplicates,
        },
        "first": network.first,
        "last": network.last,
        "rows": network.rows,
        "columns": network.columns,
        "cells": cells,
    }


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
        f'  <key id="n{place}" for="node" attr.name="{_xml(name)}" attr.type="{kind}"/>'
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
        f'      <attribute id="{place}" title="{_xml(name)}" '
        f'type="{"integer" if place == 1 else "string"}"/>'
        for place, name in enumerate(names)
    ]
    keys = _keys(nodes)
    edges = [
        f'      <edge id="{number}" source="{keys[0][one]}" target="{keys[-1][two]}" '
        f'weight="{_number(abs(value))}"><attvalues>'
        f'<attvalue for="value" value="{_number(value)}"/></attvalues></edge>'
        for number, (one, two, value) in enumerate(network.ties())
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


def events_to_csv(events: EventList) -> str:
    """Write an event list, one statement a line, nothing replaced or lost.

    Args:
        events: The statements.

    Returns:
        Columns: id, document_id, date-time in UTC, start, end, then the variables;
        truth is 1 or 0, and what is not coded is empty.
    """
    lines = [_csv_line(_event_columns(events))]
    for statement in events.statements:
        place = (statement.id, statement.document, _moment(statement.when) or "")
        span = (str(statement.start), str(statement.end))
        cells = map(_event_cell, statement.values)
        lines.append(_csv_line([*place, *span, *cells]))
    return "".join(lines)


def events_to_json(events: EventList) -> str:
    """Write an event list as an array of objects; values keep their types."""
    columns = _event_columns(events)
    rows = [
        dict(
            zip(
                columns,
                (s.id, s.document, _moment(s.when), s.start, s.end, *s.values),
                strict=True,
            )
        )
        for s in events.statements
    ]
    return _json(rows)


def _csv_line(cells: Sequence[str]) -> str:
    """Write one line of CSV.

    Python's own writer leaves a lone carriage return unquoted before version 3.13.
    """
    quoted = [
        '"' + cell.replace('"', '""') + '"' if _CSV_SPECIAL & set(cell) else cell
        for cell in cells
    ]
    # A line with one empty cell would be no line at all.
    return (",".join(quoted) or '""') + "\n"


def _event_columns(events: EventList) -> list[str]:
    """Name the columns of an event list."""
    own = ["id", "document_id", "when", "start", "end"]
    names = [variable.name for variable in events.variables]
    return own + [f"{name} (coded)" if name in own else name for name in names]


def _event_cell(value: Value) -> str:
    """Write a value of a statement."""
    return (
        "" if value is None else str(int(value) if isinstance(value, bool) else value)
    )


def _moment(when: datetime | None) -> str | None:
    """Write a moment; None stays None."""
    return None if when is None else when.isoformat()


def _whole(value: float) -> float:
    """Make a number without a fraction an integer."""
    return int(value) if value.is_integer() else value


def _number(value: float) -> str:
    """Write a number so that it reads back the same, without a needless ``.0``."""
    return repr(_whole(value))


def _json(value: Any) -> str:
    """Write JSON for people and programs."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"


def _dl_label(name: str) -> str:
    """Quote a name for DL."""
    return '"' + " ".join(name.replace('"', "'").split()) + '"'


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
        f'<data key="n{place}">{_xml(value)}</data>'
        for place, value in enumerate(values)
        if value is not None
    )
    return f'    <node id="{node.key}">{data}</node>'


def _graphml_edges(network: NetworkMatrix, nodes: Iterable[_Node]) -> Iterator[str]:
    """Write the edges."""
    keys = _keys(nodes)
    for number, (one, two, value) in enumerate(network.ties()):
        sign = "negative" if value < 0 else "positive"
        yield (
            f'    <edge id="e{number}" source="{keys[0][one]}" target="{keys[-1][two]}">'
            f'<data key="weight">{_number(value)}</data>'
            f'<data key="sign">{sign}</data></edge>'
        )


def _gexf_node(node: _Node, names: Iterable[str]) -> str:
    """Write one node."""
    known = {"variable": node.variable, "frequency": str(node.frequency)}
    known |= {k: v for k, v in node.attributes.items() if k not in known}
    values = "".join(
        f'<attvalue for="{place}" value="{_xml(known[name])}"/>'
        for place, name in enumerate(names)
        if name in known
    )
    colour = f'<viz:color hex="{node.colour}"/>' if node.colour else ""
    return (
        f'      <node id="{node.key}" label="{_xml(node.label)}">'
        f"<attvalues>{values}</attvalues>{colour}</node>"
    )


def _xml(text: str) -> str:
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
