"""Picture captions and credits, bylines and date lines: lines about the article."""

import re
from collections.abc import Sequence

from accord.read.dates import find_dates, find_relative
from accord.read.units import Unit
from accord.text import ends_sentence, sentences

__all__ = [
    "Byline",
    "beside_dates",
    "is_caption",
    "is_caption_with_name",
    "is_credit_alone",
    "is_date_line",
    "picture_words",
    "read_byline",
]

_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty|Getty Images|EPA|EPA-EFE|EFE|TASS|DPA|dpa|ANSA|PTI"
    r"|ANI|Xinhua|Anadolu|AA|Bloomberg|Alamy|Shutterstock|iStock|Unsplash|Pixabay"
    r"|Wikimedia(?: Commons)?|NurPhoto|Sipa|Zuma|ZUMA|Pool|POOL|Handout|Associated Press"
    r"|Agence France-Presse|PA|PA Media|UPI|Kyodo|Yonhap|Flickr|AP Photo|AFP Photo)"
)
_AGENCY_PICTURES = (
    rf"(?:{_AGENCY}|[A-Z][\w.&'’-]{{1,30}}) ?(?:Images?|Photos?|Pictures?|Pool|POOL)"
)
_PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|file photo|file image|illustration"
    r"|graphic|video|screenshot|screengrab|photo credit|image credit|picture credit"
    r"|credits?|image source|photo source|image caption|fotos?|fotografie|bild(?:quelle)?"
    r"|symbolbild|archivbild|crédits?|imagen|imagem|immagine|фото)"
)
_CREDIT_WORD = re.compile(
    rf"(?:^[(\[]?|(?<=[.!?”\"’'…)\]]\s)[(\[]?|[(\[]){_PICTURE}"
    r"(?: ?(?:by|courtesy(?: of)?|via|from))?[ ]?(?:[:/|©-]|\.{3}|…)[ ]?[^.:!?()\[\]\n]{2,90}[)\].]{0,2}$",
    re.IGNORECASE,
)
_CREDIT_BY = re.compile(
    rf"[(\[]{_PICTURE} (?:by|courtesy of|via|from) [^()\[\]\n]{{2,120}}[)\]]\.?$",
    re.IGNORECASE,
)
_CREDIT_AGENCY = re.compile(
    rf"(?:(?:^|[\s(\[/|©,.]){_AGENCY_PICTURES}|(?:\bvia |/ ?|© ?|\| ?){_AGENCY}"
    r"|(?<=[.!?”’])The (?:Associated|Canadian) Press)"
    r"(?: via [A-Z][\w ]{1,30})?[)\]]?\.?$"
)
# "(AP Photo/Lena Maar, File)"; "... at the gate. (Lena Maar/Ostin News)".
_CREDIT_SLASH = re.compile(
    rf"[(\[]{_AGENCY_PICTURES} ?/ ?[^()\[\]\n]{{2,80}}[)\]]\.?$"
    r"|[.!?”\"’…]\s+[(\[][A-ZÀ-ÞŠŽ][\w'’.-]*(?: [A-ZÀ-ÞŠŽ][\w'’.-]*){1,3} ?/ ?"
    r"[A-ZÀ-ÞŠŽ][\w .&'’-]{1,40}[)\]]\.?$"
)
_CREDIT_GLUED = re.compile(
    r"(?<=[.!?”’…])(?:Photo(?:graph)?s?|Foto|Credit|Illustration)(?: by|:) ?"
    r"[A-ZÀ-ÞŠŽ][^.!?\n]{2,60}$"
)
_CREDIT_COURTESY = re.compile(
    r"\b[Cc]ourtesy (?:of )?(?:the )?[A-ZÀ-ÞŠŽ][\w .&'’/-]{1,40}[)\]]\.?$"
)
_CREDIT_OWNER = re.compile(r"\s©\s?[^.!?\n]{2,60}$")
_FILE = re.compile(
    r"(?:FILE(?: PHOTO| IMAGE| PICTURE)?|File (?:photo|image|picture)|ARCHIVE PHOTO"
    r"|Archive photo|HANDOUT)(?: ?[:–—-]|\.? |$)"
    r"|Pictured,? (?:left|right|above|below|here|with|from|is|are|at|in)\b"
    r"|(?:Pictured|Image|Photo|Caption|Above)(?: ?caption)?:|Image (?:source|caption),|(?:In this (?:photo|image|picture|handout|file|screengrab|pool)\b)"
)
# How captions speak.
_SHOWS = re.compile(
    r"[(,] ?(?:from )?(?:left|right|cent(?:er|re)|l|r)[),]|\b(?:(?:photo(?:graph)?|image|picture)s?"
    r"|pictured|(?:is|are) seen|speaks|walks|poses|stands|sits|looks|arrives|attends|holds|waves"
    r"|waits?|gestures|shows|reacts|greets?|during an?|courtesy|getty|reuters"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day,)(?!\w)"
)
# Who stands where in a picture, and how an agency came by it.
_SIDE = re.compile(
    r"\((?:pictured,? |from |far |top |bottom |above |below |second from |third from )?"
    r"(?:left|right|cent(?:er|re)|top|bottom)\)"
    r"|, pictured (?:at|in|on|with|here|during|outside|together)\b|\((?:Archiv|Symbol)(?:bild|foto)\)"
    r"|\b(?:NO (?:RE)?SALES|this (?:hand-?out )?(?:photo(?:graph)?|picture|image|still) (?:obtained|provided"
    r"|released|taken|made available)"
    r"|[Ii]n this (?:\w{6,9}, )?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4},? (?:file )?"
    r"(?:photo(?:graph)?|picture|image))\b"
)
# Whose picture it is, after a sentence: "... near the gate. Sara Kent for The Ostin Post".
_NAME_OF_PICTURE = re.compile(
    r"[A-ZÀ-ÞŠŽ][\w’'&+-]*"
    r"(?:[ /|]+(?:[A-ZÀ-ÞŠŽ][\w’'&+-]*|for|of|via|by|the|de|van|and|&)){1,6}"
    r"|Supplied|Handout|Contributed|Submitted|Screengrab|Screenshot|Getty|Alamy|iStock"
    r"|Shutterstock|Unsplash|Pexels|Pixabay"
)
_TAIL_WITH_NAME = 120
_MIN_WORDS_WITH_NAME = 8
_MOST_OF_CAPTION = 400
_MAX_CAPTION_WORDS = 100
_MAX_CREDIT_WORDS = 8

