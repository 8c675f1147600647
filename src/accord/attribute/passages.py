"""Paragraphs cut into sentences that no quotation is torn by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from accord.attribute.lexicon import Flag, lexicon
from accord.attribute.quotes import Doubt, Quotation, pair_quotes
from accord.attribute.tokens import Token, tokenize
from accord.model import Document, Span
from accord.text import blank_out, paragraphs, sentences, unwrap
from accord.text.datelines import find_dateline

__all__ = ["Passage", "Sentence", "mask_furniture", "passages"]

# A longer sentence is cut, so that looking through one takes bounded time.
LONGEST_SENTENCE_TOKENS = 300

_OPENING = "\"“„«‘'`"
_INNER_STOPS = frozenset("?!….”")
_ADDRESSED = frozenset("reporters journalists him her the me".split())
_INNER_STOP = re.compile(r"[.!?…]")
# "11:40 ", "9.05am GMT - " before the words of a live report.
_CLOCK = re.compile(
    r"^[ \t]*\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4}\b)?(?: ?[-–—:|])?[ \t]+(?=[A-Z“\"‘])",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: the half-open range of its tokens."""

    lo: int
    hi: int


@dataclass(slots=True)
class Passage:
    """A paragraph, tokenised.

    Attributes:
        tokens: Its tokens.
        quotations: Its quotations, in text order.
        doubts: Quotation marks that do not fit.
        sentences: Its sentences, in text order, none within a quotation's sentence.
        continued: Whether its first quotation goes on from the paragraph before.
    """

    tokens: list[Token]
    quotations: list[Quotation]
    doubts: list[Doubt]
    sentences: list[Sentence] = field(default_factory=list)
    continued: bool = False

    def span(self, first: int, end: int) -> Span:
        """The characters of a range of tokens."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)


def mask_furniture(document: Document) -> str:
    """Blank out furniture, dateline and times of day; every offset stays as it is.

    A sentence that furniture cuts in two stands on one line afterwards.
    """
    text = blank_out(document.text, (piece.span for piece in document.furniture))
    return _CLOCK.sub(_blank, _mask_dateline(text))


def _blank(found: re.Match[str]) -> str:
    """Put blanks in the place of what was found."""
    return " " * len(found.group())


def _mask_dateline(text: str) -> str:
    """Blank out the place and day before the first word: nobody says them."""
    place = find_dateline(text)
    if place is None:
        return text
    start, end = place
    return text[:start] + " " * (end - start) + text[end:]


def passages(text: str) -> Iterator[Passage]:
    """Cut a text into paragraphs, and these into sentences.

    A quotation that a paragraph leaves open and the next one takes up with another
    opening mark is paired as one that goes on. Lines of a hard-wrapped text are read
    together.

    Args:
        text: The document's text with its furniture blanked out.

    Cost:
        Linear.
    """
    joined = unwrap(text)
    blocks = list(paragraphs(joined))
    goes_on = False
    for index, block in enumerate(blocks):
        following = joined[blocks[index + 1].start] if index + 1 < len(blocks) else ""
        tokens = tokenize(joined, block)
        if not tokens:
            continue
        quotations, doubts = pair_quotes(
            tokens, joined, continues=following != "" and following in _OPENING
        )
        passage = Passage(tokens, quotations, doubts, continued=goes_on)
        goes_on = bool(quotations) and not quotations[-1].is_closed
        _mark_quoted(passage)
        passage.sentences = _cut(passage, joined, block)
        yield passage


def _mark_quoted(passage: Passage) -> None:
    """Note on each token the quotation it stands in, marks included."""
    for number, quotation in enumerate(passage.quotations):
        for index in range(quotation.first, quotation.last + 1):
            passage.tokens[index].quote = number


def _cut(passage: Passage, text: str, block: Span) -> list[Sentence]:
    """Find the sentences, blind to stops within quotations."""
    masked = _mask_stops(passage, text, block)
    bounds: list[int] = []
    index = 0
    tokens = passage.tokens
    for piece in sentences(masked):
        end = block.start + piece.end
        while index < len(tokens) and tokens[index].start < end:
            index += 1
        bounds.append(index)
    if not bounds or bounds[-1] < len(tokens):
        bounds.append(len(tokens))
    found: list[Sentence] = []
    lo = 0
    for hi in bounds:
        while hi - lo > LONGEST_SENTENCE_TOKENS:
            found.append(Sentence(lo, lo + LONGEST_SENTENCE_TOKENS))
            lo += LONGEST_SENTENCE_TOKENS
        if hi > lo and not _joins_on(passage, found, lo, hi):
            found.append(Sentence(lo, hi))
        elif hi > lo:
            found[-1] = Sentence(found[-1].lo, hi)
        lo = hi
    return found


def _mask_stops(passage: Passage, text: str, block: Span) -> str:
    """Replace stops inside quotations, but for those right before the closing mark."""
    pieces: list[str] = []
    position = block.start
    for quotation in passage.quotations:
        first, last = passage.tokens[quotation.first], passage.tokens[quotation.last]
        inner_end = last.start if quotation.is_closed else last.end
        inner = text[first.end : inner_end]
        body = inner.rstrip(".!?… ")
        pieces.append(text[position : first.end])
        pieces.append(_INNER_STOP.sub(",", body))
        pieces.append(inner[len(body) :])
        position = inner_end
    pieces.append(text[position : block.end])
    return "".join(pieces)


def _may_speak(token: Token) -> bool:
    """Tell whether a word is a finite verb of speech."""
    if not token.flags & Flag.CUE or not token.flags & (Flag.PAST | Flag.THIRD):
        return False
    forms = lexicon().verbs.get(token.low, ())
    return any(not f.classes.isdisjoint({"say", "ask", "tell"}) for f in forms)


def _joins_on(passage: Passage, found: list[Sentence], lo: int, hi: int) -> bool:
    """Tell whether ‘Li asked.’ behind ‘“Why?”’ belongs to the sentence before."""
    tokens = passage.tokens
    if not found or lo < 2 or tokens[lo - 1].quote < 0 or tokens[lo].quote >= 0:
        return False
    stop = tokens[lo - 2].text
    if stop not in _INNER_STOPS or (stop == "." and hi - lo > 8):
        return False
    for index in range(lo, min(hi, lo + 7)):
        if not tokens[index].is_word:
            return False
        if _may_speak(tokens[index]):
            rest = tokens[index + 1] if index + 1 < hi else None
            if rest is None or not rest.is_word:
                return True
            return stop != "." and _may_follow_cue(rest)
    return False


def _may_follow_cue(token: Token) -> bool:
    """Tell whether a word goes on after ‘“Why?” Li asked’ without a new content."""
    flags = Flag.PREPOSITION | Flag.TIME | Flag.CAPITAL
    return bool(token.flags & flags) or token.low in _ADDRESSED
