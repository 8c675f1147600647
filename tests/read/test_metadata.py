from datetime import date

import pytest

from accord.read.furniture import lay_out
from accord.read.metadata import (
    find_author,
    find_outlet,
    find_published,
    find_title,
    outlet_of_url,
)
from accord.read.units import divide

PROSE = (
    "The harbour board of Port Ostin said on Monday that it would not reopen the lock "
    "before both pilots' guilds had signed the new roster."
)


def title(text: str) -> str | None:
    layout = lay_out(divide(text))
    index = find_title(layout)
    return None if index is None else layout.units[index].text


def outlet(text: str) -> str | None:
    layout = lay_out(divide(text))
    return find_outlet(layout, text, title=find_title(layout))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Lock stays shut, says board", "Lock stays shut, says board"),
        ("World\n\nLock stays shut, says board", "Lock stays shut, says board"),
        ("THE OSTIN GAZETTE\nBy Lena Maar\n\nLock stays shut", "Lock stays shut"),
        ("A standing head\nLock shut!\n\nBoard waits\nLock shut!", "Lock shut!"),
        ("‘Never,’ says the board", "‘Never,’ says the board"),
        ("By Lena Maar", None),
        ("4 March 2031", None),
        ("Photo: AFP", None),
        ("", None),
    ],
)
def test_the_headline_is_the_line_that_reads_like_one(
    head: str, expected: str | None
) -> None:
    assert title(f"{head}\n\n{PROSE}") == expected


def test_a_headline_among_short_lines_is_known_by_the_byline_below() -> None:
    head = "THE OSTIN GAZETTE\nTuesday, March 4, 2031\n\nPilots walk out Monday"
    below = "By LENA MAAR\nGazette Staff Writer"
    text = f"{head}\n\n{below}\n\n{PROSE}"
    assert title(text) == "Pilots walk out Monday"
    assert outlet(text) == "The Ostin Gazette"


def test_without_prose_there_is_no_headline() -> None:
    assert title("Lock stays shut, says board") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Lena Maar", "Lena Maar"),
        ("BY LENA MAAR", "LENA MAAR"),
        ("By Lena Maar and Per Oduya", "Lena Maar and Per Oduya"),
        ("By Lena Maar, Harbour Correspondent", "Lena Maar, Harbour Correspondent"),
        ("By Lena Maar | 4 March 2031", "Lena Maar"),
        ("Written by [Lena Maar](#) on March 4, 2031", "Lena Maar"),
        ("Reporting by Lena Maar; Editing by Per Oduya", "Lena Maar"),
        ("By Friday the lock will open", None),
        ("By and by", None),
    ],
)
def test_the_writer_stands_in_the_byline(line: str, names: str | None) -> None:
    assert find_author(lay_out(divide(f"{line}\n\n{PROSE}"))) == names


