"""One article of an export, and what all layouts share."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["ExportArticle", "blocks_of", "is_copyright", "is_date", "tidy", "unwrap"]

_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec "
    "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre januar februar märz dezember januari februari maart mei augustus "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre"
).split()
_MONTH = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DAY = re.compile(r"\b\d{1,2}\b")
_NUMERIC = re.compile(r"(?:1[89]|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4}")
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\)|all rights reserved|alle rechte vorbehalten|"
    r"tous droits réservés)",
    re.IGNORECASE,
)
_MAX_DATE_CHARS = 60
# Typed exports break lines near this column; a saved page or document does not.
_MAX_TYPED_COLUMNS = 100
_LEAST_FULL_COLUMNS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportArticle:
    """One article of an export.

    Attributes:
        body: The article's own words, one paragraph a line; empty if the export holds
            none.
        title: Headline.
        author: Byline, without "By".
        outlet: Who published it.
        published: Day of publication, as written.
        section: Part of the paper, as written.
        dateline: Place and day of writing, as written.
        language: Its name, as written.
        url: Its address.
        words: How many words the service counted; None if it does not say.
        unplaced: Lines that belong to no known field.
    """

    body: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    section: str | None = None
    dateline: str | None = None
    language: str | None = None
    url: str | None = None
    words: int | None = None
    unplaced: tuple[str, ...] = ()


def is_date(line: str) -> bool:
    """Tell whether a line is a date and nothing else.

    Example:
        >>> is_date("January 20, 2010 Wednesday"), is_date("He resigned in May 2010.")
        (True, False)
    """
    line = line.strip()
    if len(line) > _MAX_DATE_CHARS or line.endswith((".", "?", "!")):
        return False
    if _NUMERIC.match(line):
        return True
    words = [word.lower() for word in _MONTH.findall(line)]
    months = [w for w in words if w in _MONTHS or w[:3] in _MONTHS[:12]]
    has_day = _DAY.search(line) is not None or len(words) == 1
    return bool(months) and len(words) <= 4 and has_day and bool(_YEAR.search(line))


def is_copyright(line: str) -> bool:
    """Tell whether a line says who holds the rights."""
    return _COPYRIGHT.match(line.strip()) is not None


def tidy(value: str | None) -> str | None:
    """Make one line of a value; None if nothing is left."""
    return " ".join((value or "").split()) or None


def blocks_of(lines: Iterable[str]) -> list[list[str]]:
    """Group lines that no blank line parts."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def unwrap(lines: Sequence[str]) -> str:
    r"""Join lines that were broken only because the column was full.

    A line is joined to the one before it if its first word would not have fitted
    there; lines of a saved document, which are whole paragraphs, stay as they are.

    Example:
        >>> unwrap(["The board said on Monday that it would", "not reopen it."])
        'The board said on Monday that it would\nnot reopen it.'
    """
    width = max((len(line.strip()) for line in lines), default=0)
    typed = _LEAST_FULL_COLUMNS <= width <= _MAX_TYPED_COLUMNS
    paragraphs: list[str] = []
    for block in blocks_of(lines):
        length = 0
        for position, line in enumerate(block):
            first = line.split(maxsplit=1)[0]
            # Lines are full to within a long word of the widest one.
            full = length + 1 + len(first) > width - 6
            if position and typed and full:
                paragraphs[-1] = f"{paragraphs[-1]} {line}"
            else:
                paragraphs.append(line)
            length = len(line)
    return "\n".join(paragraphs)
