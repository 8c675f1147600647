from collections.abc import Callable
from pathlib import Path

import pytest

from accord.model import Failure
from accord.ports import RawItem

Load = Callable[..., dict[str, RawItem | Failure]]

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Courier</title><language>en</language>
<item><media:title>A picture</media:title><title>No deal</title><link>https://c.example/1</link>
<pubDate>Thu, 02 May 2024 16:55:00 GMT</pubDate><dc:creator>Lena Maar</dc:creator>
<description>short</description><content:encoded><![CDATA[<p>The board said no.</p><p>It waits.</p>]]></content:encoded></item>
<item><title>Rejected</title><description>The guild said no.</description></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Wire</title>
<entry><title>No deal</title><link rel="self" href="https://c.example/x"/><link href="https://c.example/1"/>
<author><name>Lena Maar</name></author><published>2024-05-02T10:00:00Z</published><updated>2024-06-01</updated>
<content type="html">&lt;p&gt;The board said no.&lt;/p&gt;</content></entry></feed>"""


def item_of(found: RawItem | Failure) -> RawItem:
    assert isinstance(found, RawItem), found
    return found


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("f.rss", RSS, ("The Courier", "The board said no.\nIt waits.")),
        ("f.xml", RSS, ("The Courier", "The board said no.\nIt waits.")),
        ("f.atom", ATOM, ("Harbour Wire", "The board said no.")),
    ],
)
def test_entries_are_documents_with_what_the_feed_says(
    pile: Path, load: Load, name: str, data: str, wanted: tuple[str, str]
) -> None:
    (pile / name).write_text(data)
    item = item_of(load(pile)[f"{name}#1"])
    about = item.about
    assert about is not None
    assert (about.outlet, item.data.decode()) == wanted
    assert (about.title, about.author) == ("No deal", "Lena Maar")
    assert (about.url, about.language) == ("https://c.example/1", "en")
    assert "2024" in (about.published or "")
    assert "-06-" not in (about.published or "")
    assert about.notes == ()


def test_a_summary_is_called_one_and_an_empty_entry_is_a_failure(
    pile: Path, load: Load
) -> None:
    (pile / "f.rss").write_text(RSS)
    items = load(pile)
    about = item_of(items["f.rss#2"]).about
    assert about is not None
    assert [kind for kind, _ in about.notes] == ["summary-only"]
    assert isinstance(items["f.rss#3"], Failure)


def test_other_xml_is_no_feed(pile: Path, load: Load) -> None:
    (pile / "f.xml").write_text("<note>No deal</note>")
    assert isinstance(load(pile)["f.xml"], Failure)


def test_a_feed_with_entities_is_refused(pile: Path, load: Load) -> None:
    (pile / "f.rss").write_text('<!DOCTYPE rss [<!ENTITY a "x">]>' + ATOM)
    item = load(pile)["f.rss"]
    assert isinstance(item, Failure)
    assert "entities" in item.error
