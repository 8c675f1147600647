"""Telling which service wrote an export, and cutting it into articles."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from accord.ports import About
from accord.read.exports import factiva, nexis, proquest
from accord.read.exports.article import ExportArticle

__all__ = ["Piece", "holds_export", "split_export"]

# Signs looked for in raw bytes, before anything is decoded.
_SIGNS = re.compile(
    rb"(?:\bof|\bvon|\bde|\bvan)[ \t]+\d+[ \t]+DO[CK]UMENT"
    rb"|End of Document"
    rb"|(?:Document|Dokument|Documento)[ \t]+[A-Z0-9]{8,}[a-z0-9]{6,}"
    rb"|ProQuest document",
    re.IGNORECASE,
)
# A body with less than this share of the words that the service counted was cut.
_LEAST_WORDS = 0.7
_FEWEST_WORDS_TO_JUDGE = 40
_MAX_UNPLACED_CHARS = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of an export as the rest of Accord takes it.

    Attributes:
        body: Its text; empty if the export holds none of it.
        about: What the export says of it.
    """

    body: str
    about: About


def holds_export(data: bytes) -> bool:
    """Tell whether bytes may hold an export; a quick look that may say yes too often."""
    # In UTF-16 every other byte of these signs is zero.
    return _SIGNS.search(data.replace(b"\0", b"")) is not None


def split_export(text: str) -> Sequence[Piece] | None:
    r"""Cut an export into its articles.

    Returns:
        The articles in order; None if the text is no export.

    Example:
        >>> text = "1 of 1 DOCUMENTS\n\nThe Courier\n\nMay 2, 2024\n\nNo deal\n\nLENGTH: 4 words\n\nTalks failed on Monday."
        >>> split_export(text)[0].about.outlet
        'The Courier'
    """
    lines = text.replace("\xa0", " ").replace("\f", "\n").splitlines()
    for service, split, parse in _services(text):
        records = split(lines)
        if not records:
            continue
        articles = [parse(record) for record in records]
        if any(a.published or a.outlet for a in articles):
            stated = _stated_count(lines)
            return list(_pieces(service, articles, stated))
    return None


_Split = Callable[[Sequence[str]], list[list[str]]]
_Parse = Callable[[Sequence[str]], ExportArticle]


def _services(text: str) -> Iterator[tuple[str, _Split, _Parse]]:
    """Give the services whose marks stand in a text, the surest first."""
    if proquest.SIGN.search(text):
        yield "ProQuest", proquest.split_proquest, proquest.parse_proquest
    yield "Factiva", factiva.split_factiva, factiva.parse_factiva
    yield "Nexis", nexis.split_nexis, nexis.parse_nexis


def _stated_count(lines: Sequence[str]) -> int | None:
    """Give the number of articles that the export says it holds."""
    counts = {
        int(match[2])
        for line in lines
        if (match := nexis.COUNTER.fullmatch(line.strip()))
    }
    return counts.pop() if len(counts) == 1 else None


def _pieces(
    service: str, articles: Sequence[ExportArticle], stated: int | None
) -> Iterator[Piece]:
    """Say of each article what is known and what is doubtful."""
    for number, article in enumerate(articles, start=1):
        notes = list(_doubts(service, article))
        if number == len(articles) and stated is not None and stated > number:
            note = f"The export counts {stated} articles; {number} are in this file."
            notes.append(("export-gap", note))
        about = About(
            title=article.title,
            author=article.author,
            outlet=article.outlet,
            url=article.url,
            language=article.language,
            published=article.published,
            section=article.section,
            dateline=article.dateline,
            notes=tuple(notes),
        )
        yield Piece(article.body, about)


def _doubts(service: str, article: ExportArticle) -> Iterator[tuple[str, str]]:
    """Say what could not be placed, and what seems to be missing."""
    if article.unplaced:
        words = " / ".join(article.unplaced)[:_MAX_UNPLACED_CHARS]
        yield "export-unplaced", f"Lines of the {service} export fit no field: {words}"
    missing = [
        name
        for name, value in (
            ("headline", article.title),
            ("outlet", article.outlet),
            ("date", article.published),
        )
        if not value
    ]
    if missing:
        yield (
            "export-unplaced",
            f"The {service} export gives no {' and no '.join(missing)}.",
        )
    found = len(article.body.split())
    stated = article.words or 0
    if stated >= _FEWEST_WORDS_TO_JUDGE and found < stated * _LEAST_WORDS:
        note = f"The {service} export counts {stated} words; {found} are there."
        yield "export-cut", note
