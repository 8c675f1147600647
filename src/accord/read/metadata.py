"""What a text says about itself: headline, writer, outlet, day of publication."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from urllib.parse import urlsplit

from accord.model import Span, When
from accord.read.captions import beside_dates, is_date_line, read_byline
from accord.read.dates import FoundDate, find_dates, find_relative
from accord.read.furniture import Layout
from accord.read.lexicon import lexicon
from accord.read.naming.outlets import is_outlet_name
from accord.read.naming.sections import is_section
from accord.read.naming.writers import find_writer_with_office
from accord.read.units import Unit

__all__ = [
    "find_author",
    "find_outlet",
    "find_published",
    "find_title",
    "outlet_of_url",
]

_HEAD_LINES = 14
_MAX_TITLE_WORDS = 30
_MAX_TITLE_CHARS = 220
# More dated lines than this are a chronology, and none of them dates the article.
_MAX_DATE_LINES = 3

_SMALL = "of|the|and|&|de|du|la|le|el|al|del|der|die|das"
_PROPER = rf"(?:[A-Z0-9][\w'’&.-]*|{_SMALL})"
_OUTLET = rf"(?P<name>(?:[Tt]he )?[A-Z0-9][\w'’&.-]*(?: {_PROPER}){{0,5}})"
_SIGN_OFFS = (
    re.compile(rf"[*#\s]*Subscribe to {_OUTLET}[!.]?[*\s]*"),
    re.compile(
        rf"(?:Copyright|©|\([cC]\))[\s©,]*(?:\([cC]\)\s?)?(?:(?:19|20)\d\d[-–, ]*){{1,2}}"
        rf"(?:by )?{_OUTLET}(?:[.,|].*|$)"
    ),
    re.compile(
        rf"(?:©|Copyright ©?)\s?{_OUTLET},?\s(?:(?:19|20)\d\d)(?:[.,|].*|$)"
    ),
    re.compile(rf"(?:First published|Published|Originally published) (?:in|by) {_OUTLET}"
               r"(?: on .{4,40})?\.?"),
    re.compile(rf"Support {_OUTLET}[!.]?"),
    re.compile(rf"©\s?{_OUTLET}"),
)  # fmt: skip
_NOT_OUTLETS = frozenset(
    """
    our us newsletter newsletters updates the podcast youtube telegram twitter facebook
    get your email e-mail rss notifications alerts news today now all rights reserved
    unlimited premium daily weekly breaking journalism independent quality read continue
    """.split()
)
_NAME_LINE = re.compile(
    rf"(?:[A-ZÀ-Ž][\w.'’&-]*|\d+\w*)(?: (?:[A-ZÀ-Ž][\w.'’&-]*|{_SMALL})){{0,5}}"
)
# Where a paper of a common name is from: "Harbour Post (Ostin)".
_HOME = re.compile(r"\s\([^()]{2,40}\)\Z")
_SEPARATOR = re.compile(r"\s[|·•–—/-]\s|\s{2,}|, ")
_PAPER = re.compile(
    r"\s+(?:briefing|bulletin|report|analysis|newsletter|edition|issue|statement)\Z"
)
_ARTICLES = ("the ", "el ", "la ", "le ", "der ", "die ", "das ", "il ")
# "Source: Harbour Wire"; a line that says so names an outlet, whatever it is called.
_STATED = re.compile(r"(?:source|quelle|fuente|via):\s+", re.IGNORECASE)
_RIGHTS = re.compile(r"[.,]?\s*(?:All [Rr]ights [Rr]eserved|Inc|Ltd|LLC)\b.*$")
# Sites where many outlets' pages lie: their name says nothing of the outlet.
_CARRIERS = frozenset(
    """
    web.archive.org archive.org archive.ph archive.is archive.today news.google.com
    google.com msn.com yahoo.com facebook.com twitter.com x.com t.me telegram.org
    youtube.com medium.com substack.com wordpress.com blogspot.com github.com
    localhost drive.google.com dropbox.com docs.google.com bit.ly t.co
    """.split()
)
_UPDATED = re.compile(
    r"\b(?:updated|modified|edited|aktualisiert|geändert|mise? à jour|actualizado)\b",
    re.IGNORECASE,
)
# A day on which somebody took the page is not the one on which it was published.
_TAKEN = re.compile(
    r"\b(?:saved|retrieved|accessed|captured|archived|downloaded|printed|last visited)\b",
    re.IGNORECASE,
)
# How far before a date stands what says that it is one of an update.
_UPDATE_NEAR = 25
# What a text is of that was said on the day in its heading.
_RECORD = re.compile(
    r"\b(?:transcripts?|minutes|hansard|verbatim|proceedings|debate|hearing|sitting|session"
    r"|question\s+time|press\s+(?:conference|briefing|release)|communiqu[ée]|remarks|speech"
    r"|statement|address|interview)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,30}[A-Z]\b[^—–]{0,70}?\s?(?:—|–|--? )")


def find_title(layout: Layout) -> int | None:
    """Find the headline.

    Returns:
        Index of its line: a line near the top that stands there twice, or else the
        first that reads like a headline and has prose after it.
    """
    head = _head(layout)
    has_prose = layout.first_prose < len(layout.units)
    for passes in (_is_free_headline, _is_headline, _is_like_label):
        candidates = [i for i in head if passes(layout, i)]
        counts = Counter(layout.units[i].plain for i in candidates)
        twice = (i for i in candidates if counts[layout.units[i].plain] > 1)
        before = [i for i in candidates if has_prose and i < layout.first_prose]
        # The outlet's or a section's name often stands above: take the first other
        # line of some length.
        before = [i for i in before if not _is_mast(layout, i)] or before
        longer = (i for i in before if layout.units[i].words >= 4)
        found = next(chain(twice, longer, before), None)
        if found is not None:
            return found
    return None


def find_author(layout: Layout) -> str | None:
    """Find who wrote it: a writer's byline before an agency desk's credit."""
    read = map(read_byline, layout.units)
    found = [byline for byline in read if byline and byline.names]
    found.sort(key=lambda byline: byline.weak)
    if found and not found[0].weak:
        return found[0].names
    return find_writer_with_office(layout) or (found[0].names if found else None)


def find_outlet(layout: Layout, text: str, *, title: int | None) -> str | None:
    """Find who published it: a sign-off, a copyright line, the name above the article.

    A body that reports what an outlet reported says nothing about who published it.
    """
    signed = _signed_outlet(layout, text)
    if signed:
        return signed
    mast = find_masthead(layout, title=title)
    if mast is not None:
        return _case_name(_HOME.sub("", layout.units[mast].text).strip())
    for index in range(min(_HEAD_LINES, layout.first_prose)):
        if layout.kinds.get(index) == "byline":
            name = _name_beside_date(layout.units[index].text)
            if name:
                return name
    return None


def find_masthead(layout: Layout, *, title: int | None) -> int | None:
    """Find the line above the article that is the outlet's name.

    Returns:
        Index of a line that has the form of a name, and either the words that
        outlets are named with, or the first place above a date or byline.
    """
    head = min(_HEAD_LINES, layout.first_prose, len(layout.units))
    for index in range(head):
        unit = layout.units[index]
        # Short lines at the top pass for a menu; a paper's name as the first does not.
        is_first = index == 0 and is_outlet_name(unit.text)
        is_open = is_first or _is_open(layout, index)
        if index != title and is_open and _is_mast(layout, index):
            return index
    return None


def _is_mast(layout: Layout, index: int) -> bool:
    """Tell whether a line has the form of an outlet's name above an article."""
    unit = layout.units[index]
    name = _HOME.sub("", unit.text)
    if not _NAME_LINE.fullmatch(name):
        return False
    follows = layout.kinds.get(index + 1) in {"byline", "navigation"}
    first = index == 0 and follows
    named = unit.text.isupper() or unit.plain.startswith(_ARTICLES)
    return (first and named) or is_outlet_name(name, beside_date=index == 0 and follows)


