import io
import json
import os
import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest

from accord.adapters.files import FileLimits, LocalFiles
from accord.errors import InputError
from accord.model import Failure
from accord.ports import RawItem


def load(files: LocalFiles, paths: Sequence[str | Path]) -> list[RawItem | Failure]:
    return list(files.load(files.find([str(path) for path in paths])))


def names(items: Sequence[RawItem | Failure]) -> list[str]:
    return [item.path if isinstance(item, RawItem) else item.item for item in items]


def only_failure(items: Sequence[RawItem | Failure]) -> Failure:
    (item,) = items
    assert isinstance(item, Failure)
    assert (item.stage, item.code) == ("read", "input.unreadable")
    return item


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "2.txt").write_text("Two.")
    (folder / "1.txt").write_text("One.")
    (folder / "c.HTML").write_text("<p>Three.")
    (folder / ".hidden").write_text("no")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("no")
    return folder


def test_a_folder_is_read_to_the_bottom_in_order_without_hidden_files(
    pile: Path,
) -> None:
    items = load(LocalFiles(), [pile])
    assert names(items) == ["pile/1.txt", "pile/b/2.txt", "pile/c.HTML"]
    assert [i.suffix for i in items if isinstance(i, RawItem)] == [
        ".txt",
        ".txt",
        ".html",
    ]
    assert next(i.data for i in items if isinstance(i, RawItem)) == b"One."


def test_a_file_is_named_after_its_folder(pile: Path) -> None:
    assert names(load(LocalFiles(), [pile / "b" / "2.txt"])) == ["b/2.txt"]


def test_a_relative_path_has_the_same_name(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pile)
    assert names(load(LocalFiles(), ["."]))[0] == "pile/1.txt"
    assert names(load(LocalFiles(), ["1.txt"])) == ["pile/1.txt"]


def test_what_is_given_twice_is_read_once_under_its_longer_name(pile: Path) -> None:
    files = LocalFiles()
    one_way = load(files, [pile, pile / "b" / "2.txt", pile / "b"])
    other_way = load(files, [pile / "b", pile / "b" / "2.txt", pile])
    assert names(one_way) == names(other_way)
    assert names(one_way).count("pile/b/2.txt") == 1
    assert len(one_way) == 3


def test_files_that_would_share_a_name_show_more_of_their_path(tmp_path: Path) -> None:
    for above in ("x", "y"):
        (tmp_path / above / "docs").mkdir(parents=True)
        (tmp_path / above / "docs" / "1.txt").write_text(above)
    items = load(LocalFiles(), [tmp_path / "x" / "docs", tmp_path / "y" / "docs"])
    assert names(items) == ["x/docs/1.txt", "y/docs/1.txt"]


def test_places_can_be_loaded_by_another_process_and_one_by_one(pile: Path) -> None:
    places = pickle.loads(pickle.dumps(list(LocalFiles().find([str(pile)]))))  # noqa: S301
    alone = [item for place in places for item in LocalFiles().load([place])]
    assert alone == load(LocalFiles(), [pile])


def test_missing_paths_are_all_named(pile: Path) -> None:
    with pytest.raises(InputError, match=r"nope\.txt, .*nada") as caught:
        LocalFiles().find([str(pile / "nope.txt"), str(pile), str(pile / "nada")])
    assert "Paths are looked up from" in caught.value.hint


def test_a_list_stands_for_the_paths_in_it(pile: Path, tmp_path: Path) -> None:
    chosen = tmp_path / "list.txt"
    chosen.write_text(f"# mine\n{pile / '1.txt'}\n\n{pile / 'b'}\n")
    assert names(load(LocalFiles(), [f"@{chosen}"])) == ["b/2.txt", "pile/1.txt"]


def test_a_list_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        LocalFiles().find([f"@{tmp_path / 'none.txt'}"])


def test_standard_input_is_one_document() -> None:
    files = LocalFiles(standard_input=io.BytesIO(b"<!DOCTYPE html><p>No deal."))
    (item,) = load(files, ["-"])
    assert isinstance(item, RawItem)
    assert (item.path, item.suffix) == ("-", ".html")


def test_without_standard_input_a_dash_is_a_failure() -> None:
    assert "no standard input" in only_failure(load(LocalFiles(), ["-"])).error


def test_rows_are_items_named_by_their_line(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": "One."}),
        "",
        '{"text": "Tw',
        "[1]",
        json.dumps({"text": "5"}),
    ]
    (tmp_path / "rows.jsonl").write_bytes(b"\xef\xbb\xbf" + "\n".join(rows).encode())
    items = load(LocalFiles(), [tmp_path / "rows.jsonl"])
    folder = tmp_path.name
    assert names(items) == [f"{folder}/rows.jsonl#{n}" for n in (1, 3, 4, 5)]
    assert [type(item) for item in items] == [RawItem] * 4


def test_rows_are_loaded_one_at_a_time(tmp_path: Path) -> None:
    row = json.dumps({"text": "x" * 1000}) + "\n"
    (tmp_path / "rows.jsonl").write_text(row * 2000)
    files = LocalFiles()
    first = next(iter(files.load(files.find([str(tmp_path)]))))
    assert isinstance(first, RawItem)
    assert len(first.data) < 2000


