import pytest

from accord.ports import RawItem
from accord.read import ReadStage

PROSE = (
    "The harbour board of Port Ostin said on Monday that it would not reopen the lock "
    "before both pilots' guilds had signed the new roster."
)


def author(head: str) -> str | None:
    item = RawItem("a.txt", ".txt", f"{head}\n\n{PROSE}\n".encode())
    return ReadStage()(item).document.author


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Lena Maar, Staff Writer", "Lena Maar"),
        ("By Lena Maar and Tom Okeke in Port Ostin", "Lena Maar and Tom Okeke"),
        ("By Lena Maar, The Ostin Courier", "Lena Maar"),
        ("Von Lena Maar, Ostiner Tageblatt, 4. März 2031", "Lena Maar"),
        ("Par Élise Garnier", "Élise Garnier"),
        ("Lena Maar, Legal Affairs Correspondent", "Lena Maar"),
        ("Lena Maar\nStaff Reporter", "Lena Maar"),
        ("By: Lena Maar (Legal Correspondent)", "Lena Maar"),
        ("BYLINE: LENA MAAR", "LENA MAAR"),
        ("Updated 3 hours ago by Lena Maar", "Lena Maar"),
        ("Lena Maar | Harbour Ledger | Mar. 4, 2031, 6:00 a.m.", "Lena Maar"),
    ],
)
def test_the_name_alone_is_the_writer(byline: str, names: str) -> None:
    assert author(f"Lock stays shut, says board\n\n{byline}") == names


@pytest.mark.parametrize(
    "line",
    [
        "Port Ostin",
        "Port Ostin, 4 March 2031",
        "World News | Harbour Ledger | 4 March 2031",
        "Von Ostin",
        "Middle East",
    ],
)
def test_a_name_that_nothing_tells_for_a_writer_s_is_none(line: str) -> None:
    assert author(f"Lock stays shut, says board\n\n{line}") is None


def test_who_is_nobody_is_left_out() -> None:
    row = b'{"text": "No deal was reached.", "author": "anonymous"}'
    assert ReadStage()(RawItem("a#1", ".jsonl", row)).document.author is None
