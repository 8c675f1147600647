"""Networks as data frames and Parquet files."""

import io
import json
from dataclasses import asdict
from typing import Any

from accord.adapters.objects.loading import load
from accord.model.discourse import NetworkMatrix

__all__ = ["to_frame", "to_parquet"]


def to_frame(network: NetworkMatrix) -> Any:
    """Make a ``pandas.DataFrame`` of the full matrix, with names on both axes.

    Raises:
        ConfigurationError: pandas is not installed.
    """
    pandas = load("pandas", install="accord[tables]")
    cells = [list(row) for row in network.dense()]
    index = pandas.Index(network.rows, name=network.recipe.variable1, dtype=object)
    twomode = network.recipe.network_type == "twomode"
    name = network.recipe.variable2 if twomode else network.recipe.variable1
    columns = pandas.Index(network.columns, name=name, dtype=object)
    return pandas.DataFrame(cells, index=index, columns=columns, dtype=float)


def to_parquet(network: NetworkMatrix) -> bytes:
    """Write the cells that are not 0 as a Parquet file: row, column, value.

    Returns:
        The file. Its metadata has the recipe under ``accord.recipe``, as JSON.

    Raises:
        ConfigurationError: pyarrow is not installed.
    """
    arrow = load("pyarrow", install="accord[tables]")
    parquet = load("pyarrow.parquet", install="accord[tables]")
    cells = [
        (row, column, float(value))
        for row in network.rows
        for column, value in network.cells.get(row, {}).items()
    ]
    names = ("row", "column", "value")
    kinds = (arrow.string(), arrow.string(), arrow.float64())
    table = arrow.table(
        {
            name: arrow.array([cell[at] for cell in cells], type=kind)
            for at, (name, kind) in enumerate(zip(names, kinds, strict=True))
        }
    )
    recipe = json.dumps(asdict(network.recipe), default=str, ensure_ascii=False)
    table = table.replace_schema_metadata({"accord.recipe": recipe})
    file = io.BytesIO()
    parquet.write_table(table, file)
    return file.getvalue()