_NAME_WORD = (
    r"(?:[A-ZÀ-ÞŠŽ][\w'’.-]*|de|van|von|der|den|bin|ibn|al|el|la|le|di|da|del|du|dos)"
)
_NAME = rf"[A-ZÀ-ÞŠŽ][\w'’.-]*(?: {_NAME_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:, | and | & |, and ){_NAME}){{0,5}}"
_BYLINE = re.compile(
    r"(?P<lead>(?:(?i:written|words|story|report|text|article|posted|published|analysis"
    r"|opinion|commentary|interview|reported) )?(?i:by):?|(?i:author|reporter"
    r"|correspondent|writer|words|text|story|report|interview|byline)s?:)\s+"
    rf"(?P<names>{_NAMES})(?P<rest>$|[ ,|–—(•·-].*)"
)
# In German, French, Spanish, Dutch: a surname may begin so too ("Von Storch").
_BYLINE_ABROAD = re.compile(
    rf"(?P<lead>(?i:von|par|por|door))\s+(?P<names>{_NAMES})(?P<rest>$|[ ,|–—(•·-].*)"
)
_CREDITS = re.compile(
    rf"\(?(?:Reporting|Additional reporting|Writing|Editing|Compiled|Translated) by "
    rf"(?P<names>{_NAMES})(?P<rest>.*)"
)
_INITIALS = re.compile(r"\([a-z]{2,4}(?:[/,] ?[a-z]{2,4}){0,3}\)")
_NO_NAME = frozenset(
    """
    the a an this that these those its their our his her all one two many most some
    monday tuesday wednesday thursday friday saturday sunday contrast comparison then now
    january february march april may june july august september october november december
    late early mid land sea air law far no any what whatever doing using being taking
    """.split()
)
# What may stand after the names: a date, a place, an outlet, a role.
_MAX_BYLINE_WORDS = 26
_MARKDOWN = re.compile(r"\[([^\[\]\n]{1,100})\]\([^()\s]{0,300}\)")
_DATE_FILLERS = re.compile(
    r"\b(?:date|dated|published|posted|updated|last|modified|issued|first|created|on|at"
    r"|publication|by|loading|gmt|utc|bst|cet|cest|est|edt|pst|pdt|ist|msk|eet|eest|et|pt"
    r"|a\.?m|p\.?m|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|publiée?|publicado|veröffentlicht|erstellt"
    r"|aktualisiert|actualizado|г|mise?|à|jour|le|am|um|uhr|el|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles"
    r"|jueves|viernes|sábado|domingo|\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m)?|\d{1,2}(?= ?[ap]\.?m)|\d{1,3}"
    r"(?= ?-?min)|-?min(?:ute)?s?|read(?:ing)?|time|ago|views?|comments?)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d ?[ap]\.m\.\Z", re.IGNORECASE)
