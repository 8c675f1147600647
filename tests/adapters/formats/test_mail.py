import pytest

from accord.adapters.formats import MailFormat, SavedPageFormat
from accord.errors import UnreadableError
from accord.ports import RawItem, RawText

PLAIN = (
    b"From: Lena Maar <lena@courier.example>\r\nSubject: =?utf-8?q?Kein_Gesch=C3=A4ft?=\r\n"
    b"Date: Thu, 2 May 2024 16:55:00 +0200\r\nList-Id: Harbour Letter <h.example>\r\n"
    b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nThe board said no to M\xfcller.\r\n"
)
MIXED = b"""From: desk@courier.example
Subject: No deal
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: multipart/alternative; boundary=C

--C
Content-Type: text/html; charset=utf-8

<p>The <b>board</b> said no.</p><p>It waits.</p>
--C--
--B
Content-Type: application/pdf
Content-Disposition: attachment; filename="roster.pdf"

xxxx
--B--
"""
PAGE = b"""From: <Saved by a browser>
MIME-Version: 1.0
Content-Type: multipart/related; boundary=B

--B
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><head><title>No deal</title></head><body><article><h1>No deal</h1><p>The =
harbour board said on Thursday that it would not reopen the old lock before both =
guilds had signed a new roster.</p><p>Its chair said =E2=80=9Cno=E2=80=9D twice.</p></article></body></html>
--B--
"""


def parse(data: bytes) -> RawText:
    return MailFormat().parse(RawItem("a.eml", ".eml", data))


def test_a_plain_mail_gives_its_text_and_headers() -> None:
    raw = parse(PLAIN)
    assert raw.text.strip() == "The board said no to Müller."
    assert (raw.title, raw.author) == ("Kein Geschäft", "Lena Maar")
    assert (raw.outlet, raw.published) == (
        "Harbour Letter",
        "Thu, 02 May 2024 16:55:00 +0200",
    )


def test_a_mail_of_parts_gives_the_page_and_names_what_is_attached() -> None:
    raw = parse(MIXED)
    assert raw.text == "The board said no.\nIt waits."
    assert raw.author == "desk@courier.example"
    assert dict(raw.notes)["attachment"].endswith("roster.pdf.")


def test_a_saved_page_gives_its_article() -> None:
    raw = SavedPageFormat().parse(RawItem("a.mht", ".mht", PAGE))
    assert "before both guilds had signed" in raw.text
    assert "“no” twice" in raw.text


def test_a_saved_file_without_a_page_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="No page"):
        SavedPageFormat().parse(RawItem("a.mht", ".mht", PLAIN))


def nested(depth: int) -> bytes:
    opening = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
        for n in range(depth)
    )
    return b"Subject: x\n" + opening + b"\n\nNo deal."


@pytest.mark.parametrize("data", [b"", b"\n\nno header", nested(5000)])
def test_what_is_no_mail_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        parse(data)


@pytest.mark.parametrize(
    "header",
    [b"From: \xff\xfe", b"Subject: =?utf-8?b?!!!?=", b"Date: never", b"From: a@[b <"],
)
def test_hostile_headers_do_no_harm(header: bytes) -> None:
    assert parse(header + b"\n\nNo deal.").text.strip() == "No deal."