def _signed_outlet(layout: Layout, text: str) -> str | None:
    """Find the outlet in a sign-off or copyright line, the last one first."""
    for index, kind in sorted(layout.kinds.items(), reverse=True):
        if kind not in {"subscription", "notice", "byline"}:
            continue
        line = layout.units[index].text.strip()
        for pattern in _SIGN_OFFS:
            match = pattern.fullmatch(line)
            name = _outlet_name(match["name"], text) if match else None
            if name:
                return name
    return None


def _name_beside_date(line: str) -> str | None:
    """Find an outlet's name beside the date in a date line."""
    pieces = [(found.start, found.end) for found in find_dates(line)]
    for part in _SEPARATOR.split(beside_dates(line, pieces)):
        bare = part.strip(" ,.:|·•–—/*_")
        name = _PAPER.sub("", _STATED.sub("", bare)).strip()
        stated = _STATED.match(bare) or is_outlet_name(name, beside_date=bool(pieces))
        if stated and _NAME_LINE.fullmatch(name):
            return _case_name(name)
    return None


def _case_name(name: str) -> str:
    """Write a name in capitals as names are written; short words may be initials."""
    if not name.isupper() or " " not in name:
        return name
    return " ".join(
        word.capitalize() if len(word) > 3 or word in {"THE", "OF", "AND"} else word
        for word in name.split()
    )


def outlet_of_url(url: str | None) -> str | None:
    """Name the site of an address, unless many outlets' pages lie there.

    Example:
        >>> outlet_of_url("https://www.courier.example/world/1")
        'courier.example'
    """
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.")
    return host if "." in host and host not in _CARRIERS else None


