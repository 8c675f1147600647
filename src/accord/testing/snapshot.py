"""Everything a store holds as one text, to compare two runs byte for byte."""

import json
from collections.abc import Iterator

from accord.model import RECORD_KINDS, dumps
from accord.ports import View

__all__ = ["snapshot"]


def snapshot(view: View) -> str:
    """Write all records and all items' keys, one JSON value a line.

    Args:
        view: What to write down.

    Returns:
        Lines of kind and record, in the view's own order.
    """
    lines: list[str] = []
    for name, kind in RECORD_KINDS.items():
        if name not in ("actor", "judgement"):
            records: Iterator[object] = view.records(kind)
            lines += [f"{name}\t{dumps(record)}" for record in records]
    for path, state in view.states().items():
        keys = json.dumps(dict(state.keys), sort_keys=True)
        lines.append(f"item\t{path}\t{state.document}\t{keys}")
    return "\n".join(lines)
