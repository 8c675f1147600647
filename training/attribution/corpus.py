"""PolNeAR as windows with labels.

The texts stay where they are: they are read from a path, used, and never written.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from accord.adapters.models.encoding import Window, windows

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
#: Labels of one cue's relation: outside, source (begin, inside), content (likewise).
RELATION_LABELS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its gold.

    Attributes:
        window: What the encoder reads.
        cue: Label of each piece: outside, begin, inside.
        source: The same over the sources of all attributions.
        content: The same over the contents.
        relations: For each attribution whose cue lies in the window: the cue's
            pieces, and the label of each piece within this relation.
    """

    window: Window
    cue: list[int]
    source: list[int]
    content: list[int]
    relations: list[tuple[list[int], list[int]]]


def load_tokenizer(path: Path) -> Tokenizer:
    """Read a tokenizer that neither pads nor truncates."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def read_documents(path: Path) -> list[dict]:
    """Read a JSONL file of documents with attributions."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def examples(documents: Iterable[dict], tokenizer: Tokenizer) -> list[Example]:
    """Label the windows of documents."""
    return [
        label(window, document["attributions"])
        for document in documents
        for window in windows(document["text"], tokenizer)
    ]


def label(window: Window, attributions: list[dict]) -> Example:
    """Label one window."""
    size = len(window.ids)
    cue, source, content = [0] * size, [0] * size, [0] * size
    relations = []
    for attribution in attributions:
        cue_pieces = mark(window, attribution["cue"], cue, BEGIN)
        relation = [0] * size
        mark(window, attribution["source"], source, BEGIN)
        mark(window, attribution["content"], content, BEGIN)
        mark(window, attribution["content"], relation, 3)
        mark(window, attribution["source"], relation, 1)
        if cue_pieces:
            relations.append((cue_pieces, relation))
    return Example(window, cue, source, content, relations)


def mark(
    window: Window, spans: list[list[int]], labels: list[int], begin: int
) -> list[int]:
    """Write ``begin`` and ``begin + 1`` on the pieces of spans; return the pieces."""
    pieces = []
    for start, end in spans:
        first = True
        for piece, (left, right) in enumerate(
            zip(window.starts, window.ends, strict=True)
        ):
            if left >= 0 and left < end and right > start:
                labels[piece] = begin if first else begin + 1
                first = False
                pieces.append(piece)
    return pieces
