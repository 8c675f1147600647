"""Write docs/records.md from the record classes' own docstrings.

Run as ``python tools/reference.py``; a test fails when the page is not what this gives.
"""

import dataclasses
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from accord.model import RECORD_KINDS, json_schema
from accord.model import __dict__ as public

TARGET = Path(__file__).parents[1] / "docs" / "records.md"

HEAD = """\
# Records

What Accord keeps, prints with `accord show KIND --jsonl` and exports: one JSON object a line.
This page is written from the classes in `accord.model` by `python tools/reference.py`; the same
in JSON Schema is `schema.json`.

- Offsets are half-open, `[start, end)`, and count Unicode code points of the document's `text`.
  `document.text[start:end]` is the quoted text, character for character; `accord check` proves
  it for every record of a workspace.
- Dates are ISO 8601. Unknown is `null`, never a guess.
- `id` is a hash of what the record says, the same on every machine and in every run.
  `produced_by` names the room, the method and its version.
"""


def page() -> str:
    """Compose the page."""
    kinds = list(RECORD_KINDS.items())
    listed = {kind for _, kind in kinds}
    parts = [HEAD]
    parts += [section(name, kind) for name, kind in kinds]
    parts.append("\n# Parts of records\n")
    definitions = json_schema()["$defs"]
    for name in definitions:
        kind = public[name]
        if kind not in listed:
            parts.append(section(name, kind))
    return "\n".join(parts)


def section(name: str, kind: type) -> str:
    """Describe one class: its meaning and a table of its fields."""
    doc = inspect.getdoc(kind) or ""
    meanings = dict(attributes(doc))
    lines = [
        f"\n## {name}\n",
        first_paragraphs(doc),
        "",
        "| field | meaning |",
        "|---|---|",
    ]
    for field in dataclasses.fields(kind):
        shown = field.name.rstrip("_")
        lines.append(f"| `{shown}` | {meanings[field.name]} |")
    return "\n".join(lines)


def first_paragraphs(doc: str) -> str:
    """Take what stands before the sections, code marks made Markdown's."""
    text = re.split(r"^(?:Attributes|Raises|Example):", doc, flags=re.MULTILINE)[0]
    return text.strip().replace("``", "`")


def attributes(doc: str) -> Iterator[tuple[str, str]]:
    """Read the ``Attributes:`` section: field name and meaning."""
    section_text = re.search(r"^Attributes:\n((?:[ ]{4}.*\n?|\n)+)", doc, re.MULTILINE)
    body = section_text[1] if section_text else ""
    for entry in re.split(r"\n(?=[ ]{4}\S)", body.rstrip()):
        name, _, meaning = entry.strip().partition(":")
        yield name, " ".join(meaning.split()).replace("``", "`").replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(page() + "\n", encoding="utf-8")
    print(f"wrote {TARGET.name}")
