import json
import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import UnreadableError
from accord.model import Dossier
from accord.ports import About, RawItem, RawText
from accord.read import ReadLimits, ReadStage

PROSE = (
    "The harbour board of Port Ostin said on Monday that it would not reopen the lock "
    "before both pilots' guilds had signed the new roster."
)
PAGE = f"""\
Title: Lock stays shut
Outlet: The Ostin Gazette
Date: 4 March 2031

{PROSE}

“We met on [insert date],” said Lena Maar, its chair.
"""


class UpperFormat:
    """A format that yells, and says all it can."""

    suffixes: tuple[str, ...] = (".html",)
    producer = "read.upper.v1"

    def parse(self, item: RawItem) -> RawText:
        return RawText(
            text=item.data.decode().upper(),
            title="Lock stays shut",
            outlet="The Ostin Gazette",
            published="2031-03-04",
            language="en",
            notes=(("scan", "It was read by a machine."),),
        )


def read(text: str, suffix: str = ".txt") -> Dossier:
    return ReadStage()(RawItem("a/b.txt", suffix, text.encode()))


def kinds(dossier: Dossier) -> list[str]:
    return [finding.kind for finding in dossier.findings]


def test_a_header_block_is_metadata_and_furniture() -> None:
    dossier = read(PAGE)
    document = dossier.document
    assert document.text == PAGE
    assert (document.title, document.outlet) == ("Lock stays shut", "The Ostin Gazette")
    assert document.published is not None
    assert document.published.start == date(2031, 3, 4)
    assert document.published.text == "4 March 2031"
    assert [piece.kind for piece in document.furniture] == ["header", "placeholder"]
    assert kinds(dossier) == ["placeholder"]
    assert dossier.findings[0].text == "[insert date]"


def test_a_text_that_says_nothing_of_itself_gives_nulls() -> None:
    dossier = read(PROSE)
    document = dossier.document
    assert (document.title, document.outlet, document.author, document.url) == (
        None,
    ) * 4
    assert document.published is None
    assert document.language == "en"
    assert kinds(dossier) == ["no-date"]


def test_a_relative_date_is_a_finding_at_its_words() -> None:
    dossier = read(f"Lock stays shut, says board\n\n2 months ago\n\n{PROSE}")
    (finding,) = dossier.findings
    assert (finding.kind, finding.text) == ("relative-date-furniture", "2 months ago")


def test_a_date_with_two_readings_is_a_finding() -> None:
    dossier = read(f"Date: 03/04/2031\n\n{PROSE}")
    assert kinds(dossier) == ["ambiguous-date"]


def test_another_language_is_a_finding() -> None:
    text = (
        "Der Minister sagte, dass die Gespräche nicht vor dem Ende des Monats beginnen."
    )
    dossier = read(text)
    assert dossier.document.language == "de"
    assert "other-language" in kinds(dossier)


def test_the_mark_of_a_heading_is_no_part_of_the_title() -> None:
    document = read(f"# Lock stays shut, says board\n\n{PROSE}").document
    assert document.title == "Lock stays shut, says board"


def test_a_headline_that_stands_twice_is_marked_once() -> None:
    line = "Lock stays shut, says board"
    document = read(f"{line}\n\n{line}\n\n{PROSE}").document
    assert document.title == line
    assert [(p.start, p.kind) for p in document.furniture] == [
        (len(line) + 2, "header")
    ]


def test_a_row_brings_its_own_metadata() -> None:
    row = json.dumps({"text": PROSE, "title": "T", "source": "S", "date": "2031-03-04"})
    document = read(row, ".jsonl").document
    assert (document.text, document.title, document.outlet) == (PROSE, "T", "S")
    assert document.published is not None
    assert document.published.text is None


def test_a_format_is_chosen_by_the_ending_or_the_first_words() -> None:
    stage = ReadStage(formats=(UpperFormat(),))
    for suffix, data in ((".html", b"no deal"), (".txt", b"<!doctype html><p>no deal")):
        dossier = stage(RawItem("p", suffix, data))
        assert dossier.document.text == data.decode().upper()
        assert dossier.document.outlet == "The Ostin Gazette"
        assert "scan" in kinds(dossier)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"  \n", "empty"), (b"\x00\x01\x02\x03" * 99, "binary")],
)
def test_what_holds_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        ReadStage()(RawItem("p", ".txt", data))