def test_a_writer_goes_before_a_desk() -> None:
    text = f"By Lena Maar\n\n{PROSE}\n\n(Editing by Per Oduya)"
    assert find_author(lay_out(divide(text))) == "Lena Maar"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{PROSE}\n\nSubscribe to the Ostin Gazette", "Ostin Gazette"),
        (
            f"{PROSE}\n\n© 2031 The Ostin Gazette. All rights reserved.",
            "The Ostin Gazette",
        ),
        (f"{PROSE}\n\n© Ostin Today, 2031", "Ostin Today"),
        (f"{PROSE}\n\nCopyright 2031 Ostin Gazette", "Ostin Gazette"),
        (f"{PROSE}\n\n© Ostin News Agency", "Ostin News Agency"),
        (f"{PROSE}\n\n© Reuters", None),
        (
            f"THE OSTIN GAZETTE\nBy Lena Maar\n\nLock shut\n\n{PROSE}",
            "The Ostin Gazette",
        ),
        (
            f"Lock stays shut in Ostin\n\n4 March 2031 · Ostin Post\n\n{PROSE}",
            "Ostin Post",
        ),
        (f"{PROSE}\n\nSubscribe to our newsletter", None),
        (f"{PROSE}\n\nThe lock is shut, as reported by the Ostin Gazette.", None),
        (f"World News\n\nLock stays shut in Ostin\n\n{PROSE}", None),
        (f"Port Ostin\n\nLock stays shut in Ostin\n\n{PROSE}", None),
        (PROSE, None),
    ],
)
def test_the_outlet_is_named_by_the_page_or_not_at_all(
    text: str, name: str | None
) -> None:
    assert outlet(text) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.gazette.example/a?b=c", "gazette.example"),
        ("gazette.example/a", "gazette.example"),
        ("https://web.archive.org/web/2031/x", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_an_address_names_its_site(url: str, name: str | None) -> None:
    assert outlet_of_url(url) == name


@pytest.mark.parametrize(
    "line",
    [
        "4 March, 2031 16:55",
        "Published: March 4, 2031",
        "date 2031-03-04 loading…",
        "Written by Lena Maar on March 4, 2031",
        "Tuesday 4 March 2031 09.30 GMT",
        "Port Ostin, 4 March 2031",
        "Posted by admin on 4 March 2031 at 10:21",
        "Ostin Gazette briefing, 4 March 2031",
        "Dienstag, 4. März 2031, 7.30 Uhr",
        "Publié le 4 mars 2031 à 07h15, mis à jour le 5 mars 2031",
        "Martes, 4 de marzo de 2031",
        "4 Mar 2031, 11:40pm",
        "For immediate release: 4 March 2031",
        "Lena Maar | Ostin Gazette | Mar. 4, 2031, 6:00 a.m.",
        "Updated 6 March 2031 | First published 4 March 2031",
    ],
)
def test_a_date_line_dates_the_article(line: str) -> None:
    text = f"Lock stays shut, says board\n\n{line}\n\n{PROSE}"
    when, span = find_published(lay_out(divide(text)), text)
    assert when is not None
    assert when.start == date(2031, 3, 4)
    assert span is not None
    assert span.of(text) == when.text


def test_the_day_of_publication_goes_before_that_of_an_update() -> None:
    text = f"Updated: 6 March 2031\nPublished: 4 March 2031\n\n{PROSE}"
    when, _ = find_published(lay_out(divide(text)), text)
    assert when is not None
    assert when.start == date(2031, 3, 4)


def test_the_day_on_which_somebody_saved_it_is_none_of_publication() -> None:
    text = f"No deal on berths\nSaved 6 March 2031\n\n{PROSE}"
    assert find_published(lay_out(divide(text)), text) == (None, None)


def test_a_dateline_with_a_year_dates_the_article() -> None:
    text = f"PORT OSTIN, March 4, 2031 (Ostin Wire) — {PROSE}"
    when, _ = find_published(lay_out(divide(text)), text)
    assert when is not None
    assert when.start == date(2031, 3, 4)


@pytest.mark.parametrize(
    "heading",
    [
        "TRANSCRIPT: Council of Ostin, question time, 4 March 2031",
        "Minutes of the harbour committee (4 March 2031)",
    ],
)
def test_the_heading_of_a_record_dates_it(heading: str) -> None:
    text = f"{heading}\n\n{PROSE}"
    when, span = find_published(lay_out(divide(text)), text)
    assert when is not None
    assert when.start == date(2031, 3, 4)
    assert span is not None
    assert span.of(text) == "4 March 2031"


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"What the statement of 4 March 2031 left out\n\n{PROSE}",
        f"How we got to the accord of 4 March 2031\n\n{PROSE}",
        f"The treaty of 4 March 2031 explained\n\n{PROSE}",
        f"{PROSE}\n\nOn 4 March 2031 the lock was shut.\n\n{PROSE}",
        f"{PROSE}\n\n4 March 2031\n\n{PROSE}",
        f"1 May 2031\n\n2 May 2031\n\n3 May 2031\n\n4 May 2031\n\n{PROSE}",
    ],
)
def test_a_date_that_is_spoken_of_dates_nothing(text: str) -> None:
    assert find_published(lay_out(divide(text)), text) == (None, None)


def test_a_relative_date_stays_unresolved() -> None:
    text = f"Lock stays shut, says board\n\n2 months ago\n\n{PROSE}"
    when, _ = find_published(lay_out(divide(text)), text)
    assert when is not None
    assert (when.state, when.text) == ("unresolved", "2 months ago")
