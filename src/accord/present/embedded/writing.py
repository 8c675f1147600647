"""The data of the report as JSON, written piece by piece."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from accord.model import Document, Dossier
from accord.present.embedded.places import ROLES
from accord.present.embedded.sheets import Sheet
from accord.present.wording import GLYPHS, spoken_day

__all__ = ["write_data"]

# What could end the element that the data stands in, or a line of a script; and halves
# of characters, which no file can hold: one stands for one.
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def write_data(dossiers: Iterable[Dossier], sheets: Sequence[Sheet]) -> Iterator[str]:
    """Write what the script works on; each text stands in it once.

    Returns:
        JSON in pieces, a text or a row each, that may stand in an HTML element.
    """
    yield f'{{"roles":{_written(list(ROLES))},"glyphs":{_written(GLYPHS)},"documents":'
    yield from _listed(_document(dossier.document) for dossier in dossiers)
    yield ',"tables":['
    for number, sheet in enumerate(sheets):
        yield "," if number else ""
        yield f'{{"kind":{_written(sheet.kind)},"heading":{_written(sheet.heading)}'
        yield f',"columns":{_written(sheet.columns)},"rows":'
        yield from _listed(sheet.rows())
        yield "}"
    yield "]}"


def _listed(values: Iterable[object]) -> Iterator[str]:
    """Write an array, a value at a time."""
    yield "["
    for number, value in enumerate(values):
        yield ("," if number else "") + _written(value)
    yield "]"


def _written(value: object) -> str:
    """Write JSON that cannot end the element it stands in."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    escaped = _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)
    return _LONE_SURROGATES.sub("\ufffd", escaped)


def _document(document: Document) -> dict[str, object]:
    """Describe a document to the reader pane."""
    furniture: list[object] = []
    for piece in document.furniture:
        furniture += [piece.start, piece.end, piece.kind]
    # Only web addresses become links; anything else could be made to run.
    web = (document.url or "").lower().startswith(("http://", "https://"))
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "section": document.section,
        "dateline": document.dateline,
        "url": document.url if web else None,
        "date": spoken_day(document.published),
        "furniture": furniture,
        "text": document.text,
    }
