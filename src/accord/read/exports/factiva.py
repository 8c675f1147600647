"""Factiva exports: fields behind two-letter codes, or the same lines without codes."""

import re
from collections.abc import Sequence

from accord.read.exports.article import (
    ExportArticle,
    is_copyright,
    is_date,
    tidy,
    unwrap,
)

__all__ = ["CODES", "LAST_LINE", "parse_factiva", "split_factiva"]

#: The line below each article: the service's number for it.
LAST_LINE = re.compile(
    r"(?:AN\s+)?(?:document|dokument|documento)\s+[A-Z0-9]{16,32}", re.IGNORECASE
)
CODES = frozenset(
    "HD CR BY WC PD ET SN SC ED PG VOL LA CY LP TD CX CT RF CO IN NS RE IPC IPD PUB AN "
    "CLM SE ART CN".split()
)  # fmt: skip
_CODE = re.compile(r"([A-Z]{2,3})(?:\s+(.*)|)\Z")
_WORDS = re.compile(
    r"(\d[\d,. ]*) (?:words?|wörter|mots|palabras|parole|woorden|palavras)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: [A-Z]{3,4})?")
_SOURCE_CODE = re.compile(r"[A-Z0-9]{2,10}")
_PAGE = re.compile(
    r"(?:page |pg\.? )?[A-Z]?\d{1,4}(?:[-, ]+[A-Z]?\d{1,4})*", re.IGNORECASE
)
_LANGUAGES = frozenset(
    "english german french spanish italian dutch russian portuguese arabic chinese "
    "turkish polish japanese deutsch français español italiano nederlands".split()
)
_BY = re.compile(r"(?:by|von|par|por|di|door)\s+(?=[A-ZÀ-Ý])", re.IGNORECASE)
# What the service sets above the first article.
_COVER = re.compile(r"(?:dow jones )?factiva", re.IGNORECASE)
# "Lena Maar and Tom Okeke"; a headline has small words too.
_SEVERAL = re.compile(
    r"[A-ZÀ-Ž][\w'’.-]+(?: [A-ZÀ-Ž][\w'’.-]+){1,2}"
    r"(?:(?:, | and |, and | & )[A-ZÀ-Ž][\w'’.-]+(?: [A-ZÀ-Ž][\w'’.-]+){1,2}){1,4}"
)
_MAX_BYLINE_WORDS = 12
_LEAST_CODES = 3


def split_factiva(lines: Sequence[str]) -> list[list[str]]:
    """Cut the lines of an export into those of its articles.

    What stands below the last article (the search) is left out.
    """
    records: list[list[str]] = [[]]
    for line in lines:
        records[-1].append(line)
        if LAST_LINE.fullmatch(line.strip()):
            records.append([])
    return records[:-1]


def parse_factiva(lines: Sequence[str]) -> ExportArticle:
    """Read one article."""
    coded = sum(1 for line in lines if _code_of(line))
    return _parse_coded(lines) if coded >= _LEAST_CODES else _parse_plain(lines)


def _code_of(line: str) -> tuple[str, str] | None:
    """Read the code before a line."""
    match = _CODE.match(line.strip())
    if match and match[1] in CODES:
        return match[1], match[2] or ""
    return None


def _parse_coded(lines: Sequence[str]) -> ExportArticle:
    """Read an article whose fields stand behind codes."""
    fields: dict[str, list[str]] = {}
    unplaced: list[str] = []
    code = ""
    for line in lines:
        found = _code_of(line)
        # A body line may begin with capitals too: no field comes twice.
        if found and found[0] not in fields:
            code = found[0]
            fields[code] = [found[1]]
        elif code:
            fields[code].append(line)
        elif line.strip():
            unplaced.append(line.strip())
    value = {name: tidy(" ".join(part)) for name, part in fields.items()}
    words = _WORDS.match(value.get("WC") or "")
    body = [*fields.get("LP", ()), "", *fields.get("TD", ())]
    return ExportArticle(
        body=unwrap(body),
        title=value.get("HD"),
        author=_name_of(value.get("BY")),
        outlet=value.get("SN"),
        published=value.get("PD"),
        section=value.get("SE") or value.get("CLM"),
        language=value.get("LA"),
        words=_count(words),
        unplaced=tuple(unplaced),
    )


