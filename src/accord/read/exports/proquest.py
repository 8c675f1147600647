"""ProQuest exports: named fields, articles parted by long lines."""

import re
from collections.abc import Sequence

from accord.read.exports.article import ExportArticle, tidy, unwrap

__all__ = ["RULE", "SIGN", "parse_proquest", "split_proquest"]

#: The line between articles.
RULE = re.compile(r"_{20,}")
#: A field that every article of an export has.
SIGN = re.compile(r"^[ \t]*ProQuest document (?:ID|link)\b", re.MULTILINE)

_FIELDS = frozenset(
    (
        "author|publication info|abstract|links|full text|subject|location|people|"
        "company / organization|company|title|publication title|pages|first page|"
        "publication year|publication date|year|section|publisher|edition|volume|issue|"
        "place of publication|country of publication|publication subject|issn|e-issn|"
        "source type|language of publication|document type|document feature|dateline|"
        "proquest document id|document url|copyright|last updated|database|credit|"
        "business indexing term|identifier / keyword|identifiers / keywords|column|"
        "number of pages|classification|alternate title|source attribution|language|"
        "supplement|online publication date|publication history|illustrations"
    ).split("|")
)
# The newer layout heads its parts in capitals, without a colon.
_HEADINGS = {
    "FULL TEXT": "full text", "ABSTRACT": "abstract", "ABSTRACT (ENGLISH)": "abstract",
    "DETAILS": "links", "LINKS": "links", "TABLE OF CONTENTS": "links",
    "BIBLIOGRAPHY": "links",
}  # fmt: skip
# The line below its headline: "Maar, Lena . The Courier ; Ostin [Ostin]. 06 Mar 2024: A.1."
_CITATION = re.compile(
    r"(?:(?P<author>[^.;\n]{2,40}(?:;[^.;\n]{2,40}){0,8}?)\s?\.\s)?"
    r"(?P<outlet>[^;\n]{2,90}?)\s?;[^\n]{0,90}\[[^\[\]\n]{0,60}\]\.?\s?"
    r"(?P<date>\d\d? [A-Z][a-z]{2,8} \d{4})[^\n]{0,40}"
)
# "No deal: [1]" where two articles have one headline; "The Courier, Late Edition (East)".
_NUMBERED = re.compile(r":?\s*\[\d{1,3}\]\Z")
_EDITION = re.compile(r",\s[^,;]{0,30}\bedition\b.*\Z", re.IGNORECASE)
_LABEL = re.compile(r"([A-Z][A-Za-z/ -]{2,30}?):(?:\s+(.*)|)\Z")
_COUNTER = re.compile(r"document \d+ of \d+", re.IGNORECASE)
_LINK = re.compile(
    r"proquest document link|contact us at:.*|terms and conditions", re.IGNORECASE
)
_BODY_FIELD = "full text"
_PLACE = re.compile(r"\s*[;\[].*\Z")


def split_proquest(lines: Sequence[str]) -> list[list[str]]:
    """Cut the lines of an export into those of its articles.

    What holds no field of an article (the cover, the bibliography, the address of the
    service) is left out.
    """
    records: list[list[str]] = [[]]
    for line in lines:
        bare = line.strip()
        if RULE.fullmatch(bare) or (
            _COUNTER.fullmatch(bare) and any(map(str.strip, records[-1]))
        ):
            records.append([])
        else:
            records[-1].append(line)
    return [record for record in records if SIGN.search("\n".join(record))]


def parse_proquest(lines: Sequence[str]) -> ExportArticle:
    """Read one article."""
    fields: dict[str, list[str]] = {}
    head: list[str] = []
    cited: re.Match[str] | None = None
    name = ""
    for line in lines:
        bare = line.strip()
        found = _field_of(bare, name)
        if found:
            name = found[0]
            fields.setdefault(name, []).append(found[1])
        elif _COUNTER.fullmatch(bare) or _LINK.fullmatch(bare):
            continue
        elif not name and head and (match := _CITATION.fullmatch(bare)):
            cited = match
        elif name and (bare or name == _BODY_FIELD):
            fields[name].append(bare)
        elif bare:
            head.append(bare)
    value = {key: tidy(" ".join(part)) for key, part in fields.items()}
    said = cited.groupdict() if cited else {}
    outlet = value.get("publication title") or value.get("publication info")
    outlet = _PLACE.sub("", outlet) if outlet else said.get("outlet")
    title = value.get("title") or tidy(" ".join(head))
    return ExportArticle(
        body=unwrap(fields.get(_BODY_FIELD, [])),
        title=_NUMBERED.sub("", title) if title else None,
        author=_in_order(value.get("author") or said.get("author")),
        outlet=tidy(_EDITION.sub("", outlet)) if outlet else None,
        published=value.get("publication date")
        or said.get("date")
        or value.get("publication year"),
        section=value.get("section"),
        dateline=value.get("dateline"),
        language=value.get("language of publication") or value.get("language"),
        url=value.get("document url"),
        unplaced=() if value.get("title") else tuple(head[1:]),
    )


def _field_of(line: str, current: str) -> tuple[str, str] | None:
    """Read a line as a field.

    Within the body only the fields that follow it end it: an article too may have a
    line that begins "Location:".
    """
    if line in _HEADINGS:
        return _HEADINGS[line], ""
    match = _LABEL.match(line)
    if not match or match[1].lower() not in _FIELDS:
        return None
    name = match[1].lower()
    # A credit ends the body only where its label is set in capitals.
    dubious = {"author", "company", "year", "issue"} | (
        set() if match[1].isupper() else {"credit"}
    )
    if current == _BODY_FIELD and name in dubious:
        return None
    # In a word-processor file label and value are cells of a table.
    return name, (match[2] or "").lstrip("| ")


def _in_order(author: str | None) -> str | None:
    """Turn "Maar, Lena; Oke, Tam" into the order in which names are said."""
    if not author:
        return None
    names = []
    for name in author.split(";"):
        parts = [part.strip() for part in name.split(",")]
        names.append(" ".join(reversed(parts)) if len(parts) == 2 else name.strip())
    return ", ".join(filter(None, names))
