"""Those who wrote an article: their names alone, without offices, papers and places."""

import re

from accord.read.captions import beside_dates
from accord.read.dates import find_dates, find_relative
from accord.read.furniture import Layout
from accord.read.naming.outlets import is_outlet_name
from accord.read.naming.sections import is_section

__all__ = ["bare_names", "find_writer_with_office", "is_office"]

_LEAD = re.compile(
    r"(?:(?:written|words|story|text|report(?:ed|ing)?)\s+)?by:?\s+(?=[A-ZÀ-Ž])",
    re.IGNORECASE,
)
_FOREIGN_LEAD = re.compile(
    r"(?:von|par|por|door|di)\s+(?=[A-ZÀ-Ž]\S+ [A-ZÀ-Ž])", re.IGNORECASE
)
# "in Geneva"; "in Ann Arbor, Mich."
_PLACE = re.compile(
    r",? (?:in|aus|à|en) [A-ZÀ-Ž][\w.'’-]*(?:[ ,]+[A-ZÀ-Ž][\w.'’-]*){0,3}\Z"
)
# "Lena Maar (Legal Correspondent)", "Lena Maar (Ostin)".
_ASIDE = re.compile(r"\s*\(([^()]{2,40})\)\Z")
# "Updated 3 hours ago by Lena Maar"
_AT_END = re.compile(r"\bby ([A-ZÀ-Ž][\w'’.-]+(?: [A-ZÀ-Ž][\w'’.-]+){1,2})\Z")
_OFFICES = frozenset(
    """
    staff writer writers reporter reporters correspondent correspondents editor editors
    columnist bureau chief desk contributor contributors newsroom producer anchor
    korrespondent korrespondentin redakteur redakteurin redaktion journaliste
    correspondant correspondante redactor redactora corresponsal
    """.split()
)
# Words before an office, and of a date: they may follow a name without a comma.
_BESIDE_OFFICES = frozenset(
    """
    news political politics sports senior foreign legal affairs special business crime
    education health world national security science technology diplomatic defence defense
    investigative assistant deputy associate managing executive chief
    monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december
    """.split()
)
# What programs write where a name should stand.
_NOBODY = frozenset(
    {"anonymous", "unknown", "admin", "administrator", "none", "n/a", "null"}
)
_NAME = re.compile(
    r"[A-ZÀ-Ž][\w'’.-]*(?: (?:[A-ZÀ-Ž][\w'’.-]*|de|van|von|der|bin|al|el|la|di|da|dos)){1,3}"
)
_BORDER = re.compile(r"\s*[|·•/]\s*|\s[–—-]\s|,\s+|\s{2,}")
_PIECE = re.compile(r"\s*[;|]\s*")
_HEAD_LINES = 14
_MOST_CHARS = 120


def bare_names(author: str | None) -> str | None:
    """Leave out of a byline all that is not a name.

    Returns:
        The names; the whole line if nothing of it is a person's name, since a desk or
        an agency may be all that is given; None if it names nobody.

    Example:
        >>> bare_names("By Lena Maar, Staff Writer; Courier staff")
        'Lena Maar'
        >>> bare_names("Lena Maar and Tom Okeke in Port Ostin")
        'Lena Maar and Tom Okeke'
        >>> bare_names("Lena Maar News Reporter")
        'Lena Maar'
        >>> bare_names("The Associated Press")
        'The Associated Press'
    """
    line = " ".join((author or "").split())
    if line.lower() in _NOBODY:
        return None
    aside = _ASIDE.search(line)
    if aside and (is_office(aside[1]) or " " not in aside[1]):
        line = line[: aside.start()]
    line = _FOREIGN_LEAD.sub("", _LEAD.sub("", line, count=1), count=1)
    kept = [name for piece in _PIECE.split(line) if (name := _names_in(piece))]
    return ", ".join(kept) or line or None


def _names_in(piece: str) -> str:
    """Leave offices, papers and the place out of one part of a byline."""
    piece = _PLACE.sub("", piece)
    parts = [part.strip() for part in piece.split(",")]
    # "News Reporter" is an office before it is a paper.
    kept = [p for p in parts if p and (is_office(p) or not is_outlet_name(p))]
    names = [_without_office(part) for part in kept[:1]]
    names += [part for part in kept[1:] if not is_office(part)]
    # One word before an office is a paper's: "Courier staff".
    if names and kept[0] != names[0] and " " not in names[0]:
        names = names[1:]
    return ", ".join(filter(None, names))


def _without_office(part: str) -> str:
    """Take off the end of a name what is no name: "Lena Maar News Reporter"."""
    words = part.split()
    while words and words[-1].lower().strip(".") in _OFFICES | _BESIDE_OFFICES:
        words.pop()
    return " ".join(words)


def is_office(words: str) -> bool:
    """Tell whether some words are what those who write for papers are called.

    Example:
        >>> (
        ...     is_office("Legal Affairs Correspondent"),
        ...     is_office("The editor resigned today"),
        ... )
        (True, False)
    """
    found = words.lower().split()
    return 0 < len(found) <= 6 and found[-1].strip(".") in _OFFICES


def find_writer_with_office(layout: Layout) -> str | None:
    """Find who wrote an article where no "by" says so.

    A name alone may be anything; it is taken where the same line, or the next, gives
    an office, or where the line is one of name, paper and date.
    """
    head = range(min(_HEAD_LINES, layout.first_prose, len(layout.units)))
    for index in head:
        line = layout.units[index].text.strip(" *_")
        if len(line) > _MOST_CHARS:
            continue
        below = layout.units[index + 1].text.strip(" *_") if index + 1 in head else ""
        found = _named_in(line, below=below)
        if found:
            return found
    return None


def _named_in(line: str, *, below: str) -> str | None:
    """Find the name in a line of a name and what tells that it is a writer's."""
    dates = [(found.start, found.end) for found in find_dates(line)]
    at_end = _AT_END.search(line)
    if at_end and (dates or find_relative(line)):
        return at_end[1]
    parts = [p for p in _BORDER.split(beside_dates(line, dates)) if p.strip(" ,.")]
    if not parts or not _is_person(parts[0]):
        return None
    rest = parts[1:]
    told = any(map(is_office, rest)) or (not rest and not dates and is_office(below))
    papers = dates and any(is_outlet_name(p, beside_date=True) for p in rest)
    return parts[0] if told or papers else None


def _is_person(name: str) -> bool:
    """Tell whether some words can be a person's name."""
    if not _NAME.fullmatch(name) or is_section(name) or is_office(name):
        return False
    return not is_outlet_name(name, beside_date=True)
