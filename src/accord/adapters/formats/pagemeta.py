"""What a page states of itself in its head: the section, and the place of writing."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

__all__ = ["PageMeta", "read_page_meta"]

# A page's own head is far shorter; what a hostile one has beyond is not looked at.
_MOST_CHARS = 1_000_000
_META = re.compile(r"<meta\s([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]{1,40})\s*=\s*(?:\"([^\"]{0,500})\"|'([^']{0,500})')")
_LINKED = re.compile(
    r"<script\b[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE
)
_END = re.compile(r"</script", re.IGNORECASE)
_MOST_BLOCKS = 20
# Objects within objects that are looked at.
_MOST_OBJECTS = 500
_SECTION_NAMES = frozenset(
    {"article:section", "og:article:section", "section", "articlesection", "cxenseparse:section"}
)  # fmt: skip
_MOST_FIELD_CHARS = 120


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What is stated.

    Attributes:
        section: Part of the site; None if it is not stated.
        dateline: Place of writing; None if it is not stated.
        author: Who wrote it, several in a row; None if it is not stated.
        outlet: Who published it; None if it is not stated.
    """

    section: str | None = None
    dateline: str | None = None
    author: str | None = None
    outlet: str | None = None


def read_page_meta(page: str) -> PageMeta:
    """Read a page's ``meta`` elements, then its linked data.

    Example:
        >>> read_page_meta('<meta property="article:section" content="World">').section
        'World'
    """
    head = page[:_MOST_CHARS]
    articles = list(_articles(head))
    return PageMeta(
        section=_meta_section(head) or _stated(articles, "articleSection"),
        dateline=_stated(articles, "dateline"),
        author=_stated(articles, "author"),
        outlet=_stated(articles, "publisher"),
    )


def _meta_section(head: str) -> str | None:
    """Give the section that a ``meta`` element states."""
    for match in _META.finditer(head):
        found = _ATTRIBUTE.findall(match[1])
        values = {name.lower(): double or single for name, double, single in found}
        name = values.get("property") or values.get("name") or values.get("itemprop")
        if name and name.lower() in _SECTION_NAMES:
            section = _tidy(values.get("content"))
            if section:
                return section
    return None


def _articles(head: str) -> Iterator[dict[str, object]]:
    """Give the articles among the page's linked data."""
    for count, match in enumerate(_LINKED.finditer(head)):
        end = _END.search(head, match.end())
        if count == _MOST_BLOCKS or end is None:
            return
        try:
            loaded = json.loads(head[match.end() : end.start()])
        except (ValueError, RecursionError):
            continue
        waiting = [loaded]
        for _ in range(_MOST_OBJECTS):
            if not waiting:
                break
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                if "article" in str(value.get("@type")).lower():
                    yield value
                waiting += [v for v in value.values() if isinstance(v, dict | list)]


def _stated(articles: list[dict[str, object]], name: str) -> str | None:
    """Give a field of the first article that states it; several values in a row."""
    for article in articles:
        value = article.get(name)
        parts = value if isinstance(value, list) else [value]
        named = (p.get("name") if isinstance(p, dict) else p for p in parts)
        words = [_tidy(part) for part in named if isinstance(part, str)]
        if any(words):
            return ", ".join(word for word in words if word)
    return None


def _tidy(value: str | None) -> str | None:
    """Write a value on one line; None if it is empty or no name at all."""
    words = " ".join(unescape(value or "").split())
    return words if 0 < len(words) <= _MOST_FIELD_CHARS else None