_DATE_WORD = re.compile(r"[^\W_]+")
_POSTED = re.compile(
    r"(?:first )?(?:posted|published|uploaded|submitted|added|filed) (?:by|on|in|at)\b"
    r"|(?:for )?(?:immediate )?release:|embargoed (?:until|to)\b",
    re.IGNORECASE,
)
_MAX_DATE_WORDS = 18
_MAX_DATE_REST = 3
_MAX_NAME_REST = 8
_SET_OFF = re.compile(r"\s[|·•–—/]\s")
# Small words in names, and what papers call themselves.
_DATE_COMPANY = frozenset(
    """
    of the and for in s briefing bulletin report analysis newsletter edition issue paper
    statement release
    """.split()
)


class Byline:
    """Who wrote an article, as a line of it says.

    Attributes:
        names: The names, as they stand there without links.
        rest: What stands after them.
        weak: Whether the line credits agencies' desks rather than the writer.
    """

    __slots__ = ("names", "rest", "weak")

    def __init__(self, names: str, rest: str, *, weak: bool) -> None:
        self.names = names
        self.rest = rest
        self.weak = weak


def read_byline(unit: Unit) -> Byline | None:
    """Read a line such as ``By Jane Doe`` or ``Written by [J. Doe](#) on May 2, 2031``.

    Returns:
        Its names; None if the line is no byline.
    """
    if unit.words > _MAX_BYLINE_WORDS:
        return None
    line = _MARKDOWN.sub(r"\1", unit.text).strip(" *_\t\u00a0—–-")
    match = _BYLINE.fullmatch(line)
    if match and _is_names(match["names"]) and not _is_prose_rest(match["rest"]):
        return Byline(_tidy(match["names"]), match["rest"], weak=False)
    match = _BYLINE_ABROAD.fullmatch(line)
    if match and " " in match["names"] and not _is_prose_rest(match["rest"]):
        return Byline(_tidy(match["names"]), match["rest"], weak=False)
    match = _CREDITS.fullmatch(line)
    if match and _is_names(match["names"]):
        return Byline(_tidy(match["names"]), match["rest"], weak=True)
    return Byline("", "", weak=True) if _INITIALS.fullmatch(line) else None


def picture_words(line: str) -> int:
    """Count the turns of speech that captions have and articles seldom.

    Example:
        >>> picture_words("The mayor, left, waves during a parade in this file photo.")
        4
    """
    return len(_SHOWS.findall(line[:_MOST_OF_CAPTION].lower()))


