"""Page furniture: which stretches of a text are not part of the article.

Careful on purpose: a quotation lost costs more than a teaser kept, so no rule marks a
line of prose for its place or length alone, and the judge must be sure.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, chain, pairwise

from accord.model import Furniture, FurnitureKind, Span
from accord.read.blocks import find_blocks, find_cut_off
from accord.read.captions import (
    is_caption,
    is_caption_with_name,
    is_credit_alone,
    is_date_line,
    read_byline,
)
from accord.read.inline import find_inline, find_placeholders, is_blank
from accord.read.lexicon import Lexicon, lexicon
from accord.read.units import Unit
from accord.text import ends_sentence

__all__ = ["Layout", "lay_out", "mark_by_rule", "mark_title_copies"]

_ICON = re.compile(r"icon", re.IGNORECASE)
_MIN_ICONS = 4
# A line of icon names has one at least every so many characters.
_MAX_CHARS_PER_ICON = 30
# The judge has learnt on articles and pages; of a few lines it knows nothing.
_LEAST_PROSE = 600
_LINES_OF_PAGE = 20
# A page number stands at either end of a running header.
_PAGE_AT_END = re.compile(
    r"^\d{1,4}\b\W{0,5}|\W{0,5}(?:\bpage )?\b\d{1,4}(?: ?(?:of|/) ?\d{1,4})?$"
)
_BULLET = re.compile(r"[-•·*+✓✔]\s")
_PAGE = re.compile(r"page \d{1,4}(?: ?(?:/|of) ?\d{1,4})?")
_PAGE_NUMBER = re.compile(r"\d{1,4}(?: ?(?:/|of) ?\d{1,4})?")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)(?=.{0,80}\b(?:19|20)\d\d\b)")
_MAX_NOTICE_WORDS = 45
_HASHTAG = re.compile(r"(?<!\S)#\w")
_MIN_HASHTAGS = 5
_MAX_WORDS_PER_HASHTAG = 3
# Where to reach who wrote it.
_REACH = re.compile(
    r"\b(?:follow|e-?mail|reach|contact|tweet) (?:him|her|them)\b.{0,40}"
    r"(?:@\w|\b(?:twitter|facebook|instagram|linkedin|x)\b)"
)
_URL_ALONE = re.compile(r"<?(?:https?://|www\.)\S{3,2000}>?")
_CRUMBS = re.compile(r"\s?(?:>|»|›|→|\|)\s?|\s/\s")
_MIN_CRUMBS = 3
_HEAD_LINES = 5
_MENU_RUN = 4
# So many short lines in a row above an article are a site's menu, known or not.
_SITE_MENU_RUN = 8
_MAX_MENU_WORDS = 5
_MIN_HEADER_WORDS = 3
_MAX_HEADER_WORDS = 15
_MOST_HEADERS = 4
_MAX_CALL_WORDS = 12
_CALLS: dict[str, FurnitureKind] = {
    "join": "subscription", "support": "subscription", "donate": "subscription",
    "sign": "subscription", "subscribe": "subscription", "download": "subscription",
    "get": "subscription", "register": "subscription", "share": "navigation",
    "follow": "navigation", "like": "navigation", "read": "teaser", "watch": "teaser",
    "listen": "teaser", "click": "link-stub", "visit": "link-stub",
}  # fmt: skip
_MAX_CAPTION_WORDS = 40
_MAX_CAPTION_NAME_WORDS = 12
_STOPS = tuple('.!?:;,…"”’»')

Judge = Callable[[Sequence[Unit], Mapping[int, FurnitureKind]], Sequence[float]]


class Layout:
    """The lines of a text, and what each of them is.

    Attributes:
        units: All lines.
        kinds: For each line that is furniture as a whole, its kind.
        first_prose: Index of the article's first sentence-like line; the number of
            lines if there is none.
        last_prose: Index of its last one; ``first_prose - 1`` if there is none.
    """

    __slots__ = ("first_prose", "kinds", "last_prose", "units")

    def __init__(self, units: Sequence[Unit], kinds: dict[int, FurnitureKind]) -> None:
        self.units = tuple(units)
        self.kinds = kinds
        prose = [i for i, u in enumerate(units) if u.is_prose and i not in kinds]
        self.first_prose = prose[0] if prose else len(self.units)
        self.last_prose = prose[-1] if prose else self.first_prose - 1

    def is_outside(self, index: int) -> bool:
        """Tell whether a line stands before or after all prose."""
        if self.first_prose == len(self.units):
            # Nothing tells article from page; the first lines may still be a head.
            return index < _HEAD_LINES
        return index < self.first_prose or index > self.last_prose

    def spans(self, header: Span | None, *, text: str) -> tuple[Furniture, ...]:
        """Give all furniture in text order, not overlapping."""
        whole = [
            Furniture(self.units[i].start, self.units[i].end, kind)
            for i, kind in sorted(self.kinds.items())
        ]
        pieces = _merge(whole, text)
        if header is not None:
            pieces.insert(0, Furniture(header.start, header.end, "header"))
        for index, unit in enumerate(self.units):
            if index not in self.kinds:
                glued = list(find_inline(unit))
                pieces.extend(glued)
                pieces.extend(
                    blank
                    for blank in find_placeholders(unit)
                    if not any(blank.span.overlaps(piece.span) for piece in glued)
                )
        return tuple(sorted(pieces))


def lay_out(units: Sequence[Unit], *, judge: Judge | None = None) -> Layout:
    """Tell article from furniture, line by line.

    Rules mark what they know; a trained judge marks what is left and sees what they
    say. Knowing where the article begins and ends, the rules then look again at what
    stands outside.

    Args:
        units: Lines of a text, without its header block.
        judge: Tells how likely each line is the article's, hearing what the rules say;
            the one that ships with the package if none is given.

    Cost:
        Linear in the number of characters.
    """
    kinds = mark_by_rule(units)
    prose = sum(len(unit.text) for unit in units if unit.is_prose)
    if prose >= _LEAST_PROSE or len(units) >= _LINES_OF_PAGE:
        from accord.read.lines import line_judge  # noqa: PLC0415 - numpy
        from accord.read.lines.marking import mark_doubted  # noqa: PLC0415 - numpy

        mark_doubted(units, kinds, (judge or line_judge())(units, kinds))
    for index in find_cut_off(units):
        kinds.setdefault(index, "teaser")
    layout = Layout(units, kinds)
    _mark_outside(layout, lexicon())
    return layout


def mark_by_rule(units: Sequence[Unit]) -> dict[int, FurnitureKind]:
    """Name the kind of each line that the rules call furniture."""
    words = lexicon()
    kinds: dict[int, FurnitureKind] = {}
    for index, unit in enumerate(units):
        kind = _kind_alone(unit, words)
        if kind is not None:
            kinds[index] = kind
    for start, end, block in find_blocks(units, kinds, words):
        for index in range(start, end):
            # "E-mail" alone is a button, within a comment form a field.
            if block == "comment-form" or index not in kinds:
                kinds[index] = block
    _mark_beside_credits(units, kinds)
    _mark_within_article(units, kinds)
    _mark_repeated(units, kinds)
    layout = Layout(units, kinds)
    _mark_outside(layout, words)
    _mark_copies(layout)
    return kinds


def mark_title_copies(layout: Layout, title: int) -> None:
    """Mark every other line that only repeats the headline, and keep the headline."""
    layout.kinds.pop(title, None)
    wanted = _key(layout.units[title])
    for index, unit in enumerate(layout.units):
        if index != title and _key(unit) == wanted:
            layout.kinds.setdefault(index, "header")


def _kind_alone(unit: Unit, words: Lexicon) -> FurnitureKind | None:
    """Name the kind of a line by its own words, wherever it stands."""
    if is_blank(unit):
        return None
    kind = _kind_by_form(unit) or words.kind_of(unit, outside=False)
    if kind is None and words.is_on_data(unit):
        return "notice"
    if kind is not None or any(find_placeholders(unit)):
        return kind
    return _kind_by_name(unit)


def _kind_by_form(unit: Unit) -> FurnitureKind | None:
    """Name the kind of a line that has a form of its own."""
    if _is_icons(unit):
        return "icons"
    if _COPYRIGHT.match(unit.plain) and unit.words <= _MAX_NOTICE_WORDS:
        return "notice"
    if _URL_ALONE.fullmatch(unit.text):
        return "link-stub"
    is_labels = _PAGE.fullmatch(unit.plain) or _is_hashtags(unit)
    return "navigation" if is_labels else None


def _kind_by_name(unit: Unit) -> FurnitureKind | None:
    """Name the kind of a line that names writers or photographers."""
    if read_byline(unit):
        return "byline"
    if is_caption(unit):
        return "caption"
    signed = unit.text.startswith("©") and unit.words <= _MAX_CAPTION_NAME_WORDS
    return "notice" if signed else None


def _is_icons(unit: Unit) -> bool:
    """Tell whether a line is a list of icon names."""
    icons = sum(1 for _ in _ICON.finditer(unit.text))
    return icons >= _MIN_ICONS and icons * _MAX_CHARS_PER_ICON >= len(unit.text)


def _is_hashtags(unit: Unit) -> bool:
    """Tell whether a line is labels for a social network, with a few words at most."""
    if unit.text.count("#") < _MIN_HASHTAGS:
        return False
    count = len(_HASHTAG.findall(unit.text))
    return count >= _MIN_HASHTAGS and unit.words <= count * _MAX_WORDS_PER_HASHTAG


def _mark_within_article(
    units: Sequence[Unit], kinds: dict[int, FurnitureKind]
) -> None:
    """Mark captions that end in a bare name; below all prose it is who wrote the article."""
    prose = [index for index, unit in enumerate(units) if unit.is_prose]
    for index in range(prose[-1] if prose else 0):
        if is_caption_with_name(units[index]):
            kinds.setdefault(index, "caption")


def _mark_beside_credits(
    units: Sequence[Unit], kinds: dict[int, FurnitureKind]
) -> None:
    """Mark the words of a caption next to a credit that stands alone.

    Only where paragraphs are set apart by blank lines does a line without one
    before or after it belong to its neighbour.
    """
    apart = sum(1 for unit in units[1:] if unit.gap) * 2 > len(units) - 1
    if not apart:
        return
    credit_lines = [i for i, kind in kinds.items() if kind == "caption"]
    for index in credit_lines:
        if not is_credit_alone(units[index]):
            continue
        after = index + 1
        if (
            after < len(units)
            and not units[after].gap
            and _is_caption_name(units[after])
        ):
            kinds.setdefault(after, "caption")
        before = index - 1
        if before > 0 and not units[index].gap and _is_caption_text(units[before]):
            kinds.setdefault(before, "caption")


def _is_caption_name(unit: Unit) -> bool:
    """Tell whether a line can be what a picture shows."""
    return unit.words <= _MAX_CAPTION_NAME_WORDS and not ends_sentence(unit.text)


def _is_caption_text(unit: Unit) -> bool:
    """Tell whether a line above a credit can be its caption, set apart above."""
    return bool(unit.gap) and unit.words <= _MAX_CAPTION_WORDS


def _key(unit: Unit) -> str:
    """Make repeated lines equal, whatever their page numbers."""
    return _PAGE_AT_END.sub("", unit.plain)


def _mark_repeated(units: Sequence[Unit], kinds: dict[int, FurnitureKind]) -> None:
    """Mark page headers and footers: the same words once a page, no sentence.

    What comes back with no prose in between, or with many others, is a list's.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, unit in enumerate(units):
        if not unit.text.rstrip().endswith(_STOPS) and not _BULLET.match(unit.text):
            places[_key(unit)].append(index)
    prose = list(accumulate((unit.is_prose for unit in units), initial=0))
    headers = []
    for key, indices in places.items():
        is_sized = _MIN_HEADER_WORDS <= units[indices[0]].words <= _MAX_HEADER_WORDS
        if len(indices) < 3 or not is_sized or not any(c.isalpha() for c in key):
            continue
        if all(prose[left] < prose[right] for left, right in pairwise(indices)):
            headers.append(indices)
    if len(headers) <= _MOST_HEADERS:
        for index in chain.from_iterable(headers):
            kinds.setdefault(index, "header")


