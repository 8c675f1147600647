"""Quotation marks of all kinds, paired paragraph by paragraph."""

from dataclasses import dataclass

from accord.attribute.tokens import Token

__all__ = ["CLOSERS", "MARKS", "OPENERS", "Doubt", "Quotation", "pair_quotes"]

OPENERS = frozenset("“„‟«‹")
CLOSERS = frozenset("”»›")
_STRAIGHT = frozenset({'"', "''", "``", "＂", "″"})
MARKS = OPENERS | CLOSERS | _STRAIGHT | {"‘", "’", "'", "‚", "‛", "`"}
_SINGLE_OPENERS = frozenset("‘‚‛'`")
_SINGLE_CLOSERS = frozenset("’'")
_ELISIONS = frozenset("em til tis twas cause bout n round cos".split())
_BEFORE_OPENER = frozenset("([{—–-/")
_AFTER_CLOSER = frozenset(")]}.,;:!?—–-/…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        first: Index of the opening mark among the paragraph's tokens.
        last: Index of the closing mark; of the last token if ``is_closed`` is false.
        is_closed: Whether a closing mark was found.
        is_single: Whether the marks are single ones.
    """

    first: int
    last: int
    is_closed: bool = True
    is_single: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A quotation mark that does not fit.

    Attributes:
        kind: ``unbalanced-quote`` or ``garbled-quote``.
        index: Index of the mark among the paragraph's tokens.
    """

    kind: str
    index: int


class _Pairing:
    """The state of pairing within one paragraph."""

    def __init__(self, tokens: list[Token], text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.open: int | None = None
        self.single: int | None = None
        self.is_nested = False
        self.found: list[Quotation] = []
        self.doubts: list[Doubt] = []

    def opens(self, index: int) -> bool:
        """Tell whether a straight mark looks like an opening one."""
        token = self.tokens[index]
        before = self.text[token.start - 1 : token.start]
        after = self.text[token.end : token.end + 1]
        free = not before or before.isspace() or before in _BEFORE_OPENER
        return free and bool(after) and not after.isspace()

    def closes(self, index: int) -> bool:
        """Tell whether a straight mark looks like a closing one."""
        token = self.tokens[index]
        before = self.text[token.start - 1 : token.start] if token.start else ""
        after = self.text[token.end : token.end + 1]
        free = not after or after.isspace() or after in _AFTER_CLOSER
        return bool(before) and not before.isspace() and free

    def begin(self, index: int) -> None:
        """Open a double quotation, giving up one that is open already."""
        if self.open is not None:
            if self.tokens[self.open].text in _STRAIGHT:
                self.is_nested = True
            else:
                self.doubts.append(Doubt("garbled-quote", index))
            return
        self.open = index
        self.single = None

    def end(self, index: int) -> None:
        """Close the double quotation."""
        if self.is_nested:
            self.is_nested = False
            return
        if self.open is None:
            self.doubts.append(Doubt("unbalanced-quote", index))
        elif index > self.open + 1:
            self.found.append(Quotation(self.open, index))
        self.open = None
        self.single = None

    def straight(self, index: int) -> None:
        """Take a mark that may open or close."""
        if self.open is None:
            if self.opens(index) or not self.closes(index):
                self.begin(index)
            else:
                self.doubts.append(Doubt("unbalanced-quote", index))
        elif self.is_nested:
            self.is_nested = False
        elif self.opens(index) and not self.closes(index):
            if self.tokens[self.open].text not in _STRAIGHT:
                self.is_nested = True
                return
            # The one before was never closed.
            self.doubts.append(Doubt("unbalanced-quote", self.open))
            self.open = index
        else:
            self.end(index)

    def take(self, index: int) -> None:
        """Take any mark."""
        mark = self.tokens[index].text
        if mark in OPENERS:
            if self.open is not None and self.tokens[self.open].text == "„":
                self.end(index)
            else:
                self.begin(index)
        elif mark in CLOSERS:
            self.end(index)
        elif mark in _STRAIGHT:
            self.straight(index)
        else:
            self.take_single(index)

    def finish(self, *, continues: bool) -> None:
        """Deal with a quotation that the paragraph leaves open."""
        if self.open is None:
            return
        last = len(self.tokens) - 1
        if last > self.open and (continues or self.open == 0):
            self.found.append(Quotation(self.open, last, is_closed=False))
        if not continues:
            self.doubts.append(Doubt("unbalanced-quote", self.open))

    def take_single(self, index: int) -> None:
        """Take a single mark: opening, closing, or an apostrophe."""
        if self.open is not None:
            return
        text = self.tokens[index].text
        after = self.tokens[index + 1].low if index + 1 < len(self.tokens) else ""
        if text in _SINGLE_CLOSERS and self.single is not None and self.closes(index):
            if index > self.single + 1:
                self.found.append(Quotation(self.single, index, is_single=True))
            self.single = None
        elif (
            text in _SINGLE_OPENERS
            and self.opens(index)
            and after not in _ELISIONS
            and not after[:1].isdigit()
        ):
            self.single = index


def pair_quotes(
    tokens: list[Token], text: str, *, continues: bool = False
) -> tuple[list[Quotation], list[Doubt]]:
    """Pair the quotation marks of one paragraph.

    Args:
        tokens: The paragraph's tokens.
        text: The text that their offsets point into.
        continues: Whether the next paragraph opens with a mark, so that a quotation
            left open here goes on there.

    Returns:
        Quotations in text order, not overlapping, and the marks that do not fit.

    Example:
        >>> from accord.attribute.tokens import tokenize
        >>> from accord.model import Span
        >>> text = "“No,” she said, “never.”"
        >>> [
        ...     (q.first, q.last)
        ...     for q in pair_quotes(tokenize(text, Span(0, 24)), text)[0]
        ... ]
        [(0, 3), (7, 10)]
    """
    pairing = _Pairing(tokens, text)
    for index, token in enumerate(tokens):
        if token.text in MARKS:
            pairing.take(index)
    pairing.finish(continues=continues)
    pairing.found.sort(key=lambda q: q.first)
    return pairing.found, pairing.doubts
