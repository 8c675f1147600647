import pytest

from accord.adapters.formats import HtmlFormat
from accord.errors import UnreadableError
from accord.ports import RawItem, RawText

PARAGRAPHS = [
    "The harbour board of Port Ostin said on Monday that it would not reopen the lock.",
    "“We have waited for eleven weeks,” said Lena Maar, its chair – “and no longer.”",
    "Both pilots' guilds had signed a roster in March that nobody has seen since then.",
]
HEAD = """\
<title>Lock stays shut | The Ostin Gazette</title>
<meta property="og:site_name" content="The Ostin Gazette">
<meta name="author" content="Lena Maar">
<meta property="article:published_time" content="2031-03-04T10:00:00Z">
<link rel="canonical" href="https://gazette.example/lock">
"""


def page(*, head: str = HEAD, charset: str = "utf-8") -> str:
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="{charset}">{head}</head>'
        "<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul>"
        f"</nav><article><h1>Lock stays shut</h1>{body}</article>"
        "<footer><p>Contact us. Privacy policy.</p></footer></body></html>"
    )


def parse(data: bytes) -> RawText:
    return HtmlFormat().parse(RawItem("p.html", ".html", data))


def test_the_article_is_taken_and_the_page_around_it_left() -> None:
    text = parse(page().encode()).text
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    assert "Home" not in text
    assert "Privacy" not in text


def test_the_page_s_metadata_are_read() -> None:
    raw = parse(page().encode())
    assert (raw.title, raw.author, raw.outlet) == (
        "Lock stays shut",
        "Lena Maar",
        "The Ostin Gazette",
    )
    assert (raw.published, raw.url, raw.language) == (
        "2031-03-04",
        "https://gazette.example/lock",
        "en-GB",
    )


def test_a_page_that_says_nothing_of_itself_gives_nulls() -> None:
    raw = parse(page(head="").encode())
    assert (raw.author, raw.outlet, raw.published, raw.url) == (None,) * 4


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8"])
def test_the_declared_encoding_is_used(charset: str) -> None:
    raw = parse(
        page(charset=charset).encode("utf-8" if charset == "utf-8" else "cp1252")
    )
    assert PARAGRAPHS[1] in raw.text
    assert raw.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert PARAGRAPHS[1] in parse(page().encode(encoding)).text


def test_an_encoding_that_nobody_knows_is_doubted() -> None:
    raw = parse(page(charset="x-none").encode("cp1252"))
    assert PARAGRAPHS[1] in raw.text
    raw = parse(page().replace("charset=", "data-x=").encode("cp1252"))
    assert [kind for kind, _ in raw.notes] == ["encoding"]


@pytest.mark.parametrize(
    "data",
    [b"<html><body></body></html>", b"<html><script>x()</script></html>", b"\x00" * 9],
)
def test_a_page_without_an_article_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        parse(data)


def test_the_same_page_gives_the_same_text_again() -> None:
    assert parse(page().encode()) == parse(page().encode())
