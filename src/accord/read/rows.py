"""Rows of a ``.jsonl`` file: one document each, with named fields."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from accord.errors import UnreadableError
from accord.ports import RawText

__all__ = ["FIELD_NAMES", "parse_row"]

#: Names of each field in rows and tables; the first that is there and not empty wins.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext",
             "article_text", "article_body", "body_text", "story", "texte", "texto",
             "volltext", "inhalt"),
    "title": ("title", "headline", "article_title", "titel", "titre", "titulo", "título"),
    "outlet": ("outlet", "source", "publisher", "site", "sitename", "media_name",
               "publication", "publication_title", "newspaper", "media", "quelle",
               "zeitung", "journal", "medio", "fuente"),
    "author": ("author", "authors", "byline", "creator", "autor", "auteur"),
    "published": ("date", "published", "publish_date", "publication_date",
                  "date_publish", "published_at", "pubdate", "publication_day",
                  "datum", "fecha"),
    "section": ("section", "section_name", "news_section", "news_desk", "rubric", "ressort",
                "rubrik", "rubrique", "seccion", "sección"),
    "dateline": ("dateline",),
    "saved": ("saved", "captured", "retrieved", "accessed", "access_date",
              "date_accessed", "crawl_date", "crawled_at", "scraped_at", "indexed_date",
              "download_date", "date_download"),
    "url": ("url", "link", "article_url"),
    "language": ("language", "lang", "sprache", "langue", "idioma"),
}  # fmt: skip
_MILLISECONDS_FROM = 10**11


def parse_row(data: bytes) -> RawText:
    """Read one row.

    Raises:
        UnreadableError: Not a JSON object, or no text in it.

    Example:
        >>> parse_row(b'{"body": "No deal.", "source": "The Courier"}').outlet
        'The Courier'
    """
    try:
        row = json.loads(data)
    except (ValueError, RecursionError) as error:
        message = f"The row is not JSON: {error}."
        raise UnreadableError(message) from error
    if not isinstance(row, dict):
        message = f"The row is {type(row).__name__}, not an object with a field 'text'."
        raise UnreadableError(message)
    fields = {str(key).lower(): value for key, value in row.items()}
    text = _pick(fields, "text")
    if text is None:
        names = ", ".join(sorted(fields)) or "none"
        message = f"The row has no text; its fields are: {names[:200]}."
        raise UnreadableError(
            message,
            hint="Put the article's text in a field 'text', 'body' or 'content'.",
        )
    return RawText(
        text=text,
        title=_pick(fields, "title"),
        outlet=_pick(fields, "outlet"),
        author=_pick(fields, "author"),
        published=_pick(fields, "published"),
        section=_pick(fields, "section"),
        dateline=_pick(fields, "dateline"),
        saved=_pick(fields, "saved"),
        url=_pick(fields, "url"),
        language=_pick(fields, "language"),
    )


def _pick(fields: Mapping[str, object], name: str) -> str | None:
    """Take the first field of that meaning that holds something."""
    for key in FIELD_NAMES[name]:
        value = fields.get(key)
        if name == "published" and isinstance(value, int | float):
            return _day_of(value)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, list):
            value = ", ".join(item for item in value if isinstance(item, str))
        if isinstance(value, str) and value.strip():
            return value if name == "text" else value.strip()
    return None


def _day_of(moment: float) -> str:
    """Turn a number into a date: seconds or milliseconds since 1970, or a year."""
    if moment < 10_000:
        return str(int(moment))
    seconds = moment / 1000 if moment >= _MILLISECONDS_FROM else moment
    try:
        return datetime.fromtimestamp(seconds, tz=UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return str(moment)