def _mark_outside(layout: Layout, words: Lexicon) -> None:
    """Mark what only its place before or after the article gives away."""
    for index, unit in enumerate(layout.units):
        known = layout.kinds.get(index, "other") != "other"
        if known or not layout.is_outside(index) or is_blank(unit):
            continue
        kind = words.kind_of(unit, outside=True)
        if is_date_line(unit):
            kind = "byline"
        elif kind is None and _is_menu(unit):
            kind = "navigation"
        elif kind is None and _REACH.search(unit.plain):
            kind = "subscription"
        elif kind is None and index > layout.last_prose >= 0:
            kind = _call_to_action(unit)
        if kind is not None:
            layout.kinds[index] = kind
    for run in _runs_of_labels(layout):
        for index in run:
            layout.kinds.setdefault(index, "navigation")


def _mark_copies(layout: Layout) -> None:
    """Mark the copies of a page's own lines wherever they stand again."""
    keys = {
        layout.units[i].plain
        for i, kind in layout.kinds.items()
        if kind in {"byline", "header"} and layout.units[i].words >= _MIN_HEADER_WORDS
    }
    for index, unit in enumerate(layout.units):
        if unit.plain in keys:
            layout.kinds.setdefault(index, "header")


def _call_to_action(unit: Unit) -> FurnitureKind | None:
    """Name the kind of a short line after the article that tells the reader to act."""
    if unit.words > _MAX_CALL_WORDS or any(mark in unit.text for mark in '"“”'):
        return None
    return _CALLS.get(unit.plain.split(" ", 1)[0])


