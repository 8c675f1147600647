from collections.abc import Callable
from pathlib import Path

import pytest

from accord.model import Failure
from accord.ports import RawItem
from accord.read import ReadStage

Load = Callable[..., dict[str, RawItem | Failure]]
PROSE = "The harbour board said on Thursday that it would not reopen the old lock. " * 4


def title_of(item: RawItem | Failure) -> tuple[str | None, str | None, str]:
    assert isinstance(item, RawItem), item
    document = ReadStage()(item).document
    return document.title, document.outlet, document.text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "a.csv",
            'headline,body,"media_name"\nNo deal,"He said ""no"", twice.",Courier\n',
        ),
        (
            "a.csv",
            '\ufeffHeadline;Body;Media Name\r\nNo deal;"He said ""no"", twice.";Courier\r\n',
        ),
        ("a.tsv", 'title\ttext\toutlet\nNo deal\tHe said "no", twice.\tCourier\n'),
    ],
)
def test_columns_are_found_by_their_names(
    pile: Path, load: Load, name: str, data: str
) -> None:
    (pile / name).write_text(data, encoding="utf-8", newline="")
    items = load(pile)
    assert list(items) == [f"{name}#1"]
    assert title_of(items[f"{name}#1"]) == (
        "No deal",
        "Courier",
        'He said "no", twice.',
    )


def test_columns_can_be_named(pile: Path, load: Load) -> None:
    (pile / "a.csv").write_text("titel,inhalt,text\nNo deal,He said no.,note\n")
    items = load(pile, columns={"text": "inhalt", "title": "titel"})
    assert title_of(items["a.csv#1"]) == ("No deal", None, "He said no.")


def test_a_named_column_must_be_there(pile: Path, load: Load) -> None:
    (pile / "a.csv").write_text("titel,inhalt\nNo deal,He said no.\n")
    item = load(pile, columns={"text": "body"})["a.csv"]
    assert isinstance(item, Failure)
    assert "no column 'body'; its columns are: titel, inhalt" in item.error


def test_the_longest_column_is_the_text_and_a_finding_says_that_it_is_a_guess(
    pile: Path, load: Load
) -> None:
    (pile / "a.csv").write_text(f"nr,kopf,wort\n1,No deal,{PROSE}\n")
    item = load(pile)["a.csv#1"]
    assert isinstance(item, RawItem)
    dossier = ReadStage()(item)
    assert dossier.document.text.startswith("The harbour board")
    assert "guessed-column" in {finding.kind for finding in dossier.findings}


def test_a_table_without_prose_is_unreadable(pile: Path, load: Load) -> None:
    (pile / "a.csv").write_text("nr,amount\n1,2\n")
    item = load(pile)["a.csv"]
    assert isinstance(item, Failure)
    assert "--columns text=NAME" in item.error or "nr, amount" in item.error


def test_a_table_of_addresses_says_what_is_known_of_the_pages_beside_it(
    pile: Path, load: Load
) -> None:
    (pile / "pages").mkdir()
    (pile / "pages" / "no-deal.txt").write_text("The board said no.")
    (pile / "pages" / "77.txt").write_text("The guild said no.")
    (pile / "pages" / "list.csv").write_text(
        "stories_id,title,url,publish_date,media_name\n"
        "1,No deal,https://courier.example/world/no-deal?x=1,2024-05-02,The Courier\n"
        "77,Rejected,https://wire.example/,2024-05-03,Harbour Wire\n"
        "78,Gone,https://wire.example/gone,2024-05-03,Harbour Wire\n"
    )
    items = load(pile)
    assert title_of(items["pages/no-deal.txt"]) == (
        "No deal",
        "The Courier",
        "The board said no.",
    )
    assert title_of(items["pages/77.txt"])[0] == "Rejected"
    missing = items["pages/list.csv#3"]
    assert isinstance(missing, Failure)
    assert "No text of https://wire.example/gone" in missing.error
    assert len(items) == 3


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/hostname", "x/../../secret.txt"]
)
def test_files_outside_of_the_folder_are_refused(
    pile: Path, load: Load, name: str
) -> None:
    (pile.parent / "secret.txt").write_text("secret")
    (pile / "a.csv").write_text(f"title,file\nNo deal,{name}\n")
    item = load(pile)["a.csv#1"]
    assert isinstance(item, Failure)
    assert "outside" in item.error


def test_a_row_that_runs_on_for_ever_is_refused(pile: Path, load: Load) -> None:
    (pile / "a.csv").write_text('title,text\nA,One.\nB,"' + "x" * 11_000_000)
    (item,) = load(pile).values()
    assert isinstance(item, Failure)
    assert "over 10,000,000 characters" in item.error


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"title,text\n", b"\x00\x00", b"text\n\xff\xfe"]
)
def test_odd_tables_do_no_harm(pile: Path, load: Load, data: bytes) -> None:
    (pile / "a.csv").write_bytes(data)
    assert len(load(pile)) <= 1