def test_a_row_above_the_limit_fails_alone(tmp_path: Path) -> None:
    rows = [json.dumps({"text": "x" * n}) for n in (5, 400, 5)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    items = load(LocalFiles(limits=FileLimits(text_bytes=60)), [tmp_path])
    assert [type(item) for item in items] == [RawItem, Failure, RawItem]
    assert "the limit is 60" in str(items[1])


@pytest.mark.parametrize("extra", [0, 1])
def test_the_limit_itself_is_still_allowed(tmp_path: Path, extra: int) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * (100 + extra))
    row = json.dumps({"text": "x" * 80})
    (tmp_path / "b.jsonl").write_text(row + " " * (100 + extra - len(row)))
    items = load(LocalFiles(limits=FileLimits(text_bytes=100)), [tmp_path])
    assert [type(item) for item in items] == [Failure if extra else RawItem] * 2


def test_a_file_above_the_limit_says_how_to_change_it(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(20_000_000)
        file.write(b"words " * 2000)
    error = only_failure(load(LocalFiles(), [tmp_path / "big.txt"])).error
    assert "20,000,000 bytes; the limit is 10,000,000" in error
    assert "text_bytes" in error


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        ("a.zip", b"PK\x03\x04\x00\x00", "a ZIP archive"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "binary data"),
        ("a.txt", b"\x01\x02\x03\x04" * 50, "binary data"),
        ("data", b"\x7fELF\x00", "a program"),
        ("a.doc", b"\xd0\xcf\x11\xe0\x00", "Save it as .docx"),
        ("a.jsonl", b"\xff\xfe{\x00}\x00", "UTF-16"),
        ("a.jsonl", b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_what_is_no_document_fails_with_a_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert reason in only_failure(load(LocalFiles(), [tmp_path])).error


@pytest.mark.parametrize(
    ("name", "data", "suffix"),
    [
        ("README", b"No deal.", ".txt"),
        ("page", b"\n<html><p>No deal.", ".html"),
        ("paper", b"%PDF-1.4", ".pdf"),
        ("notes.text", b"No deal.", ".text"),
        ("u.txt", "No deal at all.".encode("utf-16-le"), ".txt"),
        ("empty.txt", b"", ".txt"),
    ],
)
def test_what_may_be_a_document_is_loaded(
    tmp_path: Path, name: str, data: bytes, suffix: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (item,) = load(LocalFiles(), [tmp_path])
    assert isinstance(item, RawItem)
    assert (item.suffix, item.data) == (suffix, data)


def test_links_out_of_the_folder_are_refused_and_those_within_read_once(
    pile: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    (pile / "out.txt").symlink_to(tmp_path / "secret.txt")
    (pile / "out").symlink_to(tmp_path / "elsewhere")
    (pile / "gone.txt").symlink_to(tmp_path / "gone")
    (pile / "within.txt").symlink_to(pile / "1.txt")
    (pile / "loop").symlink_to(pile)
    (pile / "self.txt").symlink_to("self.txt")
    items = load(LocalFiles(), [pile])
    failed = {f.item: f.error for f in items if isinstance(f, Failure)}
    assert sorted(failed) == [
        "pile/gone.txt",
        "pile/out",
        "pile/out.txt",
        "pile/self.txt",
    ]
    assert "leads out" in failed["pile/out.txt"]
    assert "leads nowhere" in failed["pile/gone.txt"]
    assert len(items) == 3 + len(failed)


def test_a_link_given_by_name_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("One.")
    (tmp_path / "latest").symlink_to(tmp_path / "a")
    (tmp_path / "file.txt").symlink_to(tmp_path / "a" / "1.txt")
    assert names(load(LocalFiles(), [tmp_path / "latest"])) == ["latest/1.txt"]
    assert names(load(LocalFiles(), [tmp_path / "file.txt"])) == ["a/1.txt"]


def test_pipes_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe" in only_failure(load(LocalFiles(), [tmp_path])).error


def test_a_file_that_goes_away_is_a_failure(pile: Path) -> None:
    files = LocalFiles()
    places = files.find([str(pile / "1.txt")])
    (pile / "1.txt").unlink()
    assert "gone" in only_failure(list(files.load(places))).error


def test_a_workspace_among_the_documents_is_left_out(pile: Path) -> None:
    for folder in (pile, pile / "work"):
        (folder / "actors").mkdir(parents=True)
        for name in (
            "accord.toml",
            "accord.db",
            "issues.yaml",
            "report.html",
            "actors/a.yaml",
        ):
            (folder / name).write_text("x")
    assert names(load(LocalFiles(), [pile])) == [
        "pile/1.txt",
        "pile/b/2.txt",
        "pile/c.HTML",
    ]


def test_names_that_do_not_decode_are_still_shown(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("No deal.")
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    (item,) = load(LocalFiles(), [tmp_path])
    assert isinstance(item, RawItem)
    assert item.path.endswith("caf\ufffd.txt")


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert load(LocalFiles(), [tmp_path]) == []


def test_a_text_with_a_stray_zero_is_still_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The union said no. " * 20 + b"\x00 Done.")
    (item,) = load(LocalFiles(), [tmp_path])
    assert isinstance(item, RawItem)