def _parse_plain(lines: Sequence[str]) -> ExportArticle:
    """Read an article whose fields stand in their order without codes."""
    kept = [
        line
        for line in lines
        if not (LAST_LINE.fullmatch(line.strip()) or _COVER.fullmatch(line.strip()))
    ]
    at = next((i for i, row in enumerate(kept) if _WORDS.fullmatch(row.strip())), None)
    if at is None:
        return ExportArticle(body=unwrap(kept), unplaced=("no count of words",))
    section, title, author = _read_top(
        [row.strip() for row in kept[:at] if row.strip()]
    )
    fields, below, unplaced = _read_middle(kept, at + 1)
    return ExportArticle(
        body=unwrap(kept[below:]),
        title=title,
        author=author,
        outlet=fields.get("outlet"),
        published=fields.get("published"),
        section=section,
        language=fields.get("language"),
        words=_count(_WORDS.match(kept[at].strip())),
        unplaced=tuple(unplaced),
    )


def _read_top(lines: list[str]) -> tuple[str | None, str | None, str | None]:
    """Tell section, headline and byline above the count of words apart."""
    author = None
    if len(lines) > 1 and _is_byline(lines[-1]):
        author = _name_of(lines.pop())
    section = None
    if len(lines) > 1 and len(lines[0].split()) <= 3 < len(lines[1].split()):
        section = lines.pop(0)
    return section, tidy(" ".join(lines)), author


def _is_byline(line: str) -> bool:
    """Tell whether a line names who wrote it."""
    words = line.split()
    if len(words) > _MAX_BYLINE_WORDS:
        return False
    named = all(w[:1].isupper() or w in {"and", "&", "de", "von", "in"} for w in words)
    several = _SEVERAL.fullmatch(line) is not None
    return _BY.match(line) is not None or several or (named and len(words) <= 4)


def _read_middle(
    lines: Sequence[str], start: int
) -> tuple[dict[str, str], int, list[str]]:
    """Read date, time, outlet, code, page, language and rights, in that order.

    Returns:
        The fields, the first line of the body, and lines that are none of these.
    """
    fields: dict[str, str] = {}
    unplaced: list[str] = []
    for index in range(start, min(len(lines), start + 16)):
        bare = lines[index].strip()
        if is_copyright(bare):
            return fields, index + 1, unplaced
        name = _kind_of(bare, fields)
        if name == "unplaced":
            unplaced.append(bare)
        elif name:
            fields[name] = bare
    # Without a line of rights the body begins below the language, or the outlet.
    below = start
    for index in range(start, min(len(lines), start + 16)):
        if lines[index].strip() in {fields.get("language"), fields.get("outlet")}:
            below = index + 1
    return fields, below, []


def _kind_of(line: str, fields: dict[str, str]) -> str:
    """Tell which field a line is; empty for those that are not kept."""
    if not line or _TIME.fullmatch(line):
        return ""
    if "published" not in fields and is_date(line):
        return "published"
    if line.lower() in _LANGUAGES:
        return "language"
    if "outlet" not in fields:
        return "outlet"
    dull = _SOURCE_CODE.fullmatch(line) or _PAGE.fullmatch(line) or line.istitle()
    return "" if dull else "unplaced"


def _name_of(byline: str | None) -> str | None:
    """Leave "By" out of a byline."""
    return tidy(_BY.sub("", byline, count=1)) if byline else None


def _count(match: re.Match[str] | None) -> int | None:
    """Read a number of words."""
    return int(re.sub(r"\D", "", match[1])) if match else None