def test_a_text_above_the_limit_says_which_limit() -> None:
    stage = ReadStage(limits=ReadLimits(text_chars=100))
    with pytest.raises(UnreadableError, match="text_chars"):
        stage(RawItem("p", ".txt", PROSE.encode()))


def test_broken_bytes_are_read_with_a_finding() -> None:
    dossier = ReadStage()(
        RawItem("p", ".txt", PROSE.encode() + " “é” ü".encode() + b"\xff.")
    )
    assert "encoding" in kinds(dossier)
    assert PROSE in dossier.document.text


def test_the_fingerprint_changes_with_formats_and_limits() -> None:
    prints = {
        ReadStage().fingerprint(),
        ReadStage(formats=(UpperFormat(),)).fingerprint(),
        ReadStage(limits=ReadLimits(text_chars=5)).fingerprint(),
    }
    assert len(prints) == 3
    assert ReadStage().fingerprint() in prints


@pytest.mark.parametrize(
    "piece",
    ["a", " ", "“", '"', "[insert ", "By Aaa Aaa ", "Photo: ", "18 March 2031 ", "icon",
     "a b\n", "Subscribe to our\n", "Title: x\n", "[a](b", "Related\n", "click here for "],
)  # fmt: skip
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    text = "x" + piece * (60_000 // len(piece))
    begun = time.process_time()
    read(text)
    assert time.process_time() - begun < 5


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["", f"{PROSE}\n", "By Lena Maar\n"]))
def test_offsets_and_ids_hold_for_any_text(text: str, head: str) -> None:
    item = RawItem("p", ".txt", (head + text).encode("utf-8", "replace"))
    try:
        dossier = ReadStage()(item)
    except UnreadableError:
        return
    document = dossier.document
    assert document.length_chars == len(document.text)
    for piece in document.furniture:
        assert 0 <= piece.start < piece.end <= len(document.text)
    for finding in dossier.findings:
        if finding.start is not None and finding.end is not None:
            assert document.text[finding.start : finding.end] == finding.text
    assert ReadStage()(item) == dossier


DATA = Path(
    os.environ.get("ACCORD_DATA", Path(__file__).parents[3] / "shared" / "data")
)
# Marked by hand, by offset.
SEEDS = {
    "000": (55, [(4, 53), (2571, 2647), (6131, 6180), (8216, 9014)]),
    "001": (
        None,
        [
            (297, 310),
            (727, 750),
            (2209, 2252),
            (6048, 6063),
            (6588, 6631),
            (7920, 8027),
        ],
    ),
    "002": (0, [(72, 156), (2729, 3283)]),
    "003": (None, [(1, 100), (2827, 2832)]),
    "004": (572, [(0, 570), (765, 825)]),
}
FOUND_IN_SEEDS = {
    "000": {"split-sentence"},
    "001": {"placeholder", "no-date"},
    "002": {"relative-date-furniture"},
    "003": {"unbalanced-quote"},
    "004": set(),
}


@pytest.mark.shared
@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_the_seeds_lose_no_word_of_the_article(seed: str) -> None:
    paths = sorted((DATA / "seeds").glob(f"{seed}_*.txt"))
    if not paths:
        pytest.skip(f"no seeds in {DATA}; set ACCORD_DATA to the data folder")
    dossier = ReadStage()(RawItem("seed", ".txt", paths[0].read_bytes()))
    document = dossier.document
    title, gold = SEEDS[seed]
    wanted = {i for start, end in gold for i in range(start, end)}
    marked = {i for p in document.furniture for i in range(p.start, p.end)}
    visible = {i for i, c in enumerate(document.text) if not c.isspace()}
    assert marked & visible <= wanted
    assert len(wanted & visible - marked) <= 0.05 * len(wanted)
    assert {f.kind for f in dossier.findings} == FOUND_IN_SEEDS[seed]
    if title is None:
        assert document.title is None
    else:
        assert document.title is not None
        assert document.text.startswith(document.title, title)


def test_a_relative_date_is_worked_out_only_where_the_day_of_saving_is_known() -> None:
    page = "No deal on the lock\n\n2 days ago\n\nThe harbour board said on Monday that it would not reopen the lock before both guilds had signed.\n"
    for saved, state in (("2031-05-20T10:00:00Z", "resolved"), (None, "unresolved")):
        item = RawItem("a.txt", ".txt", page.encode(), About(saved=saved))
        dossier = ReadStage()(item)
        published = dossier.document.published
        assert published is not None
        assert published.state == state
        doubted = "relative-date-furniture" in {f.kind for f in dossier.findings}
        assert doubted is (saved is None)