def is_caption(unit: Unit) -> bool:
    """Tell whether a line is a picture's caption or credit."""
    if unit.words > _MAX_CAPTION_WORDS:
        return False
    tail = unit.text[-200:].rstrip(" *_")
    if _FILE.match(unit.text.lstrip("[(*_ ")) and not unit.text.startswith(("“", '"')):
        return True
    if _SIDE.search(unit.text) and not any(mark in unit.text for mark in '"“”«»'):
        return True
    return bool(
        _CREDIT_WORD.search(tail)
        or _CREDIT_BY.search(tail)
        or _CREDIT_AGENCY.search(tail)
        or _CREDIT_SLASH.search(tail)
        or _CREDIT_GLUED.search(tail)
        or _CREDIT_COURTESY.search(tail)
        or _CREDIT_OWNER.search(tail)
    )


def is_caption_with_name(unit: Unit) -> bool:
    """Tell whether a line without quotations ends in a bare name after its last sentence."""
    if not _MIN_WORDS_WITH_NAME <= unit.words <= _MAX_CAPTION_WORDS:
        return False
    if any(mark in unit.text for mark in '"“”«»„') or ends_sentence(unit.text):
        return False
    tail = unit.text[-_TAIL_WITH_NAME:].rstrip(" *_")
    *before, name = (found.of(tail) for found in sentences(tail))
    told = bool(before) and before[-1].endswith(".") and not before[-1].endswith("..")
    return told and _NAME_OF_PICTURE.fullmatch(name) is not None


def is_credit_alone(unit: Unit) -> bool:
    """Tell whether a line is only a credit, so that its caption stands next to it."""
    return unit.words <= _MAX_CREDIT_WORDS and not ends_sentence(unit.text)


def is_date_line(unit: Unit) -> bool:
    """Tell whether a line is there to give a date, absolute or relative."""
    if unit.words > _MAX_DATE_WORDS:
        return False
    line = _MARKDOWN.sub(r"\1", unit.text)
    pieces = [(found.start, found.end) for found in find_dates(line)]
    relative = find_relative(line)
    if not pieces and relative:
        pieces = [relative]
    if not pieces:
        return False
    rest = _DATE_WORD.findall(_DATE_FILLERS.sub(" ", beside_dates(line, pieces)))
    if not rest or _POSTED.match(line):
        return True
    # A place, a section or an outlet may stand beside the date; a sentence may not.
    named = all(
        word[:1].isupper() or word.isdigit() or word.lower() in _DATE_COMPANY
        for word in rest
    )
    set_off = (bool(_SET_OFF.search(line)) and "(" not in line) or rest[
        -1
    ].lower() in _DATE_COMPANY
    most = _MAX_NAME_REST if set_off else _MAX_DATE_REST
    ends = ends_sentence(unit.text) and not _CLOCK.search(unit.text)
    return named and len(rest) <= most and not ends


def beside_dates(line: str, pieces: Sequence[tuple[int, int]]) -> str:
    """Give what stands beside the dates of a line."""
    for start, end in reversed(pieces):
        line = f"{line[:start]} {line[end:]}"
    return line


def _is_names(names: str) -> bool:
    """Tell whether capitalised words can be people or agencies."""
    words = names.split()
    if any(word.strip(",.").lower() in _NO_NAME for word in words[:1]):
        return names in {"The Associated Press", "The Editors", "The Editorial Board"}
    return len(names) <= 120


def _is_prose_rest(rest: str) -> bool:
    """Tell whether what follows the names makes it a sentence of the article."""
    bare = rest.strip(" ,|–—()•·-")
    if not bare:
        return False
    if any(find_dates(bare)) or find_relative(bare):
        return False
    words = bare.split()
    # "in Geneva", "for The Courier", "| Staff Writer", "Political Editor".
    small = sum(1 for word in words if word[:1].islower())
    return ends_sentence(bare) or small > max(2, len(words) // 2) or len(words) > 12


def _tidy(names: str) -> str:
    """Drop what clings to names."""
    return names.strip(" ,.|-–—")