def _is_menu(unit: Unit) -> bool:
    """Tell whether a line is a menu entry, a trail of them, or a page number."""
    if _PAGE_NUMBER.fullmatch(unit.text):
        return True
    crumbs = _CRUMBS.split(unit.text)
    return (
        len(crumbs) >= _MIN_CRUMBS
        and all(len(crumb.split()) <= _MAX_MENU_WORDS for crumb in crumbs)
        and not ends_sentence(unit.text)
    )


def _runs_of_labels(layout: Layout) -> Iterable[Sequence[int]]:
    """Find menus: many short lines in a row, some of them known as furniture."""
    run: list[int] = []
    for index in range(len(layout.units) + 1):
        if index < len(layout.units) and _is_label(layout, index):
            run.append(index)
            continue
        known = sum(1 for i in run if i in layout.kinds)
        above = bool(run) and run[-1] < layout.first_prose
        if (len(run) >= _MENU_RUN and known * 4 >= len(run)) or (
            above and len(run) >= _SITE_MENU_RUN
        ):
            yield run
        run = []


def _is_label(layout: Layout, index: int) -> bool:
    """Tell whether a line outside the article is as short as a menu entry."""
    unit = layout.units[index]
    return (
        layout.is_outside(index)
        and unit.words <= _MAX_MENU_WORDS
        and not unit.text.rstrip().endswith(_STOPS)
    )


def _merge(pieces: Sequence[Furniture], text: str) -> list[Furniture]:
    """Join neighbours of one kind with only white space between them."""
    merged: list[Furniture] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if (
            last
            and last.kind == piece.kind
            and not text[last.end : piece.start].strip()
        ):
            merged[-1] = Furniture(last.start, piece.end, piece.kind)
        else:
            merged.append(piece)
    return merged
