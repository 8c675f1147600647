"""PolNeAR as windows with labels.

The texts stay where they are: they are read from a path, used, and never written.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from accord.adapters.models.advice import Advice, Pieces, advise
from accord.adapters.models.encoding import Window, windows
from accord.attribute import RuleTagger
from accord.model import Document

ROLES = ("cue", "source", "content")
#: Labels of a role begin here, and go on with the next number; 0 is outside.
BEGIN = SOURCE = 1
CONTENT = 3
#: Labels of one cue's relation: outside, source (begin, inside), content (likewise).
RELATION_LABELS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its gold.

    Attributes:
        window: What the encoder reads.
        advice: What the rules found in it.
        cue: Label of each piece: outside, begin, inside.
        source: The same over the sources of all attributions.
        content: The same over the contents.
        relations: For each attribution whose cue lies in the window: the cue's
            pieces, and the label of each piece within this relation.
    """

    window: Window
    advice: Advice
    cue: Pieces
    source: Pieces
    content: Pieces
    relations: list[tuple[Pieces, Pieces]]


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
    """Label the windows of documents, with the rules' advice."""
    rules = RuleTagger()
    out: list[Example] = []
    for document in documents:
        found = rules.tag(as_document(document))
        out += [
            label(window, document["attributions"], advise(window, found))
            for window in windows(document["text"], tokenizer)
        ]
    return out


def as_document(document: dict) -> Document:
    """Wrap a text as the rooms take it."""
    return Document(
        id=document["id"], produced_by="training", path=document["id"], title=None,
        outlet=None, author=None, language="en", url=None, published=None,
        length_chars=len(document["text"]), sha256="", furniture=(),
        text=document["text"],
    )  # fmt: skip


def label(window: Window, attributions: list[dict], advice: Advice) -> Example:
    """Label one window."""
    size = len(window.ids)
    labels = {role: np.zeros(size, dtype=np.int64) for role in ROLES}
    relations = []
    for attribution in attributions:
        relation = np.zeros(size, dtype=np.int64)
        pieces = {
            role: [_covered(window, span) for span in attribution[role]]
            for role in ROLES
        }
        for role in ROLES:
            _mark(labels[role], pieces[role], BEGIN)
        _mark(relation, pieces["content"], CONTENT)
        _mark(relation, pieces["source"], SOURCE)
        cue = np.concatenate([np.zeros(0, dtype=np.int64), *pieces["cue"]])
        if len(cue):
            relations.append((cue, relation))
    return Example(window, advice, **labels, relations=relations)


def _covered(window: Window, span: list[int]) -> Pieces:
    """Give the pieces that a span touches."""
    starts, ends = np.array(window.starts), np.array(window.ends)
    return np.flatnonzero((starts >= 0) & (starts < span[1]) & (ends > span[0]))


def _mark(labels: Pieces, fragments: list[Pieces], begin: int) -> None:
    """Write ``begin`` and ``begin + 1`` on the pieces of fragments."""
    for pieces in fragments:
        labels[pieces] = begin + 1
        labels[pieces[:1]] = begin
