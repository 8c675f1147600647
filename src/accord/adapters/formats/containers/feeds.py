"""Feeds saved as files: RSS and Atom."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from accord.adapters.formats.lines import lines_of_page
from accord.adapters.formats.xmltree import child_text, parse_xml
from accord.errors import UnreadableError
from accord.ports import About, Bundle, Lost, RawItem
from accord.read.naming.markup import without_markup
from accord.read.naming.sections import is_section

__all__ = ["Feed"]

MAX_BYTES = 50_000_000
_HEAD_BYTES = 2048
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_FULL = ("encoded", "content")
_SUMMARY = ("description", "summary", "subtitle")
_SUFFIX_BORDER = re.compile(r"\s+[|–—»:-]\s+")
#: A longer summary is the article, as feeds without a field for it have it.
_SUMMARY_CHARS = 1200


class Feed:
    """A feed's entries, one document each."""

    def claims(self, name: str, stream: BinaryIO) -> bool:
        """Tell a feed by its ending, or an .xml file by its first element."""
        if name.endswith((".rss", ".atom")):
            return True
        return name.endswith(".xml") and bool(_ROOT.search(stream.read(_HEAD_BYTES)))

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the entries.

        Raises:
            UnreadableError: The feed is broken or declares entities.
        """
        data = bundle.stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            message = f"The feed holds more than {MAX_BYTES:,} bytes."
            raise UnreadableError(message)
        root = parse_xml(data)
        channel = root.find("channel")
        channel = root if channel is None else channel
        entries = [e for e in root.iter() if e.tag in {"item", "entry"}]
        for number, entry in enumerate(entries, start=1):
            path = f"{bundle.path}#{number}"
            text, notes = _text(entry)
            if text:
                about = _about(entry, channel, notes)
                yield RawItem(path, ".txt", text.encode(), about)
            else:
                title = child_text(entry, "title") or "without a headline"
                message = f"The feed's entry holds no text ({title})."
                hint = "Save the page that it links to."
                yield Lost(path, UnreadableError(message, hint=hint))


def _text(entry: Element) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Give an entry's text, and a doubt if it may be no more than a summary."""
    full = child_text(entry, *_FULL)
    if full:
        return lines_of_page(full), ()
    text = lines_of_page(child_text(entry, *_SUMMARY) or "")
    if len(text) > _SUMMARY_CHARS:
        return text, ()
    note = "The feed gives a summary; the article may say more."
    return text, (("summary-only", note),)


def _about(
    entry: Element, channel: Element, notes: tuple[tuple[str, str], ...]
) -> About:
    """Gather what the feed says of an entry."""
    writer = entry.find("author")
    name = None if writer is None else child_text(writer, "name")
    return About(
        title=_title(entry),
        author=name or child_text(entry, "creator", "author"),
        outlet=child_text(entry, "source") or _outlet(channel),
        url=_link(entry),
        language=child_text(channel, "language") or channel.get("lang"),
        published=child_text(
            entry, "pubDate", "published", "date", "issued", "updated"
        ),
        section=_section(entry),
        notes=notes,
    )


def _title(entry: Element) -> str | None:
    """Give an entry's headline; feeds often store it as it is set in the page."""
    title = child_text(entry, "title")
    return " ".join(without_markup(title).split()) if title else None


def _outlet(channel: Element) -> str | None:
    """Give the feed's name, without the part of the paper that the feed is of."""
    name = child_text(channel, "title")
    parts = _SUFFIX_BORDER.split(name or "")
    kept = [part for part in parts if not is_section(part)]
    return " - ".join(kept) if kept else name


def _section(entry: Element) -> str | None:
    """Give an entry's category, if it is in one alone: several are keywords."""
    named = [
        c.get("label") or c.get("term") or c.text for c in entry.iterfind("category")
    ]
    named += [c.text for c in entry.iterfind("section")]
    found = {name.strip() for name in named if name and name.strip()}
    return found.pop() if len(found) == 1 else None


def _link(entry: Element) -> str | None:
    """Give the address of an entry's page."""
    for link in entry.iterfind("link"):
        address = (link.text or "").strip() or link.get("href", "")
        if address and link.get("rel", "alternate") == "alternate":
            return address
    guid = child_text(entry, "guid", "id") or ""
    return guid if guid.startswith(("http://", "https://")) else None
