"""Pictures of what was solved: well-formed, stable, complete, nothing on anything else."""

# ruff: noqa: S314 - our own pictures
import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model.solved import Ask, Asks, SolvedKnot
from accord.present.pictures.canvas import text_width
from accord.present.solving import (
    PowerBar,
    ShownMove,
    ShownPackage,
    ShownState,
    draw_conflict_map,
    draw_frontier,
    draw_power_bars,
    draw_states,
    draw_unmet,
)

SVG = "{http://www.w3.org/2000/svg}"


def ask(key: str, party: str, words: str, *, status: str = "asserted") -> Ask:
    """A demand on the toll."""
    return Ask(
        id=key, party=party, issues=("toll",), words=f"“{words}” on “toll”",
        status=status, statements=(),  # type: ignore[arg-type]
    )  # fmt: skip


def knot(yes: int, no: int) -> SolvedKnot:
    """So many for, so many against, each pair at odds."""
    demands = tuple(
        ask(f"{side}{n}", f"Harbour federation {side} {n}", side)
        for side, count in (("yes", yes), ("no", no))
        for n in range(count)
    )
    conflicts = tuple(
        Asks(demands=(f"yes{a}", f"no{b}"), sentence="")
        for a in range(yes)
        for b in range(no)
    )
    return SolvedKnot(demands=demands, conflicts=conflicts, ways_out=(), complete=True)


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """Read the demands' boxes back out of a map."""
    return [
        (
            float(rect.get("x", "0")),
            float(rect.get("y", "0")),
            float(rect.get("width", "0")),
            float(rect.get("height", "0")),
        )
        for rect in ET.fromstring(svg).iter(f"{SVG}rect")
        if rect.get("class", "").startswith("box")
    ]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 14), st.integers(1, 4)), min_size=1, max_size=4)
)
def test_no_box_of_a_conflict_map_touches_another(sizes: list[tuple[int, int]]) -> None:
    svg = draw_conflict_map(
        [knot(*size) for size in sizes], title="Toll", caption=["x"]
    )
    placed = boxes(svg)
    width = float(ET.fromstring(svg).get("width", "0"))

    assert len(placed) == sum(min(a, 10) + min(b, 10) for a, b in sizes)
    for n, (x, y, w, h) in enumerate(placed):
        assert x + w < width
        for x2, y2, w2, h2 in placed[:n]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_each_pair_at_odds_is_joined_by_a_line() -> None:
    svg = draw_conflict_map([knot(3, 2)], title="Toll", caption=["x"])

    assert svg.count('class="minus"') == 6


def test_what_is_not_drawn_is_counted() -> None:
    svg = draw_conflict_map([knot(14, 1)], title="Toll", caption=["x"])

    assert "and 4 more" in svg
    assert "4 further demands not drawn" in svg


def test_a_demand_that_no_text_asserts_has_a_dashed_box() -> None:
    two = (ask("a", "Ostrel", "yes", status="inferred"), ask("b", "Sorn", "no"))
    tied = SolvedKnot(
        demands=two,
        conflicts=(Asks(demands=("a", "b"), sentence=""),),
        ways_out=(),
        complete=True,
    )

    svg = draw_conflict_map([tied], title="Toll", caption=["x"])

    assert svg.count('class="box doubtful"') == 1
    assert svg.count('class="box"') == 1


def test_three_demands_at_odds_meet_in_a_dot() -> None:
    three = tuple(ask(key, key, key) for key in ("a", "b", "c"))
    tied = SolvedKnot(
        demands=three,
        conflicts=(Asks(demands=("a", "b", "c"), sentence=""),),
        ways_out=(),
        complete=True,
    )

    svg = draw_conflict_map([tied], title="Toll", caption=["x"])

    assert svg.count("<circle") == 1
    assert svg.count('class="minus"') == 3


def test_bars_are_as_long_as_the_power_and_name_who_holds_a_veto() -> None:
    bars = [PowerBar("Ostrel", 0.5, 0.4, "veto"), PowerBar("Sorn", 0.25, 0.3, "")]
    svg = draw_power_bars(bars, title="Board", caption=["x"])
    widths = [
        float(w)
        for w in re.findall(r'<rect [^>]*width="([\d.]+)"[^>]*class="c0"><t', svg)
    ]

    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)
    assert ">veto<" in svg


