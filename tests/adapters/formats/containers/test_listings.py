from collections.abc import Callable
from pathlib import Path

from accord.model import Failure
from accord.ports import RawItem

Load = Callable[..., dict[str, RawItem | Failure]]

RIS = """TY  - NEWS
TI  - No deal
AU  - Maar, Lena
AU  - Oke, Tam
T2  - The Courier
DA  - 2024/05/02/
UR  - https://c.example/1
LA  - en
L1  - files/12/one.txt
ER  - \r

TY  - NEWS
TI  - Gone
L1  - files/99/gone.pdf
ER  -
"""


def test_references_say_what_is_known_of_their_files(pile: Path, load: Load) -> None:
    (pile / "files" / "12").mkdir(parents=True)
    (pile / "files" / "12" / "one.txt").write_text("The board said no.")
    (pile / "lib.ris").write_text(RIS)
    items = load(pile)
    item = items["files/12/one.txt"]
    assert isinstance(item, RawItem)
    about = item.about
    assert about is not None
    assert (about.title, about.author) == ("No deal", "Lena Maar, Tam Oke")
    assert (about.outlet, about.published, about.language) == (
        "The Courier",
        "2024/05/02",
        "en",
    )
    assert isinstance(items["lib.ris#2"], Failure)
    assert len(items) == 2


def test_a_list_of_addresses_gives_the_pages_beside_it(pile: Path, load: Load) -> None:
    (pile / "no-deal.html").write_text("<p>The board said no.")
    (pile / "list.txt").write_text(
        "https://c.example/a/no-deal\nhttps://c.example/gone\n"
    )
    items = load(pile)
    item = items["no-deal.html"]
    assert isinstance(item, RawItem)
    assert item.about is not None
    assert item.about.url == "https://c.example/a/no-deal"
    missing = items["list.txt#2"]
    assert isinstance(missing, Failure)
    assert "https://c.example/gone" in missing.error


def test_a_text_that_begins_with_an_address_is_a_text(pile: Path, load: Load) -> None:
    (pile / "a.txt").write_text("https://c.example/1\n\nThe board said no.")
    assert isinstance(load(pile)["a.txt"], RawItem)


def test_one_file_given_by_two_lists_is_two_items(pile: Path, load: Load) -> None:
    (pile / "one.txt").write_text("The board said no.")
    for name in ("a.ris", "b.ris"):
        (pile / name).write_text("TY  - NEWS\nL1  - one.txt\nER  -\n")
    assert list(load(pile)) == ["one.txt", "one.txt~2"]


def test_a_reference_without_a_file_gives_the_text_that_it_has(
    pile: Path, load: Load
) -> None:
    (pile / "a.ris").write_text(
        "TY  - NEWS\nTI  - No deal\nY1  - 2024 May 04\nSE  - Foreign Desk\n"
        "AB  - Short.\nN2  - The board said no.\nThe guild said yes.\nER  - \n"
    )

    (item,) = load(pile).values()

    assert isinstance(item, RawItem)
    assert item.data == b"The board said no.\nThe guild said yes."
    assert item.about is not None
    assert (item.about.published, item.about.section) == ("04 May 2024", "Foreign Desk")
    assert [kind for kind, _ in item.about.notes] == ["summary-only"]
