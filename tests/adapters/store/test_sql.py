"""What only a database file can do wrong."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from accord.adapters.store import SqlStore
from accord.adapters.store.lock import FileLock
from accord.adapters.store.schema import known_revisions
from accord.adapters.store.tables import HEAD, metadata
from accord.errors import StoreError
from accord.model import Attribution
from accord.testing.builders import make_dossier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "accord.db"


@pytest.fixture
def plain_user(tmp_path: Path) -> Iterator[None]:
    """Nobody in particular: permissions do not hold for root."""
    if os.geteuid() != 0:
        yield
        return
    shared = Path(tempfile.gettempdir()).resolve()
    for folder in (tmp_path, *tmp_path.parents):
        if folder != shared and folder.is_relative_to(shared):
            folder.chmod(0o755)
    os.seteuid(65534)
    yield
    os.seteuid(0)


def put_one(store: SqlStore) -> None:
    with store.write() as writer:
        writer.put_dossier(make_dossier(), {"read": "1"})


def test_the_newest_revision_is_the_one_the_code_expects() -> None:
    assert known_revisions()[-1] == HEAD


def test_migrated_tables_are_those_that_the_code_describes(path: Path) -> None:
    SqlStore.in_file(path).close()
    fresh = create_engine("sqlite://")
    metadata.create_all(fresh)
    migrated = create_engine(f"sqlite:///{path}")

    def shape(engine: object) -> dict[str, object]:
        look = inspect(engine)
        return {
            table: (
                [(c["name"], str(c["type"]), c["nullable"]) for c in columns],
                look.get_pk_constraint(table)["constrained_columns"],
                sorted(str(i["column_names"]) for i in look.get_indexes(table)),
            )
            for table in look.get_table_names()
            if table != "alembic_version"
            for columns in [look.get_columns(table)]
        }

    assert shape(migrated) == shape(fresh)
    assert set(shape(fresh)) == {"items", "records", "judgements", "named_values"}
    fresh.dispose()
    migrated.dispose()


def test_what_was_kept_is_there_when_the_file_is_opened_again(path: Path) -> None:
    store = SqlStore.in_file(path)
    put_one(store)
    store.close()
    again = SqlStore.in_file(path)
    assert list(again.view().dossiers()) == [make_dossier()]
    again.close()


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    store = SqlStore.in_file(path)
    put_one(store)
    assert store.check() == ()


def test_readers_and_writer_do_not_wait_for_each_other(path: Path) -> None:
    store = SqlStore.in_file(path)
    put_one(store)
    reading = store.view().records(Attribution)
    next(reading)
    with store.write() as writer:
        writer.put_dossier(make_dossier(path="pile/b.txt"), {})
    assert list(reading) == []
    assert len(list(store.view().records(Attribution))) == 2


def test_a_database_newer_than_the_code_is_refused(path: Path) -> None:
    SqlStore.in_file(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StoreError, match="newer Accord") as caught:
        SqlStore.in_file(path)
    assert "Update Accord" in caught.value.hint


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (x)")
    with pytest.raises(StoreError, match="not Accord's"):
        SqlStore.in_file(path)
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("other",)]


def test_a_file_that_is_no_database_is_a_store_error(path: Path) -> None:
    path.write_bytes(b"this is a shopping list, not a database" * 100)
    with pytest.raises(StoreError, match="not a database") as caught:
        SqlStore.in_file(path)
    assert "Move accord.db away" in caught.value.hint
    assert isinstance(caught.value.__cause__, Exception)


def test_damaged_pages_are_found_or_refused(path: Path) -> None:
    store = SqlStore.in_file(path)
    with store.write() as writer:
        for number in range(50):
            writer.put_dossier(make_dossier(path=f"{number}.txt"), {})
    store.close()
    data = bytearray(path.read_bytes())
    for offset in range(4096 * 3, len(data), 512):
        data[offset : offset + 64] = b"\xff" * 64
    path.write_bytes(data)
    with pytest.raises(StoreError):
        list(SqlStore.in_file(path).view().dossiers())


def test_a_record_that_cannot_be_read_is_a_store_error_that_names_it(
    path: Path,
) -> None:
    store = SqlStore.in_file(path)
    put_one(store)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE records SET body = '{}' WHERE kind = 'mention'")
        connection.commit()
    with pytest.raises(StoreError, match=r"pile/a\.txt, mention"):
        list(store.view().dossiers())


def test_parts_that_lack_their_whole_are_found(path: Path) -> None:
    store = SqlStore.in_file(path)
    put_one(store)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM records WHERE kind = 'document'")
        connection.execute("UPDATE records SET path = 'lost' WHERE kind = 'mention'")
        connection.commit()
    problems = store.check()
    assert any("pile/a.txt: the item has no document" in p for p in problems)
    assert any("lost: 1 records" in p for p in problems)
    with pytest.raises(StoreError, match="not the document itself"):
        list(store.view().dossiers(["pile/a.txt"]))


def test_a_second_writer_is_told_who_holds_the_workspace(path: Path) -> None:
    first, second = SqlStore.in_file(path), SqlStore.in_file(path)
    with first.claim():
        with (
            pytest.raises(StoreError, match=f"process {os.getpid()} on"),
            second.write(),
        ):
            pass
        assert list(second.view().dossiers()) == []
    put_one(second)
    assert len(list(first.view().dossiers())) == 1


_HOLDER = """
import sys, time
from pathlib import Path
from accord.adapters.store import SqlStore
from accord.testing import make_dossier
store = SqlStore.in_file(Path(sys.argv[1]))
with store.write() as writer:
    writer.put_dossier(make_dossier(path="kept.txt"), {})
