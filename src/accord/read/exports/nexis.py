"""Nexis exports: the older "1 of 20 DOCUMENTS" and the newer "End of Document"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from accord.read.exports.article import (
    ExportArticle,
    is_copyright,
    is_date,
    tidy,
    unwrap,
)

__all__ = ["COUNTER", "END", "parse_nexis", "split_nexis"]

#: The line above each article of the older layout.
COUNTER = re.compile(
    r"(?:document|dokument)?\s*(\d+) (?:of|von|de|van|di|sur) (\d+)"
    r"(?: (?:documents?|dokumente?n?|documenten|documentos?|documenti))?",
    re.IGNORECASE,
)
#: The line below each article of the newer layout.
END = re.compile(r"end of document|ende des dokuments|fin du document", re.IGNORECASE)

_LABEL = re.compile(r"([A-ZÀ-Ý][\w À-ÿ-]{2,24}?)\s*:(?:\s+(.*)|)\Z")
# Fields above the body; the body begins below the last of them.
_HEAD_FIELDS = {
    "byline": "author", "autor": "author", "auteur": "author",
    "section": "section", "rubrik": "section", "rubrique": "section",
    "ressort": "section",
    "length": "words", "länge": "words", "longueur": "words", "lengte": "words",
    "dateline": "dateline", "highlight": "highlight", "series": "series",
    "headline": "title", "title": "title",
}  # fmt: skip
_TAIL_FIELDS = {
    "language": "language", "sprache": "language", "langue": "language",
    "url": "url", "web address": "url",
    "load-date": "load", "update": "load", "graphic": "graphic",
    "publication-type": "kind", "publication type": "kind", "journal-code": "code",
    "journal code": "code", "subject": "index", "company": "index",
    "organization": "index", "industry": "index", "geographic": "index",
    "person": "index", "country": "index", "state": "index", "city": "index",
    "ticker": "index", "document-type": "kind", "correction-date": "load",
    "acc-no": "code", "distribution": "index", "notes": "notes", "type": "kind",
    "classification": "index", "jour-code": "code", "pub-type": "kind",
}  # fmt: skip
_BODY = re.compile(r"(?:body|text|volltext|texte)\s*:?", re.IGNORECASE)
_TAIL_HEADING = re.compile(
    r"(?:graphic|graphique|grafik|classification|klassifizierung)", re.IGNORECASE
)
_EDITION = re.compile(
    r".{0,40}\b(?:edition|final|ausgabe|édition|morning|evening)\b.{0,30}",
    re.IGNORECASE,
)
_SKIPPED = re.compile(r"page \d+ of \d+|link to (?:image|pdf)", re.IGNORECASE)
_COVER = re.compile(
    r"(?:job number|client/matter|search terms|search type|narrowed by|timeline|"
    r"content type)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"[;,]\s*(?:pg|p|page|s|seite|version)\b.*\Z", re.IGNORECASE)
# Where a paper of a common name is from: "Harbour Post (Ostin)".
_HOME = re.compile(r"(?<=\w)\s*\([^()]{2,40}\)\Z")
_BY = re.compile(r"(?:by|von|par|door)\s+", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,. ]*")


@dataclass(slots=True)
class _Record:
    """The lines of one article, sorted."""

    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


def split_nexis(lines: Sequence[str]) -> list[list[str]]:
    """Cut the lines of an export into those of its articles.

    What stands above the first article (the list of hits, the search) is left out.
    """
    starts = [i for i, line in enumerate(lines) if COUNTER.fullmatch(line.strip())]
    if starts:
        ends = [*starts[1:], len(lines)]
        return [list(lines[a + 1 : b]) for a, b in zip(starts, ends, strict=True)]
    records: list[list[str]] = [[]]
    for line in lines:
        if END.fullmatch(line.strip()):
            records.append([])
        else:
            records[-1].append(line)
    return [_without_cover(record) for record in records[:-1]]


def parse_nexis(lines: Sequence[str]) -> ExportArticle:
    """Read one article."""
    record = _sort(lines)
    title, outlet, published, unplaced = _read_head(record.head)
    fields, body = record.fields, unwrap(record.body)
    if not body and unplaced:
        # Nothing marks where the body begins: it follows the headline.
        body, unplaced = "\n".join(unplaced), ["no line marks where the body begins"]
    author = tidy(fields.get("author"))
    words = _NUMBER.match(fields.get("words", ""))
    return ExportArticle(
        body=body,
        title=tidy(fields.get("title")) or title,
        author=_BY.sub("", author, count=1) if author and _BY.match(author) else author,
        outlet=_HOME.sub("", outlet) if outlet else None,
        published=published,
        section=tidy(_PAGE.sub("", fields.get("section", ""))),
        dateline=tidy(fields.get("dateline")),
        language=tidy(fields.get("language")),
        url=tidy(fields.get("url")),
        words=int(re.sub(r"\D", "", words[0])) if words else None,
        unplaced=tuple(unplaced),
    )


def _sort(lines: Sequence[str]) -> _Record:
    """Tell head, fields, body and trailer apart, line by line."""
    record = _Record()
    part, open_field = "head", ""
    for line in lines:
        bare = line.strip()
        if _SKIPPED.fullmatch(bare):
            continue
        if not bare:
            open_field = ""
            _target(record, part).append("")
            continue
        name, value = _field_of(bare, part)
        if name:
            # A count of words is whole: what stands below it is the body.
            open_field = name if name != "words" else ""
            record.fields.setdefault(name, value)
            part = _part_after(name, part)
        elif part != "tail" and _BODY.fullmatch(bare) and part != "body":
            part, open_field = "body", ""
        elif open_field:
            # A long value goes on in the next line.
            record.fields[open_field] = f"{record.fields[open_field]} {bare}"
        elif part == "tail" or (part == "body" and _ends_body(bare)):
            part = "tail"
        else:
            part = "body" if part == "fields" and not is_copyright(bare) else part
            _target(record, part).append(bare)
    return record


def _target(record: _Record, part: str) -> list[str]:
    """Give the list that lines of a part go to; those of a trailer go nowhere."""
    return {"head": record.head, "body": record.body}.get(part, [])


def _part_after(name: str, part: str) -> str:
    """Tell which part follows a field."""
    if name in _HEAD_FIELDS.values():
        return "fields"
    return "tail" if part in {"body", "tail"} else part


def _field_of(line: str, part: str) -> tuple[str, str]:
    """Read a line as a field; two empty words if it is none here."""
    match = _LABEL.match(line)
    if not match:
        return "", ""
    label = match[1].strip().lower()
    if part in {"head", "fields"} and label in _HEAD_FIELDS:
        return _HEAD_FIELDS[label], match[2] or ""
    shouted = match[1].isupper() or label in {"load-date", "publication-type"}
    if label in _TAIL_FIELDS and (shouted or part in {"tail", "fields"}):
        return _TAIL_FIELDS[label], match[2] or ""
    if label == "language" and part == "body":
        return "language", match[2] or ""
    return "", ""


def _ends_body(line: str) -> bool:
    """Tell whether a line begins what stands below the body."""
    return _TAIL_HEADING.fullmatch(line) is not None or is_copyright(line)


def _read_head(
    lines: Sequence[str],
) -> tuple[str | None, str | None, str | None, list[str]]:
    """Tell headline, outlet and date apart by where they stand about the date.

    The older layout puts outlet, date, headline; the newer headline, outlet, date.
    """
    blocks = _head_blocks(lines)
    at = next((i for i, block in enumerate(blocks) if is_date(block)), None)
    if at is None:
        return (blocks[0] if blocks else None), None, None, blocks[1:]
    before, after = blocks[:at], blocks[at + 1 :]
    after = [block for block in after if not _EDITION.fullmatch(block)]
    outlet = before[-1] if before else None
    if len(before) > 1:
        return before[-2], outlet, blocks[at], [*before[:-2], *after]
    title = after[0] if after else None
    return title, outlet, blocks[at], after[1:]


def _head_blocks(lines: Sequence[str]) -> list[str]:
    """Join what stands together above the fields; rights lines are left out."""
    blocks: list[str] = []
    fresh, rights = True, False
    for line in lines:
        bare = line.strip()
        # A line of rights may go on in the lines below it.
        rights = bool(bare) and (rights or is_copyright(bare))
        if not bare or rights:
            fresh = True
        elif fresh or is_date(bare) or is_date(blocks[-1]) or _is_line_of_its_own(bare):
            blocks.append(bare)
            fresh = False
        else:
            blocks[-1] = f"{blocks[-1]} {bare}"
    return blocks


def _is_line_of_its_own(line: str) -> bool:
    """Tell a name from the rest of a headline that was broken in two."""
    words = line.split()
    return len(words) <= 6 and all(
        w[:1].isupper() or w[:1] == "(" or len(w) < 4 for w in words
    )


def _without_cover(lines: Sequence[str]) -> list[str]:
    """Leave out the list of hits that stands above the first article."""
    marks = [i for i, line in enumerate(lines) if _COVER.match(line.strip())]
    if not marks:
        return list(lines)
    # The search's filters stand below its last label, up to a blank line or page.
    below = range(marks[-1] + 1, len(lines))
    borders = (
        i for i in below if not lines[i].strip() or _SKIPPED.fullmatch(lines[i].strip())
    )
    start = next(borders, marks[-1] + 1)
    return list(lines[start:])
