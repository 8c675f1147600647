"""Where an article stands in its paper, and where it says it was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model import Document
from accord.ports import About, RawItem
from accord.read import ReadStage

BODY = (
    "The two harbour boards failed to agree on the price of a berth on Monday, and both "
    "sides said that they would meet again."
)


def read(text: str, *, suffix: str = ".txt", about: About | None = None) -> Document:
    return ReadStage()(RawItem("a", suffix, text.encode(), about)).document


@pytest.mark.parametrize(
    ("before", "dateline"),
    [
        ("LARNE, Feb 4 (Coast Wire) – ", "LARNE, Feb 4"),
        ("PORT LARNE — ", "PORT LARNE"),
        ("LARNE, Ostland (AP) -- ", "LARNE, Ostland"),
        ("LARNE, N.O. (AP) — ", "LARNE, N.O."),
        ("LARNE, February 4. /TASS/. ", "LARNE, February 4"),
        ("Larne (dpa) - ", "Larne"),
        ("Port Larne, Ostland (Coast News Agency) — ", "Port Larne, Ostland"),
        ("**LARNE** – ", "LARNE"),
        ("LARNE (Reuters)\n", "LARNE"),
        ("LARNE, 4 February 2031\n", "LARNE, 4 February 2031"),
    ],
)
def test_the_place_before_the_first_sentence_is_the_dateline(
    before: str, dateline: str | None
) -> None:
    assert read(f"No deal on berths\n\n{before}{BODY}\n").dateline == dateline


@pytest.mark.parametrize(
    "before",
    [
        "",
        "EXCLUSIVE – ",
        "NATO – ",
        "UN – ",
        "Lena Maar (55) – ",
        "Peace – ",
        "TALKS COLLAPSE IN LARNE\n",
    ],
)
def test_capitals_that_are_no_place_give_no_dateline(before: str) -> None:
    assert read(f"No deal on berths\n\n{before}{BODY}\n").dateline is None


def test_a_place_within_the_article_is_no_dateline() -> None:
    assert read(f"No deal\n\n{BODY}\n\nLARNE – {BODY}\n").dateline is None


@pytest.mark.parametrize(
    ("top", "section"),
    [
        ("Politics\n\nNo deal on berths, boards say\n\n", "Politics"),
        ("Home > World > Europe\nNo deal on berths, boards say\n\n", "Europe"),
        ("World / Middle East\nNo deal on berths, boards say\n\n", "Middle East"),
        (
            "The Ostin Courier / Opinion / 4 May 2031\nNo deal on berths\n\n",
            "Opinion",
        ),
        ("OPINION | BERTHS\nNo deal on berths, boards say\n\n", "OPINION"),
        ("Opinion / Berths\nNo deal on berths, boards say\n\n", None),
        ("World\nPolitics\nBusiness\nNo deal on berths, boards say\n\n", None),
        ("Home\nSport\nLog in\nNo deal on berths, boards say\n\n", None),
        ("Fishing and tackle\nNo deal on berths, boards say\n\n", None),
        ("No deal on berths, boards say\n\n", None),
    ],
)
def test_the_one_section_named_above_an_article_is_its_section(
    top: str, section: str | None
) -> None:
    assert read(f"{top}{BODY}\n").section == section


def test_what_stands_in_the_header_block_comes_before_what_the_lines_look_like() -> (
    None
):
    header = "Title: No deal\nSection: Harbours\nDateline: OSTIN, May 2\n\n"
    document = read(f"{header}LARNE – {BODY}\n")
    assert (document.section, document.dateline) == ("Harbours", "OSTIN, May 2")


def test_what_a_catalogue_says_comes_before_what_the_file_says() -> None:
    row = f'{{"text": "{BODY}", "section": "News", "dateline": "LARNE"}}'
    document = read(row, suffix=".jsonl", about=About(section="Business"))
    assert (document.section, document.dateline) == ("Business", "LARNE")


@given(st.text(alphabet="AB a,.()/–-—\n*", max_size=60))
@settings(max_examples=40, deadline=None)
def test_a_dateline_is_always_the_text_s_own_words(before: str) -> None:
    document = read(f"{before}{BODY}")
    assert document.dateline is None or document.dateline in document.text
