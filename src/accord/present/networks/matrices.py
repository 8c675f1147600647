"""Matrices as text: CSV, DL, Pajek, JSON; and networks over time."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from accord.model.discourse import NetworkMatrix, NetworkSlice
from accord.present.networks.writing import (
    csv_line,
    moment,
    number,
    whole,
    write_json,
)

__all__ = [
    "network_to_csv",
    "network_to_dl",
    "network_to_json",
    "network_to_pajek",
    "slices_to_csv",
    "slices_to_json",
]


def network_to_csv(network: NetworkMatrix) -> str:
    """Write a matrix with the names of its rows and columns.

    Args:
        network: The matrix.

    Returns:
        A heading line of column names after an empty cell, then one line a row.
        Numbers are written so that they read back the same.
    """
    lines = [csv_line(["", *network.columns])]
    for name, row in zip(network.rows, network.dense(), strict=True):
        lines.append(csv_line([name, *map(number, row)]))
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
    data = (" ".join(map(number, row)) for row in network.dense())
    return "\n".join([*head, "data:", *data]) + "\n"


def network_to_pajek(network: NetworkMatrix) -> str:
    """Write a network in Pajek's own format; one-mode pairs once, two-mode by parts.

    Double quotes and line breaks within names become single quotes and spaces, as
    the format cannot hold them.
    """
    onemode = network.recipe.network_type == "onemode"
    names = network.rows if onemode else (*network.rows, *network.columns)
    parts = "" if onemode else f" {len(network.rows)}"
    lines = [f"*Vertices {len(names)}{parts}"]
    lines += [f"{at} {_dl_label(name)}" for at, name in enumerate(names, 1)]
    lines.append("*Edges")
    rows = {name: at for at, name in enumerate(network.rows, 1)}
    shift = 0 if onemode else len(network.rows)
    columns = {name: at for at, name in enumerate(network.columns, 1 + shift)}
    lines += [
        f"{rows[row]} {columns[column]} {number(value)}"
        for row, column, value in network.ties()
    ]
    return "\n".join(lines) + "\n"


def network_to_json(network: NetworkMatrix) -> str:
    """Write a network with its recipe; cells are sparse, as [row, column, value]."""
    return write_json(_told(network))


def slices_to_json(slices: Iterable[NetworkSlice]) -> str:
    """Write networks over time as an array, each with its window."""
    return write_json(
        [
            {
                "window": [moment(m) for m in (piece.start, piece.middle, piece.stop)],
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
    yield csv_line(["start", "middle", "stop", "row", "column", "value"])
    for piece in slices:
        window = [str(moment(m)) for m in (piece.start, piece.middle, piece.stop)]
        for row, column, value in piece.network.ties():
            yield csv_line([*window, row, column, number(value)])


def _told(network: NetworkMatrix) -> dict[str, Any]:
    """Lay a network out for JSON."""
    columns = {name: place for place, name in enumerate(network.columns)}
    cells = [
        [place, columns[column], whole(value)]
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


def _dl_label(name: str) -> str:
    """Quote a name for DL."""
    return '"' + " ".join(name.replace('"', "'").split()) + '"'
