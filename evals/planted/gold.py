"""The gold of the sample disputes: what a careful reader finds in the texts.

A gold file ``<sample>.json`` was written from the texts alone, before any output of
the system was seen. It has one entry a document and one for the pile:

* Every quoted stretch is ``{"text": ..., "occurrence": n}``. White space in it stands
  for any white space of the document, since a page or a file format may break lines
  anywhere. ``occurrence`` counts from 1; without it, the words stand there once.
* A list where the records have one value holds every acceptable value, the best
  first; ``null`` in it means that leaving it open is right too.
* ``represents`` is whose position is stated: the body spoken for, else the speaker.
* ``optional`` marks what a reader may or may not count: finding it is no error, and
  missing it is none.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["FOLDER", "SAMPLES", "Gold", "load_gold", "locate", "plain_texts", "quotes"]

Gold = dict[str, Any]

FOLDER = Path(__file__).resolve().parent
SAMPLES = FOLDER.parent.parent / "src" / "accord" / "app" / "samples"
_QUOTED_PARTS = ("source", "cue", "condition")


def load_gold(sample: str) -> Gold:
    """Read the gold of one sample dispute."""
    path = FOLDER / f"{sample}.json"
    gold: Gold = json.loads(path.read_text(encoding="utf-8"))
    return gold


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Match the words with any white space between them."""
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))


def locate(text: str, quote: Gold) -> tuple[int, int]:
    """Find where a gold quotation stands.

    Args:
        text: The document's text as Accord reads it.
        quote: ``text`` and perhaps ``occurrence``.

    Returns:
        Start and end, in code points.

    Raises:
        LookupError: It stands nowhere, or more often than it should.
    """
    places = [match.span() for match in _pattern(quote["text"]).finditer(text)]
    wanted = quote.get("occurrence")
    if not places or (wanted and wanted > len(places)):
        message = f"{quote['text'][:70]!r} stands there {len(places)} times"
        raise LookupError(message)
    if wanted is None and len(places) > 1:
        message = f"{quote['text'][:70]!r} stands there {len(places)} times: which?"
        raise LookupError(message)
    return places[(wanted or 1) - 1]


def quotes(document: Gold) -> list[Gold]:
    """List every quoted stretch of a document's gold."""
    found: list[Gold] = list(document["furniture"])
    for attribution in document["attributions"]:
        found += [attribution[p] for p in _QUOTED_PARTS if attribution.get(p)]
        found += attribution["content"]
    found += [figure["evidence"] for figure in document["figures"]]
    found += [q for a in document["agreements"] for q in a.get("provisions", [])]
    found += [f["quote"] for f in document["findings"] if f.get("quote")]
    return found


def plain_texts(sample: str) -> dict[str, str]:
    """Read the texts that need no library: ``.txt`` whole, ``.jsonl`` row by row.

    Returns:
        Texts by document path, as ``documents/a.txt`` or ``documents/b.jsonl#1``.
    """
    texts: dict[str, str] = {}
    for path in sorted((SAMPLES / sample / "documents").iterdir()):
        name = f"documents/{path.name}"
        if path.suffix == ".txt":
            texts[name] = path.read_text(encoding="utf-8")
        elif path.suffix == ".jsonl":
            rows = path.read_text(encoding="utf-8").splitlines()
            for number, row in enumerate(rows, start=1):
                texts[f"{name}#{number}"] = json.loads(row)["text"]
    return texts
