"""The annotated articles: where they lie, and how the tagger's output is put beside them.

PolNeAR's annotators kept quotation marks, and a comma before the closing one, within the
content; the project's records leave them out. ``as_annotated`` widens each quoted
fragment again, so that equal readings have equal spans.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from accord.model import Attribution, Document, Extract, content_id
from accord.ports import Tagger

HERE = Path(__file__).parent
_OPENING = "“\"«„'‘"
_CLOSING = re.compile(r"[,.?!]*(?:[”\"»]|'')")


def data_folder() -> Path:
    """The folder with the annotated articles; it lies beside the project."""
    default = HERE.parents[1] / ".." / "shared" / "data"
    return Path(os.environ.get("ACCORD_DATA", default)) / "polnear"


def read_articles(path: Path) -> list[dict[str, Any]]:
    """Read one part of the corpus."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def fingerprint(articles: Iterable[dict[str, Any]]) -> str:
    """Hash texts and gold."""
    canonical = json.dumps([(a["text"], a["attributions"]) for a in articles])
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def document_of(text: str) -> Document:
    """Wrap a text in a document of which nothing else is known."""
    return Document(
        id=content_id("document", text),
        produced_by="evals.attribution",
        path="evals/article.txt",
        title=None,
        outlet=None,
        author=None,
        language="en",
        url=None,
        published=None,
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )


def predict(text: str, tagger: Tagger) -> list[dict[str, list[list[int]]]]:
    """Tag a text and give the spans as the annotators would."""
    return [as_annotated(text, a) for a in tagger.tag(document_of(text))]


def as_annotated(text: str, found: Attribution) -> dict[str, list[list[int]]]:
    """Give one attribution's spans with quotation marks inside the content."""
    return {
        "source": list(_plain(found.source)),
        "cue": list(_plain(found.cue)),
        "content": _widened(text, _plain(found.content)),
    }


def _plain(part: Extract | None) -> Iterator[list[int]]:
    """Spans as lists."""
    for span in part.spans if part else ():
        yield [span.start, span.end]


def _widened(text: str, spans: Iterable[list[int]]) -> list[list[int]]:
    """Take the quotation marks around fragments in; join fragments that then touch."""
    widened: list[list[int]] = []
    for first, last in sorted(spans):
        start, end = first, last
        while start and text[start - 1] in _OPENING:
            start -= 1
        closing = _CLOSING.match(text, end)
        if closing and text[start] in _OPENING:
            end = closing.end()
        if widened and not text[widened[-1][1] : start].strip():
            widened[-1][1] = end
        else:
            widened.append([start, end])
    return widened
