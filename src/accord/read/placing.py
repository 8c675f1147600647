"""Where an article stands in its paper, and where it says it was written."""

import re
from collections.abc import Iterator

from accord.model import Span
from accord.read.dates import find_dates
from accord.read.furniture import Layout
from accord.read.naming.outlets import is_outlet_name
from accord.read.naming.sections import SECTIONS, is_section, split_trail, trail_end
from accord.read.units import plain

__all__ = ["find_dateline", "find_section"]

_HEAD_LINES = 14
_MOST_BESIDE = 4

_DAY = r"[,.]? ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:, ?\d{4}| \d{4})?"
_PLACE = r"[A-Z][A-Z .'’/-]{1,40}[A-Z](?:, [A-Z][\w.'’ -]{1,30})?"
_AGENCY = (
    r"(?:AP|AFP|AA|ANI|ANSA|APA|Anadolu|Associated Press|Belga|Bloomberg|DPA|dpa|EFE|IANS"
    r"|Interfax|KUNA|Kyodo|PA|PTI|Reuters|REUTERS|RIA|TASS|UPI|WAFA|XINHUA|Xinhua|Yonhap"
    r"|(?:[A-Z]\w+ ){1,3}(?:Agency|Bureau|News|Newswire|Press|Service|Wire))"
)
_BREAK = r"[*_]{0,2}[ \t\u00a0]?[-–—]{1,2}[ \t\u00a0]+(?=[\"“‘'(]?[A-Z0-9])"
# A place in capitals, with or without a day and an agency; then two agencies' ways.
_BEFORE_WORDS = (
    re.compile(rf"(?P<words>{_PLACE}(?:{_DAY})?)(?: ?\([^()\n]{{2,40}}\))?{_BREAK}"),
    re.compile(rf"(?P<words>{_PLACE}(?:{_DAY})?)\.? ?/[A-Z]{{2,12}}/[.:]?\s+(?=[\"“A-Z])"),
    re.compile(
        r"(?P<words>[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,3}(?:, [A-Z][\w.'’ -]{1,30})?"
        rf"(?:{_DAY})?) \({_AGENCY}\)(?:{_BREAK}|: )"
    ),
)  # fmt: skip
# On a line of its own only an agency or a day tells it from a headline in capitals.
_ALONE = (
    re.compile(rf"(?P<words>{_PLACE}{_DAY})(?: ?\([^()\n]{{2,40}}\))?[ –—-]{{0,3}}"),
    re.compile(rf"(?P<words>{_PLACE}) \({_AGENCY}\)[ –—-]{{0,3}}"),
)
# What papers set in capitals before a story, and bodies: no places.
_NO_PLACES = frozenset(
    """
    ADVISORY ALERT ANALYSIS ASEAN BACKGROUND BREAKING BRIEF COLUMN COMMENT COMMENTARY
    CORRECTED CORRECTION DEVELOPING EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER FACTBOX FEATURE
    FILE FLASH FOCUS INSIGHT INTERVIEW JUST LATEST LIVE NATO NEWS NOTE OPEC OPINION OSCE
    PHOTO PHOTOS PREVIEW PROFILE QUOTE READ RECAP REPEAT REPORT REVIEW SPECIAL SUMMARY
    TIMELINE UNESCO UNICEF UPDATE UPDATED URGENT VIDEO VIEW WATCH WRAPUP
    """.split()
)
_SHORTEST_PLACE = 4
_LAST_STOP = re.compile(r"(?<=\d)\.\Z")
_MOST_DATELINE_CHARS = 110


def find_section(layout: Layout, *, title: int | None) -> tuple[int, str] | None:
    """Find the part of the paper that the lines above the article name.

    Returns:
        The line, and the name as it stands there: the last part of a trail such as
        "Home > World > Europe", or the one line that is a section's name. None if
        several lines are names of sections, which is a menu.
    """
    trails: list[tuple[int, str]] = []
    named: list[tuple[int, str]] = []
    for index in range(min(_HEAD_LINES, layout.first_prose, len(layout.units))):
        line = layout.units[index].text.strip()
        beside = _section_beside(line)
        if beside and index != title:
            return index, beside
        if index == title or not is_section(line):
            continue
        trail = trail_end(line)
        if trail:
            trails.append((index, trail))
        elif line[:1].isalpha() and not _is_in_menu(layout, index):
            named.append((index, line))
    found = trails[:1] or (named if len(named) == 1 else [])
    return found[0] if found else None


def _is_in_menu(layout: Layout, index: int) -> bool:
    """Tell whether the line above or below is a label of the page."""
    beside = (layout.kinds.get(index - 1), layout.kinds.get(index + 1))
    return "navigation" in beside


def _section_beside(line: str) -> str | None:
    """Find a section's name beside paper and date, or at the head of a kicker.

    "The Courier / Opinion / 4 May 2031"; "OPINION | CANAL DISPUTE".
    """
    parts = split_trail(line)
    if not 2 <= len(parts) <= _MOST_BESIDE:
        return None
    rest = [part for part in parts if plain(part) not in SECTIONS]
    if len(rest) != len(parts) - 1:
        return None
    dated = any(any(find_dates(part)) for part in rest)
    known = all(
        any(find_dates(part)) or is_outlet_name(part, beside_date=dated)
        for part in rest
    )
    section = next(part for part in parts if plain(part) in SECTIONS)
    kicker = line.isupper() and section == parts[0] and len(parts) == 2
    return section if known or kicker else None


def find_dateline(layout: Layout) -> Span | None:
    """Find the place, and the day if there is one, before the first sentence.

    It says what the outlet prints, not where anybody was.

    Returns:
        Where it stands, without agency and dash; None if there is none.
    """
    for start, line in _first_lines(layout):
        matches = [pattern.match(line) for pattern in _BEFORE_WORDS]
        if len(line) <= _MOST_DATELINE_CHARS:
            matches += [pattern.fullmatch(line) for pattern in _ALONE]
        for match in matches:
            if match and _is_place(match["words"]):
                # The stop of "Mich." stays, that behind a day goes.
                words = _LAST_STOP.sub("", match["words"].rstrip(" ,"))
                return Span(start, start + len(words))
    return None


def _first_lines(layout: Layout) -> Iterator[tuple[int, str]]:
    """Give the line above the first prose and that prose, without marks of emphasis."""
    for index in (layout.first_prose - 1, layout.first_prose):
        if 0 <= index < len(layout.units):
            unit = layout.units[index]
            bare = unit.text.lstrip("*_# \t\u00a0")
            yield unit.start + len(unit.text) - len(bare), bare


def _is_place(words: str) -> bool:
    """Tell whether capitals can be a place's name."""
    first = re.split(r"[ ,]", words, maxsplit=1)[0]
    place = words.partition(",")[0]
    return len(place) >= _SHORTEST_PLACE and first not in _NO_PLACES
