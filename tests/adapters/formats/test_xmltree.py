import pytest

from accord.adapters.formats.xmltree import child_text, parse_xml
from accord.errors import UnreadableError

LAUGHS = b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><r>&b;</r>'
OUTSIDE = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>'
PARAMETER = b'<!DOCTYPE r [<!ENTITY % p SYSTEM "http://h.example/x.dtd"> %p;]><r/>'


@pytest.mark.parametrize("data", [LAUGHS, OUTSIDE, PARAMETER])
def test_entities_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="entities"):
        parse_xml(data)


def test_an_outer_definition_is_not_fetched() -> None:
    root = parse_xml(
        b'<!DOCTYPE r SYSTEM "http://h.example/r.dtd"><r><t>No deal</t></r>'
    )
    assert child_text(root, "x", "t") == "No deal"


def test_depth_is_limited() -> None:
    with pytest.raises(UnreadableError, match="deep"):
        parse_xml(b"<a>" * 100_000)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a>",
        b"<a></b>",
        b"\xff\xfe<",
        b'<?xml version="1.0" encoding="nope"?><a/>',
    ],
)
def test_broken_xml_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="broken"):
        parse_xml(data)
