"""Chains as graphs for other programs, and as a network to draw."""

from collections import Counter, defaultdict

from accord.model.discourse import NetworkMatrix, Recipe
from accord.model.linked import Chains
from accord.present.networks.graphs import escape_xml
from accord.present.wording import day

__all__ = ["chains_to_graphml", "chains_to_network"]

_EDGE_KEYS = (
    ("weight", "int"),
    ("credited", "int"),
    ("uncredited", "int"),
    ("first", "string"),
)


def chains_to_graphml(chains: Chains) -> str:
    """Write a directed graph, each edge from the one who takes to the one who gives.

    Returns:
        GraphML with label and ``at_hand`` of outlets; of edges the weight (number of
        documents), how many with and without credit, and the first day.
    """
    keys = {name: f"n{place}" for place, name in enumerate(chains.outlets)}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        '  <key id="label" for="node" attr.name="label" attr.type="string"/>',
        '  <key id="at_hand" for="node" attr.name="at_hand" attr.type="boolean"/>',
        *(
            f'  <key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>'
            for name, kind in _EDGE_KEYS
        ),
        '  <graph edgedefault="directed">',
    ]
    for name, key in keys.items():
        at_hand = str(name in chains.at_hand).lower()
        lines.append(
            f'    <node id="{key}"><data key="label">{escape_xml(name)}</data>'
            f'<data key="at_hand">{at_hand}</data></node>'
        )
    for place, tie in enumerate(chains.ties):
        values = (
            len(tie.borrowings),
            tie.credited,
            tie.uncredited,
            day(tie.first),
        )
        data = "".join(
            f'<data key="{key}">{value}</data>'
            for (key, _), value in zip(_EDGE_KEYS, values, strict=True)
            if value is not None
        )
        lines.append(
            f'    <edge id="e{place}" source="{keys[tie.taker]}" '
            f'target="{keys[tie.giver]}">{data}</edge>'
        )
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def chains_to_network(chains: Chains) -> NetworkMatrix:
    """Make a two-mode network, takers by givers, that can be drawn and written.

    An outlet that does both has a row and a column, so that directions stay apart.
    """
    cells: dict[str, dict[str, float]] = defaultdict(dict)
    takes: Counter[str] = Counter()
    gives: Counter[str] = Counter()
    for tie in chains.ties:
        count = len(tie.borrowings)
        cells[tie.taker][tie.giver] = float(count)
        takes[tie.taker] += count
        gives[tie.giver] += count
    return NetworkMatrix(
        recipe=Recipe(variable1="takes", variable2="gives", qualifier=None),
        rows=tuple(sorted(takes)),
        columns=tuple(sorted(gives)),
        cells=cells,
        statements=takes.total(),
        frequencies=(takes, gives),
    )
