"""From a document's text to windows of word pieces with exact offsets.

A window holds whole paragraphs, packed until it is full; a longer paragraph is cut
at sentence ends, a longer sentence at the window's size. It begins with the last
paragraph of the window before, if that is short, so that who spoke there is known. Each piece keeps the code
points it stands for, its letter case, and whether it stands inside quotation marks:
the encoder's vocabulary is lower case and knows nothing of either.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accord.model import Span
from accord.text import paragraphs, sentences

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["FEATURES", "WINDOW_PIECES", "Window", "windows"]

#: Word pieces in a window, its two borders included.
WINDOW_PIECES = 256

#: A paragraph of at most so many pieces is read again at the head of the next window.
CONTEXT_PIECES = 90

#: Number of values of a piece's feature: five cases times three quotation states.
FEATURES = 15

#: Pieces of one paragraph that fit a window beside its borders.
LONGEST_BLOCK = WINDOW_PIECES - 2

_OPENING = frozenset("“„«‟")
_CLOSING = frozenset("”»")
_EITHER = frozenset('"')


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text as the encoder reads it.

    Attributes:
        ids: Vocabulary numbers; the first is [CLS], each paragraph ends with [SEP].
        features: Case and quotation state of each piece, in [0, FEATURES).
        starts: First code point of each piece; -1 for borders.
        ends: One past the last code point of each piece; -1 for borders.
        paragraph: Number of the paragraph within the window; -1 for [CLS].
        fresh: First piece that no earlier window has read.
    """

    ids: tuple[int, ...]
    features: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    paragraph: tuple[int, ...]
    fresh: int = 1


@dataclass(frozen=True, slots=True)
class _Block:
    """The pieces of a paragraph, or of a part of one."""

    ids: list[int]
    features: list[int]
    starts: list[int]
    ends: list[int]


def windows(text: str, tokenizer: "Tokenizer") -> Iterator[Window]:
    """Cut a text into windows.

    Args:
        text: A document's text, page furniture blanked out.
        tokenizer: Word pieces of the encoder; must neither pad nor truncate.

    Returns:
        Windows in text order.

    Cost:
        Linear.
    """
    cls, sep = (int(tokenizer.token_to_id(t) or 0) for t in ("[CLS]", "[SEP]"))
    waiting: list[_Block] = []
    context = 0
    for block in _blocks(text, tokenizer):
        if len(waiting) > context and _size([*waiting, block]) > WINDOW_PIECES:
            yield _pack(waiting, context, cls, sep)
            waiting = _context(waiting[-1], block)
            context = len(waiting)
        waiting.append(block)
    if waiting:
        yield _pack(waiting, context, cls, sep)


def _size(blocks: list[_Block]) -> int:
    """Count the pieces of a window: one border at its head, one behind each block."""
    return 1 + sum(len(block.ids) + 1 for block in blocks)


def _context(last: _Block, following: _Block) -> list[_Block]:
    """Give the block to read again before the following one, if it is short enough."""
    short = len(last.ids) <= CONTEXT_PIECES
    return [last] if short and _size([last, following]) <= WINDOW_PIECES else []


def _pack(blocks: list[_Block], context: int, cls: int, sep: int) -> Window:
    """Join paragraphs into a window, the first ``context`` of them read before."""
    ids, features, starts, ends, paragraph = [cls], [0], [-1], [-1], [-1]
    for number, block in enumerate(blocks):
        ids += [*block.ids, sep]
        features += [*block.features, 0]
        starts += [*block.starts, -1]
        ends += [*block.ends, -1]
        paragraph += [number] * (len(block.ids) + 1)
    return Window(
        ids=tuple(ids),
        features=tuple(features),
        starts=tuple(starts),
        ends=tuple(ends),
        paragraph=tuple(paragraph),
        fresh=_size(blocks[:context]),
    )


def _blocks(text: str, tokenizer: "Tokenizer") -> Iterator[_Block]:
    """Tokenise paragraph after paragraph; none is longer than a window."""
    for paragraph in paragraphs(text):
        states = _quotation_states(paragraph.of(text))
        short = len(paragraph) <= LONGEST_BLOCK * 3
        parts = [paragraph] if short else list(sentences(text, paragraph))
        held: _Block | None = None
        for part in parts:
            for block in _tokenise(
                text, part, tokenizer, first=paragraph.start, states=states
            ):
                if held and len(held.ids) + len(block.ids) <= LONGEST_BLOCK:
                    held.ids.extend(block.ids)
                    held.features.extend(block.features)
                    held.starts.extend(block.starts)
                    held.ends.extend(block.ends)
                    continue
                if held:
                    yield held
                held = block
        if held:
            yield held


def _tokenise(
    text: str,
    part: Span,
    tokenizer: "Tokenizer",
    *,
    first: int,
    states: list[int],
) -> Iterator[_Block]:
    """Tokenise a range, in blocks that fit a window; ``states`` begin at ``first``."""
    encoded = tokenizer.encode(part.of(text), add_special_tokens=False)
    block = _Block([], [], [], [])
    for number, (start, end) in zip(encoded.ids, encoded.offsets, strict=True):
        begin, stop = part.start + start, part.start + end
        if stop <= begin:
            continue
        if len(block.ids) == LONGEST_BLOCK:
            yield block
            block = _Block([], [], [], [])
        state = states[begin - first]
        block.ids.append(number)
        block.features.append(_case(text[begin:stop]) + 5 * state)
        block.starts.append(begin)
        block.ends.append(stop)
    if block.ids:
        yield block


def _case(piece: str) -> int:
    """Number a piece's letter case: lower, title, upper, digits, punctuation."""
    if not piece[0].isalnum():
        return 4
    if piece.isdigit():
        return 3
    if not piece[0].isupper():
        return 0
    return 2 if len(piece) > 1 and piece.isupper() else 1


def _quotation_states(line: str) -> list[int]:
    """Tell for each character: 0 outside, 1 inside, 2 a double quotation mark."""
    states = []
    inside = 0
    for character in line:
        if character in _OPENING:
            inside = 1
        elif character in _CLOSING:
            inside = 0
        elif character in _EITHER:
            inside = 1 - inside
        else:
            states.append(inside)
            continue
        states.append(2)
    return states
