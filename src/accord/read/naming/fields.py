"""The names that rows and tables give to fields: "Headline", "Date of Publication"."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

__all__ = ["FIELD_NAMES", "find_fields", "plain_name"]

#: Names of each field in rows and tables; the first that is there and not empty wins.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext",
             "article_text", "article_body", "body_text", "story", "maintext",
             "main_text", "texte", "texto", "volltext", "inhalt", "artikeltext",
             "cuerpo", "corps", "contenu", "contenido"),
    "title": ("title", "headline", "article_title", "hed", "titel", "ueberschrift",
              "uberschrift", "schlagzeile", "titre", "titulo", "titular"),
    "outlet": ("outlet", "source", "publisher", "site", "sitename", "media_name",
               "publication", "publication_title", "newspaper", "media", "paper",
               "source_domain", "domain", "quelle", "zeitung", "medium", "journal",
               "medio", "fuente"),
    "author": ("author", "authors", "byline", "by_line", "by", "creator", "writer", "reporter",
               "journalist", "autor", "verfasser", "auteur", "autores"),
    "published": ("date", "published", "publish_date", "publication_date",
                  "date_publish", "published_at", "pubdate", "pub_date", "publication_day",
                  "date_published", "published_date", "datetime", "day", "timestamp", "datum",
                  "erscheinungsdatum", "fecha"),
    "section": ("section", "section_name", "news_section", "news_desk", "rubric", "ressort",
                "rubrik", "rubrique", "seccion"),
    "dateline": ("dateline",),
    "saved": ("saved", "captured", "retrieved", "accessed", "access_date",
              "date_accessed", "crawl_date", "crawled_at", "scraped_at", "indexed_date",
              "download_date", "date_download"),
    "url": ("url", "link", "article_url", "permalink", "web_address", "canonical",
            "canonical_url", "source_url"),
    "language": ("language", "lang", "sprache", "langue", "idioma"),
}  # fmt: skip
# What names of fields say besides which field it is: "Article Headline", "Source Name".
_FILLERS = frozenset(
    "a an the of in article articles story news item document doc post page web media "
    "main full original name s artikel".split()
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Make names of fields equal, whatever their case, signs and accents.

    Example:
        >>> (
        ...     plain_name("Überschrift "),
        ...     plain_name("Pub. Date"),
        ...     plain_name("publishedAt"),
        ... )
        ('uberschrift', 'pub_date', 'published_at')
    """
    parted = _HUMP.sub("_", name.strip())
    bare = unicodedata.normalize("NFKD", parted.lower())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return _SIGNS.sub("_", bare).strip("_") or name.strip()


def find_fields(
    names: Sequence[str], known: Mapping[str, Iterable[str]]
) -> dict[str, list[int]]:
    """Tell which field each name stands for.

    Args:
        names: As a table or row gives them.
        known: The names of each field, the most usual first.

    Returns:
        For each field the places of its names: first those that are known as they
        stand, the most usual first, then those that are known but for words such as
        "article" and the order of words. A place is given once.

    Example:
        >>> find_fields(["No.", "Date of Publication", "Article Headline"], FIELD_NAMES)
        {'title': [2], 'published': [1]}
    """
    plain = [plain_name(name) for name in names]
    keys = [_key(name) for name in plain]
    found: dict[str, list[int]] = {}
    taken: set[int] = set()
    for given, key_of in ((plain, str), (keys, _key)):
        for field, aliases in known.items():
            for wanted in map(key_of, aliases):
                places = [
                    at
                    for at, key in enumerate(given)
                    if key and key == wanted and at not in taken
                ]
                found.setdefault(field, []).extend(places)
                taken.update(places)
    return {field: places for field, places in found.items() if places}


@lru_cache(maxsize=4096)
def _key(name: str) -> frozenset[str]:
    """Give the words of a name that tell which field it is."""
    return frozenset(name.split("_")) - _FILLERS - {""}
