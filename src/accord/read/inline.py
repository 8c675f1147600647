"""Furniture within a line: placeholders, stubs and teasers glued to its end."""

import re
from collections.abc import Iterator

from accord.model import Furniture, FurnitureKind
from accord.read.units import Unit

__all__ = ["find_inline", "find_placeholders", "is_blank"]

_NOUN = (
    r"(?:date|name|number|place|city|location|country|title|amount|time|year|month|day"
    r"|link|url|source|event|organi[sz]ation|company|author|outlet|photo|image|caption"
    r"|headline|quote|figure|percentage|details?|text|email|address|phone)"
)
_PLACEHOLDERS = (
    # Square and angle brackets with an order to fill them in, or a bare noun.
    re.compile(
        r"[\[<](?:\w{1,20}: ?)?(?:please )?(?:insert|add|enter|fill in|replace with|to be (?:added|"
        r"confirmed|inserted|filled)|your|placeholder|specify|provide|include|tbd|tbc|tba"
        r"|tk+)\b[^\[\]<>\n]{0,120}[\]>]",
        re.IGNORECASE,
    ),
    re.compile(rf"\[(?:(?:the|a|specific|exact|relevant) )?{_NOUN}\]", re.IGNORECASE),
    re.compile(
        rf"\[{_NOUN}(?: (?:of|or|and|for|here) [^\[\]\n]{{1,40}}| here)\]",
        re.IGNORECASE,
    ),
    re.compile(r"\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|\{%[^{}\n]{1,80}%\}"),
    re.compile(rf"\{{{_NOUN}\}}", re.IGNORECASE),
    re.compile(r"%%[A-Za-z_]{2,40}%%|\[\[[A-Za-z_ ]{2,60}\]\]"),
    re.compile(
        r"(?<![\w-])(?:TK|TKTK|TKTKTK|TKs)(?![\w-])(?!\s?\d)|\bX{2,5}\b(?= (?:percent"
        r"|per cent|million|billion|people|years|days))"
    ),
    re.compile(r"\blorem ipsum\b[^\n]{0,600}", re.IGNORECASE),
)
# Without one of these a line holds no placeholder, and most lines hold none.
_SIGNS_OF_BLANK = ("[", "<", "{", "%%", "TK", "XX", "orem ", "OREM ")
_AFTER_SENTENCE = r"(?:(?<=[.!?…”\"’'\])])|(?<=[.!?]\*))[ \t\u00a0]+"
_GLUED: tuple[tuple[FurnitureKind, re.Pattern[str]], ...] = (
    (
        "teaser",
        re.compile(
            _AFTER_SENTENCE
            + r"(?P<it>(?:\*\*)?(?:ALSO READ|READ ALSO|READ MORE|READ NEXT|READ|RELATED"
            r"(?: STOR(?:Y|IES)| ARTICLES?| NEWS)?|SEE ALSO|WATCH|MUST READ|DON['’]T MISS"
            r"|(?i:also read|read also|read more|see also|related(?: stor(?:y|ies)"
            r"| articles?)|must read|don['’]t miss|you may also like))"
            r"(?:\*\*)?[ ]?(?::-|:|–|—|-|\||>>|»)[^\n]{3,300})$"
        ),
    ),
    (
        "teaser",
        re.compile(
            _AFTER_SENTENCE
            + r"(?P<it>[(\[]?(?:read (?:the )?(?:more|full (?:story|article"
            r"|text))(?: here)?|continue reading|keep reading)"
            r"[)\]]?[ ]?(?:\.{1,3}|…|>{1,2}|»|→)?)$",
            re.IGNORECASE,
        ),
    ),
    (
        "link-stub",
        re.compile(
            _AFTER_SENTENCE
            + r"(?P<it>(?:(?:for|to) [^.!?\n]{3,60}?\b(?:click|tap|press)(?: on)?"
            r" (?:here|this|the|below)\b[^.!?\n]{0,60}[.!]?"
            r"|for (?:the |any )?(?:more|further|full|additional) (?:information|details?"
            r"|news|updates?|stor(?:y|ies))\b[^.\n]{0,40}?\b(?:visit|see|go to|check)\b"
            r"[^\n]{0,80}"
            r"|\(?(?:please )?click (?:here|on (?:this|the) link|(?:this|the) link)"
            r"[^.\n]{0,60}\.?\)?)[ ]?)$",
            re.IGNORECASE,
        ),
    ),
    (
        "link-stub",
        re.compile(
            _AFTER_SENTENCE
            + r"(?P<it>\(?(?:link|source|via)?:? ?https?://\S{1,500}\)?)$",
            re.IGNORECASE,
        ),
    ),
    (
        "caption",
        re.compile(
            _AFTER_SENTENCE + r"(?P<it>[(\[](?:photo|image|picture|credit|file photo)s?"
            r"(?: by| courtesy of| credit)?[ :/][^()\[\]\n]{2,80}[)\]])$",
            re.IGNORECASE,
        ),
    ),
)
# Glued pieces stand at the end; looking only there keeps long lines cheap.
_TAIL_CHARS = 420


def find_placeholders(unit: Unit) -> Iterator[Furniture]:
    """Find blanks that nobody filled in, such as ``[insert date]``."""
    if not any(sign in unit.text for sign in _SIGNS_OF_BLANK):
        return
    taken: list[tuple[int, int]] = []
    for pattern in _PLACEHOLDERS:
        for match in pattern.finditer(unit.text):
            start, end = match.span()
            if not any(s < end and start < e for s, e in taken):
                taken.append((start, end))
    for start, end in sorted(taken):
        yield Furniture(unit.start + start, unit.start + end, "placeholder")


def find_inline(unit: Unit) -> Iterator[Furniture]:
    """Find furniture glued to the end of a line of the article.

    One piece may follow another, so the end is looked at until nothing is found.
    """
    end = len(unit.text)
    for _ in range(3):
        found = _last_piece(unit.text, end)
        if found is None:
            return
        start, stop, kind = found
        yield Furniture(unit.start + start, unit.start + stop, kind)
        end = start
        while end and unit.text[end - 1].isspace():
            end -= 1


def _last_piece(line: str, end: int) -> tuple[int, int, FurnitureKind] | None:
    """Find one glued piece at the end of ``line[:end]``."""
    offset = max(0, end - _TAIL_CHARS)
    tail = line[offset:end]
    for kind, pattern in _GLUED:
        match = pattern.search(tail)
        if match:
            start, stop = match.span("it")
            return offset + start, offset + len(tail[:stop].rstrip()), kind
    return None


def is_blank(unit: Unit) -> bool:
    """Tell whether a line is nothing but a placeholder."""
    return any(blank.span == unit.span for blank in find_placeholders(unit))
