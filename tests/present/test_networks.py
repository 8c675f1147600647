"""Networks written for other programs read back as they were."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.discourse import (
    CodedStatement,
    Entity,
    EventList,
    NetworkMatrix,
    Recipe,
    Variable,
)
from accord.present.networks import (
    events_to_csv,
    events_to_json,
    network_to_csv,
    network_to_dl,
    network_to_gexf,
    network_to_graphml,
    network_to_json,
    network_to_pajek,
)

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
values = st.floats(allow_nan=False, allow_infinity=False).filter(bool)

TWO_MODE = NetworkMatrix(
    recipe=Recipe(start=datetime(2024, 1, 1, tzinfo=UTC)),
    rows=("Board", 'The "old" union & co'),
    columns=("Board", "pay, hours"),
    cells={"Board": {"pay, hours": -1 / 3}, 'The "old" union & co': {"Board": 2.0}},
    statements=3,
    frequencies=(
        {"Board": 1, 'The "old" union & co': 2},
        {"Board": 2, "pay, hours": 1},
    ),
)
ONE_MODE = NetworkMatrix(
    recipe=Recipe(network_type="onemode"),
    rows=("A", "B", "C"),
    columns=("A", "B", "C"),
    cells={"A": {"B": 0.5}, "B": {"A": 0.5, "C": -2.0}, "C": {"B": -2.0}},
    statements=4,
    frequencies=({"A": 1, "B": 2, "C": 1},) * 2,
)
ENTITIES = (
    Entity("organization", "Board", "#ff9900", (("Type", "Business"),)),
    Entity("concept", "Board", "#000000", (("Notes", "a < b"),)),
)
EVENTS = EventList(
    statement_type="T",
    variables=(
        Variable("organization", "text"),
        Variable("agreement", "boolean"),
        Variable("start", "text"),
    ),
    statements=(
        CodedStatement("1", "d", datetime(2024, 1, 1, tzinfo=UTC), 0, 4, ('a;"b"', True, "")),
        CodedStatement("2", "d", None, 5, 9, ("c\nd", None, "x")),
    ),
)  # fmt: skip


@given(st.dictionaries(names, st.dictionaries(names, values, min_size=1), min_size=1))
def test_csv_reads_back_to_the_last_bit(cells: dict[str, dict[str, float]]) -> None:
    columns = tuple(sorted({c for row in cells.values() for c in row}))
    network = replace(TWO_MODE, rows=tuple(cells), columns=columns, cells=cells)

    heading, *rows = csv.reader(io.StringIO(network_to_csv(network), newline=""))

    assert tuple(heading) == ("", *columns)
    for row in rows:
        for column, cell in zip(columns, row[1:], strict=True):
            assert float(cell) == cells[row[0]].get(column, 0.0)


def test_json_is_sparse_and_tells_the_recipe() -> None:
    told = json.loads(network_to_json(TWO_MODE))

    assert told["cells"] == [[0, 1, -1 / 3], [1, 0, 2]]
    assert told["recipe"]["start"] == "2024-01-01 00:00:00+00:00"
    assert told["rows"][1] == 'The "old" union & co'


def test_dl_of_both_types() -> None:
    assert network_to_dl(ONE_MODE).splitlines() == [
        "dl n = 3, format = fullmatrix",
        "labels:", '"A"', '"B"', '"C"',
        "data:", "0 0.5 0", "0.5 0 -2", "0 -2 0",
    ]  # fmt: skip
    two_mode = network_to_dl(TWO_MODE).splitlines()
    assert two_mode[0] == "dl nr = 2, nc = 2, format = fullmatrix"
    assert "\"The 'old' union & co\"" in two_mode


def graphml_edges(text: str) -> dict[tuple[str, str], str]:
    graph = ET.fromstring(text).find(f"{GRAPHML}graph")  # noqa: S314
    assert graph is not None
    labels = {n.get("id"): n[0].text for n in graph.findall(f"{GRAPHML}node")}
    return {
        (str(labels[e.get("source")]), str(labels[e.get("target")])): str(e[0].text)
        for e in graph.findall(f"{GRAPHML}edge")
    }


def test_graphml_has_each_edge_once_with_its_weight() -> None:
    assert graphml_edges(network_to_graphml(ONE_MODE)) == {
        ("A", "B"): "0.5",
        ("B", "C"): "-2",
    }
    assert graphml_edges(network_to_graphml(TWO_MODE)) == {
        ("Board", "pay, hours"): repr(-1 / 3),
        ('The "old" union & co', "Board"): "2",
    }


def test_a_row_and_a_column_of_one_name_are_two_nodes() -> None:
    graph = ET.fromstring(network_to_graphml(TWO_MODE, ENTITIES))  # noqa: S314
    keys = {k.get("id"): k.get("attr.name") for k in graph.iter(f"{GRAPHML}key")}
    nodes = [
        {keys[d.get("key")]: d.text for d in node}
        for node in graph.iter(f"{GRAPHML}node")
    ]

    boards = [node for node in nodes if node["label"] == "Board"]
    assert boards == [
        {
            "label": "Board",
            "variable": "organization",
            "frequency": "1",
            "color": "#ff9900",
            "Type": "Business",
        },
        {
            "label": "Board",
            "variable": "concept",
            "frequency": "2",
            "color": "#000000",
            "Notes": "a < b",
        },
    ]
    ends = [(e.get("source"), e.get("target")) for e in graph.iter(f"{GRAPHML}edge")]
    assert ends == [("n0", "n3"), ("n1", "n2")]


def test_gexf_keeps_the_sign_beside_a_positive_weight() -> None:
    graph = ET.fromstring(network_to_gexf(ONE_MODE, ENTITIES))  # noqa: S314

    edges = list(graph.iter(f"{GEXF}edge"))
    assert [e.get("weight") for e in edges] == ["0.5", "2"]
    assert [v.get("value") for e in edges for v in e.iter(f"{GEXF}attvalue")] == [
        "0.5",
        "-2",
    ]
    declared = {a.get("id") for a in graph.iter(f"{GEXF}attribute")}
    assert {v.get("for") for v in graph.iter(f"{GEXF}attvalue")} <= declared


@given(names)
@pytest.mark.parametrize("write", [network_to_graphml, network_to_gexf])
def test_any_name_makes_well_formed_xml(write: object, name: str) -> None:
    network = replace(ONE_MODE, rows=(name,), columns=(name,), cells={})

    ET.fromstring(write(network))  # type: ignore[operator] # noqa: S314


def test_an_empty_network_is_written_in_every_format() -> None:
    empty = replace(TWO_MODE, rows=(), columns=(), cells={})

    assert network_to_csv(empty) == '""\n'
    assert network_to_dl(empty).endswith("data:\n")
    assert graphml_edges(network_to_graphml(empty)) == {}
    assert ET.fromstring(network_to_gexf(empty)).tag == f"{GEXF}gexf"  # noqa: S314


def test_an_event_list_loses_nothing() -> None:
    first, second = csv.DictReader(io.StringIO(events_to_csv(EVENTS), newline=""))

    assert first["organization"] == 'a;"b"'
    assert (first["agreement"], second["agreement"]) == ("1", "")
    assert (first["when"], second["when"]) == ("2024-01-01T00:00:00+00:00", "")
    assert second["organization"] == "c\nd"
    # A variable does not hide the offset of the same name.
    assert (second["start"], second["start (coded)"]) == ("5", "x")


def test_an_event_list_as_json_keeps_types() -> None:
    first, second = json.loads(events_to_json(EVENTS))

    assert first["agreement"] is True
    assert second["agreement"] is None
    assert second["when"] is None


def test_pajek_numbers_rows_then_columns() -> None:
    assert network_to_pajek(TWO_MODE).splitlines() == [
        "*Vertices 4 2",
        '1 "Board"',
        "2 \"The 'old' union & co\"",
        '3 "Board"',
        '4 "pay, hours"',
        "*Edges",
        "1 4 -0.3333333333333333",
        "2 3 2",
    ]


def test_pajek_has_each_pair_of_a_onemode_network_once() -> None:
    lines = network_to_pajek(ONE_MODE).splitlines()

    assert lines[0] == "*Vertices 3"
    assert lines[lines.index("*Edges") + 1 :] == ["1 2 0.5", "2 3 -2"]