def find_published(layout: Layout, text: str) -> tuple[When | None, Span | None]:
    """Find the day of publication in the lines around the article.

    Dates within the article are what it speaks of, and are never taken.

    Returns:
        The date, and where the words stand. A relative date ("2 months ago") gives
        an unresolved one, since nobody knows when the page was saved.
    """
    lines = [
        unit
        for index, unit in enumerate(layout.units)
        if layout.kinds.get(index) in {"byline", "header"}
    ]
    dated = [u for u in lines if is_date_line(u)]
    chronology = len({u.plain for u in dated}) > _MAX_DATE_LINES
    usable = [u for u in lines if not chronology or u not in dated]
    usable.sort(key=lambda unit: (bool(_UPDATED.search(unit.text)), unit.start))
    for unit in usable:
        for found in _published_first(unit.text):
            span = Span(unit.start + found.start, unit.start + found.end)
            return found.when(span.of(text)), span
    for span, when in (*_dateline_dates(layout), *_recorded_dates(layout)):
        return when, span
    for unit in usable:
        relative = find_relative(unit.text)
        if relative:
            span = Span(unit.start + relative[0], unit.start + relative[1])
            return When.unresolved(span.of(text)), span
    return None, None


def _dateline_dates(layout: Layout) -> Iterator[tuple[Span, When]]:
    """Find a full date in the dateline of the first sentence."""
    if layout.first_prose >= len(layout.units):
        return
    unit = layout.units[layout.first_prose]
    match = _DATELINE.match(unit.text)
    if not match:
        return
    for found in find_dates(match.group()):
        words = unit.text[found.start : found.end]
        yield Span(unit.start + found.start, unit.start + found.end), found.when(words)


def _recorded_dates(layout: Layout) -> Iterator[tuple[Span, When]]:
    """Find the day in the heading of a record of what was said: "Minutes, 3 May 2024"."""
    for index in range(min(_HEAD_LINES, layout.first_prose)):
        unit = layout.units[index]
        if not (_is_open(layout, index) and _RECORD.search(unit.text)):
            continue
        for found in find_dates(unit.text):
            last = not unit.text[found.end :].strip(" .)")
            if last and found.day and found.precision == "day":
                span = Span(unit.start + found.start, unit.start + found.end)
                yield span, found.when(unit.text[found.start : found.end])


def _published_first(line: str) -> Sequence[FoundDate]:
    """Give the dates of a line, those of updates last, without days of saving."""
    return sorted(
        (
            found
            for found in find_dates(line)
            if not _TAKEN.search(line, max(0, found.start - _UPDATE_NEAR), found.start)
        ),
        key=lambda found: bool(
            _UPDATED.search(line, max(0, found.start - _UPDATE_NEAR), found.start)
        ),
    )


def _is_like_label(layout: Layout, index: int) -> bool:
    """Tell whether a line was taken for a menu's only for its shortness, and may be more.

    A menu's entries are not set off by a byline below them.
    """
    unit = layout.units[index]
    if layout.kinds.get(index) != "navigation" or is_section(unit.text):
        return False
    if layout.kinds.get(index + 1) != "byline" or _is_mast(layout, index):
        return False
    return (
        2 <= unit.words <= _MAX_TITLE_WORDS
        and not is_date_line(unit)
        and lexicon().kind_of(unit, outside=True) is None
        and unit.text.rstrip()[-1:] not in tuple(".:;,")
    )


def _is_open(layout: Layout, index: int) -> bool:
    """Tell whether no rule has named what a line is, whatever the judge makes of it."""
    return layout.kinds.get(index, "other") == "other"


def _head(layout: Layout) -> Sequence[int]:
    """Give the lines at the top, not counting those above that are furniture."""
    free = (i for i in range(len(layout.units)) if i not in layout.kinds)
    first = next(free, 0)
    top = range(min(_HEAD_LINES, len(layout.units)))
    near = range(max(first, len(top)), min(first + _HEAD_LINES, len(layout.units)))
    return (*top, *near)


def _is_free_headline(layout: Layout, index: int) -> bool:
    """Tell whether a line that nothing is known of can be a headline."""
    return index not in layout.kinds and _is_headline(layout, index)


def _is_headline(layout: Layout, index: int) -> bool:
    """Tell whether a line can be a headline."""
    unit = layout.units[index]
    if not _is_open(layout, index) or is_section(unit.text):
        return False
    if not 2 <= unit.words <= _MAX_TITLE_WORDS:
        return False
    if len(unit.text) > _MAX_TITLE_CHARS or not any(c.isupper() for c in unit.text):
        return False
    last = unit.text.rstrip("\"”’')* ")[-1:]
    return last not in tuple(".:;,") or (last == "." and _is_repeated(layout, unit))


def _is_repeated(layout: Layout, unit: Unit) -> bool:
    """Tell whether a line stands twice at the top."""
    head = layout.units[:_HEAD_LINES]
    return sum(1 for other in head if other.plain == unit.plain) > 1


def _outlet_name(name: str, text: str) -> str | None:
    """Tidy a name; None if it is no name."""
    name = _RIGHTS.sub("", name).strip(" .,|")
    bare = name[4:] if name[:4].lower() == "the " else name
    words = bare.split()
    if not words or words[0].lower() in _NOT_OUTLETS or bare.isdigit():
        return None
    # "the" may or may not be part of the name: the text's own capitals decide.
    return f"The {bare}" if name.startswith("The ") or f"The {bare}" in text else bare
