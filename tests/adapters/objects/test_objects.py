"""Networks as objects of other libraries, when these are there."""

import io
import json
import sys

import pytest

from accord.adapters.objects import (
    to_frame,
    to_igraph,
    to_networkx,
    to_parquet,
    to_png,
)
from accord.errors import ConfigurationError
from accord.model.discourse import Entity, NetworkMatrix, Recipe

TWO_MODE = NetworkMatrix(
    recipe=Recipe(),
    rows=("Board", "Union"),
    columns=("Board", "Pay"),
    cells={"Board": {"Pay": -1.5}, "Union": {"Board": 2.0}},
    statements=3,
    frequencies=({"Board": 1, "Union": 2}, {"Board": 2, "Pay": 1}),
)
ONE_MODE = NetworkMatrix(
    recipe=Recipe(network_type="onemode"),
    rows=("A", "B", "C"),
    columns=("A", "B", "C"),
    cells={"A": {"B": 0.5}, "B": {"A": 0.5}},
    statements=4,
    frequencies=({"A": 1, "B": 2, "C": 1},) * 2,
)
ENTITIES = (Entity("organization", "A", "#ff9900", (("Type", "Business"),)),)


def test_networkx_has_every_node_and_each_pair_once() -> None:
    pytest.importorskip("networkx")
    graph = to_networkx(ONE_MODE, ENTITIES)

    assert list(graph.nodes) == ["A", "B", "C"]
    assert graph.nodes["A"]["Type"] == "Business"
    assert graph.nodes["A"]["color"] == "#ff9900"
    assert list(graph.edges(data="weight")) == [("A", "B", 0.5)]


def test_networkx_keeps_a_row_and_a_column_of_one_name_apart() -> None:
    pytest.importorskip("networkx")
    graph = to_networkx(TWO_MODE)

    assert len(graph) == 4
    assert graph["organization", "Union"]["concept", "Board"]["weight"] == 2.0
    assert {data["bipartite"] for _, data in graph.nodes(data=True)} == {0, 1}


def test_igraph_has_types_and_weights() -> None:
    pytest.importorskip("igraph")
    graph = to_igraph(TWO_MODE)

    assert graph.vs["name"] == ["Board", "Union", "Board", "Pay"]
    assert graph.vs["type"] == [False, False, True, True]
    assert graph.es["weight"] == [-1.5, 2.0]


def test_a_frame_has_names_on_both_axes() -> None:
    pytest.importorskip("pandas")
    frame = to_frame(TWO_MODE)

    assert frame.loc["Union", "Board"] == 2.0
    assert frame.loc["Board", "Board"] == 0.0
    assert (frame.index.name, frame.columns.name) == ("organization", "concept")


def test_parquet_has_the_cells_and_the_recipe() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(to_parquet(TWO_MODE)))

    assert table.to_pylist() == [
        {"row": "Board", "column": "Pay", "value": -1.5},
        {"row": "Union", "column": "Board", "value": 2.0},
    ]
    recipe = json.loads(table.schema.metadata[b"accord.recipe"])
    assert recipe["network_type"] == "twomode"


def test_pixels_are_twice_the_size_of_the_picture() -> None:
    pytest.importorskip("resvg_py")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>'
    pixels = to_png(svg)

    assert pixels.startswith(b"\x89PNG")
    assert (pixels[16:20], pixels[20:24]) == (b"\0\0\0\x06", b"\0\0\0\x04")


@pytest.mark.parametrize(
    ("library", "extra"),
    [("networkx", "graphs"), ("pandas", "tables"), ("resvg_py", "png")],
)
def test_a_library_that_is_missing_is_named_with_what_to_install(
    library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    calls = {
        "networkx": lambda: to_networkx(ONE_MODE),
        "pandas": lambda: to_frame(ONE_MODE),
        "resvg_py": lambda: to_png("<svg/>"),
    }

    with pytest.raises(ConfigurationError, match=f"accord\\[{extra}\\]"):
        calls[library]()
