"""Pictures are well-formed, stable, and nothing in them lies on anything else."""

# ruff: noqa: S311, S314 - our own pictures, and names of chance
import random
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model.discourse import Entity, NetworkMatrix, Recipe
from accord.present.ledger import lay_out_ledger
from accord.present.pictures import (
    draw_ledger_picture,
    draw_matrix,
    draw_network,
    draw_timeline_picture,
)
from accord.present.pictures.canvas import Rect, shorten, text_width
from accord.present.pictures.labels import place_labels
from accord.present.pictures.layout import lay_out
from accord.testing.dispute import make_dispute

SVG = "{http://www.w3.org/2000/svg}"


def camps(count: int = 60, *, seed: int = 3) -> NetworkMatrix:
    """Two camps that agree within and clash between, with long names."""
    generator = random.Random(seed)
    names = [f"Federation of harbour workers {n:02}" for n in range(count)]
    cells: dict[str, dict[str, float]] = {name: {} for name in names}
    for one in range(count):
        for two in range(one):
            if generator.random() < 0.2:
                value = 1.0 if one % 2 == two % 2 else -0.7
                cells[names[one]][names[two]] = cells[names[two]][names[one]] = value
    frequencies = {name: generator.randrange(1, 40) for name in names}
    return NetworkMatrix(
        recipe=Recipe(network_type="onemode", aggregation="subtract"),
        rows=tuple(names),
        columns=tuple(names),
        cells=cells,
        statements=900,
        first=datetime(2024, 1, 1, tzinfo=UTC),
        last=datetime(2024, 5, 1, tzinfo=UTC),
        frequencies=(frequencies, frequencies),
    )


def name_boxes(svg: str) -> list[tuple[str, Rect]]:
    """Read where names stand back out of a picture."""
    boxes = []
    for text in ET.fromstring(svg).iter(f"{SVG}text"):
        if "halo" in text.get("class", ""):
            width = text_width(text.text or "")
            x, y = float(text.get("x", "0")), float(text.get("y", "0"))
            boxes.append((text.text or "", Rect(x - width / 2, y - 12, width, 16)))
    return boxes


def test_no_two_of_sixty_names_touch_and_all_stand_on_the_ground() -> None:
    svg = draw_network(camps())
    boxes = name_boxes(svg)

    assert len(boxes) == 60
    touching = [
        (one, two)
        for at, (one, box) in enumerate(boxes)
        for two, other in boxes[:at]
        if box.touches(other)
    ]
    assert touching == []
    root = ET.fromstring(svg)
    assert all(
        b.x > 0 and b.x + b.width < float(root.get("width", "0")) for _, b in boxes
    )


def test_the_same_network_gives_the_same_characters() -> None:
    assert draw_network(camps()) == draw_network(camps())


def test_camps_stand_apart() -> None:
    network = camps(20)
    place = {name: at for at, name in enumerate(network.rows)}
    places = lay_out(20, [(place[r], place[c], v) for r, c, v in network.ties()])

    def mean(*, near: bool) -> float:
        found = [
            ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
            for i, a in enumerate(places)
            for j, b in enumerate(places[:i])
            if (i % 2 == j % 2) is near
        ]
        return sum(found) / len(found)

    assert mean(near=True) < 0.7 * mean(near=False)


@settings(max_examples=15, deadline=None)
@given(
    count=st.integers(0, 9),
    edges=st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 8), st.floats(-5, 5)), max_size=12
    ),
)
def test_every_graph_has_a_finite_layout(
    count: int, edges: list[tuple[int, int, float]]
) -> None:
    inside = [(a, b, w) for a, b, w in edges if a < count and b < count and w]
    places = lay_out(count, inside)

    assert len(places) == count
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places)


def test_names_that_have_no_room_are_not_forced() -> None:
    crowd = [(10.0, 10.0, 5.0, "A long name")] * 9

    assert place_labels(crowd, ground=Rect(0, 0, 60, 40)) is None


def test_names_with_markup_stay_names() -> None:
    network = NetworkMatrix(
        recipe=Recipe(exclude=(("source", "A & B"),)),
        rows=("<script>",),
        columns=("a\x00b",),
        cells={"<script>": {"a\x00b": 1.0}},
        statements=1,
    )

    for svg in (draw_network(network), draw_matrix(network)):
        assert "<script" not in svg
        assert ET.fromstring(svg) is not None
        assert "Without source = A &amp; B." in svg


def test_types_have_colours_and_a_key() -> None:
    network = camps(3)
    entities = [
        Entity("organization", name, attributes=(("Type", kind),))
        for name, kind in zip(network.rows, ("NGO", "State", "NGO"), strict=True)
    ]
    svg = draw_network(network, entities)

    assert len(re.findall('class="node c1"', svg)) == 2  # the node and the key
    assert ">State</text>" in svg


def test_what_is_below_zero_is_dashed_too_not_only_coloured() -> None:
    svg = draw_network(camps(6))

    assert 'class="minus"' in svg
    assert re.search(r"\.minus\{[^}]*stroke-dasharray", svg)


def test_every_picture_has_light_and_dark_and_a_caption() -> None:
    dispute = make_dispute()
    matrix = lay_out_ledger(dispute.ledger, codebook=dispute.codebook)
    lanes = {"Oda": [s for d in dispute.dossiers for s in d.statements]}
    pictures = [
        draw_network(camps(4)),
        draw_matrix(camps(4)),
        draw_ledger_picture(matrix, name="dam", filters=["outlet = Herald"]),
        draw_timeline_picture(lanes, name="dam", filters=["outlet = Herald"]),
    ]

    for svg in pictures:
        assert "prefers-color-scheme:dark" in svg
        root = ET.fromstring(svg)
        assert root.get("role") == "img"
        assert (root.findtext(f"{SVG}desc") or "").endswith(".")
    assert all("Only outlet = Herald." in svg for svg in pictures[2:])


def test_a_cell_without_statements_is_seen_to_be_empty() -> None:
    dispute = make_dispute()
    matrix = lay_out_ledger(dispute.ledger, codebook=dispute.codebook)
    empty = sum(cell is None for row in matrix.rows for cell in row.cells)

    svg = draw_ledger_picture(matrix, name="dam")
    assert svg.count('class="nothing"') == empty + 1  # and one in the key


def test_a_timeline_of_nothing_dated_says_so() -> None:
    svg = draw_timeline_picture({}, name="dam")

    assert "0 dated statements." in svg


@pytest.mark.parametrize("most", [1, 5, 30])
def test_a_name_is_cut_to_what_it_may_have(most: int) -> None:
    assert len(shorten("word " * 20, most)) <= most