with store.write() as writer:
    writer.put_dossier(make_dossier(path="lost.txt"), {})
    writer.flush()
    print("holding", flush=True)
    time.sleep(60)
"""


def test_a_killed_writer_loses_its_open_transaction_and_its_lock(path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path)], stdout=subprocess.PIPE
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"holding\n"
        store = SqlStore.in_file(path)
        with pytest.raises(StoreError, match=f"process {process.pid} on"):
            put_one(store)
        process.send_signal(signal.SIGKILL)
    put_one(store)
    kept = [document.document.path for document in store.view().dossiers()]
    assert kept == ["kept.txt", "pile/a.txt"]
    assert store.check() == ()


def test_a_lock_file_left_by_a_dead_process_blocks_nobody(path: Path) -> None:
    path.with_suffix(".lock").write_text("process 1 on elsewhere\n")
    store = SqlStore.in_file(path)
    put_one(store)
    assert path.with_suffix(".lock").read_text() == ""


def test_a_lock_is_free_after_its_release(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "x.lock"), FileLock(tmp_path / "x.lock")
    first.acquire()
    with pytest.raises(StoreError):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
    second.release()


def test_a_folder_that_is_not_there_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open"):
        SqlStore.in_file(tmp_path / "none" / "accord.db")


@pytest.mark.usefixtures("plain_user")
def test_a_read_only_workspace_can_be_read_but_not_written(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    with as_root():
        folder.mkdir()
        store = SqlStore.in_file(folder / "accord.db")
        put_one(store)
        store.close()
        for entry in folder.iterdir():
            entry.chmod(0o444)
        folder.chmod(0o555)
    store = SqlStore.in_file(folder / "accord.db")
    assert list(store.view().dossiers()) == [make_dossier()]
    assert store.check() == ()
    with pytest.raises(StoreError, match="could not be written") as caught:
        put_one(store)
    assert "permissions" in caught.value.hint


@pytest.mark.usefixtures("plain_user")
def test_a_new_store_in_a_read_only_folder_is_a_store_error(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    with as_root():
        folder.mkdir()
        folder.chmod(0o555)
    with pytest.raises(StoreError, match="could not be") as caught:
        SqlStore.in_file(folder / "accord.db")
    assert "another folder" in caught.value.hint


class as_root:  # noqa: N801 - reads as a word in a with statement
    """Act as the user who runs the tests."""

    def __enter__(self) -> None:
        self.user = os.geteuid()
        if os.getuid() == 0:
            os.seteuid(0)

    def __exit__(self, *_: object) -> None:
        os.seteuid(self.user)
