import gzip
import io
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from accord.adapters.files import FileLimits
from accord.adapters.formats.containers import archives
from accord.model import Failure
from accord.ports import RawItem

Load = Callable[..., dict[str, RawItem | Failure]]


def zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files:
                archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files: Sequence[tuple[str, bytes]], mode: str = "w:gz") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


def error_of(item: RawItem | Failure) -> str:
    assert isinstance(item, Failure)
    return item.error


FILES = [
    ("a/one.txt", b"No deal."),
    ("two.HTML", b"<p>No"),
    ("__MACOSX/x", b"x"),
    (".h", b"x"),
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("p.zip", zipped(FILES)),
        ("p.tar", tarred(FILES, "w")),
        ("p.tgz", tarred(FILES)),
        ("p.tar.bz2", tarred(FILES, "w:bz2")),
    ],
)
def test_the_files_of_an_archive_are_items_under_its_name(
    pile: Path, load: Load, name: str, data: bytes
) -> None:
    (pile / name).write_bytes(data)
    items = load(pile)
    assert sorted(items) == [f"{name}/a/one.txt", f"{name}/two.HTML"]
    item = items[f"{name}/two.HTML"]
    assert isinstance(item, RawItem)
    assert (item.suffix, item.data) == (".html", b"<p>No")


def test_a_packed_file_is_what_it_is_without_its_ending(pile: Path, load: Load) -> None:
    (pile / "a.txt.gz").write_bytes(gzip.compress(b"No deal."))
    item = load(pile)["a.txt.gz/a.txt"]
    assert isinstance(item, RawItem)
    assert (item.suffix, item.data) == (".txt", b"No deal.")


def test_containers_within_archives_are_taken_apart(pile: Path, load: Load) -> None:
    inner = zipped([("rows.csv", b"title,text\nA,No deal.\n")])
    (pile / "p.zip").write_bytes(zipped([("in.zip", inner)]))
    (pile / "q.jsonl.gz").write_bytes(gzip.compress(b'{"text": "A"}\n\n{"text": "B"}'))
    assert list(load(pile)) == [
        "p.zip/in.zip/rows.csv#1",
        "q.jsonl.gz/q.jsonl#1",
        "q.jsonl.gz/q.jsonl#3",
    ]


def test_archives_within_archives_end_somewhere(pile: Path, load: Load) -> None:
    data = zipped([("a.txt", b"No deal.")])
    for _ in range(12):
        data = zipped([("in.zip", data)])
    (pile / "p.zip").write_bytes(data)
    (item,) = load(pile).values()
    assert "more than 3 deep" in error_of(item)


@pytest.mark.parametrize(
    "name", ["../x.txt", "/etc/x.txt", "a/../../x.txt", "C:\\x.txt", "..\\x.txt"]
)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_lead_out_are_refused_and_the_rest_is_read(
    pile: Path, load: Load, name: str, pack: Callable[..., bytes]
) -> None:
    ending = "zip" if pack is zipped else "tgz"
    (pile / f"p.{ending}").write_bytes(pack([(name, b"No."), ("ok.txt", b"No deal.")]))
    items = load(pile)
    assert isinstance(items.pop(f"p.{ending}/ok.txt"), RawItem)
    (item,) = items.values()
    assert "leads out of the archive" in error_of(item)


def test_links_within_archives_are_not_followed(pile: Path, load: Load) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
    (pile / "p.zip").write_bytes(buffer.getvalue())
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as other:
        member = tarfile.TarInfo("link.txt")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/hostname"
        other.addfile(member)
    (pile / "q.tar").write_bytes(buffer.getvalue())
    for item in load(pile).values():
        assert "link" in error_of(item)


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.txt.gz"])
def test_a_bomb_is_refused_by_its_ratio_and_the_rest_is_read(
    pile: Path, load: Load, name: str
) -> None:
    bomb = bytes(30_000_000)
    packed = (
        gzip.compress(bomb)
        if name.endswith("gz")
        else zipped([("b.txt", bomb), ("ok.txt", b"No deal.")])
    )
    assert len(packed) < 100_000
    (pile / name).write_bytes(packed)
    items = load(pile)
    assert "as a bomb does" in error_of(
        items.get("bomb.zip/b.txt") or items["bomb.txt.gz"]
    )
    assert name.endswith("gz") or isinstance(items["bomb.zip/ok.txt"], RawItem)


def test_what_an_archive_unpacks_to_is_limited_as_a_whole(
    pile: Path, load: Load
) -> None:
    (pile / "p.zip").write_bytes(zipped([(f"{n}.txt", b"x" * 600) for n in range(5)]))
    items = load(pile, limits=FileLimits(unpacked_bytes=2000))
    assert "unpacks to more than 2,000 bytes" in error_of(items["p.zip"])
    assert len(items) == 4


def test_too_many_files_are_refused(
    pile: Path, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 3)
    (pile / "p.zip").write_bytes(zipped([(f"{n}.txt", b"x") for n in range(4)]))
    assert "more than 3 files" in error_of(load(pile)["p.zip"])


def test_two_files_of_one_name_are_both_read(pile: Path, load: Load) -> None:
    (pile / "p.zip").write_bytes(zipped([("a.txt", b"One."), ("a.txt", b"Two.")]))
    assert list(load(pile)) == ["p.zip/a.txt", "p.zip/a.txt~2"]


@pytest.mark.parametrize("name", ["p.zip", "p.tar", "p.tgz", "p.tar.bz2"])
@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 broken", b"\x1f\x8b\x08 broken", b"no archive" * 99]
)
def test_broken_archives_say_so(pile: Path, load: Load, name: str, data: bytes) -> None:
    (pile / name).write_bytes(data)
    assert "broken" in error_of(load(pile)[name])


def test_a_cut_archive_gives_what_comes_before_the_cut(pile: Path, load: Load) -> None:
    whole = tarred([("a.txt", b"No deal."), ("b.txt", bytes(range(256)) * 400)], "w")
    (pile / "p.tar").write_bytes(whole[:2000])
    items = load(pile)
    assert isinstance(items["p.tar/a.txt"], RawItem)
    assert "broken" in error_of(items["p.tar"])


def test_what_lies_in_an_archive_is_checked_as_any_file(pile: Path, load: Load) -> None:
    (pile / "p.zip").write_bytes(
        zipped([("a.png", b"\x89PNG\r\n"), ("b.txt", b"x" * 200)])
    )
    items = load(pile, limits=FileLimits(text_bytes=100))
    assert "PNG" in error_of(items["p.zip/a.png"])
    assert "the limit is 100" in error_of(items["p.zip/b.txt"])