def test_a_better_package_lies_further_out() -> None:
    packages = [
        ShownPackage("p", (1.0, 5.0), in_zone=True, chosen=("nash",)),
        ShownPackage("q", (3.0, 2.0), in_zone=True),
        ShownPackage("r", (4.0, -1.0)),
    ]
    svg = draw_frontier(
        packages, ("A", "B"), alternatives=(0, 0), title="t", caption=["x"]
    )
    spots = {
        (circle.find(f"{SVG}title").text or "").rsplit(": ", 1)[-1]: circle  # type: ignore[union-attr]
        for circle in ET.fromstring(svg).iter(f"{SVG}circle")
        if circle.find(f"{SVG}title") is not None
    }

    xs = [float(spots[name].get("cx", "0")) for name in "pqr"]
    ys = [float(spots[name].get("cy", "0")) for name in "pqr"]
    assert xs == sorted(xs)
    assert ys == sorted(ys)
    assert ">nash<" in svg


def test_three_parties_have_an_axis_each() -> None:
    packages = [ShownPackage("p", (1.0, 5.0, 2.0), in_zone=True)]
    svg = draw_frontier(
        packages,
        ("Ana", "Ben", "Cleo"),
        alternatives=(0, 0, 0),
        title="t",
        caption=["x"],
    )

    assert all(f">{name}<" in svg for name in ("Ana", "Ben", "Cleo"))


def test_packages_without_utilities_show_whose_demands_they_miss() -> None:
    packages = [ShownPackage("p", unmet=(2, 0, 0)), ShownPackage("q", unmet=(0, 1, 0))]
    svg = draw_unmet(packages, ("Ana", "Ben", "Cleo"), title="t", caption=["x"])

    assert ">Ana<" in svg
    assert ">Cleo<" not in svg
    assert svg.count('class="oppose"') == 2


def grid(count: int) -> tuple[list[ShownState], list[ShownMove]]:
    """States in a row, each of which leads to the next."""
    states = [
        ShownState(n, f"state {n}", ("R",) if n % 3 == 0 else ()) for n in range(count)
    ]
    moves = [
        ShownMove("Ana" if n % 2 else "Ben", n, n + 1, improves=n % 4 != 0)
        for n in range(count - 1)
    ]
    return states, moves


@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_no_state_lies_on_another(count: int) -> None:
    svg = draw_states(*grid(count), title="t", caption=["x"])
    spots = [
        (float(c.get("cx", "0")), float(c.get("cy", "0")))
        for c in ET.fromstring(svg).iter(f"{SVG}circle")
        if c.get("class") == "ground"
    ]

    assert len(spots) == count
    for n, (x, y) in enumerate(spots):
        for x2, y2 in spots[:n]:
            assert (x - x2) ** 2 + (y - y2) ** 2 >= 40**2


def test_stable_states_are_filled_and_listed() -> None:
    svg = draw_states(*grid(7), title="t", caption=["x"])

    assert svg.count('class="support"') == 3
    assert "R: state 3" in svg
    assert "R: state 4" not in svg


@pytest.mark.parametrize(
    "svg",
    [
        draw_conflict_map([], title="<&>", caption=["<&>"]),
        draw_power_bars([PowerBar("<&>", 1.0, 1.0, "")], title="<&>", caption=[""]),
        draw_unmet([], ("<&>",), title="<&>", caption=[""]),
    ],
)
def test_names_cannot_break_a_picture(svg: str) -> None:
    assert "<&>" in "".join(ET.fromstring(svg).itertext())


def test_words_of_a_box_fit_into_it() -> None:
    svg = draw_conflict_map([knot(2, 2)], title="Toll", caption=["x"])
    widest = text_width("Harbour federation yes 0")

    assert all(width >= widest * 0.9 for _, _, width, _ in boxes(svg))


def test_what_all_others_exclude_stands_between_them() -> None:
    star = SolvedKnot(
        demands=(
            ask("a", "Alba", "all"),
            ask("b", "Bera", "all"),
            ask("c", "Cora", "half"),
            ask("n", "Nola", "none"),
        ),
        conflicts=tuple(Asks(demands=(one, "n"), sentence="") for one in "abc"),
        ways_out=(),
        complete=True,
    )
    svg = draw_conflict_map([star], title="Toll", caption=["x"])
    at = {text: svg.index(f">{text}<") for text in ("Alba", "Nola", "Cora")}

    assert at["Alba"] < at["Nola"] < at["Cora"] or at["Cora"] < at["Nola"] < at["Alba"]


def test_what_is_cut_from_a_column_is_counted_clear_of_the_caption() -> None:
    picture = draw_conflict_map([knot(12, 2)], title="Toll", caption=["Below."])

    rows = {
        "".join(text.itertext()): float(text.attrib["y"])
        for text in ET.fromstring(picture).iter(f"{SVG}text")
    }
    caption = next(y for words, y in rows.items() if words.startswith("Below."))
    assert caption - rows["and 2 more"] >= 24
